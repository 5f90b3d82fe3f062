import DispatchModel
import Wording

/// Says of each feed, when it changes, that it cannot be read, falls silent, comes back, or has messages that are not taken.
struct FeedReporter {
    /// A line about a feed.
    struct Line: Equatable {
        var level: RunLog.Level
        var feed: String
        var text: String
    }

    private struct Seen {
        var state = FeedStatus.State.waiting
        var trouble = ""
        var letters: Int64 = 0
        var lost: Int64 = 0
        var toldLetters: Timestamp?
    }

    private var seen: [String: Seen] = [:]

    /// The least time between two lines about a feed's dead letters, so that one bad sender fills no log.
    static let pause = Span.minutes(1)

    /// What has changed since the last look.
    mutating func look(_ feeds: [FeedStatus], now: Timestamp) -> [Line] {
        feeds.flatMap { feed -> [Line] in
            var known = seen[feed.name] ?? Seen()
            defer { seen[feed.name] = known }
            return changes(of: feed, now, &known) + letters(of: feed, now, &known)
        }
    }

    private func changes(of feed: FeedStatus, _ now: Timestamp, _ known: inout Seen) -> [Line] {
        let state = feed.state(at: now)
        let trouble = feed.trouble.map { say($0.english, $0.chinese) } ?? ""
        let before = known.state
        defer { (known.state, known.trouble) = (state, trouble) }
        if !trouble.isEmpty {
            guard trouble != known.trouble else { return [] }
            return [Line(level: .error, feed: feed.name, text: say("cannot be read: \(trouble)", "无法读取：\(trouble)"))]
        }
        if state == .silent, before != .silent {
            let silence = feed.silence(at: now).seconds
            return [Line(level: .warning, feed: feed.name, text: say("silent for \(silence) s", "已静默 \(silence) 秒"))]
        }
        if before == .failed || before == .silent, state != before {
            return [Line(level: .notice, feed: feed.name, text: say("is read again", "恢复读取"))]
        }
        if state == .ended, before != .ended {
            return [Line(level: .info, feed: feed.name, text: say("has ended", "已结束"))]
        }
        return []
    }

    private func letters(of feed: FeedStatus, _ now: Timestamp, _ known: inout Seen) -> [Line] {
        var lines: [Line] = []
        if feed.lostLetters > known.lost {
            let lost = feed.lostLetters - known.lost
            lines.append(
                Line(
                    level: .error, feed: feed.name,
                    text: say("\(lost) refused messages could not be kept", "\(lost) 条被拒收的消息未能保存")))
            known.lost = feed.lostLetters
        }
        let isQuiet = known.toldLetters.map { now - $0 < FeedReporter.pause && now >= $0 } ?? false
        if feed.deadLetters > known.letters, !isQuiet {
            let count = feed.deadLetters - known.letters
            lines.append(
                Line(
                    level: .warning, feed: feed.name,
                    text: say("\(count) messages refused and kept as dead letters", "\(count) 条消息被拒收，已存为死信")))
            (known.letters, known.toldLetters) = (feed.deadLetters, now)
        }
        return lines
    }
}
