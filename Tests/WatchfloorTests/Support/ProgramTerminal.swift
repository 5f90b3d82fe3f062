import Foundation
import Glibc
import Testing

/// A program in a real terminal emulator: tmux on a socket of its own, which ends with this object.
///
/// Nothing sleeps for a fixed time: every step waits until the screen shows what it should, and gives up with the last
/// screen when it never does.
final class ProgramTerminal {
    /// Why a step failed, with the screen as it stood.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// True when tmux is there to be used; says loudly when it is not.
    static let isAvailable: Bool = {
        let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")
        if !isThere { print("SKIPPED: the tests on a terminal need tmux: apt-get install tmux") }
        return isThere
    }()

    private let place: Workplace
    private let name = "t" + UUID().uuidString.prefix(8)
    private var socket: String { place.file("\(name).socket") }
    private var gate: String { place.file("\(name).gate") }
    private var ended: String { place.file("\(name).ended") }
    /// Everything the program has sent to the terminal goes here.
    private var sent: String { place.file("\(name).bytes") }

    /// Starts the program in a terminal of a size; `environment` is what it sees beside the workplace's own.
    convenience init(
        _ place: Workplace, columns: Int = 160, rows: Int = 48, _ arguments: [String],
        environment: [String: String] = [:]
    ) throws {
        let words = [program] + arguments
        try self.init(
            place, columns: columns, rows: rows, shell: words.map(quoted).joined(separator: " "),
            environment: environment)
    }

    /// Starts a line of shell, in which `$watchfloor` is the program.
    init(
        _ place: Workplace, columns: Int = 160, rows: Int = 48, shell: String, environment: [String: String] = [:]
    ) throws {
        self.place = place
        try place.write(
            "\(name).conf",
            """
            set -g status off
            set -g default-terminal tmux-256color
            set -g default-shell /bin/sh
            set -g escape-time 0
            """)
        guard mkfifo(gate, 0o600) == 0 else { throw POSIXError(.EIO) }
        var variables = place.environment.merging(environment) { _, new in new }
        variables["watchfloor"] = program
        let exports = variables.sorted { $0.key < $1.key }.map { "export \($0.key)=\(quoted($0.value))" }
        // The line waits at the gate until everything it sends is being written down; how it ended is put in a file.
        let ending = "echo $? > \(ended).new; mv \(ended).new \(ended); exec cat"
        let lines = ["read go < \(gate)"] + exports + [shell, ending]
        let script = try place.write("\(name).sh", lines.joined(separator: "\n"))
        try tmux("new-session", "-d", "-x", String(columns), "-y", String(rows), "exec sh \(script)")
        try tmux("pipe-pane", "-O", "exec cat > \(sent)")
        let opened = open(gate, O_WRONLY)
        write(opened, "go\n", 3)
        close(opened)
    }

    deinit {
        _ = try? tmux("kill-server")
    }

    // MARK: What is seen

    /// The screen as text.
    func screen() -> String {
        (try? tmux("capture-pane", "-p")) ?? ""
    }

    /// The screen as lines, as many as the terminal has rows.
    func lines() -> [String] {
        screen().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Every byte that was sent to the terminal so far.
    func bytes() -> [UInt8] {
        FileManager.default.contents(atPath: sent).map(Array.init) ?? []
    }

    /// Waits until the screen holds a text and returns the screen.
    @discardableResult
    func wait(for text: String, seconds: Double = 120) throws -> String {
        try wait("“\(text)”", seconds: seconds) { $0.contains(text) }
    }

    /// Waits until the screen no longer holds a text and returns the screen.
    @discardableResult
    func wait(without text: String, seconds: Double = 120) throws -> String {
        try wait("no “\(text)”", seconds: seconds) { !$0.contains(text) }
    }

    /// Waits until the screen is as it should be.
    @discardableResult
    func wait(_ what: String, seconds: Double = 120, until isRight: (String) -> Bool) throws -> String {
        var last = ""
        let isSo = eventually(seconds: seconds) {
            last = screen()
            return isRight(last)
        }
        guard isSo else { throw Failure(description: "waited for \(what); the screen is:\n\(last)") }
        return last
    }

    /// True when the terminal is on its alternate screen.
    func isOnAlternateScreen() throws -> Bool {
        try format("#{alternate_on}") == "1"
    }

    // MARK: What is done to it

    /// Types keys one after the other, each a tmux key name (`Enter`, `Escape`, `C-e`) or literal text.
    func type(_ keys: String...) throws {
        let names: Set = [
            "Enter", "Escape", "Tab", "BTab", "Space", "Up", "Down", "Left", "Right", "BSpace", "PageDown", "PageUp",
            "F1", "Home", "End",
        ]
        for key in keys {
            let isName = names.contains(key) || (key.hasPrefix("C-") && key.count == 3)
            try tmux(isName ? ["send-keys", key] : ["send-keys", "-l", "--", key])
        }
    }

    /// Pastes a text as the terminal does: in brackets when the program has asked for them.
    func paste(_ text: String) throws {
        let file = try place.write("\(name).paste", text)
        try tmux("load-buffer", file)
        try tmux("paste-buffer", "-p", "-r")
    }

    /// Changes the terminal's size.
    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-x", String(columns), "-y", String(rows))
    }

    /// Takes the terminal away from the program.
    func closeTerminal() throws {
        try tmux("kill-server")
    }

    // MARK: The process

    /// The program that runs in the terminal, once the shell has started it.
    func processID(seconds: Double = 120) throws -> pid_t {
        guard let shell = pid_t(try format("#{pane_pid}")) else { throw Failure(description: "no process") }
        var child: pid_t?
        _ = eventually(seconds: seconds) {
            let text = try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
            child = text?.split(separator: " ").first.flatMap { pid_t($0) }
            return child != nil
        }
        guard let child else {
            throw Failure(description: "the shell has no child; the screen is:\n\(screen())")
        }
        return child
    }

    /// Waits for the end and returns the exit code, or 128 and the signal, as a shell counts.
    func waitForEnd(seconds: Double = 120) throws -> Int32 {
        var status: Int32?
        let hasEnded = eventually(seconds: seconds) {
            let text = try? String(contentsOfFile: ended, encoding: .utf8)
            status = text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
            return status != nil
        }
        guard hasEnded, let status else {
            throw Failure(description: "waited for the program's end; the screen is:\n\(screen())")
        }
        return status
    }

    private func format(_ text: String) throws -> String {
        try tmux("display-message", "-p", text).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        try tmux(arguments)
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let outcome = try Spawned(
            "/usr/bin/tmux", ["-u", "-S", socket, "-f", place.file("\(name).conf")] + arguments,
            environment: place.environment, input: "/dev/null", folder: place.path
        ).wait()
        guard outcome.status == 0 else {
            throw Failure(description: "tmux \(arguments.joined(separator: " ")): \(outcome)")
        }
        return outcome.text
    }
}

/// True while a process is there and has not ended.
func isRunning(_ pid: pid_t) -> Bool {
    guard let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return false }
    return state[(state.lastIndex(of: ")") ?? state.startIndex)...].dropFirst(2).first != "Z"
}
