/// How long something takes: a distribution of times above zero, in the model's own unit.
public enum Distribution: Hashable, Sendable {
    /// One branch of a mixture of exponentials.
    public struct Branch: Hashable, Sendable {
        /// How likely the branch is.
        public var share: Double
        /// Its mean.
        public var mean: Double

        /// Creates a branch.
        public init(share: Double, mean: Double) {
            self.share = share
            self.mean = mean
        }
    }

    /// Always the same.
    case deterministic(Double)
    /// Exponential by its mean.
    case exponential(mean: Double)
    /// Lognormal by mean and deviation of the logarithm.
    case lognormal(location: Double, spread: Double)
    /// Gamma; Erlang's for a whole shape.
    case gamma(shape: Double, scale: Double)
    /// Weibull.
    case weibull(shape: Double, scale: Double)
    /// Evenly between two times.
    case uniform(low: Double, high: Double)
    /// A mixture of exponentials; the shares make 1.
    case hyperexponential([Branch])

    /// Lognormal by its own mean and coefficient of variation.
    public static func lognormal(mean: Double, coefficientOfVariation: Double) -> Distribution {
        let variance = PlainMath.log(1 + coefficientOfVariation * coefficientOfVariation)
        return .lognormal(location: PlainMath.log(mean) - variance / 2, spread: variance.squareRoot())
    }

    /// The mean.
    public var mean: Double { moment(1) }

    /// The mean of the square.
    public var square: Double { moment(2) }

    private func moment(_ order: Double) -> Double {
        switch self {
        case .deterministic(let value): PlainMath.power(value, order)
        case .exponential(let mean): order == 1 ? mean : 2 * mean * mean
        case .lognormal(let location, let spread): PlainMath.exp(order * location + order * order * spread * spread / 2)
        case .gamma(let shape, let scale): order == 1 ? shape * scale : shape * (shape + 1) * scale * scale
        case .weibull(let shape, let scale):
            PlainMath.power(scale, order) * PlainMath.exp(PlainMath.logGamma(1 + order / shape))
        case .uniform(let low, let high):
            order == 1 ? (low + high) / 2 : (low * low + low * high + high * high) / 3
        case .hyperexponential(let branches):
            branches.reduce(0) { $0 + $1.share * (order == 1 ? $1.mean : 2 * $1.mean * $1.mean) }
        }
    }

    /// The same times in a unit that is `factor` times smaller.
    public func scaled(by factor: Double) -> Distribution {
        switch self {
        case .deterministic(let value): .deterministic(value * factor)
        case .exponential(let mean): .exponential(mean: mean * factor)
        case .lognormal(let location, let spread):
            .lognormal(location: location + PlainMath.log(factor), spread: spread)
        case .gamma(let shape, let scale): .gamma(shape: shape, scale: scale * factor)
        case .weibull(let shape, let scale): .weibull(shape: shape, scale: scale * factor)
        case .uniform(let low, let high): .uniform(low: low * factor, high: high * factor)
        case .hyperexponential(let branches):
            .hyperexponential(branches.map { Branch(share: $0.share, mean: $0.mean * factor) })
        }
    }

    /// A time drawn from the distribution.
    @inlinable @inline(__always)
    public func draw(_ stream: inout RandomStream) -> Double {
        if case .exponential(let mean) = self { return stream.exponential(mean: mean) }
        return drawOther(&stream)
    }

    @usableFromInline
    func drawOther(_ stream: inout RandomStream) -> Double {
        switch self {
        case .deterministic(let value): return value
        case .exponential(let mean): return stream.exponential(mean: mean)
        case .lognormal(let location, let spread): return stream.lognormal(location: location, spread: spread)
        case .gamma(let shape, let scale): return stream.gamma(shape: shape, scale: scale)
        case .weibull(let shape, let scale): return stream.weibull(shape: shape, scale: scale)
        case .uniform(let low, let high): return stream.uniform(low...high)
        case .hyperexponential(let branches):
            var left = stream.uniform()
            for branch in branches.dropLast() {
                if left < branch.share { return stream.exponential(mean: branch.mean) }
                left -= branch.share
            }
            return stream.exponential(mean: branches.last?.mean ?? 0)
        }
    }
}

extension PlainMath {
    /// The logarithm of the gamma function of a number above zero (Lanczos, 1964; coefficients of Pugh, 2004): fourteen
    /// digits and more.
    static func logGamma(_ value: Double) -> Double {
        let coefficients = [
            676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ]
        let x = value - 1
        var sum = 0.99999999999980993
        for (index, coefficient) in coefficients.enumerated() { sum += coefficient / (x + Double(index) + 1) }
        let t = x + 7.5
        return 0.91893853320467274178 + (x + 0.5) * log(t) - t + log(sum)
    }
}
