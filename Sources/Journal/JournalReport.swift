import DispatchModel

/// Something that a check of a journal found.
public struct JournalFinding: Hashable, Sendable {
    /// What kind of finding; the raw value is its name for programs.
    public enum Code: String, CaseIterable, Sendable {
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
    public var code: Code
    /// The event concerned.
    public var position: JournalPosition?
    /// The file concerned; empty when it is the record that matters.
    public var file: String
    /// Offset in the file, in bytes, of the range that holds the damage.
    public var offset: Int64?
    /// Length of that range, in bytes.
    public var length: Int64?
    /// For people.
    public var text: BilingualText

    /// Creates a finding.
    public init(
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
    public var isDamage: Bool { code != .snapshotVersion && code != .unchecked }
}

/// What a check of a journal found.
public struct JournalReport: Hashable, Sendable {
    /// Everything found, at most `findingLimit`.
    public var findings: [JournalFinding] = []
    /// Findings left out because there were too many.
    public var dropped: Int = 0
    /// Records read.
    public var records: Int = 0
    /// Position of the last record read.
    public var lastPosition: JournalPosition = 0
    /// The chain's digest there, computed from the records.
    public var lastHash = ChainHash.zero
    /// Digest of the board folded from all records (see `Board.digest`).
    public var boardDigest = ""
    /// True when every byte of the files was compared with the digests of the last clean closing.
    public var everyByteChecked = false

    /// The most findings that are kept.
    public static let findingLimit = 1000

    /// An empty report.
    public init() {}

    /// True when nothing is damaged.
    public var isSound: Bool { dropped == 0 && !findings.contains(where: \.isDamage) }

    /// Notes a finding.
    public mutating func note(_ finding: JournalFinding) {
        if findings.count < JournalReport.findingLimit {
            findings.append(finding)
        } else {
            dropped += 1
        }
    }
}
