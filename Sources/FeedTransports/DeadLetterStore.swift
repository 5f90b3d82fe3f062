import Dispatch
import DispatchModel
import Feeds
import Glibc
import Synchronization

/// Keeps dead letters in a folder: of each feed the newest up to a limit. An older one gives way to a newer one of its own
/// feed, which is counted; no sender takes away what others are to blame for.
///
/// Several processes may keep letters in one folder, and look after them, at the same time: numbers are given under a
/// lock and never twice. Letters to be sent again are moved into a folder beside, from which the feed that they came by
/// takes them.
package final class DeadLetterStore: Sendable {
    /// The newest letters of a feed that are kept at least; a quarter more may be there before the oldest give way.
    package static let limit = 1000
    /// The bytes of a feed's newest letters that are kept at least, in the same way.
    package static let byteLimit = 16 << 20

    private let folder: String
    private let byteLimit: Int
    private let files = Mutex<[String: LetterFile]>([:])
    /// Numbers of the letters that are on their way to the console again.
    private let underWay = Mutex<Set<Int64>>([])
    /// Whether the ledger was compared with the letters themselves: the power may have gone before it was written.
    private let isCompared = Mutex(false)

    /// A store in a folder, which is made when something is kept.
    package convenience init(folder: String) {
        self.init(folder: folder, byteLimit: DeadLetterStore.byteLimit)
    }

    init(folder: String, byteLimit: Int) {
        self.folder = folder
        self.byteLimit = byteLimit
    }

    /// Letters that gave way to newer ones since the folder was made.
    package var removed: Int64 { DeadLetterLedger.read(folder).removed }

    /// The numbers of the letters kept, in order.
    package var kept: [Int64] {
        (withFiles { $0.flatMap { $0.index.map(\.number) } } + singles(in: folder)).sorted()
    }

    /// How many letters are kept.
    package var count: Int { withFiles { $0.reduce(0) { $0 + $1.index.count } } + singles(in: folder).count }

    /// How many letters are kept of each feed. Those in files of earlier versions, which do not tell their feed, are left out.
    var countsByFeed: [String: Int] {
        withFiles { files in Dictionary(uniqueKeysWithValues: files.map { ($0.feed, $0.index.count) }) }
    }

    // MARK: Keeping

    /// Keeps a letter; false when the disk does not take it.
    package func keep(_ letter: DeadLetter) -> Bool { number(keeping: letter) != nil }

    /// Keeps a letter and gives its number; nil when the disk does not take it.
    package func number(keeping letter: DeadLetter) -> Int64? { numbers(keeping: [letter])?.first }

    /// Keeps letters together and gives their numbers, once they are on the disk; nil when it does not take them.
    package func numbers(keeping letters: [DeadLetter]) -> [Int64]? {
        guard !letters.isEmpty else { return [] }
        _ = mkdir(folder, 0o700)
        return DeadLetterLedger.hold(folder) { ledger -> [Int64]? in
            compare(&ledger)
            let numbered = letters.enumerated().map { index, letter in
                var letter = letter
                letter.number = ledger.last + Int64(index) + 1
                return letter
            }
            for (feed, letters) in Dictionary(grouping: numbered, by: \.feed) {
                let removed = file(of: feed) { $0.append(letters, limit: Self.limit, byteLimit: byteLimit) }
                guard let removed else { return nil }
                ledger.removed += Int64(removed)
            }
            ledger.last += Int64(letters.count)
            return numbered.map(\.number)
        }
    }

    /// Makes sure that no number is given twice, once in the life of this store.
    private func compare(_ ledger: inout DeadLetterLedger) {
        let wasCompared = isCompared.withLock { isCompared in
            defer { isCompared = true }
            return isCompared
        }
        if !wasCompared { ledger.last = max(ledger.last, kept.last ?? 0, singles(in: resent).last ?? 0) }
    }

    // MARK: Looking after

    /// The letters kept, the oldest first.
    package func letters() -> [DeadLetter] { kept.compactMap(letter) }

    /// A letter by its number; nil when it is not kept.
    package func letter(_ number: Int64) -> DeadLetter? {
        withFiles { files in files.lazy.compactMap { $0.letter(number) }.first } ?? single(number, in: folder)
    }

    /// Puts a letter where its feed takes it from again; false when it is not there, or only its beginning was kept.
    package func resend(_ number: Int64) -> Bool {
        guard let letter = letter(number), letter.isWhole else { return false }
        _ = mkdir(resent, 0o700)
        guard replaceFile(path(number, in: resent), with: letter.written, isSynced: true) else { return false }
        return remove(number)
    }

    /// Takes a letter away for good; false when it is not there.
    package func remove(_ number: Int64) -> Bool {
        let isRemoved = DeadLetterLedger.hold(folder) { _ -> Bool? in
            withFiles { files in
                for index in files.indices where files[index].remove(number) { return true }
                return false
            }
        }
        // The ledger knows its number, so that it is not given again.
        return isRemoved == true || unlink(path(number, in: folder)) == 0
    }

    // MARK: Sending again

    /// The letters of a feed that are to be sent again, each once. A letter stays on the disk until it is settled, so that
    /// no end of the program loses it: what was not settled is taken again at the next start.
    package func takeResent(of feed: String) -> [DeadLetter] {
        underWay.withLock { underWay in
            singles(in: resent).compactMap { number in
                guard !underWay.contains(number), let letter = single(number, in: resent), letter.feed == feed else {
                    return nil
                }
                underWay.insert(number)
                return letter
            }
        }
    }

    /// Takes a letter that was sent again off the disk: what it says is recorded or known, or it was kept anew.
    package func settle(_ number: Int64) {
        // One that cannot be taken off stays under way, so that it is not sent every second.
        guard unlink(path(number, in: resent)) == 0 || errno == ENOENT else { return }
        putBack(number)
    }

    /// A letter that was to be sent again was not taken: its feed takes it once more.
    package func putBack(_ number: Int64) {
        _ = underWay.withLock { $0.remove(number) }
    }

    // MARK: Files

    private var resent: String { folder + "/resend" }

    /// Works on the file of a feed's letters.
    private func file<Result>(of feed: String, _ body: (inout LetterFile) -> Result) -> Result {
        files.withLock { files in
            var file = files[feed] ?? LetterFile(path: "\(folder)/\(feed)\(LetterFile.ending)")
            defer { files[feed] = file }
            file.refresh()
            return body(&file)
        }
    }

    /// Works on the files of all feeds, as they are on the disk now.
    private func withFiles<Result: Sendable>(_ body: (inout [LetterFile]) -> Result) -> Result {
        let names = Self.names(in: folder).filter { $0.hasSuffix(LetterFile.ending) }.sorted()
        return files.withLock { files in
            let feeds = names.map { String($0.dropLast(LetterFile.ending.count)) }
            var found = feeds.map { files[$0] ?? LetterFile(path: "\(folder)/\($0)\(LetterFile.ending)") }
            for index in found.indices { found[index].refresh() }
            defer { for (feed, file) in zip(feeds, found) { files[feed] = file } }
            return body(&found)
        }
    }

    // MARK: Files of one letter: those to be sent again, and those of earlier versions

    private func path(_ number: Int64, in folder: String) -> String { "\(folder)/\(number).json" }

    private func single(_ number: Int64, in folder: String) -> DeadLetter? {
        readWholeFile(path(number, in: folder), limit: DeadLetter.writtenLimit).flatMap {
            DeadLetter(number: number, written: $0)
        }
    }

    private func singles(in folder: String) -> [Int64] {
        Self.names(in: folder).compactMap { name in
            name.hasSuffix(".json") ? Int64(name.dropLast(5)).flatMap { $0 > 0 ? $0 : nil } : nil
        }.sorted()
    }

    private static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }
}

/// What all processes that keep dead letters in one folder agree on: the last number given, so that none is given
/// twice even after its letter has gone, and how many letters gave way to newer ones.
///
/// It is a file with a lock of the system; who holds the lock alone gives numbers and takes letters away.
struct DeadLetterLedger {
    /// The last number given.
    var last: Int64 = 0
    /// Letters that gave way to newer ones.
    var removed: Int64 = 0

    private static func path(_ folder: String) -> String { folder + "/ledger" }

    /// What a folder's ledger says now.
    static func read(_ folder: String) -> DeadLetterLedger {
        let text = readWholeFile(path(folder), limit: 100).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
        guard numbers.count == 2, numbers.allSatisfy({ $0 >= 0 }) else { return DeadLetterLedger() }
        return DeadLetterLedger(last: numbers[0], removed: numbers[1])
    }

    /// Calls `body` while no other process changes the folder, and keeps what it makes of the ledger; nil when the disk
    /// does not let it.
    static func hold<Result>(_ folder: String, _ body: (inout DeadLetterLedger) -> Result?) -> Result? {
        let lock = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else { return nil }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { return nil }
        }
        let before = read(folder)
        var ledger = before
        let result = body(&ledger)
        guard ledger.last != before.last || ledger.removed != before.removed else { return result }
        let text = "\(ledger.last) \(ledger.removed)\n"
        return replaceFile(path(folder), with: Array(text.utf8)) ? result : nil
    }
}

/// How many dead letters are kept of each feed, counted again every second beside everything else: whoever asks does not wait
/// for a disk.
package final class LetterCounts: Sendable {
    private struct State {
        var counts: [String: Int]
        var isCounting = false
        var countedAt: Timestamp?
    }

    private let store: DeadLetterStore
    private let state: Mutex<State>

    /// Counts what is kept from before.
    package init(_ store: DeadLetterStore) {
        self.store = store
        state = Mutex(State(counts: store.countsByFeed))
    }

    /// As counted last; counts again when that is long ago.
    package func look(at steady: Timestamp) -> [String: Int] {
        let (counts, isDue) = state.withLock { state in
            let isDue = !state.isCounting && state.countedAt.map { steady - $0 >= .seconds(1) } ?? true
            if isDue { (state.isCounting, state.countedAt) = (true, steady) }
            return (state.counts, isDue)
        }
        if isDue { DispatchQueue.global(qos: .utility).async { [self] in count() } }
        return counts
    }

    private func count() {
        let counts = store.countsByFeed
        state.withLock { state in (state.counts, state.isCounting) = (counts, false) }
    }
}
