import SimulationKit
import Testing

@Suite("Where units cover most")
struct CoverageTests {
    /// A problem on random points, reach by distance.
    private static func scattered(
        seed: UInt64, places: Int, nodes: Int, units: Int, busy: Double, reach: Double
    ) -> CoverageLocation {
        var stream = RandomStream(seed: seed)
        let points = (0..<nodes).map { _ in (stream.uniform(), stream.uniform()) }
        let sites = (0..<places).map { _ in (stream.uniform(), stream.uniform()) }
        let within = sites.map { site in
            points.indices.filter { index in
                let (x, y) = (points[index].0 - site.0, points[index].1 - site.1)
                return x * x + y * y <= reach * reach
            }
        }
        let weights = (0..<nodes).map { _ in -PlainMath.log(1 - stream.uniform()) / Double(nodes) }
        return CoverageLocation(weights: weights, reach: within, units: units, busyFraction: busy)
    }

    private static func covered(_ problem: CoverageLocation, _ places: [Int]) -> Double {
        var missed = [Double](repeating: 1, count: problem.weights.count)
        for place in places { for node in problem.reach[place] { missed[node] *= problem.busyFraction } }
        return problem.weights.indices.reduce(0) { $0 + problem.weights[$1] * (1 - missed[$1]) }
    }

    /// Every placing of the units, several on a place allowed.
    private static func enumerated(_ problem: CoverageLocation, from first: Int = 0, _ chosen: [Int] = []) -> Double {
        guard chosen.count < problem.units else { return covered(problem, chosen) }
        var most = 0.0
        for place in first..<problem.reach.count {
            most = max(most, enumerated(problem, from: place, chosen + [place]))
        }
        return most
    }

    @Test("The best is what trying everything finds", arguments: 1...12)
    func enumeration(seed: UInt64) {
        let problem = Self.scattered(
            seed: seed, places: 9, nodes: 14, units: 1 + Int(seed % 4), busy: [0, 0.2, 0.5][Int(seed % 3)], reach: 0.3)
        let plan = problem.best()
        #expect(plan.isOptimal, "seed \(seed)")
        #expect(abs(plan.value - Self.enumerated(problem)) < 1e-9, "seed \(seed)")
        #expect(abs(plan.value - Self.covered(problem, plan.places)) < 1e-9, "seed \(seed)")
    }

    @Test("Grids as they stand in tables, the best by trying everything", arguments: 1...8)
    func grids(seed: UInt64) {
        var stream = RandomStream(seed: seed)
        let problem = CoverageLocation(
            columns: 4, rows: 4, weights: (0..<16).map { _ in stream.uniform() }, units: 2 + Int(seed % 3), radius: 1,
            busyFraction: seed % 2 == 0 ? 0 : 0.3)
        let plan = problem.best()
        #expect(plan.isOptimal && abs(plan.value - Self.enumerated(problem)) < 1e-9, "seed \(seed)")
    }

    @Test("A grid of 6 by 5 with eight units is proven", arguments: [0, 0.3, 0.6])
    func manyUnits(busy: Double) {
        var stream = RandomStream(seed: 11)
        let problem = CoverageLocation(
            columns: 6, rows: 5, weights: (0..<30).map { _ in stream.uniform() }, units: 8, radius: 1,
            busyFraction: busy)
        #expect(problem.best().isOptimal)
    }

    @Test("40 units, 51 beats, 200 posts: within one percent, proven", arguments: [0.2, 0.4, 0.6], [0.1, 0.18])
    func proven(busy: Double, reach: Double) {
        for seed in 1...3 {
            let problem = Self.scattered(
                seed: UInt64(seed), places: 200, nodes: 51, units: 40, busy: busy, reach: reach)
            let plan = problem.solved()
            #expect(plan.gap <= 0.01 && plan.bound >= plan.value, "seed \(seed): \(plan.gap)")
            #expect(plan.places.count == 40 && abs(plan.value - Self.covered(problem, plan.places)) < 1e-9)
        }
    }

    @Test("The bound holds: no placing found anywhere exceeds it", arguments: 1...10)
    func bound(seed: UInt64) {
        let problem = Self.scattered(seed: seed, places: 8, nodes: 12, units: 3, busy: 0.4, reach: 0.35)
        #expect(problem.solved(within: 0.5).bound >= Self.enumerated(problem) - 1e-9, "seed \(seed)")
    }

    @Test("Nothing to place, nowhere to place it, nothing to cover")
    func empty() {
        let none = CoverageLocation(weights: [1], reach: [], units: 3, busyFraction: 0.2)
        #expect(none.best().places.isEmpty && none.best().value == 0)
        let idle = CoverageLocation(weights: [0, 0], reach: [[0], [1]], units: 2, busyFraction: 0)
        #expect(idle.best().value == 0 && idle.best().isOptimal)
        #expect(CoverageLocation(weights: [1], reach: [[]], units: 2, busyFraction: 0.2).best().value == 0)
    }
}
