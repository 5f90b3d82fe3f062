import Foundation
import TerminalKit

/// Eyes that see a colour.
enum Eyes: String, CaseIterable, Sendable {
    case usual, protanopia, deuteranopia, tritanopia

    /// What becomes of linear red, green and blue: the matrices of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
    /// "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
    /// Computer Graphics 15 (2009) 1291, for a severity of 1.
    var matrix: [[Double]] {
        switch self {
        case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }
}

/// A colour of the sRGB space as light.
struct Light {
    /// Red, green and blue, linear, 0 to 1.
    var parts: [Double]

    init(_ colour: Colour) {
        let (red, green, blue) = colour.parts ?? (0, 0, 0)
        parts = [red, green, blue].map { value in
            let part = Double(value) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
    }

    /// Relative luminance as WCAG 2.2 defines it.
    var luminance: Double { 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] }

    /// The contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
    static func contrast(_ one: Colour, _ other: Colour) -> Double {
        let (one, other) = (Light(one).luminance, Light(other).luminance)
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// The colour that these eyes see.
    func seen(by eyes: Eyes) -> Light {
        var result = self
        result.parts = eyes.matrix.map { row in min(1, max(0, zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 })) }
        return result
    }

    /// In CIE L*a*b* under D65.
    var lab: Lab {
        let x = (0.4124564 * parts[0] + 0.3575761 * parts[1] + 0.1804375 * parts[2]) / 0.95047
        let y = 0.2126729 * parts[0] + 0.7151522 * parts[1] + 0.0721750 * parts[2]
        let z = (0.0193339 * parts[0] + 0.1191920 * parts[1] + 0.9503041 * parts[2]) / 1.08883
        func curve(_ value: Double) -> Double {
            value > 216 / 24389 ? cbrt(value) : (24389 / 27 * value + 16) / 116
        }
        return Lab(116 * curve(y) - 16, 500 * (curve(x) - curve(y)), 200 * (curve(y) - curve(z)))
    }
}

/// A colour of CIE L*a*b*.
struct Lab {
    var lightness, a, b: Double

    init(_ lightness: Double, _ a: Double, _ b: Double) {
        (self.lightness, self.a, self.b) = (lightness, a, b)
    }

    /// CIEDE2000 with its usual weights: G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula",
    /// Color Research and Application 30 (2005) 21.
    func difference(from other: Lab) -> Double {
        let mean = Lab.spread((hypot(a, b) + hypot(other.a, other.b)) / 2)
        let stretch: Double = 1.5 - 0.5 * mean
        let (one, two) = (Hue(a * stretch, b), Hue(other.a * stretch, other.b))
        let isGrey = one.chroma * two.chroma == 0
        var turn = isGrey ? 0 : two.angle - one.angle
        if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        let hueStep = 2 * (one.chroma * two.chroma).squareRoot() * sine(turn / 2)
        var hue = one.angle + two.angle
        if !isGrey {
            if abs(one.angle - two.angle) > 180 { hue += hue < 360 ? 360 : -360 }
            hue /= 2
        }
        let chroma = (one.chroma + two.chroma) / 2
        let first: Double = 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue)
        let weight: Double = first + 0.32 * cosine(3 * hue + 6) - 0.2 * cosine(4 * hue - 63)
        let fromMiddle = (lightness + other.lightness) / 2 - 50
        let middle = fromMiddle * fromMiddle
        let light: Double = (other.lightness - lightness) / (1 + 0.015 * middle / (20 + middle).squareRoot())
        let colour: Double = (two.chroma - one.chroma) / (1 + 0.045 * chroma)
        let tint: Double = hueStep / (1 + 0.015 * chroma * weight)
        let bend = (hue - 275) / 25
        let rotation: Double = -2 * sine(60 * exp(-bend * bend)) * Lab.spread(chroma)
        let squares: Double = light * light + colour * colour + tint * tint
        return (squares + rotation * colour * tint).squareRoot()
    }

    /// The square root of C⁷ / (C⁷ + 25⁷), which the formula asks for twice.
    private static func spread(_ chroma: Double) -> Double {
        let (power, limit) = (seventh(chroma), seventh(25))
        return (power / (power + limit)).squareRoot()
    }

    private static func seventh(_ value: Double) -> Double {
        let cube = value * value * value
        return cube * cube * value
    }

    /// Chroma and hue angle in degrees.
    private struct Hue {
        var chroma, angle: Double

        init(_ a: Double, _ b: Double) {
            chroma = hypot(a, b)
            let degrees = chroma == 0 ? 0 : atan2(b, a) * 180 / .pi
            angle = degrees < 0 ? degrees + 360 : degrees
        }
    }

    private func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    private func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}

extension Style {
    /// Ink and ground as they reach the eye.
    var seen: (ink: Colour, ground: Colour) {
        attributes.contains(.reverse) ? (background, foreground) : (foreground, background)
    }

    /// How much these eyes see two styles differ, by ink or by ground, in CIEDE2000.
    func difference(from other: Style, by eyes: Eyes) -> Double {
        func step(_ one: Colour, _ two: Colour) -> Double {
            Light(one).seen(by: eyes).lab.difference(from: Light(two).seen(by: eyes).lab)
        }
        return max(step(seen.ink, other.seen.ink), step(seen.ground, other.seen.ground))
    }
}
