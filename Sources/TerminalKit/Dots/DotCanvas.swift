/// A point on a canvas in cells from its top left corner; fractions lie within a cell.
package struct CellPoint: Hashable, Sendable {
    /// Cells to the right.
    package var x: Double
    /// Cells down.
    package var y: Double

    /// Creates a point.
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A surface of dots in character cells: lines, filled areas and what each is drawn in.
///
/// Inks and grounds are small numbers that the caller gives a look: a canvas keeps no colour, so that it can be kept while a
/// theme changes. Of several inks in a cell the greatest number is seen, since a cell has one colour for its dots.
package struct DotCanvas: Hashable, Sendable {
    /// Its extent in cells.
    package let size: Size
    /// How finely cells are drawn in.
    package let scale: DotScale
    /// The dots of each cell, row after row.
    private(set) var dots: [UInt8]
    /// The ink of each cell's dots, 0 for none.
    private(set) var inks: [UInt8]
    /// The area that each cell lies in, 0 for none.
    private(set) var areas: [UInt16]

    /// A canvas without a dot.
    package init(size: Size, scale: DotScale) {
        self.size = size
        self.scale = scale
        let count = size.columns * size.rows
        dots = Array(repeating: 0, count: count)
        inks = Array(repeating: 0, count: count)
        areas = Array(repeating: 0, count: count)
    }

    /// The sign of a cell's dots; nil where there is none, and outside.
    package func sign(column: Int, row: Int) -> Unicode.Scalar? {
        guard let index = index(column, row), dots[index] != 0 else { return nil }
        return scale.sign(dots[index])
    }

    /// The ink of a cell's dots; 0 where there is none, and outside.
    package func ink(column: Int, row: Int) -> UInt8 { index(column, row).map { inks[$0] } ?? 0 }

    /// The area that a cell lies in; 0 for none, and outside.
    package func area(column: Int, row: Int) -> UInt16 { index(column, row).map { areas[$0] } ?? 0 }

    private func index(_ column: Int, _ row: Int) -> Int? {
        guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return nil }
        return row * size.columns + column
    }

    // MARK: Dots

    /// Sets a dot, counted in dots from the top left; nothing outside.
    package mutating func dot(_ x: Int, _ y: Int, ink: UInt8) {
        guard x >= 0, y >= 0, x < size.columns * scale.across, y < size.rows * scale.down else { return }
        let index = y / scale.down * size.columns + x / scale.across
        dots[index] |= 1 << UInt8(y % scale.down * scale.across + x % scale.across)
        inks[index] = max(inks[index], ink)
    }

    /// Takes the dots of a cell away.
    package mutating func clear(column: Int, row: Int) {
        guard let index = index(column, row) else { return }
        dots[index] = 0
        inks[index] = 0
    }

    /// A straight line, clipped to the canvas. Of a pattern of so many dots and gaps, such as 1 and 2, only the dots are set.
    package mutating func line(
        from start: CellPoint, to end: CellPoint, ink: UInt8, pattern: (dots: Int, gaps: Int) = (1, 0)
    ) {
        let width = Double(size.columns * scale.across)
        let height = Double(size.rows * scale.down)
        let (across, down) = (Double(scale.across), Double(scale.down))
        guard
            let (one, other) = LineClip.clip(
                (start.x * across, start.y * down), (end.x * across, end.y * down), width: width, height: height)
        else { return }
        walk(
            from: (Int(one.x), Int(one.y)), to: (Int(other.x), Int(other.y)), ink: ink,
            period: max(1, pattern.dots + pattern.gaps), dots: pattern.dots)
    }

    /// Bresenham's line.
    private mutating func walk(
        from start: (x: Int, y: Int), to end: (x: Int, y: Int), ink: UInt8, period: Int, dots: Int
    ) {
        let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
        let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
        var (x, y, error, count) = (start.x, start.y, dx + dy, 0)
        while true {
            if count % period < dots { dot(x, y, ink: ink) }
            if x == end.x, y == end.y { return }
            count += 1
            let twice = 2 * error
            if twice >= dy {
                error += dy
                x += stepX
            }
            if twice <= dx {
                error += dx
                y += stepY
            }
        }
    }

    /// Lines from point to point, and back to the first where it is closed.
    package mutating func lines(_ points: [CellPoint], closed: Bool, ink: UInt8) {
        for index in points.indices.dropFirst() { line(from: points[index - 1], to: points[index], ink: ink) }
        if closed, let first = points.first, let last = points.last, points.count > 2 {
            line(from: last, to: first, ink: ink)
        }
    }

    // MARK: Areas

    /// Puts every cell whose middle lies inside the rings into an area (non-zero rule: a ring inside another is a hole if it
    /// turns the other way; rings that turn the same way and overlap are one area).
    package mutating func fill(_ rings: [[CellPoint]], area: UInt16) {
        spans(rings) { row, columns, canvas in
            for column in columns { canvas.areas[row * canvas.size.columns + column] = area }
        }
    }

    /// Hatches the cells inside the rings that have no dots yet: every other dot of them.
    package mutating func hatch(_ rings: [[CellPoint]], ink: UInt8) {
        spans(rings) { row, columns, canvas in
            for column in columns where canvas.dots[row * canvas.size.columns + column] == 0 {
                for y in 0..<canvas.scale.down {
                    for x in 0..<canvas.scale.across where (x + y) % 2 == 0 {
                        canvas.dot(column * canvas.scale.across + x, row * canvas.scale.down + y, ink: ink)
                    }
                }
            }
        }
    }

    /// The columns of each row whose cells' middles lie inside.
    private mutating func spans(
        _ rings: [[CellPoint]], _ use: (_ row: Int, _ columns: Range<Int>, _ canvas: inout DotCanvas) -> Void
    ) {
        var crossings: [[Crossing]] = Array(repeating: [], count: size.rows)
        for ring in rings where ring.count > 2 {
            var before = ring[ring.count - 1]
            for point in ring {
                note(before, point, in: &crossings)
                before = point
            }
        }
        for row in crossings.indices where crossings[row].count > 1 {
            var (turns, start) = (0, 0.0)
            for crossing in crossings[row].sorted(by: { $0.x < $1.x }) {
                if turns == 0 { start = crossing.x }
                turns += crossing.turn
                guard turns == 0 else { continue }
                let first = Int(min(max(0, (start - 0.5).rounded(.up)), Double(size.columns)))
                let end = Int(min(max(0, (crossing.x - 0.5).rounded(.up)), Double(size.columns)))
                if first < end { use(row, first..<end, &self) }
            }
        }
    }

    /// Where an edge crosses the middle of a row, and whether downwards (1) or upwards (-1).
    private struct Crossing {
        var x: Double
        var turn: Int
    }

    /// Where an edge crosses the middles of rows.
    private func note(_ start: CellPoint, _ end: CellPoint, in crossings: inout [[Crossing]]) {
        guard start.y != end.y, start.x.isFinite, end.x.isFinite, start.y.isFinite, end.y.isFinite else { return }
        let (top, bottom) = start.y < end.y ? (start, end) : (end, start)
        let first = max(0, (top.y - 0.5).rounded(.up))
        let last = min(Double(size.rows), (bottom.y - 0.5).rounded(.up))
        guard first < last else { return }
        let slope = (bottom.x - top.x) / (bottom.y - top.y)
        let turn = start.y < end.y ? 1 : -1
        for row in Int(first)..<Int(last) {
            crossings[row].append(Crossing(x: top.x + (Double(row) + 0.5 - top.y) * slope, turn: turn))
        }
    }
}

/// Lines cut off at the edges of a surface (Liang and Barsky, 1984).
enum LineClip {
    /// The part of a line on a surface from 0 to below `width` and `height`; nil when none of it is.
    static func clip(
        _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), width: Double, height: Double
    ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
        guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite, width > 0, height > 0 else {
            return nil
        }
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        // A hair inside, so that the last dot is one of the surface.
        let (right, bottom) = (width - 1e-6, height - 1e-6)
        var (first, last) = (0.0, 1.0)
        for (rate, room) in [(-dx, start.x), (dx, right - start.x), (-dy, start.y), (dy, bottom - start.y)] {
            if rate == 0 {
                if room < 0 { return nil }
            } else if rate < 0 {
                first = max(first, room / rate)
            } else {
                last = min(last, room / rate)
            }
        }
        guard first <= last else { return nil }
        func at(_ part: Double) -> (x: Double, y: Double) {
            (min(max(0, start.x + part * dx), right), min(max(0, start.y + part * dy), bottom))
        }
        return (at(first), at(last))
    }
}
