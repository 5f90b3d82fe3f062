import TerminalKit

/// Digits five units high, for people who stand further away.
enum BigDigits {
    /// Five rows of three bits, from the top, for each digit.
    private static let digits: [[UInt8]] = [
        [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 7, 1, 7], [5, 5, 7, 1, 1], [7, 4, 7, 1, 7],
        [7, 4, 7, 5, 7], [7, 1, 1, 1, 1], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7],
    ]

    /// Columns that a number takes, each bit so many columns wide, with a bit's gap between two digits.
    static func columns(of number: Int, bit: Int) -> Int {
        let count = String(number).utf8.count
        return (4 * count - 1) * bit
    }

    /// Draws a number; each bit is `bit` columns wide and `scale` rows high.
    static func draw(
        _ number: Int, into grid: inout Grid, column: Int, row: Int, bit: Int, scale: Int,
        _ look: (style: Style, fill: Unicode.Scalar?)
    ) {
        for (place, digit) in String(number).utf8.enumerated() {
            let left = column + place * 4 * bit
            for (line, bits) in digits[Int(digit &- 0x30) % 10].enumerated() {
                for dot in 0..<3 where bits & (4 >> UInt8(dot)) != 0 {
                    let cells = Rect(column: left + dot * bit, row: row + line * scale, columns: bit, rows: scale)
                    if let fill = look.fill {
                        grid.fill(cells, with: fill, style: look.style)
                    } else {
                        grid.fill(cells, style: look.style)
                    }
                }
            }
        }
    }

    /// Columns that a time of digits and colons takes; nil for one with anything else in it, or nothing.
    static func columns(ofTime time: String, bit: Int) -> Int? {
        guard !time.isEmpty else { return nil }
        var columns = -bit
        for byte in time.utf8 {
            switch byte {
            case 0x30...0x39: columns += 4 * bit
            case 0x3A, 0x21: columns += 2 * bit
            default: return nil
            }
        }
        return columns
    }

    /// Draws a time of digits, colons and the mark of one that is over its limit.
    static func draw(
        time: String, into grid: inout Grid, column: Int, row: Int, bit: Int, scale: Int,
        _ look: (style: Style, fill: Unicode.Scalar?)
    ) {
        var left = column
        func dot(_ line: Int, _ grid: inout Grid) {
            let cells = Rect(column: left, row: row + line * scale, columns: bit, rows: scale)
            if let fill = look.fill {
                grid.fill(cells, with: fill, style: look.style)
            } else {
                grid.fill(cells, style: look.style)
            }
        }
        for byte in time.utf8 {
            switch byte {
            case 0x30...0x39:
                draw(Int(byte - 0x30), into: &grid, column: left, row: row, bit: bit, scale: scale, look)
                left += 4 * bit
            case 0x3A:
                for line in [1, 3] { dot(line, &grid) }
                left += 2 * bit
            default:
                for line in [0, 1, 2, 4] { dot(line, &grid) }
                left += 2 * bit
            }
        }
    }

    /// Draws a time with two dots in each cell, one above the other: square dots, a column wide.
    static func drawHalved(time: String, into grid: inout Grid, column: Int, row: Int, _ ink: Style) {
        let columns = columns(ofTime: time, bit: 1) ?? 0
        var dots = Grid(size: Size(columns: columns, rows: WallPlace.digitRows + 1))
        draw(time: time, into: &dots, column: 0, row: 0, bit: 1, scale: 1, (Style(attributes: .reverse), nil))
        for line in stride(from: 0, to: WallPlace.digitRows, by: 2) {
            for place in 0..<columns {
                let isAbove = dots[place, line].style.attributes.contains(.reverse)
                let isBelow = dots[place, line + 1].style.attributes.contains(.reverse)
                let glyph = isAbove ? (isBelow ? "█" : "▀") : (isBelow ? "▄" : " ")
                grid.write(glyph, column: column + place, row: row + line / 2, style: ink)
            }
        }
    }
}
