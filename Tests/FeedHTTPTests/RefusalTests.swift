import DispatchModel
import FeedTransports
import Feeds
import Foundation
import NIOHTTP1
import TestSupport
import Testing

@testable import FeedHTTP

/// What is not taken is seen, whoever sent it, and bounded.
@Suite("Refusals, names and settings read again")
struct RefusalTests {
    @Test(
        "A message that is lost raises one alert, of its feed or of nobody's, however often it comes",
        arguments: [
            ("/v1/cap", "<broken", "application/cap+xml", TestServer.token, 422, "cad"),
            ("/v1/messages", "{}", "application/json", TestServer.token, 422, "cad"),
            ("/v1/messages", "x", "text/plain", TestServer.token, 415, "cad"),
            ("/v1/messages", "{}", "application/json", "nobody", 401, "http"),
            ("/v1/message", "{}", "application/json", TestServer.token, 404, "http"),
        ])
    func seen(path: String, body: String, type: String, token: String, status: Int, feed: String) throws {
        let server = try TestServer()
        for _ in 0..<20 { #expect(try server.post(path, body, type: type, token: token).status == status) }
        #expect(server.room.wait { server.room.refusals == ["+\(feed)"] }, "\(server.room.refusals)")
        _ = try server.post("/v1/messages", alert("a1"))
        #expect(server.room.refusals == ["+\(feed)"], "what is taken ends nothing")
        server.room.pass(milliseconds: RefusalWatch.quiet.milliseconds + 1000)
        #expect(server.room.wait { server.room.refusals.contains("-\(feed)") })
        _ = try server.post(path, body, type: type, token: token)
        #expect(server.room.wait { server.room.refusals.filter { $0 == "+\(feed)" }.count == 2 })
    }

    @Test("Who asked without a token is known by address and reason")
    func strangers() throws {
        let server = try TestServer()
        #expect(server.server.strangers == RequestsOfStrangers())
        for _ in 0..<3 { _ = try server.post("/v1/messages", alert("a1"), token: "nobody") }
        _ = try server.post("/v1/messages", alert("a1"))
        let strangers = server.server.strangers
        #expect(strangers.count == 3 && strangers.peer == "127.0.0.1" && strangers.english.contains("401"))
        #expect(strangers.chinese.contains("令牌"))
    }

    @Test("Messages a line without their type are told how to come", arguments: ["\n", "\r\n", "\n\n"])
    func untoldLines(end: String) throws {
        let server = try TestServer()
        let body = alert("a1") + end + alert("a2") + end
        for type in ["application/json", "application/x-www-form-urlencoded"] {
            let answer = try server.post("/v1/messages", body, type: type)
            #expect(answer.status == 422 && answer.text.contains("application/x-ndjson"), "\(answer)")
        }
        #expect(try server.post("/v1/messages", body, type: "application/x-ndjson").status == 200)
        let broken = try server.post("/v1/messages", alert("a3") + end + "no json", type: "application/json")
        #expect(broken.status == 422 && !broken.text.contains("ndjson"), "\(broken)")
    }

    @Test("A server that cannot listen for a while raises one alert, which ends when it listens")
    func unheard() throws {
        let room = Room()
        let letters = DeadLetterStore(folder: "/nowhere/letters")
        let service = Service(
            HTTPSettings(), [TestServer.feed("cad", TestServer.token), TestServer.feed("avl", TestServer.otherToken)],
            room.around, letters, HTTPSurroundings(inbox: { (0, 1) }, feeds: { [] }, version: "1"))
        let trouble = FeedTrouble("127.0.0.1:8470: in use", "127.0.0.1:8470：已被占用")
        func look(_ trouble: FeedTrouble?, seconds: Int64) {
            for _ in 0..<seconds {
                service.look(trouble)
                room.pass(milliseconds: 1000)
            }
        }
        look(trouble, seconds: 29)
        #expect(room.troubles.isEmpty)
        look(trouble, seconds: 40)
        #expect(room.troubles == ["+http"], "one for the server, not one a feed")
        look(nil, seconds: 2)
        #expect(room.troubles == ["+http", "-http"])
    }

    @Test("What loses no message, and positions of unknown units, raise none")
    func unseen() throws {
        let server = try TestServer()
        server.room.refuse("Z")
        _ = try server.get("/nowhere")
        _ = try server.post("/v1/messages", alert("a1"))
        server.room.settle(.full)
        #expect(try server.post("/v1/messages", alert("a2")).status == 429)
        #expect(server.room.refusals.isEmpty)
    }

    @Test(
        "A body without a type of its own, as curl -d sends it, is what its resource reads",
        arguments: [
            ("/v1/messages", alert("a1")), ("/v1/cap", CAPSample.text),
            (
                "/v1/alertmanager",
                #"{"version":"4","alerts":[{"status":"firing","labels":{"a":"b"},"startsAt":"2026-09-21T12:00:00Z"}]}"#
            ),
            (
                "/v1/cloudevents",
                #"{"specversion":"1.0","id":"e","source":"/s","type":"x.alert","time":"2026-09-21T12:00:00Z","data":{"text":"x"}}"#
            ),
        ])
    func untold(path: String, body: String) throws {
        let server = try TestServer()
        let answer = try server.post(path, body, type: "application/x-www-form-urlencoded")
        #expect(answer.status == 200, "\(answer)")
    }

    @Test(
        "Figures go to a client on this machine only under this machine's names and numbers",
        arguments: [
            ("127.0.0.1:8470", true), ("127.0.0.1", true), ("[::1]:8470", true), ("localhost:1", true),
            ("LocalHost", true), ("room.localhost", true), ("192.168.7.9", true), ("evil.example:8470", false),
            ("127.0.0.1.evil.example", false), ("127.0.0.1:8470.evil", true), ("1.2.3", false), ("", false),
            ("0x7f.1", false),
        ])
    func hosts(host: String, isOwn: Bool) throws {
        let check = RequestCheck(limits: HTTPLimits(), tokens: TokenTable(hashes: []), formats: [])
        #expect(check.isOwnHost(HTTPHeaders([("host", host)])) == isOwn)
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: "/metrics", headers: HTTPHeaders([("host", host)]))
        let isAnswered = if case .success = check.look(at: head, isLocal: true) { true } else { false }
        #expect(isAnswered == isOwn)
    }

    @Test("A sender of events asks first, and is let in by its token alone")
    func permission() throws {
        let server = try TestServer()
        func ask(_ fields: String) throws -> RawClient.Answer {
            try server.ask("OPTIONS /v1/cloudevents HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        }
        let auth = "Authorization: Bearer \(TestServer.token)\r\n"
        let answer = try ask(auth + "WebHook-Request-Origin: sender.example.net\r\n")
        #expect(answer.status == 200 && answer.fields["webhook-allowed-origin"] == "sender.example.net", "\(answer)")
        #expect(answer.fields["allow"]?.contains("POST") == true)
        #expect(try ask("WebHook-Request-Origin: sender.example.net\r\n").status == 401)
        #expect(try ask(auth).status == 400)
        #expect(try ask(auth + "WebHook-Request-Origin: <script>\r\n").status == 400)
    }

    @Test("Tokens are exchanged while it runs; a feed that lost its own is nobody's")
    func tokens() throws {
        let server = try TestServer()
        #expect(try server.post("/v1/messages", alert("a1")).status == 200)
        let other = try #require(FeedToken(TestServer.otherToken))
        try server.server.use(tokens: ["cad": HTTPFeedSettings(tokenHash: other.hash)])
        #expect(try server.post("/v1/messages", alert("a2")).status == 401)
        #expect(try server.post("/v1/messages", alert("a2"), token: TestServer.otherToken).status == 200)
        try server.server.use(tokens: [:])
        #expect(try server.post("/v1/messages", alert("a3"), token: TestServer.otherToken).status == 401)
    }

    @Test("Health tells what is not well, in full only to who may know")
    func health() {
        var health = Health(
            report: HealthReport(), inbox: (0, 10), feeds: [("cad", FeedCounts())], now: Timestamp(seconds: 1000),
            hasJustFailed: false)
        #expect(health.answer(inFull: false).status == .ok && health.answer(inFull: true).status == .ok)
        func reason(_ change: (inout Health) -> Void) -> String {
            var changed = health
            change(&changed)
            let answer = changed.answer(inFull: true)
            #expect(answer.status == .serviceUnavailable && changed.answer(inFull: false).status == answer.status)
            #expect(!String(decoding: changed.answer(inFull: false).body, as: UTF8.self).contains("cad"))
            return String(decoding: answer.body, as: UTF8.self)
        }
        #expect(reason { $0.report.trouble = FeedTrouble("the disk is full", "") }.contains("the disk is full"))
        #expect(reason { $0.hasJustFailed = true }.contains("journal"))
        #expect(reason { $0.inbox = (10, 10) }.contains("10 observations wait"))
        #expect(reason { $0.report.turned = Timestamp(seconds: 980) }.contains("the program has stood still"))
        #expect(reason { $0.report.drawn = Timestamp(seconds: 980) }.contains("the screen has stood still"))
        #expect(reason { $0.report.silent = ["cad"] }.contains("feed cad is silent"))
        #expect(reason { $0.feeds[0].counts.trouble = FeedTrouble("no route", "") }.contains("feed cad: no route"))
        health.report.turned = Timestamp(seconds: 995)
        health.report.committed = Timestamp(seconds: 990)
        health.report.file = "1:2"
        let text = String(decoding: health.answer(inFull: true).body, as: UTF8.self)
        #expect(text.contains("1:2") && text.contains("1970-01-01T00:16:30"), "\(text)")
    }
}
