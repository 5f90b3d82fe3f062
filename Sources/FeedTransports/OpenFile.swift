import Feeds
import Formats
import Glibc

/// A file that is being read: where, how far, and what its bytes are known by.
///
/// Reading begins some bytes before the place that was reached, and these must be what they were: so a file that was
/// written over is noticed, also when it is longer than before.
final class OpenFile {
    /// What came of reading once.
    enum Reading {
        /// There were further bytes.
        case some
        /// There is nothing further at present.
        case nothing
        /// What was read before is not there any more: the file was cut short or written over.
        case changed
        /// It is text in UTF-16 or UTF-32, which is not read.
        case foreign
    }

    /// How far it was taken.
    private(set) var place: FileProgress
    /// When it last grew.
    private(set) var grew = ContinuousClock.now
    /// True once it was told of that it is foreign.
    var isTold = false
    private let descriptor: Int32
    private let size: Int64
    private var splitter = LineSplitter()
    /// Where reading goes on: behind the place by the line that is not complete.
    private var position: Int64
    /// The first bytes, and those right before the position; at most `FileMarks.span` each.
    private var head: [UInt8] = []
    private var tail: [UInt8] = []
    private var lastLook: Look?
    private var hasNewLook = true
    /// How the file was when it had nothing further.
    private var settledLook: Look?

    /// What the system says of a file that nobody has touched.
    private struct Look: Equatable {
        var size: Int64
        var modified: Int64
        var changed: Int64

        init(_ status: stat) {
            size = Int64(status.st_size)
            modified = status.st_mtim.nanoseconds
            changed = status.st_ctim.nanoseconds
        }
    }

    /// Opens a regular file at a place; throws why it cannot be read.
    init(_ path: String, at offset: Int64 = 0) throws(FeedTrouble) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let reason = descriptor < 0 ? systemReason() : "not a regular file"
            if descriptor >= 0 { close(descriptor) }
            throw FeedTrouble("\(path) cannot be read: \(reason)", "无法读取 \(path)：\(SystemReason.chinese(reason))")
        }
        size = Int64(status.st_size)
        position = min(offset, size)
        place = FileProgress(inode: UInt64(status.st_ino), offset: position)
        place.device = UInt64(status.st_dev)
        place.modified = status.st_mtim.nanoseconds
        (head, tail) = (bytes(at: 0, FileMarks.span, before: position), ending(at: position))
        place.marks = marks
    }

    deinit { close(descriptor) }

    /// True when the bytes before a place of another time are those of this file.
    func continues(_ other: FileProgress) -> Bool {
        guard size >= other.offset else { return false }
        guard let marks = other.marks, other.offset > 0 else { return isSame(as: other) }
        return FileMarks.digest(bytes(at: 0, FileMarks.span, before: other.offset)) == marks.head
            && FileMarks.digest(ending(at: other.offset)) == marks.tail
    }

    /// True when it is the same file by its number.
    func isSame(as other: FileProgress) -> Bool {
        place.inode == other.inode && (other.device == 0 || place.device == other.device)
    }

    // MARK: Reading

    /// Reads once. `take` is given each line and says whether it was taken.
    func readSome(_ buffer: UnsafeMutableRawBufferPointer, _ take: (LineSplitter.Piece) -> Bool) -> Reading {
        guard isTouched() else { return .nothing }
        if hasOtherHead() { return .changed }
        let overlap = tail.count
        let start = position - Int64(overlap)
        let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(start))
        guard count >= overlap, let base = buffer.baseAddress, memcmp(base, tail, overlap) == 0 else {
            return .changed
        }
        if position == 0, OpenFile.isWide(buffer[..<count]) { return .foreign }
        guard count > overlap else {
            leaveZeros()
            settledLook = lastLook
            return .nothing
        }
        grew = .now
        splitter.takeBytes(UnsafeRawBufferPointer(rebasing: buffer[overlap..<count])) { piece in
            if take(piece) { place.offset += piece.bytes }
        }
        position = start + Int64(count)
        if head.count < FileMarks.span { head += buffer[overlap..<count].prefix(FileMarks.span - head.count) }
        tail = Array(buffer[..<count].suffix(FileMarks.span))
        // Where no line was completed, the place and its marks stay.
        if Int(place.offset - start) > overlap { mark(buffer[..<Int(place.offset - start)]) }
        return .some
    }

    /// At the end of what is there: the line that has no end yet.
    var unfinished: [UInt8]? { splitter.unfinished }

    /// Takes the line that has no end, because none is to be waited for.
    func takeUnfinished(_ take: (LineSplitter.Piece) -> Bool) {
        splitter.end { if take($0) { place.offset += $0.bytes } }
        place.marks = marks
    }

    /// Begins again at the front: the file was written anew.
    func restart() {
        splitter.reset()
        (position, place.offset) = (0, 0)
        (head, tail) = ([], [])
        place.marks = marks
        grew = .now
    }

    /// Looks at the file; false when it is as it was when it had nothing further. What was written within one tick of the
    /// system's clock may look the same, so that a file is only believed to rest once that lies back.
    private func isTouched() -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        let look = Look(status)
        hasNewLook = look != lastLook
        (lastLook, place.modified) = (look, look.modified)
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let age = now.nanoseconds - max(look.modified, look.changed)
        return look != settledLook || (0..<3_000_000_000).contains(age)
    }

    /// Whether the first bytes are other ones. Looks again only when the file was touched.
    private func hasOtherHead() -> Bool {
        hasNewLook && bytes(at: 0, head.count, before: Int64(head.count)) != head
    }

    /// Zero bytes at the end may be room that its writer has not filled yet: they are read again.
    private func leaveZeros() {
        let zeros = splitter.giveBackZeros()
        guard zeros > 0 else { return }
        position -= zeros
        head.removeLast(max(0, head.count - Int(clamping: position)))
        tail = ending(at: position)
    }

    // MARK: Marks

    private func mark(_ taken: Slice<UnsafeMutableRawBufferPointer>) {
        place.marks = FileMarks(
            head: FileMarks.digest(head.prefix(Int(clamping: place.offset))),
            tail: FileMarks.digest(taken.suffix(FileMarks.span)))
    }

    /// The marks when everything that was read was taken.
    private var marks: FileMarks { FileMarks(head: FileMarks.digest(head), tail: FileMarks.digest(tail)) }

    /// The bytes right before a place.
    private func ending(at place: Int64) -> [UInt8] {
        bytes(at: max(0, place - Int64(FileMarks.span)), FileMarks.span, before: place)
    }

    private func bytes(at start: Int64, _ count: Int, before end: Int64) -> [UInt8] {
        let count = min(count, Int(clamping: end - start))
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = max(0, pread(descriptor, buffer.baseAddress, count, off_t(start)))
        }
    }

    /// UTF-16 and UTF-32 by their byte order mark, or by a zero byte beside the first character.
    private static func isWide(_ bytes: Slice<UnsafeMutableRawBufferPointer>) -> Bool {
        let front = Array(bytes.prefix(4))
        guard front.count >= 2 else { return false }
        if front.starts(with: [0xFF, 0xFE]) || front.starts(with: [0xFE, 0xFF]) || front == [0, 0, 0xFE, 0xFF] {
            return true
        }
        guard front.count == 4 else { return false }
        return front[0] != 0 && front[1] == 0 && front[2] != 0 && front[3] == 0
            || front[0] == 0 && front[1] != 0 && front[2] == 0 && front[3] != 0
    }
}

extension timespec {
    /// Nanoseconds since 1970.
    var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}
