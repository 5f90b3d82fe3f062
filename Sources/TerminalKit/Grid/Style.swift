/// A terminal colour: the terminal's own default, one of the 256 indexed colours, or 24-bit red, green, blue.
public struct Colour: Hashable, Sendable {
    /// 0 is the default; 0x01_0000nn is indexed colour nn; 0x02_rrggbb is direct colour.
    public let rawValue: UInt32

    /// The terminal's own default foreground or background.
    public static let standard = Colour(rawValue: 0)

    /// An entry of the terminal's palette (0–7 the ANSI colours, 8–15 their bright forms, 16–255 xterm's cube and greys).
    public static func indexed(_ index: UInt8) -> Colour {
        Colour(rawValue: 0x0100_0000 | UInt32(index))
    }

    /// A 24-bit colour, each part 0–255.
    public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Colour {
        Colour(rawValue: 0x0200_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
    }

    private init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// What the colour is, for a backend to translate.
    public enum Kind: Hashable, Sendable {
        /// The terminal's default.
        case standard
        /// A palette entry.
        case indexed(UInt8)
        /// Red, green and blue, each 0–255.
        case rgb(UInt8, UInt8, UInt8)
    }

    /// The colour taken apart.
    public var kind: Kind {
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
public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt16

    /// Creates a set from its bits.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Bold or bright text.
    public static let bold = Attributes(rawValue: 1)
    /// Faint text.
    public static let dim = Attributes(rawValue: 2)
    /// Italic text.
    public static let italic = Attributes(rawValue: 4)
    /// Underlined text.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
}

/// How a cell is painted.
public struct Style: Hashable, Sendable {
    /// The colour of the glyph.
    public var foreground: Colour
    /// The colour behind the glyph.
    public var background: Colour
    /// Bold, underline and so on.
    public var attributes: Attributes

    /// The terminal's own colours, no attribute.
    public static let plain = Style()

    /// Creates a style; what is left out is the terminal's own.
    public init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// This style on another background.
    public func on(_ background: Colour) -> Style {
        Style(foreground: foreground, background: background, attributes: attributes)
    }

    /// This style with attributes added.
    public func adding(_ more: Attributes) -> Style {
        Style(foreground: foreground, background: background, attributes: attributes.union(more))
    }
}
