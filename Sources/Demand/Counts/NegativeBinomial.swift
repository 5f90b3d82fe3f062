import SimulationKit

/// A count that scatters more than chance alone would make it: a Poisson count whose rate is itself drawn from a gamma law.
///
/// Mean m, variance m + d·m² with the dispersion d; at d = 0 it is Poisson's. In the usual letters r = 1/d, p = r/(r + m)
/// (Johnson, Kemp and Kotz, "Univariate Discrete Distributions", 3rd edition, 2005, chapter 5; Hilbe, "Negative Binomial
/// Regression", 2nd edition, 2011, calls it NB2).
package struct NegativeBinomial: Hashable, Sendable {
    /// The mean, not negative.
    package let mean: Double
    /// How much the rate itself varies: the square of its coefficient of variation; 0 for Poisson.
    package let dispersion: Double

    /// The share that a band is to hold.
    static let share = 0.8

    /// Below this a dispersion is none: the variance of a mean of a thousand would differ by less than a hundredth.
    static let least = 1e-5

    /// Creates the law of a mean up to ten million and a dispersion up to a thousand; what lies outside is brought to the
    /// nearest.
    package init(mean: Double, dispersion: Double) {
        self.mean = mean.isFinite ? min(1e7, max(0, mean)) : 0
        self.dispersion = dispersion > Self.least ? min(1000, dispersion) : 0
    }

    /// The variance.
    package var variance: Double { mean + dispersion * mean * mean }

    /// The natural logarithm of the probability of a count; minus infinity where it is none.
    package func logProbability(of count: Int) -> Double {
        guard count >= 0 else { return -.infinity }
        guard mean > 0 else { return count == 0 ? 0 : -.infinity }
        let y = Double(count)
        guard dispersion > 0 else { return y * PlainMath.log(mean) - mean - logGamma(y + 1) }
        let r = 1 / dispersion
        let rising = logGamma(y + r) - logGamma(r) - logGamma(y + 1)
        return rising + r * PlainMath.log(r / (r + mean)) + (count == 0 ? 0 : y * PlainMath.log(mean / (r + mean)))
    }

    /// The probability of a count.
    package func probability(of count: Int) -> Double { PlainMath.exp(logProbability(of: count)) }

    /// The probability of a count or a smaller one.
    package func cumulative(_ count: Int) -> Double {
        guard count >= 0 else { return 0 }
        var sum = 0.0
        walk { number, probability in
            guard number <= count else { return false }
            sum += probability
            return true
        }
        return min(1, sum)
    }

    /// The probability of a count or a greater one.
    package func tail(from count: Int) -> Double {
        guard count > 0 else { return 1 }
        let below = cumulative(count - 1)
        guard below > 0.999 else { return 1 - below }
        // Far out the difference from 1 has no digits left: the tail itself is summed.
        var (sum, number, term) = (0.0, count, probability(of: count))
        while term > sum * 1e-15, number < count + 100_000 {
            sum += term
            term *= ratio(after: number)
            number += 1
        }
        return min(1, sum)
    }

    /// The smallest count that is not exceeded with at least this probability, below 1.
    package func quantile(_ probability: Double) -> Int {
        let wanted = min(probability, 1 - 1e-12)
        var (sum, answer) = (0.0, 0)
        walk { number, term in
            sum += term
            answer = number
            return sum < wanted
        }
        return answer
    }

    /// The counts between the quantiles of a tenth and nine tenths, both included: a band of at least 80 %.
    package var band80: ClosedRange<Int> {
        let low = quantile(0.1)
        return low...max(low, quantile(0.9))
    }

    /// The count that is as often exceeded as not; what keeps the mean absolute error least (Gneiting, "Making and
    /// Evaluating Point Forecasts", JASA 106, 2011).
    package var median: Int { quantile(0.5) }

    /// How much of the probability of a count lies within the middle 80 %: 1 well inside, 0 outside, a part at the edges.
    ///
    /// A whole-number band never holds exactly 80 %, and at small means far more. A count at an edge is therefore reckoned as
    /// the part of its probability that lies within 0.1 and 0.9: what a randomised band would hold on average (Czado,
    /// Gneiting and Held, "Predictive Model Assessment for Count Data", Biometrics 65, 2009; Geyer and Meeden, "Fuzzy and
    /// Randomized Confidence Intervals and P-values", Statistical Science 20, 2005). Its expectation under the law is 0.8.
    package func insideShare(of count: Int) -> Double {
        let (low, high) = (cumulative(count - 1), cumulative(count))
        guard high > low else { return low > 0.1 && low < 0.9 ? 1 : 0 }
        return max(0, min(high, 0.9) - max(low, 0.1)) / (high - low)
    }

    /// What the probability of a count is multiplied with for the next one.
    private func ratio(after count: Int) -> Double {
        guard dispersion > 0 else { return mean / Double(count + 1) }
        let r = 1 / dispersion
        return (Double(count) + r) / Double(count + 1) * mean / (r + mean)
    }

    /// Goes through the counts with their probabilities, from the first that matters on, until told to stop or all is told.
    private func walk(_ visit: (_ count: Int, _ probability: Double) -> Bool) {
        let spread = variance.squareRoot()
        var count = max(0, Int((mean - 12 * spread).rounded(.down)))
        var term = probability(of: count)
        let end = Int(min(2e7, mean + 40 * spread + 60))
        while count <= end, visit(count, term) {
            term *= ratio(after: count)
            count += 1
        }
    }
}

/// The natural logarithm of the gamma function of a positive number, to ten digits and more.
///
/// Stirling's series from 8 on (Abramowitz and Stegun, 6.1.41), and below by Γ(x + 1) = x·Γ(x).
func logGamma(_ value: Double) -> Double {
    var (x, product) = (value, 1.0)
    while x < 8 {
        product *= x
        x += 1
    }
    let inverse = 1 / (x * x)
    let series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680)))) / x
    return (x - 0.5) * PlainMath.log(x) - x + 0.918_938_533_204_672_74 + series - PlainMath.log(product)
}
