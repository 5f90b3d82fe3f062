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

/// Two variants set against each other in one measure, on common random numbers.
package struct StaffingComparison: Hashable, Sendable {
    /// What one variant is against the other.
    package enum Verdict: Hashable, Sendable {
        /// The variant is better.
        case better
        /// The variant is worse.
        case worse
        /// There is a difference in a measure that is neither good nor bad in itself.
        case different
        /// They are alike as far as the replications tell.
        case noDifferenceSeen
    }

    /// How sure the sign of the difference is.
    package enum Confidence: Hashable, Sendable {
        /// The 95 % interval does not hold 0.
        case sure
        /// The 99 % interval does not hold 0 either.
        case verySure
        /// The 95 % interval holds 0.
        case open
    }

    /// What is compared.
    package let measure: StaffingMeasure
    /// The first variant's value.
    package let base: Interval95
    /// The other variant's value.
    package let variant: Interval95
    /// The other one less the first one.
    package let difference: Interval95
    /// How sure the difference is.
    package let confidence: Confidence

    /// Compares; nil when the measure has no value in either.
    package init?(_ measure: StaffingMeasure, base: StaffingResult, variant: StaffingResult) {
        guard let baseValue = base[measure], let variantValue = variant[measure],
            let difference = variant.difference(measure, from: base)
        else { return nil }
        self.measure = measure
        self.base = baseValue
        self.variant = variantValue
        self.difference = difference
        confidence = Self.confidence(difference)
    }

    private static func confidence(_ difference: Interval95) -> Confidence {
        // Differences of variants that meet the same luck can be the same number in every replication.
        guard difference.count > 1, difference.mean != 0 else { return .open }
        let freedom = difference.count - 1
        let wider = StudentT.quantile(0.995, freedom: freedom) / StudentT.quantile(0.975, freedom: freedom)
        let size = difference.mean.magnitude
        if size > difference.halfWidth * wider { return .verySure }
        return size > difference.halfWidth ? .sure : .open
    }

    /// Which is better.
    package var verdict: Verdict {
        guard confidence != .open else { return .noDifferenceSeen }
        guard let lessIsBetter = measure.lessIsBetter else { return .different }
        return (difference.mean < 0) == lessIsBetter ? .better : .worse
    }
}
