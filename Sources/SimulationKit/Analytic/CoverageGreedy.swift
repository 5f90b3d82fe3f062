/// Units placed one by one where each adds the most, then moved one by one while that adds anything.
///
/// The gain of a unit only falls as others are placed (a submodular function), so that the first step alone gives 1 - 1/e of
/// the best (Nemhauser, Wolsey and Fisher, Mathematical Programming 14, 1978); swapping is Teitz and Bart's (1968).
struct CoverageGreedy {
    private let problem: CoverageLocation
    /// What one more unit adds of each node's demand, by how many reach it already.
    private let gains: [Double]
    private var cover: [Int]
    private var places: [Int] = []

    init(_ problem: CoverageLocation) {
        self.problem = problem
        gains = (0...problem.units).map(problem.gain(beyond:))
        cover = [Int](repeating: 0, count: problem.weights.count)
    }

    /// The places found, how often each node is reached, and the demand covered.
    struct Placed {
        var places: [Int]
        var cover: [Int]
        var value: Double
    }

    func placed() -> Placed {
        var copy = self
        copy.place()
        copy.swap()
        let value = problem.weights.indices.reduce(0) { $0 + problem.weights[$1] * problem.share(copy.cover[$1]) }
        return Placed(places: copy.places, cover: copy.cover, value: value)
    }

    private mutating func place() {
        for _ in 0..<problem.units {
            let place = best().place
            places.append(place)
            for node in problem.reach[place] { cover[node] += 1 }
        }
    }

    /// The place where one more unit adds the most.
    private func best() -> (place: Int, gain: Double) {
        var (found, most) = (0, -1.0)
        for place in problem.reach.indices {
            let gain = gain(place)
            if gain > most { (found, most) = (place, gain) }
        }
        return (found, most)
    }

    private func gain(_ place: Int) -> Double {
        var sum = 0.0
        for node in problem.reach[place] { sum += problem.weights[node] * gains[cover[node]] }
        return sum
    }

    /// The most rounds: far more than are ever needed.
    private static let rounds = 50

    private mutating func swap() {
        for _ in 0..<Self.rounds {
            var hasMoved = false
            for unit in places.indices {
                let old = places[unit]
                for node in problem.reach[old] { cover[node] -= 1 }
                let (place, most) = best()
                let isBetter = most > gain(old) + 1e-12
                if isBetter { places[unit] = place }
                for node in problem.reach[places[unit]] { cover[node] += 1 }
                hasMoved = hasMoved || isBetter
            }
            if !hasMoved { return }
        }
    }
}
