import SimulationKit

/// How far the guesses of a `LevelBank` are to be believed so many hours ahead, and how far the truth lies from them.
///
/// Every guess has a weight that is multiplied with the probability it gave to what came, and forgets (dynamic model
/// averaging: Raftery, Kárný and Ettler, "Online Prediction Under Model Uncertainty via Dynamic Model Averaging",
/// Technometrics 52, 2010). The mean of the guesses is the forecast; around it lies a negative binomial law whose dispersion is
/// found the same way, among a ladder of them, from how far the forecasts of this lead lay off. What is left is put right by
/// what came of the bands themselves: each that missed widens the next ones, each that held narrows them, so that their share
/// comes out over days and not over months (adaptive conformal inference: Gibbs and Candès, "Adaptive Conformal Inference
/// Under Distribution Shift", NeurIPS 34, 2021).
struct LeadScorer: Sendable {
    private static let dispersions: [Double] = [0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64]
    private static let forgetting = 0.99
    private static let dispersionForgetting = 0.98
    /// The dispersion to begin with, and how much that is believed.
    private static let usual = (dispersion: 0.03, precision: 0.15)
    /// How much a band that missed widens the next ones, as a logarithm of their width; and the most that is widened.
    private static let correction = (step: 0.1, most: 0.7)
    /// No single hour says more than this against a guess.
    private static let worst = -30.0

    private let correction: Double
    private let headStart: [Double]
    private let start: [Double]
    private var weights: [Double]
    private var ladder: [Double]
    /// By how much bands are wider than the ladder would have them, as a logarithm.
    private var widening = 0.0
    /// What was guessed of hours that are still to come, the nearest first.
    private var pending: [[Double]?]

    /// The scorer of a lead in hours, from 1 on; `flatStart` is how far the guess that all hours are alike is ahead at the
    /// start, as a logarithm of odds. In a sample bands are not put right: its hours do not follow one another.
    init(lead: Int, flatStart: Double, isSampled: Bool) {
        correction = isSampled ? 0 : Self.correction.step
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
    func law(_ guesses: [Double]) -> NegativeBinomial { widened(believed(guesses)) }

    /// The law before bands put it right. Bands are as wide as the root of the dispersion: that is what is averaged.
    private func believed(_ guesses: [Double]) -> NegativeBinomial {
        let root = Self.average(Self.dispersions.map { $0.squareRoot() }, ladder)
        return NegativeBinomial(mean: Self.average(guesses, weights), dispersion: root * root)
    }

    /// The law with its standard deviation widened; it scatters no less than chance does.
    private func widened(_ law: NegativeBinomial) -> NegativeBinomial {
        guard law.mean > 0 else { return law }
        let variance = law.variance * PlainMath.exp(2 * widening)
        return NegativeBinomial(
            mean: law.mean, dispersion: max(0, (variance - law.mean) / (law.mean * law.mean)))
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
        let law = believed(guesses)
        let missed = NegativeBinomial.share - widened(law).insideShare(of: count)
        widening = min(Self.correction.most, max(-Self.correction.most, widening + correction * missed))
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
