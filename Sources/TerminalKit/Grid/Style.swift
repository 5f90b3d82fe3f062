/// A terminal colour: the terminal's own default, one of the 256 indexed colours, or 24-bit red, green, blue.
package struct Colour: Hashable, Sendable {
    /// 0 is the default; 0x01_0000nn is indexed colour nn; 0x02_rrggbb is direct colour.
    package let rawValue: UInt32

    /// The terminal's own default foreground or background.
    package static let standard = Colour(rawValue: 0)

    /// An entry of the terminal's palette (0–7 the ANSI colours, 8–15 their bright forms, 16–255 xterm's cube and greys).
    package static func indexed(_ index: UInt8) -> Colour {
        Colour(rawValue: 0x0100_0000 | UInt32(index))
    }

    /// A 24-bit colour, each part 0–255.
    package static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Colour {
        Colour(rawValue: 0x0200_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
    }

    private init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// What the colour is, for a backend to translate.
    package enum Kind: Hashable, Sendable {
        /// The terminal's default.
        case standard
        /// A palette entry.
        case indexed(UInt8)
        /// Red, green and blue, each 0–255.
        case rgb(UInt8, UInt8, UInt8)
    }

    /// The colour taken apart.
    package var kind: Kind {
        switch rawValue >> 24 {
        case 1: .indexed(UInt8(truncatingIfNeeded: rawValue))
        case 2:
            .rgb(
                UInt8(truncatingIfNeeded: rawValue >> 16), UInt8(truncatingIfNeeded: rawValue >> 8),
                UInt8(truncatingIfNeeded: rawValue))
        default: .standard
        }
    }
}

/// The attributes of a cell beside its colours.
package struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    package let rawValue: UInt16

    /// Creates a set from its bits.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Bold or bright text.
    package static let bold = Attributes(rawValue: 1)
    /// Faint text.
    package static let dim = Attributes(rawValue: 2)
    /// Italic text.
    package static let italic = Attributes(rawValue: 4)
    /// Underlined text.
    package static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 16)
}

/// How a cell is painted.
package struct Style: Hashable, Sendable {
    /// The colour of the glyph.
    package var foreground: Colour
    /// The colour behind the glyph.
    package var background: Colour
    /// Bold, underline and so on.
    package var attributes: Attributes

    /// The terminal's own colours, no attribute.
    package static let plain = Style()

    /// Creates a style; what is left out is the terminal's own.
    package init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// This style on another background.
    package func on(_ background: Colour) -> Style {
        Style(foreground: foreground, background: background, attributes: attributes)
    }

    /// This style with attributes added.
    package func adding(_ more: Attributes) -> Style {
        Style(foreground: foreground, background: background, attributes: attributes.union(more))
    }
}

/// The colours xterm gives its 256 palette entries.
package enum XtermPalette {
    /// xterm's first sixteen.
    private static let ansi: [(UInt8, UInt8, UInt8)] = [
        (0x00, 0x00, 0x00), (0xCD, 0x00, 0x00), (0x00, 0xCD, 0x00), (0xCD, 0xCD, 0x00), (0x00, 0x00, 0xEE),
        (0xCD, 0x00, 0xCD), (0x00, 0xCD, 0xCD), (0xE5, 0xE5, 0xE5), (0x7F, 0x7F, 0x7F), (0xFF, 0x00, 0x00),
        (0x00, 0xFF, 0x00), (0xFF, 0xFF, 0x00), (0x5C, 0x5C, 0xFF), (0xFF, 0x00, 0xFF), (0x00, 0xFF, 0xFF),
        (0xFF, 0xFF, 0xFF),
    ]

    /// Red, green and blue of an entry: the first sixteen, then a cube of 6 x 6 x 6, then 24 greys.
    package static func parts(of index: UInt8) -> (UInt8, UInt8, UInt8) {
        if index < 16 { return ansi[Int(index)] }
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        let cube = index - 16
        func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    /// The entry nearest to a colour, by the usual weighting of red, green and blue to the eye.
    package static func nearest(to colour: (UInt8, UInt8, UInt8), in range: ClosedRange<UInt8>) -> UInt8 {
        var best = range.lowerBound
        var least = Int.max
        for index in range {
            let other = parts(of: index)
            let red = Int(colour.0) - Int(other.0)
            let green = Int(colour.1) - Int(other.1)
            let blue = Int(colour.2) - Int(other.2)
            let distance = 2 * red * red + 4 * green * green + 3 * blue * blue
            if distance < least {
                least = distance
                best = index
            }
        }
        return best
    }
}

extension Colour {
    /// Red, green and blue as xterm shows the colour; nil for the terminal's own.
    package var parts: (red: UInt8, green: UInt8, blue: UInt8)? {
        switch kind {
        case .standard: return nil
        case .indexed(let index): return XtermPalette.parts(of: index)
        case .rgb(let red, let green, let blue): return (red, green, blue)
        }
    }
}
