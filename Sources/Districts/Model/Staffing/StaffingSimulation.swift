import SimulationKit

/// A district under a dispatch rule, ready to be simulated without a console: how long people wait, how busy units are,
/// what stays covered.
///
/// Each replication plays the same weeks with other luck. The calls of a replication, with all that belongs to them,
/// depend on its seed alone, and so do a unit's failures and rounds: variants of a district meet the same luck.
package struct StaffingSimulation: Sendable {
    /// The district.
    package var model: DistrictModel { layout.model }
    /// Who is sent.
    package let rule: DispatchRule
    /// How the demand is bent.
    package let rate: DemandRate
    /// What is measured, in the order of a replication's values.
    package let measures: [StaffingMeasure]
    private let layout: StaffingLayout

    /// Prepares a district; without a rule its own counts.
    package init(_ model: DistrictModel, rule: DispatchRule? = nil, rate: DemandRate = .ordinary) {
        self.rule = rule ?? model.rule
        self.rate = rate
        layout = StaffingLayout(model)
        measures = StaffingTally.measures(layout)
    }

    /// How long a replication is.
    package struct Length: Hashable, Sendable {
        /// Days that are measured, at least 1. Days begin on a Monday; whole weeks are fair to every weekday.
        package var days: Int
        /// Days before them, so that the district is not empty when measuring begins.
        package var warmUpDays: Int

        /// Creates a length.
        package init(days: Int, warmUpDays: Int = 1) {
            self.days = days
            self.warmUpDays = warmUpDays
        }
    }

    /// Plays one replication.
    /// - Returns: The values of `measures`; not-a-number where nothing of the kind happened.
    package func run(_ replication: Replication, length: Length) -> [Double] {
        let day: Int64 = 86_400_000
        var run = StaffingRun(
            layout: layout, rule: rule, rate: rate, replication: replication,
            warmUp: Int64(length.warmUpDays) * day, end: Int64(length.warmUpDays + length.days) * day)
        return run.run()
    }
}

/// A simulation and how much of it is asked for.
package struct StaffingJob {
    /// What is simulated.
    package var simulation: StaffingSimulation
    /// The days that are measured in each replication.
    package var days: Int
    /// How often it is played, with luck of its own each time.
    package var replications: Int
    /// The seed of all luck.
    package var seed: UInt64

    /// Creates a job.
    package init(simulation: StaffingSimulation, days: Int, replications: Int, seed: UInt64) {
        (self.simulation, self.days, self.replications, self.seed) = (simulation, days, replications, seed)
    }

    /// Plays it; `progress` hears how many replications are done.
    package func run(_ progress: @escaping @Sendable (Int) -> Void) -> StaffingResult {
        simulation.run(Replications(seed: seed, limit: replications), length: .init(days: days)) { done, _ in
            progress(done)
        }
    }
}

/// What several replications of one variant gave.
package struct StaffingResult: Sendable {
    /// What was measured.
    package let measures: [StaffingMeasure]
    /// For each replication the values of `measures`.
    package let runs: [[Double]]
    /// Whether replications 0 and 1, 2 and 3, … are antithetic partners.
    package let isAntithetic: Bool
    private let positions: [StaffingMeasure: Int]

    /// Puts a result together from its replications.
    package init(measures: [StaffingMeasure], runs: [[Double]], isAntithetic: Bool = false) {
        self.measures = measures
        self.runs = runs
        self.isAntithetic = isAntithetic
        positions = Dictionary(measures.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The values of a measure, one a replication; nil when the district has no such measure.
    package func values(_ measure: StaffingMeasure) -> [Double]? {
        positions[measure].map { position in runs.map { $0[position] } }
    }

    /// A measure's mean over the replications in which it has a value; nil when it has none anywhere.
    package subscript(measure: StaffingMeasure) -> Interval95? {
        guard let values = values(measure) else { return nil }
        let finite = values.filter(\.isFinite)
        if finite.isEmpty { return nil }
        // A pair that lost a partner says nothing of the pair: all are then taken as they are.
        return isAntithetic && finite.count == values.count ? Interval95(ofPairs: finite) : Interval95(of: finite)
    }

    /// This variant less another one, replication by replication on common random numbers. Nil when either lacks the
    /// measure.
    package func difference(_ measure: StaffingMeasure, from other: StaffingResult) -> Interval95? {
        guard let mine = values(measure), let theirs = other.values(measure) else { return nil }
        let differences = zip(mine, theirs).map { $0 - $1 }
        let finite = differences.filter(\.isFinite)
        if finite.isEmpty { return nil }
        return isAntithetic && finite.count == differences.count ? Interval95(ofPairs: finite) : Interval95(of: finite)
    }
}

extension StaffingSimulation {
    /// Plays replications on all cores. `progress` hears, from any core, how many of how many are done.
    package func run(
        _ replications: Replications, length: Length, progress: (@Sendable (Int, Int) -> Void)? = nil
    ) -> StaffingResult {
        let runs = replications.run(progress: progress) { run($0, length: length) }
        return StaffingResult(measures: measures, runs: runs, isAntithetic: replications.isAntithetic)
    }
}
