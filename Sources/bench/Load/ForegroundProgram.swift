import Foundation
import Shell

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
