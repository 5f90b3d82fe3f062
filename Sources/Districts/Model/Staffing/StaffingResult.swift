import SimulationKit

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
