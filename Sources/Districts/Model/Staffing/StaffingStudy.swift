import SimulationKit

/// Variants that are played on the same luck, all replications of all variants over all cores.
package struct StaffingStudy: Sendable {
    /// What is compared; the first is the one the others are set against.
    package var variants: [StaffingVariant]
    /// Days measured in each replication.
    package var days: Int
    /// Replications of each variant.
    package var replications: Int
    /// The seed of all of them.
    package var seed: UInt64

    /// Plans a study.
    package init(variants: [StaffingVariant], days: Int, replications: Int, seed: UInt64) {
        self.variants = variants
        self.days = days
        self.replications = replications
        self.seed = seed
    }

    /// Plays it. `progress` hears, from any core, how many replications of all variants are done.
    package func run(progress: (@Sendable (Int) -> Void)? = nil) -> [StaffingResult] {
        let simulations = variants.map { variant in
            let demand = variant.demand
            let rate = demand == 1 ? DemandRate.ordinary : DemandRate(highest: demand) { _ in demand }
            return StaffingSimulation(variant.model, rate: rate)
        }
        let plan = Replications(seed: seed, limit: replications)
        let length = StaffingSimulation.Length(days: days)
        // One list of work for all cores: no core waits for the last replication of a variant.
        let runs = Replications(seed: seed, limit: replications * simulations.count).run { done, _ in
            progress?(done)
        } _: { job in
            simulations[job.index / replications].run(plan.replication(job.index % replications), length: length)
        }
        return simulations.enumerated().map { index, simulation in
            StaffingResult(
                measures: simulation.measures, runs: Array(runs[(index * replications)..<((index + 1) * replications)]))
        }
    }

    /// The measures that decide between variants, in the order of a report.
    package static let chief: [StaffingMeasure] = [
        StaffingMeasure(.response, .mean, .priority(.p1)), StaffingMeasure(.response, .p90, .priority(.p1)),
        StaffingMeasure(.response, .p50), StaffingMeasure(.response, .p90), StaffingMeasure(.wait, .mean),
        StaffingMeasure(.queued, .share), StaffingMeasure(.missedWait, .share), StaffingMeasure(.covered, .share),
        StaffingMeasure(.reached, .share, .tier(3)), StaffingMeasure(.crossBeat, .share),
        StaffingMeasure(.utilisation, .share),
    ]
}
