import Core
import DispatchModel
import Foundation

/// Looks for damage inside SQLite's write-ahead log, which SQLite itself takes for the log's end.
///
/// Frames are written one after the other, so a frame that does not match its checksum is the end of an unfinished
/// write, unless a commit of the same generation (equal salts) follows it: then it was changed later. The format is that of
/// "WAL-mode File Format" in SQLite's documentation.
enum LogCheck {
    private static let headerLength = 32
    private static let frameHeaderLength = 24

    /// The finding for the first damaged place, if any. A log that a writer changes meanwhile is left alone.
    static func check(_ folder: JournalFolder) -> JournalFinding? {
        guard let data = FileManager.default.contents(atPath: folder.log), data.count > headerLength else { return nil }
        let bytes = [UInt8](data)
        guard let place = bytes.withUnsafeBytes({ firstDamage($0) }) else { return nil }
        let header = FileHandle(forReadingAtPath: folder.log).flatMap { try? $0.read(upToCount: headerLength) }
        guard let header, header.elementsEqual(bytes[..<headerLength]) else { return nil }
        return JournalFinding(
            .fileChanged, file: folder.log, offset: Int64(place.lowerBound), length: Int64(place.count),
            text: BilingualText(
                "Bytes \(place.lowerBound) to \(place.upperBound - 1) of the write-ahead log were changed",
                "预写日志第 \(place.lowerBound) 至 \(place.upperBound - 1) 字节被改动"))
    }

    private static func firstDamage(_ bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        let magic = word(bytes, 0)
        let pageLength = Int(word(bytes, 8))
        var sum = Checksum(bigEndian: magic & 1 == 1)
        sum.add(bytes, 0..<24)
        let soundHeader = magic & ~1 == 0x377F_0682 && sum.matches(bytes, 24)
        guard soundHeader, (512...65536).contains(pageLength) else { return 0..<headerLength }
        let salts = (word(bytes, 16), word(bytes, 20))
        let stride = frameHeaderLength + pageLength
        var bad: Range<Int>?
        for start in Swift.stride(from: headerLength, through: bytes.count - stride, by: stride) {
            let current = (word(bytes, start + 8), word(bytes, start + 12)) == salts
            if let bad {
                // A transaction that was never finished leaves frames without a commit, rewritten out of order.
                if current, word(bytes, start + 4) != 0 { return bad }
                continue
            }
            sum.add(bytes, start..<start + 8)
            sum.add(bytes, start + frameHeaderLength..<start + stride)
            if !current || !sum.matches(bytes, start + 16) { bad = start..<start + stride }
        }
        return nil
    }

    /// The 32-bit big-endian word at an offset.
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// SQLite's running checksum of pairs of words.
    private struct Checksum {
        var one: UInt32 = 0
        var two: UInt32 = 0
        let bigEndian: Bool

        init(bigEndian: Bool) {
            self.bigEndian = bigEndian
        }

        mutating func add(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
            for offset in Swift.stride(from: range.lowerBound, to: range.upperBound - 7, by: 8) {
                one &+= load(bytes, offset) &+ two
                two &+= load(bytes, offset + 4) &+ one
            }
        }

        func matches(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
            LogCheck.word(bytes, offset) == one && LogCheck.word(bytes, offset + 4) == two
        }

        private func load(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
            let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            return bigEndian ? UInt32(bigEndian: raw) : UInt32(littleEndian: raw)
        }
    }
}
