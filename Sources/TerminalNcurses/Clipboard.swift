import CNcursesw
import Glibc
import TerminalKit

extension NcursesScreen {
    /// The most bytes of text that are sent to a clipboard; terminals cut off or ignore more.
    static let clipboardLimit = 48 * 1024

    /// Puts text on the user's clipboard: through tmux where the program runs in it, else by asking the terminal (OSC 52), which
    /// also reaches the right machine over SSH.
    package func copyToClipboard(_ text: String) -> ClipboardResult {
        let bytes = Array(text.utf8)
        guard bytes.count <= NcursesScreen.clipboardLimit else { return .tooLarge(limit: NcursesScreen.clipboardLimit) }
        let environment = options.environment
        if !(environment["TMUX"] ?? "").isEmpty { return copyThroughTmux(bytes) }
        if !(environment["STY"] ?? "").isEmpty {
            return .unavailable("GNU screen does not pass text on to the clipboard; select it with the mouse instead")
        }
        if environment["TERM"] == "linux" { return .unavailable("the Linux console has no clipboard") }
        guard !output.isBehind else { return .unavailable("the terminal takes nothing at the moment; try again") }
        send(Array("\u{1B}]52;c;".utf8) + Base64.encode(bytes) + Array("\u{1B}\\".utf8))
        return .copied
    }

    /// Runs `tmux load-buffer -w -`, which also tells the terminal around tmux; given up after a second.
    private func copyThroughTmux(_ bytes: [UInt8]) -> ClipboardResult {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return .unavailable("no descriptor left to talk to tmux") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var previous = sigaction()
        watchfloor_ignore(SIGPIPE, &previous)
        defer { watchfloor_restore_handler(SIGPIPE, &previous) }
        let process = NcursesScreen.start(["tmux", "load-buffer", "-w", "-"], input: ends[0])
        Glibc.close(ends[0])
        guard let process else {
            Glibc.close(ends[1])
            return .unavailable("tmux could not be started")
        }
        // A pipe holds at least as much as the limit, so this does not wait for tmux.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let written = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
        Glibc.close(ends[1])
        let status = NcursesScreen.end(of: process)
        return status == 0 && written == bytes.count
            ? .copied : .unavailable("tmux did not take the text; it needs version 3.2")
    }

    private static func start(_ words: [String], input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        return posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 ? process : nil
    }

    /// Waits up to a second for a process to end; returns its status, or -1 after ending it.
    private static func end(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        for _ in 0..<100 {
            if waitpid(process, &status, WNOHANG) == process { return status }
            usleep(10_000)
        }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return -1
    }
}

/// Base64 as of RFC 4648, section 4.
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The bytes in base64, padded.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var value: UInt32 = 0
            for offset in 0..<3 {
                value = value << 8 | UInt32(start + offset < part.endIndex ? part[start + offset] : 0)
            }
            for digit in 0..<4 {
                let isPadding = digit > part.count
                result.append(isPadding ? 0x3D : digits[Int(value >> UInt32(18 - 6 * digit)) & 63])
            }
        }
        return result
    }
}
