import Core
import DispatchModel
import Feeds
import Formats
import Glibc
import Synchronization

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
    static let longestTurn: Int64 = 10_000

    /// Nothing known.
    package init() {}
}

/// What `GET /healthz` says: 200 when all is well, else 503 with every reason.
struct Health {
    var report: HealthReport
    var inbox: (waiting: Int, limit: Int)
    var feeds: [(feed: String, counts: FeedCounts)]
    var now: Timestamp
    /// True for a while after the journal could not take something in time.
    var hasJustFailed: Bool

    /// What is not well, with what the sender of a message is to make of it.
    private var troubles: [(refusal: RequestRefusal, text: String)] {
        var troubles: [(RequestRefusal, String)] = []
        if let trouble = report.trouble { troubles.append((.journal, "nothing is recorded: \(trouble.english)")) }
        if report.trouble == nil, hasJustFailed { troubles.append((.journal, "the journal does not take writing")) }
        if inbox.waiting >= inbox.limit { troubles.append((.inboxFull, "\(inbox.waiting) observations wait")) }
        for (name, at) in [("the program", report.turned), ("the screen", report.drawn)] {
            if let at, now.rawValue - at.rawValue > HealthReport.longestTurn {
                troubles.append((.stalled, "\(name) has stood still since \(RFC3339.text(at))"))
            }
        }
        for (feed, counts) in feeds {
            if let trouble = counts.trouble { troubles.append((.feed, "feed \(feed): \(trouble.english)")) }
        }
        for feed in report.silent { troubles.append((.feed, "feed \(feed) is silent")) }
        return troubles
    }

    /// The answer; without details unless it is `inFull`.
    func answer(inFull: Bool) -> Answer {
        let troubles = troubles
        let details = inFull ? self.details(troubles.map(\.text)) : []
        guard let first = troubles.first else {
            return .json(.ok, .object([member("status", .string("ok"))] + details))
        }
        let text = inFull ? troubles.map(\.text).joined(separator: "; ") : "not all is well"
        return .problem(.serviceUnavailable, first.refusal, text, more: details).retry(afterMilliseconds: 2000)
    }

    private func details(_ troubles: [String]) -> [JSON.Member] {
        var journal = [member("position", .integer(report.position)), member("file", .string(report.file))]
        journal.append(member("committed", time(report.committed)))
        var members = [
            member("troubles", .array(troubles.map { .string($0) })), member("clock", time(now)),
            member("waiting", .integer(Int64(inbox.waiting))), member("journal", .object(journal)),
        ]
        if report.turned != nil { members.append(member("turned", time(report.turned))) }
        if report.drawn != nil { members.append(member("drawn", time(report.drawn))) }
        members.append(member("feeds", .array(feeds.map { self.feed($0.feed, $0.counts) })))
        return members
    }

    private func feed(_ name: String, _ counts: FeedCounts) -> JSON {
        .object([
            member("name", .string(name)), member("last", time(counts.last)),
            member("silent", .bool(report.silent.contains(name))),
            member("trouble", counts.trouble.map { .string($0.english) } ?? .null),
        ])
    }

    private func time(_ time: Timestamp?) -> JSON { time.map { .string(RFC3339.text($0)) } ?? .null }

    private func member(_ name: String, _ value: JSON) -> JSON.Member { JSON.Member(name: name, value: value) }
}

/// What the run loop puts up for `/healthz` to read.
package final class HealthBoard: Sendable {
    private let report = Mutex(HealthReport())

    /// Nothing is put up yet.
    package init() {}

    /// What was put up last.
    package var current: HealthReport { report.withLock { $0 } }

    /// Names the journal's file: its disk and number.
    package func note(file path: String) {
        var status = stat()
        let text = stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : ""
        report.withLock { $0.file = text }
    }

    /// The loop has gone through its work.
    package func turn(_ core: EventCore, now: Timestamp) {
        let failure = core.failure.map { FeedTrouble($0.message.english, $0.message.chinese) }
        report.withLock { report in
            if report.turned != nil, core.recordedPosition != report.position { report.committed = now }
            (report.position, report.trouble, report.turned) = (core.recordedPosition, failure, now)
        }
    }

    /// A frame was given to the terminal.
    package func drew(at now: Timestamp) { report.withLock { $0.drawn = now } }
}
