import Foundation

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
