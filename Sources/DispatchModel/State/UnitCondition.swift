/// What an undo puts back of a unit: its status and assignment, not its position.
package struct UnitCondition: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// The status.
    package var status: UnitStatus = .available
    /// Since when.
    package var since: Timestamp = Timestamp.epoch
    /// The incident it is busy with.
    package var incident: IncidentID?
    /// The assignment it is busy with.
    package var assignment: AssignmentID?
    /// The recorded reason of the status.
    package var reason: String = ""
    /// Position of the last event that had changed what the unit means.
    package var revision: JournalPosition = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), status: UnitStatus = .available, since: Timestamp = Timestamp.epoch,
        incident: IncidentID? = nil, assignment: AssignmentID? = nil, reason: String = "",
        revision: JournalPosition = 0
    ) {
        self.unit = unit
        self.status = status
        self.since = since
        self.incident = incident
        self.assignment = assignment
        self.reason = reason
        self.revision = revision
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "status", &status)
        visitor.visit(3, "since", &since)
        visitor.visit(4, "incident", &incident)
        visitor.visit(5, "assignment", &assignment)
        visitor.visit(6, "reason", &reason)
        visitor.visit(7, "revision", integer: &revision)
    }

    /// The condition of a unit as it stands.
    package init(_ unit: FieldUnit) {
        self.init(
            unit: unit.id, status: unit.status, since: unit.statusSince, incident: unit.incident,
            assignment: unit.assignment, reason: unit.reason, revision: unit.revision)
    }
}
