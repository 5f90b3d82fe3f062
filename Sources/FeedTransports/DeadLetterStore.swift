import Feeds
import Glibc
import Synchronization

/// Keeps dead letters in a folder, a file each, the newest up to a limit: an older one gives way, which is counted.
///
/// Several processes may keep letters in one folder, and look after them, at the same time: numbers are given under a
/// lock and never twice. Letters to be sent again are moved into a folder beside, from which the feed that they came by
/// takes them.
public final class DeadLetterStore: Sendable {
    /// The most letters kept.
    public static let limit = 1000
    /// The most bytes that the files of all letters have together, but for the newest.
    public static let byteLimit = 64 << 20

    private let folder: String
    private let byteLimit: Int
    /// Numbers of the letters that are on their way to the console again.
    private let underWay = Mutex<Set<Int64>>([])

    /// A store in a folder, which is made when something is kept.
    public convenience init(folder: String) {
        self.init(folder: folder, byteLimit: DeadLetterStore.byteLimit)
    }

    init(folder: String, byteLimit: Int) {
        self.folder = folder
        self.byteLimit = byteLimit
    }

    /// Letters that gave way to newer ones since the folder was made.
    public var removed: Int64 { DeadLetterLedger.read(folder).removed }

    /// The numbers of the letters kept, in order.
    public var kept: [Int64] { Self.numbers(in: folder) }

    /// How many letters are kept.
    public var count: Int { kept.count }

    /// Keeps a letter; false when the disk does not take it.
    public func keep(_ letter: DeadLetter) -> Bool { number(keeping: letter) != nil }

    /// Keeps a letter and gives its number; nil when the disk does not take it.
    public func number(keeping letter: DeadLetter) -> Int64? {
        _ = mkdir(folder, 0o700)
        let written = letter.written
        return DeadLetterLedger.hold(folder) { ledger -> Int64? in
            var numbers = Self.numbers(in: folder)
            let number = max(ledger.last, numbers.last ?? 0, Self.numbers(in: resent).last ?? 0) + 1
            guard replaceFile(path(number, in: folder), with: written) else { return nil }
            ledger.last = number
            var sizes = numbers.map(size)
            var bytes = sizes.reduce(written.count, +)
            while !numbers.isEmpty, numbers.count >= Self.limit || bytes > byteLimit {
                unlink(path(numbers.removeFirst(), in: folder))
                bytes -= sizes.removeFirst()
                ledger.removed += 1
            }
            return number
        }
    }

    /// The letters kept, the oldest first.
    public func letters() -> [DeadLetter] {
        Self.numbers(in: folder).compactMap { letter($0, in: folder) }
    }

    /// A letter by its number; nil when it is not kept.
    public func letter(_ number: Int64) -> DeadLetter? { letter(number, in: folder) }

    /// Puts a letter where its feed takes it from again; false when it is not there, or only its beginning was kept.
    public func resend(_ number: Int64) -> Bool {
        guard letter(number)?.isWhole == true else { return false }
        _ = mkdir(resent, 0o700)
        return rename(path(number, in: folder), path(number, in: resent)) == 0
    }

    /// Takes a letter away for good; false when it is not there.
    public func remove(_ number: Int64) -> Bool {
        // The ledger knows its number, so that it is not given again.
        unlink(path(number, in: folder)) == 0
    }

    /// The letters of a feed that are to be sent again, each once. A letter stays on the disk until it is settled, so that
    /// no end of the program loses it: what was not settled is taken again at the next start.
    public func takeResent(of feed: String) -> [DeadLetter] {
        underWay.withLock { underWay in
            Self.numbers(in: resent).compactMap { number in
                guard !underWay.contains(number), let letter = letter(number, in: resent), letter.feed == feed else {
                    return nil
                }
                underWay.insert(number)
                return letter
            }
        }
    }

    /// Takes a letter that was sent again off the disk: what it says is recorded or known, or it was kept anew.
    public func settle(_ number: Int64) {
        // One that cannot be taken off stays under way, so that it is not sent every second.
        guard unlink(path(number, in: resent)) == 0 || errno == ENOENT else { return }
        putBack(number)
    }

    /// A letter that was to be sent again was not taken: its feed takes it once more.
    public func putBack(_ number: Int64) {
        _ = underWay.withLock { $0.remove(number) }
    }

    private var resent: String { folder + "/resend" }

    private func path(_ number: Int64, in folder: String) -> String { "\(folder)/\(number).json" }

    private func size(_ number: Int64) -> Int {
        var status = stat()
        return stat(path(number, in: folder), &status) == 0 ? Int(status.st_size) : 0
    }

    private func letter(_ number: Int64, in folder: String) -> DeadLetter? {
        readWholeFile(path(number, in: folder), limit: DeadLetter.writtenLimit).flatMap {
            DeadLetter(number: number, written: $0)
        }
    }

    private static func numbers(in folder: String) -> [Int64] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var numbers: [Int64] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".json"), let number = Int64(name.dropLast(5)), number > 0 { numbers.append(number) }
        }
        return numbers.sorted()
    }
}
