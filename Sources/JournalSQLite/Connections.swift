import Foundation
import GRDB
import Journal

/// The connections to a journal's database: one that writes, one that reads beside it, one that checkpoints.
enum Connections {
    /// A connection that appends. Every commit is on the disk when it returns (`synchronous = FULL`).
    static func writer(_ folder: JournalFolder) throws -> DatabaseQueue {
        var configuration = base("writer")
        configuration.prepareDatabase { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // The checkpointer moves the log into the file; an append never waits for it, unless the log gets long.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            try db.execute(sql: "PRAGMA journal_size_limit = \(Checkpointer.bytesKept)")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return try DatabaseQueue(path: folder.database, configuration: configuration)
    }

    /// A connection that only reads. A folder that cannot be written has no room for SQLite's shared memory: there the
    /// file is read as it lies, which is safe because nobody can be writing it.
    static func reader(_ folder: JournalFolder) throws -> DatabaseQueue {
        var configuration = base("reader")
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
            _ = try queue.inDatabase { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
            return queue
        } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
            guard access(folder.path, W_OK) != 0, access(folder.database, R_OK) == 0 else { throw error }
            guard !hasLog(folder) else { throw error }
            guard let escaped = folder.database.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
                throw error
            }
            return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
        }
    }

    /// True when part of the journal is still in the write-ahead log.
    private static func hasLog(_ folder: JournalFolder) -> Bool {
        var status = stat()
        return stat(folder.log, &status) == 0 && status.st_size > 0
    }

    private static func base(_ label: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = "watchfloor.journal.\(label)"
        configuration.busyMode = .timeout(5)
        return configuration
    }
}
