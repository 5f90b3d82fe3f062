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
