import Dispatch
import Foundation
import Synchronization

/// Starts the programs that tell a room of alerts: argument vectors as they stand, by no shell, with nothing of the
/// console's terminal. At most a few run at a time and a few wait; each is ended with all it started after its time.
final class NoticeRunner: Sendable {
    private struct State {
        var running = 0
        var waiting: [[String]] = []
        var counts = Counts()
        var warning: String?
    }

    /// What became of the programs so far.
    struct Counts: Equatable {
        /// Started.
        var started = 0
        /// Could not be started, or ended otherwise than with 0.
        var failed = 0
        /// Ended because they took too long.
        var killed = 0
        /// Not started because too many were waiting.
        var dropped = 0
    }

    /// The most that run at a time.
    static let runningLimit = 4
    /// The most that wait.
    static let waitingLimit = 16

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "watchfloor.notices", attributes: .concurrent)
    private let timeLimit: Double

    /// A runner that ends a program after so many seconds.
    init(timeLimit: Double) {
        self.timeLimit = timeLimit
    }

    /// Starts a program, or lets it wait for its turn.
    func start(_ command: [String]) {
        let isNow = state.withLock { state -> Bool in
            if state.running < NoticeRunner.runningLimit {
                state.running += 1
                return true
            }
            if state.waiting.count < NoticeRunner.waitingLimit {
                state.waiting.append(command)
            } else {
                state.counts.dropped += 1
                state.warning = say(
                    "\(state.counts.dropped) programs for alerts not started: too many at once",
                    "\(state.counts.dropped) 个告警程序未启动：同时过多")
            }
            return false
        }
        if isNow { queue.async { self.work(command) } }
    }

    /// Waits until nothing runs and nothing waits.
    func finish() { queue.sync(flags: .barrier) {} }

    /// What became of the programs so far.
    var counts: Counts { state.withLock { $0.counts } }

    /// Something that went wrong since last asked.
    func takeWarning() -> String? {
        state.withLock { state in
            defer { state.warning = nil }
            return state.warning
        }
    }

    /// Runs one program and those that wait behind it.
    private func work(_ first: [String]) {
        var next: [String]? = first
        while let command = next {
            run(command)
            next = state.withLock { state in
                if state.waiting.isEmpty {
                    state.running -= 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
        }
    }

    private func run(_ command: [String]) {
        let name = command.first ?? ""
        guard let process = NoticeRunner.spawn(command) else {
            let reason = String(cString: strerror(errno))
            return fail(say("\(name) cannot be started: \(reason)", "无法启动 \(name)：\(reason)"))
        }
        state.withLock { $0.counts.started += 1 }
        let end = DispatchTime.now() + timeLimit
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR { return }
            if DispatchTime.now() >= end {
                // The program and whatever it started are a process group of their own.
                kill(-process, SIGKILL)
                _ = waitpid(process, &status, 0)
                state.withLock { $0.counts.killed += 1 }
                return fail(say("\(name) took too long and was ended", "\(name) 超时，已终止"))
            }
            usleep(20_000)
        }
        if status != 0 {
            let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : status & 0x7F
            fail(say("\(name) failed with \(code)", "\(name) 失败，代码 \(code)"))
        }
    }

    private func fail(_ text: String) {
        state.withLock { state in
            state.counts.failed += 1
            state.warning = text
        }
    }

    private static func spawn(_ command: [String]) -> pid_t? {
        guard let program = command.first else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for descriptor: Int32 in [1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        // Closing what is closed already by then is no error.
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in arguments { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, program, &actions, &attributes, arguments, environ)
        errno = failure
        return failure == 0 ? process : nil
    }
}
