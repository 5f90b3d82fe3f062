import Formats
import Foundation
import Glibc

/// A file that grows by one JSON object a line.
///
/// A line is handed to the system at once and is not waited for: it survives a crash of the program. What could not be
/// written is counted.
package final class LineFile {
    private let descriptor: Int32
    private let encoder: JSONEncoder
    /// Lines that could not be written.
    package private(set) var lost = 0

    /// Opens the file to be added to, and makes it, readable by its owner only, unless it is there.
    package init(path: String) throws(DrillProblem) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let cause = String(cString: strerror(errno))
            throw DrillProblem(
                "drill.folder", "\(path) cannot be written: \(cause)", "无法写入 \(path)：\(SystemReason.chinese(cause))")
        }
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    deinit { close(descriptor) }

    /// Adds a line.
    package func add(_ value: some Encodable) {
        guard var data = try? encoder.encode(value) else {
            lost += 1
            return
        }
        data.append(0x0A)
        let written = data.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written != data.count { lost += 1 }
    }

    /// The most bytes of a file that is read.
    private static let limit = 256 << 20

    /// Reads every line of a file. Throws with the line's number when one is no such object.
    package static func read<Value: Decodable>(_ path: String, as type: Value.Type) throws(DrillProblem) -> [Value] {
        guard let data = FileManager.default.contents(atPath: path), data.count <= limit else {
            throw DrillProblem("drill.absent", "\(path) cannot be read", "无法读取 \(path)")
        }
        let decoder = JSONDecoder()
        var values: [Value] = []
        let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard !line.isEmpty else { continue }
            // A program that was killed may leave the last line unfinished.
            if index == lines.count - 1, (try? decoder.decode(type, from: Data(line))) == nil { break }
            guard let value = try? decoder.decode(type, from: Data(line)) else {
                throw DrillProblem(
                    "drill.unreadable", "\(path):\(index + 1): not a line of this file; nothing was played",
                    "\(path)：第 \(index + 1) 行不属于该文件；未播放任何内容")
            }
            values.append(value)
        }
        return values
    }
}
