import Feeds
import Formats

/// The newest dead letters of a feed by what is in them, so that a sender that retries for ever fills no store.
struct RecentLetters {
    /// The most that are remembered; beyond, the oldest is forgotten.
    static let limit = 256

    private var numbers: [String: Int64] = [:]
    private var order: [String] = []

    /// What a letter is recognised by: its bytes and what is wrong with it.
    static func mark(_ bytes: [UInt8], _ fault: MessageFault) -> String {
        var hasher = SHA256()
        hasher.update(bytes)
        hasher.update(Array(fault.english.utf8))
        return hexadecimalText(hasher.digest())
    }

    /// The number of the letter with a mark.
    subscript(mark: String) -> Int64? {
        get { numbers[mark] }
        set {
            if numbers.updateValue(newValue ?? 0, forKey: mark) == nil { order.append(mark) }
            if order.count > RecentLetters.limit { numbers[order.removeFirst()] = nil }
        }
    }
}
