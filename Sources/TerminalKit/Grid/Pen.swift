import Formats

/// Writes text into one row of cells. The row is a borrowed buffer; a pen lives only inside one call of `Grid.write`.
struct Pen {
    /// The row's cells.
    let line: UnsafeMutableBufferPointer<Cell>
    /// Where writing began; may lie left of the grid, where nothing is stored.
    let start: Int
    /// One past the last column that may be written.
    let end: Int
    /// How every cell is painted.
    let style: Style
    /// Where the next glyph goes.
    var column: Int
    /// Where the last glyph stands, for the marks that belong to it.
    private var base: Int?
    /// True after a glyph that a joiner may follow.
    private var joinable = false

    init(line: UnsafeMutableBufferPointer<Cell>, start: Int, end: Int, style: Style) {
        self.line = line
        self.start = start
        self.end = end
        self.style = style
        column = start
    }

    /// Writes UTF-8 until it or the place ends.
    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, overflow: Grid.Overflow) {
        guard !bytes.isEmpty else { return }
        if start >= 0, line[start].width == 0 { blank(start - 1) }
        var index = 0
        var fits = true
        while index < bytes.count {
            index = writeASCII(bytes, from: index)
            guard index < bytes.count else { break }
            fits = write(UTF8Reader.scalar(in: bytes, at: &index))
            guard fits else { break }
        }
        if !fits { closeOverflow(overflow) }
        if column > 0, column < line.count, line[column].width == 0 { blank(column) }
    }

    /// Stores printable ASCII without looking anything up; returns the index of the first byte that is not, or did not fit.
    private mutating func writeASCII(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
        guard column >= 0 else { return first }
        let count = min(bytes.count - first, end - column)
        var offset = 0
        while offset < count {
            let byte = bytes[first + offset]
            guard byte &- 0x20 < 0x5F else { break }
            line[column + offset] = Cell(base: UInt32(byte), marks: (0, 0), width: 1, style: style)
            offset += 1
        }
        guard offset > 0 else { return first }
        column += offset
        base = column - 1
        joinable = false
        return first + offset
    }

    /// Writes one scalar; false when there is no room for it.
    private mutating func write(_ scalar: UInt32) -> Bool {
        let glyph = Glyph(scalar)
        switch glyph.kind {
        case .narrow: return place(glyph.scalar, width: 1)
        case .wide: return place(glyph.scalar, width: 2)
        case .mark:
            if base == nil, !place(Glyph.markHolder, width: 1) { return false }
            addMark(glyph.scalar)
            return true
        case .selector where base != nil:
            // Part of an emoji or a letter's variant: the base is shown, the invisible part is not.
            joinable = true
            return true
        case .joiner where joinable: return true
        case .selector, .joiner, .hidden: return place(Glyph.hiddenSymbol, width: 1)
        }
    }

    private mutating func place(_ scalar: UInt32, width: Int) -> Bool {
        guard column + width <= end else { return false }
        if column >= 0 {
            line[column] = Cell(base: scalar, width: UInt8(width), style: style)
            if width == 2 { line[column + 1] = Cell(base: 0, width: 0, style: style) }
        } else if width == 2, column == -1 {
            line[0] = Cell(base: 0x20, width: 1, style: style)
        }
        base = column
        joinable = width == 2
        column += width
        return true
    }

    private func addMark(_ mark: UInt32) {
        guard let base, base >= 0, base < line.count else { return }
        if line[base].marks.0 == 0 {
            line[base].marks.0 = mark
        } else if line[base].marks.1 == 0 {
            line[base].marks.1 = mark
        }
    }

    /// Ends a row whose text was longer: fills the column a wide glyph did not fit in, and shows the ellipsis.
    private mutating func closeOverflow(_ overflow: Grid.Overflow) {
        while column < end {
            blank(column)
            column += 1
        }
        guard overflow == .ellipsis, end > 0 else { return }
        var place = end - 1
        if line[place].width == 0, place > 0, place > start {
            // The last glyph is wide: the ellipsis takes its first half so that it follows the text at once.
            blank(place)
            place -= 1
        }
        let first = numberStart(at: place)
        while place > first {
            blank(place)
            place -= 1
        }
        line[place] = Cell(base: Glyph.ellipsis, width: 1, style: style)
    }

    /// Where the number begins that an ellipsis at a place would cut, the place itself where it cuts none: half a number would
    /// be read as another one.
    private func numberStart(at place: Int) -> Int {
        let lowest = max(start, 0)
        func scalar(_ column: Int) -> UInt32 { column >= lowest && column < end ? line[column].base : 0 }
        guard NumberWord.contains(scalar(place)), NumberWord.contains(scalar(place - 1)) else { return place }
        var first = place
        var hasDigit = false
        while NumberWord.contains(scalar(first)) {
            hasDigit = hasDigit || NumberWord.isDigit(scalar(first))
            first -= 1
        }
        return hasDigit && place - first <= NumberWord.longest ? first + 1 : place
    }

    private func blank(_ column: Int) {
        guard column >= 0, column < line.count else { return }
        line[column] = Cell(base: 0x20, width: 1, style: column >= start && column < end ? style : line[column].style)
    }
}
