import Core
import DispatchModel
import Foundation
import GRDB

extension SQLiteJournal {
    /// What is needed to open a journal for writing once there is room on its disk.
    struct Waiting {
        var lock: WriterLock
        var kind: JournalKind
        /// Why it could not be opened.
        var failure: JournalError
    }

    /// A journal being opened for writing: the lock is taken, what is there was looked at, and it is open or waits for room.
    struct Opening {
        var check: OpeningCheck
        var head: Head?
        var waiting: Waiting?

        init(
            _ folder: JournalFolder, as identity: WriterIdentity, _ wanted: JournalKind, _ watch: FileWatch
        ) throws(JournalError) {
            try folder.prepare()
            let lock = try WriterLock(folder, as: identity)
            check = try OpeningCheck(folder, at: identity.since)
            let wasThere = folder.exists
            try folder.makeDatabase()
            watch.begin(folder)
            do throws(JournalError) {
                head = try SQLiteJournal.openHead(
                    folder, lock, wanted, watch, keepsMark: !check.findings.isEmpty)
            } catch {
                // What was found must be recorded before anything else is.
                guard case .diskFull = error.kind, wasThere, check.findings.isEmpty else { throw error }
                waiting = Waiting(lock: lock, kind: wanted, failure: error)
            }
        }
    }

    /// Opens the writing connection. The mark of the end is left as it is when it tells of something that is to be recorded
    /// first.
    static func openHead(
        _ folder: JournalFolder, _ lock: WriterLock, _ wanted: JournalKind, _ watch: FileWatch, keepsMark: Bool = false
    ) throws(JournalError) -> Head {
        do {
            let writer = try DatabaseConnections.writer(folder)
            let (position, hash) = try writer.inDatabase { db in
                if case .empty = try Schema.identify(db) { try Schema.create(db, wanted) }
                let found = try expectJournal(db, folder)
                guard found == wanted else { throw JournalError(.wrongKind(found: found), path: folder.path) }
                return try readHead(db, folder)
            }
            try PageDigests.forget(folder)
            watch.addCompanions(folder)
            let mark = EndMark(folder)
            if !keepsMark { mark.write(position, hash) }
            return Head(position: position, hash: hash, writer: writer, lock: lock, mark: mark)
        } catch {
            throw JournalError(error, folder)
        }
    }

    /// Opens for writing what was opened while the disk was full. Throws as long as it still is.
    func openWaiting() throws(JournalError) -> Head {
        let waiting = waiting.withLock { $0 }
        guard let waiting else { throw JournalError(isReadOnly ? .readOnly : .closed, path: folder.database) }
        let head = try SQLiteJournal.openHead(folder, waiting.lock, waiting.kind, watch)
        self.waiting.withLock { $0 = nil }
        // What was read as it lay is read beside the writer from here on.
        if let connection = try? DatabaseConnections.reader(folder) {
            reader.withLock { old in
                try? old?.close()
                old = connection
            }
        }
        return head
    }

    /// What is missing at the end, for somebody who only reads.
    static func lost(
        _ connection: DatabaseQueue, _ folder: JournalFolder, _ mark: EndMark.Reading
    ) -> [JournalFinding] {
        guard case .end = mark else { return [] }
        // What cannot be read is told by whatever is read next.
        let end = try? connection.inDatabase { db in try Int64.fetchOne(db, sql: "SELECT max(position) FROM event") ?? 0
        }
        return end.map { EndMark.findings(mark, folder, end: $0) } ?? []
    }

    /// Records what opening found wrong, behind the last record. The log is emptied then: what is damaged in it is kept as
    /// evidence, and must not be taken for damage that came later.
    func recordFindings(_ check: OpeningCheck, found: Timestamp) throws(JournalError) {
        guard !check.findings.isEmpty, waiting.withLock({ $0 == nil }) else { return }
        let last = try lastPosition()
        let at = try records(at: [last]).first?.at ?? found
        try append(check.events(at: at, found: found), expecting: last)
        try writing { head in
            try checkpointer.empty(head.writer)
        }
    }
}
