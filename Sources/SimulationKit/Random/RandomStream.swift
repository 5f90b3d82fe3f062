/// Random numbers that depend on a seed and a stream alone, the same on every machine: xoshiro256++ (Blackman and Vigna,
/// "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), seeded through SplitMix64.
///
/// Give every source of randomness (arrivals, kinds, places, service, …) a stream of its own. Two variants of a model
/// then see the same arrivals: common random numbers.
@frozen
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
    @usableFromInline var a: UInt64
    @usableFromInline var b: UInt64
    @usableFromInline var c: UInt64
    @usableFromInline var d: UInt64
    @usableFromInline let mirror: UInt64

    /// Creates the generator of a seed and a stream within it. An antithetic one mirrors every bit of the other:
    /// ``uniform()`` gives 1 - u wherever the plain one gives u.
    public init(seed: UInt64, stream: UInt64 = 0, antithetic: Bool = false) {
        var state = seed
        var mixed = Self.splitMix(&state) ^ (stream &* 0xD1B5_4A32_D192_ED03)
        a = Self.splitMix(&mixed)
        b = Self.splitMix(&mixed)
        c = Self.splitMix(&mixed)
        d = Self.splitMix(&mixed)
        mirror = antithetic ? .max : 0
    }

    /// Whether every number is the mirror of the plain stream's.
    public var isAntithetic: Bool { mirror != 0 }

    /// The generator that gives the mirror of what this one gives from here on.
    public var mirrored: RandomStream { RandomStream(a, b, c, d, mirror: ~mirror) }

    private init(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64, mirror: UInt64) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.mirror = mirror
    }

    static func splitMix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    @usableFromInline @inline(__always)
    static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
        value << count | value >> (64 &- count)
    }

    /// The next 64 bits.
    @inlinable @inline(__always)
    public mutating func next() -> UInt64 {
        let sum = a &+ d
        let result = (sum << 23 | sum >> 41) &+ a
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = d << 45 | d >> 19
        return result ^ mirror
    }

    /// A number above 0 and below 1, with 53 random bits.
    @inlinable @inline(__always)
    public mutating func uniform() -> Double {
        (Double(Int64(bitPattern: next() >> 11)) + 0.5) * 0x1p-53
    }

    /// A number of a range, each as likely.
    @inlinable @inline(__always)
    public mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
    }

    /// A whole number from 0 up to but without `count` (at least 1), each as likely to within one part in 2⁵³.
    @inlinable @inline(__always)
    public mutating func index(below count: Int) -> Int {
        min(count - 1, Int(uniform() * Double(count)))
    }

    /// True with a probability.
    @inlinable @inline(__always)
    public mutating func chance(_ probability: Double) -> Bool { uniform() < probability }
}

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

/// The number of a random stream from its name, the same on every machine.
package enum StreamName {
    /// FNV-1a with 64 bits of the name's bytes (Fowler, Noll and Vo).
    package static func number(_ name: String) -> UInt64 {
        name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
