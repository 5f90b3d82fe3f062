import Core
import DispatchModel
import Foundation
import GRDB

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
