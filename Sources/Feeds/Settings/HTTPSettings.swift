import DispatchModel

/// An address to listen on for HTTP.
public struct HTTPAddress: Hashable, Sendable, CustomStringConvertible {
    /// A host name or address of this machine.
    public var host: String
    /// The port; 0 for any that is free.
    public var port: UInt16

    /// Creates an address.
    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT` or `[IPV6]:PORT`; nil for anything else.
    public init?(_ text: String) {
        guard !text.utf8.contains(0), let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty else { return nil }
        self.init(host: host, port: port)
    }

    /// True when only this machine reaches it.
    public var isLoopback: Bool { FeedOrigin.isLoopback(host) }

    /// As it is written in `feeds.toml`.
    public var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}

/// What a feed that speaks HTTP is known by.
public struct HTTPFeedSettings: Hashable, Sendable {
    /// SHA-256 of the token that its sender shows, 32 bytes.
    public var tokenHash: [UInt8]
    /// The only format that it may send; nil for all that HTTP carries.
    public var format: FeedFormat?

    /// Creates the settings of a feed.
    public init(tokenHash: [UInt8], format: FeedFormat? = nil) {
        self.tokenHash = tokenHash
        self.format = format
    }

    /// The formats that come over HTTP.
    public static let formats: [FeedFormat] = [.messages, .alertmanager, .cap, .cloudevents]
}

/// What a server of HTTP takes at most.
public struct HTTPLimits: Hashable, Sendable {
    /// Connections at once. Beyond them the one that has been idle for longest gives way.
    public var connections = 256
    /// Bytes of a request's line and header fields.
    public var headBytes = 16 << 10
    /// Header fields of a request.
    public var headFields = 100
    /// Bytes of a request's body.
    public var bodyBytes = 4 << 20
    /// Bytes of bodies that one feed may have in memory.
    public var feedBytes = 16 << 20
    /// Requests of one feed that are taken in at once.
    public var feedRequests = 64
    /// Messages of one request.
    public var messages = 10_000
    /// How long the line and header fields of a request may take, from the connection or their first byte on.
    public var headTime = Span.seconds(10)
    /// How long a body may take.
    public var bodyTime = Span.seconds(60)
    /// Bytes a second that a body must have, looked at in each `rateTime`.
    public var leastRate = 1024
    /// The time over which the rate of a body is measured.
    public var rateTime = Span.seconds(5)
    /// How long a connection may say nothing between two requests.
    public var idleTime = Span.seconds(75)
    /// How long a request may wait for the journal.
    public var answerTime = Span.seconds(30)
    /// How long a client may take for an answer, and how long a refused one is listened to so that it can read why.
    public var writeTime = Span.seconds(10)
    /// How long requests that are being taken in are waited for at the end.
    public var stopTime = Span.seconds(2)

    /// The limits of a server that says nothing else.
    public init() {}
}

/// How the server for the feeds that speak HTTP listens.
public struct HTTPSettings: Hashable, Sendable {
    /// Where it listens.
    public var address = HTTPAddress(host: "127.0.0.1", port: 8470)
    /// A PEM file with the certificate and those above it; nil for no TLS.
    public var certificate: String?
    /// A PEM file with the certificate's private key.
    public var key: String?
    /// What it takes at most.
    public var limits = HTTPLimits()

    /// A server for this machine alone.
    public init() {}

    /// True when it speaks TLS.
    public var isSecure: Bool { certificate != nil && key != nil }
}
