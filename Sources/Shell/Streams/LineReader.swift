import Core
import Foundation

/// Lines of a file or of standard input, one at a time. What cannot be read ends them and is kept in `failure`. A line longer
/// than an export's can be is cut there, so that a file without line ends does not fill the memory; the import then refuses it.
package final class LineReader {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var isAtStart = true
    private let name: String
    /// Why the lines ended before the end; nil when they did not. To be asked for once `next` has given nil.
    package private(set) var failure: Failure?

    /// Opens a file; standard input for nil and `-`.
    package init(file: String?) throws {
        guard let file, file != "-" else {
            handle = .standardInput
            name = say("standard input", "标准输入")
            return
        }
        name = file
        guard let opened = FileHandle(forReadingAtPath: file) else { throw Failure(unreadable: file, SystemCause()) }
        handle = opened
    }

    /// The next line without its end; nil after the last. A byte order mark before the first one is not part of it.
    package func next() -> [UInt8]? {
        defer { isAtStart = false }
        guard let line = nextLine() else { return nil }
        return isAtStart && line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
    }

    private func nextLine() -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            if buffer.count - start > JournalExport.lineLimit || isAtEnd { return rest() }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            let data = more()
            if data.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: data) }
        }
    }

    private func more() -> Data {
        do {
            return try handle.read(upToCount: 1 << 16) ?? Data()
        } catch {
            failure = Failure(unreadable: name, SystemCause(error))
            return Data()
        }
    }

    private func rest() -> [UInt8]? {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
    }
}
