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
