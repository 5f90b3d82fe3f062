/// What the board remembers of an operator's action so that it can be undone.
package struct ActionMemo: Recordable, Hashable, Sendable {
    /// Where its first event stands; the action's identity.
    package var position: JournalPosition = 0
    /// Where its last event stands.
    package var lastPosition: JournalPosition = 0
    /// When it was done.
    package var at: Timestamp = Timestamp.epoch
    /// The command's name.
    package var name: String = ""
    /// Who did it.
    package var actor: Actor = Actor()
    /// The incidents it touched, as they stood before; one it created has no reports.
    package var incidents: [Incident] = []
    /// The units it touched, as they stood before.
    package var units: [UnitCondition] = []
    /// The alerts it touched, as they stood before.
    package var alerts: [Alert] = []
    /// True once it was undone.
    package var undone: Bool = false

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        position: JournalPosition = 0, lastPosition: JournalPosition = 0, at: Timestamp = Timestamp.epoch,
        name: String = "", actor: Actor = Actor(), incidents: [Incident] = [], units: [UnitCondition] = [],
        alerts: [Alert] = [], undone: Bool = false
    ) {
        self.position = position
        self.lastPosition = lastPosition
        self.at = at
        self.name = name
        self.actor = actor
        self.incidents = incidents
        self.units = units
        self.alerts = alerts
        self.undone = undone
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "position", &position)
        visitor.visit(2, "lastPosition", &lastPosition)
        visitor.visit(3, "at", &at)
        visitor.visit(4, "name", &name)
        visitor.visit(5, "actor", &actor)
        visitor.visit(6, "incidents", &incidents)
        visitor.visit(7, "units", &units)
        visitor.visit(8, "alerts", &alerts)
        visitor.visit(9, "undone", &undone)
    }
}
