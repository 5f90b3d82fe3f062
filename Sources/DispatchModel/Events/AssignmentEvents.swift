/// A unit was sent to an incident.
package struct UnitAssigned: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// Which assignment.
    package var assignment: AssignmentID = AssignmentID(rawValue: 0)
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// When; nil when the log does not say.
    package var assigned: Timestamp?
    /// The incident it was taken from.
    package var divertedFrom: IncidentID?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), assignment: AssignmentID = AssignmentID(rawValue: 0),
        unit: UnitID = UnitID(rawValue: 0), assigned: Timestamp? = nil, divertedFrom: IncidentID? = nil
    ) {
        self.incident = incident
        self.assignment = assignment
        self.unit = unit
        self.assigned = assigned
        self.divertedFrom = divertedFrom
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "assignment", &assignment)
        visitor.visit(3, "unit", &unit)
        visitor.visit(4, "assigned", &assigned)
        visitor.visit(5, "divertedFrom", &divertedFrom)
    }
}

extension UnitAssigned: Event {
    package static var kind: EventBody.Kind { .unitAssigned }
    package var subjects: EventSubjects { EventSubjects(incident: incident, other: divertedFrom, unit: unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.assign(self, at: record.at)
    }
}

/// An assignment reached a milestone.
package struct AssignmentAdvanced: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// Which assignment.
    package var assignment: AssignmentID = AssignmentID(rawValue: 0)
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// Which.
    package var milestone: Milestone = .acknowledged
    /// When, as stated by whoever reported it.
    package var at: Timestamp = Timestamp.epoch
    /// True when that lies before a milestone that should precede it.
    package var backwards: Bool = false

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), assignment: AssignmentID = AssignmentID(rawValue: 0),
        unit: UnitID = UnitID(rawValue: 0), milestone: Milestone = .acknowledged, at: Timestamp = Timestamp.epoch,
        backwards: Bool = false
    ) {
        self.incident = incident
        self.assignment = assignment
        self.unit = unit
        self.milestone = milestone
        self.at = at
        self.backwards = backwards
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "assignment", &assignment)
        visitor.visit(3, "unit", &unit)
        visitor.visit(4, "milestone", &milestone)
        visitor.visit(5, "at", &at)
        visitor.visit(6, "backwards", &backwards)
    }
}

extension AssignmentAdvanced: Event {
    package static var kind: EventBody.Kind { .assignmentAdvanced }
    package var subjects: EventSubjects { EventSubjects(incident: incident, unit: unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.advance(self)
    }
}

/// A unit was taken off an incident before it was done there.
package struct AssignmentWithdrawn: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// Which assignment.
    package var assignment: AssignmentID = AssignmentID(rawValue: 0)
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// When.
    package var at: Timestamp = Timestamp.epoch
    /// Why.
    package var reason: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), assignment: AssignmentID = AssignmentID(rawValue: 0),
        unit: UnitID = UnitID(rawValue: 0), at: Timestamp = Timestamp.epoch, reason: String = ""
    ) {
        self.incident = incident
        self.assignment = assignment
        self.unit = unit
        self.at = at
        self.reason = reason
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "assignment", &assignment)
        visitor.visit(3, "unit", &unit)
        visitor.visit(4, "at", &at)
        visitor.visit(5, "reason", &reason)
    }
}

extension AssignmentWithdrawn: Event {
    package static var kind: EventBody.Kind { .assignmentWithdrawn }
    package var subjects: EventSubjects { EventSubjects(incident: incident, unit: unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.withdraw(self)
    }
}
