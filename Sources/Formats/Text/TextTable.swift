/// A table in plain text: columns as wide as their widest cell, measured as a terminal shows them.
package struct TextTable: Hashable, Sendable {
    /// What stands over each column.
    package var heading: [String]
    /// The rows below the heading.
    package var rows: [[String]]
    /// The columns of numbers, by index from 0; they stand at the right, the others at the left.
    package var numeric: Set<Int>
    /// The blanks before every line.
    package var indent: Int
    /// The blanks between two columns.
    package var gap: Int
    /// The width that every column but the first has at least.
    package var least: Int

    /// Creates a table of columns with their own sides and blanks.
    package init(
        heading: [String], rows: [[String]], numeric: Set<Int>, indent: Int = 0, gap: Int = 2, least: Int = 0
    ) {
        self.heading = heading
        self.rows = rows
        self.numeric = numeric
        self.indent = indent
        self.gap = gap
        self.least = least
    }

    /// Creates a table whose first row is its heading and in which all columns but the first hold numbers.
    package init(rows: [[String]]) {
        let count = rows.map(\.count).max() ?? 0
        self.init(heading: rows.first ?? [], rows: Array(rows.dropFirst()), numeric: Set((0..<count).dropFirst()))
    }

    /// The table's lines, without blanks at their ends. Text from outside is made safe for a terminal.
    package var lines: [String] {
        let safe = ([heading] + rows).map { $0.map(Sanitiser.visible) }
        let widths = (0..<(safe.map(\.count).max() ?? 0)).map { column in
            let widest = safe.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
            return column == 0 ? widest : max(widest, least)
        }
        return safe.map { row in
            var line = String(repeating: " ", count: indent)
            for (column, cell) in row.enumerated() {
                let blanks = String(repeating: " ", count: widths[column] - TextWidth.columns(of: cell))
                if column > 0 { line += String(repeating: " ", count: gap) }
                line += numeric.contains(column) ? blanks + cell : cell + blanks
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
