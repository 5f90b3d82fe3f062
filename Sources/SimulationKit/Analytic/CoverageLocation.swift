/// Where to place units so that the most demand lies within reach: the maximal covering location problem (Church and
/// ReVelle, 1974), and with busy units the maximal expected one (Daskin, "A maximum expected covering location model",
/// Transportation Science 17, 1983). Solved exactly by a search that leaves out what cannot be better.
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

    /// The most demand covered, and places that cover it; several units may share a node.
    package func best() -> (value: Double, places: [Int]) {
        var search = Search(problem: self, open: weights)
        search.go(from: 0, left: units, value: 0)
        return (search.best, search.places)
    }

    private struct Search {
        let problem: CoverageLocation
        /// What is still uncovered of each node.
        var open: [Double]
        var chosen: [Int] = []
        var best = -1.0
        var places: [Int] = []

        init(problem: CoverageLocation, open: [Double]) {
            self.problem = problem
            self.open = open
        }

        func gain(_ node: Int) -> Double {
            problem.reach[node].reduce(0) { $0 + open[$1] } * (1 - problem.busyFraction)
        }

        /// Gains only fall as units are placed, so that the greatest ones left bound what can follow.
        mutating func go(from first: Int, left: Int, value: Double) {
            guard left > 0 else {
                if value > best { (best, places) = (value, chosen) }
                return
            }
            let gains = (first..<problem.reach.count).map(gain)
            guard let most = gains.max(), value + Double(left) * most > best + 1e-12 else { return }
            for (offset, more) in gains.enumerated() where value + more + Double(left - 1) * most > best + 1e-12 {
                let node = first + offset
                let before = open
                for covered in problem.reach[node] { open[covered] *= problem.busyFraction }
                chosen.append(node)
                go(from: node, left: left - 1, value: value + more)
                chosen.removeLast()
                open = before
            }
        }
    }
}
