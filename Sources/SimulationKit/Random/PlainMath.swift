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
