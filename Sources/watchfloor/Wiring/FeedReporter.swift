import DispatchModel
import FeedHTTP
import Feeds
import Shell
import Wording

/// Says of each feed, when it changes, that it cannot be read, falls silent, comes back, or has messages that are not taken,
/// and of requests and connections whose sender did not show who it is.
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
        var unkept: Int64 = 0
        var toldUnkept: Timestamp?
        var strangers: Int64 = 0
        var toldStrangers: Timestamp?
    }

    private var seen: [String: Seen] = [:]
    /// Of each server the requests that were told of, and when.
    private var told: [(count: Int64, at: Timestamp?)] = []

    /// The least time between two lines about a feed's dead letters or about strangers, so that one bad sender fills no log.
    static let pause = Span.minutes(1)

    /// What has changed since the last look.
    mutating func look(_ feeds: [FeedStatus], now: Timestamp) -> [Line] {
        feeds.flatMap { feed -> [Line] in
            var known = seen[feed.name] ?? Seen()
            defer { seen[feed.name] = known }
            return changes(of: feed, now, &known) + letters(of: feed, now, &known) + strangers(of: feed, now, &known)
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

    /// Requests that no feed's sender made, of each server.
    mutating func look(_ strangers: [RequestsOfStrangers], now: Timestamp) -> [Line] {
        while told.count < strangers.count { told.append((0, nil)) }
        return strangers.indices.compactMap { index in
            let (seen, last) = (told[index], strangers[index])
            guard last.count > seen.count, FeedReporter.mayTell(seen.at, now) else { return nil }
            told[index] = (last.count, now)
            let count = last.count - seen.count
            let text = say(
                "\(count) requests refused, the last from \(last.peer): \(last.english)",
                "\(count) 个请求被拒收，最近一个来自 \(last.peer)：\(last.chinese)")
            return Line(level: .warning, feed: RefusalWatch.nobody, text: text)
        }
    }

    private func strangers(of feed: FeedStatus, _ now: Timestamp, _ known: inout Seen) -> [Line] {
        guard feed.strangers > known.strangers, FeedReporter.mayTell(known.toldStrangers, now) else { return [] }
        let count = feed.strangers - known.strangers
        (known.strangers, known.toldStrangers) = (feed.strangers, now)
        let text = say(
            "\(count) connections closed: their senders may not speak here, or did not show their token",
            "已关闭 \(count) 个连接：发送方无权发送，或未出示令牌")
        return [Line(level: .warning, feed: feed.name, text: text)]
    }

    /// True when something was not told of for a while.
    private static func mayTell(_ last: Timestamp?, _ now: Timestamp) -> Bool {
        last.map { now - $0 >= FeedReporter.pause || now < $0 } ?? true
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
        if feed.unkept > known.unkept, FeedReporter.mayTell(known.toldUnkept, now) {
            let text = Words(shellLanguage).positionsOfNobody(feed.unkept - known.unkept)
            lines.append(Line(level: .warning, feed: feed.name, text: text))
            (known.unkept, known.toldUnkept) = (feed.unkept, now)
        }
        if feed.newLetters > known.letters, FeedReporter.mayTell(known.toldLetters, now) {
            let count = feed.newLetters - known.letters
            lines.append(
                Line(
                    level: .warning, feed: feed.name,
                    text: say("\(count) messages refused and kept as dead letters", "\(count) 条消息被拒收，已存为死信")))
            (known.letters, known.toldLetters) = (feed.newLetters, now)
        }
        return lines
    }
}
