/// What no placing of units can exceed, by Lagrange's multipliers.
///
/// With a price on each node's cover the problem falls apart: each node takes as many units as are worth their price, and all
/// units stand where the prices they reach make most. For any prices not below 0 that is a bound:
///
///     Σ_j max_m (w_j (1 - q^m) - λ_j m) + p · max_i Σ_{j in reach i} λ_j
///
/// It is the bound of the linear relaxation at the best prices (Geoffrion, "Lagrangean relaxation for integer programming",
/// 1974), which for these problems lies within a fraction of a percent. A placing tells where the best prices are: between
/// what a node's last unit added and what one more would add. Within that box the greatest of the sums is smoothed by its
/// exponential mean and brought down by Nesterov's gradient method ("Smooth minimization of non-smooth functions",
/// Mathematical Programming 103, 2005); what is left goes down by the volume algorithm (Barahona and Anbil, Mathematical
/// Programming 87, 2000), which needs no box.
struct CoverageDual {
    private let problem: CoverageLocation
    private let start: CoverageGreedy.Placed
    /// The best prices found.
    private(set) var multipliers: [Double]
    /// What they prove.
    private(set) var bound: Double

    init(_ problem: CoverageLocation, from start: CoverageGreedy.Placed) {
        self.problem = problem
        self.start = start
        multipliers = problem.weights.indices.map { problem.weights[$0] * problem.gain(beyond: start.cover[$0]) }
        bound = .infinity
        bound = worth(multipliers).bound
    }

    /// Lowers the bound until it is this low, or no better found.
    mutating func lower(to wanted: Double) {
        for smoothing in [0.03, 0.01, 0.003, 0.001] where bound > wanted {
            descend(smoothing: smoothing, wanted: wanted)
        }
        if bound > wanted { walk(wanted: wanted) }
    }

    /// The bound of prices, how many units each node would take, and the place that makes most.
    private func worth(_ prices: [Double]) -> (bound: Double, units: [Int], place: Int) {
        var sum = 0.0
        var units = [Int](repeating: 0, count: prices.count)
        for node in prices.indices {
            let weight = problem.weights[node]
            // Gains fall, so that the next unit is taken while it is worth its price.
            while units[node] < problem.units, weight * problem.gain(beyond: units[node]) > prices[node] {
                units[node] += 1
            }
            sum += weight * problem.share(units[node]) - prices[node] * Double(units[node])
        }
        let sums = sums(prices)
        let place = sums.indices.max { sums[$0] < sums[$1] } ?? 0
        return (sum + Double(problem.units) * sums[place], units, place)
    }

    private func sums(_ prices: [Double]) -> [Double] {
        problem.reach.map { nodes in
            var sum = 0.0
            for node in nodes { sum += prices[node] }
            return sum
        }
    }

    private mutating func note(_ prices: [Double], _ found: Double) -> Bool {
        guard found < bound else { return false }
        (bound, multipliers) = (found, prices)
        return true
    }

    // MARK: - Within the box

    private func box() -> (low: [Double], high: [Double]) {
        let nodes = problem.weights.indices
        return (
            nodes.map { problem.weights[$0] * problem.gain(beyond: start.cover[$0]) },
            nodes.map { problem.weights[$0] * problem.gain(beyond: max(0, start.cover[$0] - 1)) }
        )
    }

    private mutating func descend(smoothing: Double, wanted: Double) {
        let (low, high) = box()
        var point = zip(multipliers, zip(low, high)).map { min($1.1, max($1.0, $0)) }
        if smoothing == 0.03 { point = zip(low, high).map { ($0 + $1) / 2 } }
        let width = zip(low, high).map { ($1 - $0) * ($1 - $0) }
        let most = sums(point).max() ?? 0
        let steepest = sums(width).max() ?? 0
        guard most > 0, steepest > 0 else { return }
        let softness = smoothing * most
        let step = 3 * softness / (Double(problem.units) * steepest)
        var (look, speed) = (point, 1.0)
        for _ in 0..<100 where bound > wanted {
            let slope = slope(look, softness)
            let next = look.indices.map { min(high[$0], max(low[$0], look[$0] - step * width[$0] * slope[$0])) }
            // A step uphill begins anew without speed.
            if next.indices.reduce(0, { $0 + (next[$1] - point[$1]) * slope[$1] }) > 0 { speed = 1 }
            let faster = (1 + (1 + 4 * speed * speed).squareRoot()) / 2
            look = next.indices.map { node in
                min(high[node], max(low[node], next[node] + (speed - 1) / faster * (next[node] - point[node])))
            }
            (point, speed) = (next, faster)
            _ = note(point, worth(point).bound)
        }
    }

    /// The slope of the smoothed bound within the box, where each node takes the units that reach it.
    private func slope(_ prices: [Double], _ softness: Double) -> [Double] {
        let sums = sums(prices)
        let most = sums.max() ?? 0
        var parts = sums.map { PlainMath.exp(($0 - most) / softness) }
        let all = parts.reduce(0, +)
        for place in parts.indices { parts[place] *= Double(problem.units) / all }
        var slope = start.cover.map { -Double($0) }
        for (place, part) in parts.enumerated() where part > 1e-12 {
            for node in problem.reach[place] { slope[node] += part }
        }
        return slope
    }

    // MARK: - Anywhere

    private mutating func walk(wanted: Double) {
        var cover = start.cover.map(Double.init)
        var taken = cover
        var (size, idle, mixing) = (1.0, 0, 0.3)
        for _ in 0..<500 where bound > wanted {
            var squares = 0.0
            for node in cover.indices { squares += (cover[node] - taken[node]) * (cover[node] - taken[node]) }
            let length = squares > 1e-12 ? size * (bound - start.value) / squares : 0
            let prices = multipliers.indices.map { max(0, multipliers[$0] - length * (cover[$0] - taken[$0])) }
            let (found, units, place) = worth(prices)
            idle = note(prices, found) ? 0 : idle + 1
            if idle > 20 { (size, idle) = (size * 0.7, 0) }
            mixing = max(0.02, mixing * 0.99)
            for node in cover.indices {
                cover[node] *= 1 - mixing
                taken[node] = (1 - mixing) * taken[node] + mixing * Double(units[node])
            }
            for node in problem.reach[place] { cover[node] += mixing * Double(problem.units) }
        }
    }
}
