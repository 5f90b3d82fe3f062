import Feeds
import Formats
import Glibc

/// How far a followed file was taken.
///
/// A place in a file is bound to what the file holds: its number alone says little, since a system gives the number of a
/// file that is gone to a new one, and a writer may begin the same file anew.
package struct FileProgress: Hashable, Sendable {
    /// The number of the disk; 0 when it is not known.
    package var device: UInt64 = 0
    /// The file's number on its disk, which stays when it is renamed.
    package var inode: UInt64
    /// Bytes from its beginning; always at the beginning of a line.
    package var offset: Int64
    /// When the file was last written, in nanoseconds since 1970, when it was last looked at; 0 when it is not known.
    package var modified: Int64 = 0
    /// What the bytes before the place are known by; nil when that was not noted.
    package var marks: FileMarks?
    /// The same of files that were followed before and may still be written to, the oldest first.
    package var older: [FileProgress] = []

    /// Creates a progress.
    package init(inode: UInt64, offset: Int64) {
        self.inode = inode
        self.offset = offset
    }
}

/// What the beginning of a file up to a place is known by: digests of its first bytes and of those right before the place.
package struct FileMarks: Hashable, Sendable {
    /// The most bytes that one digest is of.
    static let span = 4096

    /// Of the first bytes.
    package var head: UInt64
    /// Of the bytes right before the place.
    package var tail: UInt64

    /// Creates marks.
    package init(head: UInt64, tail: UInt64) {
        self.head = head
        self.tail = tail
    }

    /// FNV-1a, 64 bits: the same in every run and on every machine.
    static func digest(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// Keeps the progress of each feed in a folder, a small file each, replaced as a whole.
package struct ProgressStore: Sendable {
    private let folder: String

    /// A store in a folder, which is made when something is kept.
    package init(folder: String) {
        self.folder = folder
    }

    /// What was kept for a feed; nil for nothing that can be read.
    package func load(_ feed: String) -> FileProgress? {
        guard let bytes = readWholeFile(path(feed), limit: 4096), let value = try? JSONReader.read(bytes) else {
            return nil
        }
        return FileProgress(value)
    }

    /// Keeps the progress of a feed; false when it cannot be written, which costs only time at the next start.
    @discardableResult
    package func save(_ progress: FileProgress, of feed: String) -> Bool {
        _ = mkdir(folder, 0o700)
        return replaceFile(path(feed), with: Array((progress.json.written() + "\n").utf8))
    }

    private func path(_ feed: String) -> String { "\(folder)/\(feed).json" }
}

extension FileProgress {
    /// As its file has it.
    var json: JSON {
        var members: [(String, Int64)] = [("inode", Int64(bitPattern: inode)), ("offset", offset)]
        if device != 0 { members.append(("device", Int64(bitPattern: device))) }
        if modified != 0 { members.append(("modified", modified)) }
        if let marks {
            members += [("head", Int64(bitPattern: marks.head)), ("tail", Int64(bitPattern: marks.tail))]
        }
        var all = members.map { JSON.Member(name: $0.0, value: .integer($0.1)) }
        if !older.isEmpty { all.append(JSON.Member(name: "older", value: .array(older.map(\.json)))) }
        return .object(all)
    }

    /// Reads what was written; nil when it is something else.
    init?(_ value: JSON) {
        func number(_ name: String) -> Int64? {
            if case .integer(let number)? = value[name] { number } else { nil }
        }
        guard let inode = number("inode"), let offset = number("offset"), offset >= 0 else { return nil }
        self.init(inode: UInt64(bitPattern: inode), offset: offset)
        device = UInt64(bitPattern: number("device") ?? 0)
        modified = number("modified") ?? 0
        if let head = number("head"), let tail = number("tail") {
            marks = FileMarks(head: UInt64(bitPattern: head), tail: UInt64(bitPattern: tail))
        }
        older = value["older"]?.elements?.compactMap { FileProgress($0) } ?? []
    }
}

/// The bytes of a file of at most so many; nil when it cannot be read or is longer.
func readWholeFile(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size <= limit else { return nil }
    var bytes = [UInt8](repeating: 0, count: min(limit, max(4096, Int(status.st_size))) + 1)
    var count = 0
    while count < bytes.count {
        let taken = bytes.withUnsafeMutableBytes {
            read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
        }
        guard taken >= 0 else { return nil }
        if taken == 0 { break }
        count += taken
    }
    return count <= limit ? Array(bytes[..<count]) : nil
}

/// Writes a file beside and renames it over the old one, so that it is never half. `isSynced` when its bytes are to be on
/// the disk before.
func replaceFile(_ path: String, with bytes: [UInt8], isSynced: Bool = false) -> Bool {
    let temporary = "\(path).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && (!isSynced || fsync(descriptor) == 0)
    close(descriptor)
    guard isWritten, rename(temporary, path) == 0 else {
        unlink(temporary)
        return false
    }
    return true
}
