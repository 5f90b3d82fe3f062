import DispatchModel
import Formats

/// What `feeds.toml` says.
package struct FeedConfiguration: Hashable, Sendable {
    /// The feeds, in the order of the file.
    package var feeds: [FeedSettings]
    /// The server of those that speak HTTP.
    package var http: HTTPSettings
    /// The lines of the file on which the origins of its feeds stand, by the feeds' names.
    package var lines: [String: Int]

    /// Creates a configuration.
    package init(feeds: [FeedSettings] = [], http: HTTPSettings = HTTPSettings(), lines: [String: Int] = [:]) {
        self.feeds = feeds
        self.http = http
        self.lines = lines
    }
}

extension FeedConfiguration {
    /// The feeds that are new, gone, or changed in more than their tokens; `http` for the server.
    package func namesNeedingRestart(since old: FeedConfiguration) -> [String] {
        func plain(_ feeds: [FeedSettings]) -> [String: FeedSettings] {
            Dictionary(
                uniqueKeysWithValues: feeds.map { feed in
                    var feed = feed
                    (feed.tokenHash, feed.http) = (nil, nil)
                    return (feed.name, feed)
                })
        }
        let (before, after) = (plain(old.feeds.filter { old.lines[$0.name] != nil }), plain(feeds))
        let names = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        return names + (old.http == http ? [] : ["http"])
    }
}

/// Reads `feeds.toml` and says everything that is wrong with it.
///
/// ```toml
/// [[feed]]
/// name = "cad"
/// from = "file:/var/log/cad.jsonl"   # stdin, file:, fifo:, unix:, tcp:HOST:PORT, gpsd:HOST:PORT, http
/// format = "messages"                # messages, alertmanager, cloudevents, gpsd; over http also cap
/// heartbeat = "30s"                  # stale when silent for longer; never when left out
/// rate = 200000                      # messages a second
/// public = false                     # true lets others than this machine connect
///
/// [feed.words.status]                # the sender's words and ours: unit, status, type, beat, severity, grade
/// ENR = "en-route"
///
/// [[feed]]
/// name = "prometheus"
/// from = "http"
/// token-sha256 = "9f86d0…"           # made by `watchfloor feeds token prometheus`; on tcp: and unix: the sender's
/// format = "alertmanager"            # first line is the token. The only format it may send; any when left out
///
/// [[feed]]
/// name = "avl"
/// from = "unix:/run/avl.sock"
/// users = ["avl"]                    # whose programs may connect; this user's alone when left out
///
/// [http]                             # where the feeds from http come in; all of it may be left out
/// listen = "127.0.0.1:8470"
/// certificate = "server.pem"         # with key: TLS, which any other address than this machine's own needs
/// key = "server.key"
/// public = false                     # true lets others than this machine connect
/// connections = 256                  # and head-bytes, head-fields, body-bytes, feed-bytes, feed-requests, messages,
/// head-time = "10s"                  # least-rate, body-time, idle-time, answer-time
/// ```
package enum FeedFile {
    /// The most feeds of one console.
    package static let limit = 64

    /// The feeds of a file, and the server that those from HTTP share.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package static func read(text: String, file: String) throws(SettingsError) -> FeedConfiguration {
        let root = try SettingsTable(text: text, file: file)
        root.expect(["feed", "http"])
        let elements = root.elements("feed")
        if elements.count > limit {
            root.fault("feed", "\(elements.count) feeds; at most \(limit)", "共 \(elements.count) 个数据源，至多 \(limit) 个")
        }
        var names: Set<String> = []
        var hashes: Set<[UInt8]> = []
        var lines: [String: Int] = [:]
        let feeds = elements.prefix(limit).compactMap { element -> FeedSettings? in
            guard let feed = feed(element) else { return nil }
            if !names.insert(feed.name).inserted {
                element.fault("name", "\"\(feed.name)\" is taken; give each feed its own", "“\(feed.name)”已被使用；名称不得重复")
            }
            lines[feed.name] = element.line(of: "from")
            if let hash = feed.http?.tokenHash ?? feed.tokenHash, !hashes.insert(hash).inserted {
                element.fault(
                    "token-sha256", "another feed has this token; give each feed its own", "令牌已用于另一数据源；令牌不得重复")
            }
            return feed
        }
        let http = http(root)
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
        return FeedConfiguration(feeds: feeds, http: http, lines: lines)
    }

    private static func feed(_ table: SettingsTable) -> FeedSettings? {
        table.expect(["name", "from", "format", "heartbeat", "rate", "public", "words", "token-sha256", "users"])
        let name = table.string("name", required: true)
        let from = table.string("from", required: true)
        if let name, !FeedSettings.isName(name) || name.hasPrefix(ReportedAlert.ownPrefix) {
            table.fault("name", "must be 1 to 40 letters, digits, -, _ or .", "应为 1 至 40 个字母、数字、-、_ 或 .")
        }
        guard let from, let origin = FeedOrigin(from) else {
            if from != nil {
                table.fault("from", "must be \(FeedOrigin.forms)", "应为 \(FeedOrigin.chineseForms)")
            }
            return nil
        }
        guard let name else { return nil }
        var feed = FeedSettings(name: name, origin: origin)
        access(table, &feed)
        format(table, &feed)
        feed.heartbeat = table.milliseconds("heartbeat", limit: 86_400_000).map {
            max(Span(milliseconds: $0), .seconds(1))
        }
        feed.rate = table.integer("rate", 1...1_000_000) ?? feed.rate
        feed.isPublic = table.flag("public")
        if case .tcp(let host, _) = origin, !FeedOrigin.isLoopback(host), !feed.isPublic {
            table.fault(
                "from", "\(host) can be reached from other machines; write public = true if that is meant",
                "其他机器可访问 \(host)；如确需如此，请写 public = true")
        }
        if let words = table.subtable("words") { feed.words = self.words(words, of: feed) }
        return feed
    }

    private static func format(_ table: SettingsTable, _ feed: inout FeedSettings) {
        if case .http = feed.origin { return }
        let names = Dictionary(uniqueKeysWithValues: FeedFormat.byLine.map { ($0.rawValue, $0) })
        guard let format = table.choice("format", of: names) else { return }
        if case .gpsd = feed.origin, format != .gpsd {
            table.fault("format", "a gpsd speaks gpsd; leave format out", "gpsd 只有 gpsd 格式；请删除 format")
        }
        feed.format = format
    }
}

extension FeedFile {
    /// The tables `[feed.words.FIELD]`. One that the feed's format never asks is refused: whoever wrote it counts on it.
    static func words(_ table: SettingsTable, of feed: FeedSettings) -> WordMapping {
        table.expect(WordMapping.fields)
        let format = feed.http.map(\.format) ?? feed.format
        let used = WordMapping.fields(of: format)
        var mapping = WordMapping()
        for field in WordMapping.fields {
            guard let inner = table.subtable(field) else { continue }
            guard used.contains(field) else {
                let name = format?.rawValue ?? ""
                table.fault(
                    field, "has no effect on \(name), which has words for: \(used.joined(separator: ", ")); remove it",
                    "对 \(name) 无效，其可用：\(used.joined(separator: "、"))；请删除")
                continue
            }
            for key in inner.keys {
                guard let word = inner.string(key) else { continue }
                check(word, of: field, inner, key)
                mapping.words[field, default: [:]][key] = word
            }
        }
        return mapping
    }

    /// A word of a vocabulary must be one of it.
    private static func check(_ word: String, of field: String, _ table: SettingsTable, _ key: String) {
        guard let known = WordMapping.vocabulary(of: field), !known.contains(word) else { return }
        let list = NameList(known)
        table.fault(key, "\"\(word)\" is none of: \(list.english)", "“\(word)”不在可选值中：\(list.chinese)")
    }
}

extension WordMapping {
    /// The fields whose words a format asks for; nil for a feed that may send any.
    static func fields(of format: FeedFormat?) -> [String] {
        format?.type.wordFields ?? fields
    }

    /// The words that the console has for a field; nil for a field of free words.
    static func vocabulary(of field: String) -> [String]? {
        switch field {
        case "status": MessageRules.statuses.map(\.word)
        case "severity": MessageRules.severities.map(\.word)
        case "grade": MessageRules.grades.map(\.word)
        default: nil
        }
    }
}
