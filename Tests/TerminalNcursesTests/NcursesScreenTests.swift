import Foundation
import Glibc
import TerminalKit
import TestSupport
import Testing

@testable import TerminalNcurses

// One suite, one test after the other: ncurses and signals belong to the process.
@Suite(.serialized) struct NcursesScreenTests {
    static let small = Size(columns: 40, rows: 8)

    /// Opens a screen on a new pseudo-terminal, shows an empty frame and throws away what that sent.
    func opened(
        _ more: [String: String] = [:], size: Size = small, term: String = "xterm-256color", mouse: Bool = false
    ) throws -> (PseudoTerminal, NcursesScreen) {
        let terminal = try PseudoTerminal(size)
        let environment = ["TERM": term, "LC_ALL": "C.UTF-8"].merging(more) { $1 }
        let screen = try NcursesScreen(
            input: terminal.slave, output: terminal.slave, options: .init(environment: environment, mouse: mouse))
        terminal.screen = screen
        screen.present(Grid(size: screen.size), cursor: nil)
        _ = terminal.sent()
        return (terminal, screen)
    }

    /// Sends this process a signal. Not by `raise`: the threads tests run on block signals.
    func deliver(_ signal: Int32) {
        kill(getpid(), signal)
    }

    /// What differs between a grid and what the terminal shows, if anything.
    func difference(_ grid: Grid, _ emulator: Emulator, styles: Bool = true) -> String? {
        if !emulator.strays.isEmpty { return "strays: \(emulator.strays)" }
        for row in 0..<grid.size.rows {
            for column in 0..<grid.size.columns {
                let cell = grid[column, row]
                let shown = emulator[column, row]
                var text = ""
                cell.append(to: &text)
                if shown.width != Int(cell.width) || Array(shown.text.unicodeScalars) != Array(text.unicodeScalars) {
                    return "\(column),\(row): “\(shown.text)” (\(shown.width)) instead of “\(text)” (\(cell.width))"
                }
                // Of a blank only what can be seen counts: its background, and a line under it.
                let seen = text == " " ? shown.style.background : shown.style.foreground
                let wanted = text == " " ? cell.style.background : cell.style.foreground
                if styles, cell.width > 0, seen != wanted || shown.style.background != cell.style.background {
                    return
                        "\(column),\(row): “\(text)” is \(Grid.describe(shown.style)), not \(Grid.describe(cell.style))"
                }
                if styles, cell.width > 0, text != " ", shown.style.attributes != cell.style.attributes {
                    return
                        "\(column),\(row): “\(text)” is \(Grid.describe(shown.style)), not \(Grid.describe(cell.style))"
                }
            }
        }
        return nil
    }

    func sample(_ size: Size, _ colours: [Colour]) -> Grid {
        var grid = Grid(size: size, style: Style(foreground: colours[0], background: colours[1]))
        grid.drawBox(
            Rect(size), style: Style(foreground: colours[2], background: colours[1]), title: "1 派警 ▲", note: "3 new")
        grid.write("▲ P1 警情 e\u{301}", column: 2, row: 1, style: Style(foreground: colours[3], attributes: [.bold]))
        grid.write(
            "reverse", column: 2, row: 2,
            style: Style(foreground: colours[0], background: colours[3], attributes: [.reverse]))
        grid.write("plain", column: 2, row: 3, style: Style.plain.adding([.underline, .italic]))
        return grid
    }

    static let depths: [(String, [String: String], ColourDepth, [Colour])] = [
        ("xterm-256color", [:], .indexed256, [.indexed(252), .indexed(233), .indexed(9), .indexed(209)]),
        ("xterm", [:], .eight, [.indexed(7), .indexed(0), .indexed(6), .indexed(3)]),
        ("linux", [:], .eight, [.indexed(7), .standard, .indexed(6), .indexed(3)]),
        ("xterm-256color", ["NO_COLOR": "1"], .mono, [.standard, .standard, .standard, .standard]),
        ("vt100", [:], .mono, [.standard, .standard, .standard, .standard]),
    ]

    @Test(arguments: depths) func theTerminalShowsTheGrid(
        _ term: String, _ environment: [String: String], _ depth: ColourDepth, _ colours: [Colour]
    ) throws {
        let (terminal, screen) = try opened(environment, term: term)
        defer { screen.close() }
        #expect(screen.depth == depth && screen.unicode && screen.size == NcursesScreenTests.small)
        let grid = sample(screen.size, colours)
        screen.present(grid, cursor: nil)
        _ = terminal.sent()
        #expect(difference(grid, terminal.emulator, styles: !term.hasPrefix("vt") && term != "linux") == nil)
    }

    @Test func directColoursWhereTheTerminalHasThem() throws {
        let (terminal, screen) = try opened(["COLORTERM": "truecolor"])
        defer { screen.close() }
        guard screen.depth == .direct else {
            print("SKIPPED: Debian's package ncurses-term is not installed, so direct colour was not tried")
            #expect(screen.depth == .indexed256)
            return
        }
        let colours: [Colour] = [.rgb(200, 208, 216), .rgb(16, 20, 24), .rgb(255, 127, 80), .indexed(3)]
        let grid = sample(screen.size, colours)
        screen.present(grid, cursor: nil)
        let bytes = String(decoding: terminal.sent(), as: UTF8.self)
        #expect(bytes.contains("38:2::255:127:80") && bytes.contains("48:2::16:20:24"))
        #expect(difference(grid, terminal.emulator) == nil)
    }

    @Test func moreColoursThanPairsCostOnlyTheLaterOnes() throws {
        let (terminal, screen) = try opened(size: Size(columns: 80, rows: 4), term: "xterm")
        defer { screen.close() }
        var grid = Grid(size: screen.size)
        var styles: [Style] = []
        for front in UInt8(0)..<8 {
            for back in UInt8(0)..<9 {
                styles.append(Style(foreground: .indexed(front), background: back < 8 ? .indexed(back) : .standard))
            }
        }
        for (column, style) in styles.enumerated() { grid.write("x", column: column, row: 1, style: style) }
        screen.present(grid, cursor: nil)
        _ = terminal.sent()
        #expect(terminal.emulator.strays.isEmpty)
        for (column, style) in styles.enumerated() {
            let shown = terminal.emulator[column, 1]
            #expect(shown.text == "x" && (column > 62 || shown.style == style), "column \(column)")
        }
    }

    @Test func anUnchangedFrameSendsNothingAndAChangeSendsLittle() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        var grid = sample(screen.size, [.indexed(252), .indexed(233), .indexed(75), .indexed(209)])
        screen.present(grid, cursor: nil)
        #expect(!terminal.sent().isEmpty)
        for _ in 0..<3 {
            screen.present(grid, cursor: nil)
            #expect(terminal.sent().isEmpty)
        }
        let same = sample(screen.size, [.indexed(252), .indexed(233), .indexed(75), .indexed(209)])
        screen.present(same, cursor: nil)
        #expect(terminal.sent().isEmpty)
        grid.write("x", column: 20, row: 5, style: Style(foreground: .indexed(252), background: .indexed(233)))
        screen.present(grid, cursor: nil)
        #expect((1...60).contains(terminal.sent().count))
        #expect(difference(grid, terminal.emulator) == nil)
        screen.invalidate()
        screen.present(grid, cursor: nil)
        #expect(terminal.sent().count > 300)
        #expect(difference(grid, terminal.emulator) == nil)
    }

    @Test(arguments: [UInt64(51), 52, 53]) func anySequenceOfFramesIsShownAsItIs(_ seed: UInt64) throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        var random = Seeded(seed)
        let words = [
            "警情", "a", "robbery", "👍", "e\u{301}\u{302}", "   ", "ﾊ", "\u{1B}[2J", "▲◆●", "한국", "\u{202E}x", "─│",
        ]
        let styles = [
            Style.plain, Style(foreground: .indexed(75), background: .indexed(233)), Style(background: .indexed(24)),
            Style(foreground: .indexed(209), attributes: .bold), Style(attributes: .reverse),
        ]
        var grid = Grid(size: screen.size)
        for step in 0..<150 {
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    words.randomElement(using: &random) ?? ""
                }
                grid.write(
                    text.joined(), column: Int.random(in: -3...39, using: &random),
                    row: Int.random(in: 0...7, using: &random),
                    columns: Int.random(in: 1...40, using: &random),
                    style: styles.randomElement(using: &random) ?? .plain)
            }
            screen.present(grid, cursor: nil)
            _ = terminal.sent()
            if let difference = difference(grid, terminal.emulator) {
                Issue.record(
                    "seed \(seed), step \(step): \(difference)\n\(grid.text())\nbut shown is\n\(terminal.emulator.text())"
                )
                return
            }
        }
    }

    /// Lines that are not to be trusted, our own and those of the shared data where they are.
    static func hostileLines() -> [String] {
        var lines = [
            "\u{1B}[2J\u{1B}[H\u{1B}]52;c;cm0gLXJm\u{7}", "\u{9B}31m\u{9D}0;title\u{9C}",
            "a\r\nb\u{B}\u{C}\u{85}c\u{2028}d\u{2029}e",
            "\u{202E}gnp.exe\u{202C} \u{2066}x\u{2069}", "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}zero",
            "\u{E0041}\u{E0042}tags",
            "Z\u{353}\u{327}\u{30D}\u{352}\u{30B}a\u{353}\u{327}\u{30D}l\u{353}go", "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇳 👍🏽 ☎️ 1️⃣ 🫨 🩷",
            "\u{0}\u{7}\u{8}\u{E}\u{F}\u{7F}",
            "\u{E000}\u{F8FF}\u{10FFFF}\u{FFFE}", "\u{115F}\u{1160}\u{3164}\u{FFA0}",
            "\u{1DAA}\u{300}\u{300}\u{300}\u{20DD}",
            "警\u{301}情\u{20DD}甲\u{FE0F}", "\u{AD}soft\u{AD}", "\u{600}\u{6DD}\u{70F} عربي עברית", "﷽ ﷽ 𒐫 ꧅",
            "\u{1F1E6}\u{1F1E7}\u{1F1E8}",
        ]
        for file in ["terminal/blns.txt", "terminal/UTF-8-test.txt"] {
            guard let path = sharedData("data/\(file)"), let data = FileManager.default.contents(atPath: path) else {
                continue
            }
            lines += data.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        }
        return lines
    }

    @Test func hostileTextNeitherReachesTheTerminalNorBendsTheBorder() throws {
        let size = Size(columns: 100, rows: 6)
        let (terminal, screen) = try opened(size: size)
        defer { screen.close() }
        for line in NcursesScreenTests.hostileLines() {
            var grid = Grid(size: size)
            grid.drawBox(Rect(size), style: .plain, title: line, note: line)
            grid.write(line, column: 1, row: 2, columns: 98, style: .plain)
            grid.write(line, column: 60, row: 3, columns: 39, style: .plain, overflow: .clip)
            grid.write(fitted(line, columns: 30, alignment: .trailing), column: 1, row: 4, columns: 98, style: .plain)
            screen.present(grid, cursor: nil)
            _ = terminal.sent()
            guard terminal.emulator.strays.isEmpty else {
                Issue.record("\(line.debugDescription): \(terminal.emulator.strays)")
                return
            }
            for row in 1...4 where terminal.emulator[99, row].text != "│" || terminal.emulator[0, row].text != "│" {
                Issue.record("\(line.debugDescription) bends the border of row \(row):\n\(terminal.emulator.text())")
                return
            }
        }
    }

    @Test func withoutUTF8OnlyASCIIIsSent() throws {
        let (terminal, screen) = try opened(["LC_ALL": "C"])
        defer { screen.close() }
        #expect(!screen.unicode && screen.glyphs == .ascii)
        screen.present(sample(screen.size, [.indexed(252), .indexed(233), .indexed(75), .indexed(209)]), cursor: nil)
        let bytes = terminal.sent()
        #expect(bytes.allSatisfy { $0 < 0x80 })
        #expect(terminal.emulator.text().hasPrefix("+- 1 ???? ! "))
        #expect(terminal.emulator[39, 4].text == "|")
    }

    @Test(arguments: [
        ("C.UTF-8", true), ("C.utf8", true), ("xx_XX.UTF-8", true), ("xx_XX.GBK", false), ("POSIX", false), ("", false),
    ]) func localeDecides(_ locale: String, _ unicode: Bool) throws {
        let (_, screen) = try opened(["LC_ALL": locale])
        defer { screen.close() }
        #expect(screen.unicode == unicode)
    }

    @Test func keysPastesAndEscape() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        terminal.type("j警\u{1B}[A\u{3}\u{1B}[200~a\rb\u{1B}[201~")
        var inputs: [TerminalInput] = []
        while inputs.count < 5 { inputs += screen.inputs(timeout: 5000, wake: nil) }
        #expect(
            inputs == [
                .key(Key(.character("j"))), .key(Key(.character("警"))), .key(Key(.up)),
                .key(Key(.character("c"), .control)),
                .paste("a\rb"),
            ])
        terminal.type("\u{1B}")
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.key(Key(.escape))])
        #expect(screen.inputs(timeout: 0, wake: nil).isEmpty)
    }

    /// What comes until there are so many inputs; gives up after a while.
    func inputs(_ count: Int, of screen: NcursesScreen) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        for _ in 0..<10 where inputs.count < count { inputs += screen.inputs(timeout: 1000, wake: nil) }
        return inputs
    }

    @Test func whatIsTypedBeforeThereIsAFrameIsDroppedAndTold() throws {
        let terminal = try PseudoTerminal(NcursesScreenTests.small)
        let screen = try NcursesScreen(
            input: terminal.slave, output: terminal.slave,
            options: .init(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]))
        defer { screen.close() }
        for text in ["a1", "r\u{1B}]11;rgb:1e"] {
            terminal.type(text)
            #expect(screen.inputs(timeout: 5000, wake: nil).isEmpty)
        }
        screen.present(Grid(size: screen.size), cursor: nil)
        // The rest of what the terminal began before the frame belongs to it.
        terminal.type("1e/r\u{7}j")
        #expect(inputs(2, of: screen) == [.ignored(.typedAhead(3)), .key(Key(.character("j")))])
    }

    @Test func whatIsTypedWhileStoppedIsDropped() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        deliver(SIGCONT)
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.resumed])
        terminal.type("a1")
        #expect(screen.inputs(timeout: 5000, wake: nil).isEmpty)
        screen.present(Grid(size: screen.size), cursor: nil)
        terminal.type("j")
        #expect(inputs(2, of: screen) == [.ignored(.typedAhead(2)), .key(Key(.character("j")))])
    }

    @Test func aSequenceInPiecesIsWaitedForAndEscapeIsNot() throws {
        let (terminal, screen) = try opened(["ESCDELAY": "1"])
        defer { screen.close() }
        for piece in ["\u{1B}[", "1;", "5", "\u{1B}]11;rgb", ":r/a/1\u{1B}"] {
            terminal.type(piece)
            #expect(screen.inputs(timeout: 20, wake: nil).isEmpty)
        }
        terminal.type("\\\u{1B}")
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.key(Key(.escape))])
        // The rest of an answer whose first byte alone has passed for the Escape key.
        terminal.type("]11;rgb:a1a1/r\u{7}x")
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.key(Key(.character("x")))])
    }

    @Test func aStringThatDoesNotEndIsTold() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        terminal.type("\u{1B}]52;" + String(repeating: "r", count: 3000))
        #expect(inputs(1, of: screen) == [.ignored(.unendedString)])
        terminal.type("aaa\u{1B}x")
        #expect(inputs(1, of: screen) == [.key(Key(.character("x"), .alt))])
    }

    @Test func aPasteThatComesInPiecesStaysOne() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        var ends: [Int32] = [-1, -1]
        #expect(Glibc.pipe(&ends) == 0)
        defer { for end in ends { Glibc.close(end) } }
        var byte = UInt8(1)
        #expect(write(ends[1], &byte, 1) == 1)
        let piece = String(repeating: "q", count: 1024)
        var inputs: [TerminalInput] = []
        terminal.type("\u{1B}[200~")
        for _ in 0..<20 {
            terminal.type(piece)
            // The wake descriptor is ready all the time, as when feeds are busy; neither that nor a time-out ends a paste.
            inputs += screen.inputs(timeout: 0, wake: ends[0]) + screen.inputs(timeout: 0, wake: nil)
        }
        terminal.type("\u{1B}[20")
        inputs += screen.inputs(timeout: 0, wake: ends[0])
        terminal.type("1~")
        while inputs.isEmpty { inputs += screen.inputs(timeout: 5000, wake: nil) }
        #expect(inputs == [.paste(String(repeating: "q", count: 20 * 1024))])
    }

    @Test func aFloodOfKeysNeitherBlocksNorLosesAny() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        var inputs: [TerminalInput] = []
        for count in [4095, 4096, 1, 9000] {
            terminal.type(String(repeating: "j", count: count))
            while inputs.count < count { inputs += screen.inputs(timeout: 5000, wake: nil) }
            #expect(inputs.allSatisfy { $0 == .key(Key(.character("j"))) } && inputs.count == count)
            inputs.removeAll()
        }
    }

    @Test func mouseOnlyWhenAsked() throws {
        let quiet = try opened()
        #expect(!quiet.0.emulator.modes.contains(1000) && quiet.0.emulator.modes.contains(2004))
        quiet.1.close()
        let (terminal, screen) = try opened(mouse: true)
        #expect(terminal.emulator.modes.isSuperset(of: [1000, 1006]))
        terminal.type("\u{1B}[<0;3;2M\u{1B}[<0;3;2m\u{1B}[<0;3;2M")
        var inputs: [TerminalInput] = []
        while inputs.count < 2 { inputs += screen.inputs(timeout: 5000, wake: nil) }
        #expect(inputs.first == .mouse(MouseEvent(action: .press, column: 2, row: 1)))
        screen.close()
        _ = terminal.sent()
        #expect(terminal.emulator.modes.isDisjoint(with: [1000, 1006, 2004]))
    }

    @Test func aWakeUpReturnsAtOnceWithNothing() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        defer { withExtendedLifetime(terminal) {} }
        var ends: [Int32] = [-1, -1]
        #expect(Glibc.pipe(&ends) == 0)
        defer { for end in ends { Glibc.close(end) } }
        var byte = UInt8(1)
        #expect(write(ends[1], &byte, 1) == 1)
        #expect(screen.inputs(timeout: nil, wake: ends[0]).isEmpty)
    }

    @Test func aClosedTerminalEndsTheProgram() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        terminal.hangUp()
        #expect(screen.inputs(timeout: nil, wake: nil) == [.ended(signal: SIGHUP)])
        #expect(screen.inputs(timeout: nil, wake: nil) == [.ended(signal: SIGHUP)])
        screen.present(Grid(size: screen.size), cursor: nil)
    }

    /// Signals that end nobody by default, or stop them.
    static let harmless = [SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU]
    /// Not ours to have: those nobody may handle, and the two the C library keeps for itself.
    static let reserved = [SIGKILL, SIGSTOP, 32, 33]

    @Test func everySignalThatWouldEndTheProgramIsHandled() {
        for signal in Int32(1)...64 where !NcursesScreenTests.reserved.contains(signal) {
            let handled = [Signals.reported, Signals.fatal, Signals.passed].filter { $0.contains(signal) }
            let isHarmless = NcursesScreenTests.harmless.contains(signal)
            #expect(handled.count == 1 || isHarmless, "signal \(signal)")
        }
    }

    static let ending = Signals.reported.filter { ![SIGWINCH, SIGTSTP, SIGCONT, SIGUSR1].contains($0) }

    @Test func aSignalIsNoMoreThanItSays() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        for signal in Signals.passed { deliver(signal) }
        deliver(SIGUSR1)
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.reload])
        withExtendedLifetime(terminal) {}
    }

    @Test func whatWasIgnoredStaysIgnored() throws {
        let before = signal(SIGUSR2, SIG_IGN)
        defer { signal(SIGUSR2, before) }
        let (terminal, screen) = try opened()
        deliver(SIGUSR2)
        #expect(screen.inputs(timeout: 0, wake: nil).isEmpty)
        screen.close()
        deliver(SIGUSR2)
        withExtendedLifetime(terminal) {}
    }

    @Test(arguments: ending) func signalsEndTheProgram(_ signal: Int32) throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        deliver(signal)
        defer { withExtendedLifetime(terminal) {} }
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.ended(signal: signal)])
    }

    @Test func aNewSizeIsReportedAndDrawnAfresh() throws {
        let (terminal, screen) = try opened(["LINES": "5", "COLUMNS": "10"])
        defer { screen.close() }
        #expect(screen.size == NcursesScreenTests.small)
        screen.present(sample(screen.size, [.standard, .standard, .standard, .standard]), cursor: nil)
        _ = terminal.sent()
        for size in [
            Size(columns: 61, rows: 12), Size(columns: 9, rows: 3), Size(columns: 1, rows: 1), NcursesScreenTests.small,
        ] {
            terminal.resize(size)
            deliver(SIGWINCH)
            #expect(screen.inputs(timeout: 5000, wake: nil) == [.resized(size)])
            #expect(screen.size == size)
            var grid = Grid(size: size)
            grid.drawBox(Rect(size), style: .plain, title: "派警")
            screen.present(grid, cursor: nil)
            _ = terminal.sent()
        }
        deliver(SIGWINCH)
        #expect(screen.inputs(timeout: 5000, wake: nil).isEmpty)
        var bigger = Emulator(size: screen.size)
        screen.invalidate()
        var grid = Grid(size: screen.size)
        grid.drawBox(Rect(screen.size), style: .plain, title: "派警")
        screen.present(grid, cursor: nil)
        bigger.take(terminal.sent())
        #expect(difference(grid, bigger, styles: false) == nil)
    }

    @Test func beingContinuedDrawsAfresh() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        let grid = sample(screen.size, [.standard, .standard, .standard, .standard])
        screen.present(grid, cursor: nil)
        _ = terminal.sent()
        var cooked = terminal.settings()
        cooked.c_lflag |= tcflag_t(ICANON | ECHO)
        tcsetattr(terminal.slave, TCSANOW, &cooked)
        deliver(SIGCONT)
        #expect(screen.inputs(timeout: 5000, wake: nil) == [.resumed])
        #expect(terminal.settings().c_lflag & tcflag_t(ICANON | ECHO) == 0)
        screen.present(grid, cursor: nil)
        #expect(terminal.sent().count > 200)
        #expect(difference(grid, terminal.emulator, styles: false) == nil)
    }

    @Test func theCursorShowsOnlyWhereTextIsTyped() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        let grid = Grid(size: screen.size)
        screen.present(grid, cursor: nil)
        _ = terminal.sent()
        #expect(!terminal.emulator.isCursorVisible)
        screen.present(grid, cursor: (7, 3))
        _ = terminal.sent()
        #expect(terminal.emulator.isCursorVisible && terminal.emulator.place == (7, 3))
        screen.present(grid, cursor: (900, 3))
        _ = terminal.sent()
        #expect(!terminal.emulator.isCursorVisible)
    }

    @Test func closingGivesTheTerminalBack() throws {
        let terminal = try PseudoTerminal(NcursesScreenTests.small)
        let before = terminal.settings()
        let screen = try NcursesScreen(
            input: terminal.slave, output: terminal.slave,
            options: .init(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]))
        #expect(terminal.settings().c_lflag != before.c_lflag)
        screen.present(Grid(size: screen.size), cursor: nil)
        _ = terminal.sent()
        #expect(terminal.emulator.modes.isSuperset(of: [1049, 2004]))
        screen.close()
        screen.close()
        _ = terminal.sent()
        #expect(terminal.emulator.modes.isDisjoint(with: [1049, 2004]) && terminal.emulator.isCursorVisible)
        let after = terminal.settings()
        #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag && after.c_oflag == before.c_oflag)
        #expect(screen.inputs(timeout: nil, wake: nil) == [.ended(signal: SIGHUP)])
    }

    @Test func whatIsNoTerminalIsRefusedWithARemedy() throws {
        let terminal = try PseudoTerminal(NcursesScreenTests.small)
        for (term, code) in [
            ("no-such-terminal", TerminalError.Code.unknownTerminal("no-such-terminal")), ("", .unknownTerminal("")),
            ("dumb", .tooSimple("dumb")),
        ] {
            let error = #expect(throws: TerminalError.self) {
                try NcursesScreen(
                    input: terminal.slave, output: terminal.slave, options: .init(environment: ["TERM": term]))
            }
            #expect(error?.code == code)
            #expect(error?.description.contains("TERM=xterm-256color") == true)
            #expect(error?.chineseDescription.contains("TERM") == true)
        }
        let null = open("/dev/null", O_RDWR)
        defer { Glibc.close(null) }
        let error = #expect(throws: TerminalError.self) {
            try NcursesScreen(input: null, output: null, options: .init(environment: ["TERM": "xterm"]))
        }
        #expect(error?.code == .notATerminal)
    }

    @Test func copyingGoesToTheTerminalWithinItsLimit() throws {
        let (terminal, screen) = try opened()
        defer { screen.close() }
        #expect(screen.copyToClipboard("#4821 警情") == .copied)
        let sent = String(decoding: terminal.sent(), as: UTF8.self)
        #expect(sent == "\u{1B}]52;c;\(Data("#4821 警情".utf8).base64EncodedString())\u{1B}\\")
        let tooLong = String(repeating: "x", count: NcursesScreen.clipboardLimit + 1)
        #expect(screen.copyToClipboard(tooLong) == .tooLarge(limit: NcursesScreen.clipboardLimit))
        #expect(terminal.sent().isEmpty)
    }

    @Test(arguments: 0...7) func base64IsTheStandardOne(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 77 + 3) }
        #expect(String(decoding: Base64.encode(bytes), as: UTF8.self) == Data(bytes).base64EncodedString())
    }

    @Test("The palette of the Linux console is set, given back with it, and meant for no other terminal")
    func palette() throws {
        for (term, isMeant) in [("linux", true), ("xterm-256color", false)] {
            let terminal = try PseudoTerminal(Self.small)
            let screen = try NcursesScreen(
                input: terminal.slave, output: terminal.slave,
                options: .init(environment: ["TERM": term, "LC_ALL": "C.UTF-8"], palette: ["101418", "b03000"]))
            let opened = String(decoding: terminal.sent(), as: UTF8.self)
            #expect(opened.contains("\u{1B}]P0101418\u{1B}]P1b03000") == isMeant, "\(term)")
            // What a signal handler would send says it too.
            let state = signalState.pointee
            let kept = UnsafeBufferPointer(start: state.restore, count: state.restoreCount)
            #expect(String(decoding: kept, as: UTF8.self).contains("\u{1B}]R") == isMeant)
            screen.close()
            #expect(String(decoding: terminal.sent(), as: UTF8.self).contains("\u{1B}]R") == isMeant, "\(term)")
        }
    }
}
