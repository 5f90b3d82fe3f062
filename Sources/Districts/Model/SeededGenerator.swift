import Glibc

/// Random numbers that depend on a seed alone: xoshiro256** (Blackman and Vigna, 2018), seeded through SplitMix64.
package struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// Creates the generator of a seed and a stream within it. Streams of one seed do not depend on each other.
    package init(seed: UInt64, stream: UInt64 = 0) {
        var state = seed
        var mixed = Self.splitMix(&state) ^ stream
        a = Self.splitMix(&mixed)
        b = Self.splitMix(&mixed)
        c = Self.splitMix(&mixed)
        d = Self.splitMix(&mixed)
    }

    private static func splitMix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
        value << count | value >> (64 - count)
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        let result = Self.rotated(b &* 5, 7) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = Self.rotated(d, 45)
        return result
    }

    /// A number from 0 up to but without 1, with 53 random bits.
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number of a range, each as likely.
    package mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// A number whose logarithm is normally distributed (Box and Muller), by its median and the spread of the logarithm.
    package mutating func lognormal(median: Double, spread: Double) -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return median * exp(spread * radius * cos(2 * .pi * unit()))
    }
}
