/// A size in character cells.
public struct Size: Hashable, Sendable {
    /// Number of cells across, never negative.
    public var columns: Int
    /// Number of cells down, never negative.
    public var rows: Int

    /// Creates a size; negative numbers become 0.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A rectangle of character cells; column and row count from 0 at the top left.
public struct Rect: Hashable, Sendable {
    /// The leftmost column.
    public var column: Int
    /// The topmost row.
    public var row: Int
    /// Number of cells across, never negative.
    public var columns: Int
    /// Number of cells down, never negative.
    public var rows: Int

    /// Creates a rectangle; a negative extent becomes 0.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The whole of a screen of this size.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// One past the rightmost column.
    public var endColumn: Int { column + columns }
    /// One past the bottom row.
    public var endRow: Int { row + rows }
    /// True when it holds no cell.
    public var isEmpty: Bool { columns == 0 || rows == 0 }
    /// Its extent.
    public var size: Size { Size(columns: columns, rows: rows) }

    /// The rectangle that remains when every side moves inwards by so many cells.
    public func inset(columns dx: Int = 0, rows dy: Int = 0) -> Rect {
        Rect(column: column + dx, row: row + dy, columns: columns - 2 * dx, rows: rows - 2 * dy)
    }

    /// The cells that lie in both rectangles; empty when they do not touch.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        let right = min(endColumn, other.endColumn)
        let bottom = min(endRow, other.endRow)
        return Rect(column: left, row: top, columns: right - left, rows: bottom - top)
    }
}
