import Foundation
import Synchronization

/// Writes bytes to standard output. A reader that has gone away is no failure of ours: the rest is not wanted.
/// Throws what else goes wrong, such as a full disk.
func writeOutput(_ bytes: some Sequence<UInt8>) throws {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
        if isBrokenPipe(error) { throw ReaderGone() }
        throw Failure(
            .failure,
            say(
                "the output cannot be written: \(error.localizedDescription)",
                "无法写出结果：\(error.localizedDescription)"))
    }
}

/// Prints a line to standard output, here as everywhere in the program in place of Swift's own: what cannot be written is
/// remembered, and the program ends with it (`StandardOutput.finish`).
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    let text = items.map { "\($0)" }.joined(separator: separator) + terminator
    StandardOutput.write(text)
}

/// What became of what was printed.
enum StandardOutput {
    private static let failure = Mutex<(any Error)?>(nil)

    /// Writes text, until something could not be written.
    static func write(_ text: String) {
        guard failure.withLock({ $0 == nil }) else { return }
        do { try writeOutput(text.utf8) } catch { failure.withLock { $0 = error } }
    }

    /// Throws what could not be written; also what a library printed. To be called at the end of the program.
    static func finish() throws {
        if let failure = failure.withLock({ $0 }) { throw failure }
        guard fflush(nil) != 0 else { return }
        if errno == EPIPE { throw ReaderGone() }
        let cause = String(cString: strerror(errno))
        throw Failure(.failure, say("the output cannot be written: \(cause)", "无法写出结果：\(cause)"))
    }
}

/// Whoever read the output has stopped; the program ends quietly.
struct ReaderGone: Error {}

/// Writes text to standard error as far as it can be written: there is nowhere left to complain to.
func writeError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}

private func isBrokenPipe(_ error: any Error) -> Bool {
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain, error.code == Int(EPIPE) { return true }
    return (error.userInfo[NSUnderlyingErrorKey] as? NSError).map { isBrokenPipe($0) } ?? false
}
