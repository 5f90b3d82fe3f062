import Foundation
import Shell

/// A program in a pseudo-terminal of its own, measured from outside as a person would see it.
final class PseudoTerminal {
    private let master: Int32
    let pid: pid_t
    private let started: Double
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    /// What a program sent between two silences.
    struct Burst {
        /// When its first and its last byte came, in seconds of a clock that never jumps.
        var first: Double
        var last: Double
        var bytes: Int
    }

    /// Starts a command line in a terminal of a size; nil when it cannot be started.
    init?(command: String, columns: UInt16, rows: UInt16) {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { return nil }
        var locked: Int32 = 0
        var number: Int32 = 0
        guard ioctl(master, Request.unlock, &locked) == 0, ioctl(master, Request.number, &number) == 0 else {
            close(master)
            return nil
        }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        guard let pid = PseudoTerminal.spawn(command, terminal: name) else {
            close(master)
            return nil
        }
        self.master = master
        self.pid = pid
        started = PseudoTerminal.seconds()
    }

    /// Seconds since the start until the end of the first burst.
    func startSeconds(silence: Int32) -> Double? {
        burst(wait: 10_000, silence: silence).map { $0.last - started }
    }

    /// Writes a key and waits for its answer: seconds to the first and to the last byte.
    func press(_ key: UInt8, silence: Int32) -> (first: Double, last: Double)? {
        drain()
        var byte = key
        let pressed = PseudoTerminal.seconds()
        guard write(master, &byte, 1) == 1, let burst = burst(wait: 500, silence: silence) else { return nil }
        return (burst.first - pressed, burst.last - pressed)
    }

    /// Processor seconds used by the program so far.
    func processorSeconds() -> Double {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return 0 }
        let fields = text[end...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Reads and forgets what comes within a time.
    func idle(seconds: Double) {
        let end = PseudoTerminal.seconds() + seconds
        while true {
            let left = end - PseudoTerminal.seconds()
            guard left > 0 else { return }
            _ = burst(wait: Int32(left * 1000) + 1, silence: 0)
        }
    }

    /// Asks the program to end and waits for it, reading on so that it is not held up; then insists.
    func end() {
        kill(pid, SIGTERM)
        var status: Int32 = 0
        for round in 0..<100 {
            if waitpid(pid, &status, WNOHANG) != 0 { break }
            if round == 98 { kill(pid, SIGKILL) }
            _ = burst(wait: 20, silence: 0)
        }
        close(master)
    }

    /// The next burst: it begins within `wait` milliseconds and ends after so many of silence.
    private func burst(wait: Int32, silence: Int32) -> Burst? {
        var burst: Burst?
        while true {
            var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, burst == nil ? wait : silence) > 0 else { return burst }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return burst }
            let now = PseudoTerminal.seconds()
            burst = Burst(first: burst?.first ?? now, last: now, bytes: (burst?.bytes ?? 0) + count)
        }
    }

    private func drain() {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while poll(&ready, 1, 0) > 0, read(master, &buffer, buffer.count) > 0 {}
    }

    /// Requests of Linux's pseudo-terminal driver, which the headers hide: TIOCSPTLCK and TIOCGPTN.
    private enum Request {
        static let unlock: UInt = 0x4004_5431
        static let number: UInt = 0x8004_5430
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// POSIX_SPAWN_SETSID, which the headers hide.
    private static let newSession: Int16 = 0x80

    /// The terminal becomes the new session's own because the session opens it first.
    private static func spawn(_ command: String, terminal: String) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm-256color"
        environment["LC_ALL"] = "C.UTF-8"
        let arguments: [UnsafeMutablePointer<CChar>?] =
            ["/bin/sh", "-c", "exec " + command].map { (word: String) in strdup(word) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for word in arguments + variables { free(word) }
        }
        var pid: pid_t = 0
        return posix_spawn(&pid, "/bin/sh", &actions, &attributes, arguments, variables) == 0 ? pid : nil
    }
}

/// Runs a program in this terminal, as a shell does with what is typed, to its end; gives its exit status, or 128 and the
/// number of the signal that ended it.
func runInForeground(_ words: [String]) throws -> Int32 {
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], nil, nil, arguments, environ)
    guard failure == 0 else {
        let cause = SystemCause(failure)
        throw Failure(
            .failure,
            say("\(words[0]) cannot be started: \(cause.english)", "无法启动 \(words[0])：\(cause.chinese)"))
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
}

/// The program that is measured: the one that was built into the same folder as this one.
func watchfloorBeside() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(filePath: own).deletingLastPathComponent().appending(path: "watchfloor").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
        throw Failure(
            .failure, say("\(path) is not there", "缺少 \(path)"),
            remedy: say(
                "build it the same way: swift build --product watchfloor",
                "请以相同方式构建：swift build --product watchfloor"))
    }
    return path
}
