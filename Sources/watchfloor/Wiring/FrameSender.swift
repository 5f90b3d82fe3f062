import Foundation
import TerminalKit
import TerminalNcurses
import Wall

/// The screen of a wall that a guard stands before: pictures go to standard output, sizes come from standard input.
final class FrameSender: WallScreen {
    private(set) var size: Size
    let depth: ColourDepth
    let glyphs: Glyphs
    private var line: [UInt8] = []
    private var isOver = false

    /// Waits for the first line that a guard writes; nil when that is none, or the guard has ended.
    init?() {
        let guardian = getppid()
        guard let first = FrameSender.firstLine(), let screen = GuardLine(first),
            ParentProcess.endWithIt(guardian)
        else { return nil }
        (size, depth, glyphs) = (screen.size, screen.depth, Glyphs.of(unicode: screen.unicode))
    }

    private static func firstLine() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < 128, read(0, &byte, 1) == 1 {
            if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }

    func show(_ picture: SentPicture) {
        var bytes = FrameCode.encode(picture)[...]
        while !bytes.isEmpty, !isOver {
            let count = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                isOver = true
            }
        }
    }

    func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        guard !isOver else { return [.ended(signal: 0)] }
        var polled = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, Int32(milliseconds ?? -1)) > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(0, &bytes, bytes.count)
        // Without its guard a wall is seen by nobody.
        guard count > 0 else { return count < 0 && errno == EINTR ? [] : [.ended(signal: 0)] }
        line += bytes[..<count]
        var inputs: [TerminalInput] = []
        while let end = line.firstIndex(of: 0x0A) {
            if let said = GuardLine(String(decoding: line[..<end], as: UTF8.self)) {
                size = said.size
                inputs = [.resized(said.size)]
            }
            line.removeFirst(end + 1)
        }
        return line.count > 256 ? [.ended(signal: 0)] : inputs
    }
}

/// What a guard tells its wall of the screen.
struct GuardLine {
    var size: Size
    var depth: ColourDepth
    var unicode: Bool

    init(size: Size, depth: ColourDepth, unicode: Bool) {
        (self.size, self.depth, self.unicode) = (size, depth, unicode)
    }

    /// `screen COLUMNS ROWS DEPTH UNICODE`; nil for anything else.
    init?(_ line: String) {
        let parts = line.split(separator: " ")
        guard parts.count == 5, parts[0] == "screen", let columns = Int(parts[1]), let rows = Int(parts[2]),
            (1...2000).contains(columns), (1...1000).contains(rows),
            let depth = Int(parts[3]).flatMap(ColourDepth.init(rawValue:))
        else { return nil }
        self.init(size: Size(columns: columns, rows: rows), depth: depth, unicode: parts[4] == "1")
    }

    var text: String { "screen \(size.columns) \(size.rows) \(depth.rawValue) \(unicode ? 1 : 0)\n" }
}
