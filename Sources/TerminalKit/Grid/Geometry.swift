/// A size in character cells.
package struct Size: Hashable, Sendable {
    /// Number of cells across, never negative.
    package var columns: Int
    /// Number of cells down, never negative.
    package var rows: Int

    /// Creates a size; negative numbers become 0.
    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A rectangle of character cells; column and row count from 0 at the top left.
package struct Rect: Hashable, Sendable {
    /// The leftmost column.
    package var column: Int
    /// The topmost row.
    package var row: Int
    /// Number of cells across, never negative.
    package var columns: Int
    /// Number of cells down, never negative.
    package var rows: Int

    /// Creates a rectangle; a negative extent becomes 0.
    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The whole of a screen of this size.
    package init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// One past the rightmost column.
    package var endColumn: Int { column + columns }
    /// One past the bottom row.
    package var endRow: Int { row + rows }
    /// True when it holds no cell.
    package var isEmpty: Bool { columns == 0 || rows == 0 }
    /// Its extent.
    package var size: Size { Size(columns: columns, rows: rows) }

    /// The rectangle that remains when every side moves inwards by so many cells.
    package func inset(columns dx: Int = 0, rows dy: Int = 0) -> Rect {
        Rect(column: column + dx, row: row + dy, columns: columns - 2 * dx, rows: rows - 2 * dy)
    }

    /// The cells that lie in both rectangles; empty when they do not touch.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        let right = min(endColumn, other.endColumn)
        let bottom = min(endRow, other.endRow)
        return Rect(column: left, row: top, columns: right - left, rows: bottom - top)
    }
}
