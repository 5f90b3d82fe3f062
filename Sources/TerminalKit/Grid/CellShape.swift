/// A scalar that a picture draws as a shape, so that it joins its neighbours whatever the font: lines, blocks, braille.
enum CellShape: Equatable {
    /// Which half-lines go from the cell's middle: `l`, `r`, `u`, `d`.
    case line(String)
    /// Rectangles of the cell in eighths: x, y, width, height.
    case blocks([Block])
    /// A shade: how much of the cell is ink, in per cent.
    case shade(Int)
    /// The eight dots of a braille cell, one bit each as Unicode numbers them.
    case dots(UInt8)

    /// A rectangle in eighths of the cell.
    struct Block: Equatable {
        var x, y, width, height: Int
    }

    /// The shape of a scalar; nil for what a font draws.
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x2500...0x253C:
            guard let stroke = CellShape.strokes[scalar] else { return nil }
            self = .line(stroke)
        case 0x2580...0x2590, 0x2594...0x259F: self = .blocks(CellShape.rectangles(of: scalar))
        case 0x2591...0x2593: self = .shade(Int(scalar - 0x2590) * 25)
        case 0x2800...0x28FF: self = .dots(UInt8(scalar - 0x2800))
        default: return nil
        }
    }

    /// True for what goes on unbroken from a cell to the next like it.
    var joins: Bool {
        switch self {
        case .line(let strokes): strokes == "lr"
        case .blocks(let blocks): blocks.count == 1 && blocks[0].width == 8
        case .shade: true
        case .dots: false
        }
    }

    /// Which of the four half-lines from a cell's middle a box-drawing scalar has.
    private static let strokes: [UInt32: String] = [
        0x2500: "lr", 0x2502: "ud", 0x250C: "rd", 0x2510: "ld", 0x2514: "ru", 0x2518: "lu", 0x251C: "rud",
        0x2524: "lud", 0x252C: "lrd", 0x2534: "lru", 0x253C: "lrud",
    ]

    /// The rectangles of a block element.
    private static func rectangles(of scalar: UInt32) -> [Block] {
        switch scalar {
        case 0x2580: return [Block(x: 0, y: 0, width: 8, height: 4)]
        case 0x2581...0x2588:
            let height = Int(scalar - 0x2580)
            return [Block(x: 0, y: 8 - height, width: 8, height: height)]
        case 0x2589...0x258F: return [Block(x: 0, y: 0, width: Int(0x2590 - scalar), height: 8)]
        case 0x2590: return [Block(x: 4, y: 0, width: 4, height: 8)]
        case 0x2594: return [Block(x: 0, y: 0, width: 8, height: 1)]
        case 0x2595: return [Block(x: 7, y: 0, width: 1, height: 8)]
        default: return quadrants(of: scalar)
        }
    }

    /// The quarters of a cell: upper left, upper right, lower left, lower right.
    private static func quadrants(of scalar: UInt32) -> [Block] {
        let filled: [UInt32: String] = [
            0x2596: "c", 0x2597: "d", 0x2598: "a", 0x2599: "acd", 0x259A: "ad", 0x259B: "abc", 0x259C: "abd",
            0x259D: "b", 0x259E: "bc", 0x259F: "bcd",
        ]
        return (filled[scalar] ?? "").map { quarter in
            Block(
                x: quarter == "b" || quarter == "d" ? 4 : 0, y: quarter == "c" || quarter == "d" ? 4 : 0, width: 4,
                height: 4)
        }
    }
}

extension CellShape {
    /// The shape in cells of a row from a column to another.
    func svg(from: Int, to: Int, row: Int, colour: String, style: Style) -> String {
        let dim = style.attributes.contains(.dim) ? " opacity=\"0.7\"" : ""
        switch self {
        case .line(let strokes): return line(strokes, from: from, to: to, row: row, colour: colour)
        case .blocks(let blocks): return self.blocks(blocks, from: from, to: to, row: row, "fill=\"\(colour)\"\(dim)")
        case .shade(let percent):
            let whole = [Block(x: 0, y: 0, width: 8, height: 8)]
            return self.blocks(whole, from: from, to: to, row: row, "fill=\"\(colour)\" fill-opacity=\"0.\(percent)\"")
        case .dots(let bits): return dots(bits, column: from, row: row, colour: colour)
        }
    }

    private func line(_ strokes: String, from: Int, to: Int, row: Int, colour: String) -> String {
        let (width, height) = (SVGPicture.cellWidth, SVGPicture.cellHeight)
        let (x, y, end) = (from * width, row * height, to * width)
        let (middleX, middleY) = ("\(x + width / 2).5", "\(y + height / 2).5")
        var path = ""
        if strokes == "lr" {
            path = "M\(x) \(middleY)H\(end)"
        } else {
            for stroke in strokes {
                switch stroke {
                case "l": path += "M\(x) \(middleY)H\(middleX)"
                case "r": path += "M\(middleX) \(middleY)H\(end)"
                case "u": path += "M\(middleX) \(y)V\(middleY)"
                default: path += "M\(middleX) \(middleY)V\(y + height)"
                }
            }
        }
        return "<path d=\"\(path)\" stroke=\"\(colour)\"/>\n"
    }

    private func blocks(_ blocks: [Block], from: Int, to: Int, row: Int, _ paint: String) -> String {
        blocks.map { block in
            let width = block.width == 8 ? (to - from) * SVGPicture.cellWidth * 8 : block.width * SVGPicture.cellWidth
            let x = from * SVGPicture.cellWidth * 8 + block.x * SVGPicture.cellWidth
            let y = row * SVGPicture.cellHeight * 8 + block.y * SVGPicture.cellHeight
            let places = [x, y, width, block.height * SVGPicture.cellHeight].map(CellShape.eighths)
            return
                "<rect x=\"\(places[0])\" y=\"\(places[1])\" width=\"\(places[2])\" height=\"\(places[3])\" \(paint)/>\n"
        }.joined()
    }

    /// Two columns of four dots.
    private func dots(_ bits: UInt8, column: Int, row: Int, colour: String) -> String {
        let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        var path = ""
        for (bit, place) in places.enumerated() where bits & (1 << bit) != 0 {
            let x = column * SVGPicture.cellWidth + 1 + place.0 * 4
            let y = row * SVGPicture.cellHeight + 1 + place.1 * 5
            path += "M\(x) \(y)h3v3h-3z"
        }
        return path.isEmpty ? "" : "<path d=\"\(path)\" fill=\"\(colour)\"/>\n"
    }

    /// A number of eighths as a decimal fraction.
    private static func eighths(_ value: Int) -> String {
        let parts = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"]
        return "\(value / 8)\(parts[value % 8])"
    }
}
