import DispatchModel
import Foundation
import TestSupport
import Testing

@Suite("Requests and their answers")
struct AnswerTests {
    private static let auth = "Authorization: Bearer \(TestServer.token)\r\n"

    /// A line and fields, with the host and, for a body, its length.
    private static func request(_ line: String, _ fields: String = "", _ body: String = "") -> String {
        let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
        return "\(line)\r\nHost: localhost\r\n\(fields)\(length)\r\n\(body)"
    }

    @Test(
        "A table of requests: code, and a word of the answer",
        arguments: [
            ("GET /healthz HTTP/1.1", "", "", 200, "\"status\":\"ok\""),
            ("GET /healthz?x=1 HTTP/1.1", "", "", 200, "ok"),
            ("GET http://localhost/healthz HTTP/1.1", "", "", 200, "ok"),
            ("GET /healthz HTTP/1.1", "", "a body that nobody needs", 200, "ok"),
            ("GET /metrics HTTP/1.1", "", "", 200, "watchfloor_inbox_waiting 0"),
            ("GET /v1/openapi.json HTTP/1.1", "", "", 200, "3.1.0"),
            ("GET / HTTP/1.1", "", "", 404, "openapi"), ("GET http://a HTTP/1.1", "", "", 404, "openapi"),
            ("GET /v1/messages/ HTTP/1.1", "", "", 404, "openapi"),
            ("GET /v1/%6Dessages HTTP/1.1", auth, "", 404, "openapi"),
            ("POST /V1/messages HTTP/1.1", auth, "{}", 404, "openapi"),
            ("GET /v1/messages HTTP/1.1", auth, "", 405, "POST"),
            ("PUT /v1/messages HTTP/1.1", auth, "{}", 405, "POST"), ("POST /healthz HTTP/1.1", "", "{}", 405, "GET"),
            ("DELETE /metrics HTTP/1.1", "", "", 405, "GET"), ("OPTIONS /v1/cap HTTP/1.1", "", "", 405, "POST"),
            ("POST /v1/messages HTTP/1.1", "Content-Type: application/json\r\n", "{}", 401, "token"),
            ("POST /v1/messages HTTP/1.1", auth, "{}", 415, "application/x-ndjson"),
            ("POST /v1/messages HTTP/1.1", auth + "Content-Type: text/plain\r\n", "{}", 415, "application/json"),
            (
                "POST /v1/messages HTTP/1.1", auth + "Content-Type: application/json; charset=utf-16\r\n", "{}", 415,
                "application/json"
            ),
            (
                "POST /v1/messages HTTP/1.1",
                auth + "Content-Type: application/json\r\nContent-Type: text/plain\r\n", "{}", 415, "one Content-Type"
            ),
            (
                "POST /v1/messages HTTP/1.1", auth + "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                "{}", 415, "content coding"
            ),
            ("POST /v1/cap HTTP/1.1", auth + "Content-Type: application/json\r\n", "{}", 415, "application/cap+xml"),
            (
                "POST /v1/cloudevents HTTP/1.1", auth + "Content-Type: application/json\r\n", "{}", 415,
                "ce-specversion"
            ),
            ("POST /v1/messages HTTP/1.1", auth + "Content-Type: application/json\r\n", "{", 422, "byte 2"),
            (
                "POST /v1/messages HTTP/1.1", auth + "Content-Type: application/json\r\n", "{}", 422,
                "kind: found nothing"
            ),
            ("POST /v1/messages HTTP/1.1", auth + "Content-Type: application/json\r\n", "[]", 200, "\"taken\":0"),
            (
                "POST /v1/messages HTTP/1.1",
                auth + "Content-Type: application/json\r\nIdempotency-Key: a b\r\n", "[]", 400, "Idempotency-Key"
            ),
            (
                "POST /v1/messages HTTP/1.1", auth + "Content-Type: Application/JSON ; Charset=\"UTF-8\"\r\n",
                "{\"kind\":\"heartbeat\"}", 200, "\"taken\":1"
            ),
            ("POST /v1/messages HTTP/1.0", auth + "Content-Type: application/json\r\n", "[]", 200, "\"taken\":0"),
            (
                "POST /v1/messages HTTP/1.1", auth + "Content-Type: application/json\r\nExpect: miracles\r\n", "[]",
                417, "100-continue"
            ),
            (
                "POST /v1/messages HTTP/1.1",
                auth + "Content-Type: application/json\r\nAccept-Language: zh-CN\r\n", "{}", 422, "实为空缺"
            ),
        ] as [(String, String, String, Int, String)])
    func table(line: String, fields: String, body: String, status: Int, word: String) throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(AnswerTests.request(line, fields, body))
        let answer = try client.answer()
        #expect(answer.status == status, "\(line): \(answer)")
        #expect(answer.text.contains(word), "\(line): \(answer)")
        #expect(answer.fields["server"] == "watchfloor" && answer.fields["date"]?.hasSuffix("GMT") == true)
        if status == 405 { #expect(answer.fields["allow"]?.contains(word) == true) }
        if status == 401 { #expect(answer.fields["www-authenticate"] == "Bearer realm=\"watchfloor\"") }
        if answer.fields["connection"] == "close" {
            #expect(client.isClosed(), "\(line)")
        } else {
            client.send(AnswerTests.request("GET /healthz HTTP/1.1"))
            #expect(try client.answer().status == 200, "\(line): the connection goes on")
        }
    }

    @Test("HEAD has the fields of GET and no body")
    func headOnly() throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(AnswerTests.request("HEAD /v1/openapi.json HTTP/1.1"))
        let answer = try client.answer(hasBody: false)
        #expect(answer.status == 200 && Int(answer.fields["content-length"] ?? "") ?? 0 > 1000)
        client.send(AnswerTests.request("GET /healthz HTTP/1.1"))
        #expect(try client.answer().status == 200)
    }

    @Test("A client that expects to be told to go on is told, or refused before it sends its body")
    func expectContinue() throws {
        let server = try TestServer()
        let fields = AnswerTests.auth + "Content-Type: application/json\r\nExpect: 100-continue\r\n"
        let body = alert("a1")
        let client = try server.client()
        client.send("POST /v1/messages HTTP/1.1\r\nHost: a\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n")
        #expect(try client.answer().status == 100)
        client.send(body)
        #expect(try client.answer().status == 200)
        #expect(server.room.recorded == ["cad/a1"])
        client.send("POST /v1/messages HTTP/1.1\r\nHost: a\r\n\(fields)Content-Length: 99999999\r\n\r\n")
        #expect(try client.answer().status == 413)
        #expect(client.isClosed())
    }

    @Test("HTTP/1.0 ends after its answer, unless it asks to go on")
    func oldVersion() throws {
        let server = try TestServer()
        let client = try server.client()
        client.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(try client.answer().fields["connection"] == "keep-alive")
        client.send("GET /healthz HTTP/1.0\r\n\r\n")
        #expect(try client.answer().fields["connection"] == "close")
        #expect(client.isClosed())
    }

    @Test("A body in chunks, with a trailer, is the same as one with a length")
    func chunks() throws {
        let server = try TestServer()
        let client = try server.client()
        let head = "POST /v1/messages HTTP/1.1\r\nHost: a\r\n\(AnswerTests.auth)Content-Type: application/json\r\n"
        client.send(head + "Transfer-Encoding: chunked\r\n\r\n")
        for part in [alert("a1").prefix(10), alert("a1").dropFirst(10)] {
            client.send(String(part.utf8.count, radix: 16) + ";x=y\r\n\(part)\r\n")
        }
        client.send("0\r\nX-Trailer:\r\nY: z\r\n\r\n")
        #expect(try client.answer().status == 200)
        #expect(server.room.recorded == ["cad/a1"])
    }

    @Test("Requests in one piece are answered in order, one after the other")
    func pipelined() throws {
        let server = try TestServer()
        let client = try server.client()
        let texts = (0..<40).map { number in
            number % 4 == 0
                ? AnswerTests.request("GET /healthz HTTP/1.1") : TestServer.request("/v1/messages", alert("a\(number)"))
        }
        client.send(texts.joined() + AnswerTests.request("GET /nothing HTTP/1.1", "Connection: close\r\n"))
        for number in 0..<40 {
            let answer = try client.answer()
            #expect(answer.status == 200 && answer.text.contains(number % 4 == 0 ? "ok" : "\"taken\":1"), "\(number)")
        }
        #expect(try client.answer().status == 404)
        #expect(client.isClosed())
        #expect(server.room.recorded.count == 30)
    }

    @Test("Nothing of the client's comes back unless it was made safe")
    func nothingReflected() throws {
        let server = try TestServer()
        let answer = try server.ask(
            AnswerTests.request("GET /<script>alert(1)</script>\u{1B}[2J HTTP/1.1", "X: \u{7}<b>\r\n"))
        #expect(!answer.text.contains("script") && !answer.text.contains("\u{1B}"))
        let fault = try server.post("/v1/messages", #"{"kind":"a\u001b[2J\u202e"}"#)
        #expect(fault.status == 422)
        #expect(!fault.body.contains(0x1B) && !fault.text.contains("\u{202E}"))
        #expect(!fault.description.contains("NIO"))
    }
}
