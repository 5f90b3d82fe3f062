import Core
import Foundation
import Synchronization

/// Notices when the files of an open journal are no longer those that were opened: removed, moved, replaced, cut short
/// or overwritten. SQLite goes on writing into a file without a name as if nothing had happened.
///
/// The database is held open, so that its inode cannot be used again while it is watched. It is never opened by anything
/// else here while SQLite has it: closing a descriptor gives up the process's locks on the file (fcntl(2)). The others
/// are held by `O_PATH`, which has no such effect.
final class FileWatch: Sendable {
    /// Linux's `O_PATH`, which Swift's import of the C library leaves out (open(2)); the same on every machine of ours.
    private static let nameOnly: Int32 = 0o10000000

    private enum Kind {
        case database, log, index
    }

    private struct Held {
        var path: String
        var descriptor: Int32
        var size: Int64
        var kind: Kind
        /// True once a journal's header was seen in it: a new one gets its own with the first checkpoint.
        var hadHeader = false
        /// True once it was seen to be a file of SQLite's kind.
        var hadTitle = false

        var isLog: Bool { kind == .log }
        /// Bytes below which it never gets by itself, if it was longer before.
        var kept: Int64 {
            switch kind {
            case .database: .max
            case .log: Int64(Checkpointer.bytesKept)
            case .index: 0
            }
        }
    }

    private let held = Mutex<[Held]>([])
    /// Set once the contents were found not to be the journal's any more.
    private let contents = Mutex<JournalError.FileLoss?>(nil)

    deinit {
        end()
    }

    /// Holds the database, before SQLite opens it.
    func begin(_ folder: JournalFolder) {
        hold(folder.database, O_RDONLY | O_CLOEXEC, .database)
    }

    /// Holds the files that SQLite has made beside it.
    func addCompanions(_ folder: JournalFolder) {
        hold(folder.log, FileWatch.nameOnly | O_CLOEXEC, .log)
        hold(folder.sharedMemory, FileWatch.nameOnly | O_CLOEXEC, .index)
    }

    private func hold(_ path: String, _ flags: Int32, _ kind: Kind) {
        let descriptor = open(path, flags)
        guard descriptor >= 0 else { return }
        held.withLock { $0.append(Held(path: path, descriptor: descriptor, size: 0, kind: kind)) }
    }

    /// Lets go, once SQLite has let go.
    func end() {
        held.withLock { files in
            for file in files { close(file.descriptor) }
            files = []
        }
    }

    /// Notes that the journal's contents are not there any more.
    func noteLoss(_ loss: JournalError.FileLoss) {
        contents.withLock { $0 = loss }
    }

    /// Takes the log's length as it will be: it was, or is about to be, emptied by right.
    func forgetLength() {
        held.withLock { files in
            for index in files.indices where files[index].isLog { files[index].size = 0 }
        }
    }

    /// Throws `.filesLost` unless every file is the one that was opened and, at its beginning, what it was. True when the log
    /// has become shorter: its contents may have gone into the database, or be lost.
    func check() throws(JournalError) -> Bool {
        let (found, isCut) = held.withLock { files -> ((JournalError.FileLoss, String)?, Bool) in
            var isCut = false
            for index in files.indices {
                guard let loss = FileWatch.loss(of: &files[index]) else { continue }
                guard loss == .cut, files[index].isLog else { return ((loss, files[index].path), false) }
                isCut = true
            }
            guard let database = files.first, let loss = contents.withLock({ $0 }) else { return (nil, isCut) }
            return ((loss, database.path), false)
        }
        if let (loss, path) = found { throw JournalError(.filesLost(loss), path: path) }
        return isCut
    }

    /// When the database was last written to, in nanoseconds; nil when it is not held.
    func modified() -> Int64? {
        held.withLock { files in
            var status = stat()
            guard let file = files.first, fstat(file.descriptor, &status) == 0 else { return nil }
            return Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        }
    }

    private static func loss(of file: inout Held) -> JournalError.FileLoss? {
        var (own, named) = (stat(), stat())
        guard fstat(file.descriptor, &own) == 0 else { return nil }
        guard stat(file.path, &named) == 0 else { return own.st_nlink == 0 ? .removed : .moved }
        guard own.st_dev == named.st_dev, own.st_ino == named.st_ino else {
            return own.st_nlink == 0 ? .replaced : .moved
        }
        let size = Int64(own.st_size)
        if size < min(file.size, file.kept) { return .cut }
        file.size = size
        if file.isLog, size >= 32, let isOwn = hasTitle(file.path) {
            defer { file.hadTitle = file.hadTitle || isOwn }
            return file.hadTitle && !isOwn ? .overwritten : nil
        }
        guard file.kind == .database, size >= 100, let (isTitled, isOwn) = header(of: file.descriptor) else {
            return nil
        }
        defer { (file.hadTitle, file.hadHeader) = (file.hadTitle || isTitled, file.hadHeader || isOwn) }
        return file.hadTitle && !isTitled || file.hadHeader && !isOwn ? .overwritten : nil
    }

    /// True while the log begins as one does ("The WAL File Format"); nil when it cannot be read. It has no locks that closing it
    /// would give up.
    private static func hasTitle(_ log: String) -> Bool? {
        let descriptor = open(log, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var title = [UInt8](repeating: 0, count: 4)
        guard pread(descriptor, &title, title.count, 0) == title.count else { return nil }
        return title[..<3] == [0x37, 0x7F, 0x06] && title[3] & 0xFE == 0x82
    }

    /// Whether the database is one, and whether its header is a journal's ("The Database Header" in SQLite's file format); nil
    /// when it cannot be read, which says nothing about the contents: reading the journal tells of it.
    private static func header(of descriptor: Int32) -> (isTitled: Bool, isOwn: Bool)? {
        var header = [UInt8](repeating: 0, count: 100)
        guard pread(descriptor, &header, header.count, 0) == header.count else { return nil }
        let application = header[68..<72].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let kinds = [JournalKind.room, .exercise].map(Schema.applicationID)
        let isTitled = header.starts(with: Array("SQLite format 3\0".utf8))
        return (isTitled, isTitled && kinds.contains(application))
    }
}
