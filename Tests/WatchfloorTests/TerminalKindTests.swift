import Foundation
import TestSupport
import Testing

/// Terminals, locales and environments of every kind.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct TerminalKindTests {
    private let place = Workplace()

    private func open(_ environment: [String: String]) throws -> ProgramTerminal {
        try ProgramTerminal(
            place, ["replay", "--speed", "60", "--data-dir", place.file("data")], environment: environment)
    }

    @Test("NO_COLOR: not one colour among the bytes, every word still there")
    func noColour() throws {
        let terminal = try open(["NO_COLOR": "1"])
        try terminal.wait(for: "#1")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        let sent = String(decoding: terminal.bytes(), as: UTF8.self)
        var attributes: Set<String> = []
        for match in sent.matches(of: /\u{1B}\[([0-9;:]*)m/) {
            attributes.formUnion(match.output.1.split(whereSeparator: { ";:".contains($0) }).map(String.init))
        }
        let colours = attributes.filter { Int($0).map { (30...49).contains($0) || (90...107).contains($0) } ?? false }
        // 39 and 49 take a colour away.
        #expect(colours.subtracting(["39", "49"]).isEmpty, "\(attributes.sorted())")
        #expect(!attributes.isEmpty)
    }

    @Test("colour when it is welcome")
    func colour() throws {
        let terminal = try open(["NO_COLOR": ""])
        try terminal.wait(for: "#1")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(String(decoding: terminal.bytes(), as: UTF8.self).contains(/\u{1B}\[[0-9;:]*38[;:]/))
    }

    @Test("a terminal that cannot do it ends with 3 and a remedy", arguments: ["dumb", "no-such-terminal", ""])
    func unusable(_ name: String) throws {
        let terminal = try open(["TERM": name])
        #expect(try terminal.waitForEnd() == 3)
        #expect(terminal.screen().contains("TERM=xterm-256color"), "\(terminal.screen())")
        #expect(!terminal.bytes().contains(0x1B), "\(terminal.bytes())")
    }

    @Test("the C locale: ASCII only")
    func ascii() throws {
        let terminal = try open(["LC_ALL": "C"])
        let screen = try terminal.wait(for: "#1")
        #expect(screen.utf8.allSatisfy { $0 < 0x80 }, "\(screen)")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(terminal.bytes().allSatisfy { $0 < 0x80 })
    }

    @Test("a locale that is not installed still has its letters")
    func missingLocale() throws {
        let terminal = try open(["LC_ALL": "xx_YY.UTF-8"])
        let screen = try terminal.wait(for: "#1")
        #expect(screen.contains("┌"), "\(screen)")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
    }

    @Test("LINES and COLUMNS that lie are not believed")
    func lyingSize() throws {
        let terminal = try open(["LINES": "10", "COLUMNS": "40"])
        try terminal.wait("the whole window") { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            return lines.count == 48 && screen.contains("#1") && crookedRows(lines, columns: 160).isEmpty
        }
        try terminal.resize(columns: 100, rows: 30)
        try terminal.wait("the smaller window") { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            return lines.count == 30 && crookedRows(Array(lines.drop { !$0.contains("┌") }), columns: 100).isEmpty
        }
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
    }
}
