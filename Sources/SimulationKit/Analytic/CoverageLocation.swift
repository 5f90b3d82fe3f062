/// Where to place units so that the most demand lies within reach: the maximal covering location problem (Church and
/// ReVelle, 1974), and with busy units the maximal expected one (Daskin, "A maximum expected covering location model",
/// Transportation Science 17, 1983).
package struct CoverageLocation: Hashable, Sendable {
    /// The demand of each node.
    package var weights: [Double]
    /// For each node, the nodes that a unit placed there reaches.
    package var reach: [[Int]]
    /// How many units.
    package var units: Int
    /// The chance that a unit is busy; 0 for the deterministic problem.
    package var busyFraction: Double

    /// Creates the problem.
    package init(weights: [Double], reach: [[Int]], units: Int, busyFraction: Double) {
        self.weights = weights
        self.reach = reach
        self.units = units
        self.busyFraction = busyFraction
    }

    /// A grid of nodes, numbered row by row, with reach by steps along its lines.
    package init(columns: Int, rows: Int, weights: [Double], units: Int, radius: Int, busyFraction: Double) {
        let reach = (0..<(columns * rows)).map { node in
            (0..<(columns * rows)).filter {
                abs($0 % columns - node % columns) + abs($0 / columns - node / columns) <= radius
            }
        }
        self.init(weights: weights, reach: reach, units: units, busyFraction: busyFraction)
    }

    /// What so many units on a place cover of the demand that it reaches: 1 - q^k (Daskin, 1983).
    func share(_ units: Int) -> Double { units == 0 ? 0 : 1 - PlainMath.integerPower(busyFraction, units) }

    /// What one more unit adds of the demand that so many reach already.
    func gain(beyond units: Int) -> Double { (1 - busyFraction) * PlainMath.integerPower(busyFraction, units) }

    /// The most demand covered, and places that cover it; several units may share a node. Searched until it is proven, or
    /// for `nodes` places tried: then `isOptimal` says no, and `bound` what no placing can exceed.
    package func best(nodes: Int = 4_000_000) -> CoveragePlan { solved(within: 0, nodes: nodes) }

    /// Places for the units that are proven to lie within a share of the best, or as near as `nodes` places tried can prove:
    /// greedy, swapped until no swap helps, bounded by Lagrange's multipliers, searched where that is not enough.
    package func solved(within gap: Double = 0.01, nodes: Int = 20_000) -> CoveragePlan {
        guard units > 0, !reach.isEmpty, weights.contains(where: { $0 > 0 }) else {
            return CoveragePlan(
                places: [Int](repeating: 0, count: reach.isEmpty ? 0 : max(0, units)), value: 0, bound: 0, nodes: 0)
        }
        let start = CoverageGreedy(self).placed()
        var dual = CoverageDual(self, from: start)
        dual.lower(to: start.value * (1 + gap / 4))
        var plan = CoveragePlan(places: start.places.sorted(), value: start.value, bound: dual.bound, nodes: 0)
        guard plan.gap > gap + 1e-12 else { return plan }
        var search = CoverageSearch(self, multipliers: dual.multipliers, plan: plan, limit: nodes, gap: gap)
        search.run()
        plan = search.plan
        return plan
    }
}

/// Where units stand, what that covers, and what cannot be exceeded.
package struct CoveragePlan: Hashable, Sendable {
    /// The place of each unit, in ascending order.
    package var places: [Int]
    /// The demand covered.
    package var value: Double
    /// What no placing covers more than.
    package var bound: Double
    /// Places that were tried by the search; 0 when none was needed.
    package var nodes: Int

    /// How much better the best placing could be, as a share of this one's value.
    package var gap: Double { value > 0 ? max(0, bound / value - 1) : 0 }
    /// True when it is proven that none is better.
    package var isOptimal: Bool { gap < 1e-9 }
}
