extension Cell {
    /// Appends what the cell shows: its scalar and marks, nothing for the right half of a wide glyph.
    package func append(to text: inout String) {
        guard width > 0, let scalar = Unicode.Scalar(base) else { return }
        text.unicodeScalars.append(scalar)
        if marks.0 != 0, let mark = Unicode.Scalar(marks.0) { text.unicodeScalars.append(mark) }
        if marks.1 != 0, let mark = Unicode.Scalar(marks.1) { text.unicodeScalars.append(mark) }
    }
}

extension Grid {
    /// The text of one row, trailing blanks left out.
    package func text(row: Int) -> String {
        var line = ""
        for column in 0..<size.columns { self[column, row].append(to: &line) }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All rows joined by line feeds, trailing blanks of each row left out; for tests and for copying a screen as text.
    package func text() -> String {
        (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
    }

    /// Text and styles for golden tests: every row as `text`, then a row of letters, one a cell, that name the styles
    /// (`.` is the plain style, blanks at a row's end are left out), then the legend of the letters in order of appearance.
    package func styledText(name: (Style) -> String = Grid.describe) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        var known: [Style: Character] = [.plain: "."]
        var legend: [String] = []
        var lines: [String] = []
        for row in 0..<size.rows {
            var marks = ""
            for column in 0..<size.columns {
                let style = self[column, row].style
                if known[style] == nil {
                    let letter = letters[min(legend.count, letters.count - 1)]
                    known[style] = letter
                    legend.append("\(letter) = \(name(style))")
                }
                marks.append(known[style] ?? ".")
            }
            while marks.last == "." { marks.removeLast() }
            lines.append(text(row: row))
            if !marks.isEmpty { lines.append("~" + marks) }
        }
        return (lines + legend).joined(separator: "\n")
    }

    /// A style in words: `#c8d0d8 on #101418 bold`, palette entries by number, the terminal's own colour as `default`.
    package static func describe(_ style: Style) -> String {
        var words = [describe(style.foreground), "on", describe(style.background)]
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        words += names.filter { style.attributes.contains($0.0) }.map(\.1)
        return words.joined(separator: " ")
    }

    private static func describe(_ colour: Colour) -> String {
        switch colour.kind {
        case .standard: return "default"
        case .indexed(let index): return "\(index)"
        case .rgb: return colour.hexadecimal
        }
    }
}

extension Colour {
    /// A direct colour as `#rrggbb`.
    package var hexadecimal: String {
        let digits = String(rawValue & 0xFF_FFFF, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
