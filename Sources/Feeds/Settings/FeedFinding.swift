/// Something about a feed that its settings show before it runs.
package struct FeedFinding: Hashable, Sendable {
    /// The feed's name.
    package var feed: String
    /// What it is, and what to do, in English.
    package var english: String
    /// The same in Chinese.
    package var chinese: String
    /// True when the feed cannot work because of it; else it is advice.
    package var isFault: Bool

    /// Creates a finding.
    package init(feed: String, _ english: String, _ chinese: String, isFault: Bool = true) {
        self.feed = feed
        self.english = english
        self.chinese = chinese
        self.isFault = isFault
    }
}

extension FeedConfiguration {
    /// What the settings show by themselves: feeds that get in each other's way, and whom nobody asks who they are.
    package var findings: [FeedFinding] {
        var owners: [String: String] = [:]
        var found: [FeedFinding] = []
        if feeds.contains(where: { $0.http != nil }) {
            owners[place(of: .tcp(host: http.address.host, port: http.address.port)) ?? ""] = "http"
        }
        for feed in feeds {
            let place = place(of: feed.origin)
            if let place, let owner = owners.updateValue(feed.name, forKey: place), owner != feed.name {
                found.append(
                    FeedFinding(
                        feed: feed.name,
                        "\(feed.origin.written) is that of the feed \(owner) already; give each its own",
                        "\(feed.origin.written) 已属于数据源 \(owner)；请各用其一"))
                owners[place] = owner
            }
            if case .tcp = feed.origin, feed.tokenHash == nil {
                found.append(
                    FeedFinding(
                        feed: feed.name,
                        "any program that reaches the port may speak for it; `watchfloor feeds token \(feed.name)` makes a token-sha256 for it",
                        "任何能访问该端口的程序都可代其发送；可用 `watchfloor feeds token \(feed.name)` 生成 token-sha256",
                        isFault: false))
            }
        }
        return found
    }

    /// What only one feed can have; nil when several can.
    private func place(of origin: FeedOrigin) -> String? {
        switch origin {
        case .tcp(let host, let port):
            port == 0 ? nil : "port \(FeedOrigin.isLoopback(host) ? "loopback" : host) \(port)"
        case .http: nil
        default: origin.written
        }
    }
}

extension FeedOrigin {
    /// The origin as it is written in `feeds.toml`.
    package var written: String {
        switch self {
        case .standardInput: "stdin"
        case .file(let path): "file:" + path
        case .fifo(let path): "fifo:" + path
        case .unixSocket(let path): "unix:" + path
        case .tcp(let host, let port): "tcp:\(host):\(port)"
        case .gpsd(let host, let port): "gpsd:\(host):\(port)"
        case .http(let address): address.map { "http:\($0)" } ?? "http"
        }
    }
}
