/// What a unit said to a proposal of where to stand.
package enum StandingAnswer: UInt8, CaseIterable, Sendable {
    /// Nothing yet.
    case open = 1
    /// It goes there.
    case accepted
    /// It does not.
    case declined
}

/// A place that a unit was asked to stand at (驻点建议). It is no order and changes no status: the unit answers, or it lapses.
package struct StandingProposal: Recordable, Hashable, Sendable {
    /// Where.
    package var place: Place = Place()
    /// When it was proposed.
    package var since: Timestamp = Timestamp.epoch
    /// When it lapses unless it is answered.
    package var until: Timestamp = Timestamp.epoch
    /// What the unit said.
    package var answer: StandingAnswer = .open

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        place: Place = Place(), since: Timestamp = Timestamp.epoch, until: Timestamp = Timestamp.epoch,
        answer: StandingAnswer = .open
    ) {
        self.place = place
        self.since = since
        self.until = until
        self.answer = answer
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "place", &place)
        visitor.visit(2, "since", &since)
        visitor.visit(3, "until", &until)
        visitor.visit(4, "answer", &answer)
    }

    /// True while it waits for an answer.
    package func isOpen(at now: Timestamp) -> Bool { answer == .open && now < until }

    /// True while a unit that is free, and has been since the given time, stands or goes there. One that was sent somewhere
    /// since then is not on its way back to it.
    package func isKept(freeSince: Timestamp) -> Bool { answer == .accepted && freeSince <= since }
}

/// A unit was asked to stand somewhere.
package struct StandingProposed: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// Where and until when.
    package var proposal: StandingProposal = StandingProposal()

    /// Every field at its default.
    package init() {}

    /// Creates the record.
    package init(unit: UnitID, proposal: StandingProposal) {
        self.unit = unit
        self.proposal = proposal
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "proposal", &proposal)
    }
}

extension StandingProposed: Event {
    package static var kind: EventBody.Kind { .standingProposed }
    package var subjects: EventSubjects { .unit(unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.units.change(unit) { $0.standing = proposal }
    }
}

/// A unit answered a proposal of where to stand.
package struct StandingAnswered: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// What it said.
    package var answer: StandingAnswer = .accepted

    /// Every field at its default.
    package init() {}

    /// Creates the record.
    package init(unit: UnitID, answer: StandingAnswer) {
        self.unit = unit
        self.answer = answer
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "answer", &answer)
    }
}

extension StandingAnswered: Event {
    package static var kind: EventBody.Kind { .standingAnswered }
    package var subjects: EventSubjects { .unit(unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.units.change(unit) { $0.standing?.answer = answer }
    }
}
