import Formats

/// A grid as a picture: SVG text that shows it cell for cell in any browser.
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
    private static let cellWidth = 9
    /// Height of a cell in pixels.
    private static let cellHeight = 19

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
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img" aria-labelledby="title description" font-size="15" xml:space="preserve" \
            font-family="'DejaVu Sans Mono','Noto Sans Mono CJK SC','Cascadia Mono',Menlo,Consolas,monospace">
            <title id="title">\(escaped(title))</title>
            <desc id="description">\(escaped(description.isEmpty ? grid.text() : description))</desc>
            <rect width="\(width)" height="\(height)" fill="\(background.svg)"/>

            """
        for row in 0..<grid.size.rows { drawBackgrounds(of: grid, row: row, into: &svg) }
        for row in 0..<grid.size.rows { drawText(of: grid, row: row, into: &svg) }
        return svg + "</svg>\n"
    }

    private func drawBackgrounds(of grid: Grid, row: Int, into svg: inout String) {
        var column = 0
        while column < grid.size.columns {
            let colour = colours(grid[column, row].style).background
            var end = column + 1
            while end < grid.size.columns, colours(grid[end, row].style).background == colour { end += 1 }
            if colour != background {
                let (x, y) = (column * SVGPicture.cellWidth, row * SVGPicture.cellHeight)
                let width = (end - column) * SVGPicture.cellWidth
                svg +=
                    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(SVGPicture.cellHeight)\" fill=\"\(colour.svg)\"/>\n"
            }
            column = end
        }
    }

    /// Draws runs of cells of one style and width; `textLength` keeps every run as wide as its cells whatever the font.
    private func drawText(of grid: Grid, row: Int, into svg: inout String) {
        var column = 0
        while column < grid.size.columns {
            let cell = grid[column, row]
            if cell.base == 0x20 && cell.marks.0 == 0 && !cell.style.attributes.contains(.underline) || cell.width == 0
            {
                column += 1
                continue
            }
            var end = column + 1
            if SVGPicture.isLine(cell.base) {
                // A long horizontal line is one stroke.
                while cell.base == 0x2500, grid[end, row] == cell { end += 1 }
                drawLine(cell, from: column, to: end, row: row, into: &svg)
                column = end
                continue
            }
            var text = ""
            end = column
            while end < grid.size.columns, grid[end, row].style == cell.style, grid[end, row].width == cell.width,
                !SVGPicture.isLine(grid[end, row].base)
            {
                grid[end, row].append(to: &text)
                end += Int(cell.width)
            }
            draw(text, style: cell.style, from: column, to: end, row: row, into: &svg)
            column = end
        }
    }

    private func draw(_ text: String, style: Style, from: Int, to: Int, row: Int, into svg: inout String) {
        var kept = Substring(text)
        if !style.attributes.contains(.underline) { while kept.last == " " { kept.removeLast() } }
        guard !kept.isEmpty else { return }
        let length = TextWidth.columns(of: String(kept)) * SVGPicture.cellWidth
        let (x, y) = (from * SVGPicture.cellWidth, row * SVGPicture.cellHeight + 14)
        var more = ""
        if style.attributes.contains(.bold) { more += " font-weight=\"bold\"" }
        if style.attributes.contains(.italic) { more += " font-style=\"italic\"" }
        if style.attributes.contains(.underline) { more += " text-decoration=\"underline\"" }
        if style.attributes.contains(.dim) { more += " opacity=\"0.7\"" }
        svg += "<text x=\"\(x)\" y=\"\(y)\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\" "
        svg += "fill=\"\(colours(style).foreground.svg)\"\(more)>\(escaped(String(kept)))</text>\n"
    }

    private static func isLine(_ scalar: UInt32) -> Bool { strokes[scalar] != nil }

    /// Which of the four half-lines from a cell's middle a box-drawing scalar has: left, right, up, down.
    private static let strokes: [UInt32: String] = [
        0x2500: "lr", 0x2502: "ud", 0x250C: "rd", 0x2510: "ld", 0x2514: "ru", 0x2518: "lu", 0x251C: "rud",
        0x2524: "lud",
        0x252C: "lrd", 0x2534: "lru", 0x253C: "lrud",
    ]

    /// Draws box lines as lines so that they join.
    private func drawLine(_ cell: Cell, from: Int, to: Int, row: Int, into svg: inout String) {
        let (width, height) = (SVGPicture.cellWidth, SVGPicture.cellHeight)
        let (x, y, end) = (from * width, row * height, to * width)
        let (middleX, middleY) = ("\(x + width / 2).5", "\(y + height / 2).5")
        var path = ""
        for stroke in cell.base == 0x2500 ? "-" : SVGPicture.strokes[cell.base] ?? "" {
            switch stroke {
            case "-": path += "M\(x) \(middleY)H\(end)"
            case "l": path += "M\(x) \(middleY)H\(middleX)"
            case "r": path += "M\(middleX) \(middleY)H\(end)"
            case "u": path += "M\(middleX) \(y)V\(middleY)"
            default: path += "M\(middleX) \(middleY)V\(y + height)"
            }
        }
        svg += "<path d=\"\(path)\" stroke=\"\(colours(cell.style).foreground.svg)\"/>\n"
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
