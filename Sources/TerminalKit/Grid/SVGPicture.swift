import Formats

/// A grid as a picture: SVG text that shows it cell for cell in any browser.
///
/// Nothing is left to a browser's treatment of blanks or to the widths of its fonts: text is cut into runs without two
/// blanks in a row, each at the x of its first cell and stretched to the width of its cells; symbols, which often come from
/// another font than letters, stand alone; lines, blocks and dots are shapes.
package struct SVGPicture: Sendable {
    /// What the picture is, read out by screen readers.
    package var title: String
    /// More words about it, for screen readers; the grid's text if empty.
    package var description: String
    /// Stands for the terminal's own foreground.
    package var foreground: Colour
    /// Stands for the terminal's own background.
    package var background: Colour

    /// Width of a cell in pixels.
    package static let cellWidth = 9
    /// Height of a cell in pixels.
    package static let cellHeight = 19
    /// Where the line that letters stand on is, from the top of a cell, in pixels.
    private static let baseline = 14

    /// Creates a picture's settings; the colours are those of the dark theme.
    package init(
        title: String, description: String = "", foreground: Colour = .rgb(0xC8, 0xD0, 0xD8),
        background: Colour = .rgb(0x10, 0x14, 0x18)
    ) {
        self.title = title
        self.description = description
        self.foreground = foreground
        self.background = background
    }

    /// The SVG document.
    package func draw(_ grid: Grid) -> String {
        let width = grid.size.columns * SVGPicture.cellWidth
        let height = grid.size.rows * SVGPicture.cellHeight
        let ground = commonest(in: grid)
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img" aria-labelledby="title description" font-size="15" \
            font-family="'DejaVu Sans Mono','Noto Sans Mono CJK SC','Cascadia Mono',Menlo,Consolas,monospace">
            <title id="title">\(escaped(title))</title>
            <desc id="description">\(escaped(description.isEmpty ? grid.text() : description))</desc>
            <rect width="\(width)" height="\(height)" fill="\(ground.svg)"/>

            """
        for row in 0..<grid.size.rows { drawBackgrounds(of: grid, row: row, on: ground, into: &svg) }
        for row in 0..<grid.size.rows { drawCells(of: grid, row: row, into: &svg) }
        return svg + "</svg>\n"
    }

    /// The ground that most cells have, which is painted once.
    private func commonest(in grid: Grid) -> Colour {
        var counts: [Style: Int] = [:]
        for cell in grid.cells { counts[cell.style, default: 0] += 1 }
        var grounds: [Colour: Int] = [:]
        for (style, count) in counts { grounds[colours(style).background, default: 0] += count }
        // Of two that are as common, always the same one.
        return grounds.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key ?? background
    }

    private func drawBackgrounds(of grid: Grid, row: Int, on ground: Colour, into svg: inout String) {
        var column = 0
        while column < grid.size.columns {
            let colour = colours(grid[column, row].style).background
            var end = column + 1
            while end < grid.size.columns, colours(grid[end, row].style).background == colour { end += 1 }
            if colour != ground {
                let (x, y) = (column * SVGPicture.cellWidth, row * SVGPicture.cellHeight)
                let width = (end - column) * SVGPicture.cellWidth
                svg +=
                    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(SVGPicture.cellHeight)\" fill=\"\(colour.svg)\"/>\n"
            }
            column = end
        }
    }

    private func drawCells(of grid: Grid, row: Int, into svg: inout String) {
        var column = 0
        while column < grid.size.columns {
            let cell = grid[column, row]
            let shape = CellShape(cell.base)
            if let shape, cell.marks.0 == 0 {
                var end = column + 1
                while shape.joins, end < grid.size.columns, grid[end, row] == cell { end += 1 }
                let colour = colours(cell.style).foreground.svg
                svg += shape.svg(from: column, to: end, row: row, colour: colour, style: cell.style)
                column = end
            } else if SVGPicture.isBlank(cell) {
                column += 1
            } else {
                column = drawRun(of: grid, from: column, row: row, into: &svg)
            }
        }
        drawUnderlines(of: grid, row: row, into: &svg)
    }

    /// True where there is nothing but ground to see.
    private static func isBlank(_ cell: Cell) -> Bool { cell.width == 0 || cell.base == 0x20 && cell.marks.0 == 0 }

    /// Draws cells of one style and width up to two blanks in a row, a shape or a symbol; returns the column after them.
    private func drawRun(of grid: Grid, from start: Int, row: Int, into svg: inout String) -> Int {
        let first = grid[start, row]
        var (text, end, column) = ("", start, start)
        var blanks = ""
        while column < grid.size.columns {
            let cell = grid[column, row]
            guard cell.style == first.style, cell.width == first.width, CellShape(cell.base) == nil else { break }
            if SVGPicture.isBlank(cell) {
                guard blanks.isEmpty else { break }
                blanks = " "
            } else {
                let isSymbol = SVGPicture.isSymbol(cell.base)
                if isSymbol, end > start { break }
                text += blanks
                blanks = ""
                cell.append(to: &text)
                end = column + Int(cell.width)
                if isSymbol { break }
            }
            column += Int(cell.width)
        }
        draw(text, style: first.style, from: start, to: end, row: row, into: &svg)
        return end
    }

    /// True for what a browser may well take from another font than the letters beside it.
    private static func isSymbol(_ scalar: UInt32) -> Bool {
        (0x2030...0x2BFF).contains(scalar) || (0x1F000...0x1FBFF).contains(scalar) || scalar == 0xB7
    }

    private func draw(_ text: String, style: Style, from: Int, to: Int, row: Int, into svg: inout String) {
        let length = (to - from) * SVGPicture.cellWidth
        let (x, y) = (from * SVGPicture.cellWidth, row * SVGPicture.cellHeight + SVGPicture.baseline)
        var more = ""
        if style.attributes.contains(.bold) { more += " font-weight=\"bold\"" }
        if style.attributes.contains(.italic) { more += " font-style=\"italic\"" }
        if style.attributes.contains(.dim) { more += " opacity=\"0.7\"" }
        svg += "<text x=\"\(x)\" y=\"\(y)\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\" "
        svg += "fill=\"\(colours(style).foreground.svg)\"\(more)>\(escaped(text))</text>\n"
    }

    /// Lines under cells, blanks included, which browsers would leave out at the ends of a text.
    private func drawUnderlines(of grid: Grid, row: Int, into svg: inout String) {
        var column = 0
        while column < grid.size.columns {
            let style = grid[column, row].style
            var end = column + 1
            while end < grid.size.columns, grid[end, row].style == style { end += 1 }
            if style.attributes.contains(.underline) {
                let y = row * SVGPicture.cellHeight + SVGPicture.baseline + 2
                let (left, right) = (column * SVGPicture.cellWidth, end * SVGPicture.cellWidth)
                svg += "<path d=\"M\(left) \(y).5H\(right)\" stroke=\"\(colours(style).foreground.svg)\"/>\n"
            }
            column = end
        }
    }

    private func colours(_ style: Style) -> (foreground: Colour, background: Colour) {
        let front = style.foreground == .standard ? foreground : style.foreground
        let back = style.background == .standard ? background : style.background
        return style.attributes.contains(.reverse) ? (back, front) : (front, back)
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result.append(character)
            default: result += Sanitiser.visible(String(character))
            }
        }
        return result
    }
}

extension Colour {
    /// The colour in the way of a web page; xterm's black for the terminal's own.
    fileprivate var svg: String {
        let (red, green, blue) = parts ?? (0, 0, 0)
        return Colour.rgb(red, green, blue).hexadecimal
    }
}
