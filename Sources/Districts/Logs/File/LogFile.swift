import Glibc

/// The words of a system error.
func systemMessage(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

/// An open file that is read in chunks; its beginning can be looked at before.
final class LogFile {
    private let descriptor: Int32
    private let path: String
    private let seen: (UnsafeRawBufferPointer) -> Void
    /// What was looked at and not handed out yet.
    private var ahead: ArraySlice<UInt8> = []

    /// Opens a file; `seen` is shown all its bytes once, in order, as they are read.
    /// - Throws: `LogError.unreadable`.
    init(path: String, seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }) throws(LogError) {
        self.path = path
        self.seen = seen
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw LogError.unreadable(path: path, code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// The first bytes, so many where there are so many, before anything was read.
    /// - Throws: `LogError.unreadable`.
    func peek(_ count: Int) throws(LogError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let more: Int
            do {
                more = try bytes.withUnsafeMutableBytes {
                    try takeBytes(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
                }
            } catch let error as LogError {
                throw error
            } catch {
                throw LogError.unreadable(path: path, code: EIO)
            }
            if more == 0 { break }
            filled += more
        }
        bytes.removeLast(count - filled)
        ahead = bytes[...]
        return bytes
    }

    /// Reads what there is, at most as much as there is room; 0 at the end.
    /// - Throws: `LogError.unreadable`.
    func read(into target: UnsafeMutableRawBufferPointer) throws(LogError) -> Int {
        guard !ahead.isEmpty else { return try takeBytes(target) }
        let count = min(target.count, ahead.count)
        target.copyBytes(from: ahead.prefix(count))
        ahead = ahead.dropFirst(count)
        return count
    }

    private func takeBytes(_ target: UnsafeMutableRawBufferPointer) throws(LogError) -> Int {
        while true {
            let count = Glibc.read(descriptor, target.baseAddress, target.count)
            if count >= 0 {
                seen(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(target)[..<count]))
                return count
            }
            if errno != EINTR { throw LogError.unreadable(path: path, code: errno) }
        }
    }
}
