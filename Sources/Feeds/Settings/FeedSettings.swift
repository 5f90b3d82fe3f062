import DispatchModel

/// Where a feed's bytes come from.
package enum FeedOrigin: Hashable, Sendable {
    /// Standard input, to its end.
    case standardInput
    /// A file that another program appends to; followed over rotation and truncation.
    case file(String)
    /// A named pipe, made when it is not there.
    case fifo(String)
    /// A Unix socket at a path, only for this user; each connection sends lines.
    case unixSocket(String)
    /// A TCP port to listen on; each connection sends lines.
    case tcp(host: String, port: UInt16)
    /// A gpsd to ask, by TCP.
    case gpsd(host: String, port: UInt16)
    /// Requests to the HTTP server; nil for the address that the settings of the server name.
    case http(HTTPAddress?)

    /// What an origin is written as, for messages.
    package static let forms = "stdin, file:PATH, fifo:PATH, unix:PATH, tcp:HOST:PORT, gpsd:HOST:PORT or http"
    /// The same in Chinese.
    package static let chineseForms = "stdin、file:路径、fifo:路径、unix:路径、tcp:主机:端口、gpsd:主机:端口 或 http"

    /// Reads one of ``forms``, or `http:HOST:PORT`; nil for anything else.
    package init?(_ text: String) {
        if text == "stdin" || text == "-" {
            self = .standardInput
            return
        }
        if text == "http" {
            self = .http(nil)
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = String(text[text.index(after: colon)...])
        guard !rest.isEmpty, !rest.utf8.contains(0) else { return nil }
        switch text[..<colon] {
        case "file": self = .file(rest)
        case "fifo": self = .fifo(rest)
        case "unix":
            guard rest.utf8.count <= 100 else { return nil }
            self = .unixSocket(rest)
        case "tcp", "gpsd":
            guard let end = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: end)...]) else {
                return nil
            }
            let host = String(rest[..<end])
            guard !host.isEmpty, port > 0 || text.hasPrefix("tcp") else { return nil }
            self = text.hasPrefix("tcp") ? .tcp(host: host, port: port) : .gpsd(host: host, port: port)
        case "http":
            guard let address = HTTPAddress(rest) else { return nil }
            self = .http(address)
        default: return nil
        }
    }

    /// True for addresses that only this machine reaches.
    package static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.") && host.split(separator: ".").count == 4
    }
}

/// One feed as it is configured.
package struct FeedSettings: Hashable, Sendable {
    /// Its name: the source of everything it says.
    package var name: String
    /// Where its bytes come from.
    package var origin: FeedOrigin
    /// What they mean.
    package var format = FeedFormat.messages
    /// It is stale when it says nothing for so long; nil for never.
    package var heartbeat: Span?
    /// The most messages a second that are taken; what comes faster waits with its sender.
    package var rate = 200_000
    /// True when others than this machine may connect.
    package var isPublic = false
    /// SHA-256 of the token that a sender on a socket shows in its first line, 32 bytes; nil when none is asked for.
    package var tokenHash: [UInt8]?
    /// Whose programs may connect to a Unix socket, by name or number; empty for this user's alone.
    package var users: [String] = []
    /// The sender's own words.
    package var words = WordMapping()
    /// What it is known by when it speaks HTTP; nil for any other, or while it has no token yet.
    package var http: HTTPFeedSettings?

    /// A feed with everything else at its default; gpsd speaks its own format.
    package init(name: String, origin: FeedOrigin) {
        self.name = name
        self.origin = origin
        if case .gpsd = origin { format = .gpsd }
    }

    /// A feed as `--feed` names it: `ORIGIN` or `NAME=ORIGIN`; nil when it is neither.
    package init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2, FeedSettings.isName(parts[0]), let origin = FeedOrigin(parts[1]) {
            self.init(name: parts[0], origin: origin)
        } else if let origin = FeedOrigin(argument) {
            self.init(name: String(argument.prefix { $0 != ":" }), origin: origin)
        } else {
            return nil
        }
    }

    /// True for a name that a feed may have: 1 to 40 letters, digits, `-`, `_` and `.`.
    package static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                    || $0 == 0x2E || $0 == 0x5F
            }
    }
}

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
