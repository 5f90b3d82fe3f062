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
