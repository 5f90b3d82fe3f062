import Foundation
import Synchronization

/// Writes bytes to standard output. A reader that has gone away is no failure of ours: the rest is not wanted.
/// Throws what else goes wrong, such as a full disk.
package func writeOutput(_ bytes: some Sequence<UInt8>) throws {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
        if isBrokenPipe(error) { throw ReaderGone() }
        throw unwritten(SystemCause(error))
    }
}

private func unwritten(_ cause: SystemCause) -> Failure {
    Failure(.failure, say("the output cannot be written: \(cause.english)", "无法写出结果：\(cause.chinese)"))
}

/// Prints a line to standard output, here as everywhere in the program in place of Swift's own: what cannot be written is
/// remembered, and the program ends with it (`StandardOutput.finish`).
package func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    let text = items.map { "\($0)" }.joined(separator: separator) + terminator
    StandardOutput.write(withoutControls(text))
}

/// The text without anything that orders a terminal about: a control or a turn of direction stands there as `\u001b`, which
/// in a text of JSON means the same. Ends of lines and tabs stay.
package func withoutControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isOrder) else { return text }
    return text.unicodeScalars.reduce(into: "") { safe, scalar in
        guard isOrder(scalar) else { return safe.unicodeScalars.append(scalar) }
        let digits = String(scalar.value, radix: 16)
        safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

private func isOrder(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
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
        throw unwritten(SystemCause())
    }
}

/// Whoever read the output has stopped; the program ends quietly.
struct ReaderGone: Error {}

/// Writes text to standard error as far as it can be written: there is nowhere left to complain to.
package func writeError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}

private func isBrokenPipe(_ error: any Error) -> Bool {
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain, error.code == Int(EPIPE) { return true }
    return (error.userInfo[NSUnderlyingErrorKey] as? NSError).map { isBrokenPipe($0) } ?? false
}
