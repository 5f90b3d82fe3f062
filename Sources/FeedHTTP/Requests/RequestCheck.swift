import Feeds
import NIOHTTP1

/// A body that is going to be read for a feed.
struct BodyRequest: Sendable {
    var route: Route
    var kind: BodyKind
    /// The place of the feed in the server's list.
    var feed: Int
    /// The attributes of an event in binary mode.
    var attributes: [(name: String, value: String)] = []
    /// The sender's own mark for a request that it may repeat; empty for none.
    var idempotencyKey = ""
    /// True when the sender reads Chinese.
    var readsChinese = false
}

/// Looks at the head of a request. A value: what the server knows is handed in, so that every answer can be tried out.
struct RequestCheck: Sendable {
    var limits: HTTPLimits
    var tokens: TokenTable
    /// The only format of each feed; nil for any.
    var formats: [FeedFormat?]
    /// The names of this machine besides its addresses, in lower case, under which it is asked for.
    var hosts: Set<String> = []

    /// The request, or why there is none.
    /// - Parameters:
    ///   - head: Its head as it was parsed.
    ///   - isLocal: True when the client is on this machine.
    func look(at head: HTTPRequestHead, isLocal: Bool) -> Result<(route: Route, feed: Int?), AnswerError> {
        if let answer = framingFault(head) { return .failure(AnswerError(answer)) }
        guard let route = Route(target: head.uri) else {
            return .failure(AnswerError(.problem(.notFound, .path, "there is no such resource; see /v1/openapi.json")))
        }
        guard route.methods.contains(head.method.rawValue) else {
            let allowed = route.methods.joined(separator: ", ")
            return .failure(
                AnswerError(
                    .problem(.methodNotAllowed, .method, "this resource takes \(allowed)").with("Allow", allowed)))
        }
        let feed = owner(head.headers)
        if route == .metrics, feed == nil, isLocal, !isOwnHost(head.headers) {
            // A page in a browser of this machine may have its name lead here (DNS rebinding), but not a number's.
            return .failure(
                AnswerError(
                    .problem(
                        .misdirectedRequest, .host, "ask for an address of this machine, or show the token of a feed")))
        }
        let isOpen = route == .health || route == .openapi || route == .metrics && isLocal
        guard isOpen || feed != nil else { return .failure(AnswerError(unauthorised(head.headers))) }
        return .success((route, feed))
    }

    /// True when the request asks for an address in numbers, or for a name of this machine.
    func isOwnHost(_ headers: HTTPHeaders) -> Bool {
        guard let value = headers.first(name: "host")?.lowercased() else { return true }
        if value.hasPrefix("[") { return value.contains("]") }
        let host = value.prefix { $0 != ":" }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) { return true }
        return host == "localhost" || host.hasSuffix(".localhost") || hosts.contains(String(host))
    }

    /// The answer to a sender that asks whether it may send events here (CloudEvents web hooks 1.0.2, section 4): it may,
    /// since it showed the token of a feed.
    func permission(_ headers: HTTPHeaders) -> Answer {
        guard let origin = headers.first(name: "webhook-request-origin"), (1...253).contains(origin.utf8.count),
            origin.utf8.allSatisfy({ isDigit($0) || (0x61...0x7A).contains($0 | 0x20) || "-.:*_/".utf8.contains($0) })
        else { return .problem(.badRequest, .malformed, "write WebHook-Request-Origin, the name of the sender") }
        return Answer(status: .ok, mediaType: "text/plain", body: [])
            .with("WebHook-Allowed-Origin", origin).with("WebHook-Allowed-Rate", "*").with("Allow", "OPTIONS, POST")
    }

    /// What is posted to a route by a feed, or why it is not taken.
    func body(_ route: Route, _ feed: Int, _ headers: HTTPHeaders) -> Result<BodyRequest, AnswerError> {
        if let only = formats[feed], only != route.format {
            return .failure(
                AnswerError(
                    .problem(.forbidden, .format, "the feed of this token may only send \(only.rawValue)")))
        }
        if let coding = headers.first(name: "content-encoding"), coding.lowercased() != "identity" {
            let answer = Answer.problem(.unsupportedMediaType, .mediaType, "send the body without a content coding")
            return .failure(AnswerError(answer.with("Accept-Encoding", "identity")))
        }
        let types = headers["content-type"]
        let hasEventHeader = headers.contains(name: "ce-specversion")
        let kind = types.first.flatMap { BodyKind(MediaType($0), of: route, hasEventHeader: hasEventHeader) }
        guard types.count == 1, let kind else {
            return .failure(
                AnswerError(
                    .problem(
                        .unsupportedMediaType, .mediaType,
                        "write one Content-Type of \(route.format?.type.mediaTypes ?? "")")))
        }
        if let length = length(headers), length > limits.bodyBytes {
            return .failure(AnswerError(tooLarge.closing))
        }
        var request = BodyRequest(route: route, kind: kind, feed: feed)
        if kind.shape == .eventInHeader { request.attributes = EventHeaders.fields(headers) }
        switch idempotencyKey(headers) {
        case .success(let key): request.idempotencyKey = key
        case .failure(let error): return .failure(error)
        }
        request.readsChinese = headers.first(name: "accept-language")?.lowercased().hasPrefix("zh") ?? false
        return .success(request)
    }

    /// A body that is longer than is taken.
    var tooLarge: Answer {
        .problem(.payloadTooLarge, .bodyTooLarge, "a body of at most \(limits.bodyBytes) bytes is taken; send several")
    }

    /// A head that is longer than is taken.
    var headTooLarge: Answer {
        .problem(
            .requestHeaderFieldsTooLarge, .headTooLarge,
            "at most \(limits.headBytes) bytes in \(limits.headFields) header fields are taken"
        ).closing
    }

    /// What two readers could take for two different requests, or what is too long. RFC 9112, sections 3.2, 5.1, 6.1-6.3.
    private func framingFault(_ head: HTTPRequestHead) -> Answer? {
        guard head.version.major == 1, head.version.minor <= 1 else {
            return .problem(.httpVersionNotSupported, .malformed, "HTTP/1.0 and HTTP/1.1 are spoken").closing
        }
        let bytes = head.headers.reduce(head.uri.utf8.count) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        guard bytes <= limits.headBytes, head.headers.count <= limits.headFields else { return headTooLarge }
        let hosts = head.headers["host"].count
        guard hosts == 1 || hosts == 0 && head.version.minor == 0 else {
            return .malformed("write Host once")
        }
        let codings = head.headers["transfer-encoding"]
        let lengths = head.headers["content-length"]
        if !codings.isEmpty {
            guard lengths.isEmpty else { return .malformed("write Content-Length or Transfer-Encoding, not both") }
            guard head.version.minor == 1 else { return .malformed("HTTP/1.0 has no Transfer-Encoding") }
            guard codings == ["chunked"] || codings.map({ $0.lowercased() }) == ["chunked"] else {
                return .malformed("the only Transfer-Encoding is chunked")
            }
        }
        guard lengths.count <= 1, lengths.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else {
            return .malformed("write Content-Length once, in digits")
        }
        guard head.headers["expect"].allSatisfy({ $0.lowercased() == "100-continue" }) else {
            return .problem(.expectationFailed, .malformed, "the only expectation is 100-continue").closing
        }
        return nil
    }

    /// The feed whose token the request shows.
    private func owner(_ headers: HTTPHeaders) -> Int? {
        let values = headers["authorization"]
        guard values.count == 1, let value = values.first, value.lowercased().hasPrefix("bearer ") else { return nil }
        let token = value.dropFirst(7).drop { $0 == " " }
        guard !token.isEmpty, token.utf8.count <= 512 else { return nil }
        return tokens.owner(of: String(token))
    }

    /// RFC 6750, section 3: `error` only when a token was shown.
    private func unauthorised(_ headers: HTTPHeaders) -> Answer {
        let hasToken = headers.contains(name: "authorization")
        let challenge = "Bearer realm=\"watchfloor\"" + (hasToken ? ", error=\"invalid_token\"" : "")
        return .problem(.unauthorized, .token, "send the token of a feed: Authorization: Bearer …")
            .with("WWW-Authenticate", challenge).closing
    }

    private func length(_ headers: HTTPHeaders) -> Int? {
        headers.first(name: "content-length").map { Int($0) ?? .max }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header), with or without its quotes.
    private func idempotencyKey(_ headers: HTTPHeaders) -> Result<String, AnswerError> {
        let values = headers["idempotency-key"]
        guard let value = values.first else { return .success("") }
        let isQuoted = value.utf8.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"")
        let key = isQuoted ? String(value.dropFirst().dropLast()) : value
        let isFit =
            (1...120).contains(key.utf8.count) && key.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 }
        guard values.count == 1, isFit else {
            return .failure(
                AnswerError(
                    .problem(.badRequest, .malformed, "write Idempotency-Key once, 1 to 120 visible characters")))
        }
        return .success(key)
    }
}

/// An answer in the place of an error.
struct AnswerError: Error {
    var answer: Answer

    init(_ answer: Answer) {
        self.answer = answer
    }
}
