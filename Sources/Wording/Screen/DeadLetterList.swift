import DispatchModel

/// A message that could not be taken, as a list shows it.
package struct DeadLetterSummary: Hashable, Sendable {
    /// Its number among the dead letters.
    package var number: Int64
    /// When it came.
    package var at: Timestamp
    /// The feed it came by.
    package var feed: String
    /// Where and what was wrong, in English.
    package var english: String
    /// Where and what was wrong, in Chinese.
    package var chinese: String

    /// Creates a summary.
    package init(number: Int64, at: Timestamp, feed: String, english: String, chinese: String) {
        self.number = number
        self.at = at
        self.feed = feed
        self.english = english
        self.chinese = chinese
    }
}

/// The newest of the messages that could not be taken.
package struct DeadLetterList: Hashable, Sendable {
    /// The newest ones, the newest first.
    package var letters: [DeadLetterSummary]
    /// How many are kept in all.
    package var kept: Int
    /// How many gave way to newer ones since the program was started.
    package var removed: Int64
    /// False while some of the newest have not been read yet: another look reads on.
    package var isComplete: Bool

    /// Creates a list.
    package init(
        letters: [DeadLetterSummary] = [], kept: Int = 0, removed: Int64 = 0, isComplete: Bool = true
    ) {
        self.letters = letters
        self.kept = kept
        self.removed = removed
        self.isComplete = isComplete
    }
}
