import DispatchModel

/// What has come of a feed so far.
package struct FeedCounts: Hashable, Sendable {
    /// Messages understood and taken.
    package var taken: Int64 = 0
    /// Of those, messages about what the console does not have.
    package var refused: Int64 = 0
    /// Of those refused, positions of what is no unit of the board: a receiver says so every second, so they are not kept.
    package var unkept: Int64 = 0
    /// Messages that could not be understood.
    package var faults: Int64 = 0
    /// Messages whose id came before.
    package var repetitions: Int64 = 0
    /// Messages by what is odd about their time.
    package var marks: [TimeMark: Int64] = [:]
    /// Positions that are not trusted.
    package var doubtful: Int64 = 0
    /// Times that something waited because the console was full or the feed too fast.
    package var heldBack: Int64 = 0
    /// Dead letters that could not be kept.
    package var lostLetters: Int64 = 0
    /// Connections that were closed because a further one came and they had been silent the longest.
    package var turnedAway: Int64 = 0
    /// Connections that were closed because they did not show who they are.
    package var strangers: Int64 = 0
    /// Times that the origin was lost and opened again.
    package var reopened: Int64 = 0
    /// When something last came.
    package var last: Timestamp?
    /// The same by a time that never steps, to tell how long ago it was.
    package var heard: Timestamp?
    /// How far the sender's clock is from the console's.
    package var skew: Span?
    /// How long messages are on their way: the median over the newest ones, by the sender's clock.
    package var lag: Span?
    /// Identities forgotten before their window ended.
    package var forgotten: Int64 = 0
    /// Why the origin cannot be read at present, in English and Chinese.
    package var trouble: FeedTrouble?

    /// Nothing yet.
    package init() {}

    /// Notes that something came, by the console's clock and by a time that never steps.
    package mutating func hear(now: Timestamp, steady: Timestamp) { (last, heard) = (now, steady) }

    /// Notes what is odd about a message that was understood; what became of it is counted apart.
    package mutating func note(_ message: FeedMessage, _ mark: TimeMark?) {
        if let mark { marks[mark, default: 0] += 1 }
        if !message.doubts.isEmpty { doubtful += 1 }
    }
}

/// Why a feed's origin cannot be read at present.
package struct FeedTrouble: Error, Hashable, Sendable {
    /// In English.
    package var english: String
    /// In Chinese.
    package var chinese: String

    /// Creates a trouble.
    package init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }
}
