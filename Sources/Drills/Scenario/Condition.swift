import DispatchModel

/// What must be true of the board and the exercise: the trigger of an inject, the check of an expected action, the early
/// end of a drill. All of its clauses must hold.
package struct Condition: Hashable, Sendable {
    /// The clauses; without any it always holds.
    package var clauses: [Clause]
    /// As written in the scenario.
    package var text: String

    /// Creates a condition; `text` is how it is written.
    package init(clauses: [Clause], text: String) {
        self.clauses = clauses
        self.text = text
    }

    /// One thing that must be true.
    package enum Clause: Hashable, Sendable {
        /// The incident that an inject made is so (or, negated, is not).
        case incident(inject: String, IncidentCheck, isNegated: Bool)
        /// A unit has a status.
        case unit(callsign: String, UnitStatus)
        /// So many things stand on the board.
        case count(Counted, Comparison, Int)
        /// An inject has come to this point.
        case inject(String, InjectCheck)
        /// So much time has passed since the drill began.
        case elapsed(Span)
        /// So much time has passed since an inject.
        case after(inject: String, Span)
    }

    /// What an incident may be asked for.
    package enum IncidentCheck: Hashable, Sendable {
        /// It is on the board.
        case reported
        /// It is open and no unit is assigned to it.
        case waiting
        /// A unit was sent and not taken back.
        case assigned
        /// A unit has set out.
        case enRoute
        /// A unit has arrived.
        case onScene
        /// It is closed.
        case closed
        /// It was merged with another one, either way.
        case merged
        /// It is put aside.
        case held
        /// Somebody looked at it: triaged or further.
        case triaged
        /// A dispatcher wrote a note on it.
        case noted
        /// No alert about it is unanswered.
        case acknowledged
        /// It is at least as urgent.
        case priority(Priority)
        /// It is a dispute, graded at least as grave.
        case grade(DisputeGrade)
        /// It is a dispute of which this step is done.
        case step(DisputeStep)
        /// It is of this type.
        case type(String)
        /// It was closed with this disposition.
        case disposition(String)
        /// So many units were sent and not taken back.
        case units(Comparison, Int)
        /// A unit of a kind was sent and not taken back.
        case kind(UnitKind)
    }

    /// What can be counted.
    package enum Counted: Hashable, Sendable {
        /// Open incidents without a unit, of this priority or more urgent.
        case waiting(Priority)
        /// Open incidents of this priority or more urgent.
        case open(Priority)
        /// Units that can be sent; nil for every kind.
        case free(UnitKind?)
        /// Unanswered alerts; nil for every kind.
        case alerts(AlertKind?)
    }

    /// How a count compares with a number.
    package enum Comparison: String, CaseIterable, Hashable, Sendable {
        /// More than.
        case more = ">"
        /// At least.
        case atLeast = ">="
        /// Fewer than.
        case fewer = "<"
        /// At most.
        case atMost = "<="
        /// Exactly.
        case equal = "="

        /// True when the count stands so to the number.
        package func holds(_ count: Int, _ number: Int) -> Bool {
            switch self {
            case .more: count > number
            case .atLeast: count >= number
            case .fewer: count < number
            case .atMost: count <= number
            case .equal: count == number
            }
        }
    }

    /// How far an inject has come.
    package enum InjectCheck: String, CaseIterable, Hashable, Sendable {
        /// It happened.
        case fired
        /// The expected action was taken.
        case answered
    }

    /// The injects that the condition speaks of, in order.
    package var injects: [String] {
        clauses.compactMap { clause in
            switch clause {
            case .incident(let id, _, _), .inject(let id, _), .after(let id, _): id
            case .unit, .count, .elapsed: nil
            }
        }
    }

    /// The units that the condition speaks of, in order.
    package var callsigns: [String] {
        clauses.compactMap { clause in
            if case .unit(let callsign, _) = clause { return callsign }
            return nil
        }
    }
}
