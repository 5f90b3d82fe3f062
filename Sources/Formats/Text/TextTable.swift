import TerminalKit

/// A table in plain text: columns as wide as their widest cell, measured as a terminal shows them.
struct TextTable {
    /// The heading of each column.
    var columns: [String]
    /// The columns of numbers, by index from 0; they stand at the right.
    var numeric: Set<Int> = []
    /// The rows.
    var rows: [[String]]

    /// The table's lines. Text from outside is made safe for a terminal.
    var lines: [String] {
        let safe = ([columns] + rows).map { $0.map { Sanitiser.visible($0) } }
        let widths = columns.indices.map { column in
            safe.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        return safe.map { row in
            var line = ""
            for (column, cell) in row.enumerated() where column < widths.count {
                let blanks = String(repeating: " ", count: widths[column] - TextWidth.columns(of: cell))
                line += (column == 0 ? "  " : "   ") + (numeric.contains(column) ? blanks + cell : cell + blanks)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
