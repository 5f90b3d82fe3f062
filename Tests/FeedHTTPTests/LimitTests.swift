import DispatchModel
import Feeds
import Foundation
import TestSupport
import Testing

@testable import FeedHTTP

@Suite("Limits, with slow, greedy and idle clients", .full)
struct LimitTests {
    /// Limits that a test need not wait long for, all others as they are. Times are such that a busy machine keeps them
    /// where a test keeps them, too.
    private func limits(_ change: (inout HTTPLimits) -> Void) -> HTTPLimits {
        var limits = HTTPLimits()
        change(&limits)
        return limits
    }

    private static let head =
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(TestServer.token)\r\n"
        + "Content-Type: application/json\r\n"

    @Test("A head that is too long is refused, whole or not, in one field or in many")
    func longHead() throws {
        let server = try TestServer(limits: limits { $0.headBytes = 2048 })
        let long = String(repeating: "x", count: 3000)
        let whole = try server.ask("GET /healthz HTTP/1.1\r\nHost: a\r\nX: \(long)\r\n\r\n")
        #expect(whole.status == 431, "\(whole)")
        #expect(try server.ask("GET /\(long) HTTP/1.1\r\nHost: a\r\n\r\n").status == 431)
        let fields = (0..<90).map { "Field-\($0): \(String(repeating: "y", count: 20))\r\n" }.joined()
        #expect(try server.ask("GET /healthz HTTP/1.1\r\nHost: a\r\n\(fields)\r\n").status == 431)
        let many = (0..<200).map { "F\($0):\r\n" }.joined()
        #expect(try server.ask("GET /healthz HTTP/1.1\r\nHost: a\r\n\(many)\r\n").status == 431)
        let client = try server.client()
        client.send(
            "GET /healthz HTTP/1.1\r\n" + (0..<9).map { "F\($0): \(String(repeating: "y", count: 250))\r\n" }.joined())
        #expect(try client.answer().status == 431, "it is never whole")
        #expect(client.isClosed())
        #expect(try server.refusals("head-too-large") == 5)
    }

    @Test("A body that is too long is refused by its length, or when it gets there")
    func longBody() throws {
        let server = try TestServer(limits: limits { $0.bodyBytes = 4096 })
        let client = try server.client()
        client.send(LimitTests.head + "Content-Length: 4097\r\n\r\n")
        #expect(try client.answer().status == 413)
        #expect(client.isClosed())
        let chunked = try server.client()
        chunked.send(LimitTests.head + "Transfer-Encoding: chunked\r\n\r\n")
        for _ in 0..<5 { chunked.send("400\r\n\(String(repeating: " ", count: 1024))\r\n") }
        #expect(try chunked.answer().status == 413)
        #expect(chunked.isClosed())
        let exact = alert("a", text: String(repeating: "x", count: 1500))
        let full = exact + String(repeating: " ", count: 4096 - exact.utf8.count)
        #expect(try server.post("/v1/messages", full).status == 200, "what fits is taken")
        let passed = try server.client()
        passed.send("GET /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in 0..<5 { passed.send("400\r\n\(String(repeating: " ", count: 1024))\r\n") }
        #expect(passed.isClosed(), "a body that nobody reads has the same limit")
    }

    @Test("A head that comes drop by drop ends after its time; so does a connection that says nothing")
    func slowHead() throws {
        let server = try TestServer(limits: limits { $0.headTime = Span(milliseconds: 1500) })
        let client = try server.client()
        client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nX: ")
        let answer = try client.answer()
        #expect(answer.status == 408, "\(answer)")
        #expect(client.isClosed())
        let silent = try server.client()
        #expect(try silent.rest().isEmpty)
        #expect(try server.refusals("head-too-slow") == 1)
        #expect(try server.refusals("idle") == 1)
    }

    @Test("A body must come in its time, and at its least rate")
    func slowBody() throws {
        let slow = try TestServer(limits: limits { $0.bodyTime = Span(milliseconds: 1500) })
        let client = try slow.client()
        client.send(LimitTests.head + "Content-Length: 10\r\n\r\n[")
        #expect(try client.answer().status == 408)
        #expect(client.isClosed())
        let rated = try TestServer(
            limits: limits {
                $0.rateTime = Span(milliseconds: 1000)
                $0.leastRate = 100_000
            })
        let drop = try rated.client()
        drop.send(LimitTests.head + "Content-Length: 100000\r\n\r\n" + String(repeating: " ", count: 100))
        #expect(try drop.answer().status == 408)
        #expect(try rated.refusals("body-too-slow") == 1)
        #expect(try rated.post("/v1/messages", "[]").status == 200)
    }

    @Test("A connection that is idle between two requests ends after a while")
    func idle() throws {
        let server = try TestServer(limits: limits { $0.idleTime = Span(milliseconds: 1500) })
        let client = try server.client()
        client.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.answer().status == 200)
        #expect(try client.rest().isEmpty)
        #expect(try server.refusals("idle") == 1)
    }

    @Test("A thousand idle connections: each new one is served, and no more are open than may be")
    func thousandIdle() throws {
        let server = try TestServer(limits: limits { $0.connections = 50 })
        let idle = try (0..<1000).map { _ in try server.client() }
        #expect(try server.post("/v1/messages", alert("a1")).status == 200)
        let open = try server.figure("watchfloor_http_connections")
        #expect(Int(open ?? "").map { $0 <= 50 } == true, "\(open ?? "")")
        #expect(try server.refusals("evicted") >= 950)
        #expect(idle.prefix(900).allSatisfy { $0.isClosed() }, "the oldest give way")
        #expect(server.room.recorded == ["cad/a1"])
    }

    @Test("A connection with a token outlives idle ones without; one in a request is never given up")
    func whoGivesWay() throws {
        let server = try TestServer(limits: limits { $0.connections = 8 })
        server.room.settle(.hold)
        let trusted = try server.client()
        trusted.send(TestServer.request("/v1/messages", alert("a1")))
        #expect(server.room.wait { server.room.held == 1 })
        server.room.release()
        #expect(try trusted.answer().status == 200)
        let busy = try server.client()
        busy.send(TestServer.request("/v1/messages", alert("a2")))
        #expect(server.room.wait { server.room.held == 1 })
        let others = try (0..<40).map { _ in try server.client() }
        #expect(others.prefix(20).allSatisfy { $0.isClosed() })
        server.room.release()
        #expect(try busy.answer().status == 200)
        trusted.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try trusted.answer().status == 200)
    }

    @Test("When every connection is in a request, a further one is told so")
    func allBusy() throws {
        let server = try TestServer(limits: limits { $0.connections = 8 })
        server.room.settle(.hold)
        let busy = try (0..<8).map { number in
            let client = try server.client()
            client.send(TestServer.request("/v1/messages", alert("a\(number)")))
            return client
        }
        #expect(server.room.wait { server.room.held == 8 })
        let further = try server.client()
        let answer = try further.answer()
        #expect(answer.status == 503 && answer.fields["retry-after"] != nil, "\(answer)")
        #expect(further.isClosed())
        server.room.release()
        for client in busy { #expect(try client.answer().status == 200) }
        #expect(try server.refusals("connections") == 1)
    }

    @Test("A client that sends requests and reads no answer is read no further, and ends after a while")
    func noReader() throws {
        let server = try TestServer(limits: limits { $0.writeTime = Span(milliseconds: 1500) })
        let client = try server.client()
        let request = "GET /v1/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n"
        // Sends until nobody takes more: its answers would be a thousand times as much.
        let flood = String(repeating: request, count: 100)
        var rounds = 0
        while rounds < 20_000, client.send(flood) { rounds += 1 }
        #expect(rounds < 20_000, "it was ended")
        #expect(try server.refusals("write-too-slow") == 1)
        #expect(try server.get("/healthz").status == 200)
    }

    @Test("A feed that sends faster than it may is told when to come again, and another is not touched")
    func rate() throws {
        let server = try TestServer(rate: 10, others: [TestServer.feed("avl", TestServer.otherToken)])
        let many = "[" + (0..<30).map { alert("a\($0)") }.joined(separator: ",") + "]"
        #expect(try server.post("/v1/messages", many).status == 200, "a burst passes")
        let refused = try server.post("/v1/messages", alert("b"))
        #expect(refused.status == 429 && refused.fields["retry-after"] == "3", "\(refused)")
        let alertmanager = try server.post("/v1/alertmanager", "{}")
        #expect(alertmanager.status == 503 && alertmanager.fields["retry-after"] == "3", "Alertmanager retries only so")
        #expect(try server.post("/v1/messages", alert("c"), token: TestServer.otherToken).status == 200)
        server.room.pass(milliseconds: 1900)
        #expect(try server.post("/v1/messages", alert("b")).status == 429, "the burst is paid for first")
        server.room.pass(milliseconds: 300)
        #expect(try server.post("/v1/messages", alert("b")).status == 200)
        #expect(server.room.recorded.contains("cad/b"))
    }

    @Test("A feed has only so much under way: requests, and bytes of bodies")
    func feedRoom() throws {
        let server = try TestServer(
            limits: limits {
                $0.feedRequests = 2
                $0.feedBytes = 10_000
            }, others: [TestServer.feed("avl", TestServer.otherToken)])
        server.room.settle(.hold)
        let held = try (0..<2).map { number in
            let client = try server.client()
            client.send(TestServer.request("/v1/messages", alert("a\(number)")))
            return client
        }
        #expect(server.room.wait { server.room.held == 2 })
        #expect(try server.post("/v1/messages", alert("b")).status == 429)
        server.room.release()
        for client in held { #expect(try client.answer().status == 200) }
        server.room.settle(.record)
        let large = alert("c") + String(repeating: " ", count: 20_000)
        #expect(try server.post("/v1/messages", large).status == 429)
        #expect(try server.post("/v1/messages", alert("d"), token: TestServer.otherToken).status == 200)
        #expect(try server.post("/v1/messages", alert("e")).status == 200, "the room was given back")
        #expect(try server.refusals("feed-full") == 2)
    }

    @Test("More messages than a request may have, and JSON that is too deep, are refused whole")
    func content() throws {
        let server = try TestServer(limits: limits { $0.messages = 5 })
        let many = (0..<6).map { alert("a\($0)") }
        #expect(try server.post("/v1/messages", "[" + many.joined(separator: ",") + "]").status == 422)
        #expect(
            try server.post("/v1/messages", many.joined(separator: "\n"), type: "application/x-ndjson").status == 422)
        let deep = String(repeating: "[", count: 100_000)
        let answer = try server.post("/v1/messages", deep)
        #expect(answer.status == 422 && answer.text.contains("at most 16"), "\(answer)")
        #expect(server.room.recorded.isEmpty)
    }
}
