import DispatchModel

/// Why the journal could not do what it was asked to. Nothing that was recorded before is lost by any of these.
package struct JournalError: Error, Hashable, Sendable {
    /// What became of a file of an open journal.
    package enum FileLoss: Hashable, Sendable {
        /// Its name was removed.
        case removed
        /// It, or a folder above it, has another name now.
        case moved
        /// Another file has its name.
        case replaced
        /// It is shorter than it was.
        case cut
        /// Its contents are not the journal's any more.
        case overwritten
    }

    /// What went wrong, with the facts that a message needs.
    package enum Kind: Hashable, Sendable {
        /// Another process has the journal open for writing.
        case busy(WriterIdentity)
        /// The folder or file may not be written, or the journal was opened for watching only.
        case readOnly
        /// No room is left where the journal lies.
        case diskFull
        /// What was read is not what was written; `position` is the event concerned, when that is known.
        case damaged(position: JournalPosition?, what: BilingualText)
        /// A newer program made the journal.
        case newerVersion(found: Int64, known: Int64)
        /// The file is something else.
        case notAJournal
        /// The store is of the other kind: an exercise's was asked for and it is a command room's, or the other way round.
        case wrongKind(found: JournalKind)
        /// There is no journal in the folder, or no such folder.
        case noJournal
        /// The folder or file may not be read.
        case unreadable
        /// The database is gone or empty although a journal was recorded there: up to `end`, when that is known.
        case databaseGone(end: JournalPosition?)
        /// The files of the open journal are no longer those that were opened.
        case filesLost(FileLoss)
        /// The operating system or SQLite refused; `cause` has its words.
        case io
        /// Somebody else appended first; the journal now ends at `actual`.
        case positionMoved(actual: JournalPosition)
        /// Another system's record is in the journal already.
        case duplicateSource(SourceKey, at: JournalPosition)
        /// The journal was closed.
        case closed
        /// An exported line cannot be taken in. `line` counts from 1; `field` is empty when the whole line is meant.
        case malformedImport(line: Int, field: String, what: BilingualText)
        /// An export does not hold what its header says: it was cut, or a line was changed.
        case unprovenImport(expected: JournalPosition, found: JournalPosition)
    }

    /// What went wrong.
    package var kind: Kind
    /// The file or folder concerned; empty for a journal in memory.
    package var path: String
    /// The technical cause in the words of whoever reported it, for logs; may be empty.
    package var cause: String

    /// Creates an error.
    package init(_ kind: Kind, path: String = "", cause: String = "") {
        self.kind = kind
        self.path = path
        self.cause = cause
    }

    /// A stable name of the kind of error, for programs.
    package var code: String {
        switch kind {
        case .busy: "journal.busy"
        case .readOnly: "journal.readOnly"
        case .diskFull: "journal.diskFull"
        case .damaged: "journal.damaged"
        case .newerVersion: "journal.newerVersion"
        case .notAJournal: "journal.notAJournal"
        case .wrongKind: "journal.wrongKind"
        case .noJournal: "journal.none"
        case .unreadable: "journal.unreadable"
        case .databaseGone: "journal.databaseGone"
        case .filesLost: "journal.filesLost"
        case .io: "journal.io"
        case .positionMoved: "journal.positionMoved"
        case .duplicateSource: "journal.duplicateSource"
        case .closed: "journal.closed"
        case .malformedImport: "journal.malformedImport"
        case .unprovenImport: "journal.unprovenImport"
        }
    }
}
