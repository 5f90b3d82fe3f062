import Formats

/// The symbols panes draw with, in two sets of the same meaning: Unicode's, and ASCII's for a terminal without UTF-8.
package struct Glyphs: Hashable, Sendable {
    /// Lines and corners of a box.
    package var horizontal: Unicode.Scalar, vertical: Unicode.Scalar
    /// The corners of a box.
    var topLeft: Unicode.Scalar, topRight: Unicode.Scalar, bottomLeft: Unicode.Scalar,
        bottomRight: Unicode.Scalar
    /// Where a line meets the left or right side of a box.
    var teeLeft: Unicode.Scalar, teeRight: Unicode.Scalar
    /// The marker of the highest priority, ▲.
    package var triangle: String
    /// The marker of the second priority, ◆.
    package var diamond: String
    /// Something present or unanswered, ●.
    package var disc: String
    /// Something free or answered, ○.
    package var circle: String
    /// Something set aside for a while, ◌.
    package var dottedCircle: String
    /// A grave dispute, ■.
    package var square: String
    /// A slighter dispute, □.
    package var hollowSquare: String
    /// Something under way, ▸.
    package var arrow: String
    /// Something told to go and not yet under way, ▹.
    package var hollowArrow: String
    /// Something under way with a load, ».
    package var doubleArrow: String
    /// A filled step of a bar, ▮.
    package var barFull: String
    /// An empty step of a bar, ▯.
    package var barEmpty: String
    /// Text goes on, …
    package var ellipsis: String
    /// Rows below, ▼.
    package var moreBelow: String
    /// Rows above, ▲.
    package var moreAbove: String
    /// Done, ✓.
    package var check: String
    /// Nothing here, –.
    package var dash: String
    /// Between two facts on a line, ·
    package var dot: String
    /// Stale or lost contact, ⚠ where there is no word beside it.
    package var warning: String
    /// Eight heights of a bar in one cell, lowest first.
    package var levels: [String]

    /// For terminals with UTF-8.
    package static let unicode = Glyphs(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", teeLeft: "├",
        teeRight: "┤", triangle: "▲", diamond: "◆", disc: "●", circle: "○", dottedCircle: "◌", square: "■",
        hollowSquare: "□", arrow: "▸", hollowArrow: "▹", doubleArrow: "»", barFull: "▮",
        barEmpty: "▯", ellipsis: "…", moreBelow: "▼", moreAbove: "▲", check: "✓", dash: "–", dot: "·", warning: "⚠",
        levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

    /// For terminals without.
    package static let ascii = Glyphs(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", teeLeft: "+",
        teeRight: "+", triangle: "!", diamond: "*", disc: "#", circle: "o", dottedCircle: ".", square: "#",
        hollowSquare: "o", arrow: ">", hollowArrow: ")", doubleArrow: "}", barFull: "#",
        barEmpty: ".", ellipsis: "...", moreBelow: "v", moreAbove: "^", check: "+", dash: "-", dot: "-", warning: "!",
        levels: ["_", "_", ".", "-", "-", "=", "#", "#"])

    /// The set for a terminal that does, or does not, show Unicode.
    package static func of(unicode: Bool) -> Glyphs { unicode ? .unicode : .ascii }
}

extension Grid {
    /// Draws the outline of a box and leaves its inside as it is.
    ///
    /// The title stands in the top line at the left, the note at the right; the title has the first claim on the room.
    package mutating func drawBox(
        _ rect: Rect, style: Style, glyphs: Glyphs = .unicode, title: String = "", titleStyle: Style? = nil,
        note: String = "", noteStyle: Style? = nil
    ) {
        guard rect.columns > 1, rect.rows > 1 else { return }
        let right = rect.endColumn - 1
        let bottom = rect.endRow - 1
        for row in [rect.row, bottom] {
            fill(
                Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), with: glyphs.horizontal,
                style: style)
        }
        for column in [rect.column, right] {
            fill(Rect(column: column, row: rect.row, columns: 1, rows: rect.rows), with: glyphs.vertical, style: style)
        }
        put(glyphs.topLeft, column: rect.column, row: rect.row, style: style)
        put(glyphs.topRight, column: right, row: rect.row, style: style)
        put(glyphs.bottomLeft, column: rect.column, row: bottom, style: style)
        put(glyphs.bottomRight, column: right, row: bottom, style: style)
        var free = rect.column + 2
        if !title.isEmpty, rect.columns > 6 {
            let room = rect.columns - 6
            let used = write(title, column: free + 1, row: rect.row, columns: room, style: titleStyle ?? style)
            pad(around: free + 1, used, row: rect.row, style: style)
            free += used + 2
        }
        let width = TextWidth.columns(of: note)
        let start = right - 2 - width
        guard !note.isEmpty, start > free + 1 else { return }
        write(note, column: start, row: rect.row, style: noteStyle ?? style)
        pad(around: start, width, row: rect.row, style: style)
    }

    private mutating func pad(around column: Int, _ columns: Int, row: Int, style: Style) {
        put(" ", column: column - 1, row: row, style: style)
        put(" ", column: column + columns, row: row, style: style)
    }
}

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
                triangle, diamond, disc, circle, dottedCircle, arrow, hollowArrow, doubleArrow, barFull, barEmpty,
                ellipsis, moreBelow, moreAbove,
                check,
                dash, dot, warning,
            ] + levels
    }
}
