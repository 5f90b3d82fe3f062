import CNcursesw
import TerminalKit

/// Hands the cells that changed to ncurses.
struct CellWriter {
    private var shown: Grid?
    private var pairs: ColourPairs
    private let unicode: Bool
    private var run: [watchfloor_cell] = []
    private var style = Style.plain
    private var attributes: UInt32 = 0
    private var pair: Int32 = 0

    /// A writer for the terminal that is set up.
    init(isDirect: Bool, unicode: Bool) {
        pairs = ColourPairs(isDirect: isDirect)
        self.unicode = unicode
        run.reserveCapacity(512)
    }

    /// Forgets what was shown, so that everything is painted next time.
    mutating func forget() {
        shown = nil
    }

    /// Paints what differs from the grid before; false when nothing does.
    mutating func paint(_ grid: Grid) -> Bool {
        let before = shown?.size == grid.size ? shown : nil
        var isChanged = before == nil
        if before == nil { _ = watchfloor_erase() }
        grid.cells.withUnsafeBufferPointer { new in
            guard let before else {
                for row in 0..<grid.size.rows { paint(new, row, grid.size.columns, 0..<grid.size.columns) }
                return
            }
            before.cells.withUnsafeBufferPointer { old in
                if old.baseAddress == new.baseAddress { return }
                for row in 0..<grid.size.rows where paintChanges(new, old, row, grid.size.columns) { isChanged = true }
            }
        }
        shown = grid
        return isChanged
    }

    /// Paints the runs of a row that changed; false when none did.
    private mutating func paintChanges(
        _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>, _ row: Int, _ columns: Int
    ) -> Bool {
        let start = row * columns
        var column = 0
        var isChanged = false
        while column < columns {
            if new[start + column] == old[start + column] {
                column += 1
                continue
            }
            isChanged = true
            var first = column
            while first > 0, new[start + first].width == 0 { first -= 1 }
            while column < columns, new[start + column] != old[start + column] || new[start + column].width == 0 {
                column += 1
            }
            paint(new, row, columns, first..<column)
        }
        return isChanged
    }

    /// Paints the glyphs that begin in some columns of a row.
    private mutating func paint(_ cells: UnsafeBufferPointer<Cell>, _ row: Int, _ columns: Int, _ range: Range<Int>) {
        run.removeAll(keepingCapacity: true)
        for column in range {
            let cell = cells[row * columns + column]
            guard cell.width > 0 else { continue }
            if cell.style != style || (attributes == 0 && pair == 0) { adopt(cell.style) }
            append(cell)
        }
        let count = Int32(run.count)
        let first = Int32(range.lowerBound)
        _ = run.withUnsafeBufferPointer { watchfloor_put_cells(Int32(row), first, $0.baseAddress, count) }
    }

    private mutating func adopt(_ style: Style) {
        self.style = style
        pair = pairs.pair(of: style)
        attributes = CellWriter.attributes(style.attributes)
    }

    private static func attributes(_ attributes: Attributes) -> UInt32 {
        var result: UInt32 = 0
        if attributes.contains(.bold) { result |= watchfloor_bold() }
        if attributes.contains(.dim) { result |= watchfloor_dim() }
        if attributes.contains(.italic) { result |= watchfloor_italic() }
        if attributes.contains(.underline) { result |= watchfloor_underline() }
        if attributes.contains(.reverse) { result |= watchfloor_reverse() }
        return result
    }

    /// Adds a glyph as ncurses will show it: exactly as wide as the grid says, whatever the C library knows.
    private mutating func append(_ cell: Cell) {
        var base = cell.base
        var marks = cell.marks
        if base >= 0x7F || marks.0 != 0 {
            if !unicode {
                base = ASCIIFallback.scalar(for: base)
                marks = (0, 0)
            } else {
                if marks.0 != 0, watchfloor_width(marks.0) != 0 { marks.0 = 0 }
                if marks.1 != 0, watchfloor_width(marks.1) != 0 { marks.1 = 0 }
                if marks.0 == 0 { marks = (marks.1, 0) }
                if base >= 0x7F, watchfloor_width(base) != Int32(cell.width) { base = 0x3F }
            }
        }
        run.append(watchfloor_cell(base: base, marks: marks, attributes: attributes, pair: pair))
        // A stand-in is one column; a wide glyph takes two of them.
        if cell.width == 2, base < 0x7F {
            run.append(watchfloor_cell(base: base, marks: (0, 0), attributes: attributes, pair: pair))
        }
    }
}
