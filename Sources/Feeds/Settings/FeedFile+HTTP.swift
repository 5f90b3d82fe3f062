import DispatchModel
import Formats

extension FeedFile {
    /// The table `[http]`; without it the server's defaults.
    static func http(_ root: SettingsTable) -> HTTPSettings {
        var http = HTTPSettings()
        guard let table = root.subtable("http") else { return http }
        table.expect(["listen", "public", "certificate", "key"] + sizes.map(\.key) + times.map(\.key))
        if let text = table.string("listen") {
            if let address = HTTPAddress(text) {
                http.address = address
            } else {
                table.fault("listen", "must be HOST:PORT, such as 127.0.0.1:8470", "应为 主机:端口，例如 127.0.0.1:8470")
            }
        }
        http.certificate = table.string("certificate", required: table.has("key"))
        http.key = table.string("key", required: table.has("certificate"))
        let isPublic = table.flag("public")
        checkReach(table, http, isPublic: isPublic)
        for (key, path, range) in sizes {
            if let value = table.integer(key, range) { http.limits[keyPath: path] = value }
        }
        for (key, path, longest) in times {
            if let value = table.milliseconds(key, limit: longest) {
                http.limits[keyPath: path] = Span(milliseconds: max(10, value))
            }
        }
        return http
    }

    /// Tokens must not travel in the clear: an address that others reach needs TLS.
    private static func checkReach(_ table: SettingsTable, _ http: HTTPSettings, isPublic: Bool) {
        let host = http.address.host
        guard !http.address.isLoopback else { return }
        if !http.isSecure {
            table.fault(
                "listen",
                "\(host) can be reached from other machines; give certificate and key, or listen on 127.0.0.1",
                "其他机器可访问 \(host)；请给出 certificate 与 key，或改为监听 127.0.0.1")
        } else if !isPublic {
            table.fault(
                "listen", "\(host) can be reached from other machines; write public = true if that is meant",
                "其他机器可访问 \(host)；如确需如此，请写 public = true")
        }
    }

    /// The keys of numbers.
    private static var sizes: [(key: String, path: WritableKeyPath<HTTPLimits, Int>, range: ClosedRange<Int>)] {
        [
            ("connections", \.connections, 1...4096), ("head-bytes", \.headBytes, 1024...65_536),
            ("head-fields", \.headFields, 8...250), ("body-bytes", \.bodyBytes, 1024...4_194_304),
            ("feed-bytes", \.feedBytes, 1024...268_435_456), ("feed-requests", \.feedRequests, 1...1024),
            ("messages", \.messages, 1...50_000), ("least-rate", \.leastRate, 0...1_048_576),
        ]
    }

    /// The keys of times, and the longest of each in milliseconds.
    private static var times: [(key: String, path: WritableKeyPath<HTTPLimits, Span>, longest: Int64)] {
        [
            ("head-time", \.headTime, 120_000), ("body-time", \.bodyTime, 600_000),
            ("idle-time", \.idleTime, 3_600_000), ("answer-time", \.answerTime, 300_000),
        ]
    }

    /// The token and format of a feed that speaks HTTP, and who may speak to one that listens on a socket.
    static func access(_ table: SettingsTable, _ feed: inout FeedSettings) {
        switch feed.origin {
        case .http(let address): http(table, address, &feed)
        case .tcp: feed.tokenHash = token(table, feed.name)
        case .unixSocket:
            feed.tokenHash = token(table, feed.name)
            feed.users = table.strings("users")
        default:
            if table.has("token-sha256") {
                table.fault(
                    "token-sha256", "only a feed from http, tcp or unix has a token; remove it",
                    "仅 http、tcp、unix 数据源有令牌；请删除")
            }
        }
        if case .unixSocket = feed.origin { return }
        if table.has("users") {
            table.fault("users", "only a feed from unix knows its sender's user; remove it", "仅 unix 数据源可识别发送方用户；请删除")
        }
    }

    private static func http(_ table: SettingsTable, _ address: HTTPAddress?, _ feed: inout FeedSettings) {
        if address != nil {
            table.fault(
                "from", "write from = \"http\" here and the address as listen in [http]",
                "此处请写 from = \"http\"，地址写在 [http] 的 listen")
        }
        if table.has("public") {
            table.fault("public", "write it in [http]: all feeds share its address", "请写在 [http]：各数据源共用其地址")
        }
        let names = Dictionary(uniqueKeysWithValues: FeedFormat.overHTTP.map { ($0.rawValue, $0) })
        let format: FeedFormat? = table.choice("format", of: names)
        guard let hash = token(table, feed.name, isRequired: true) else { return }
        feed.http = HTTPFeedSettings(tokenHash: hash, format: format)
        if let format { feed.format = format }
    }

    private static func token(_ table: SettingsTable, _ feed: String, isRequired: Bool = false) -> [UInt8]? {
        guard let text = table.string("token-sha256", required: isRequired) else { return nil }
        guard let hash = digest(text) else {
            table.fault(
                "token-sha256", "must be 64 hexadecimal digits; `watchfloor feeds token \(feed)` makes one",
                "应为 64 位十六进制数字；可用 `watchfloor feeds token \(feed)` 生成")
            return nil
        }
        return hash
    }

    /// The 32 bytes of 64 hexadecimal digits.
    static func digest(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 64, !digits.contains(nil) else { return nil }
        let values = digits.compactMap { $0.map(UInt8.init) }
        return stride(from: 0, to: 64, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
