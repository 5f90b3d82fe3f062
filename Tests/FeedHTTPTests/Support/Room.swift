import Core
import Dispatch
import DispatchModel
import FeedHTTP
import FeedTransports
import Feeds
import Formats
import Foundation
import Synchronization
import TestSupport

/// The console's side of a server under test: takes what is offered, and settles it when the test wants.
final class Room: ObservationInlet {
    /// What a batch is settled with.
    enum Manner: Sendable {
        /// At once: what is new is recorded, what was recorded is known.
        case record
        /// Not before the test says so.
        case hold
        /// As failed.
        case fail
        /// There is no room for anything.
        case full
    }

    typealias Settled = @Sendable ([Settlement]) -> Void

    private struct State {
        var manner = Manner.record
        var recorded: [String] = []
        var alerts: [String] = []
        var refusals: [String] = []
        var troubles: [String] = []
        var severities: [AlertSeverity] = []
        var keys: Set<String> = []
        var held: [(batch: [Observation], settled: Settled?)] = []
        var offers = 0
        var refusedUnits: Set<String> = []
        var waiting = 0
        var trouble: FeedTrouble?
        var clock = Timestamp(milliseconds: 1_790_000_000_000)
    }

    private let state = Mutex(State())
    private let changed = DispatchSemaphore(value: 0)

    /// Where a server puts what it reads.
    var around: IntakeSurroundings {
        IntakeSurroundings(
            inlet: self, bury: { _ in true },
            now: { [self] in state.withLock { $0.clock } })
    }

    func offer(_ batch: [Observation], settled: Settled?) -> Bool {
        defer { changed.signal() }
        let own = batch.compactMap { observation -> ReportedAlert? in
            guard case .alert(let alert) = observation.content, alert.reported.ownFeed != nil else { return nil }
            let mark = alert.isActive ? "+" : "-"
            state.withLock { state in
                state.refusals += [alert.reported.refusedFeed].compactMap { $0.map { mark + $0 } }
                state.troubles += [alert.reported.unreadFeed].compactMap { $0.map { mark + $0 } }
            }
            return alert.reported
        }
        if !own.isEmpty {
            settled?(batch.map { _ in .recorded })
            return true
        }
        return state.withLock { state in
            state.offers += 1
            for case .alert(let alert) in batch.map(\.content) {
                state.alerts.append(alert.reported.source.id)
                state.severities.append(alert.severity)
            }
            switch state.manner {
            case .full: return false
            case .fail: settled?(batch.map { _ in .failed })
            case .hold: state.held.append((batch, settled))
            case .record: settled?(Room.record(batch, &state))
            }
            return true
        }
    }

    private static func record(_ batch: [Observation], _ state: inout State) -> [Settlement] {
        batch.map { observation in
            if case .status(let unit, _, _, _) = observation.content, state.refusedUnits.contains(unit) {
                return .refused(.unknownUnit(unit))
            }
            guard let id = observation.source?.id else { return .recorded }
            let key = "\(observation.source?.source ?? "")/\(id)"
            guard state.keys.insert(key).inserted else { return .known }
            state.recorded.append(key)
            return .recorded
        }
    }

    /// Settles what is held as if the journal had written it, in order; `failing` as if it could not.
    func release(failing: Bool = false) {
        let held = state.withLock { state -> [(Settled?, [Settlement])] in
            defer { state.held = [] }
            return state.held.map { entry in
                (entry.settled, failing ? entry.batch.map { _ in .failed } : Room.record(entry.batch, &state))
            }
        }
        for (settled, outcomes) in held { settled?(outcomes) }
    }

    /// The messages that the journal has, `feed/id`, in order.
    var recorded: [String] { state.withLock { $0.recorded } }
    /// The identities of the alerts that were told of, in order.
    var alerts: [String] { state.withLock { $0.alerts } }
    /// The feeds of which was told that messages are refused, `+`, and that none is any more, `-`.
    var refusals: [String] { state.withLock { $0.refusals } }
    /// The feeds of which was told that they cannot be read, `+`, and that they are again, `-`.
    var troubles: [String] { state.withLock { $0.troubles } }
    /// The severities of the alerts that were told of, in order.
    var severities: [AlertSeverity] { state.withLock { $0.severities } }
    /// Batches that wait to be settled.
    var held: Int { state.withLock { $0.held.count } }
    /// How often something was offered.
    var offers: Int { state.withLock { $0.offers } }

    /// From now on settles so.
    func settle(_ manner: Manner) { state.withLock { $0.manner = manner } }
    /// Does not have this unit, or has it again.
    func refuse(_ unit: String, _ refused: Bool = true) {
        state.withLock { if refused { $0.refusedUnits.insert(unit) } else { $0.refusedUnits.remove(unit) } }
    }
    /// The inbox looks as full as that.
    func wait(_ count: Int) { state.withLock { $0.waiting = count } }
    /// How many wait in the inbox.
    var waiting: Int { state.withLock { $0.waiting } }

    /// Why nothing can be recorded.
    var trouble: FeedTrouble? { state.withLock { $0.trouble } }

    /// From now on nothing can be recorded; nil ends that.
    func fail(because trouble: FeedTrouble?) { state.withLock { $0.trouble = trouble } }
    /// Lets the console's clock go on.
    func pass(milliseconds: Int64) {
        state.withLock { $0.clock = Timestamp(milliseconds: $0.clock.rawValue + milliseconds) }
    }

    /// Waits until something is so; false when it never becomes so.
    func wait(until isSo: () -> Bool) -> Bool {
        let end = DispatchTime.now() + .seconds(30)
        while !isSo() {
            guard DispatchTime.now() < end else { return isSo() }
            _ = changed.wait(timeout: .now() + .milliseconds(5))
        }
        return true
    }
}

/// A server under test on a free port, with a room and letters of its own.
final class TestServer {
    static let token = "test-token-of-the-feed-cad"
    static let otherToken = "test-token-of-the-feed-avl"

    let room = Room()
    let server: FeedServer
    let letters: DeadLetterStore
    let port: UInt16
    private let folder: String

    /// Starts it. The feeds are `cad` with ``token``, which may send everything, and those given.
    init(
        limits: HTTPLimits = HTTPLimits(), rate: Int = 1_000_000, others: [FeedSettings] = [],
        words: WordMapping? = nil,
        tls: (certificate: String, key: String)? = nil
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "http-\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        letters = DeadLetterStore(folder: folder + "/letters")
        var cad = TestServer.feed("cad", TestServer.token)
        cad.rate = rate
        if let words { cad.words = words }
        var settings = HTTPSettings()
        settings.address.port = 0
        settings.limits = limits
        settings.certificate = tls?.certificate
        settings.key = tls?.key
        let room = room
        let counts = CountsBox()
        server = FeedServer(
            settings, feeds: [cad] + others, around: room.around, letters: letters,
            surroundings: HTTPSurroundings(
                inbox: { (room.waiting, 100) }, feeds: { counts.read() }, trouble: { room.trouble },
                version: "1.2 \"test\""))
        counts.server.withLock { [server] in $0 = server }
        server.start()
        let server = server
        guard room.wait(until: { server.port != nil }), let port = server.port else {
            throw RawClient.Failure(description: "does not listen: \(String(describing: server.trouble))")
        }
        self.port = port
    }

    deinit {
        server.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A feed with a token.
    static func feed(_ name: String, _ token: String, format: FeedFormat? = nil) -> FeedSettings {
        var feed = FeedSettings(name: name, origin: .http(nil))
        feed.http = HTTPFeedSettings(tokenHash: FeedToken(token)?.hash ?? [], format: format)
        return feed
    }

    func client() throws -> RawClient { try RawClient(port) }

    /// Sends one request on a connection of its own and reads the answer.
    func ask(_ request: String) throws -> RawClient.Answer {
        let client = try client()
        client.send(request)
        return try client.answer()
    }

    /// Posts a body.
    func post(
        _ path: String, _ body: String, type: String = "application/json", token: String = TestServer.token,
        fields: String = ""
    ) throws -> RawClient.Answer {
        try ask(TestServer.request(path, body, type: type, token: token, fields: fields))
    }

    /// The bytes of a request with a body.
    static func request(
        _ path: String, _ body: String, type: String = "application/json", token: String = TestServer.token,
        fields: String = ""
    ) -> String {
        "POST \(path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: \(type)\r\n\(fields)"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    /// Reads a resource.
    func get(_ path: String, fields: String = "") throws -> RawClient.Answer {
        try ask("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:8470\r\n\(fields)\r\n")
    }

    /// The value of a line of the figures; nil when it is not there.
    func figure(_ name: String) throws -> String? {
        try get("/metrics").text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
            .map { String($0.dropFirst(name.utf8.count + 1)) }
    }

    /// How often something was refused for a reason.
    func refusals(_ reason: String) throws -> Int {
        Int(try figure("watchfloor_http_refusals_total{reason=\"\(reason)\"}") ?? "") ?? -1
    }
}

/// Lets the server's surroundings look at the server itself.
private final class CountsBox: Sendable {
    let server = Mutex<FeedServer?>(nil)
    func read() -> [(feed: String, counts: FeedCounts)] { server.withLock { $0 }?.counts ?? [] }
}

/// A message of the console's own kind.
func alert(_ id: String, text: String = "mast") -> String {
    #"{"kind":"alert","id":"\#(id)","time":"2026-09-21T12:00:00Z","text":"\#(text)"}"#
}

/// A unit's status.
func status(_ id: String, unit: String = "A1") -> String {
    #"{"kind":"unit.status","id":"\#(id)","time":"2026-09-21T12:00:00Z","unit":"\#(unit)","status":"clear"}"#
}
