import DispatchModel
import Districts

/// A drill as it is written: who plays what where, what happens, and what counts.
package struct Scenario: Sendable {
    /// Its name, as the command line takes it: the file's name without `.toml`, or its own `id`.
    package var id: String
    /// What it is called.
    package var title: DrillText
    /// What it trains.
    package var purpose: DrillText
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
        id: String, title: DrillText, purpose: DrillText, district: DistrictModel, seed: UInt64, start: Timestamp,
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
