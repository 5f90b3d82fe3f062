import DispatchModel

/// Which records of other systems have been decided: exactly, and in a fixed room.
///
/// The journal's index of source keys has the last word. It is asked only about keys that a filter cannot rule out; the
/// keys of what is decided but not on disk yet are kept beside it. Until the filter knows the keys that the journal had
/// at the start, which it learns off the run loop, the journal is asked about every key.
struct RecordedKeys {
    private let journal: JournalWriter
    private var filter: KeyFilter?
    private var learning: Learning
    /// Keys of events that are decided and not given to the journal yet, and where those will stand.
    private var waiting: [SourceKey: JournalPosition] = [:]
    /// Keys of events that the journal is writing, and where those will stand.
    private var writing: [SourceKey: JournalPosition] = [:]
    /// Keys that the journal refused although it could not say that it has them.
    private var refused: Set<SourceKey> = []

    private enum Learning {
        case notBegun, begun, done
    }

    /// The keys of a journal that ends at a position.
    init(journal: JournalWriter, position: JournalPosition) {
        self.journal = journal
        learning = position == 0 ? .done : .notBegun
    }

    /// Where a record that was decided before stands.
    enum Found {
        /// Decided, and not known to be on disk yet.
        case decided(JournalPosition)
        /// In the journal.
        case recorded(JournalPosition)
        /// The journal has it, and could not say where.
        case somewhere
    }

    /// Where a record that was decided before stands; nil for one that was not.
    mutating func find(_ key: SourceKey) -> Found? {
        learn()
        if learning == .done, filter?.mayContain(key) != true { return nil }
        if let position = waiting[key] ?? writing[key] { return .decided(position) }
        return refused.contains(key) ? .somewhere : journal.position(of: key).map(Found.recorded)
    }

    /// Notes what is decided now.
    mutating func insert(_ key: SourceKey, at position: JournalPosition) {
        waiting[key] = position
        if filter == nil { filter = KeyFilter() }
        filter?.insert(key)
    }

    /// Notes that all that is decided is given to the journal.
    mutating func startWriting() {
        if writing.isEmpty { swap(&waiting, &writing) } else { writing.merge(waiting) { $1 } }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Notes that all that was given to the journal is on disk.
    mutating func finishWriting() {
        writing.removeAll(keepingCapacity: true)
    }

    /// Notes that nothing of what was decided is on disk.
    mutating func forgetPending() {
        (waiting, writing) = ([:], [:])
    }

    /// Notes a key that the journal has although it was not known to. So that it cannot happen again with another, the
    /// journal is asked about every key from here on.
    mutating func refuse(_ key: SourceKey) {
        learning = .begun
        if refused.count >= 1024 { refused = [] }
        refused.insert(key)
    }

    private mutating func learn() {
        switch learning {
        case .done: return
        case .notBegun:
            learning = .begun
            journal.learnKeys()
        case .begun:
            guard let learned = journal.takeLearnedKeys() else { return }
            if filter == nil { filter = learned } else { filter?.formUnion(learned) }
            learning = .done
        }
    }
}

/// Tells of most keys that were never put in that they were not, in a fixed room of 4 MiB.
///
/// A Bloom filter (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13(7), 1970) of four
/// bits a key, taken from one hash by double hashing (A. Kirsch, M. Mitzenmacher, "Less hashing, same performance",
/// 2006). It never denies a key that is in it. Of others it denies 99.5 % with two million keys in it, three in four
/// with ten million.
struct KeyFilter: Sendable {
    private static let bits = 1 << 25
    private static let bitsPerKey = 4
    private var words = [UInt64](repeating: 0, count: KeyFilter.bits / 64)

    /// Puts a key in.
    mutating func insert(_ key: SourceKey) {
        for bit in Bits(key) { words[bit >> 6] |= 1 << UInt64(bit & 63) }
    }

    /// False only when the key was never put in.
    func mayContain(_ key: SourceKey) -> Bool {
        for bit in Bits(key) where words[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
        return true
    }

    /// Puts in all keys of another.
    mutating func formUnion(_ other: KeyFilter) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// The places of a key's bits.
    private struct Bits: Sequence, IteratorProtocol {
        private var place: UInt32
        private let step: UInt32
        private var left = KeyFilter.bitsPerKey

        init(_ key: SourceKey) {
            let hash = UInt64(bitPattern: Int64(key.hashValue))
            place = UInt32(truncatingIfNeeded: hash)
            step = UInt32(truncatingIfNeeded: hash >> 32) | 1
        }

        mutating func next() -> Int? {
            guard left > 0 else { return nil }
            left -= 1
            place &+= step
            return Int(place) & (KeyFilter.bits - 1)
        }
    }
}
