import Core
import DispatchModel
import Foundation
import GRDB

/// The files of a journal on disk.
package struct JournalFolder: Hashable, Sendable {
    /// The data folder.
    package let path: String

    /// The journal in a data folder.
    package init(_ path: String) {
        self.path = path
    }

    /// The database.
    package var database: String { path + "/journal.sqlite" }
    /// SQLite's write-ahead log.
    package var log: String { database + "-wal" }
    /// The index of the log that the processes share.
    var sharedMemory: String { database + "-shm" }
    /// The file whose lock says that somebody writes.
    package var lock: String { path + "/writer.lock" }
    /// Where the journal ended after the last append, to notice a loss at its end.
    package var mark: String { path + "/journal.end" }
    /// Where the writer says again and again that it lives, and how it does.
    package var heartbeat: String { path + "/writer.beat" }
    /// The digests of the database's bytes since the last clean closing.
    package var pages: String { path + "/journal.pages" }

    /// True when a journal lies there.
    package var exists: Bool { access(database, F_OK) == 0 }

    /// Everything that a journal is kept in, whether it is there or not.
    package var files: [String] { [database, log, sharedMemory, lock, mark, heartbeat, pages] }

    /// True when a journal lies there, or lay there: what is left of a damaged one is evidence.
    package var holdsJournal: Bool { [database, lock, mark].contains { (file: String) in access(file, F_OK) == 0 } }

    /// True for the name of a file or folder that is the journal's in its data folder; what it sets aside and the files that
    /// SQLite or a sealed writing make beside it for a while are, too.
    package func owns(_ name: String) -> Bool {
        let own = files.map { String($0.dropFirst(path.count + 1)) }
        return name.hasPrefix("evidence-")
            || own.contains { name == $0 || name.hasPrefix($0 + "-") || name.hasPrefix($0 + ".") }
    }

    /// Throws unless what is there under the names of a journal's files are files: opening a pipe would wait for ever.
    func requireFiles() throws(JournalError) {
        for file in files {
            var status = stat()
            guard stat(file, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { continue }
            throw JournalError(.notAJournal, path: file)
        }
    }

    /// Makes the folder (readable by its owner only), unless it is there.
    func prepare() throws(JournalError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw JournalError(fileError: errno, path: path)
        }
    }

    /// Makes an empty database file, unless it is there.
    func makeDatabase() throws(JournalError) {
        let file = open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw JournalError(fileError: errno, path: database) }
        Foundation.close(file)
    }

    /// Throws unless a journal lies there and may be read.
    func requireReadable() throws(JournalError) {
        guard access(database, R_OK) != 0 else { return }
        switch errno {
        case ENOENT, ENOTDIR:
            if case .end(let end) = EndMark.read(self), end > 0 {
                throw JournalError(.databaseGone(end: end), path: path)
            }
            throw JournalError(.noJournal, path: path)
        case EACCES, EPERM: throw JournalError(.unreadable, path: database)
        default: throw JournalError(fileError: errno, path: database)
        }
    }
}

extension JournalError {
    /// The error that an `errno` of the file system means.
    init(fileError code: Int32, path: String, cause: String? = nil) {
        let cause = cause ?? String(cString: strerror(code))
        switch code {
        case EACCES, EPERM, EROFS: self.init(.readOnly, path: path, cause: cause)
        case ENOSPC, EDQUOT: self.init(.diskFull, path: path, cause: cause)
        default: self.init(.io, path: path, cause: cause)
        }
    }

    /// The error that a failure of SQLite means. `folder` tells where the journal lies.
    init(_ error: any Error, _ folder: JournalFolder) {
        if let known = error as? JournalError {
            self = known
            return
        }
        guard let failure = error as? DatabaseError else {
            self.init(.io, path: folder.database, cause: "\(error)")
            return
        }
        let cause = "SQLite \(failure.extendedResultCode.rawValue): \(failure.message ?? "?")"
        self.init(JournalError.kind(of: failure, folder), path: folder.database, cause: cause)
    }

    private static func kind(of failure: DatabaseError, _ folder: JournalFolder) -> Kind {
        switch failure.resultCode {
        case .SQLITE_FULL: .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
        case .SQLITE_CORRUPT:
            .damaged(
                position: nil,
                what: BilingualText(
                    failure.message ?? "broken structure", failure.message ?? "结构损坏"))
        case .SQLITE_NOTADB: .notAJournal
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(WriterIdentity())
        case .SQLITE_CANTOPEN, .SQLITE_IOERR:
            // SQLite reports a full disk as an I/O error while it grows its shared-memory file.
            isFull(folder.path) ? .diskFull : access(folder.path, W_OK) != 0 ? .readOnly : .io
        default: .io
        }
    }

    private static func isFull(_ path: String) -> Bool {
        var status = statvfs()
        return statvfs(path, &status) == 0 && status.f_blocks > 0 && status.f_bavail == 0
    }
}
