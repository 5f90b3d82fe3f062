import DispatchModel

/// How far an inject has come in a running drill.
public struct InjectProgress: Hashable, Sendable {
    /// Its name in the scenario.
    public var id: String
    /// What it is called.
    public var title: DrillText
    /// When it will happen, as far as that is known: nil for one that waits for a condition or for the trainer.
    public var planned: Timestamp?
    /// What it waits for, as written in the scenario; empty when it has a time or only the trainer fires it.
    public var condition: String
    /// When it happened.
    public var fired: Timestamp?
    /// What the player should do; nil when nothing is asked.
    public var expected: DrillText?
    /// How long that may take.
    public var within: Span?
    /// When the player did it.
    public var answered: Timestamp?
    /// What the evaluator should watch for.
    public var note: DrillText

    /// How it stands at an instant.
    public func state(at now: Timestamp) -> State {
        guard let fired else { return .waiting }
        guard let within, expected != nil else { return .done }
        if let answered { return answered - fired <= within ? .answered : .answeredLate }
        return now - fired <= within ? .open : .overdue
    }

    /// How an inject stands.
    public enum State: String, CaseIterable, Hashable, Sendable {
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
public struct DrillMessage: Hashable, Sendable {
    /// When.
    public var at: Timestamp
    /// What.
    public var text: DrillText
    /// The inject it comes from; empty when the trainer wrote it.
    public var inject: String
}

/// How a drill ended.
public struct DrillEnding: Hashable, Sendable {
    /// When.
    public var at: Timestamp
    /// Why.
    public var reason: Reason

    /// Why a drill ends.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// Its time was up.
        case time
        /// Its end condition came true.
        case condition
        /// The trainer ended it.
        case trainer
    }
}
