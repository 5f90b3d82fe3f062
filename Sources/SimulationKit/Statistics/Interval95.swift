/// A mean and how sure it is: the true one lies within the half-width in 95 of 100 such runs.
@frozen
public struct Interval95: Hashable, Sendable {
    /// The estimate.
    public var mean: Double
    /// Half the width of the interval; infinite when one number alone stands behind it.
    public var halfWidth: Double
    /// How many independent numbers stand behind it.
    public var count: Int

    /// Creates one from its parts.
    public init(mean: Double, halfWidth: Double, count: Int) {
        self.mean = mean
        self.halfWidth = halfWidth
        self.count = count
    }

    /// The interval of independent numbers, one a replication, by Student's t.
    public init(of values: some Sequence<Double>) {
        var running = RunningMean()
        for value in values { running.add(value) }
        self = running.interval
    }

    /// The interval of antithetic pairs: each pair's mean is one independent number.
    public init(ofPairs values: [Double]) {
        self.init(of: stride(from: 0, to: values.count - 1, by: 2).map { (values[$0] + values[$0 + 1]) / 2 })
    }

    /// The difference of two variants on common random numbers: the first values less the second, pair by pair.
    public init(ofDifferences first: [Double], _ second: [Double]) {
        self.init(of: zip(first, second).map { $0 - $1 })
    }

    /// The lower end.
    public var low: Double { mean - halfWidth }

    /// The upper end.
    public var high: Double { mean + halfWidth }

    /// Half the width over the mean's magnitude.
    public var relativeHalfWidth: Double {
        halfWidth == 0 ? 0 : mean == 0 ? .infinity : halfWidth / mean.magnitude
    }

    /// Whether a number lies inside.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

/// Student's t distribution (Student, "The probable error of a mean", Biometrika 6, 1908).
public enum StudentT {
    /// The point that a t-distributed number stays below with a probability from one half up to 1.
    ///
    /// Up to 200 degrees of freedom the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4 is inverted, above the
    /// expansion 26.7.5 is used: five digits and more everywhere.
    public static func quantile(_ probability: Double, freedom: Int) -> Double {
        guard freedom > 0 else { return .infinity }
        let z = PlainMath.normalQuantile(probability)
        if freedom > 200 {
            let n = Double(freedom)
            let square = z * z
            let first = z * (square + 1) / 4
            let second = z * (5 * square * square + 16 * square + 3) / 96
            return z + first / n + second / (n * n)
        }
        var low = 0.0
        var high = 0.25
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if central(turns: middle, freedom: freedom) < 2 * probability - 1 { low = middle } else { high = middle }
        }
        let angle = PlainMath.sineCosine(turns: low)
        return angle.sine / angle.cosine * Double(freedom).squareRoot()
    }

    /// The probability of lying within ± √freedom · tan(angle).
    private static func central(turns: Double, freedom: Int) -> Double {
        let (sine, cosine) = PlainMath.sineCosine(turns: turns)
        let isOdd = freedom % 2 == 1
        var term = isOdd ? cosine : 1
        var sum = freedom == 1 ? 0 : term
        var factor = isOdd ? 2.0 : 1.0
        while Int(factor) + 1 < freedom - 1 {
            term *= cosine * cosine * factor / (factor + 1)
            sum += term
            factor += 2
        }
        return isOdd ? 4 * turns + 2 / Double.pi * sine * sum : sine * sum
    }
}
