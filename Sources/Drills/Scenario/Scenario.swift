import DispatchModel
import Districts

/// A drill as it is written: who plays what where, what happens, and what counts.
package struct Scenario: Sendable {
    /// Its name, as the command line takes it: the file's name without `.toml`, or its own `id`.
    package var id: String
    /// What it is called.
    package var title: BilingualText
    /// What it trains.
    package var purpose: BilingualText
    /// The district it plays in.
    package var district: DistrictModel
    /// The seed of chance when the command line gives none.
    package var seed: UInt64
    /// Board time at which it begins.
    package var start: Timestamp
    /// The IANA zone in which times are shown.
    package var timeZone: String
    /// How it ends.
    package var end: EndCondition
    /// The ordinary calls.
    package var demand: DemandProfile
    /// The scripted events, in the order of the file.
    package var injects: [Inject]
    /// What the player is measured by, in the order of the file.
    package var objectives: [Objective]
    /// The text it was read from: what a drill's folder keeps.
    package var text: String
    /// What lets it be played and still go nowhere, such as calls that no unit of the district is proposed for.
    package var doubts: [ScenarioProblem] = []

    /// Creates a scenario.
    package init(
        id: String, title: BilingualText, purpose: BilingualText, district: DistrictModel, seed: UInt64,
        start: Timestamp,
        timeZone: String, end: EndCondition, demand: DemandProfile = .ordinary, injects: [Inject] = [],
        objectives: [Objective] = [], text: String = ""
    ) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.district = district
        self.seed = seed
        self.start = start
        self.timeZone = timeZone
        self.end = end
        self.demand = demand
        self.injects = injects
        self.objectives = objectives
        self.text = text
    }

    /// When a drill ends.
    package struct EndCondition: Hashable, Sendable {
        /// So long after the beginning at the latest.
        package var after: Span
        /// As soon as this holds; nil to play the whole time.
        package var when: Condition?

        /// Creates an end condition.
        package init(after: Span, when: Condition? = nil) {
            self.after = after
            self.when = when
        }
    }

    /// The longest drill there is.
    package static let longest = Span.hours(24 * 7)
    /// The most injects a scenario may have.
    package static let injectLimit = 5000

    /// The inject of an id.
    package func inject(_ id: String) -> Inject? {
        injects.first { $0.id == id }
    }
}

/// How the district's ordinary calls come in a drill.
package struct DemandProfile: Hashable, Sendable {
    /// From an instant on, this factor on the district's rate. Before the first step it is 1.
    package struct Step: Hashable, Sendable {
        /// Since the beginning of the drill.
        package var from: Span
        /// Times the district's own rate; 0 for no calls.
        package var factor: Double

        /// Creates a step.
        package init(from: Span, factor: Double) {
            self.from = from
            self.factor = factor
        }
    }

    /// The steps in order of time.
    package var steps: [Step]
    /// Further factors by type code; 0 leaves a type out.
    package var types: [String: Double]

    /// Creates a profile.
    package init(steps: [Step] = [], types: [String: Double] = [:]) {
        self.steps = steps
        self.types = types
    }

    /// The district as it is.
    package static let ordinary = DemandProfile()
    /// No calls but the scripted ones.
    package static let none = DemandProfile(steps: [Step(from: .zero, factor: 0)])

    /// The most that a factor may be.
    static let highestFactor = 20.0

    /// The factor at a time since the beginning.
    package func factor(at time: Span) -> Double {
        steps.last { $0.from <= time }?.factor ?? 1
    }

    /// The highest factor there is at any time.
    package var highest: Double {
        let first = steps.first.map { $0.from > .zero ? 1.0 : 0 } ?? 1
        return steps.reduce(first) { max($0, $1.factor) }
    }
}

/// What a drill asks of the player, with its threshold.
package struct Objective: Hashable, Sendable {
    /// Its name in the scenario.
    package var id: String
    /// In words.
    package var title: BilingualText
    /// What is measured.
    package var measure: Measure

    /// Creates an objective.
    package init(id: String, title: BilingualText, measure: Measure) {
        self.id = id
        self.title = title
        self.measure = measure
    }

    /// What is measured, and the threshold.
    package enum Measure: Hashable, Sendable {
        /// So many in a hundred incidents reach a point within a limit, counted from the first report.
        case interval(Interval, of: Filter, percentile: Int, limit: Span)
        /// Alerts of a kind are answered within a limit; nil for every kind.
        case acknowledged(AlertKind?, percentile: Int, limit: Span)
        /// At least so many units can be sent, for so many in a hundred of the drill's time.
        case coverage(free: Int, kinds: Set<UnitKind>, beat: String, share: Int)
        /// So many in a hundred of these injects' expected actions are taken in time; empty for all that expect one.
        case injects([String], share: Int)
        /// So many in a hundred incidents are closed by the end; those that came in the last `grace` do not count.
        case closed(of: Filter, share: Int, grace: Span)
        /// So many alerts of a kind at most; nil for every kind.
        case alerts(AlertKind?, atMost: Int)
    }

    /// From the first report until what.
    package enum Interval: String, CaseIterable, Hashable, Sendable {
        /// Until the first unit is sent.
        case dispatch
        /// Until the first unit has read it.
        case acknowledge
        /// Until the first unit arrives.
        case response
        /// Until it is closed.
        case close
    }

    /// Which incidents count.
    package struct Filter: Hashable, Sendable {
        /// Of these priorities, as they stood at the time of sending; empty for all.
        package var priorities: Set<Priority>
        /// Of these types; empty for all.
        package var types: Set<String>
        /// Made by these injects; empty for all.
        package var injects: Set<String>

        /// Creates a filter.
        package init(priorities: Set<Priority> = [], types: Set<String> = [], injects: Set<String> = []) {
            self.priorities = priorities
            self.types = types
            self.injects = injects
        }
    }
}

extension BilingualText {
    /// No text.
    package static let none = BilingualText("", "")
}
