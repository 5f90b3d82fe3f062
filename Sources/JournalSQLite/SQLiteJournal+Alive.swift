import Core
import DispatchModel
import Foundation
import GRDB
import Glibc

extension SQLiteJournal {
    /// Says beside the journal that its writer lives, and looks whether the files are those that were opened.
    package func keepAlive(
        _ state: WriterState, clock: WriterClock? = nil, feeds: [WriterFeed] = []
    ) throws(JournalError) {
        heartbeat.withLock { $0?.beat(state, clock: clock, feeds: feeds) }
        if let failure = waiting.withLock({ $0?.failure }) { throw failure }
        try FreeRoom.requireStated(folder)
        let isTouched = isDatabaseTouched()
        let isCut = try watch.check()
        guard isTouched || isCut, let end = head.withLock({ head in head.map { ($0.position, $0.hash) } }) else {
            return
        }
        try requireContents(end, orElse: isCut ? .cut : .overwritten)
    }

    /// Throws unless the files are those that were opened, with what was recorded last in them.
    func requireOwn(_ head: Head) throws(JournalError) {
        if try watch.check() { try requireContents((head.position, head.hash), orElse: .cut) }
    }

    /// Writes without recording anything, to learn whether recording is possible again.
    package func probe() throws(JournalError) {
        try writing { head in
            try requireOwn(head)
            try FreeRoom.require(folder)
            try head.writer.inDatabase { db in
                try db.inTransaction(.immediate) {
                    try db.execute(sql: "UPDATE head SET position = position")
                    return .commit
                }
            }
        }
    }

    /// What the writer last said about itself. Throws when the files are no longer those that were opened.
    package func writerSign() throws(JournalError) -> WriterSign? {
        _ = try watch.check()
        return Heartbeat.read(folder)
    }

    /// True when somebody else has written to the database: while the log takes what is recorded, it changes by
    /// checkpoints alone.
    private func isDatabaseTouched() -> Bool {
        let before = checkpointer.movesMade
        let modified = watch.modified()
        let after = checkpointer.movesMade
        return touches.withLock { last in
            defer { last = (after, modified) }
            guard let known = last, before == after, before.isMultiple(of: 2), known.moves == after else {
                return false
            }
            return known.modified != modified
        }
    }

    /// Throws unless a connection of its own, with nothing remembered, reads the journal as it was recorded last.
    private func requireContents(
        _ end: (JournalPosition, ChainHash), orElse loss: JournalError.FileLoss
    ) throws(JournalError) {
        let isThere = try? DatabaseConnections.reader(folder).inDatabase { db in
            guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else { return false }
            return try SQLiteJournal.readHead(db, folder) == end
        }
        guard isThere == true else {
            watch.noteLoss(loss)
            throw JournalError(.filesLost(loss), path: folder.database)
        }
        watch.forgetLength()
    }
}

/// Whether a disk that was full has room again. A page or two may be had on a full disk, which a batch of events is not
/// recorded in; what has room for this is.
enum FreeRoom {
    /// Bytes that have to be there.
    static let least = 256 * 1024

    /// Throws when the file system says that there is not so much room; asked every second, so nothing is written.
    static func requireStated(_ folder: JournalFolder) throws(JournalError) {
        var state = statvfs()
        // One that counts no blocks says nothing about its room.
        guard statvfs(folder.path, &state) == 0, state.f_blocks > 0 else { return }
        let blocks = geteuid() == 0 ? state.f_bfree : state.f_bavail
        guard UInt64(blocks) * UInt64(state.f_frsize) < UInt64(least) else { return }
        throw JournalError(fileError: ENOSPC, path: folder.database)
    }

    /// Throws unless so much can be written beside the journal. Nothing of it stays.
    static func require(_ folder: JournalFolder) throws(JournalError) {
        let path = folder.path + "/journal.room"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw JournalError(fileError: errno, path: path) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let block = [UInt8](repeating: 0, count: 64 * 1024)
        var left = least
        while left > 0 {
            let written = write(descriptor, block, min(left, block.count))
            guard written > 0 else {
                if written < 0, errno == EINTR { continue }
                throw JournalError(fileError: written < 0 ? errno : ENOSPC, path: folder.database)
            }
            left -= written
        }
    }
}
