import Core
import Foundation
import GRDB

/// The connections to a journal's database: one that writes, one that reads beside it, one that checkpoints.
enum DatabaseConnections {
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

    /// A connection that only reads. Where SQLite's shared memory cannot be made, on a full disk or in a folder that may not
    /// be written, what is there is read without it. `holdsLock` says that the caller has the right to write and is not
    /// writing.
    static func reader(_ folder: JournalFolder, holdsLock: Bool = false) throws -> DatabaseQueue {
        var configuration = base("reader")
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
            _ = try queue.inDatabase { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
            return queue
        } catch let error as DatabaseError where hasNoRoom(error, folder) {
            guard access(folder.database, R_OK) == 0 else { throw error }
            // Somebody who writes would change what is read.
            guard holdsLock || !WriterLock.isHeld(folder), let queue = try ReadingCopy.connect(folder, configuration)
            else { throw error }
            return queue
        }
    }

    /// True when it may be the shared memory that could not be made, and not the database that could not be read.
    private static func hasNoRoom(_ error: DatabaseError, _ folder: JournalFolder) -> Bool {
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL: true
        case .SQLITE_IOERR: error.extendedResultCode != .SQLITE_IOERR_READ
        default: false
        }
    }

    private static func base(_ label: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = "watchfloor.journal.\(label)"
        configuration.busyMode = .timeout(5)
        return configuration
    }
}

/// Reading a journal whose disk has no room for SQLite's shared memory, or may not be written.
///
/// Without a log the database is read as it lies, which is safe while nobody writes. What a killed writer left in the log
/// is read from a copy on another file system, which is gone again once it is open.
enum ReadingCopy {
    /// A connection to what is there now, while nobody writes; nil when no place has room for a copy.
    static func connect(_ folder: JournalFolder, _ configuration: Configuration) throws -> DatabaseQueue? {
        guard hasLog(folder) else { return try asItLies(folder.database, configuration) }
        for place in [FileManager.default.temporaryDirectory.path, "/dev/shm"] {
            let copy = JournalFolder("\(place)/watchfloor-reading-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(atPath: copy.path) }
            guard (try? duplicate(folder, copy)) != nil else { continue }
            let queue = try DatabaseQueue(path: copy.database, configuration: configuration)
            // From the first page on it holds its files, whatever they are called.
            _ = try queue.inDatabase { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
            return queue
        }
        return nil
    }

    private static func asItLies(_ database: String, _ configuration: Configuration) throws -> DatabaseQueue? {
        guard let escaped = database.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else { return nil }
        return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }

    private static func duplicate(_ folder: JournalFolder, _ copy: JournalFolder) throws {
        try FileManager.default.createDirectory(
            atPath: copy.path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try FileManager.default.copyItem(atPath: folder.database, toPath: copy.database)
        try FileManager.default.copyItem(atPath: folder.log, toPath: copy.log)
    }

    /// True when part of the journal is still in the write-ahead log.
    private static func hasLog(_ folder: JournalFolder) -> Bool {
        var status = stat()
        return stat(folder.log, &status) == 0 && status.st_size > 0
    }
}
