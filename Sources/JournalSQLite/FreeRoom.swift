import Core
import Glibc

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
