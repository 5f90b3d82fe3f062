import DispatchModel

/// An address to listen on for HTTP.
package struct HTTPAddress: Hashable, Sendable, CustomStringConvertible {
    /// A host name or address of this machine.
    package var host: String
    /// The port; 0 for any that is free.
    package var port: UInt16

    /// Creates an address.
    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT` or `[IPV6]:PORT`; nil for anything else.
    package init?(_ text: String) {
        guard !text.utf8.contains(0), let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty else { return nil }
        self.init(host: host, port: port)
    }

    /// True when only this machine reaches it.
    package var isLoopback: Bool { FeedOrigin.isLoopback(host) }

    /// As it is written in `feeds.toml`.
    package var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}

/// What a feed that speaks HTTP is known by.
package struct HTTPFeedSettings: Hashable, Sendable {
    /// SHA-256 of the token that its sender shows, 32 bytes.
    package var tokenHash: [UInt8]
    /// The only format that it may send; nil for all that HTTP carries.
    package var format: FeedFormat?

    /// Creates the settings of a feed.
    package init(tokenHash: [UInt8], format: FeedFormat? = nil) {
        self.tokenHash = tokenHash
        self.format = format
    }
}

/// What a server of HTTP takes at most.
package struct HTTPLimits: Hashable, Sendable {
    /// Connections at once. Beyond them the one that has been idle for longest gives way.
    package var connections = 256
    /// Bytes of a request's line and header fields.
    package var headBytes = 16 << 10
    /// Header fields of a request.
    package var headFields = 100
    /// Bytes of a request's body.
    package var bodyBytes = 4 << 20
    /// Bytes of bodies that one feed may have in memory.
    package var feedBytes = 16 << 20
    /// Requests of one feed that are taken in at once.
    package var feedRequests = 64
    /// Messages of one request.
    package var messages = 10_000
    /// How long the line and header fields of a request may take, from the connection or their first byte on.
    package var headTime = Span.seconds(10)
    /// How long a body may take.
    package var bodyTime = Span.seconds(60)
    /// Bytes a second that a body must have, looked at in each `rateTime`.
    package var leastRate = 1024
    /// The time over which the rate of a body is measured.
    package var rateTime = Span.seconds(5)
    /// How long a connection may say nothing between two requests.
    package var idleTime = Span.seconds(75)
    /// How long a request may wait for the journal.
    package var answerTime = Span.seconds(30)
    /// How long a client may take for an answer, and how long a refused one is listened to so that it can read why.
    package var writeTime = Span.seconds(10)
    /// How long requests that are being taken in are waited for at the end.
    package var stopTime = Span.seconds(2)

    /// The limits of a server that says nothing else.
    package init() {}
}

/// How the server for the feeds that speak HTTP listens.
package struct HTTPSettings: Hashable, Sendable {
    /// Where it listens.
    package var address = HTTPAddress(host: "127.0.0.1", port: 8470)
    /// A PEM file with the certificate and those above it; nil for no TLS.
    package var certificate: String?
    /// A PEM file with the certificate's private key.
    package var key: String?
    /// What it takes at most.
    package var limits = HTTPLimits()

    /// A server for this machine alone.
    package init() {}

    /// True when it speaks TLS.
    package var isSecure: Bool { certificate != nil && key != nil }
}
