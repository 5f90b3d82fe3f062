/// What a terminal without UTF-8 shows instead of a scalar: one ASCII character a column.
package enum ASCIIFallback {
    /// The stand-in for a scalar: the symbols of ``Glyphs`` by those of the same meaning, anything else by `?`.
    package static func scalar(for value: UInt32) -> UInt32 {
        if value < 0x7F { return value }
        if let known = standIns[value] { return known }
        return value >= 0x2500 && value < 0x2580 ? 0x2B : 0x3F
    }

    private static let standIns: [UInt32: UInt32] = {
        var result: [UInt32: UInt32] = [
            0x2013: 0x2D, 0x2014: 0x2D, 0x2018: 0x27, 0x2019: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0x2026: 0x2E,
            0x2190: 0x3C, 0x2192: 0x3E, 0x2191: 0x5E, 0x2193: 0x76, 0xD7: 0x78, 0x2022: 0x2A, 0x25C8: 0x2A,
            0x2550: 0x3D, 0x2551: 0x7C, 0x2501: 0x2D, 0x2503: 0x7C, 0x2591: 0x2E, 0x2592: 0x3A, 0x2593: 0x23,
        ]
        let (rich, plain) = (Glyphs.unicode, Glyphs.ascii)
        for (from, to) in zip(rich.all, plain.all) where to.unicodeScalars.count == 1 {
            if let key = from.unicodeScalars.first, let value = to.unicodeScalars.first, result[key.value] == nil {
                result[key.value] = value.value
            }
        }
        return result
    }()
}

extension Glyphs {
    /// Every symbol, in one order for all sets.
    var all: [String] {
        let lines = [horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight, teeLeft, teeRight]
        return lines.map { String(Character($0)) }
            + [
                triangle, diamond, disc, circle, dottedCircle, arrow, barFull, barEmpty, ellipsis, moreBelow, moreAbove,
                check,
                dash, dot, warning,
            ] + levels
    }
}
