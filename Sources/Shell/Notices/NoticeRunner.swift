import Dispatch
import DispatchPolicy
import Formats
import Foundation
import Synchronization

/// Starts the programs that tell a room of alerts. Every call of a supervisor is made in its turn, or what became of it is
/// told; a sound may be left out. Only so many run at a time, and each is ended with all it started after its time.
final class NoticeRunner: Sendable {
    private struct State {
        var running = 0
        var waiting: [NoticeCommand] = []
        var counts = Counts()
        var calls: [Call] = []
        var warning: String?
        var isOver = false
    }

    /// What became of the programs so far.
    struct Counts: Equatable {
        /// Started.
        var started = 0
        /// Could not be started, or ended otherwise than with 0.
        var failed = 0
        /// Ended because they took too long.
        var killed = 0
        /// Sounds that were left out because too much was under way.
        var dropped = 0
    }

    /// What became of the call of a supervisor: why it failed, in both languages, or nil when it was made.
    struct Call: Equatable {
        var supervisor: String
        var failure: Failure?

        struct Failure: Equatable {
            var english: String
            var chinese: String
        }
    }

    /// The most that run at a time.
    static let runningLimit = 16
    /// The most calls that wait; a further one has failed.
    static let waitingLimit = 4096
    /// The most that may be under way when a sound is still made.
    static let soundLimit = 8

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "watchfloor.notices", attributes: .concurrent)
    private let work = DispatchGroup()
    private let timeLimit: Double

    /// A runner that ends a program after so many seconds.
    init(timeLimit: Double) {
        self.timeLimit = timeLimit
    }

    /// Starts a program, or lets it wait for its turn.
    func start(_ command: NoticeCommand) {
        let isNow = state.withLock { state -> Bool in
            let underWay = state.running + state.waiting.count
            if command.supervisor == nil, underWay >= NoticeRunner.soundLimit {
                state.counts.dropped += 1
                return false
            }
            guard !state.isOver, state.waiting.count < NoticeRunner.waitingLimit else {
                fail(command, "too many wait", "等待过多", &state)
                return false
            }
            guard state.running < NoticeRunner.runningLimit else {
                state.waiting.append(command)
                return false
            }
            state.running += 1
            return true
        }
        if isNow { queue.async(group: work) { self.run(first: command) } }
    }

    /// Waits until nothing runs and nothing waits. What has not been started by then has failed.
    func finish(within seconds: Double = .infinity) {
        let end: DispatchTime = seconds.isFinite ? .now() + seconds : .distantFuture
        guard work.wait(timeout: end) == .timedOut else { return }
        state.withLock { state in
            state.isOver = true
            for command in state.waiting { fail(command, "the program ended first", "程序先行结束", &state) }
            state.waiting = []
        }
        work.wait()
    }

    /// What became of the programs so far.
    var counts: Counts { state.withLock { $0.counts } }

    /// True while programs run or wait.
    var isBusy: Bool { state.withLock { $0.running > 0 } }

    /// What became of calls since last asked.
    func takeCalls() -> [Call] {
        state.withLock { state in
            defer { state.calls = [] }
            return state.calls
        }
    }

    /// Something that went wrong since last asked.
    func takeWarning() -> String? {
        state.withLock { state in
            defer { state.warning = nil }
            return state.warning
        }
    }

    /// Runs one program and those that wait behind it.
    private func run(first: NoticeCommand) {
        var next: NoticeCommand? = first
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

    private func run(_ command: NoticeCommand) {
        guard let program = NoticeProgram(command.words) else {
            let reason = String(cString: strerror(errno))
            return state.withLock {
                fail(command, "cannot be started: \(reason)", "无法启动：\(SystemReason.chinese(reason))", &$0)
            }
        }
        state.withLock { $0.counts.started += 1 }
        let ending = program.wait(until: .now() + timeLimit)
        state.withLock { state in
            switch ending {
            case .ended(0):
                if let supervisor = command.supervisor { state.calls.append(Call(supervisor: supervisor)) }
            case .ended(let code): fail(command, "failed with \(code)", "失败，代码 \(code)", &state)
            case .killed:
                state.counts.killed += 1
                fail(command, "took too long and was ended", "超时，已终止", &state)
            }
        }
    }

    private func fail(_ command: NoticeCommand, _ english: String, _ chinese: String, _ state: inout State) {
        let name = command.words.first ?? ""
        state.counts.failed += 1
        state.warning = say("\(name) \(english)", "\(name) \(chinese)")
        guard let supervisor = command.supervisor else { return }
        state.calls.append(
            Call(supervisor: supervisor, failure: .init(english: "\(name) \(english)", chinese: "\(name) \(chinese)")))
    }
}

/// A program that is started as it stands, by no shell, with nothing of the console's terminal and none of its secrets, in a
/// process group of its own.
struct NoticeProgram {
    /// Its process, which leads the group.
    let process: pid_t

    /// How it ended.
    enum Ending: Equatable {
        /// By itself, with this status; 0 is well.
        case ended(Int32)
        /// It took too long.
        case killed
    }

    /// What the names of variables begin with that hold the console's own settings, tokens among them.
    static let ownPrefix = "WATCHFLOOR_"

    /// Starts it; nil when that cannot be, with the reason in `errno`.
    init?(_ command: [String]) {
        guard let program = command.first else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        NoticeProgram.close(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        NoticeProgram.separate(&attributes)
        let arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = NoticeProgram.environment.map { strdup($0) } + [nil]
        defer { for word in arguments + variables { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, program, &actions, &attributes, arguments, variables)
        errno = failure
        guard failure == 0 else { return nil }
        self.process = process
    }

    /// The environment without what is the console's own.
    private static var environment: [String] {
        ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix(ownPrefix) }.map { "\($0.key)=\($0.value)" }
    }

    /// Waits until it and all that it started have ended, or ends them when the time is over.
    func wait(until end: DispatchTime) -> Ending {
        var status: Int32 = 0
        var ending: Ending?
        while true {
            if ending == nil, waitpid(process, &status, WNOHANG) == process {
                ending = .ended(status & 0x7F == 0 ? (status >> 8) & 0xFF : status & 0x7F)
            }
            // While one of the group lives no other group gets its number.
            if let ending, kill(-process, 0) != 0 { return ending }
            if DispatchTime.now() >= end { break }
            usleep(20_000)
        }
        kill(-process, SIGKILL)
        if let ending { return ending }
        _ = waitpid(process, &status, 0)
        return .killed
    }

    private static func close(_ actions: inout posix_spawn_file_actions_t) {
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for descriptor: Int32 in [1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        // Closing what is closed already by then is no error.
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
    }

    private static func separate(_ attributes: inout posix_spawnattr_t) {
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }
}
