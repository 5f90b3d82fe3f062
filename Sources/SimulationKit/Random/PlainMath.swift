/// Elementary functions in plain arithmetic.
///
/// The mathematics library of a system may round its last bit as it likes; a sample path must not depend on it. IEEE 754
/// defines the result of `+ - * /` and of the square root bit for bit, and nothing else is used here. Reductions and
/// coefficients of `log`, `exp`, sine and cosine are those of FDLIBM (Sun Microsystems, 1993): errors below one unit in
/// the last place.
public enum PlainMath {
    @usableFromInline static let ln2High = 6.93147180369123816490e-01
    @usableFromInline static let ln2Low = 1.90821492927058770002e-10

    /// The natural logarithm of a positive normal number; minus infinity at zero, not-a-number below.
    @inlinable @inline(__always)
    public static func log(_ value: Double) -> Double {
        guard value >= Double.leastNormalMagnitude, value < .infinity else {
            return value == .infinity
                ? value : value == 0 ? -.infinity : value > 0 ? log(value * 0x1p54) - 54 * ln2 : .nan
        }
        // value = 2^exponent · (1 + fraction), with 1 + fraction between √½ and √2.
        let bits = value.bitPattern &+ 0x0009_5F62_0000_0000
        let exponent = Double(Int64(bits >> 52) &- 1023)
        let fraction =
            Double(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_0000_0000) - 1
        let s = fraction / (2 + fraction)
        let z = s * s
        let w = z * z
        let even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
        let odd =
            z
            * (6.666666666666735130e-01
                + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
        let half = 0.5 * fraction * fraction
        return exponent * ln2High - ((half - (s * (half + (odd + even)) + exponent * ln2Low)) - fraction)
    }

    @usableFromInline static let ln2 = 6.93147180559945286227e-01

    /// e to the power of a number; zero below -708, infinity above 709.
    @inlinable @inline(__always)
    public static func exp(_ value: Double) -> Double {
        guard value > -708, value < 709 else { return value < 0 ? 0 : value.isNaN ? .nan : .infinity }
        let power = (value * 1.44269504088896338700 + 0x1.8p52) - 0x1.8p52
        let high = value - power * ln2High
        let low = power * ln2Low
        let x = high - low
        let t = x * x
        let tail = -1.65339022054652515390e-06 + t * 4.13813679705723846039e-08
        let c =
            x - t
            * (1.66666666666666019037e-01 + t
                * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05 + t * tail)))
        let y = 1 - ((low - (x * c) / (2 - c)) - high)
        return y * Double(bitPattern: UInt64(bitPattern: Int64(power) &+ 1023) << 52)
    }

    /// A positive number to a power.
    @inlinable
    public static func power(_ base: Double, _ exponent: Double) -> Double {
        base == 0 ? (exponent == 0 ? 1 : 0) : exp(exponent * log(base))
    }

    /// A number to a whole power, not negative, by squaring.
    public static func integerPower(_ base: Double, _ exponent: Int) -> Double {
        var (result, square, left) = (1.0, base, exponent)
        while left > 0 {
            if left & 1 == 1 { result *= square }
            square *= square
            left >>= 1
        }
        return result
    }

    /// Sine and cosine of an angle given in whole turns.
    public static func sineCosine(turns: Double) -> (sine: Double, cosine: Double) {
        let quarter = (turns * 4).rounded(.toNearestOrEven)
        let x = (turns - quarter / 4) * 6.28318530717958647693
        let z = x * x
        let sine =
            x + x * z
            * (-1.66666666666666324348e-01 + z
                * (8.33333333332248946124e-03 + z
                    * (-1.98412698298579493134e-04 + z
                        * (2.75573137070700676789e-06 + z
                            * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))))
        let cosine =
            1 - z / 2 + z * z
            * (4.16666666666666019037e-02 + z
                * (-1.38888888888741095749e-03 + z
                    * (2.48015872894767294178e-05 + z
                        * (-2.75573143513906633035e-07 + z
                            * (2.08757232129817482790e-09 - z * 1.13596475577881948265e-11)))))
        switch Int(quarter.truncatingRemainder(dividingBy: 4) + 4) & 3 {
        case 0: return (sine, cosine)
        case 1: return (cosine, -sine)
        case 2: return (-sine, -cosine)
        default: return (-cosine, sine)
        }
    }
}

extension PlainMath {
    /// The point that a standard normal number stays below with a probability between 0 and 1.
    ///
    /// Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988):
    /// sixteen digits. The inverse is monotone, so that common and antithetic uniforms keep their effect.
    @inlinable
    public static func normalQuantile(_ probability: Double) -> Double {
        let q = probability - 0.5
        if q.magnitude <= 0.425 { return centralQuantile(q) }
        var r = (-log(q < 0 ? probability : 1 - probability)).squareRoot()
        if r <= 5 {
            r -= 1.6
            return q < 0 ? -middleQuantile(r) : middleQuantile(r)
        }
        return q < 0 ? -farQuantile(r - 5) : farQuantile(r - 5)
    }

    @inlinable @inline(__always)
    static func centralQuantile(_ q: Double) -> Double {
        let r = 0.180625 - q * q
        var above = 2.5090809287301226727e3 * r + 3.3430575583588128105e4
        above = above * r + 6.7265770927008700853e4
        above = above * r + 4.5921953931549871457e4
        above = above * r + 1.3731693765509461125e4
        above = above * r + 1.9715909503065514427e3
        above = above * r + 1.3314166789178437745e2
        above = above * r + 3.3871328727963666080e0
        var below = 5.2264952788528545610e3 * r + 2.8729085735721942674e4
        below = below * r + 3.9307895800092710610e4
        below = below * r + 2.1213794301586595867e4
        below = below * r + 5.3941960214247511077e3
        below = below * r + 6.8718700749205790830e2
        below = below * r + 4.2313330701600911252e1
        return q * above / (below * r + 1)
    }

    @usableFromInline
    static func middleQuantile(_ r: Double) -> Double {
        var above = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2
        above = above * r + 2.41780725177450611770e-1
        above = above * r + 1.27045825245236838258e0
        above = above * r + 3.64784832476320460504e0
        above = above * r + 5.76949722146069140550e0
        above = above * r + 4.63033784615654529590e0
        above = above * r + 1.42343711074968357734e0
        var below = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4
        below = below * r + 1.51986665636164571966e-2
        below = below * r + 1.48103976427480074590e-1
        below = below * r + 6.89767334985100004550e-1
        below = below * r + 1.67638483018380384940e0
        below = below * r + 2.05319162663775882187e0
        return above / (below * r + 1)
    }

    @usableFromInline
    static func farQuantile(_ r: Double) -> Double {
        var above = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
        above = above * r + 1.24266094738807843860e-3
        above = above * r + 2.65321895265761230930e-2
        above = above * r + 2.96560571828504891230e-1
        above = above * r + 1.78482653991729133580e0
        above = above * r + 5.46378491116411436990e0
        above = above * r + 6.65790464350110377720e0
        var below = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7
        below = below * r + 1.84631831751005468180e-5
        below = below * r + 7.86869131145613259100e-4
        below = below * r + 1.48753612908506148525e-2
        below = below * r + 1.36929880922735805310e-1
        below = below * r + 5.99832206555887937690e-1
        return above / (below * r + 1)
    }
}
