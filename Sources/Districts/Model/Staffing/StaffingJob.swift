import SimulationKit

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
