import Glibc

/// The words of a system error.
func systemMessage(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

/// An open file that is read in chunks.
final class LogFile {
    private let descriptor: Int32
    private let path: String

    /// Opens a file.
    /// - Throws: `LogError.unreadable`.
    init(path: String) throws(LogError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw LogError.unreadable(path: path, code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Reads what there is, at most as much as there is room; 0 at the end.
    /// - Throws: `LogError.unreadable`.
    func read(into target: UnsafeMutableRawBufferPointer) throws(LogError) -> Int {
        while true {
            let count = Glibc.read(descriptor, target.baseAddress, target.count)
            if count >= 0 { return count }
            if errno != EINTR { throw LogError.unreadable(path: path, code: errno) }
        }
    }
}
