import DispatchModel
import Feeds

/// What the server has to know of the console around it.
package struct HTTPSurroundings: Sendable {
    /// Observations that wait to be looked at, and the most that may.
    package var inbox: @Sendable () -> (waiting: Int, limit: Int)
    /// What has come of each feed of the console, those over HTTP among them.
    package var feeds: @Sendable () -> [(feed: String, counts: FeedCounts)]
    /// How the console itself is doing.
    package var health: @Sendable () -> HealthReport
    /// Why nothing can be recorded; nil while all is well. Asked at every request, so nothing else is looked at for it.
    package var trouble: @Sendable () -> FeedTrouble?
    /// The program's version.
    package var version: String

    /// Creates surroundings of functions that any thread may call; without a `trouble` of its own it is that of `health`.
    package init(
        inbox: @escaping @Sendable () -> (waiting: Int, limit: Int),
        feeds: @escaping @Sendable () -> [(feed: String, counts: FeedCounts)],
        health: @escaping @Sendable () -> HealthReport = { HealthReport() },
        trouble: (@Sendable () -> FeedTrouble?)? = nil, version: String
    ) {
        self.inbox = inbox
        self.feeds = feeds
        self.health = health
        self.trouble = trouble ?? { health().trouble }
        self.version = version
    }
}

/// How a console, or `ingest`, is doing.
package struct HealthReport: Sendable {
    /// Position of the last event on disk.
    package var position: Int64 = 0
    /// When the journal last took something; nil while it has not.
    package var committed: Timestamp?
    /// What tells the journal's file from another: the numbers of its disk and of the file; empty when nobody knows.
    package var file = ""
    /// Why nothing can be recorded; nil while all is well.
    package var trouble: FeedTrouble?
    /// When the program last went through its work; nil when nobody notes that.
    package var turned: Timestamp?
    /// When a frame was last given to the terminal; nil without a screen.
    package var drawn: Timestamp?
    /// Feeds that have said nothing for longer than they may.
    package var silent: [String] = []

    /// The longest that a program which is well may take to go through its work, in milliseconds.
    package static let longestTurn: Int64 = 10_000

    /// Nothing known.
    package init() {}
}
