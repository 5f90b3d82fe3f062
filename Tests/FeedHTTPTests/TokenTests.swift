import DispatchModel
import Feeds
import Foundation
import TestSupport
import Testing

@testable import FeedHTTP

@Suite("Tokens")
struct TokenTests {
    @Test(
        "A table of what a client may show",
        arguments: [
            (nil, 401), ("", 401), ("Bearer", 401), ("Bearer ", 401), ("Bearer x", 401),
            ("Bearer \(TestServer.token)", 200), ("bearer \(TestServer.token)", 200),
            ("BEARER  \(TestServer.token)", 200), ("Basic \(TestServer.token)", 401), (TestServer.token, 401),
            ("Bearer \(TestServer.token)x", 401), ("Bearer \(TestServer.token.dropLast())", 401),
            ("Bearer \(TestServer.token) \(TestServer.token)", 401), ("Bearer \(TestServer.token.uppercased())", 401),
            ("Bearer \(String(repeating: "a", count: 600))", 401), ("Bearer \(TestServer.otherToken)", 200),
        ] as [(String?, Int)])
    func table(value: String?, status: Int) throws {
        let server = try TestServer(others: [TestServer.feed("avl", TestServer.otherToken)])
        let client = try server.client()
        let body = alert("a1")
        client.send(
            "POST /v1/messages HTTP/1.1\r\nHost: a\r\n" + (value.map { "Authorization: \($0)\r\n" } ?? "")
                + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let answer = try client.answer()
        #expect(answer.status == status, "\(value ?? "nothing"): \(answer)")
        if status == 401 {
            let challenge = answer.fields["www-authenticate"] ?? ""
            #expect(challenge.hasPrefix("Bearer realm=\"watchfloor\""))
            #expect(challenge.contains("invalid_token") == (value != nil))
            #expect(client.isClosed())
            #expect(try server.refusals("token") == 1)
        } else {
            let feed = value?.contains(TestServer.otherToken) == true ? "avl" : "cad"
            #expect(server.room.recorded == ["\(feed)/a1"], "the token tells which feed speaks")
        }
    }

    @Test("A token twice is nobody's; one of a feed without a token is neither")
    func twice() throws {
        let server = try TestServer(others: [FeedSettings(name: "none", origin: .http(nil))])
        let line = "Authorization: Bearer \(TestServer.token)\r\n"
        #expect(try server.post("/v1/messages", "[]", fields: line).status == 401)
    }

    @Test("A feed may be held to one format")
    func format() throws {
        let other = TestServer.feed("avl", TestServer.otherToken, format: .cap)
        let server = try TestServer(others: [other])
        let refused = try server.post("/v1/messages", "[]", token: TestServer.otherToken)
        #expect(refused.status == 403 && refused.text.contains("may only send cap"), "\(refused)")
        let taken = try server.post("/v1/cap", "<x/>", type: "text/xml", token: TestServer.otherToken)
        #expect(taken.status == 422)
    }

    @Test("Fresh tokens differ, and only their digest opens")
    func fresh() {
        var random = Seeded(5)
        let tokens = (0..<50).map { _ in FeedToken(using: &random) }
        #expect(Set(tokens.map(\.text)).count == 50)
        for (index, token) in tokens.enumerated() {
            #expect(token.text.utf8.count == 46 && FeedToken(token.text) != nil)
            #expect(TokenTable(hashes: tokens.map(\.hash)).owner(of: token.text) == index)
            #expect(TokenTable(hashes: tokens.map(\.hash)).owner(of: token.hexadecimal) == nil)
        }
        #expect(TokenTable(hashes: [[]]).owner(of: "") == nil)
        // SHA-256 of "abc" (FIPS 180-4, example): what sha256sum prints.
        #expect(
            hexadecimalText(FeedToken.hash("abc"))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(FeedToken("short") == nil && FeedToken("with blanks in its middle") == nil)
    }
}
