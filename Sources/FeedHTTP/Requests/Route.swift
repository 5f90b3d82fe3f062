import Feeds

/// The resources of the server.
enum Route: String, CaseIterable, Sendable {
    case messages = "/v1/messages"
    case alertmanager = "/v1/alertmanager"
    case cap = "/v1/cap"
    case cloudevents = "/v1/cloudevents"
    case health = "/healthz"
    case metrics = "/metrics"
    case openapi = "/v1/openapi.json"

    /// The resource that a request names, in origin or absolute form, without its query; nil for none of ours.
    init?(target: String) {
        var path = Substring(target)
        for scheme in ["http://", "https://"] where path.hasPrefix(scheme) {
            let rest = path.dropFirst(scheme.count)
            path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        }
        self.init(rawValue: String(path.prefix { $0 != "?" }))
    }

    /// The format of what is posted to it; nil for what is only read.
    var format: FeedFormat? {
        switch self {
        case .messages: .messages
        case .alertmanager: .alertmanager
        case .cap: .cap
        case .cloudevents: .cloudevents
        case .health, .metrics, .openapi: nil
        }
    }

    /// The methods that it answers, for `Allow`.
    var methods: [String] {
        if self == .cloudevents { return ["OPTIONS", "POST"] }
        return format == nil ? ["GET", "HEAD"] : ["POST"]
    }

    /// The media types that are read, for messages about another.
    var mediaTypes: String {
        switch self {
        case .messages: "application/json (one or a list), application/x-ndjson (one a line)"
        case .alertmanager: "application/json"
        case .cap: "application/cap+xml, application/xml, text/xml, application/atom+xml"
        case .cloudevents:
            "application/cloudevents+json, application/cloudevents-batch+json, or ce-specversion with application/json"
        case .health, .metrics, .openapi: ""
        }
    }
}

/// What the body of a request is.
enum BodyKind: Hashable, Sendable {
    /// A message or a list of messages.
    case messages
    /// A message a line.
    case messageLines
    case alertmanager
    case cap
    case cloudEvent
    case cloudEventBatch
    /// One event, its attributes in the header.
    case cloudEventBinary

    /// What a letter of a format is read as when it is sent again.
    init(letter format: FeedFormat, _ bytes: [UInt8]) {
        switch format {
        case .alertmanager: self = .alertmanager
        case .cap: self = .cap
        case .cloudevents: self = bytes.first { $0 > 0x20 } == UInt8(ascii: "[") ? .cloudEventBatch : .cloudEvent
        case .messages, .gpsd: self = .messages
        }
    }

    /// The format.
    var format: FeedFormat {
        switch self {
        case .messages, .messageLines: .messages
        case .alertmanager: .alertmanager
        case .cap: .cap
        case .cloudEvent, .cloudEventBatch, .cloudEventBinary: .cloudevents
        }
    }
}

/// A media type (RFC 9110, section 8.3.1) as far as it is looked at.
struct MediaType: Hashable, Sendable {
    /// Type and subtype in lower case.
    var name: String
    /// The character set in lower case; empty when none is named.
    var charset = ""

    /// Reads a `Content-Type`.
    init(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(MediaType.trimmed)
        name = parts[0].lowercased()
        for part in parts.dropFirst() where part.lowercased().hasPrefix("charset=") {
            charset = part.dropFirst(8).filter { $0 != "\"" }.lowercased()
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// What a body of this type is to a route; nil for what it does not read. JSON is UTF-8 (RFC 8259, section 8.1).
    ///
    /// The type of forms says nothing: it is what `curl -d` sends whatever the body is.
    func kind(of route: Route, hasEventHeader: Bool) -> BodyKind? {
        let isUTF8 = charset.isEmpty || charset == "utf-8" || charset == "utf8" || charset == "us-ascii"
        let isUntold = name == "application/x-www-form-urlencoded"
        switch route {
        case .messages:
            guard isUTF8 else { return nil }
            if name == "application/json" || isUntold { return .messages }
            return MediaType.lines.contains(name) ? .messageLines : nil
        case .alertmanager: return (name == "application/json" || isUntold) && isUTF8 ? .alertmanager : nil
        case .cap:
            // The document itself says how it is encoded, and a charset that says otherwise is not believed.
            return name == "application/xml" || name == "text/xml" || name.hasSuffix("+xml") || isUntold ? .cap : nil
        case .cloudevents:
            guard isUTF8 else { return nil }
            if name == "application/cloudevents+json" { return .cloudEvent }
            if name == "application/cloudevents-batch+json" { return .cloudEventBatch }
            let isJSON = name == "application/json" || name.hasSuffix("+json") || isUntold
            if hasEventHeader { return isJSON ? .cloudEventBinary : nil }
            return isUntold ? .cloudEvent : nil
        case .health, .metrics, .openapi: return nil
        }
    }

    private static let lines: Set<String> = [
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/jsonlines",
        "application/x-jsonlines",
    ]
}
