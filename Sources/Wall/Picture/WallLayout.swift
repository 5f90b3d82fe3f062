import TerminalKit

/// Where things stand on a wall, in cells. All of it follows from how many rows are legible: a terminal with more rows gets
/// larger figures, one with fewer gets fewer things.
package struct WallLayout: Hashable, Sendable {
    /// How a wall of a size is laid out.
    package enum Kind: Hashable, Sendable {
        /// Figures side by side, a half below them.
        case full
        /// One figure over the whole width, the rest in words.
        case compact
        /// Words alone.
        case words
    }

    /// How.
    package let kind: Kind
    /// Rows and, doubled, columns of each dot of a big digit.
    package let scale: Int
    /// All that is drawn on; what is left is kept for the shift.
    package let area: Rect
    /// Rows above the figures: the strip, or a plate.
    let top: Int
    /// How many rows of this terminal a legible row is high.
    let rowsPerUnit: Double

    /// A wall of a size at a place. A picture that is old has its plate over the first rows.
    package init(size: Size, place: WallPlace, isOld: Bool = false) {
        // A column, and a row where there are many, stay free, so that the picture can be moved by a cell.
        let spareRow = size.rows >= 30 ? 1 : 0
        area = Rect(
            column: 0, row: 0, columns: size.columns - (size.columns >= 60 ? 1 : 0), rows: size.rows - spareRow)
        rowsPerUnit = Double(size.rows) / Double(place.rows)
        let (rows, columns) = (Double(size.rows) / Double(place.rows), Double(size.columns) / Double(place.columns))
        let wanted = Int(min(rows, columns) + 0.4)
        // The figures never take more than half of the screen.
        let most = max(1, (size.rows / 2 - 2) / WallPlace.digitRows)
        scale = max(1, min(wanted, most))
        if size.rows < 8 || size.columns < 24 {
            kind = .words
        } else if size.rows < 13 || size.columns < 46 {
            kind = .compact
        } else {
            kind = .full
        }
        top = !isOld ? 1 : min(size.rows, kind == .full ? 3 : 2)
    }

    /// Rows of a digit.
    var digitRows: Int { WallPlace.digitRows * scale }
    /// True where letters are wanted that are larger than a cell.
    var wantsBigLetters: Bool { rowsPerUnit > 1.3 }
    /// The first line.
    var strip: Rect { Rect(column: area.column, row: 0, columns: area.columns, rows: 1) }
    /// Figures with their titles above and a line below them.
    var upper: Rect { Rect(column: area.column, row: top, columns: area.columns, rows: digitRows + 2) }
    /// Everything between the line below the figures and the last two rows.
    var lower: Rect {
        Rect(
            column: area.column, row: upper.endRow + 1, columns: area.columns,
            rows: area.endRow - upper.endRow - 1 - 2)
    }
    /// What is uncovered now.
    var uncovered: Rect { Rect(column: area.column, row: area.endRow - 2, columns: area.columns, rows: 1) }
    /// Calls an hour.
    var calls: Rect { Rect(column: area.column, row: area.endRow - 1, columns: area.columns, rows: 1) }
    /// True where there is room beside the queue for what is uncovered, in rows of its own.
    var isWide: Bool { area.columns >= 100 && lower.rows >= 8 }
}

extension Rect {
    /// One of its rows; empty outside of it.
    func row(_ index: Int, from column: Int = 0) -> Rect {
        Rect(
            column: self.column + column, row: row + index, columns: columns - column,
            rows: index >= 0 && index < rows ? 1 : 0)
    }
}
