import Feeds
import Glibc

/// How far a followed file was taken.
public struct FileProgress: Hashable, Sendable {
    /// The file's number on its disk, which stays when it is renamed.
    public var inode: UInt64
    /// Bytes from its beginning; always at the beginning of a line.
    public var offset: Int64

    /// Creates a progress.
    public init(inode: UInt64, offset: Int64) {
        self.inode = inode
        self.offset = offset
    }
}

/// Where to go on in a followed file.
public struct FileResume: Sendable {
    /// How far it was taken, at least.
    public var progress: FileProgress?
    /// True when the journal has nothing of the feed.
    public var isNew: Bool
    /// Whether the journal has a message of the feed, by its key. Whatever stands before the last such message in the
    /// file was decided before, and is not decided again.
    public var isRecorded: @Sendable (String) -> Bool

    /// From the beginning of a feed that the journal knows nothing of.
    public init(progress: FileProgress? = nil) {
        self.progress = progress
        isNew = true
        isRecorded = { _ in false }
    }

    /// Behind the last message that the journal has.
    public init(progress: FileProgress?, isRecorded: @escaping @Sendable (String) -> Bool) {
        self.progress = progress
        isNew = false
        self.isRecorded = isRecorded
    }
}

/// Keeps the progress of each feed in a folder, a small file each, replaced as a whole.
public struct ProgressStore: Sendable {
    private let folder: String

    /// A store in a folder, which is made when something is kept.
    public init(folder: String) {
        self.folder = folder
    }

    /// What was kept for a feed; nil for nothing that can be read.
    public func load(_ feed: String) -> FileProgress? {
        guard let bytes = readWholeFile(path(feed), limit: 4096), let value = try? JSONReader.read(bytes),
            case .integer(let inode)? = value["inode"], case .integer(let offset)? = value["offset"], offset >= 0
        else { return nil }
        return FileProgress(inode: UInt64(bitPattern: inode), offset: offset)
    }

    /// Keeps the progress of a feed; false when it cannot be written, which costs only time at the next start.
    @discardableResult
    public func save(_ progress: FileProgress, of feed: String) -> Bool {
        _ = mkdir(folder, 0o700)
        let text = "{\"inode\": \(Int64(bitPattern: progress.inode)), \"offset\": \(progress.offset)}\n"
        return replaceFile(path(feed), with: Array(text.utf8))
    }

    private func path(_ feed: String) -> String { "\(folder)/\(feed).json" }
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

/// Writes a file beside and renames it over the old one, so that it is never half.
func replaceFile(_ path: String, with bytes: [UInt8]) -> Bool {
    let temporary = "\(path).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard written == bytes.count, rename(temporary, path) == 0 else {
        unlink(temporary)
        return false
    }
    return true
}
