import DispatchModel
import Wording

/// What is said to the person at the console: on the bottom line for a while, and by the bell.
package struct Teller {
    /// The words of the console's language.
    package var words: Words
    /// What was said last; nil when that was long enough ago or has been answered.
    package private(set) var notice: Notice?
    private var until = Timestamp.epoch
    private var lastBell = Timestamp.epoch

    /// Says nothing yet.
    package init(words: Words) { self.words = words }

    /// Says something for a while: longer what has to be read.
    package mutating func say(_ notice: Notice, at steady: Timestamp) {
        let isUrgent = notice.kind == .error || notice.kind == .warning
        self.notice = notice
        until = steady + .seconds(isUrgent ? 12 : 6)
    }

    /// What was said gives way to what comes next.
    package mutating func hush() { notice = nil }

    /// Says nothing any more that has been said long enough.
    mutating func refresh(at steady: Timestamp) {
        if steady >= until { notice = nil }
    }

    /// True when the bell may ring, at most once in two seconds; it rings then.
    mutating func mayRing(at steady: Timestamp) -> Bool {
        guard steady - lastBell >= .seconds(2) else { return false }
        lastBell = steady
        return true
    }
}
