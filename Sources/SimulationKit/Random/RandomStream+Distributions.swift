extension RandomStream {
    /// An exponential number of a mean.
    @inlinable @inline(__always)
    public mutating func exponential(mean: Double) -> Double { -mean * PlainMath.log(uniform()) }

    /// A standard normal number, by inversion: one uniform each.
    @inlinable @inline(__always)
    public mutating func normal() -> Double { PlainMath.normalQuantile(uniform()) }

    /// A lognormal number by its own mean (above 0) and coefficient of variation (deviation over mean).
    @inlinable
    public mutating func lognormal(mean: Double, coefficientOfVariation: Double) -> Double {
        let variance = PlainMath.log(1 + coefficientOfVariation * coefficientOfVariation)
        return lognormal(location: PlainMath.log(mean) - variance / 2, spread: variance.squareRoot())
    }

    /// A lognormal number by mean and deviation of its logarithm.
    @inlinable @inline(__always)
    public mutating func lognormal(location: Double, spread: Double) -> Double {
        PlainMath.exp(location + spread * normal())
    }

    /// A Weibull number by shape and scale, by inversion.
    @inlinable
    public mutating func weibull(shape: Double, scale: Double) -> Double {
        scale * PlainMath.power(-PlainMath.log(uniform()), 1 / shape)
    }

    /// A gamma number by shape and scale (Marsaglia and Tsang, "A simple method for generating gamma variables",
    /// ACM TOMS 26, 2000).
    public mutating func gamma(shape: Double, scale: Double) -> Double {
        if shape < 1 {
            let lift = PlainMath.power(uniform(), 1 / shape)
            return gamma(shape: shape + 1, scale: scale) * lift
        }
        let d = shape - 1 / 3.0
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            if PlainMath.log(uniform()) < 0.5 * x * x + d - d * v + d * PlainMath.log(v) { return d * v * scale }
        }
    }

    /// A Poisson number of a mean: by multiplication up to a mean of 30, above by splitting the mean with a gamma number
    /// (Ahrens and Dieter, "Computer methods for sampling from gamma, beta, Poisson and binomial distributions", 1974).
    public mutating func poisson(mean: Double) -> Int {
        var mean = mean
        var count = 0
        while mean > 30 {
            let step = (mean * 0.875).rounded(.down)
            let reached = gamma(shape: step, scale: 1)
            if reached > mean { return count + binomial(count: Int(step) - 1, chance: mean / reached) }
            count += Int(step)
            mean -= reached
        }
        let floor = PlainMath.exp(-mean)
        var product = uniform()
        while product > floor {
            product *= uniform()
            count += 1
        }
        return count
    }

    private mutating func binomial(count: Int, chance probability: Double) -> Int {
        var hits = 0
        for _ in 0..<max(0, count) where chance(probability) { hits += 1 }
        return hits
    }

    /// An index chosen by running totals of weights: the last total is the whole.
    @inlinable
    public mutating func index(cumulative totals: [Double]) -> Int {
        guard let whole = totals.last else { return 0 }
        let point = uniform() * whole
        var low = 0
        var high = totals.count - 1
        while low < high {
            let middle = (low + high) / 2
            if totals[middle] < point { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
