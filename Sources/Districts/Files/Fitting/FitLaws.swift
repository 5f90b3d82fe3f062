/// Laws of duration out of observed lengths.
enum FitLaws {
    /// Fewer observations than this speak for nobody but themselves.
    static let enough = 30
    /// Points of an observed law beside the least.
    private static let steps = 20

    /// A law of observed seconds: their own quantiles where there are enough, else a lognormal one of their mean and
    /// variation, else the other law.
    static func law(_ seconds: [Double], else other: DurationLaw) -> DurationLaw {
        let sorted = seconds.filter { $0 >= 0 && $0 <= 86_400 }.sorted()
        guard sorted.count >= enough else { return sorted.count >= 5 ? lognormal(sorted) : other }
        let values = (0...steps).map { quantile(sorted, Double($0) / Double(steps)) }
        // The few longest stand for much of the mean; between the last quantile and the greatest a line would overstate it.
        let tail = quantile(sorted, 0.99)
        return .observed(values.dropLast() + [max(values[steps - 1], tail)])
    }

    private static func lognormal(_ seconds: [Double]) -> DurationLaw {
        let mean = seconds.reduce(0, +) / Double(seconds.count)
        guard mean > 0 else { return .fixed(0) }
        let variance = seconds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(seconds.count - 1)
        return variance == 0 ? .fixed(mean) : .lognormal(mean: mean, variation: min(3, variance.squareRoot() / mean))
    }

    /// The value at a fraction of sorted numbers, linear between neighbours.
    static func quantile(_ sorted: [Double], _ fraction: Double) -> Double {
        guard let last = sorted.last else { return 0 }
        let rank = fraction * Double(sorted.count - 1)
        let below = Int(rank)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (rank - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
