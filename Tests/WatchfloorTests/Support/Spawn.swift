import Foundation
import Glibc

/// What became of a program that ran to its end.
struct Outcome: CustomStringConvertible {
    /// The exit code, or 128 and the signal that ended it, as a shell counts.
    var status: Int32
    var output: [UInt8]
    var errors: String

    /// The output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    var description: String { "status \(status)\noutput: \(text.prefix(2000))\nerrors: \(errors.prefix(2000))" }
}

/// A program that was started without a terminal, its output in files.
///
/// Files, not pipes: nothing another test starts at the same moment can hold them open.
final class Spawned {
    let pid: pid_t
    private let outputFile: String
    private let errorFile: String

    /// Starts a program in a folder; `environment` is all it sees.
    init(_ program: String, _ arguments: [String], environment: [String: String], input: String, folder: String) throws
    {
        let name = folder + "/" + UUID().uuidString
        outputFile = name + ".out"
        errorFile = name + ".err"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputFile, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // A thread of the test run may have signals blocked, which a child would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        // `env` becomes the program; what that writes without saying where stays in the test's own folder.
        let line = ["/usr/bin/env", "-C", folder, program] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for text in words + variables { free(text) }
        }
        var child = pid_t()
        let code = posix_spawn(&child, line[0], &actions, &attributes, &words, &variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
        pid = child
    }

    /// What it has written to standard error by now.
    var errorsSoFar: String {
        FileManager.default.contents(atPath: errorFile).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Waits for the end.
    func wait() -> Outcome {
        var raw: Int32 = 0
        while waitpid(pid, &raw, 0) < 0, errno == EINTR {}
        let signal = raw & 0x7f
        defer {
            unlink(outputFile)
            unlink(errorFile)
        }
        return Outcome(
            status: signal == 0 ? (raw >> 8) & 0xff : 128 + signal,
            output: FileManager.default.contents(atPath: outputFile).map(Array.init) ?? [],
            errors: FileManager.default.contents(atPath: errorFile).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }

    /// Ends it at once.
    func kill() {
        Glibc.kill(pid, SIGKILL)
    }
}

/// Waits until something is so, looking every few milliseconds; false when it never is.
func eventually(seconds: Double = 20, _ isSo: () throws -> Bool) rethrows -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while true {
        if try isSo() { return true }
        guard Date() < end else { return false }
        _ = poll(nil, 0, 10)
    }
}

/// A word quoted for the shell.
func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
}
