import Core
import DispatchModel
import Foundation
import GRDB
import GRDBSQLite

extension SQLiteJournal {
    /// Records events, all or none; on the disk when it returns.
    @discardableResult
    package func append(
        _ events: [PendingEvent], expecting position: JournalPosition
    ) throws(JournalError) -> [EventRecord] {
        try writing { head in
            guard head.position == position else { throw JournalError(.positionMoved(actual: head.position)) }
            guard !events.isEmpty else { return [] }
            var batch = Batch(position: head.position, hash: head.hash)
            let records = events.map { batch.add($0) }
            try requireOwn(head)
            try transaction(head.writer) { db in try self.insert(batch, db) }
            try requireKept(head)
            head.advance(batch.position, batch.hash)
            return records
        }
    }

    /// Records a long run of events in one transaction.
    @discardableResult
    package func append(
        expecting position: JournalPosition, from next: () throws(JournalError) -> [PendingEvent]?
    ) throws(JournalError) -> JournalPosition {
        try writing { head in
            guard head.position == position else { throw JournalError(.positionMoved(actual: head.position)) }
            var last = (position: head.position, hash: head.hash)
            try requireOwn(head)
            try transaction(head.writer) { db in
                var bytes = 0
                while let events = try next() {
                    var batch = Batch(position: last.position, hash: last.hash)
                    for event in events { _ = batch.add(event) }
                    bytes += try self.insert(batch, db)
                    last = (batch.position, batch.hash)
                }
                return bytes
            }
            try requireKept(head)
            head.advance(last.position, last.hash)
            return last.position
        }
    }

    /// What was committed must be in the journal that was opened, not in a file without a name: else it is taken back, since
    /// nobody will be told that it is recorded.
    private func requireKept(_ head: Head) throws {
        do throws(JournalError) {
            _ = try watch.check()
        } catch {
            // Should the files come back, the next append finds the journal as it was.
            try? head.writer.inDatabase { db in
                try db.inTransaction(.immediate) {
                    try db.execute(sql: "DELETE FROM event WHERE position > ?", arguments: [head.position])
                    try db.execute(
                        sql: "UPDATE head SET position = ?, hash = ?", arguments: [head.position, head.hash.data])
                    return .commit
                }
            }
            throw error
        }
    }

    /// Encoded records that are to be inserted, and the chain after them.
    private struct Batch {
        var position: JournalPosition
        var hash: ChainHash
        var rows: [RecordInsert.Row] = []

        init(position: JournalPosition, hash: ChainHash) {
            self.position = position
            self.hash = hash
        }

        mutating func add(_ event: PendingEvent) -> EventRecord {
            position += 1
            let record = event.record(at: position)
            let bytes = record.encoded()
            hash = hash.next(position: position, record: bytes)
            rows.append(RecordInsert.Row(position: position, record: bytes, hash: hash, source: record.source))
            return record
        }
    }

    /// Inserts the rows and moves the head; returns the number of bytes.
    private func insert(_ batch: Batch, _ db: Database) throws -> Int {
        let insert = try RecordInsert(db)
        var bytes = 0
        for row in batch.rows {
            if let error = insert.run(row) {
                guard error.resultCode == .SQLITE_CONSTRAINT else { throw error }
                throw try conflict(error, row, db)
            }
            bytes += row.record.count + 64
        }
        let head = try db.cachedStatement(sql: "UPDATE head SET position = ?, hash = ?")
        try head.execute(arguments: [batch.position, batch.hash.data])
        return bytes
    }

    /// What a refused row means: its position is taken, or its source is recorded already.
    private func conflict(_ error: DatabaseError, _ row: RecordInsert.Row, _ db: Database) throws -> JournalError {
        if let key = row.source, let position = try Self.position(of: key, db) {
            return JournalError(.duplicateSource(key, at: position), path: folder.database)
        }
        let last = try Int64.fetchOne(db, sql: "SELECT max(position) FROM event") ?? 0
        guard last >= row.position else { throw error }
        return JournalError(.positionMoved(actual: last), path: folder.database)
    }

    /// The position at which another system's record stands.
    static func position(of key: SourceKey, _ db: Database) throws -> JournalPosition? {
        let statement = try db.cachedStatement(sql: "SELECT position FROM event WHERE source = ? AND source_id = ?")
        return try Int64.fetchOne(
            statement, arguments: [SourceColumn.encode(key.source), SourceColumn.encode(key.id)])
    }

    /// Runs a transaction whose work returns the number of bytes it added.
    func transaction(_ writer: DatabaseQueue, _ work: (Database) throws -> Int) throws {
        try writer.inDatabase { db in
            var bytes = 0
            try db.inTransaction(.immediate) {
                bytes = try work(db)
                return .commit
            }
            checkpointer.committed(bytes, db)
        }
    }

    /// Works with the right to write.
    func writing<Value>(_ work: (inout Head) throws -> Value) throws(JournalError) -> Value {
        let result = head.withLock { head -> Result<Value, JournalError> in
            do {
                var open = try head ?? openWaiting()
                defer { head = open }
                return .success(try work(&open))
            } catch {
                return .failure(JournalError(error, folder))
            }
        }
        return try result.get()
    }
}

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
