/// How finely a cell is drawn in: the rungs of a ladder from eight dots down to one character.
///
/// Which rung can be climbed follows from the terminal: its font has to have the signs. Octants came with Unicode 16 and few
/// fonts have them, braille is in nearly all, quadrants and half blocks in every one, ASCII is left where the locale has no
/// UTF-8.
package enum DotScale: String, CaseIterable, Sendable, Hashable {
    /// Eight blocks a cell (Unicode 16, Symbols for Legacy Computing Supplement).
    case octant
    /// Eight round dots a cell.
    case braille
    /// Four blocks a cell.
    case quadrant
    /// Two blocks a cell, one above the other.
    case half
    /// A character a cell.
    case ascii

    /// Dots across a cell.
    package var across: Int {
        switch self {
        case .octant, .braille, .quadrant: 2
        case .half, .ascii: 1
        }
    }

    /// Dots down a cell.
    package var down: Int {
        switch self {
        case .octant, .braille: 4
        case .quadrant, .half: 2
        case .ascii: 1
        }
    }

    /// The finest that a terminal is trusted with: braille, or ASCII where it shows no Unicode.
    package static func usual(unicode: Bool) -> DotScale { unicode ? .braille : .ascii }

    /// This scale, or ASCII where the terminal shows no Unicode.
    package func shown(unicode: Bool) -> DotScale { unicode ? self : .ascii }

    /// The sign for dots of a cell: bit `row * across + column` is set for each. A blank for none.
    package func sign(_ dots: UInt8) -> Unicode.Scalar {
        if dots == 0 { return " " }
        switch self {
        case .octant: return OctantSigns.sign(dots)
        case .braille: return DotScale.brailleSign(dots)
        case .quadrant: return DotScale.quadrants[Int(dots & 0xF)]
        case .half: return DotScale.halves[Int(dots & 3)]
        case .ascii: return "."
        }
    }

    /// Braille numbers its upper six dots down the left column, then down the right one, and adds a row below.
    private static func brailleSign(_ dots: UInt8) -> Unicode.Scalar {
        let places: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
        let bits = (0..<8).reduce(UInt32(0)) { dots & (1 << UInt8($1)) == 0 ? $0 : $0 | places[$1] }
        return Unicode.Scalar(0x2800 + bits) ?? " "
    }

    private static let quadrants: [Unicode.Scalar] = [
        " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
    ]
    private static let halves: [Unicode.Scalar] = [" ", "▀", "▄", "█"]
}

/// The signs of eight blocks a cell. Unicode 16 gives those that were not there yet, in the order of their bits, from U+1CD00
/// on; the others are older block elements and a few of their own.
private enum OctantSigns {
    private static let older: [UInt8: UInt32] = [
        0x00: 0x20, 0x01: 0x1CEA8, 0x02: 0x1CEAB, 0x03: 0x1FB82, 0x05: 0x2598, 0x0A: 0x259D, 0x0F: 0x2580,
        0x14: 0x1FBE6, 0x28: 0x1FBE7, 0x3F: 0x1FB85, 0x40: 0x1CEA3, 0x50: 0x2596, 0x55: 0x258C, 0x5A: 0x259E,
        0x5F: 0x259B, 0x80: 0x1CEA0, 0xA0: 0x2597, 0xA5: 0x259A, 0xAA: 0x2590, 0xAF: 0x259C, 0xC0: 0x2582,
        0xF0: 0x2584, 0xF5: 0x2599, 0xFA: 0x259F, 0xFC: 0x2586, 0xFF: 0x2588,
    ]

    private static let signs: [Unicode.Scalar] = {
        var next: UInt32 = 0x1CD00
        return (0...255).map { dots in
            if let known = older[UInt8(dots)] { return Unicode.Scalar(known) ?? " " }
            defer { next += 1 }
            return Unicode.Scalar(next) ?? " "
        }
    }()

    static func sign(_ dots: UInt8) -> Unicode.Scalar { signs[Int(dots)] }
}
