import DispatchModel
import Feeds
import Formats

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
