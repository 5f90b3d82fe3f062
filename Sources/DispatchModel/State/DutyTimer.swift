/// A timer that an operator set, on a thing or on none (计时提醒).
package struct DutyTimer: Recordable, Hashable, Sendable {
    /// Its identity: the position of the event that set it.
    package var id: JournalPosition = 0
    /// The incident that it is on.
    package var incident: IncidentID?
    /// The unit that it is on.
    package var unit: UnitID?
    /// What to think of; empty when nothing was said.
    package var text: String = ""
    /// When it was set.
    package var since: Timestamp = Timestamp.epoch
    /// When it rings.
    package var due: Timestamp = Timestamp.epoch
    /// The position of the event that ended it; nil while it runs or rings.
    package var ended: JournalPosition?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        id: JournalPosition = 0, incident: IncidentID? = nil, unit: UnitID? = nil, text: String = "",
        since: Timestamp = Timestamp.epoch, due: Timestamp = Timestamp.epoch, ended: JournalPosition? = nil
    ) {
        self.id = id
        self.incident = incident
        self.unit = unit
        self.text = text
        self.since = since
        self.due = due
        self.ended = ended
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "id", &id)
        visitor.visit(2, "incident", &incident)
        visitor.visit(3, "unit", &unit)
        visitor.visit(4, "text", &text)
        visitor.visit(5, "since", &since)
        visitor.visit(6, "due", &due)
        visitor.visit(7, "ended", optional: &ended)
    }
}

extension DutyTimer {
    /// True until somebody ends it.
    package var isOpen: Bool { ended == nil }

    /// The most timers that run at a time.
    package static let limit = 200
    /// The most ended timers that a board keeps, so that ending one can be taken back.
    package static let endedLimit = 64
}
