import Foundation
import Glibc
import TerminalKit
import Testing

@testable import TerminalNcurses

extension NcursesScreenTests {
    /// A frame that has nothing in common with another one, so that much is to be sent.
    private func frame(_ size: Size, _ number: Int) -> Grid {
        var grid = Grid(size: size)
        for row in 0..<size.rows {
            let text = (0..<size.columns).map { String((($0 * 7 + row * 3 + number * 11) % 36), radix: 36) }.joined()
            grid.write(text, column: 0, row: row, style: Style(foreground: .indexed(UInt8((row + number) % 200))))
        }
        return grid
    }

    static let big = Size(columns: 160, rows: 48)

    @Test func aTerminalNobodyReadsStopsNothingAndShowsTheNewestFrameWhenItIsBack() throws {
        let (terminal, screen) = try opened(size: NcursesScreenTests.big)
        defer { screen.close() }
        for number in 0..<200 { screen.present(frame(screen.size, number), cursor: nil) }
        #expect(screen.output.isBehind)
        // Data, deadlines and keys go on meanwhile.
        terminal.type("q")
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.key(Key(.character("q")))])
        let sent = terminal.sent()
        #expect(difference(frame(screen.size, 199), terminal.emulator) == nil)
        #expect(sent.count < 4 * screen.size.columns * screen.size.rows, "the frames between are dropped")
        #expect(!screen.output.isBehind && screen.owed.frame == nil)
    }

    @Test func whatIsOwedToATerminalNobodyReadsDoesNotGrow() throws {
        let (terminal, screen) = try opened(size: NcursesScreenTests.big)
        defer { screen.close() }
        for number in 0..<20 { screen.present(frame(screen.size, number), cursor: nil) }
        let waiting = screen.output.waiting
        for number in 0..<300 {
            screen.present(frame(screen.size, number), cursor: nil)
            screen.bell()
            _ = screen.setMouse(number % 2 == 0)
            #expect(screen.copyToClipboard("x") != .copied)
        }
        #expect(screen.output.waiting == waiting)
        let sent = terminal.sent()
        #expect(sent.count(where: { $0 == 7 }) == 1 && terminal.emulator.modes.isDisjoint(with: [1000, 1006]))
    }

    @Test func whoeverWasAwayForLongIsShownTheWholeFrame() throws {
        let (terminal, screen) = try opened(size: NcursesScreenTests.big)
        defer { screen.close() }
        screen.present(frame(screen.size, 0), cursor: nil)
        screen.present(frame(screen.size, 1), cursor: nil)
        screen.output.longestStall = NcursesScreen.longStall
        var grid = frame(screen.size, 0)
        grid.write("the same but for this", column: 3, row: 3, style: .plain)
        screen.present(grid, cursor: nil)
        let sent = String(decoding: terminal.sent(), as: UTF8.self)
        #expect(sent.contains("\u{1B}[2J") || sent.contains("\u{1B}[J"))
        #expect(difference(grid, terminal.emulator) == nil)
    }

    @Test func closingWaitsNotForEverAndLeavesTheTerminalAsItWas() throws {
        let terminal = try PseudoTerminal(NcursesScreenTests.big)
        let before = terminal.settings()
        let screen = try NcursesScreen(
            input: terminal.slave, output: terminal.slave,
            options: .init(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]))
        for number in 0..<20 { screen.present(frame(screen.size, number), cursor: (3, 3)) }
        #expect(screen.output.isBehind)
        screen.lastPatience = 10
        screen.close()
        _ = terminal.sent()
        #expect(terminal.emulator.modes.isDisjoint(with: [1049, 2004]) && terminal.emulator.isCursorVisible)
        #expect(terminal.settings().c_lflag == before.c_lflag && terminal.settings().c_oflag == before.c_oflag)
    }

    @Test func theShellsOwnDescriptorGoesOnWaiting() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        screen.present(Grid(size: screen.size), cursor: nil)
        #expect(fcntl(terminal.slave, F_GETFL) & O_NONBLOCK == 0)
        #expect(screen.output.isOwn)
    }
}
