import SimulationKit

/// A rate of which some calls in some time are known, and before that where such rates lie: a gamma law, which counts of
/// Poisson's turn into another one (Gelman and others, "Bayesian Data Analysis", 3rd edition, 2013, section 2.6).
package struct GammaPoisson: Hashable, Sendable {
    /// Calls, those that the prior stands for included.
    package var shape: Double
    /// Hours, those that the prior stands for included.
    package var hours: Double

    /// What is known after `calls` in `hours`, when rates like it lie around `prior` calls an hour and that counts as much
    /// as `strength` hours.
    package init(calls: Double, hours: Double, prior: Double, strength: Double) {
        shape = calls + prior * strength
        self.hours = hours + strength
    }

    /// Calls an hour: between what was counted and the prior, the nearer to the first the more was counted.
    package var mean: Double { hours > 0 ? shape / hours : 0 }

    /// The rate that is not exceeded with a probability: Wilson and Hilferty's cube root ("The Distribution of Chi-square",
    /// PNAS 17, 1931), a hundredth off at one call and better above.
    package func quantile(_ probability: Double) -> Double {
        guard shape > 0, hours > 0 else { return 0 }
        let ninth = 1 / (9 * shape)
        let root = 1 - ninth + PlainMath.normalQuantile(probability) * ninth.squareRoot()
        return shape * max(0, root * root * root) / hours
    }

    /// How many calls will come in so many hours, when the rate itself varies from day to day by a dispersion.
    package func predictive(hours ahead: Double, dispersion: Double = 0) -> NegativeBinomial {
        NegativeBinomial(mean: mean * ahead, dispersion: (shape > 0 ? 1 / shape : 0) + dispersion)
    }
}
