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
            let data = try handle.read(upToCount: 1 << 16) ?? Data()
            guard isAtStart, buffer.isEmpty, let other = OtherText(data) else { return data }
            failure = Failure(.usage, "\(name): " + say(other.english, other.chinese))
            return Data()
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

/// What is no text in UTF-8 from its first bytes on: what it is and what to do, in both languages.
struct OtherText {
    /// In English.
    let english: String
    /// In Chinese.
    let chinese: String

    /// Nil for what may be text in UTF-8.
    init?(_ start: some Collection<UInt8>) {
        let start = Array(start.prefix(4))
        switch (start.first, start.dropFirst().first) {
        case (0xFF, 0xFE), (0xFE, 0xFF):
            (english, chinese) = ("is written in UTF-16; save it in UTF-8", "采用 UTF-16 编码；请另存为 UTF-8")
        case (0x1F, 0x8B): (english, chinese) = ("is packed; unpack it first: gunzip", "是压缩文件；请先解压：gunzip")
        case (0x50, 0x4B) where start.dropFirst(2).elementsEqual([0x03, 0x04]):
            (english, chinese) = ("is packed; unpack it first: unzip", "是压缩文件；请先解压：unzip")
        default: return nil
        }
    }
}
