import DispatchModel

/// What has come of a feed so far.
public struct FeedCounts: Hashable, Sendable {
    /// Messages understood and taken.
    public var taken: Int64 = 0
    /// Of those, messages about what the console does not have.
    public var refused: Int64 = 0
    /// Of those refused, positions of what is no unit of the board: a receiver says so every second, so they are not kept.
    public var unkept: Int64 = 0
    /// Messages that could not be understood.
    public var faults: Int64 = 0
    /// Messages whose id came before.
    public var repetitions: Int64 = 0
    /// Messages by what is odd about their time.
    public var marks: [TimeMark: Int64] = [:]
    /// Positions that are not trusted.
    public var doubtful: Int64 = 0
    /// Times that something waited because the console was full or the feed too fast.
    public var heldBack: Int64 = 0
    /// Dead letters that could not be kept.
    public var lostLetters: Int64 = 0
    /// Connections that were closed because a further one came and they had been silent the longest.
    public var turnedAway: Int64 = 0
    /// Connections that were closed because they did not show who they are.
    public var strangers: Int64 = 0
    /// Times that the origin was lost and opened again.
    public var reopened: Int64 = 0
    /// When something last came.
    public var last: Timestamp?
    /// The same by a time that never steps, to tell how long ago it was.
    public var heard: Timestamp?
    /// How far the sender's clock is from the console's.
    public var skew: Span?
    /// How long messages are on their way: the median over the newest ones, by the sender's clock.
    public var lag: Span?
    /// Identities forgotten before their window ended.
    public var forgotten: Int64 = 0
    /// Why the origin cannot be read at present, in English and Chinese.
    public var trouble: FeedTrouble?

    /// Nothing yet.
    public init() {}
}

/// Why a feed's origin cannot be read at present.
public struct FeedTrouble: Error, Hashable, Sendable {
    /// In English.
    public var english: String
    /// In Chinese.
    public var chinese: String

    /// Creates a trouble.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }
}
