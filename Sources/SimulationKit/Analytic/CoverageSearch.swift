/// The search for the best placing, which leaves out what the prices of a `CoverageDual` or the gains themselves prove to be no
/// better. Places whose reach lies within another's are never needed; the others come in the order of what they are worth at
/// these prices, each with the places behind it, so that no placing is looked at twice.
struct CoverageSearch {
    private let problem: CoverageLocation
    private let prices: [Double]
    private let limit: Int
    private let gap: Double
    /// The best placing so far, with what is proven of it.
    private(set) var plan: CoveragePlan
    /// The places that are tried, the one worth most first, and what each is worth.
    private let order: [Int]
    private let worth: [Double]
    private let gains: [Double]
    private var cover: [Int]
    private var chosen: [Int] = []
    private var nodes = 0
    /// The most that anything left out because of the limit could reach.
    private var open = 0.0

    init(_ problem: CoverageLocation, multipliers: [Double], plan: CoveragePlan, limit: Int, gap: Double) {
        self.problem = problem
        self.plan = plan
        self.limit = limit
        self.gap = gap
        prices = multipliers
        let sums = problem.reach.map { $0.reduce(0) { $0 + multipliers[$1] } }
        order = Self.needed(problem).sorted { (sums[$1], $0) < (sums[$0], $1) }
        worth = order.map { sums[$0] }
        gains = (0...problem.units).map(problem.gain(beyond:))
        cover = [Int](repeating: 0, count: problem.weights.count)
    }

    /// The places that no other one replaces.
    private static func needed(_ problem: CoverageLocation) -> [Int] {
        let sets = problem.reach.map { Set($0.filter { problem.weights[$0] > 0 }) }
        return sets.indices.filter { place in
            !sets.indices.contains { other in
                other != place && sets[other].isSuperset(of: sets[place])
                    && (sets[other].count > sets[place].count || other < place)
            }
        }
    }

    /// Searches, and leaves in `plan` what was found and proven.
    mutating func run() {
        go(from: 0, left: problem.units, value: 0)
        plan.nodes = nodes
        let proven = nodes >= limit ? open : 0
        plan.bound = min(plan.bound, max(proven, plan.value * (1 + gap)))
    }

    /// What must be exceeded to matter.
    private var wanted: Double { plan.value * (1 + gap) + 1e-12 }

    private mutating func go(from first: Int, left: Int, value: Double) {
        guard left > 0 else {
            if value > plan.value { (plan.value, plan.places) = (value, chosen.map { order[$0] }.sorted()) }
            return
        }
        nodes += 1
        let priced = priced()
        var steps: [(place: Int, gain: Double)] = []
        var most = 0.0
        for place in first..<order.count {
            let gain = gain(order[place])
            most = max(most, gain)
            steps.append((place, gain))
        }
        let bound = min(value + Double(left) * most, priced + Double(left) * (first < worth.count ? worth[first] : 0))
        guard bound > wanted else { return }
        guard nodes < limit else {
            open = max(open, bound)
            return
        }
        // What adds most is tried first; a place is followed by itself and those behind it alone.
        for step in steps.sorted(by: { ($1.gain, $0.place) < ($0.gain, $1.place) }) {
            let rest = min(value + step.gain + Double(left - 1) * most, priced + Double(left) * worth[step.place])
            guard rest > wanted else { continue }
            for node in problem.reach[order[step.place]] { cover[node] += 1 }
            chosen.append(step.place)
            go(from: step.place, left: left - 1, value: value + step.gain)
            chosen.removeLast()
            for node in problem.reach[order[step.place]] { cover[node] -= 1 }
        }
    }

    /// What all nodes would be worth at the prices, those that are reached counted as they are: each takes as many more units as
    /// are worth their price, none of those that reach it being given back.
    private func priced() -> Double {
        var sum = 0.0
        for node in prices.indices {
            let weight = problem.weights[node]
            var units = cover[node]
            while units < problem.units, weight * gains[units] > prices[node] { units += 1 }
            sum += weight * problem.share(units) - prices[node] * Double(units - cover[node])
        }
        return sum
    }

    private func gain(_ place: Int) -> Double {
        var sum = 0.0
        for node in problem.reach[place] { sum += problem.weights[node] * gains[cover[node]] }
        return sum
    }
}
