import DispatchModel
import FeedTransports
import Feeds
import Glibc
import NIOCore
import NIOHTTP1
import Synchronization

/// What all connections share: the feeds, the checks, the counts and the answers that need no body.
final class Service: Sendable {
    let limits: HTTPLimits
    /// True when connections begin with TLS.
    let isSecure: Bool
    let feeds: [FeedIntake]
    let counts = ServerCounts()
    private let letters: DeadLetterStore
    private let around: IntakeSurroundings
    private let checking: Mutex<RequestCheck>
    private let strangers: Mutex<Strangers>
    private let surroundings: HTTPSurroundings
    private let stopping = EndFlag()
    private let isOver = Mutex(false)
    /// When the journal last could not take something, in milliseconds; 0 for never.
    private let failed = Atomic<Int64>(0)

    /// Watches for requests that no feed's sender has made, and that the server listens.
    private struct Strangers {
        var watch: RefusalWatch
        var troubles = TroubleWatch(feed: RefusalWatch.nobody)
        var requests = RequestsOfStrangers()
        /// Words of the watches that the console had no room for.
        var unsaid: [Observation] = []
    }

    /// How long the journal counts as failing after it could not take something, in milliseconds. Nobody may be sending
    /// because of it, so that it has to end by itself.
    static let failureTime: Int64 = 10_000

    init(
        _ settings: HTTPSettings, _ feeds: [FeedSettings], _ around: IntakeSurroundings, _ letters: DeadLetterStore,
        _ surroundings: HTTPSurroundings
    ) {
        limits = settings.limits
        isSecure = settings.isSecure
        self.letters = letters
        self.surroundings = surroundings
        self.around = around
        strangers = Mutex(Strangers(watch: RefusalWatch(feed: RefusalWatch.nobody, now: around.now())))
        let end = stopping
        self.feeds = feeds.map { FeedIntake($0, limits: settings.limits, around: around, letters: letters, end: end) }
        checking = Mutex(Service.check(settings, feeds.map(\.http)))
    }

    private static func check(_ settings: HTTPSettings, _ feeds: [HTTPFeedSettings?]) -> RequestCheck {
        RequestCheck(
            limits: settings.limits, tokens: TokenTable(hashes: feeds.map { $0?.tokenHash ?? [] }),
            formats: feeds.map { $0?.format }, hosts: [settings.address.host.lowercased(), Service.hostName])
    }

    /// What looks at the heads of requests.
    var check: RequestCheck { checking.withLock { $0 } }

    /// From now on senders are known by these tokens; a feed without one is nobody's.
    func use(_ settings: HTTPSettings, _ tokens: [String: HTTPFeedSettings]) {
        let check = Service.check(settings, feeds.map { tokens[$0.settings.name] })
        checking.withLock { $0 = check }
    }

    /// This machine's own name.
    private static let hostName: String = {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
    }()

    // MARK: What was lost

    /// Sees to it that somebody sees that a request that sent something was not taken. `feed` is whose; nil for nobody's.
    /// `peer` is the client's address.
    func noteLoss(_ answer: Answer, of feed: Int?, from peer: String) {
        guard let loss = answer.refusal?.loss else { return }
        if let feed { return feeds[feed].noteLoss(loss.english, loss.chinese) }
        let now = around.now()
        strangers.withLock { strangers in
            strangers.requests.count += 1
            (strangers.requests.peer, strangers.requests.english) = (peer, loss.english)
            strangers.requests.chinese = loss.chinese
            if let word = strangers.watch.refuse(loss.english, loss.chinese, now: now) {
                strangers.unsaid.append(word)
            }
        }
        speak()
    }

    /// The requests of nobody's sender so far.
    var requestsOfStrangers: RequestsOfStrangers { strangers.withLock { $0.requests } }

    /// What is done about every second. `trouble` is why the server does not listen; nil while it does.
    func look(_ trouble: FeedTrouble?) {
        for feed in feeds { feed.look() }
        let (now, steady) = (around.now(), around.steady())
        strangers.withLock { strangers in
            strangers.troubles.note(trouble, steady: steady)
            let words = [strangers.watch.look(now: now), strangers.troubles.look(now: now, steady: steady)]
            strangers.unsaid += words.compactMap { $0 }
        }
        speak()
    }

    private func speak() {
        let words = strangers.withLock { $0.unsaid }
        guard !words.isEmpty, around.inlet.offer(words, settled: nil) else { return }
        strangers.withLock { $0.unsaid.removeFirst(words.count) }
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
        if answer.refusal == .journal { failed.store(around.now().rawValue, ordering: .releasing) }
        counts.note(route, answer)
    }

    /// The fields of an answer.
    func fields(_ answer: Answer, _ version: HTTPVersion, _ closes: Bool) -> [(String, String)] {
        var fields = [
            ("Server", "watchfloor"), ("Date", HTTPDate.text(around.now())), ("Content-Type", answer.mediaType),
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
        case .health: health(inFull: false)
        case .metrics: metrics()
        case .openapi:
            Answer(status: .ok, mediaType: "application/openapi+json", body: Array(OpenAPI.text().utf8))
        case .posts: .unrecorded
        }
    }

    /// True while the journal is known not to take writing.
    var isFailing: Bool { surroundings.trouble() != nil }

    /// Whether all is well, and in full what is not: a message that is sent now would be taken, the journal is written,
    /// every feed can be read, and the program goes through its work.
    func health(inFull: Bool) -> Answer {
        if isStopping { return .stopping }
        let health = Health(
            report: surroundings.health(), inbox: surroundings.inbox(), feeds: surroundings.feeds(), now: around.now(),
            hasJustFailed: around.now().rawValue - failed.load(ordering: .acquiring) < Service.failureTime)
        return health.answer(inFull: inFull)
    }

    private func metrics() -> Answer {
        let text = Metrics(
            feeds: surroundings.feeds(), inbox: surroundings.inbox(),
            letters: (letters.count, letters.removed), server: counts.current, version: surroundings.version
        ).text
        return Answer(status: .ok, mediaType: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.utf8))
    }
}

/// Tells that the server is to end.
final class EndFlag: Sendable {
    private let flag = Atomic(false)

    /// True once it is to end.
    var isSet: Bool { flag.load(ordering: .acquiring) }
    /// It is to end.
    func set() { flag.store(true, ordering: .releasing) }
}
