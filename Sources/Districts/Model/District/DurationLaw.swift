import SimulationKit

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
