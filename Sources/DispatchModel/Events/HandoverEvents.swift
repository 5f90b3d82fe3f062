/// Why something stands on the list of a hand-over (交接班).
package enum HandoverKind: UInt8, CaseIterable, Sendable {
    /// An incident that waits for a unit.
    case waiting = 1
    /// An incident that units are busy with, or have left.
    case open
    /// An incident that was put aside.
    case held
    /// Something that is due at a time: the end of a hold, of a mediation, of a dispute's step.
    case promise
    /// An alert that nobody has answered.
    case unanswered
    /// An alert that was shelved or taken out of service.
    case shelved
    /// An alert that was answered long ago and whose condition lasts.
    case standing
    /// A unit that is out of service.
    case unitOut
}

/// What the incoming dispatcher says to an item of a hand-over.
package enum HandoverAnswer: UInt8, CaseIterable, Sendable {
    /// Known and taken over (已知悉).
    case acknowledged = 1
    /// Put off: to be looked at first thing in the new shift (暂缓).
    case deferred
}

/// One thing that a relief must know.
package struct HandoverItem: Recordable, Hashable, Sendable {
    /// Why it stands on the list.
    package var kind: HandoverKind = .open
    /// The incident that it is about.
    package var incident: IncidentID?
    /// The unit that it is about.
    package var unit: UnitID?
    /// The alert that it is about.
    package var alert: AlertID?
    /// When it is due; nil for what has no time.
    package var due: Timestamp?
    /// What it meant: moves whenever what is known of it does.
    package var meaning: Int64 = 0
    /// What was said to it; nil while nothing was.
    package var answer: HandoverAnswer?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        kind: HandoverKind, incident: IncidentID? = nil, unit: UnitID? = nil, alert: AlertID? = nil,
        due: Timestamp? = nil, meaning: Int64 = 0, answer: HandoverAnswer? = nil
    ) {
        self.kind = kind
        self.incident = incident
        self.unit = unit
        self.alert = alert
        self.due = due
        self.meaning = meaning
        self.answer = answer
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "kind", &kind)
        visitor.visit(2, "incident", &incident)
        visitor.visit(3, "unit", &unit)
        visitor.visit(4, "alert", &alert)
        visitor.visit(5, "due", &due)
        visitor.visit(6, "meaning", integer: &meaning)
        visitor.visit(7, "answer", &answer)
    }
}

/// A shift was handed over to the next: who to whom, and what was said to each thing on the list.
package struct ShiftHandedOver: Recordable, Hashable, Sendable {
    /// Who hands over, by name.
    package var outgoing: String = ""
    /// Who takes over, by name.
    package var incoming: String = ""
    /// Since when the shift that ends has run.
    package var since: Timestamp = Timestamp.epoch
    /// When it was handed over.
    package var at: Timestamp = Timestamp.epoch
    /// Each thing on the list with its answer.
    package var items: [HandoverItem] = []

    /// Every field at its default.
    package init() {}

    /// Creates the record.
    package init(outgoing: String, incoming: String, since: Timestamp, at: Timestamp, items: [HandoverItem]) {
        self.outgoing = outgoing
        self.incoming = incoming
        self.since = since
        self.at = at
        self.items = items
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "outgoing", &outgoing)
        visitor.visit(2, "incoming", &incoming)
        visitor.visit(3, "since", &since)
        visitor.visit(4, "at", &at)
        visitor.visit(5, "items", &items)
    }
}

extension ShiftHandedOver: Event {
    package static var kind: EventBody.Kind { .shiftHandedOver }
    package var subjects: EventSubjects { .none }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        if board.handovers.count >= Board.handoverLimit { board.handovers.removeFirst() }
        // The action whose event it is stands right before it: an undo names that one.
        board.handovers.append(HandoverMemo(action: record.position - 1, handover: self))
        return true
    }
}

/// What the board remembers of a hand-over.
package struct HandoverMemo: Recordable, Hashable, Sendable {
    /// The position of the action that made it.
    package var action: JournalPosition = 0
    /// The hand-over.
    package var handover = ShiftHandedOver()

    /// Every field at its default.
    package init() {}

    /// Creates the record.
    package init(action: JournalPosition, handover: ShiftHandedOver) {
        self.action = action
        self.handover = handover
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "action", integer: &action)
        visitor.visit(2, "handover", &handover)
    }
}
