import Foundation

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
