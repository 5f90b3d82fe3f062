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
