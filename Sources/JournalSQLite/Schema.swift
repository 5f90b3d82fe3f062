import Core
import DispatchModel
import Foundation
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

/// How a text of another system stands in a column of text.
///
/// SQLite ends a text at its first NUL, so NUL is written `\0` and a backslash `\\`; all else stands as it is.
enum SourceColumn {
    /// The column's text.
    static func encode(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0 || $0 == 0x5C }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\0": result += "\\0"
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text that `encode` wrote.
    static func decode(_ column: String) -> String {
        guard column.utf8.contains(0x5C) else { return column }
        var result = ""
        var escaped = false
        for scalar in column.unicodeScalars {
            if escaped {
                result.unicodeScalars.append(scalar == "0" ? "\0" : scalar)
                escaped = false
            } else if scalar == "\\" {
                escaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension ChainHash {
    /// The bytes, for a column.
    var data: Data { Data(bytes) }
}

/// Columns of a file that may be damaged: a value of another type than expected is nil, never a trap.
extension Row {
    func integer(_ column: Int) -> Int64? {
        Int64.fromDatabaseValue(self[column] as DatabaseValue)
    }

    func text(_ column: Int) -> String? {
        String.fromDatabaseValue(self[column] as DatabaseValue)
    }

    func bytes(_ column: Int) -> [UInt8] {
        Data.fromDatabaseValue(self[column] as DatabaseValue).map { [UInt8]($0) } ?? []
    }
}
