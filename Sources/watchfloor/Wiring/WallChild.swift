import Foundation
import TerminalKit
import Wall

/// The program of a wall, as its guard has it: a process whose pictures come by a pipe.
final class WallChild {
    /// Where its pictures can be read.
    let frames: Int32
    private let process: pid_t
    private let said: Int32
    private let errors: Int32
    private var reader = FrameReader()
    private var hasEnded = false
    /// The last line that it wrote on standard error.
    private(set) var lastWords = ""

    /// Starts this program again with arguments; nil when the system does not let it.
    init?(_ arguments: [String], screen: GuardLine) {
        guard let input = WallChild.makePipe(), let output = WallChild.makePipe(), let errors = WallChild.makePipe()
        else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.read, 0)
        posix_spawn_file_actions_adddup2(&actions, output.write, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
        var words = (["watchfloor"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        var settings = WallChild.environment().map { strdup($0) } + [nil]
        defer { for setting in settings { free(setting) } }
        let code = posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, &settings)
        for descriptor in [input.read, output.write, errors.write] { close(descriptor) }
        guard code == 0 else {
            for descriptor in [input.write, output.read, errors.read] { close(descriptor) }
            return nil
        }
        (self.process, frames, said, self.errors) = (process, output.read, input.write, errors.read)
        for descriptor in [frames, errors.read, said] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
        tell(screen)
    }

    deinit {
        if !hasEnded { end() }
        for descriptor in [frames, said, errors] { close(descriptor) }
    }

    /// The environment of this program. A crash of the wall ends it at once, so that it is started anew: a backtrace takes
    /// seconds, and is made for those who ask for one.
    private static func environment() -> [String] {
        ["SWIFT_BACKTRACE": "enable=no"].merging(ProcessInfo.processInfo.environment) { $1 }.map {
            "\($0.key)=\($0.value)"
        }
    }

    private static func makePipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Tells it of the screen.
    func tell(_ screen: GuardLine) {
        let bytes = Array(screen.text.utf8)
        _ = write(said, bytes, bytes.count)
    }

    /// The newest picture that has come; nil for none.
    func newest() -> SentPicture? {
        var picture: SentPicture?
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        // What comes faster than it can be shown is left for the next look.
        for _ in 0..<64 {
            let count = read(frames, &bytes, bytes.count)
            guard count > 0 else { break }
            picture = reader.newest(bytes[..<count]) ?? picture
        }
        noteErrors()
        return picture
    }

    /// True when it sends what is no picture.
    var isBroken: Bool { reader.isBroken }

    private func noteErrors() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(errors, &bytes, bytes.count)
        guard count > 0 else { return }
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
        if let last = lines.last { lastWords = String(last.prefix(400)) }
    }

    /// True once its process has ended.
    func isOver() -> Bool {
        guard !hasEnded else { return true }
        var status: Int32 = 0
        hasEnded = waitpid(process, &status, WNOHANG) == process
        return hasEnded
    }

    /// Ends it, stopped or not.
    func end() {
        guard !isOver() else { return }
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        hasEnded = true
    }
}
