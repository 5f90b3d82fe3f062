import Formats
import Ground
import TerminalKit
import Themes

extension PictureDrawing {
    mutating func drawLineTexts(into grid: inout Grid) {
        for line in overlay.lines {
            guard let (column, row) = cell(of: line.to) else { continue }
            let style = palette.theme.style(.mapSelected)
            for place in [(column + 1, row), (column, row - 1), (column, row + 1), (column - 1, row)]
            where writeFree(line.text, place.0, place.1, style, into: &grid) { break }
        }
    }

    // MARK: Codes and names

    /// A text stands elsewhere in its beat where an incident, an alert or a post has its place, which stays there; it is left
    /// out, and not moved, while a unit is passing: texts that hop about are read by nobody.
    mutating func drawLabels(into grid: inout Grid) {
        for label in backdrop.labels {
            let width = TextWidth.columns(of: label.text)
            let spot = label.spots.first { !isHeld($0, width) } ?? label.spots[0]
            _ = writeFree(label.text, spot.column, spot.row, style(of: label), into: &grid)
        }
    }

    /// True where something that does not move by itself is the most urgent thing of one of the cells.
    private func isHeld(_ spot: MapBackdrop.Spot, _ width: Int) -> Bool {
        (spot.column..<(spot.column + max(1, width))).contains { column in
            guard isInside(column, spot.row) else { return true }
            let top = Int(tops[spot.row * size.columns + column]) - 1
            return top >= 0 && !index.things[top].isUnit
        }
    }

    private func style(of label: MapBackdrop.Label) -> Style {
        guard let beat = label.beat else { return palette.theme.style(.mapLabel) }
        let code = ground.beats[beat].code
        if code == overlay.beat { return palette.theme.style(.mapSelected) }
        let isBare = overlay.fill == .uncovered && index.isUncovered(code)
        return palette.theme.style(isBare ? .coverageOpen : .mapLabel)
    }

    // MARK: Figures

    /// Each beat's number below its code where there is room for both, else the number alone. Nothing but what is urgent
    /// takes its place.
    mutating func drawFigures(into grid: inout Grid) {
        for label in backdrop.labels {
            guard let beat = label.beat, beat < figures.count else {
                _ = writeFree(label.text, label.spots[0].column, label.spots[0].row, style(of: label), into: &grid)
                continue
            }
            drawFigure(figures[beat], label, beat, into: &grid)
        }
    }

    private mutating func drawFigure(
        _ value: Int?, _ label: MapBackdrop.Label, _ beat: Int, into grid: inout Grid
    ) {
        let figure = value.map(String.init) ?? palette.glyphs.dash
        let (code, number) = (TextWidth.columns(of: label.text), TextWidth.columns(of: figure))
        // A dash where nobody is free stands out; a nought is calm.
        let strong = palette.theme.style(value == nil ? .coverageOpen : value == 0 ? .mapLabel : .textStrong)
        for spot in label.spots {
            let column = spot.column + max(0, (code - number) / 2)
            for top in [spot.row, spot.row - 1]
            where isFree(spot.column, top, code, in: nil) && isFree(column, top + 1, number, in: beat)
                && isApart(spot.column, top, code) && isApart(column, top + 1, number)
            {
                writeApart(label.text, spot.column, top, code, style(of: label), into: &grid)
                writeApart(figure, column, top + 1, number, strong, into: &grid)
                return
            }
        }
        for spot in label.spots
        where isFree(spot.column, spot.row, number, in: nil) && isApart(spot.column, spot.row, number) {
            return writeApart(figure, spot.column, spot.row, number, strong, into: &grid)
        }
    }

    /// True where neither side of a text touches a figure or a code of another beat: 1 and 1 would be read as 11.
    private func isApart(_ column: Int, _ row: Int, _ width: Int) -> Bool {
        [column - 1, column + width].allSatisfy { !isInside($0, row) || !read[row * size.columns + $0] }
    }

    private mutating func writeApart(
        _ text: String, _ column: Int, _ row: Int, _ width: Int, _ style: Style, into grid: inout Grid
    ) {
        guard writeFree(text, column, row, style, into: &grid) else { return }
        for place in column..<(column + width) { read[row * size.columns + place] = true }
    }

    /// True where a text would stand on nothing else, and inside a beat if one is given.
    private func isFree(_ column: Int, _ row: Int, _ width: Int, in beat: Int?) -> Bool {
        (column..<(column + max(1, width))).allSatisfy { column in
            guard isInside(column, row), !taken[row * size.columns + column] else { return false }
            return beat.map { Int(backdrop.canvas.area(column: column, row: row)) == $0 + 1 } ?? true
        }
    }
}
