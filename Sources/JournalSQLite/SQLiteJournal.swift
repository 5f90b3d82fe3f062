import Core
import DispatchModel
import Foundation
import GRDB
import Synchronization

/// A journal in an SQLite database in write-ahead mode: `journal.sqlite` in a data folder.
///
/// One process at a time writes (see `WriterLock`); any number may watch. Within the process one thread appends while
/// others read: appends and reads use different connections and do not wait for each other.
package final class SQLiteJournal: EventJournal {
    /// How to open a journal.
    package enum Access: Hashable, Sendable {
        /// Read and append; makes the journal when there is none. `WriterIdentity` is shown to a second writer.
        /// A journal of the other kind is not opened.
        case write(as: WriterIdentity, kind: JournalKind = .room)
        /// Read alone, beside a writer if there is one.
        case watch
    }

    /// Where it lies.
    package let folder: JournalFolder
    /// What it may hold: as its file says.
    package let kind: JournalKind
    /// True when it was opened for watching.
    package let isReadOnly: Bool

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

    /// What opening found wrong; `openBoard` hands it on as warnings.
    package let openingFindings: [JournalFinding]

    let head: Mutex<Head?>
    /// What is needed to open it for writing once there is room on the disk; nil when it is open, or never can be.
    let waiting: Mutex<Waiting?>
    let reader: Mutex<DatabaseQueue?>
    let checkpointer: Checkpointer
    let watch: FileWatch
    let heartbeat: Mutex<Heartbeat?>
    /// The furthest record that was read by who only watches, and its digest in the chain: another there is another journal.
    let furthest = Mutex<(position: JournalPosition, hash: ChainHash)?>(nil)
    /// The checkpoints made and the database's time when it was last looked at.
    let touches = Mutex<(moves: Int, modified: Int64?)?>(nil)

    /// Opens the journal in a data folder.
    ///
    /// On a full disk a journal that is there is opened all the same: it can be read, and appending throws `.diskFull` until
    /// there is room. What was lost or changed since it was last written is recorded as `JournalFaultFound`, and the files
    /// are kept aside as they were found.
    ///
    /// Throws `.busy` when another process writes, `.readOnly`, `.notAJournal`, `.wrongKind`, `.newerVersion`, `.damaged`,
    /// `.databaseGone`, `.diskFull` or `.io`; for watching also `.noJournal` and `.unreadable`.
    package init(_ folder: JournalFolder, _ access: Access) throws(JournalError) {
        try folder.requireFiles()
        self.folder = folder
        watch = FileWatch()
        var (check, found) = (OpeningCheck(), Timestamp.epoch)
        // Before the journal is read: a writer may go on meanwhile.
        let mark = EndMark.read(folder)
        checkpointer = Checkpointer(folder, watch)
        switch access {
        case .write(let identity, let wanted):
            isReadOnly = false
            let right = try Opening(folder, as: identity, wanted, watch)
            check = right.check
            found = identity.since
            head = Mutex(right.head)
            waiting = Mutex(right.waiting)
            heartbeat = Mutex(Heartbeat(folder, from: identity.since))
        case .watch:
            isReadOnly = true
            try folder.requireReadable()
            watch.begin(folder)
            head = Mutex(nil)
            waiting = Mutex(nil)
            heartbeat = Mutex(nil)
        }
        do {
            let connection = try DatabaseConnections.reader(folder, holdsLock: waiting.withLock { $0 != nil })
            kind = try connection.inDatabase { db in try SQLiteJournal.expectJournal(db, folder) }
            if isReadOnly { check.findings = SQLiteJournal.lost(connection, folder, mark) }
            openingFindings = check.findings
            reader = Mutex(connection)
        } catch {
            throw JournalError(error, folder)
        }
        if !isReadOnly { try recordFindings(check, found: found) }
    }

    deinit {
        close()
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
                "its last record is not the one that was written last",
                "末尾记录与最后写入的不一致")
            throw JournalError(.damaged(position: position, what: what), path: folder.database)
        }
        return (position, hash)
    }

    /// Finishes the checkpoint under way, moves the log into the database and lets go of everything.
    package func close() {
        reader.withLock { connection in
            try? connection?.close()
            connection = nil
        }
        heartbeat.withLock { beat in
            beat?.end()
            beat = nil
        }
        waiting.withLock { $0 = nil }
        head.withLock { head in
            guard let open = head else { return }
            head = nil
            checkpointer.finish()
            let isIntact = (try? watch.check()) != nil
            // A checkpoint that fails leaves the log, which the next opening reads: nothing is lost.
            let clean = (try? open.writer.inDatabase { db in try db.checkpoint(.truncate) }) != nil
            try? open.writer.close()
            if clean, isIntact { PageDigests.write(folder) }
            open.mark.close()
            open.lock.release()
        }
        watch.end()
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
