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

/// One character cell of a screen.
///
/// A cell can only hold scalars that the sanitiser let through, so no control byte of foreign text can reach a terminal
/// by way of a grid.
package struct Cell: Hashable, Sendable {
    /// The base scalar's value; 0 in the right half of a wide glyph.
    package internal(set) var base: UInt32
    /// Combining scalars drawn over the base, 0 where there is none. More than two are dropped by the sanitiser.
    package internal(set) var marks: (UInt32, UInt32)
    /// Columns the glyph covers: 1, 2, or 0 for the right half of a wide glyph.
    package internal(set) var width: UInt8
    /// How it is painted.
    package var style: Style

    /// An empty cell.
    package static let blank = Cell(base: 0x20, marks: (0, 0), width: 1, style: .plain)

    init(base: UInt32, marks: (UInt32, UInt32) = (0, 0), width: UInt8, style: Style) {
        self.base = base
        self.marks = marks
        self.width = width
        self.style = style
    }

    /// True when both cells look the same.
    package static func == (left: Cell, right: Cell) -> Bool {
        left.base == right.base && left.marks == right.marks && left.width == right.width && left.style == right.style
    }

    /// Feeds everything that `==` compares.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(marks.0)
        hasher.combine(marks.1)
        hasher.combine(width)
        hasher.combine(style)
    }
}

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

extension Grid {
    /// Paints a canvas of the same extent over a rectangle whose cells are narrow: each cell in the look that its ink and its
    /// area have together. What lies outside the grid is left out.
    package mutating func draw(_ canvas: DotCanvas, at area: Rect, look: (_ ink: UInt8, _ area: UInt16) -> Style) {
        let seen = area.intersection(Rect(size))
        guard !seen.isEmpty else { return }
        for row in seen.row..<seen.endRow {
            for column in seen.column..<seen.endColumn {
                let (x, y) = (column - area.column, row - area.row)
                let sign = canvas.sign(column: x, row: y)?.value ?? 0x20
                let style = look(canvas.ink(column: x, row: y), canvas.area(column: x, row: y))
                cells[row * size.columns + column] = Cell(base: sign, width: 1, style: style)
            }
        }
    }
}
