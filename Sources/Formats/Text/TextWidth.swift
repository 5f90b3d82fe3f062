/// Measures text as the cells of a terminal show it.
package enum TextWidth {
    /// The columns a text covers when it is written into the cells of a screen.
    package static func columns(of text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            // Most text is printable ASCII, a column a byte.
            if !bytes.contains(where: { $0 &- 0x20 >= 0x5F }) { return bytes.count }
            var measure = TextMeasure()
            var index = 0
            while index < bytes.count { measure.add(Glyph(UTF8Reader.scalar(in: bytes, at: &index))) }
            return measure.columns
        }
    }

    /// The columns one scalar covers by itself: 0 for a combining mark, else 1 or 2.
    package static func columns(of scalar: Unicode.Scalar) -> Int {
        switch Glyph(scalar.value).kind {
        case .mark: 0
        case .wide: 2
        case .narrow, .selector, .joiner, .hidden: 1
        }
    }
}

/// Counts columns by the same rules as the pen that writes them.
package struct TextMeasure {
    /// The columns so far.
    package private(set) var columns = 0
    private var hasBase = false
    private var joinable = false

    /// Nothing measured yet.
    package init() {}

    /// Adds a glyph and returns the columns it covers.
    @discardableResult
    package mutating func add(_ glyph: Glyph) -> Int {
        let width: Int
        switch glyph.kind {
        case .narrow, .hidden: width = 1
        case .wide: width = 2
        case .mark: width = hasBase ? 0 : 1
        case .selector where hasBase:
            joinable = true
            return 0
        case .joiner where joinable: return 0
        case .selector, .joiner: width = 1
        }
        if width > 0 {
            hasBase = true
            joinable = width == 2
        }
        columns += width
        return width
    }
}

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
    static let noCharacter: UInt32 = 0xFFFD
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

/// Makes foreign text fit to show, by the policy of the cell grid.
package enum Sanitiser {
    /// The text as the cells of a screen would show it: no control, bidirectional or invisible character in it, at most two combining
    /// marks a glyph.
    package static func visible(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            if !bytes.contains(where: { $0 &- 0x20 >= 0x5F }) { return String(decoding: bytes, as: UTF8.self) }
            var result = String.UnicodeScalarView()
            var measure = TextMeasure()
            var marks = 0
            var index = 0
            while index < bytes.count {
                let glyph = Glyph(UTF8Reader.scalar(in: bytes, at: &index))
                let hadBase = measure.columns > 0
                let columns = measure.add(glyph)
                if glyph.kind == .mark {
                    if !hadBase { append(Glyph.markHolder, to: &result) }
                    marks += 1
                    if marks <= 2 { append(glyph.scalar, to: &result) }
                } else if columns > 0 {
                    marks = 0
                    append(glyph.shown, to: &result)
                }
            }
            return String(result)
        }
    }

    private static func append(_ value: UInt32, to view: inout String.UnicodeScalarView) {
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
}
