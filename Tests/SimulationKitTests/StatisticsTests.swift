import SimulationKit
import Synchronization
import Testing

@Suite struct StatisticsTests {
    @Test(
        "Points of Student's t, as tables print them",
        arguments: [
            (1, 12.7062), (2, 4.30265), (3, 3.18245), (4, 2.77645), (9, 2.26216), (30, 2.04227), (120, 1.97993),
            (200, 1.97190), (201, 1.97184), (1000, 1.96234),
        ])
    func student(freedom: Int, point: Double) {
        #expect(abs(StudentT.quantile(0.975, freedom: freedom) - point) < 6e-5)
    }

    @Test("Mean and variance, taken in one go or merged", arguments: 1...5)
    func mean(seed: UInt64) {
        var stream = RandomStream(seed: seed)
        let values = (0..<500).map { _ in stream.uniform(1e6...1e6 + 1) }
        var whole = RunningMean()
        var parts = [RunningMean(), RunningMean(), RunningMean()]
        for (index, value) in values.enumerated() {
            whole.add(value)
            parts[index * index % 3].add(value)
        }
        var merged = RunningMean()
        for part in parts { merged.merge(part) }
        let mean = values.reduce(0, +) / 500
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 499
        for running in [whole, merged] {
            #expect(running.count == 500)
            #expect(abs(running.mean - mean) < 1e-8)
            #expect(abs(running.variance - variance) < 1e-8)
        }
    }

    @Test("Intervals of few, of pairs and of differences")
    func intervals() {
        #expect(Interval95(of: [3]).halfWidth == .infinity)
        let interval = Interval95(of: [1, 2, 3])
        #expect(abs(interval.halfWidth - 4.30265 / 3.0.squareRoot()) < 1e-4)
        #expect(interval.contains(2) && !interval.contains(5))
        #expect(Interval95(ofPairs: [1, 3, 0, 4]).halfWidth == 0)
        #expect(Interval95(ofDifferences: [5, 6, 7], [1, 2, 3]) == Interval95(mean: 4, halfWidth: 0, count: 3))
    }

    @Test("Intervals hold the true mean at about the rate they promise")
    func coverage() {
        let seed: UInt64 = 2026
        let inside = (0..<2_000).count { study in
            var stream = RandomStream(seed: seed, stream: UInt64(study))
            return Interval95(of: (0..<8).map { _ in stream.normal() }).contains(0)
        }
        // Binomial with 2,000 trials of 0.95: deviation 9.7.
        #expect(abs(inside - 1_900) < 40, "seed \(seed): \(inside) of 2000")
    }

    @Test("Quantiles of a histogram lie within a thousandth of the sorted numbers'", arguments: 1...5)
    func quantiles(seed: UInt64) throws {
        var stream = RandomStream(seed: seed)
        let times = (0..<3_000).map { _ in Int64(stream.lognormal(mean: 60_000, coefficientOfVariation: 2)) }
        var (one, two) = (QuantileHistogram(), QuantileHistogram())
        for (index, time) in times.enumerated() { if index % 3 == 0 { one.add(time) } else { two.add(time) } }
        one.merge(two)
        let sorted = times.sorted()
        for fraction in [0, 0.1, 0.5, 0.9, 0.99, 1] {
            let exact = Double(sorted[Int(Double(sorted.count - 1) * fraction)])
            let found = try #require(one.quantile(fraction))
            #expect(abs(found - exact) <= exact / 1_000 + 1, "seed \(seed): \(fraction)")
        }
        #expect(QuantileHistogram().quantile(0.5) == nil)
    }

    @Test("A mean over time, and a measurement begun anew")
    func timeAverage() {
        var length = TimeAverage()
        length.set(2, at: 10)
        length.set(1, at: 20)
        #expect(length.mean(at: 40) == 1)
        length.restart(at: 40)
        #expect(length.mean(at: 40) == 1)
        length.set(5, at: 50)
        #expect(length.mean(at: 60) == 3)
    }

    @Test("Replications come in their order; antithetic partners share a seed")
    func replications() {
        let plan = Replications(seed: 9, limit: 8, batch: 4, isAntithetic: true)
        let told = Mutex<[Int]>([])
        let note: @Sendable (Int, Int) -> Void = { done, all in told.withLock { $0.append(done * 100 + all) } }
        let runs = plan.run(progress: note) { $0 }
        #expect(runs.map(\.index) == Array(0..<8))
        #expect(runs.map(\.isAntithetic) == [false, true, false, true, false, true, false, true])
        #expect(Set(runs.map(\.seed)).count == 4)
        #expect(runs == plan.run { $0 })
        #expect(told.withLock { $0.sorted() } == (1...8).map { $0 * 100 + 8 })
    }

    @Test("Replications stop when enough is known, and antithetic pairs know more")
    func stopping() {
        let mean: @Sendable (Replication) -> Double = { replication in
            var stream = replication.stream(0)
            return (0..<100).reduce(0.0) { sum, _ in sum + stream.exponential(mean: 1) } / 100
        }
        let interval = Replications(seed: 3, limit: 10_000, batch: 50).run(relativePrecision: 0.02, mean)
        #expect(interval.relativeHalfWidth <= 0.02)
        #expect(interval.count % 50 == 0 && interval.count < 1_000)
        let plain = Replications(seed: 3, limit: 200).run(relativePrecision: 0, mean)
        let paired = Replications(seed: 3, limit: 200, isAntithetic: true).run(relativePrecision: 0, mean)
        #expect(paired.halfWidth < 0.8 * plain.halfWidth)
    }
}
