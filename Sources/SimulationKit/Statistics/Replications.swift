import Dispatch
import Synchronization

/// One run of a model among several: where its random numbers come from.
package struct Replication: Hashable, Sendable {
    /// Counts from 0.
    package var index: Int
    /// The seed of its streams. Antithetic partners have the same.
    package var seed: UInt64
    /// Whether its numbers are the mirror of its partner's.
    package var isAntithetic: Bool

    /// Creates one.
    package init(index: Int, seed: UInt64, isAntithetic: Bool = false) {
        self.index = index
        self.seed = seed
        self.isAntithetic = isAntithetic
    }

    /// The stream of a source of randomness. Variants that number their sources alike share their numbers.
    package func stream(_ source: UInt64) -> RandomStream {
        RandomStream(seed: seed, stream: source, antithetic: isAntithetic)
    }
}

/// Independent runs of a model on all cores, the results always in the order of the runs: the number of cores and their
/// speed change nothing in what comes out.
package struct Replications: Hashable, Sendable {
    /// The seed of the whole study; a replication's own seed follows from it and from its number.
    package var seed: UInt64
    /// How many replications at most.
    package var limit: Int
    /// How many before the first look at the precision, and between looks.
    package var batch: Int
    /// Whether replications 0 and 1, 2 and 3, … are antithetic partners; give then an even `limit` and `batch`.
    package var isAntithetic: Bool

    /// Creates the plan of a study.
    package init(seed: UInt64, limit: Int, batch: Int? = nil, isAntithetic: Bool = false) {
        self.seed = seed
        self.limit = max(1, limit)
        self.batch = max(1, batch ?? limit)
        self.isAntithetic = isAntithetic
    }

    /// The replication of a number.
    package func replication(_ index: Int) -> Replication {
        let pair = UInt64(isAntithetic ? index / 2 : index)
        var state = seed &+ pair &* 0x9FB2_1C65_1E98_DF25
        return Replication(
            index: index, seed: RandomStream.splitMix(&state), isAntithetic: isAntithetic && index % 2 == 1)
    }

    /// Runs all replications. `progress` hears, from any core, how many of how many are done.
    package func run<Result: Sendable>(
        progress: (@Sendable (Int, Int) -> Void)? = nil, _ body: @Sendable (Replication) -> Result
    ) -> [Result] {
        run(until: { _ in false }, progress: progress, body)
    }

    /// Runs batch after batch until enough is known or the limit is reached.
    ///
    /// `isEnough` sees all results so far after each batch. A stop that looks at its own results leaves a small bias in
    /// the interval, which is why a batch should not be small (Law and Kelton, "Confidence intervals for steady-state
    /// simulations", Operations Research 32, 1984).
    package func run<Result: Sendable>(
        until isEnough: ([Result]) -> Bool, progress: (@Sendable (Int, Int) -> Void)? = nil,
        _ body: @Sendable (Replication) -> Result
    ) -> [Result] {
        var results: [Result] = []
        while results.count < limit {
            let first = results.count
            let count = min(batch, limit - first)
            let done = Mutex([Result?](repeating: nil, count: count))
            let finished = Atomic(first)
            DispatchQueue.concurrentPerform(iterations: count) { offset in
                let result = body(replication(first + offset))
                done.withLock { $0[offset] = result }
                progress?(finished.add(1, ordering: .relaxed).newValue, limit)
            }
            results += done.withLock { $0.compactMap { $0 } }
            if isEnough(results) { break }
        }
        return results
    }

    /// Runs until the 95 % interval of one number a replication is narrower, relative to its mean, than a precision.
    package func run(relativePrecision: Double, _ body: @Sendable (Replication) -> Double) -> Interval95 {
        let isAntithetic = isAntithetic
        let interval: ([Double]) -> Interval95 = { isAntithetic ? Interval95(ofPairs: $0) : Interval95(of: $0) }
        return interval(run(until: { interval($0).relativeHalfWidth <= relativePrecision }, body))
    }
}

/// A mean and how sure it is: the true one lies within the half-width in 95 of 100 such runs.
@frozen
public struct Interval95: Hashable, Sendable {
    /// The estimate.
    public var mean: Double
    /// Half the width of the interval; infinite when one number alone stands behind it.
    public var halfWidth: Double
    /// How many independent numbers stand behind it.
    public var count: Int

    /// Creates one from its parts.
    public init(mean: Double, halfWidth: Double, count: Int) {
        self.mean = mean
        self.halfWidth = halfWidth
        self.count = count
    }

    /// The interval of independent numbers, one a replication, by Student's t.
    public init(of values: some Sequence<Double>) {
        var running = RunningMean()
        for value in values { running.add(value) }
        self = running.interval
    }

    /// The interval of antithetic pairs: each pair's mean is one independent number.
    public init(ofPairs values: [Double]) {
        self.init(of: stride(from: 0, to: values.count - 1, by: 2).map { (values[$0] + values[$0 + 1]) / 2 })
    }

    /// The difference of two variants on common random numbers: the first values less the second, pair by pair.
    public init(ofDifferences first: [Double], _ second: [Double]) {
        self.init(of: zip(first, second).map { $0 - $1 })
    }

    /// The lower end.
    public var low: Double { mean - halfWidth }

    /// The upper end.
    public var high: Double { mean + halfWidth }

    /// Half the width over the mean's magnitude.
    public var relativeHalfWidth: Double {
        halfWidth == 0 ? 0 : mean == 0 ? .infinity : halfWidth / mean.magnitude
    }

    /// Whether a number lies inside.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

/// Student's t distribution (Student, "The probable error of a mean", Biometrika 6, 1908).
public enum StudentT {
    /// The point that a t-distributed number stays below with a probability from one half up to 1.
    ///
    /// Up to 200 degrees of freedom the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4 is inverted, above the
    /// expansion 26.7.5 is used: five digits and more everywhere.
    public static func quantile(_ probability: Double, freedom: Int) -> Double {
        guard freedom > 0 else { return .infinity }
        let z = PlainMath.normalQuantile(probability)
        if freedom > 200 {
            let n = Double(freedom)
            let square = z * z
            let first = z * (square + 1) / 4
            let second = z * (5 * square * square + 16 * square + 3) / 96
            return z + first / n + second / (n * n)
        }
        var low = 0.0
        var high = 0.25
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if central(turns: middle, freedom: freedom) < 2 * probability - 1 { low = middle } else { high = middle }
        }
        let angle = PlainMath.sineCosine(turns: low)
        return angle.sine / angle.cosine * Double(freedom).squareRoot()
    }

    /// The probability of lying within ± √freedom · tan(angle).
    private static func central(turns: Double, freedom: Int) -> Double {
        let (sine, cosine) = PlainMath.sineCosine(turns: turns)
        let isOdd = freedom % 2 == 1
        var term = isOdd ? cosine : 1
        var sum = freedom == 1 ? 0 : term
        var factor = isOdd ? 2.0 : 1.0
        while Int(factor) + 1 < freedom - 1 {
            term *= cosine * cosine * factor / (factor + 1)
            sum += term
            factor += 2
        }
        return isOdd ? 4 * turns + 2 / Double.pi * sine * sum : sine * sum
    }
}
