import DispatchModel

/// How far an inject has come in a running drill.
package struct InjectProgress: Hashable, Sendable {
    /// Its name in the scenario.
    package var id: String
    /// What it is called.
    package var title: DrillText
    /// When it will happen, as far as that is known: nil for one that waits for a condition or for the trainer.
    package var planned: Timestamp?
    /// What it waits for, as written in the scenario; empty when it has a time or only the trainer fires it.
    package var condition: String
    /// When it happened.
    package var fired: Timestamp?
    /// What the player should do; nil when nothing is asked.
    package var expected: DrillText?
    /// How long that may take.
    package var within: Span?
    /// When the player did it.
    package var answered: Timestamp?
    /// What the evaluator should watch for.
    package var note: DrillText

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
    package var text: DrillText
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
