import DispatchModel

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
