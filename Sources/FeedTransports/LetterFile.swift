import Feeds
import Glibc

/// The dead letters of one feed in a file, one a line, the newest last. Letters that come together are put on the disk
/// together, which is what takes the time.
struct LetterFile: Sendable {
    /// What the names of such files end with.
    static let ending = ".letters"

    /// A letter's number and the bytes of its line in the file.
    struct Entry: Sendable {
        var number: Int64
        var bytes: Range<Int>
    }

    /// The letters in it, in the order of the file, which is that of their numbers.
    private(set) var index: [Entry] = []
    private let path: String
    private var seen = Seen()

    /// What tells a file that another process has changed.
    private struct Seen: Equatable {
        var inode: UInt64 = 0
        var size = 0
        var modified: Int64 = 0
    }

    /// The feed whose letters it holds, by its name.
    var feed: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return String(name.dropLast(LetterFile.ending.count))
    }

    init(path: String) {
        self.path = path
    }

    /// Reads the index again when the file is another than it was.
    mutating func refresh() {
        let now = look()
        guard now != seen else { return }
        index = LetterFile.index(of: readWholeFile(path, limit: .max >> 1) ?? [])
        seen = now
    }

    /// Adds letters, on the disk when it returns, and lets older ones go. Returns how many those were; nil when the disk
    /// does not take the new ones, none of which is there then.
    mutating func append(_ letters: [DeadLetter], limit: Int, byteLimit: Int) -> Int? {
        var text: [UInt8] = seen.size > 0 && index.last?.bytes.upperBound != seen.size - 1 ? [0x0A] : []
        var added: [Entry] = []
        for letter in letters {
            let start = seen.size + text.count
            text += letter.line
            added.append(Entry(number: letter.number, bytes: start..<seen.size + text.count))
            text.append(0x0A)
        }
        guard write(text) else { return nil }
        index += added
        seen = look()
        return trim(limit: limit, byteLimit: byteLimit)
    }

    /// A letter by its number; nil when it is not in it.
    func letter(_ number: Int64) -> DeadLetter? {
        guard let entry = index.last(where: { $0.number == number }) else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: entry.bytes.count)
        guard pread(descriptor, &bytes, bytes.count, off_t(entry.bytes.lowerBound)) == bytes.count else { return nil }
        return DeadLetter(number: number, written: bytes)
    }

    /// Takes a letter out; false when it is not in it, or the disk does not let it.
    mutating func remove(_ number: Int64) -> Bool {
        guard index.contains(where: { $0.number == number }) else { return false }
        return keep(index.filter { $0.number != number })
    }

    /// Lets the oldest letters go once there are a quarter too many. What the disk does not let go stays.
    private mutating func trim(limit: Int, byteLimit: Int) -> Int {
        guard index.count > limit + limit / 4 || index.count > 1 && seen.size > byteLimit + byteLimit / 4 else {
            return 0
        }
        let count = index.count
        var bytes = 0
        let newest = index.suffix(limit).reversed().prefix { entry in
            bytes += entry.bytes.count + 1
            return bytes <= byteLimit || entry.number == index.last?.number
        }
        return keep(newest.reversed()) ? count - index.count : 0
    }

    /// Writes the file anew with some of its letters.
    private mutating func keep(_ entries: [Entry]) -> Bool {
        guard let all = readWholeFile(path, limit: .max >> 1), entries.allSatisfy({ $0.bytes.upperBound <= all.count })
        else { return false }
        var text: [UInt8] = []
        var kept: [Entry] = []
        for entry in entries {
            kept.append(Entry(number: entry.number, bytes: text.count..<text.count + entry.bytes.count))
            text += all[entry.bytes]
            text.append(0x0A)
        }
        guard entries.isEmpty ? unlink(path) == 0 : replaceFile(path, with: text, isSynced: true) else { return false }
        index = kept
        seen = look()
        return true
    }

    private func write(_ text: [UInt8]) -> Bool {
        let isNew = seen.inode == 0
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, text, text.count) == text.count, fdatasync(descriptor) == 0 else {
            ftruncate(descriptor, off_t(seen.size))
            return false
        }
        return !isNew || syncFolder()
    }

    /// Puts the name of a new file on the disk.
    private func syncFolder() -> Bool {
        let folder = open(FolderWatch.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }

    private func look() -> Seen {
        var status = stat()
        guard stat(path, &status) == 0 else { return Seen() }
        return Seen(
            inode: UInt64(status.st_ino), size: Int(status.st_size), modified: status.st_mtim.nanoseconds)
    }

    /// The letters of a text. A line that was not written to its end is none.
    private static func index(of text: [UInt8]) -> [Entry] {
        var entries: [Entry] = []
        for line in text.split(separator: 0x0A) {
            guard line.last == UInt8(ascii: "}"), line.starts(with: Array(DeadLetter.front.utf8)) else { continue }
            let digits = line.dropFirst(DeadLetter.front.utf8.count).prefix { (0x30...0x39).contains($0) }
            guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { continue }
            entries.append(Entry(number: number, bytes: line.startIndex..<line.endIndex))
        }
        return entries
    }
}
