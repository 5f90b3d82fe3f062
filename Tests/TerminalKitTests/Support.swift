import Foundation
import TerminalKit

/// A small generator of repeatable random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A file of the shared data beside the checkout, or nil after saying loudly that it is not there.
func sharedFile(_ path: String) -> String? {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
        let file = folder.appendingPathComponent("shared/data/\(path)").path
        if FileManager.default.fileExists(atPath: file) { return file }
        folder.deleteLastPathComponent()
    }
    print("SKIPPED: there is no folder shared beside the checkout, so \(path) was not tried")
    return nil
}

/// True when a value may reach a terminal: no control, no surrogate, no bidirectional or other invisible format character.
func isHarmless(_ value: UInt32) -> Bool {
    guard value >= 0x20, let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
}

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
