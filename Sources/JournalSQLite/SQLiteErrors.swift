import Core
import DispatchModel
import Foundation
import GRDB

extension JournalError {
    /// The error that a failure of SQLite means. `folder` tells where the journal lies.
    init(_ error: any Error, _ folder: JournalFolder) {
        if let known = error as? JournalError {
            self = known
            return
        }
        guard let failure = error as? DatabaseError else {
            self.init(.io, path: folder.database, cause: "\(error)")
            return
        }
        let cause = "SQLite \(failure.extendedResultCode.rawValue): \(failure.message ?? "?")"
        self.init(JournalError.kind(of: failure, folder), path: folder.database, cause: cause)
    }

    private static func kind(of failure: DatabaseError, _ folder: JournalFolder) -> Kind {
        switch failure.resultCode {
        case .SQLITE_FULL: .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
        case .SQLITE_CORRUPT:
            .damaged(
                position: nil,
                what: BilingualText(
                    failure.message ?? "broken structure", failure.message ?? "结构损坏"))
        case .SQLITE_NOTADB: .notAJournal
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(WriterIdentity())
        case .SQLITE_CANTOPEN, .SQLITE_IOERR:
            // SQLite reports a full disk as an I/O error while it grows its shared-memory file.
            isFull(folder.path) ? .diskFull : access(folder.path, W_OK) != 0 ? .readOnly : .io
        default: .io
        }
    }

    private static func isFull(_ path: String) -> Bool {
        var status = statvfs()
        return statvfs(path, &status) == 0 && status.f_blocks > 0 && status.f_bavail == 0
    }
}
