import DispatchModel
import Feeds
import Foundation
import TestSupport
import Testing

@testable import FeedHTTP

@Suite("An answer says what is on disk")
struct SettlingTests {
    @Test("No 2xx before it is on disk; what failed is answered 503 and may be sent again")
    func onlyWhenSettled() throws {
        let server = try TestServer()
        server.room.settle(.hold)
        let client = try server.client()
        client.send(TestServer.request("/v1/messages", alert("a1")))
        #expect(server.room.wait { server.room.held == 1 })
        var waited = [pollfd(fd: client.descriptor, events: Int16(POLLIN), revents: 0)]
        #expect(poll(&waited, 1, 0) == 0, "nothing was said yet")
        server.room.release(failing: true)
        let failed = try client.answer()
        #expect(failed.status == 503 && failed.fields["retry-after"] == "2", "\(failed)")
        #expect(try server.get("/healthz").status == 503, "the journal does not take writing")
        server.room.pass(milliseconds: 11_000)
        #expect(try server.get("/healthz").status == 200)
        server.room.settle(.record)
        client.send(TestServer.request("/v1/messages", alert("a1")))
        #expect(try client.answer().json["taken"] as? Int == 1)
        #expect(server.room.recorded == ["cad/a1"])
    }

    @Test("While nothing can be recorded, and that is known, nobody is let wait for it and nothing is offered")
    func knownToFail() throws {
        let server = try TestServer()
        server.room.settle(.hold)
        server.room.fail(because: FeedTrouble("the disk is full", "磁盘已满"))
        let refused = try server.ask(TestServer.request("/v1/messages", alert("a1")))
        #expect(refused.status == 503 && refused.fields["retry-after"] == "2", "\(refused)")
        #expect(server.room.held == 0)
        server.room.fail(because: nil)
        server.room.settle(.record)
        #expect(try server.ask(TestServer.request("/v1/messages", alert("a1"))).json["taken"] as? Int == 1)
    }

    @Test("A retry while the first try is under way doubles nothing, and neither is answered too early")
    func retryInFlight() throws {
        let server = try TestServer()
        server.room.settle(.hold)
        let clients = try (0..<3).map { _ in
            let client = try server.client()
            client.send(TestServer.request("/v1/messages", alert("a1")))
            return client
        }
        #expect(server.room.wait { server.room.held == 3 })
        server.room.release()
        let answers = try clients.map { try $0.answer() }
        #expect(answers.allSatisfy { $0.status == 200 })
        #expect(answers.map { $0.json["taken"] as? Int ?? -1 }.reduce(0, +) == 1)
        #expect(answers.map { $0.json["repeated"] as? Int ?? -1 }.reduce(0, +) == 2)
        #expect(server.room.recorded == ["cad/a1"])
    }

    @Test("When the first try fails, the retry that came meanwhile is not answered as known")
    func retryOfFailure() throws {
        let server = try TestServer()
        server.room.settle(.hold)
        let first = try server.client()
        first.send(TestServer.request("/v1/messages", alert("a1")))
        #expect(server.room.wait { server.room.held == 1 })
        server.room.release(failing: true)
        server.room.settle(.record)
        #expect(try server.post("/v1/messages", alert("a1")).json["taken"] as? Int == 1)
        #expect(try first.answer().status == 503)
    }

    @Test("A full inbox takes nothing and says when to come again")
    func full() throws {
        let server = try TestServer()
        server.room.settle(.full)
        let answer = try server.post("/v1/messages", "[\(alert("a1")),{}]")
        #expect(answer.status == 429 && answer.fields["retry-after"] == "1", "\(answer)")
        #expect(server.letters.letters().isEmpty, "nothing of it happened")
        server.room.wait(100)
        let health = try server.get("/healthz")
        #expect(health.status == 503 && health.text.contains("100 observations wait"), "\(health)")
    }

    @Test("A journal that takes too long is answered 503; when it has it after all, the retry is a repetition")
    func tooLong() throws {
        var limits = HTTPLimits()
        limits.answerTime = Span(milliseconds: 1500)
        let server = try TestServer(limits: limits)
        server.room.settle(.hold)
        let client = try server.client()
        client.send(TestServer.request("/v1/messages", alert("a1")))
        #expect(try client.answer().status == 503)
        server.room.release()
        server.room.settle(.record)
        client.send(TestServer.request("/v1/messages", alert("a1")))
        #expect(try client.answer().json["repeated"] as? Int == 1)
    }

    @Test("Parts that cannot be taken do not keep the others; each is a letter and is listed with its reason")
    func parts() throws {
        let server = try TestServer()
        server.room.refuse("B9")
        let body = "[\(alert("a1")),{\"kind\":\"alert\"},\(status("s1", unit: "B9")),\(status("s2", unit: "A1"))]"
        let answer = try server.post("/v1/messages", body)
        #expect(answer.status == 200, "\(answer)")
        #expect(answer.json["taken"] as? Int == 2)
        let refused = answer.json["refused"] as? [[String: Any]] ?? []
        #expect(refused.map { $0["index"] as? Int } == [1, 2])
        #expect(refused.map { $0["letter"] as? Int } == [1, 2])
        #expect(refused.map { $0["path"] as? String } == ["time", "unit"], "an id was made for it")
        #expect(refused[1]["expected"] as? String == "a unit of the roster")
        #expect(try server.post("/v1/messages", body).json["repeated"] as? Int == 2)
        #expect(server.letters.letters().count == 2, "the same parts again are the same letters")
        let counts = server.server.counts[0].counts
        #expect((counts.taken, counts.repetitions, counts.faults, counts.refused) == (4, 2, 2, 2))
    }

    @Test("Nothing that can be taken: 422, and at most a hundred letters and reasons of one request")
    func nothing() throws {
        let server = try TestServer()
        let bad = (0..<150).map { "{\"kind\":\"alert\",\"x-n\":\($0)}" }.joined(separator: "\n")
        let answer = try server.post("/v1/messages", bad, type: "application/x-ndjson")
        #expect(answer.status == 422 && answer.fields["content-type"] == "application/problem+json", "\(answer)")
        #expect((answer.json["refused"] as? [Any])?.count == 100)
        #expect(answer.json["refusedInAll"] as? Int == 150)
        #expect(server.letters.letters().count == 100)
        #expect(server.server.counts[0].counts.lostLetters == 50)
    }

    @Test("A letter keeps its format and is taken when it is sent again after a fix")
    func resend() throws {
        let server = try TestServer()
        server.room.refuse("B9")
        #expect(try server.post("/v1/messages", "[\(status("s1", unit: "B9"))]").status == 422)
        let alerts = """
            {"version":"4","alerts":[
            {"status":"firing","labels":{"alertname":"x"},"startsAt":"2026-09-21T12:00:00Z","fingerprint":"f1"},
            {"status":"asleep","labels":{"alertname":"y"},"startsAt":"2026-09-21T12:00:00Z"}]}
            """
        #expect(try server.post("/v1/alertmanager", alerts).json["taken"] as? Int == 1)
        let letters = server.letters.letters()
        #expect(letters.map(\.format) == [.messages, .alertmanager])
        #expect(String(decoding: letters[1].bytes, as: UTF8.self).contains("asleep"))
        #expect(!String(decoding: letters[1].bytes, as: UTF8.self).contains("firing"), "only the part that was refused")
        server.room.refuse("B9", false)
        for letter in letters { #expect(server.letters.resend(letter.number)) }
        #expect(server.room.wait { server.room.recorded.contains("cad/s1") })
        #expect(
            server.room.wait { server.letters.letters().map(\.format) == [.alertmanager] }, "still wrong, a new letter")
    }

    @Test("The end: what is under way is finished, what comes is told to come again, idle connections end")
    func graceful() throws {
        let server = try TestServer()
        server.room.settle(.hold)
        let (busy, late, idle) = (try server.client(), try server.client(), try server.client())
        busy.send(TestServer.request("/v1/messages", alert("a1")))
        let body = alert("a2")
        late.send(
            "POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(TestServer.token)\r\n"
                + "Content-Type: application/json\r\nExpect: 100-continue\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n")
        // Before its head is read it would be an idle connection.
        #expect(try late.answer().status == 100)
        #expect(server.room.wait { server.room.held == 1 })
        server.server.quiesce()
        #expect(try idle.rest().isEmpty)
        #expect(throws: RawClient.Failure.self, "nobody listens any more") { _ = try server.client() }
        server.room.release()
        let answer = try busy.answer()
        #expect(answer.status == 200 && answer.fields["connection"] == "close")
        #expect(busy.isClosed())
        server.server.stop()
        #expect(try late.answer().status == 503)
        #expect(late.isClosed())
        #expect(server.room.recorded == ["cad/a1"])
    }
}
