import DispatchModel
import SimulationKit

/// A type of call and what is known of it.
package struct DistrictCallType: Hashable, Sendable {
    /// Its code, as incidents carry it.
    package var code: String
    /// What it is called.
    package var name: BilingualText
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
    package var dispositions: [BilingualText]
    /// What callers say, for the report's words; may be empty.
    package var sayings: [BilingualText]

    /// Creates a type.
    package init(
        code: String, name: BilingualText, weights: [Double] = [Double](repeating: 1, count: 24),
        priorities: [Double] = [0, 0, 1, 0, 0], onScene: DurationLaw = .lognormal(mean: 1200, variation: 0.7),
        paperwork: DurationLaw = .fixed(0), falseAlarms: Double = 0, backUp: Double = 0, escalates: Double = 0,
        dispositions: [BilingualText] = [], sayings: [BilingualText] = []
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

/// How long something takes: the law that its length is drawn from. Lengths are seconds.
package enum DurationLaw: Hashable, Sendable {
    /// Always the same.
    case fixed(Double)
    /// Exponential with this mean.
    case exponential(mean: Double)
    /// Lognormal with this mean and coefficient of variation.
    case lognormal(mean: Double, variation: Double)
    /// As observed: values at evenly spaced fractions from the least (0) to the greatest (1), linear between them; at
    /// least two, in rising order.
    case observed([Double])

    /// The mean in seconds.
    package var mean: Double {
        switch self {
        case .fixed(let seconds): seconds
        case .exponential(let mean): mean
        case .lognormal(let mean, _): mean
        case .observed(let values): Self.mean(of: values)
        }
    }

    /// The longest length that is ever drawn, in milliseconds: a day.
    package static let longest: Int64 = 86_400_000

    /// The longest way that is ever made, in seconds: a week, however far and slow a district's settings have it.
    private static let longestWay = 604_800.0

    /// Seconds as whole milliseconds, 0 to a week. What is no number is nothing.
    static func milliseconds(
        _ seconds: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
    ) -> Int64 {
        guard seconds > 0 else { return 0 }
        return Int64((min(seconds, longestWay) * 1000).rounded(rule))
    }

    /// Draws a length in milliseconds, 0 to a day. Takes one number from the stream, whatever the law, so that variants
    /// that share a stream stay in step.
    @inlinable
    package func draw(_ stream: inout RandomStream) -> Int64 {
        let seconds: Double
        switch self {
        case .fixed(let value):
            _ = stream.uniform()
            seconds = value
        case .exponential(let mean): seconds = stream.exponential(mean: mean)
        case .lognormal(let mean, let variation):
            seconds = stream.lognormal(mean: mean, coefficientOfVariation: variation)
        case .observed(let values): seconds = Self.value(of: values, at: stream.uniform())
        }
        return Int64(min(max(seconds, 0) * 1000, Double(Self.longest)).rounded())
    }

    /// The value at a fraction of an observed law.
    @usableFromInline
    static func value(of values: [Double], at fraction: Double) -> Double {
        guard let last = values.last, values.count > 1 else { return values.first ?? 0 }
        let rank = fraction * Double(values.count - 1)
        let below = Int(rank)
        guard below + 1 < values.count else { return last }
        return values[below] + (rank - Double(below)) * (values[below + 1] - values[below])
    }

    private static func mean(of values: [Double]) -> Double {
        guard let first = values.first, let last = values.last, values.count > 1 else { return values.first ?? 0 }
        return (values.reduce(0, +) - (first + last) / 2) / Double(values.count - 1)
    }
}
