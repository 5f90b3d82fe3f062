import Feeds
import Glibc
import Synchronization

/// Keeps dead letters in a folder, a file each, the newest up to a limit: an older one gives way, which is counted.
///
/// Letters to be sent again are moved into a folder beside, from which the feed that they came by takes them; so another
/// process than the one that runs the feeds may ask for it.
public final class DeadLetterStore: Sendable {
    /// The most letters kept.
    public static let limit = 1000

    private let folder: String
    private struct State {
        var numbers: [Int64]
        var removed: Int64 = 0
    }
    private let state: Mutex<State>

    /// A store in a folder, which is made when something is kept.
    public init(folder: String) {
        self.folder = folder
        state = Mutex(State(numbers: DeadLetterStore.numbers(in: folder)))
    }

    /// Letters that gave way to newer ones since the store was opened.
    public var removed: Int64 { state.withLock { $0.removed } }

    /// How many letters are kept.
    public var count: Int { state.withLock { $0.numbers.count } }

    /// Keeps a letter; false when the disk does not take it.
    public func keep(_ letter: DeadLetter) -> Bool { number(keeping: letter) != nil }

    /// Keeps a letter and gives its number; nil when the disk does not take it.
    public func number(keeping letter: DeadLetter) -> Int64? {
        _ = mkdir(folder, 0o700)
        return state.withLock { state in
            let number = max(state.numbers.last ?? 0, Self.numbers(in: resent).last ?? 0) + 1
            guard replaceFile(path(number, in: folder), with: letter.written) else { return nil }
            state.numbers.append(number)
            if state.numbers.count > Self.limit {
                unlink(path(state.numbers.removeFirst(), in: folder))
                state.removed += 1
            }
            return number
        }
    }

    /// The numbers of the letters kept, in order.
    public var kept: [Int64] { Self.numbers(in: folder) }

    /// The letters kept, the oldest first.
    public func letters() -> [DeadLetter] {
        Self.numbers(in: folder).compactMap { letter($0, in: folder) }
    }

    /// A letter by its number; nil when it is not kept.
    public func letter(_ number: Int64) -> DeadLetter? { letter(number, in: folder) }

    /// Puts a letter where its feed takes it from again; false when it is not there.
    public func resend(_ number: Int64) -> Bool {
        _ = mkdir(resent, 0o700)
        guard rename(path(number, in: folder), path(number, in: resent)) == 0 else { return false }
        state.withLock { $0.numbers.removeAll { $0 == number } }
        return true
    }

    /// Takes out the letters of a feed that are to be sent again.
    public func takeResent(of feed: String) -> [DeadLetter] {
        Self.numbers(in: resent).compactMap { number in
            guard let letter = letter(number, in: resent), letter.feed == feed,
                unlink(path(number, in: resent)) == 0
            else { return nil }
            return letter
        }
    }

    private var resent: String { folder + "/resend" }

    private func path(_ number: Int64, in folder: String) -> String { "\(folder)/\(number).json" }

    private func letter(_ number: Int64, in folder: String) -> DeadLetter? {
        // In hexadecimal a letter takes twice its bytes, and escapes may take six for one.
        readWholeFile(path(number, in: folder), limit: DeadLetter.limit * 6 + 8192).flatMap {
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
