/// An operator's action begins; the events that follow belong to it. What it touches is remembered for an undo.
public struct ActionTaken: Recordable, Hashable, Sendable {
    /// The command's name.
    public var name: String = ""
    /// How many events after this one belong to it.
    public var followers: Int64 = 0
    /// The incidents it touches, those it creates among them.
    public var incidents: [IncidentID] = []
    /// The units it touches.
    public var units: [UnitID] = []
    /// The alerts it touches.
    public var alerts: [AlertID] = []

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
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
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "name", &name)
        visitor.visit(2, "followers", &followers)
        visitor.visit(3, "incidents", &incidents)
        visitor.visit(4, "units", &units)
        visitor.visit(5, "alerts", &alerts)
    }
}

/// An action was undone by the restoring events that follow.
public struct ActionUndone: Recordable, Hashable, Sendable {
    /// The position of the action.
    public var action: JournalPosition = 0

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        action: JournalPosition = 0
    ) {
        self.action = action
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "action", &action)
    }
}

/// An undo put an incident back as it was.
public struct IncidentRestored: Recordable, Hashable, Sendable {
    /// The incident as it stood before the action.
    public var before: Incident = Incident()

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        before: Incident = Incident()
    ) {
        self.before = before
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "before", &before)
    }
}

/// An undo put an alert back as it was.
public struct AlertRestored: Recordable, Hashable, Sendable {
    /// The alert as it stood before the action.
    public var before: Alert = Alert()

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        before: Alert = Alert()
    ) {
        self.before = before
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "before", &before)
    }
}

/// An undo put a unit's status and assignment back.
public struct UnitRestored: Recordable, Hashable, Sendable {
    /// The unit as it stood before the action.
    public var before: UnitCondition = UnitCondition()

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        before: UnitCondition = UnitCondition()
    ) {
        self.before = before
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "before", &before)
    }
}
