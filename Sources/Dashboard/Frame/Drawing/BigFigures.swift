import TerminalKit

/// Digits five cells high, for people who stand further away.
enum BigFigures {
    /// Five rows of three bits, from the top, for each digit.
    private static let digits: [[UInt8]] = [
        [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 7, 1, 7], [5, 5, 7, 1, 1], [7, 4, 7, 1, 7],
        [7, 4, 7, 5, 7], [7, 1, 1, 1, 1], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7],
    ]

    /// Rows that a figure takes at a scale.
    static func rows(scale: Int) -> Int { 5 * scale }

    /// Columns that a number takes, with a gap after each digit but the last.
    static func columns(of number: Int, cell: Int) -> Int {
        let count = String(number).count
        return count * 3 * cell + (count - 1) * cell
    }

    /// Draws a number; each bit is `cell` columns wide and `scale` rows high.
    static func draw(_ number: Int, into grid: inout Grid, column: Int, row: Int, cell: Int, scale: Int, style: Style) {
        // Blanks with exchanged colours are solid on every terminal, with or without block characters.
        let solid = style.adding(.reverse)
        for (place, digit) in String(number).utf8.enumerated() {
            let left = column + place * 4 * cell
            for (line, bits) in digits[Int(digit - 0x30) % 10].enumerated() {
                for bit in 0..<3 where bits & (4 >> UInt8(bit)) != 0 {
                    grid.fill(
                        Rect(column: left + bit * cell, row: row + line * scale, columns: cell, rows: scale),
                        style: solid)
                }
            }
        }
    }
}
