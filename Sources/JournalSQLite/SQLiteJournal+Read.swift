import Core
import DispatchModel
import Foundation
import GRDB

extension SQLiteJournal {
    /// Up to `limit` records after a position.
    package func records(after position: JournalPosition, limit: Int) throws(JournalError) -> [EventRecord] {
        if isReadOnly { try requireFurthestOnDisk() }
        return try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT position, record FROM event WHERE position > ? ORDER BY position LIMIT ?")
            statement.arguments = [position, max(0, limit)]
            var result: [EventRecord] = []
            guard isReadOnly else {
                try eachRecord(statement) { result.append($0) }
                return result
            }
            // One transaction: what was read before is asked of the same state of the journal as what is read now.
            try db.inTransaction(.deferred) {
                try requireFurthest(db)
                try eachRecord(statement) { result.append($0) }
                try noteFurthest(result.last?.position ?? position, db)
                return .commit
            }
            return result
        }
    }

    /// Throws unless the furthest record that was read is still what it was: a copy of another journal may lie in the same file.
    private func requireFurthest(_ db: Database) throws {
        guard let known = furthest.withLock({ $0 }), try SQLiteJournal.hash(at: known.position, db) != known.hash else {
            return
        }
        watch.noteLoss(.overwritten)
        throw JournalError(.filesLost(.overwritten), path: folder.database)
    }

    /// The same by a connection that remembers nothing, whenever the database was written to: beside its log SQLite does not
    /// notice that somebody else has.
    private func requireFurthestOnDisk() throws(JournalError) {
        let modified = watch.modified()
        guard furthest.withLock({ $0 }) != nil, touches.withLock({ $0?.modified }) != modified else { return }
        do {
            try DatabaseConnections.reader(folder).inDatabase { try requireFurthest($0) }
        } catch {
            throw JournalError(error, folder)
        }
        touches.withLock { $0 = (0, modified) }
    }

    private func noteFurthest(_ position: JournalPosition, _ db: Database) throws {
        guard furthest.withLock({ $0?.position ?? 0 }) < position else { return }
        guard let hash = try SQLiteJournal.hash(at: position, db) else { return }
        furthest.withLock { $0 = (position, hash) }
    }

    private static func hash(at position: JournalPosition, _ db: Database) throws -> ChainHash? {
        let statement = try db.cachedStatement(sql: "SELECT hash FROM event WHERE position = ?")
        return try Row.fetchOne(statement, arguments: [position]).flatMap { ChainHash($0.bytes(0)) }
    }

    /// The records at these positions.
    package func records(at positions: [JournalPosition]) throws(JournalError) -> [EventRecord] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT position, record FROM event WHERE position = ?")
            var result: [EventRecord] = []
            // One transaction: each by itself locks the file and looks whether somebody has written.
            try db.inTransaction(.deferred) {
                for position in positions {
                    statement.arguments = [position]
                    try eachRecord(statement) { result.append($0) }
                }
                return .commit
            }
            return result
        }
    }

    /// Goes through all records after a position. The work must not use this journal's other functions.
    package func forEach(
        after position: JournalPosition, _ body: (EventRecord) throws(JournalError) -> Void
    ) throws(JournalError) {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT position, record FROM event WHERE position > ? ORDER BY position")
            statement.arguments = [position]
            try eachRecord(statement, body)
        }
    }

    private func eachRecord(_ statement: Statement, _ body: (EventRecord) throws -> Void) throws {
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            let position = row.integer(0) ?? 0
            let record = try row.withUnsafeData(atIndex: 1) { data -> EventRecord in
                guard let data else { return try EventRecord(stored: [], at: position, path: folder.database) }
                return try data.withUnsafeBytes {
                    try EventRecord(stored: $0, at: position, path: folder.database)
                }
            }
            try body(record)
        }
    }

    /// Position of the last event.
    package func lastPosition() throws(JournalError) -> JournalPosition {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT max(position) FROM event")
            return try Int64.fetchOne(statement) ?? 0
        }
    }

    /// The digest of the chain up to the last event.
    package func lastHash() throws(JournalError) -> ChainHash {
        try read { db in try SQLiteJournal.readHead(db, folder).1 }
    }

    /// The position of another system's record; nil when it is not in the journal.
    package func position(of source: SourceKey) throws(JournalError) -> JournalPosition? {
        try read { db in try SQLiteJournal.position(of: source, db) }
    }

    /// Up to `limit` keys after a key, in the order of the index.
    package func sourceKeys(after key: SourceKey?, limit: Int) throws(JournalError) -> [SourceKey] {
        try read { db in
            var sql = "SELECT source, source_id FROM event WHERE source IS NOT NULL"
            var arguments: StatementArguments = []
            if let key {
                sql += " AND (source, source_id) > (?, ?)"
                arguments += [SourceColumn.encode(key.source), SourceColumn.encode(key.id)]
            }
            arguments += [max(0, limit)]
            let statement = try db.cachedStatement(sql: sql + " ORDER BY source, source_id LIMIT ?")
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            var keys: [SourceKey] = []
            while let row = try rows.next() {
                guard let source = String.fromDatabaseValue(row[0]), let id = String.fromDatabaseValue(row[1]) else {
                    continue
                }
                keys.append(SourceKey(source: SourceColumn.decode(source), id: SourceColumn.decode(id)))
            }
            return keys
        }
    }
}

extension SQLiteJournal {
    /// Keeps a board; the newest two are kept.
    package func save(_ snapshot: BoardSnapshot) throws(JournalError) {
        try writing { head in
            guard snapshot.position <= head.position else {
                throw JournalError(.positionMoved(actual: head.position), path: folder.database)
            }
            try transaction(head.writer) { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?)",
                    arguments: [
                        snapshot.position, snapshot.version, Data(snapshot.board), Data(snapshot.digest),
                    ])
                try db.execute(
                    sql: """
                        DELETE FROM snapshot WHERE position NOT IN
                        (SELECT position FROM snapshot ORDER BY position DESC LIMIT \(BoardSnapshot.kept))
                        """)
                return snapshot.board.count
            }
        }
    }

    /// The board as of the last event.
    package func openBoard() throws(JournalError) -> OpenedBoard {
        var opened = try openBoard(from: try read { db in try SQLiteJournal.snapshots(db) })
        opened.warnings.insert(contentsOf: openingFindings, at: 0)
        return opened
    }

    /// All snapshots, newest first.
    static func snapshots(_ db: Database) throws -> [BoardSnapshot] {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT position, version, board, digest FROM snapshot ORDER BY position DESC")
        var result: [BoardSnapshot] = []
        while let row = try rows.next() {
            result.append(
                BoardSnapshot(
                    position: row.integer(0) ?? 0, version: row.integer(1) ?? 0, board: row.bytes(2),
                    digest: row.bytes(3)))
        }
        return result
    }
}
