/// The shape of a measure: a number, a list or named parts of such.
package indirect enum MeasureTree: Hashable, Sendable {
    /// One part of a record.
    package struct Part: Hashable, Sendable {
        /// Its name.
        package var name: String
        /// What it is.
        package var tree: MeasureTree

        /// Creates a part.
        package init(_ name: String, _ tree: MeasureTree) {
            self.name = name
            self.tree = tree
        }
    }

    /// A single number.
    case number(Double)
    /// Several in an order.
    case list([MeasureTree])
    /// Named parts in an order.
    case record([Part])

    /// A list of numbers.
    package static func numbers(_ values: [Double]) -> MeasureTree { .list(values.map { .number($0) }) }

    /// A list of lists of numbers.
    package static func matrix(_ rows: [[Double]]) -> MeasureTree { .list(rows.map { .numbers($0) }) }

    /// All numbers, from the first to the last.
    package var flat: [Double] {
        switch self {
        case .number(let value): [value]
        case .list(let trees): trees.flatMap(\.flat)
        case .record(let parts): parts.flatMap(\.tree.flat)
        }
    }

    /// The same shape with other numbers, taken from a list in order.
    func refilled(_ values: some Sequence<Double>) -> MeasureTree {
        var iterator = values.makeIterator()
        return refilled(next: { iterator.next() ?? .nan })
    }

    private func refilled(next: () -> Double) -> MeasureTree {
        switch self {
        case .number: .number(next())
        case .list(let trees): .list(trees.map { $0.refilled(next: next) })
        case .record(let parts): .record(parts.map { Part($0.name, $0.tree.refilled(next: next)) })
        }
    }
}

/// A named result of a model.
package struct Measure: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// What it came to.
    package var tree: MeasureTree

    /// Creates a measure.
    package init(_ name: String, _ tree: MeasureTree) {
        self.name = name
        self.tree = tree
    }

    /// Creates a measure that is one number.
    package init(_ name: String, _ value: Double) { self.init(name, .number(value)) }

    /// Creates a measure that is a list of numbers.
    package init(_ name: String, _ values: [Double]) { self.init(name, .numbers(values)) }
}

/// How a figure was come by.
package enum MeasureMethod: String, Hashable, Sendable {
    /// Means over replications of the whole model.
    case simulated
    /// Means over replications of the model held between neighbouring levels (see ``LevelLadder``).
    case ladder
    /// By formula.
    case analytic
    /// By exact search.
    case search
}

/// A measure with its 95 % intervals: three trees of one shape.
package struct MeasuredInterval: Hashable, Sendable {
    /// The measure's name.
    package var name: String
    /// Means over the replications.
    package var value: MeasureTree
    /// Half-widths of the 95 % intervals.
    package var halfWidth: MeasureTree
    /// How it was come by.
    package var method: MeasureMethod
    /// How many replications stand behind it.
    package var replications: Int
    /// False when the work for the case was used up before the interval was as narrow as it should be.
    package var isPrecise = true

    /// The numbers, counted from 0 in the order of the tree, that grow without end.
    package var endless: [Int] { value.flat.indices.filter { value.flat[$0] == .infinity } }
}

/// A simulation that yields some of the measures of a case.
package struct SimulationJob: Sendable {
    /// How its figures come about.
    package var method = MeasureMethod.simulated
    /// Replications between two looks at the precision.
    package var batch: Int
    /// Replications at most.
    package var limit: Int
    /// Stop when every interval is narrower than this, relative to its mean; nil for the first batch alone.
    package var precision: Double?
    /// One replication: the same measures in the same shapes every time.
    package var body: @Sendable (Replication) -> [Measure]

    /// Creates a job.
    package init(
        method: MeasureMethod = .simulated, batch: Int, limit: Int, precision: Double?,
        body: @escaping @Sendable (Replication) -> [Measure]
    ) {
        self.method = method
        self.batch = batch
        self.limit = limit
        self.precision = precision
        self.body = body
    }

    /// Runs the replications and gives the intervals.
    package func run(seed: UInt64) -> [MeasuredInterval] {
        let plan = Replications(seed: seed, limit: limit, batch: batch)
        let runs = plan.run(until: { isEnough($0) }, body)
        guard let first = runs.first else { return [] }
        return first.indices.map { index in
            let flats = runs.map { $0[index].tree.flat }
            let intervals = Self.intervals(flats)
            return MeasuredInterval(
                name: first[index].name, value: first[index].tree.refilled(intervals.map(\.mean)),
                halfWidth: first[index].tree.refilled(intervals.map(\.halfWidth)), method: method,
                replications: runs.count, isPrecise: intervals.allSatisfy(isPrecise))
        }
    }

    /// What is infinite in every replication is so for certain.
    private static func intervals(_ flats: [[Double]]) -> [Interval95] {
        (flats.first ?? []).indices.map { place in
            guard flats[0][place].isFinite else {
                return Interval95(mean: flats[0][place], halfWidth: 0, count: flats.count)
            }
            return Interval95(of: flats.map { $0[place] })
        }
    }

    private func isPrecise(_ interval: Interval95) -> Bool {
        precision.map { interval.mean == 0 || interval.relativeHalfWidth <= $0 } ?? true
    }

    private func isEnough(_ runs: [[Measure]]) -> Bool {
        guard precision != nil else { return true }
        guard runs.count > 1 else { return false }
        return Self.intervals(runs.map { $0.flatMap(\.tree.flat) }).allSatisfy(isPrecise)
    }
}

/// A case to be simulated: what its simulations are, and the exact answers that stand beside them.
package protocol SimulationCase: Sendable {
    /// The simulations; each measure comes from one of them.
    var jobs: [SimulationJob] { get }
    /// The measures that are known by formula, integration or search.
    var exact: [Measure] { get }
}

extension SimulationCase {
    /// Runs all simulations of the case.
    package func simulate(seed: UInt64) -> [MeasuredInterval] { jobs.flatMap { $0.run(seed: seed) } }
}

extension StationSpan {
    /// Calls that a job simulates at most, over all its replications: some minutes on two cores.
    static let callBudget = 500_000_000
    /// The longest time before measuring, in calls: beyond it a line remembers its start too long to be simulated.
    static let longestWarmUp = 15_000_000

    /// Calls until a line has forgotten its empty start. Infinite for a line without steady state.
    ///
    /// A line forgets over 1 / (c μ (1 - √ρ)²) (Morse, 1958), yet never faster than the services end that fill it; 25 times
    /// either is waited for.
    static func forgetting(utilisation: Double, load: Double) -> Double {
        guard utilisation < 1 else { return .infinity }
        let slack = 1 - utilisation.squareRoot()
        return 25 * max(utilisation / (slack * slack), load)
    }

    /// Whether a line of which that is said can be simulated within minutes.
    static func isShort(_ forgetting: Double) -> Bool { forgetting <= Double(longestWarmUp) }

    /// A span that begins measuring when a line has forgotten its start, and measures ten times as long.
    static func steady(forgetting: Double, thresholds: [Double] = []) -> StationSpan {
        let warmUp = Int(min(Double(longestWarmUp), max(10_000, forgetting)))
        return StationSpan(warmUp: warmUp, calls: min(5_000_000, max(250_000, 10 * warmUp)), thresholds: thresholds)
    }

    /// So many replications fit into the budget; whole batches of twenty, at least one, at most `most`.
    func replications(atMost most: Int) -> Int {
        let fitting = Self.callBudget / max(1, warmUp + calls)
        return max(20, min(most, fitting / 20 * 20))
    }
}

extension SimulationJob {
    /// Figures that a formula gives in place of a simulation.
    static func formula(_ measures: [Measure]) -> SimulationJob {
        // A formula has no spread: one replication says all, and the interval is a point.
        SimulationJob(method: .analytic, batch: 2, limit: 2, precision: nil) { _ in measures }
    }
}

/// What all cases aim at: every interval narrower than 0.8 % of its mean.
let aimedPrecision = 0.008
