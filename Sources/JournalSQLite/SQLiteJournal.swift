import DispatchModel
import Foundation
import GRDB
import Journal
import Synchronization

/// A journal in an SQLite database in write-ahead mode: `journal.sqlite` in a data folder.
///
/// One process at a time writes (see `WriterLock`); any number may watch. Within the process one thread appends while
/// others read: appends and reads use different connections and do not wait for each other.
public final class SQLiteJournal: EventJournal {
    /// How to open a journal.
    public enum Access: Hashable, Sendable {
        /// Read and append; makes the journal when there is none. `WriterIdentity` is shown to a second writer.
        /// A journal of the other kind is not opened.
        case write(as: WriterIdentity, kind: JournalKind = .room)
        /// Read alone, beside a writer if there is one.
        case watch
    }

    /// Where it lies.
    public let folder: JournalFolder
    /// What it may hold: as its file says.
    public let kind: JournalKind
    /// True when it was opened for watching.
    public let isReadOnly: Bool

    /// What appending needs to know.
    struct Head {
        var position: JournalPosition
        var hash: ChainHash
        var writer: DatabaseQueue
        var lock: WriterLock
        var mark: EndMark

        /// Moves on after a commit.
        mutating func advance(_ position: JournalPosition, _ hash: ChainHash) {
            self.position = position
            self.hash = hash
            mark.write(position, hash)
        }
    }

    /// What opening for writing found wrong; `openBoard` hands it on as warnings.
    let openingFindings: [JournalFinding]

    let head: Mutex<Head?>
    let reader: Mutex<DatabaseQueue?>
    let checkpointer: Checkpointer

    /// Opens the journal in a data folder.
    ///
    /// Throws `.busy` when another process writes, `.readOnly`, `.notAJournal`, `.wrongKind`, `.newerVersion`, `.damaged`,
    /// `.diskFull` or `.io`; for watching also `.io` when there is no journal.
    public init(_ folder: JournalFolder, _ access: Access) throws(JournalError) {
        self.folder = folder
        checkpointer = Checkpointer(folder)
        switch access {
        case .write(let identity, let wanted):
            isReadOnly = false
            let (opened, findings) = try SQLiteJournal.openWriter(folder, as: identity, wanted)
            head = Mutex(opened)
            openingFindings = findings
        case .watch:
            isReadOnly = true
            head = Mutex(nil)
            openingFindings = []
        }
        do {
            let connection = try Connections.reader(folder)
            kind = try connection.inDatabase { db in try SQLiteJournal.expectJournal(db, folder) }
            reader = Mutex(connection)
        } catch {
            throw JournalError(error, folder)
        }
    }

    deinit {
        close()
    }

    private static func openWriter(
        _ folder: JournalFolder, as identity: WriterIdentity, _ wanted: JournalKind
    ) throws(JournalError) -> (Head, [JournalFinding]) {
        try folder.prepare()
        let lock = try WriterLock(folder, as: identity)
        do {
            let writer = try Connections.writer(folder)
            return try writer.inDatabase { db in
                if case .empty = try Schema.identify(db) { try Schema.create(db, wanted) }
                let found = try expectJournal(db, folder)
                guard found == wanted else { throw JournalError(.wrongKind(found: found), path: folder.path) }
                let (position, hash) = try readHead(db, folder)
                try PageDigests.forget(folder)
                let findings = EndMark.findings(EndMark.read(folder), folder, end: position)
                let mark = EndMark(folder)
                mark.write(position, hash)
                return (Head(position: position, hash: hash, writer: writer, lock: lock, mark: mark), findings)
            }
        } catch {
            throw JournalError(error, folder)
        }
    }

    /// What kind of journal the database is. Throws when it is none.
    static func expectJournal(_ db: Database, _ folder: JournalFolder) throws -> JournalKind {
        switch try Schema.identify(db) {
        case .journal(let kind): return kind
        case .newer(let found):
            throw JournalError(.newerVersion(found: found, known: Schema.version), path: folder.database)
        case .empty, .other: throw JournalError(.notAJournal, path: folder.database)
        }
    }

    /// Where the journal ends, after checking that its last record is there.
    static func readHead(_ db: Database, _ folder: JournalFolder) throws -> (JournalPosition, ChainHash) {
        let head = try Row.fetchOne(db, sql: "SELECT position, hash FROM head")
        let last = try Row.fetchOne(db, sql: "SELECT position, hash FROM event ORDER BY position DESC LIMIT 1")
        let position = last?.integer(0) ?? 0
        let hash = last.map { ChainHash($0.bytes(1)) } ?? .zero
        guard let hash, let head, head.integer(0) == position, ChainHash(head.bytes(1)) == hash else {
            let what = BilingualText(
                english: "its last record is not the one that was written last",
                chinese: "末尾记录与最后写入的不一致")
            throw JournalError(.damaged(position: position, what: what), path: folder.database)
        }
        return (position, hash)
    }

    /// Finishes the checkpoint under way, moves the log into the database and lets go of everything.
    public func close() {
        reader.withLock { connection in
            try? connection?.close()
            connection = nil
        }
        head.withLock { head in
            guard let open = head else { return }
            head = nil
            checkpointer.finish()
            // A checkpoint that fails leaves the log, which the next opening reads: nothing is lost.
            let clean = (try? open.writer.inDatabase { db in try db.checkpoint(.truncate) }) != nil
            try? open.writer.close()
            if clean { PageDigests.write(folder) }
            open.mark.close()
            open.lock.release()
        }
    }

    /// Works with the reading connection.
    func read<Value>(_ work: (Database) throws -> Value) throws(JournalError) -> Value {
        guard let connection = reader.withLock({ $0 }) else { throw JournalError(.closed, path: folder.database) }
        do {
            return try connection.inDatabase(work)
        } catch {
            throw JournalError(error, folder)
        }
    }
}
