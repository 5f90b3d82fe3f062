import Feeds
import Formats
import Foundation
import TestSupport
import Testing

@testable import FeedHTTP

@Suite("CloudEvents over HTTP, and messages without an id")
struct EventTests {
    private static let binary =
        "ce-specversion: 1.0\r\nce-id: e1\r\nce-source: /s\r\nce-type: com.example.alert\r\n"
        + "ce-time: 2026-09-21T12:00:00Z\r\n"

    private func structured(_ id: String) -> String {
        #"{"specversion":"1.0","id":"\#(id)","source":"/s","type":"com.example.alert","time":"2026-09-21T12:00:00Z","data":{"text":"x"}}"#
    }

    @Test("Structured, batch and binary mode; the media type must say which")
    func modes() throws {
        let server = try TestServer()
        let (one, batch) = ("application/cloudevents+json", "application/cloudevents-batch+json")
        #expect(try server.post("/v1/cloudevents", structured("a"), type: one + "; charset=utf-8").status == 200)
        let two = "[\(structured("b")),\(structured("c")),{\"specversion\":\"1.0\"}]"
        let answer = try server.post("/v1/cloudevents", two, type: batch)
        #expect(answer.status == 200 && answer.json["taken"] as? Int == 2, "\(answer)")
        #expect(((answer.json["refused"] as? [[String: Any]])?.first?["index"]) as? Int == 2)
        let binary = try server.post("/v1/cloudevents", #"{"text":"x"}"#, fields: EventTests.binary)
        #expect(binary.status == 200, "\(binary)")
        #expect(server.room.recorded == ["cad//s a", "cad//s b", "cad//s c", "cad//s e1"])
        #expect(try server.post("/v1/cloudevents", "[]", type: one).status == 422)
        #expect(try server.post("/v1/cloudevents", structured("d"), type: batch).status == 422)
        let letter = server.letters.letters().first
        #expect(letter?.format == .cloudevents)
        #expect(letter.map { String(decoding: $0.bytes, as: UTF8.self) } == #"{"specversion":"1.0"}"#)
    }

    @Test("A binary event that cannot be taken is kept as a structured one, which reads alike")
    func binaryLetter() throws {
        let server = try TestServer()
        let refused = try server.post("/v1/cloudevents", #"{"texts":"x"}"#, fields: EventTests.binary)
        #expect(refused.status == 422 && refused.text.contains("data.texts"), "\(refused)")
        let letter = try #require(server.letters.letters().first)
        let again = try server.post(
            "/v1/cloudevents", String(decoding: letter.bytes, as: UTF8.self), type: "application/cloudevents+json")
        #expect(again.status == 422 && again.text.contains("data.texts"), "\(again)")
    }

    @Test(
        "Values of ce- fields are undone as the binding says",
        arguments: [
            ("plain", "plain"), ("a%20b", "a b"), ("Euro%20%E2%82%AC%20%F0%9F%98%80", "Euro € 😀"), ("%2520", "%20"),
            (#""quoted \"text\"""#, #"quoted "text""#), (#""a%22b""#, #"a"b"#), ("%e2%82%ac", "€"), ("", ""),
            ("\"", "\""), ("%", nil), ("%2", nil), ("%zz", nil), ("%+1", nil), ("%C0%80", nil), ("%ED%A0%80", nil),
            ("%FF", nil),
        ] as [(String, String?)])
    func values(written: String, meant: String?) {
        #expect((try? EventHeaders.decoded(written, "ce-x")) == meant)
    }

    @Test("Attributes that are twice, too many or no attributes are refused")
    func attributes() {
        let many = (0..<70).map { (name: "ce-a\($0)", value: "x") }
        let cases: [[(name: String, value: String)]] = [
            [("ce-id", "a"), ("ce-id", "b")], many, [("ce-", "x")], [("ce-a b", "x")], [("ce-data", "x")],
            [("ce-datacontenttype", "x")], [("ce-\u{1B}", "x")],
        ]
        for fields in cases {
            #expect(throws: MessageFault.self) { try EventHeaders.attributes(fields) }
        }
    }

    @Test("A message without an id is the same when it is sent again, and another when anything differs")
    func digest() throws {
        let server = try TestServer()
        func message(_ text: String) -> String {
            #"{"kind":"alert","time":"2026-09-21T12:00:00Z","text":"\#(text)"}"#
        }
        #expect(try server.post("/v1/messages", message("x")).json["taken"] as? Int == 1)
        #expect(try server.post("/v1/messages", message("x")).json["repeated"] as? Int == 1)
        #expect(try server.post("/v1/messages", "[\(message("x")),\(message("y"))]").json["taken"] as? Int == 1)
        #expect(server.room.recorded.count == 2)
        #expect(server.room.recorded.allSatisfy { $0.hasPrefix("cad/digest:") })
    }

    @Test("With an Idempotency-Key the key and the place are the identity, whatever the message says")
    func key() throws {
        let server = try TestServer()
        let message = #"{"kind":"alert","time":"2026-09-21T12:00:00Z","text":"x"}"#
        for (key, taken) in [("k1", 2), ("\"k1\"", 0), ("k2", 2)] {
            let answer = try server.post(
                "/v1/messages", "[\(message),\(message)]", fields: "Idempotency-Key: \(key)\r\n")
            #expect(answer.json["taken"] as? Int == taken, "\(key): \(answer)")
        }
        #expect(server.room.recorded == ["cad/key:k1#0", "cad/key:k1#1", "cad/key:k2#0", "cad/key:k2#1"])
        let named = try server.post("/v1/messages", alert("own"), fields: "Idempotency-Key: k1\r\n")
        #expect(named.status == 200 && server.room.recorded.last == "cad/own", "an id of its own comes first")
    }

    @Test("The sender's words are put into the console's")
    func words() throws {
        let server = try TestServer(words: WordMapping(words: ["status": ["FREI": "clear"]]))
        let text = status("s1").replacingOccurrences(of: "\"clear\"", with: "\"FREI\"")
        #expect(try server.post("/v1/messages", text).status == 200)
    }

    @Test("The parts of a list are found by the paths of their faults")
    func places() {
        #expect(BodyReader.place("alerts[12].startsAt") == 12)
        #expect(BodyReader.place("[3]") == 3)
        for path in ["", "alerts", "x[1].y", "alerts[x]", "alerts[1", "entry[1].alert"] {
            #expect(BodyReader.place(path) == nil, "\(path)")
        }
    }

    @Test("Words of severity are put into the console's over HTTP, for Alertmanager and CAP")
    func severityWords() throws {
        let server = try TestServer(words: WordMapping(words: ["severity": ["disaster": "high", "Minor": "high"]]))
        let notification = """
            {"version":"4","groupKey":"g","status":"firing","alerts":[{"status":"firing",
             "labels":{"alertname":"a","severity":"disaster"},"startsAt":"2026-09-21T12:00:00Z","fingerprint":"f"}]}
            """
        #expect(try server.post("/v1/alertmanager", notification).json["taken"] as? Int == 1)
        let cap = CAPSample.text.replacing("<severity>Severe<", with: "<severity>Minor<")
        #expect(try server.post("/v1/cap", cap, type: "application/cap+xml").status == 200)
        #expect(server.room.severities == [.high, .high])
    }
}
