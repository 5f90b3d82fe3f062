import TerminalKit

/// A colour as a theme names it: one value for every colour depth.
struct PaletteColour: Hashable, Sendable {
    /// For 24-bit colour.
    var direct: Colour
    /// For 256 colours.
    var indexed: Colour
    /// For 16 colours.
    var sixteen: Colour
    /// For 8 colours.
    var eight: Colour

    /// The terminal's own colour at every depth.
    static let standard = PaletteColour(direct: .standard, indexed: .standard, sixteen: .standard, eight: .standard)

    /// A 24-bit colour; the others are the nearest by eye.
    init(red: UInt8, green: UInt8, blue: UInt8) {
        direct = .rgb(red, green, blue)
        indexed = .indexed(XtermPalette.nearest(to: (red, green, blue), in: 16...255))
        sixteen = .indexed(XtermPalette.nearest(to: (red, green, blue), in: 0...15))
        eight = .indexed(XtermPalette.nearest(to: (red, green, blue), in: 0...7))
    }

    /// The same palette entry at every depth that has it.
    init(index: UInt8) {
        direct = .indexed(index)
        indexed = .indexed(index)
        let parts = XtermPalette.parts(of: index)
        sixteen = .indexed(index < 16 ? index : XtermPalette.nearest(to: parts, in: 0...15))
        eight = .indexed(index < 8 ? index : index < 16 ? index - 8 : XtermPalette.nearest(to: parts, in: 0...7))
    }

    init(direct: Colour, indexed: Colour, sixteen: Colour, eight: Colour) {
        self.direct = direct
        self.indexed = indexed
        self.sixteen = sixteen
        self.eight = eight
    }

    /// The colour to use at a depth; the terminal's own where there is no colour.
    func at(_ depth: ColourDepth) -> Colour {
        switch depth {
        case .direct: direct
        case .indexed256: indexed
        case .sixteen: sixteen
        case .eight: eight
        case .mono: .standard
        }
    }

    /// Reads `#rrggbb`, a palette number or `default`; nil where the text is none of them.
    init?(_ text: String) {
        if text == "default" {
            self = .standard
        } else if text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) {
            self.init(
                red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
                blue: UInt8(truncatingIfNeeded: value))
        } else if let index = UInt8(text) {
            self.init(index: index)
        } else {
            return nil
        }
    }
}
