/// What a scalar of foreign text becomes on the screen: which scalar is shown and how many columns it covers.
///
/// The policy, in one place:
/// - C0 controls and DEL become their control pictures (`␛` for Escape), one column wide;
/// - C1 controls, bidirectional controls, zero-width and other invisible characters, line and paragraph separators, tags
///   become ``hiddenSymbol``;
/// - private-use, unassigned and non-characters become U+FFFD;
/// - blanks of every narrow kind become U+0020;
/// - a combining mark stays on its base (two at most); one without a base stands on ``markHolder``;
/// - a variation selector after a glyph and a joiner after a wide glyph are dropped, so that an emoji sequence shows as its
///   parts; anywhere else they are hidden characters and shown as such.
package struct Glyph: Hashable, Sendable {
    /// How a scalar takes part in the text.
    package enum Kind: UInt8, Sendable {
        /// One column.
        case narrow = 0
        /// Two columns.
        case wide = 1
        /// Drawn over the glyph before it.
        case mark = 2
        /// A variation selector.
        case selector = 3
        /// The zero-width joiner.
        case joiner = 4
        /// Invisible; ``Glyph/init(_:)`` turns it into a symbol of one column.
        case hidden = 5
    }

    /// Stands for an invisible character: U+2426, symbol for substitute form two.
    package static let hiddenSymbol: UInt32 = 0x2426
    /// Stands for what is no character: U+FFFD.
    package static let noCharacter: UInt32 = 0xFFFD
    /// Carries a combining mark that has no base: U+25CC, the dotted circle.
    package static let markHolder: UInt32 = 0x25CC
    /// U+2026, one column.
    package static let ellipsis: UInt32 = 0x2026

    /// The scalar to show.
    package let scalar: UInt32
    /// How it takes part.
    package let kind: Kind

    /// Looks a scalar up.
    package init(_ value: UInt32) {
        if value &- 0x20 < 0x5F {
            self.init(scalar: value, kind: .narrow)
        } else if value < 0x20 {
            self.init(scalar: 0x2400 + value, kind: .narrow)
        } else {
            self = ScalarTable.shared.glyph(value)
        }
    }

    /// The scalar to show where the glyph has columns of its own: a selector or joiner on its own is a hidden character.
    package var shown: UInt32 {
        kind == .selector || kind == .joiner || kind == .hidden ? Glyph.hiddenSymbol : scalar
    }

    init(scalar: UInt32, kind: Kind) {
        self.scalar = scalar
        self.kind = kind
    }
}
