import DispatchModel
import Drills

/// One drill as somebody played it: what its folder holds.
public struct DrillPlay: Sendable {
    /// Who played; empty when nobody said.
    public var trainee: String
    /// What was played.
    public var scenario: Scenario
    /// The seed of chance it was played with.
    public var seed: UInt64
    /// Every event of its journal, in order.
    public var records: [EventRecord]
    /// Every key pressed, in order; empty when none were recorded.
    public var keys: [PressedKey]
    /// What the trainer did by hand, in order.
    public var interventions: [Intervention]
    /// What could not be read, in words for the reader of the report.
    public var gaps: [String]

    /// Creates a play.
    public init(
        trainee: String, scenario: Scenario, seed: UInt64, records: [EventRecord], keys: [PressedKey] = [],
        interventions: [Intervention] = [], gaps: [String] = []
    ) {
        self.trainee = trainee
        self.scenario = scenario
        self.seed = seed
        self.records = records
        self.keys = keys
        self.interventions = interventions
        self.gaps = gaps
    }
}

/// A key that the trainee pressed.
public struct PressedKey: Hashable, Sendable {
    /// The drill's time.
    public var at: Timestamp
    /// Position of the last event in the journal when it was pressed.
    public var position: JournalPosition
    /// The key as the manual writes it, such as `a` or `Ctrl-E`.
    public var key: String
    /// The command it brought about, nil for a key that only moved or typed.
    public var command: String?

    /// Creates a pressed key.
    public init(at: Timestamp, position: JournalPosition, key: String, command: String? = nil) {
        self.at = at
        self.position = position
        self.key = key
        self.command = command
    }
}

/// Something the trainer did by hand while the drill ran.
public struct Intervention: Hashable, Sendable {
    /// The drill's time.
    public var at: Timestamp
    /// What was ordered, with what it needed, such as `take-out 3A12 flat tyre`.
    public var order: String

    /// Creates an intervention.
    public init(at: Timestamp, order: String) {
        self.at = at
        self.order = order
    }
}
