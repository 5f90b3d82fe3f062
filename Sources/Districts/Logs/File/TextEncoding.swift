import Glibc

/// How the letters of a file are written as bytes.
package struct TextEncoding: Hashable, Sendable {
    /// The name by which the C library knows it.
    package let name: String

    /// UTF-8, which is read as it stands.
    package static let utf8 = TextEncoding(known: "UTF-8")

    /// Those in which logs are found that say nothing of their encoding, the likeliest first. The last takes any bytes.
    static let usual = ["GB18030", "BIG5-HKSCS", "SHIFT_JIS", "EUC-KR", "WINDOWS-1252"].compactMap(TextEncoding.init)

    /// The encoding of a name such as `GBK`, `Big5`, `ISO-8859-1` or `UTF-16LE`; nil when the C library knows none.
    package init?(_ name: String) {
        let upper = name.uppercased()
        if ["UTF-8", "UTF8"].contains(upper) {
            self = .utf8
            return
        }
        let isName = (1...40).contains(upper.utf8.count) && upper.utf8.allSatisfy(TextEncoding.mayName)
        guard isName else { return nil }
        // GB 18030 has all of its forerunners, and files that say they are one of them have letters of it.
        let known = ["GBK", "GB2312", "CP936", "GB_2312-80"].contains(upper) ? "GB18030" : upper
        guard let handle = Conversion(from: known) else { return nil }
        handle.close()
        self.name = known
    }

    private init(known name: String) {
        self.name = name
    }

    private static func mayName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    /// The encoding that a file states by the mark it begins with, or by every other byte's being nothing.
    static func marked(_ head: [UInt8]) -> TextEncoding? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if head.starts(with: [0xFF, 0xFE, 0, 0]) { return TextEncoding("UTF-32LE") }
        if head.starts(with: [0, 0, 0xFE, 0xFF]) { return TextEncoding("UTF-32BE") }
        if head.starts(with: [0xFF, 0xFE]) { return TextEncoding("UTF-16LE") }
        if head.starts(with: [0xFE, 0xFF]) { return TextEncoding("UTF-16BE") }
        let pairs = head.count / 2
        guard pairs >= 4 else { return nil }
        let evens = (0..<pairs).count { head[2 * $0] == 0 }
        let odds = (0..<pairs).count { head[2 * $0 + 1] == 0 }
        // Names of columns are ASCII for a good part in every language.
        if odds > pairs / 4, evens == 0 { return TextEncoding("UTF-16LE") }
        if evens > pairs / 4, odds == 0 { return TextEncoding("UTF-16BE") }
        return nil
    }
}

/// A conversion into UTF-8 by the C library.
struct Conversion {
    private let handle: iconv_t

    /// How a step of it ended.
    enum Step {
        /// All input was taken.
        case done
        /// There is no more room.
        case full
        /// What is left begins a letter whose end is not there yet.
        case cut
        /// What is left begins with bytes that are no letter.
        case fault
    }

    /// Opens it; nil when the C library does not know the encoding.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    func close() { iconv_close(handle) }

    /// Converts as far as it goes; takes the input and the room that were used.
    func step(_ input: inout UnsafeMutableRawBufferPointer, into room: inout UnsafeMutableRawBufferPointer) -> Step {
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = room.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, space) = (input.count, room.count)
        let result = iconv(handle, &from, &left, &to, &space)
        let code = errno
        input = UnsafeMutableRawBufferPointer(rebasing: input[(input.count - left)...])
        room = UnsafeMutableRawBufferPointer(rebasing: room[(room.count - space)...])
        guard result == -1 else { return .done }
        switch code {
        case E2BIG: return .full
        case EINVAL: return .cut
        default: return .fault
        }
    }
}

/// Reads bytes of any encoding as UTF-8. Bytes that are no letter become 0xFF each, which no UTF-8 has, so that whoever
/// reads on sees the damage.
final class Transcoder {
    private let conversion: Conversion
    private let source: (UnsafeMutableRawBufferPointer) throws -> Int
    private var input = [UInt8](repeating: 0, count: 64 * 1024)
    private var start = 0
    private var end = 0
    private var isLast = false
    /// What stands for a byte that is no letter.
    private static let damage: UInt8 = 0xFF

    /// A reader of what `source` reads; nil when the C library does not know the encoding.
    init?(_ encoding: TextEncoding, source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        guard let conversion = Conversion(from: encoding.name) else { return nil }
        self.conversion = conversion
        self.source = source
    }

    deinit {
        conversion.close()
    }

    /// Reads what there is, at most as much as there is room; 0 at the end.
    /// - Throws: what the source throws.
    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        var room = target
        while true {
            let count = target.count - room.count
            if start == end {
                if isLast || count > 0 { return count }
                try refill()
                continue
            }
            switch convert(into: &room) {
            case .done: continue
            case .full: return target.count - room.count
            case .cut where !isLast:
                if room.count < target.count { return target.count - room.count }
                try refill()
            case .cut, .fault:
                guard !room.isEmpty else { return target.count }
                room[room.startIndex] = Self.damage
                room = UnsafeMutableRawBufferPointer(rebasing: room.dropFirst())
                start += 1
            }
        }
    }

    private func convert(into room: inout UnsafeMutableRawBufferPointer) -> Conversion.Step {
        input.withUnsafeMutableBytes { bytes in
            var rest = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end])
            defer { start = end - rest.count }
            return conversion.step(&rest, into: &room)
        }
    }

    /// Moves what is left to the front and reads more behind it.
    private func refill() throws {
        let left = end - start
        input.replaceSubrange(0..<left, with: input[start..<end])
        (start, end) = (0, left)
        let count = try input.withUnsafeMutableBytes {
            try source(UnsafeMutableRawBufferPointer(rebasing: $0[end...]))
        }
        end += count
        isLast = count == 0
    }
}
