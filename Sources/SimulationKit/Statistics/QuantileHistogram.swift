/// Counts of non-negative times in bins that grow with the time, for quantiles of any number of them in bounded memory:
/// 1,024 bins to every doubling, so that a quantile is right to one part in a thousand; below 1,024 ticks it is exact.
package struct QuantileHistogram: Hashable, Sendable {
    private static let bits = 10
    private static let bins = 1 << bits
    /// How many times came.
    package private(set) var count = 0
    private var counts: [UInt64] = []

    /// Creates an empty one.
    package init() {}

    /// Takes a time in ticks in; below zero counts as zero.
    @inline(__always)
    package mutating func add(_ time: Int64) {
        let index = Self.index(of: UInt64(max(0, time)))
        if index >= counts.count { grow(to: index) }
        counts[index] &+= 1
        count += 1
    }

    /// Takes all that another one took.
    package mutating func merge(_ other: QuantileHistogram) {
        if other.counts.count > counts.count { grow(to: other.counts.count - 1) }
        for (index, more) in other.counts.enumerated() { counts[index] += more }
        count += other.count
    }

    /// The time at a rank of the sorted times, between 0 (least) and 1 (greatest): the one at the whole part of
    /// fraction × (count - 1), placed within its bin as if the bin were evenly filled. Nil when no time came.
    package func quantile(_ fraction: Double) -> Double? {
        guard count > 0 else { return nil }
        let rank = UInt64(Double(count - 1) * min(1, max(0, fraction)))
        var before: UInt64 = 0
        for (index, inside) in counts.enumerated() where inside > 0 {
            if rank < before + inside {
                let (low, width) = Self.bounds(of: index)
                guard width > 1 else { return low }
                return low + width * (Double(rank - before) + 0.5) / Double(inside)
            }
            before += inside
        }
        return nil
    }

    private mutating func grow(to index: Int) {
        counts.append(contentsOf: repeatElement(0, count: index + 1 - counts.count))
    }

    @inline(__always)
    private static func index(of time: UInt64) -> Int {
        let excess = max(0, 63 &- time.leadingZeroBitCount &- bits)
        return excess &* bins &+ Int(truncatingIfNeeded: time >> UInt64(excess))
    }

    private static func bounds(of index: Int) -> (low: Double, width: Double) {
        let excess = max(0, index / bins - 1)
        let low = UInt64(index - excess * bins) << UInt64(excess)
        return (Double(low), Double(UInt64(1) << UInt64(excess)))
    }
}
