import Glibc

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
