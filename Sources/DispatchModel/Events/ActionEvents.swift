/// An operator's action begins; the events that follow belong to it. What it touches is remembered for an undo.
package struct ActionTaken: Recordable, Hashable, Sendable {
    /// The command's name.
    package var name: String = ""
    /// How many events after this one belong to it.
    package var followers: Int64 = 0
    /// The incidents it touches, those it creates among them.
    package var incidents: [IncidentID] = []
    /// The units it touches.
    package var units: [UnitID] = []
    /// The alerts it touches.
    package var alerts: [AlertID] = []

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        name: String = "", followers: Int64 = 0, incidents: [IncidentID] = [], units: [UnitID] = [],
        alerts: [AlertID] = []
    ) {
        self.name = name
        self.followers = followers
        self.incidents = incidents
        self.units = units
        self.alerts = alerts
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "name", &name)
        visitor.visit(2, "followers", &followers)
        visitor.visit(3, "incidents", &incidents)
        visitor.visit(4, "units", &units)
        visitor.visit(5, "alerts", &alerts)
    }
}

extension ActionTaken: Event {
    package static var kind: EventBody.Kind { .actionTaken }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.begin(self, record)
        return true
    }
}

/// An action was undone by the restoring events that follow.
package struct ActionUndone: Recordable, Hashable, Sendable {
    /// The position of the action.
    package var action: JournalPosition = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        action: JournalPosition = 0
    ) {
        self.action = action
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "action", &action)
    }
}

extension ActionUndone: Event {
    package static var kind: EventBody.Kind { .actionUndone }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.undo(action)
    }
}

/// An undo put an incident back as it was.
package struct IncidentRestored: Recordable, Hashable, Sendable {
    /// The incident as it stood before the action.
    package var before: Incident = Incident()

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        before: Incident = Incident()
    ) {
        self.before = before
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "before", &before)
    }
}

extension IncidentRestored: Event {
    package static var kind: EventBody.Kind { .incidentRestored }
    package var subjects: EventSubjects { .incident(before.id) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.restore(before)
    }
}

/// An undo put an alert back as it was.
package struct AlertRestored: Recordable, Hashable, Sendable {
    /// The alert as it stood before the action.
    package var before: Alert = Alert()

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        before: Alert = Alert()
    ) {
        self.before = before
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "before", &before)
    }
}

extension AlertRestored: Event {
    package static var kind: EventBody.Kind { .alertRestored }
    package var subjects: EventSubjects { .alert(before.id) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.put(before)
        return true
    }
}

/// An undo put a unit's status and assignment back.
package struct UnitRestored: Recordable, Hashable, Sendable {
    /// The unit as it stood before the action.
    package var before: UnitCondition = UnitCondition()

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        before: UnitCondition = UnitCondition()
    ) {
        self.before = before
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "before", &before)
    }
}

extension UnitRestored: Event {
    package static var kind: EventBody.Kind { .unitRestored }
    package var subjects: EventSubjects { .unit(before.unit) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.units.change(before.unit) { unit in
            unit.status = before.status
            unit.statusSince = before.since
            unit.incident = before.incident
            unit.assignment = before.assignment
            unit.reason = before.reason
            unit.revision = before.revision
            unit.standing = before.standing
            unit.check = before.check?.anew(at: record.at)
        }
    }
}
