import SimulationKit

/// How far the guesses of a `LevelBank` are to be believed so many hours ahead, and how far the truth lies from them.
///
/// Every guess has a weight that is multiplied with the probability it gave to what came, and forgets (dynamic model
/// averaging: Raftery, Kárný and Ettler, "Online Prediction Under Model Uncertainty via Dynamic Model Averaging",
/// Technometrics 52, 2010). The mean of the guesses is the forecast; around it lies a negative binomial law whose dispersion is
/// found the same way, among a ladder of them, from how far the forecasts of this lead lay off.
struct LeadScorer: Sendable {
    private static let dispersions: [Double] = [0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64]
    private static let forgetting = 0.99
    private static let dispersionForgetting = 0.98
    /// The dispersion to begin with, and how much that is believed.
    private static let usual = (dispersion: 0.03, precision: 0.15)
    /// No single hour says more than this against a guess.
    private static let worst = -30.0

    private let headStart: [Double]
    private let start: [Double]
    private var weights: [Double]
    private var ladder: [Double]
    /// What was guessed of hours that are still to come, the nearest first.
    private var pending: [[Double]?]

    /// The scorer of a lead in hours, from 1 on; `flatStart` is how far the guess that all hours are alike is ahead at the
    /// start, as a logarithm of odds.
    init(lead: Int, flatStart: Double) {
        var ahead = [Double](repeating: 0, count: LevelBank.count)
        ahead[(LevelBank.halfLives.count - 1) * LevelBank.shapes] = flatStart
        headStart = ahead
        weights = ahead
        start = Self.dispersions.map { step in
            let distance = PlainMath.log(max(step, 0.0025) / Self.usual.dispersion)
            return -0.5 * Self.usual.precision * distance * distance
        }
        ladder = start
        pending = [[Double]?](repeating: nil, count: lead)
    }

    /// The law of an hour of which the guesses are these.
    func law(_ guesses: [Double]) -> NegativeBinomial {
        NegativeBinomial(mean: Self.average(guesses, weights), dispersion: Self.average(Self.dispersions, ladder))
    }

    /// Remembers what was guessed of the hour that is as far ahead as the lead.
    mutating func expect(_ guesses: [Double]) {
        pending.removeFirst()
        pending.append(guesses)
    }

    /// What was guessed of hours to come is of none that follow: a hole lies before them.
    mutating func forget() {
        pending = [[Double]?](repeating: nil, count: pending.count)
    }

    /// Takes what came in the next hour.
    mutating func learn(_ count: Int) {
        guard let guesses = pending[0] else { return }
        let law = law(guesses)
        for index in weights.indices {
            let guess = NegativeBinomial(mean: guesses[index], dispersion: law.dispersion)
            weights[index] =
                Self.forgetting * weights[index] + (1 - Self.forgetting) * headStart[index]
                + max(Self.worst, guess.logProbability(of: count))
        }
        for (index, step) in Self.dispersions.enumerated() {
            let guess = NegativeBinomial(mean: law.mean, dispersion: step)
            ladder[index] =
                Self.dispersionForgetting * ladder[index] + (1 - Self.dispersionForgetting) * start[index]
                + max(Self.worst, guess.logProbability(of: count))
        }
    }

    private static func average(_ values: [Double], _ logWeights: [Double]) -> Double {
        let most = logWeights.max() ?? 0
        var (sum, weights) = (0.0, 0.0)
        for (value, logWeight) in zip(values, logWeights) {
            let weight = PlainMath.exp(logWeight - most)
            sum += weight * value
            weights += weight
        }
        return sum / weights
    }
}
