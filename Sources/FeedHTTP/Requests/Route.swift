import Feeds

/// The resources of the server.
enum Route: Hashable, Sendable {
    /// What a format is posted to.
    case posts(FeedFormat)
    case health, metrics, openapi

    /// Every resource.
    static let all: [Route] = FeedFormat.overHTTP.map(Route.posts) + [.health, .metrics, .openapi]
    private static let byPath = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })

    /// The resource at a path; nil for none of ours.
    init?(path: String) {
        guard let route = Route.byPath[path] else { return nil }
        self = route
    }

    /// The resource that a request names, in origin or absolute form, without its query; nil for none of ours.
    init?(target: String) {
        var path = Substring(target)
        for scheme in ["http://", "https://"] where path.hasPrefix(scheme) {
            let rest = path.dropFirst(scheme.count)
            path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        }
        self.init(path: String(path.prefix { $0 != "?" }))
    }

    /// Its path.
    var path: String {
        switch self {
        case .posts(let format): format.type.path ?? ""
        case .health: "/healthz"
        case .metrics: "/metrics"
        case .openapi: "/v1/openapi.json"
        }
    }

    /// The format of what is posted to it; nil for what is only read.
    var format: FeedFormat? {
        if case .posts(let format) = self { format } else { nil }
    }

    /// The methods that it answers, for `Allow`.
    var methods: [String] {
        guard let format else { return ["GET", "HEAD"] }
        return format.type.asksPermission ? ["OPTIONS", "POST"] : ["POST"]
    }
}

/// What the body of a request is.
struct BodyKind: Hashable, Sendable {
    /// The format.
    var format: FeedFormat
    /// How it is taken apart.
    var shape: BodyShape

    /// What a body of a media type is to a route; nil for what it does not read.
    init?(_ type: MediaType, of route: Route, hasEventHeader: Bool) {
        guard let format = route.format,
            let shape = format.type.shape(of: type, hasEventHeader: hasEventHeader)
        else { return nil }
        (self.format, self.shape) = (format, shape)
    }

    /// What a letter of a format is read as when it is sent again.
    init(letter format: FeedFormat, _ bytes: [UInt8]) {
        let format = format.type.path == nil ? .messages : format
        (self.format, shape) = (format, format.type.shape(of: bytes))
    }
}
