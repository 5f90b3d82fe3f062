import TerminalKit
import TestSupport

/// What is wrong with a grid, if anything: a torn wide glyph, or a scalar that must not be in one.
func defect(of grid: Grid) -> String? {
    for row in 0..<grid.size.rows {
        for column in 0..<grid.size.columns {
            let cell = grid[column, row]
            let next = grid[column + 1, row].width
            switch cell.width {
            case 0:
                if column == 0 || grid[column - 1, row].width != 2 { return "lone right half at \(column),\(row)" }
                if cell.base != 0 { return "right half with a scalar at \(column),\(row)" }
            case 2:
                if column + 1 == grid.size.columns || next != 0 { return "lone left half at \(column),\(row)" }
            default:
                break
            }
            if cell.width > 0, !isHarmless(cell.base) { return "U+\(String(cell.base, radix: 16)) at \(column),\(row)" }
            for mark in [cell.marks.0, cell.marks.1] where mark != 0 && !isHarmless(mark) {
                return "mark U+\(String(mark, radix: 16)) at \(column),\(row)"
            }
        }
    }
    return nil
}
