import DispatchModel

/// Something that a check of a journal found.
package struct JournalFinding: Hashable, Sendable {
    /// What kind of finding; the raw value is its name for programs.
    package enum Code: String, CaseIterable, Sendable {
        /// A file's bytes are not those that were there when it was closed.
        case fileChanged = "file.changed"
        /// The database reports a broken structure.
        case structure = "database.structure"
        /// A position is missing.
        case gap = "chain.gap"
        /// A record does not match its place in the chain of hashes.
        case hash = "chain.hash"
        /// The journal does not end where it was last written.
        case end = "chain.end"
        /// A record cannot be read.
        case record = "record.unreadable"
        /// The columns for looking up another system's record do not match the record.
        case source = "record.source"
        /// A snapshot cannot be read.
        case snapshot = "snapshot.unreadable"
        /// A snapshot is not the fold of the records up to its position.
        case snapshotFold = "snapshot.fold"
        /// A snapshot was made by a newer program.
        case snapshotVersion = "snapshot.newerVersion"
        /// A part could not be checked.
        case unchecked = "unchecked"
    }

    /// What kind.
    package var code: Code
    /// The event concerned.
    package var position: JournalPosition?
    /// The file concerned; empty when it is the record that matters.
    package var file: String
    /// Offset in the file, in bytes, of the range that holds the damage.
    package var offset: Int64?
    /// Length of that range, in bytes.
    package var length: Int64?
    /// For people.
    package var text: BilingualText

    /// Creates a finding.
    package init(
        _ code: Code, position: JournalPosition? = nil, file: String = "", offset: Int64? = nil, length: Int64? = nil,
        text: BilingualText
    ) {
        self.code = code
        self.position = position
        self.file = file
        self.offset = offset
        self.length = length
        self.text = text
    }

    /// False for what does not endanger any fact: a snapshot is only a shortcut and may be newer than the program.
    package var isDamage: Bool { code != .snapshotVersion && code != .unchecked }
}

/// What a check of a journal found.
package struct JournalReport: Hashable, Sendable {
    /// Everything found, at most `findingLimit`.
    package var findings: [JournalFinding] = []
    /// Findings left out because there were too many.
    package var dropped: Int = 0
    /// Records read.
    package var records: Int = 0
    /// Position of the last record read.
    package var lastPosition: JournalPosition = 0
    /// The chain's digest there, computed from the records.
    package var lastHash = ChainHash.zero
    /// Digest of the board folded from all records (see `Board.digest`).
    package var boardDigest = ""
    /// True when every byte of the files was compared with the digests of the last clean closing.
    package var everyByteChecked = false

    /// The most findings that are kept.
    static let findingLimit = 1000

    /// An empty report.
    package init() {}

    /// True when nothing is damaged.
    package var isSound: Bool { dropped == 0 && !findings.contains(where: \.isDamage) }

    /// Notes a finding.
    package mutating func note(_ finding: JournalFinding) {
        if findings.count < JournalReport.findingLimit {
            findings.append(finding)
        } else {
            dropped += 1
        }
    }
}
