/// Draws a report as a table of text for people.
package struct FigureTable {
    /// The words to use.
    package var words: FigureWords
    /// The name of a group, for example a type's words for its code; the key's own name when nil is returned.
    package var label: (FigureKey) -> String?
    /// The columns that a text takes on a terminal.
    package var width: (String) -> Int

    /// Creates a table; without `width` a simple function of East Asian width is used.
    package init(
        words: FigureWords, label: @escaping (FigureKey) -> String? = { _ in nil },
        width: @escaping (String) -> Int = FigureTable.columns
    ) {
        self.words = words
        self.label = label
        self.width = width
    }

    /// The lines of a report: everything together, then each group.
    package func lines(of report: FigureReport) -> [String] {
        var lines = block(words.total, report.total)
        for group in report.groups {
            let name = label(group.key) ?? group.key.name
            lines.append("")
            lines += block(name.isEmpty ? words.unknown : name, group.figures)
        }
        return lines + ["", words.unit]
    }

    private func block(_ title: String, _ figures: Figures) -> [String] {
        let heading =
            "\(title): \(figures.incidents) \(words.incidents) · \(figures.unitResponses) \(words.unitResponses)"
            + " · \(figures.units) \(words.units)"
        var rows = [[words.interval, words.count, words.p50, words.p90, words.mean, words.invalid]]
        for (name, interval) in zip(words.intervals, figures.intervals) {
            let figure = interval.figure
            let times = [figure.p50, figure.p90, figure.mean].map(FigureTable.time)
            rows.append([name, "\(figure.count)"] + times + ["\(figure.invalid)"])
        }
        let widths = columnWidths(rows)
        return [heading] + rows.map { "  " + line($0, widths) }
    }

    /// Columns as wide in every block: the widest of the headings and of any usual number.
    private func columnWidths(_ rows: [[String]]) -> [Int] {
        rows[0].indices.map { column in
            let content = rows.map { width($0[column]) }.max() ?? 0
            return max(content, column == 0 ? 0 : 8)
        }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var parts: [String] = []
        for (column, cell) in cells.enumerated() {
            let blanks = String(repeating: " ", count: max(0, widths[column] - width(cell)))
            parts.append(column == 0 ? cell + blanks : blanks + cell)
        }
        return parts.joined(separator: "  ")
    }

    /// Seconds as minutes and seconds, `6:28`; hours are 60 minutes more. A dash when there is none.
    static func time(_ seconds: Double?) -> String {
        guard let seconds else { return "–" }
        let whole = Int64(seconds.rounded())
        let rest = whole % 60
        return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The columns that a text takes: two for East Asian wide characters, none for combining ones, else one.
    package static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
