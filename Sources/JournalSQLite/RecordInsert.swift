import Core
import DispatchModel
import GRDB
import GRDBSQLite

/// The statement that inserts a record. Its values are bound as they are: boxing each of them in GRDB's arguments and in
/// `Data` took longer than SQLite takes to insert the row.
struct RecordInsert {
    /// A row of the table of events.
    struct Row {
        var position: JournalPosition
        var record: [UInt8]
        var hash: ChainHash
        var source: SourceKey?
    }

    private let statement: Statement
    private let db: Database

    init(_ db: Database) throws {
        self.db = db
        statement = try db.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?)")
    }

    /// Inserts a row; says why when SQLite does not take it.
    func run(_ row: Row) -> DatabaseError? {
        let handle = statement.sqliteStatement
        sqlite3_bind_int64(handle, 1, row.position)
        bind(row.record, 2, handle)
        bind(row.hash.bytes, 3, handle)
        if let key = row.source {
            bind(SourceColumn.encode(key.source), 4, handle)
            bind(SourceColumn.encode(key.id), 5, handle)
        } else {
            sqlite3_bind_null(handle, 4)
            sqlite3_bind_null(handle, 5)
        }
        let code = sqlite3_step(handle)
        let message = code == SQLITE_DONE ? nil : db.lastErrorMessage
        sqlite3_reset(handle)
        return code == SQLITE_DONE ? nil : DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    private func bind(_ text: String, _ index: Int32, _ handle: OpaquePointer) {
        sqlite3_bind_text(handle, index, text, Int32(text.utf8.count), RecordInsert.isCopied)
    }

    private func bind(_ bytes: [UInt8], _ index: Int32, _ handle: OpaquePointer) {
        sqlite3_bind_blob(handle, index, bytes, Int32(bytes.count), RecordInsert.isCopied)
    }

    /// `SQLITE_TRANSIENT`: SQLite copies what it is given.
    private static var isCopied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
