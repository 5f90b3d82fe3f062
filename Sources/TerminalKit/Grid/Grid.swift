import Formats

/// A screenful of character cells that panes draw into and a screen presents.
///
/// Everything that enters is measured and made harmless on its way in, so no control byte of foreign text can be in a
/// grid, and a glyph two columns wide is always whole: writing over one half blanks the other.
package struct Grid: Hashable, Sendable {
    /// Its extent.
    package let size: Size
    /// The cells, row after row from the top left; `size.columns * size.rows` of them.
    package private(set) var cells: [Cell]

    /// What happens to text that is longer than its place.
    package enum Overflow: Hashable, Sendable {
        /// It is cut off.
        case clip
        /// It is cut off and the last column shows `…`.
        case ellipsis
    }

    /// A grid of blanks.
    package init(size: Size, style: Style = .plain) {
        self.size = size
        var blank = Cell.blank
        blank.style = style
        cells = Array(repeating: blank, count: size.columns * size.rows)
    }

    /// The cell at a place, counted from 0 at the top left; a blank outside the grid.
    package subscript(column: Int, row: Int) -> Cell {
        guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return .blank }
        return cells[row * size.columns + column]
    }

    /// Writes text from a place to the right and returns how many columns it covers there.
    ///
    /// Text never leaves its row, its `limit` or the grid. A wide glyph that would be cut in half is replaced by a blank.
    @discardableResult
    package mutating func write(
        _ text: String, column: Int, row: Int, columns limit: Int = .max, style: Style,
        overflow: Overflow = .ellipsis
    ) -> Int {
        guard row >= 0, row < size.rows, limit > 0, column < size.columns else { return 0 }
        let end = limit > size.columns - column ? size.columns : column + limit
        guard end > 0, end > column else { return 0 }
        var text = text
        let size = size
        return text.withUTF8 { bytes in
            cells.withUnsafeMutableBufferPointer { cells in
                let line = UnsafeMutableBufferPointer(
                    rebasing: cells[(row * size.columns)..<((row + 1) * size.columns)])
                var pen = Pen(line: line, start: column, end: end, style: style)
                pen.write(bytes, overflow: overflow)
                return pen.column - column
            }
        }
    }

    /// Writes one scalar, measured and made harmless like all text; returns the columns it covers.
    @discardableResult
    package mutating func put(_ scalar: Unicode.Scalar, column: Int, row: Int, style: Style) -> Int {
        write(String(Character(scalar)), column: column, row: row, style: style, overflow: .clip)
    }

    /// Blanks a rectangle.
    package mutating func fill(_ rect: Rect, style: Style) {
        fill(rect, with: Cell(base: 0x20, width: 1, style: style))
    }

    /// Fills a rectangle with one narrow scalar; anything that is not one column wide fills blanks.
    package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar, style: Style) {
        let glyph = Glyph(scalar.value)
        fill(rect, with: Cell(base: glyph.kind == .narrow ? glyph.scalar : 0x20, width: 1, style: style))
    }

    /// Copies a rectangle of another grid to a place in this one; what falls outside is left out.
    package mutating func copy(_ rect: Rect, of other: Grid, column: Int, row: Int) {
        let source = rect.intersection(Rect(other.size))
        for line in source.row..<source.endRow {
            let target = row + line - rect.row
            guard target >= 0, target < size.rows else { continue }
            let shift = column - rect.column
            let from = max(source.column, -shift)
            let to = min(source.endColumn, size.columns - shift)
            guard from < to else { continue }
            mend(row: target, columns: (from + shift)..<(to + shift))
            for index in from..<to {
                cells[target * size.columns + index + shift] = other.cells[line * other.size.columns + index]
            }
            if other[from, line].width == 0 { blank(from + shift, target) }
            if other[to - 1, line].width == 2 { blank(to - 1 + shift, target) }
        }
    }

    private mutating func fill(_ rect: Rect, with cell: Cell) {
        let area = rect.intersection(Rect(size))
        guard !area.isEmpty else { return }
        for row in area.row..<area.endRow {
            mend(row: row, columns: area.column..<area.endColumn)
            let start = row * size.columns
            for index in (start + area.column)..<(start + area.endColumn) { cells[index] = cell }
        }
    }

    /// Blanks the halves of wide glyphs that stick out of columns about to be overwritten.
    private mutating func mend(row: Int, columns: Range<Int>) {
        if self[columns.lowerBound, row].width == 0 { blank(columns.lowerBound - 1, row) }
        if columns.upperBound < size.columns, self[columns.upperBound, row].width == 0 {
            blank(columns.upperBound, row)
        }
    }

    private mutating func blank(_ column: Int, _ row: Int) {
        guard column >= 0, column < size.columns else { return }
        let index = row * size.columns + column
        cells[index] = Cell(base: 0x20, width: 1, style: cells[index].style)
    }
}
