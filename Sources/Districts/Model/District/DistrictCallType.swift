import DispatchModel

/// A type of call and what is known of it.
package struct DistrictCallType: Hashable, Sendable {
    /// Its code, as incidents carry it.
    package var code: String
    /// What it is called.
    package var name: DistrictText
    /// Its share of the calls against other types', hour by hour: 24 values of at least 0.
    package var weights: [Double]
    /// Shares of the priorities P1 to P5: five values of at least 0, not all 0.
    package var priorities: [Double]
    /// From a unit's arrival until its work there is done.
    package var onScene: DurationLaw
    /// From then until the report is written and the unit is free.
    package var paperwork: DurationLaw
    /// The share that turns out to be nothing: a unit stays `DistrictModel.falseAlarmFactor` of the time.
    package var falseAlarms: Double
    /// The share in which the first unit asks for one more, 0 to 1.
    package var backUp: Double
    /// The share that is raised by one priority once a unit is there, 0 to 1.
    package var escalates: Double
    /// How such incidents end; may be empty.
    package var dispositions: [DistrictText]
    /// What callers say, for the report's words; may be empty.
    package var sayings: [DistrictText]

    /// Creates a type.
    package init(
        code: String, name: DistrictText, weights: [Double] = [Double](repeating: 1, count: 24),
        priorities: [Double] = [0, 0, 1, 0, 0], onScene: DurationLaw = .lognormal(mean: 1200, variation: 0.7),
        paperwork: DurationLaw = .fixed(0), falseAlarms: Double = 0, backUp: Double = 0, escalates: Double = 0,
        dispositions: [DistrictText] = [], sayings: [DistrictText] = []
    ) {
        self.code = code
        self.name = name
        self.weights = weights
        self.priorities = priorities
        self.onScene = onScene
        self.paperwork = paperwork
        self.falseAlarms = falseAlarms
        self.backUp = backUp
        self.escalates = escalates
        self.dispositions = dispositions
        self.sayings = sayings
    }
}
