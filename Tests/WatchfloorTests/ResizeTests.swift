import Foundation
import TestSupport
import Testing

/// Any size, at any moment, in every mode.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct ResizeTests {
    /// Keys that lead into every mode and out again; none of them quits.
    private static let keys = [
        "a", "c", ":", "?", "C-p", "w", "d", "Enter", "Tab", "BTab", "Down", "Up", "PageDown", "g", "G", "Escape", "/",
        "s", "Z", "z", "2", "3", "4", "5", "1", "x", "H", "v", "e", "n", "F1", "C-l", "Space", "^", "T", "L", "p", "]",
    ]

    @Test("sizes from 1x1 to 300x100 at random while keys arrive", arguments: [1, 2] as [UInt64])
    func random(seed: UInt64) throws {
        let place = Workplace()
        var random = Seeded(seed)
        let terminal = try ProgramTerminal(
            place, ["replay", "--speed", "600", "--as-recorded", "--data-dir", place.file("data")])
        try terminal.wait(for: "#1")
        let program = try terminal.processID()
        for _ in 0..<60 {
            try terminal.resize(
                columns: Int.random(in: 1...300, using: &random), rows: Int.random(in: 1...100, using: &random))
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                try terminal.type(ResizeTests.keys.randomElement(using: &random) ?? "Down")
            }
            guard isRunning(program) else { break }
        }
        #expect(isRunning(program), "seed \(seed):\n\(terminal.screen())")
        try terminal.resize(columns: 160, rows: 48)
        try calm(terminal, seed: seed)
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0, "seed \(seed):\n\(terminal.screen())")
        #expect(try place.run("journal", "verify", "--data-dir", place.file("data")).status == 0)
    }

    /// Leaves whatever is open, and waits for straight borders after a redraw.
    private func calm(_ terminal: ProgramTerminal, seed: UInt64) throws {
        let isStraight = { (screen: String) in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            return lines.count == 48 && crookedRows(Array(lines.drop { !$0.contains("┌") }), columns: 160).isEmpty
        }
        for _ in 0..<6 {
            try terminal.type("Escape")
            // Escape is told from a longer key by the time that follows it.
            _ = eventually(seconds: 0.1) { false }
        }
        try terminal.type("C-l")
        try terminal.wait("straight borders, seed \(seed)", until: isStraight)
    }

    @Test(
        "every size from 1x1 shows something or says what it needs",
        arguments: [(1, 1), (2, 1), (1, 40), (300, 1), (20, 5), (79, 23), (80, 24), (300, 100)])
    func fixed(columns: Int, rows: Int) throws {
        let place = Workplace()
        let terminal = try ProgramTerminal(
            place, columns: columns, rows: rows, ["replay", "--speed", "60", "--data-dir", place.file("data")])
        // One cell has no room for a word. What is typed before the first frame counts for nothing: it is typed again.
        if columns > 1 { try terminal.wait("anything") { $0.contains { !$0.isWhitespace } } }
        if columns >= 80, rows >= 24 { try terminal.wait(for: "#1") }
        let program = try terminal.processID()
        _ = try eventually(seconds: 60) {
            try terminal.type(":q", "Enter")
            return eventually(seconds: 2) { !isRunning(program) }
        }
        #expect(try terminal.waitForEnd() == 0)
    }
}
