import DispatchModel
import FeedTransports
import Feeds
import NIOCore
import NIOHTTP1
import Synchronization

/// What the server has to know of the console around it.
public struct HTTPSurroundings: Sendable {
    /// Observations that wait to be looked at, and the most that may.
    public var inbox: @Sendable () -> (waiting: Int, limit: Int)
    /// What has come of each feed of the console, those over HTTP among them.
    public var feeds: @Sendable () -> [(feed: String, counts: FeedCounts)]
    /// The program's version.
    public var version: String

    /// Creates surroundings of functions that any thread may call.
    public init(
        inbox: @escaping @Sendable () -> (waiting: Int, limit: Int),
        feeds: @escaping @Sendable () -> [(feed: String, counts: FeedCounts)], version: String
    ) {
        self.inbox = inbox
        self.feeds = feeds
        self.version = version
    }
}

/// What all connections share: the feeds, the checks, the counts and the answers that need no body.
final class Service: Sendable {
    let limits: HTTPLimits
    /// True when connections begin with TLS.
    let isSecure: Bool
    let check: RequestCheck
    let feeds: [FeedIntake]
    let counts = ServerCounts()
    private let letters: DeadLetterStore
    private let now: @Sendable () -> Timestamp
    private let surroundings: HTTPSurroundings
    private let stopping = EndFlag()
    private let isOver = Mutex(false)
    /// When the journal last could not take something, in milliseconds; 0 for never.
    private let failed = Atomic<Int64>(0)

    /// How long the journal counts as failing after it could not take something, in milliseconds. Nobody may be sending
    /// because of it, so that it has to end by itself.
    static let failureTime: Int64 = 10_000

    init(
        _ settings: HTTPSettings, _ feeds: [FeedSettings], _ sink: FeedSink, _ letters: DeadLetterStore,
        _ surroundings: HTTPSurroundings
    ) {
        limits = settings.limits
        isSecure = settings.isSecure
        self.letters = letters
        self.surroundings = surroundings
        now = sink.now
        let end = stopping
        self.feeds = feeds.map { FeedIntake($0, limits: settings.limits, sink: sink, letters: letters, end: end) }
        check = RequestCheck(
            limits: settings.limits, tokens: TokenTable(hashes: feeds.map { $0.http?.tokenHash ?? [] }),
            formats: feeds.map { $0.http?.format })
    }

    /// True once the server is to end.
    var isStopping: Bool { stopping.isSet }
    /// Takes nothing new from now on.
    func beginStopping() { stopping.set() }

    /// Hands work to an event loop, unless the loops have ended.
    func post(to loop: any EventLoop, _ body: @escaping @Sendable () -> Void) {
        isOver.withLock { isOver in
            if !isOver { loop.execute(body) }
        }
    }

    /// The event loops are about to end.
    func end() { isOver.withLock { $0 = true } }

    /// Notes an answer as it goes out.
    func note(_ route: Route?, _ answer: Answer) {
        if answer.refusal == .journal { failed.store(now().rawValue, ordering: .releasing) }
        counts.note(route, answer)
    }

    /// The fields of an answer.
    func fields(_ answer: Answer, _ version: HTTPVersion, _ closes: Bool) -> [(String, String)] {
        var fields = [
            ("Server", "watchfloor"), ("Date", HTTPDate.text(now())), ("Content-Type", answer.mediaType),
            ("Content-Length", String(answer.body.count)), ("Cache-Control", "no-store"),
        ]
        for (name, value) in answer.fields { fields.append((name, value)) }
        if closes { fields.append(("Connection", "close")) }
        if !closes, version.minor == 0 { fields.append(("Connection", "keep-alive")) }
        return fields
    }

    /// The answer to a request without a body.
    func answer(_ route: Route) -> Answer {
        switch route {
        case .health: health()
        case .metrics: metrics()
        case .openapi:
            Answer(status: .ok, mediaType: "application/openapi+json", body: Array(OpenAPI.text().utf8))
        case .messages, .alertmanager, .cap, .cloudevents: .unrecorded
        }
    }

    /// Whether a message that is sent now would be taken.
    private func health() -> Answer {
        let inbox = surroundings.inbox()
        if isStopping { return .stopping }
        if now().rawValue - failed.load(ordering: .acquiring) < Service.failureTime {
            return .problem(.serviceUnavailable, .journal, "the journal does not take writing")
                .retry(afterMilliseconds: 2000)
        }
        if inbox.waiting >= inbox.limit {
            return .problem(.serviceUnavailable, .inboxFull, "\(inbox.waiting) observations wait")
                .retry(afterMilliseconds: 1000)
        }
        let members = [
            JSON.Member(name: "status", value: .string("ok")),
            JSON.Member(name: "waiting", value: .integer(Int64(inbox.waiting))),
        ]
        return .json(.ok, .object(members))
    }

    private func metrics() -> Answer {
        let text = Metrics(
            feeds: surroundings.feeds(), inbox: surroundings.inbox(),
            letters: (letters.count, letters.removed), server: counts.current, version: surroundings.version
        ).text
        return Answer(status: .ok, mediaType: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.utf8))
    }
}
