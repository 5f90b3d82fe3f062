import Foundation
import Glibc
import TestSupport
import Testing

/// However the program ends, the terminal is as it was.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct GivenBackTests {
    private let place = Workplace()

    /// The program from a shell that writes the terminal's settings down before and after.
    private func open(_ more: String = "", before line: String = ":") throws -> ProgramTerminal {
        let replay = "\"$watchfloor\" replay --speed 60 --data-dir \(place.file("data")) \(more)"
        return try ProgramTerminal(
            place,
            shell: """
                echo line above; stty -a > \(place.file("before")); \(line); \(replay); echo "status=$?"
                stty -a > \(place.file("after")); echo finished; true
                """)
    }

    private func expectGivenBack(_ terminal: ProgramTerminal, status: Int32) throws {
        let screen = try terminal.wait(for: "finished")
        #expect(screen.contains("line above"), "\(screen)")
        #expect(screen.contains("status=\(status)"), "\(screen)")
        #expect(try !terminal.isOnAlternateScreen(), "\(screen)")
        let before = try String(contentsOfFile: place.file("before"), encoding: .utf8)
        let after = try String(contentsOfFile: place.file("after"), encoding: .utf8)
        #expect(before == after)
        // The cursor is there again, and neither mouse nor bracketed paste is on.
        let sent = String(decoding: terminal.bytes(), as: UTF8.self)
        for (on, off) in [("\u{1B}[?25l", "\u{1B}[?25h"), ("\u{1B}[?2004h", "\u{1B}[?2004l")] {
            let lastOn = sent.range(of: on, options: .backwards)?.lowerBound ?? sent.startIndex
            let lastOff = sent.range(of: off, options: .backwards)?.lowerBound ?? sent.startIndex
            #expect(lastOn <= lastOff, "\(on.dropFirst()) is the last word")
        }
        #expect(try place.run("journal", "verify", "--data-dir", place.file("data")).status == 0)
    }

    @Test("asked to end by a signal", arguments: [SIGTERM, SIGINT, SIGQUIT, SIGUSR2, SIGALRM, SIGPWR, 40])
    func asked(_ signal: Int32) throws {
        let terminal = try open()
        try terminal.wait(for: "#1")
        kill(try terminal.processID(), signal)
        try expectGivenBack(terminal, status: 1)
        #expect(terminal.screen().contains("signal \(signal)"), "\(terminal.screen())")
    }

    @Test("hung up")
    func hungUp() throws {
        let terminal = try open()
        try terminal.wait(for: "#1")
        kill(try terminal.processID(), SIGHUP)
        try expectGivenBack(terminal, status: 0)
    }

    @Test(
        "a crash: restored, a message after, the signal's own end",
        arguments: [SIGSEGV, SIGABRT, SIGTRAP, SIGBUS, SIGFPE, SIGILL, SIGSYS])
    func crashed(_ signal: Int32) throws {
        let terminal = try open()
        try terminal.wait(for: "#1")
        kill(try terminal.processID(), signal)
        try expectGivenBack(terminal, status: 128 + signal)
        #expect(terminal.screen().contains("watchfloor"), "\(terminal.screen())")
    }

    @Test("SIGUSR1 reads the settings anew; what only tells of a failed write ends nothing")
    func goesOn() throws {
        let terminal = try open()
        try terminal.wait(for: "#1")
        let pid = try terminal.processID()
        kill(pid, SIGPIPE)
        kill(pid, SIGXFSZ)
        kill(pid, SIGUSR1)
        try terminal.wait(for: "read again")
        kill(pid, SIGTERM)
        try expectGivenBack(terminal, status: 1)
    }

    @Test("an ordinary end")
    func ordinary() throws {
        let terminal = try open()
        try terminal.wait(for: "#1")
        try terminal.type(":q", "Enter")
        try expectGivenBack(terminal, status: 0)
    }

    @Test("the terminal goes away: so does the program, SIGHUP ignored or not", arguments: ["", "trap '' HUP;"])
    func closed(_ how: String) throws {
        let terminal = try ProgramTerminal(
            place, shell: "\(how) \"$watchfloor\" replay --speed 60 --data-dir \(place.file("data"))")
        try terminal.wait(for: "#1")
        let pid = try terminal.processID()
        #expect(isRunning(pid))
        try terminal.closeTerminal()
        #expect(eventually(seconds: 60) { !isRunning(pid) })
        #expect(try place.run("journal", "verify", "--data-dir", place.file("data")).status == 0)
    }

    @Test("suspended and brought back")
    func suspended() throws {
        let terminal = try ProgramTerminal(
            place, shell: "sh -im", environment: ["PS1": "prompt> ", "ENV": ""])
        try terminal.wait(for: "prompt>")
        try terminal.type("\"$watchfloor\" replay --speed 60 --data-dir \(place.file("data"))", "Enter")
        try terminal.wait(for: "#1")
        try terminal.type("C-z")
        try terminal.wait("the shell's prompt") { $0.contains("prompt>") && $0.contains("Stopped") }
        #expect(try !terminal.isOnAlternateScreen())
        try terminal.type("fg", "Enter")
        try terminal.wait("the whole screen again") {
            $0.contains("#1") && $0.contains("1 Dispatch") && $0.contains("4 Alerts")
        }
        #expect(try terminal.isOnAlternateScreen())
        // What is typed before the whole frame has been shown counts for nothing: it is typed again.
        #expect(
            try eventually(seconds: 60) {
                try terminal.type(":q", "Enter")
                return try eventually(seconds: 2) { try !terminal.isOnAlternateScreen() }
            })
    }
}
