import Core
import GRDB

/// The tables of a journal, and what tells a journal from other databases.
enum Schema {
    /// SQLite's application id in the file's header: "WFLR" for a command room's journal, "WFLX" for an exercise's.
    static func applicationID(_ kind: JournalKind) -> Int64 {
        switch kind {
        case .room: 0x5746_4C52
        case .exercise: 0x5746_4C58
        }
    }
    /// The format of the tables that this program writes.
    static let version: Int64 = 1

    /// `head` has one row, written with every append, so that records cut off at the end are noticed.
    static let tables = """
        CREATE TABLE event(
            position INTEGER PRIMARY KEY,
            record BLOB NOT NULL,
            hash BLOB NOT NULL,
            source TEXT,
            source_id TEXT
        );
        CREATE UNIQUE INDEX event_source ON event(source, source_id) WHERE source IS NOT NULL;
        CREATE TABLE snapshot(
            position INTEGER PRIMARY KEY,
            version INTEGER NOT NULL,
            board BLOB NOT NULL,
            digest BLOB NOT NULL
        );
        CREATE TABLE head(
            one INTEGER PRIMARY KEY CHECK (one = 1),
            position INTEGER NOT NULL,
            hash BLOB NOT NULL
        );
        """

    /// What a database is.
    enum Identity {
        case empty
        case journal(JournalKind)
        case newer(Int64)
        case other
    }

    /// Looks at what a database is.
    static func identify(_ db: Database) throws -> Identity {
        let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let format = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        for kind in [JournalKind.room, .exercise] where application == applicationID(kind) {
            return format > version ? .newer(format) : .journal(kind)
        }
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        return application == 0 && format == 0 && tables == 0 ? .empty : .other
    }

    /// Makes the tables in an empty database, all or nothing.
    static func create(_ db: Database, _ kind: JournalKind) throws {
        try db.inTransaction(.immediate) {
            try db.execute(sql: tables)
            try db.execute(
                sql: "INSERT INTO head VALUES (1, 0, ?)", arguments: [ChainHash.zero.data])
            try db.execute(sql: "PRAGMA application_id = \(applicationID(kind))")
            try db.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
        }
    }
}
