/// A timer was set.
package struct TimerSet: Recordable, Hashable, Sendable {
    /// The incident that it is on.
    package var incident: IncidentID?
    /// The unit that it is on.
    package var unit: UnitID?
    /// What to think of.
    package var text: String = ""
    /// When it rings.
    package var due: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID? = nil, unit: UnitID? = nil, text: String = "", due: Timestamp = Timestamp.epoch
    ) {
        self.incident = incident
        self.unit = unit
        self.text = text
        self.due = due
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "unit", &unit)
        visitor.visit(3, "text", &text)
        visitor.visit(4, "due", &due)
    }
}

extension TimerSet: Event {
    package static var kind: EventBody.Kind { .timerSet }
    package var subjects: EventSubjects { EventSubjects(incident: incident, unit: unit) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.setTimer(
            DutyTimer(
                id: record.position, incident: incident, unit: unit, text: text, since: record.at, due: due))
        return true
    }
}

/// A timer was ended: what it was set for is done, or it is not wanted any more.
package struct TimerEnded: Recordable, Hashable, Sendable {
    /// Which: the position of the event that set it.
    package var timer: JournalPosition = 0
    /// The incident that it was on.
    package var incident: IncidentID?
    /// The unit that it was on.
    package var unit: UnitID?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        timer: JournalPosition = 0, incident: IncidentID? = nil, unit: UnitID? = nil
    ) {
        self.timer = timer
        self.incident = incident
        self.unit = unit
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "timer", &timer)
        visitor.visit(2, "incident", &incident)
        visitor.visit(3, "unit", &unit)
    }
}

extension TimerEnded: Event {
    package static var kind: EventBody.Kind { .timerEnded }
    package var subjects: EventSubjects { EventSubjects(incident: incident, unit: unit) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.endTimer(timer, at: record.position)
    }
}

/// The end of a timer was taken back.
package struct TimerResumed: Recordable, Hashable, Sendable {
    /// Which.
    package var timer: JournalPosition = 0
    /// The incident that it is on.
    package var incident: IncidentID?
    /// The unit that it is on.
    package var unit: UnitID?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        timer: JournalPosition = 0, incident: IncidentID? = nil, unit: UnitID? = nil
    ) {
        self.timer = timer
        self.incident = incident
        self.unit = unit
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "timer", &timer)
        visitor.visit(2, "incident", &incident)
        visitor.visit(3, "unit", &unit)
    }
}

extension TimerResumed: Event {
    package static var kind: EventBody.Kind { .timerResumed }
    package var subjects: EventSubjects { EventSubjects(incident: incident, unit: unit) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.endTimer(timer, at: nil)
    }
}
