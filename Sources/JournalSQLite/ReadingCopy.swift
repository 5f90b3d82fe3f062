import Core
import Foundation
import GRDB

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
