import DispatchModel
import Drills

/// One drill as somebody played it: what its folder holds.
package struct PlayedDrill: Sendable {
    /// Who played; empty when nobody said.
    package var trainee: String
    /// What was played.
    package var scenario: Scenario
    /// The seed of chance it was played with.
    package var seed: UInt64
    /// Every event of its journal, in order.
    package var records: [EventRecord]
    /// Every key pressed, in order; empty when none were recorded.
    package var keys: [PressedKey]
    /// What the trainer did by hand, in order.
    package var interventions: [Intervention]
    /// When it ended, when that was written down; nil for the time of the last event.
    package var ended: Timestamp?
    /// What the trainer ordered about the clock, in order.
    package var orders: [ClockOrder] = []
    /// How the trainee held the clock.
    package var held = HeldClock()
    /// What could not be read, in words for the reader of the report.
    package var gaps: [String]

    /// Creates a play.
    package init(
        trainee: String, scenario: Scenario, seed: UInt64, records: [EventRecord], keys: [PressedKey] = [],
        interventions: [Intervention] = [], ended: Timestamp? = nil, gaps: [String] = []
    ) {
        self.trainee = trainee
        self.scenario = scenario
        self.seed = seed
        self.records = records
        self.keys = keys
        self.interventions = interventions
        self.ended = ended
        self.gaps = gaps
    }
}

/// A key that the trainee pressed, or another input of the terminal.
package struct PressedKey: Hashable, Sendable {
    /// The drill's time.
    package var at: Timestamp
    /// Position of the last event in the journal when it was pressed.
    package var position: JournalPosition
    /// The key as the manual writes it, such as `a` or `Ctrl-E`; what else was done in a word.
    package var key: String
    /// The command it brought about, nil for a key that only moved or typed.
    package var command: String?

    /// Creates a pressed key.
    package init(at: Timestamp, position: JournalPosition, key: String, command: String? = nil) {
        self.at = at
        self.position = position
        self.key = key
        self.command = command
    }
}

/// Something the trainer did by hand while the drill ran.
package struct Intervention: Hashable, Sendable {
    /// The drill's time.
    package var at: Timestamp
    /// What was ordered, as the control socket names it, such as `inject` or `out`.
    package var verb: String
    /// What it needed, such as a callsign and a reason.
    package var details: String
    /// Where board time went, for a jump or a step.
    package var to: Timestamp?
    /// How far it went, for a jump.
    package var by: Span?
    /// Board seconds a second, for a speed; 0 for as fast as it goes.
    package var speed: Double?

    /// Creates an intervention.
    package init(at: Timestamp, verb: String, details: String = "") {
        self.at = at
        self.verb = verb
        self.details = details
    }

    /// Everything that it needed, for programs: numbers as they were recorded.
    var recorded: String {
        let pace = speed.map { $0 == $0.rounded() && $0.magnitude < 1e15 ? "\(Int64($0))" : "\($0)" }
        let parts = [pace, by.map { "\($0.milliseconds)" }, to.map { "\($0.rawValue)" }, details]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension PlayedDrill {
    /// How much board time the trainer ran through, which is charged to nobody.
    package var ranAhead: Span {
        let last = ended ?? records.last?.at ?? scenario.start
        return UnattendedTime(orders, end: last).within(scenario.start, last)
    }

    /// The score of what was played.
    package var score: DrillScore {
        let last = ended ?? records.last?.at ?? scenario.start
        return DrillScore(
            scenario: scenario, records: records, end: ended, unattended: UnattendedTime(orders, end: last))
    }
}
