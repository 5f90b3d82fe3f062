import Foundation
import TestSupport
import Testing

@Suite("Requests that two readers could understand in two ways")
struct SmugglingTests {
    /// What would be done if a second reader saw another end of the first request.
    private static let hidden =
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(TestServer.token)\r\n"
        + "Content-Type: application/json\r\nContent-Length: \(alert("hidden").utf8.count)\r\n\r\n\(alert("hidden"))"

    private static let head =
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(TestServer.token)\r\n"
        + "Content-Type: application/json\r\n"

    @Test(
        "Each is refused, the connection ends, and nothing behind it is looked at",
        arguments: [
            ("both lengths", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            ("both, the other way", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"),
            ("two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n[]"),
            ("the same length twice", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n[]"),
            ("a list of lengths", "Content-Length: 2, 2\r\n\r\n[]"),
            ("a signed length", "Content-Length: +2\r\n\r\n[]"),
            ("a negative length", "Content-Length: -2\r\n\r\n[]"),
            ("a length in hexadecimal", "Content-Length: 0x2\r\n\r\n[]"),
            ("a length with a blank in it", "Content-Length: 1 2\r\n\r\n[]"),
            ("a length beyond all measure", "Content-Length: 99999999999999999999999\r\n\r\n[]"),
            ("an empty length", "Content-Length:\r\n\r\n[]"),
            ("a coding that is not chunked", "Transfer-Encoding: identity\r\n\r\n[]"),
            ("chunked and another", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            ("chunked twice", "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
            ("chunked in two fields", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            ("chunked with a tail", "Transfer-Encoding: chunkedx\r\n\r\n0\r\n\r\n"),
            ("chunked behind a tabulator", "Transfer-Encoding:\u{B}chunked\r\n\r\n0\r\n\r\n"),
            ("a blank before the colon", "Content-Length : 2\r\n\r\n[]"),
            ("a coding with a blank before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
            ("a field that goes on in the next line", "X: a\r\n Content-Length: 2\r\n\r\n[]"),
            ("a line that ends with LF alone", "X: a\nContent-Length: 2\r\n\r\n[]"),
            ("a bare CR in a field", "X: a\rContent-Length: 2\r\n\r\n[]"),
            ("a NUL in a field", "X: a\u{0}\r\nContent-Length: 2\r\n\r\n[]"),
            ("a field without a name", ": a\r\nContent-Length: 2\r\n\r\n[]"),
            ("a chunk without a size", "Transfer-Encoding: chunked\r\n\r\nxyz\r\n[]\r\n0\r\n\r\n"),
            ("a chunk with a negative size", "Transfer-Encoding: chunked\r\n\r\n-2\r\n[]\r\n0\r\n\r\n"),
            ("a chunk with 0x before its size", "Transfer-Encoding: chunked\r\n\r\n0x2\r\n[]\r\n0\r\n\r\n"),
            ("a chunk that is longer than its size", "Transfer-Encoding: chunked\r\n\r\n1\r\n[]\r\n0\r\n\r\n"),
            ("a chunk size beyond all measure", "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n[]\r\n"),
            ("a chunk whose line ends with LF alone", "Transfer-Encoding: chunked\r\n\r\n2\n[]\n0\n\n"),
            ("two hosts", "Host: b\r\nContent-Length: 2\r\n\r\n[]"),
        ])
    func refused(name: String, rest: String) throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(SmugglingTests.head + rest + SmugglingTests.hidden)
        let answer = try client.answer()
        #expect(answer.status == 400, "\(name): \(answer)")
        #expect(answer.fields["connection"] == "close", "\(name)")
        let rest = try client.rest()
        #expect(rest.isEmpty, "\(name): \(String(decoding: rest, as: UTF8.self))")
        #expect(server.room.recorded.isEmpty, "\(name)")
        #expect(try server.refusals("malformed") == 1, "\(name)")
    }

    @Test(
        "What is no HTTP/1.0 or 1.1 is refused",
        arguments: [
            ("no request", "hello\r\n\r\n", 400), ("no version", "GET /healthz\r\n\r\n", 505),
            ("HTTP/2 in the clear", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
            ("another version", "GET /healthz HTTP/3.0\r\nHost: a\r\n\r\n", 505),
            ("HTTP/1.2", "GET /healthz HTTP/1.2\r\nHost: a\r\n\r\n", 505),
            ("a handshake of TLS", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", 400),
            ("no host", "GET /healthz HTTP/1.1\r\n\r\n", 400),
            ("a coding in HTTP/1.0", "POST /v1/cap HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
            ("a tunnel", "CONNECT other:443 HTTP/1.1\r\nHost: other\r\n\r\n", 404),
        ])
    func foreign(name: String, text: String, status: Int) throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(text)
        let answer = try client.answer()
        #expect(answer.status == status, "\(name): \(answer)")
        #expect(client.isClosed(), "\(name)")
    }

    @Test("A connection that asks to become another protocol ends after its answer")
    func upgrade() throws {
        let server = try TestServer()
        let client = try server.client()
        client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nxxxx")
        #expect(try client.answer().status == 200)
        #expect(client.isClosed())
    }

    @Test(
        "Requests with bytes changed, cut and doubled by chance: no crash, and others are served", arguments: [1, 2, 3])
    func mutated(seed: UInt64) throws {
        let server = try TestServer()
        var random = Seeded(seed)
        let samples = [
            TestServer.request("/v1/messages", "[\(alert("a")),\(status("b"))]"),
            SmugglingTests.head + "Transfer-Encoding: chunked\r\n\r\n2;x=\"y\"\r\n[]\r\n0\r\nT: u\r\n\r\n",
            TestServer.request(
                "/v1/cloudevents", "{}", fields: "ce-specversion: 1.0\r\nce-id: %20\r\nce-type: \"a\\\"b\"\r\n"),
            "GET /metrics HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: keep-alive, upgrade\r\n\r\n",
        ]
        for round in 0..<300 {
            var bytes = Array(samples[Int.random(in: 0..<samples.count, using: &random)].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
                default: bytes.insert(contentsOf: Array("\r\n".utf8), at: place)
                }
            }
            let client = try server.client()
            let cut = Int.random(in: 0...bytes.count, using: &random)
            client.send(bytes[..<cut])
            client.send(bytes[cut...])
            client.finishSending()
            #expect(client.isClosed(), "seed \(seed), round \(round)")
        }
        #expect(try server.get("/healthz").status == 200, "seed \(seed)")
    }
}
