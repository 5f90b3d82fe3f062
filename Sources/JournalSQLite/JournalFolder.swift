import Foundation
import Journal

/// The files of a journal on disk.
public struct JournalFolder: Hashable, Sendable {
    /// The data folder.
    public let path: String

    /// The journal in a data folder.
    public init(_ path: String) {
        self.path = path
    }

    /// The database.
    public var database: String { path + "/journal.sqlite" }
    /// SQLite's write-ahead log.
    public var log: String { database + "-wal" }
    /// The file whose lock says that somebody writes.
    public var lock: String { path + "/writer.lock" }
    /// Where the journal ended after the last append, to notice a loss at its end.
    public var mark: String { path + "/journal.end" }
    /// The digests of the database's bytes since the last clean closing.
    public var pages: String { path + "/journal.pages" }

    /// True when a journal lies there.
    public var exists: Bool { access(database, F_OK) == 0 }

    /// Makes the folder (readable by its owner only) and an empty database file, unless they are there.
    func prepare() throws(JournalError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw JournalError(fileError: errno, path: path, cause: "\(error.localizedDescription)")
        }
        let file = open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw JournalError(fileError: errno, path: database) }
        Foundation.close(file)
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
}
