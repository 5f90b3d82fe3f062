import Glibc
import Journal

/// Whether a disk that was full has room again. A page or two may be had on a full disk, which a batch of events is not
/// recorded in; what has room for this is.
enum FreeRoom {
    /// Bytes that have to be there.
    static let least = 256 * 1024

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
