import DispatchModel

/// How far an inject has come in a running drill.
package struct InjectProgress: Hashable, Sendable {
    /// Its name in the scenario.
    package var id: String
    /// What it is called.
    package var title: BilingualText
    /// When it will happen, as far as that is known: nil for one that waits for a condition or for the trainer.
    package var planned: Timestamp?
    /// What it waits for, as written in the scenario; empty when it has a time or only the trainer fires it.
    package var condition: String
    /// When it happened.
    package var fired: Timestamp?
    /// What the player should do; nil when nothing is asked.
    package var expected: BilingualText?
    /// How long that may take.
    package var within: Span?
    /// When the player did it.
    package var answered: Timestamp?
    /// What the evaluator should watch for.
    package var note: BilingualText

    /// How it stands at an instant.
    package func state(at now: Timestamp) -> State {
        guard let fired else { return .waiting }
        guard let within, expected != nil else { return .done }
        if let answered { return answered - fired <= within ? .answered : .answeredLate }
        return now - fired <= within ? .open : .overdue
    }

    /// How an inject stands.
    package enum State: String, CaseIterable, Hashable, Sendable {
        /// It has not happened.
        case waiting
        /// It happened and asks for nothing.
        case done
        /// It happened and the player still has time.
        case open
        /// The time is up and nothing was done.
        case overdue
        /// Answered in time.
        case answered
        /// Answered too late.
        case answeredLate
    }
}

/// Something the player is told during a drill.
package struct DrillMessage: Hashable, Sendable {
    /// When.
    package var at: Timestamp
    /// What.
    package var text: BilingualText
    /// The inject it comes from; empty when the trainer wrote it.
    package var inject: String
}

/// How a drill ended.
package struct DrillEnding: Hashable, Sendable {
    /// When.
    package var at: Timestamp
    /// Why.
    package var reason: Reason

    /// Why a drill ends.
    package enum Reason: String, CaseIterable, Hashable, Sendable {
        /// Its time was up.
        case time
        /// Its end condition came true.
        case condition
        /// The trainer ended it.
        case trainer
    }
}

/// Which expected actions were taken. What was sent for one and taken back before anybody came was not.
struct InjectAnswers: Sendable {
    /// Expected actions that are waited for.
    private var open: [(id: String, check: Condition)]
    /// Those taken by sending somebody, with the part of the check that says so.
    private var sent: [(id: String, check: Condition)] = []

    /// The answers that a script expects, none taken yet.
    init(_ injects: [Inject]) {
        open = injects.compactMap { inject in inject.expected.map { (inject.id, $0.check) } }
    }

    /// Takes notice of a record, after board and situation have. Returns the injects whose action is now taken, or now is
    /// not any more.
    mutating func observe(
        _ record: EventRecord, _ situation: Situation, board: Board
    ) -> [(id: String, isTaken: Bool)] {
        var changed: [(id: String, isTaken: Bool)] = []
        if record.actor.kind == .dispatcher {
            sent.removeAll { answer in
                guard !answer.check.isHelped(situation, board),
                    !answer.check.holds(situation, board: board, now: record.at)
                else { return false }
                open.append(answer)
                changed.append((answer.id, false))
                return true
            }
        }
        open.removeAll { expected in
            guard situation.fired[expected.id] != nil,
                expected.check.holds(situation, board: board, now: record.at)
            else { return false }
            let sending = expected.check.aboutSending
            if !sending.clauses.isEmpty { sent.append((expected.id, sending)) }
            changed.append((expected.id, true))
            return true
        }
        return changed
    }
}

extension Condition {
    /// The clauses that ask for units to be sent.
    fileprivate var aboutSending: Condition {
        let clauses = clauses.filter { clause in
            guard case .incident(_, let check, false) = clause else { return false }
            switch check {
            case .assigned, .enRoute, .units, .kind: return true
            default: return false
            }
        }
        return Condition(clauses: clauses, text: text)
    }

    /// True when somebody has come to each incident that it speaks of: then what was sent besides may be taken back.
    fileprivate func isHelped(_ situation: Situation, _ board: Board) -> Bool {
        injects.allSatisfy { inject in
            guard let id = situation.incidents[inject], let incident = board.survivor(of: id) else { return false }
            return incident.assignments.contains { $0.arrived != nil }
        }
    }
}
