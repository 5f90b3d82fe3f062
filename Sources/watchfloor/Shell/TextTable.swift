import TerminalKit

/// A table of text for people: the first column stands left, the others right.
struct TextTable {
    /// The first row is the heading.
    var rows: [[String]]

    /// The lines, two blanks between columns. Text from files is made visible.
    var lines: [String] {
        let rows = rows.map { $0.map(Sanitiser.visible) }
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let blanks = String(repeating: " ", count: widths[column] - TextWidth.columns(of: cell))
                line += column == 0 ? cell + blanks : "  " + blanks + cell
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
