import Demand
import Testing

@Suite("The negative binomial law")
struct NegativeBinomialTests {
    /// Whole r: probabilities by exact integer binomials, (k + r - 1 over k) · p^r · (1 - p)^k.
    private static func exact(r: Int, mean: Double, count: Int) -> Double {
        let p = Double(r) / (Double(r) + mean)
        var term = 1.0
        for _ in 0..<r { term *= p }
        for k in 0..<count { term *= Double(k + r) / Double(k + 1) * (1 - p) }
        return term
    }

    @Test("Probabilities are those of the formula", arguments: [1, 2, 5, 40], [0.3, 3, 25])
    func probabilities(r: Int, mean: Double) {
        let law = NegativeBinomial(mean: mean, dispersion: 1 / Double(r))
        for count in [0, 1, 2, 5, 17, 60] {
            let wanted = Self.exact(r: r, mean: mean, count: count)
            #expect(abs(law.probability(of: count) - wanted) < 1e-10 * max(1e-3, wanted))
        }
    }

    @Test("Quantiles are the least counts that reach the probability", arguments: [1, 2, 5, 40], [0.3, 3, 25, 400])
    func quantiles(r: Int, mean: Double) {
        let law = NegativeBinomial(mean: mean, dispersion: 1 / Double(r))
        for probability in [0.01, 0.1, 0.5, 0.9, 0.99] {
            var (sum, count) = (0.0, -1)
            while sum < probability {
                count += 1
                sum += Self.exact(r: r, mean: mean, count: count)
            }
            #expect(law.quantile(probability) == count)
        }
    }

    /// From R's qnbinom(p, size, mu = ) and qpois(p, lambda); at dispersion 0 Poisson's.
    @Test(
        "Known quantiles",
        arguments: [
            (4.0, 0.0, 2, 4, 7), (20, 0, 14, 20, 26), (1000, 0, 960, 1000, 1041), (0.05, 0, 0, 0, 0),
        ])
    func known(mean: Double, dispersion: Double, low: Int, median: Int, high: Int) {
        let law = NegativeBinomial(mean: mean, dispersion: dispersion)
        #expect(law.band80 == low...high && law.median == median)
    }

    @Test("An edge counts as the part of its probability within: all counts together make 0.8")
    func insideShare() {
        for (mean, dispersion) in [(0.1, 0.0), (0.7, 0.5), (3, 0), (18, 0.05), (200, 0.02)] {
            let law = NegativeBinomial(mean: mean, dispersion: dispersion)
            let sum = (0...2000).reduce(0.0) { $0 + law.probability(of: $1) * law.insideShare(of: $1) }
            #expect(abs(sum - 0.8) < 1e-6, "\(mean) \(dispersion)")
        }
    }

    @Test("The tail is what is not below it")
    func tail() {
        let law = NegativeBinomial(mean: 6, dispersion: 0.2)
        for count in [0, 1, 5, 20] { #expect(abs(law.tail(from: count) - (1 - law.cumulative(count - 1))) < 1e-12) }
        #expect(law.tail(from: 200) > 0 && law.tail(from: 200) < 1e-12)
        #expect(law.cumulative(-1) == 0 && law.probability(of: -1) == 0)
    }

    @Test("A law of nothing is certain")
    func nothing() {
        let law = NegativeBinomial(mean: 0, dispersion: 0.3)
        #expect(law.band80 == 0...0 && law.probability(of: 0) == 1 && law.probability(of: 1) == 0)
        #expect(NegativeBinomial(mean: .nan, dispersion: .infinity).mean == 0)
    }
}
