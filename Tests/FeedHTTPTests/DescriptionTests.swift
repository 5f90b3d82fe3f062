import DispatchModel
import Feeds
import Formats
import Foundation
import NIOHTTP1
import TestSupport
import Testing

@testable import FeedHTTP

@Suite("The description of the server agrees with it", .full)
struct DescriptionTests {
    /// One answer of the server to a request of an operation.
    private typealias Case = (code: Int, answer: RawClient.Answer)

    private let samples: [Route: (type: String, good: String, bad: String)] = [
        .posts(.messages): ("application/json", alert("a1"), "{}"),
        .posts(.alertmanager): (
            "application/json",
            #"{"version":"4","alerts":[{"status":"firing","labels":{"a":"b"},"startsAt":"2026-09-21T12:00:00Z"}]}"#,
            "{}"
        ),
        .posts(.cap): ("application/cap+xml", CAPSample.text, "<x/>"),
        .posts(.cloudevents): (
            "application/cloudevents+json",
            #"{"specversion":"1.0","id":"e","source":"/s","type":"x.alert","time":"2026-09-21T12:00:00Z","data":{"text":"x"}}"#,
            "{}"
        ),
    ]

    private func documented() throws -> JSON {
        var limits = JSONLimits()
        limits.depth = 32
        return try JSONReader.read(Array(OpenAPI.text().utf8), limits: limits)
    }

    @Test("It names every resource with its methods, and every reference in it leads somewhere")
    func resources() throws {
        let root = try documented()
        let paths = root["paths"]?.members ?? []
        #expect(Set(paths.map(\.name)) == Set(Route.all.map(\.path)))
        for path in paths {
            let methods = Set((path.value.members ?? []).map { $0.name.uppercased() })
            let route = try #require(Route(path: path.name))
            #expect(methods == Set(route.methods).subtracting(["HEAD"]), "\(path.name)")
            // What it says may be posted is read, and every format has its resource.
            for type in path.value["post"]?["requestBody"]?["content"]?.members ?? [] {
                let isRead = [false, true].contains {
                    BodyKind(MediaType(type.name), of: route, hasEventHeader: $0) != nil
                }
                #expect(isRead, "\(path.name) \(type.name)")
            }
        }
        #expect(root["components"]?["schemas"]?["Message"] == MessageRules.schema())
        var references = 0
        func look(_ value: JSON) {
            if let reference = value["$ref"]?.text {
                references += 1
                #expect(SchemaCheck(root: root).resolved(reference) != nil, "\(reference)")
            }
            for inner in value.elements ?? value.members?.map(\.value) ?? [] { look(inner) }
        }
        look(root)
        #expect(references > 50)
    }

    @Test("Every code that it names is given, no other is, and each answer has the form that it says")
    func codes() throws {
        let root = try documented()
        for route in Route.all {
            let operation = root["paths"]?[route.path]?[route.format == nil ? "get" : "post"] ?? .null
            let named = operation["responses"]?.members ?? []
            let cases = try route.format == nil ? reads(route) : posts(route)
            #expect(Set(named.map(\.name)) == Set(cases.map { String($0.code) }), "\(route.path)")
            for (code, answer) in cases {
                #expect(answer.status == code, "\(route.path): \(answer)")
                let problems = SchemaCheck(root: root).problems(of: answer, operation)
                #expect(problems.isEmpty, "\(route.path) \(code): \(problems)")
            }
        }
    }

    /// Every code of a route that is posted to.
    private func posts(_ route: Route) throws -> [Case] {
        let sample = try #require(samples[route])
        let only: FeedFormat = route == .posts(.cap) ? .messages : .cap
        var slow = TestServer.feed("slow", "test-token-of-slow-feed")
        slow.rate = 1
        let server = try TestServer(
            limits: shortened, others: [TestServer.feed("avl", TestServer.otherToken, format: only), slow])
        let path = route.path
        func post(_ body: String, token: String = TestServer.token, fields: String = "") throws -> RawClient.Answer {
            try server.post(path, body, type: sample.type, token: token, fields: fields)
        }
        var cases: [Case] = [(200, try post(sample.good)), (422, try post(sample.bad))]
        cases.append((401, try post(sample.good, token: "nobody")))
        cases.append((403, try post(sample.good, token: TestServer.otherToken)))
        cases.append((415, try server.post(path, sample.good, type: "text/plain")))
        cases += try framing(server, "POST \(path)", "Content-Type: \(sample.type)\r\n")
        server.room.settle(.fail)
        cases.append((503, try post(sample.good)))
        server.room.settle(.record)
        _ = try post(sample.good, token: "test-token-of-slow-feed")
        let full = try post(sample.good, token: "test-token-of-slow-feed")
        if route != .posts(.alertmanager) { cases.append((429, full)) } else { cases.append((503, full)) }
        return cases
    }

    /// Every code of a route that is read.
    private func reads(_ route: Route) throws -> [Case] {
        let server = try TestServer(limits: shortened)
        var cases: [Case] = [(200, try server.get(route.path))]
        cases += try framing(server, "GET \(route.path)", "")
        if route == .health {
            server.room.wait(100)
            cases.append((503, try server.get(route.path)))
        }
        if route == .metrics {
            let check = RequestCheck(limits: HTTPLimits(), tokens: TokenTable(hashes: []), formats: [])
            cases.append((421, try server.ask("GET /metrics HTTP/1.1\r\nHost: evil.example:8470\r\n\r\n")))
            let head = HTTPRequestHead(
                version: .http1_1, method: .GET, uri: route.path, headers: HTTPHeaders([("host", "a")]))
            if case .failure(let error) = check.look(at: head, isLocal: false) {
                let fields = Dictionary(
                    uniqueKeysWithValues: (error.answer.fields + [("content-type", error.answer.mediaType)]).map {
                        ($0.0.lowercased(), $0.1)
                    })
                cases.append((401, RawClient.Answer(status: 401, fields: fields, body: error.answer.body)))
            }
        }
        return cases
    }

    /// The codes that come of framing alone.
    private func framing(_ server: TestServer, _ line: String, _ fields: String) throws -> [Case] {
        let auth = "Authorization: Bearer \(TestServer.token)\r\n" + fields
        func ask(_ more: String, _ body: String = "", version: String = "1.1") throws -> RawClient.Answer {
            try server.ask("\(line) HTTP/\(version)\r\nHost: a\r\n\(auth)\(more)\r\n\(body)")
        }
        return [
            (400, try ask("Host: b\r\n")), (408, try ask("Content-Length: 5\r\n", "{")),
            (413, try ask("Transfer-Encoding: chunked\r\n", "800\r\n\(String(repeating: " ", count: 2048))\r\n")),
            (417, try ask("Expect: x\r\n")), (431, try ask("X: \(String(repeating: "y", count: 9000))\r\n")),
            (505, try ask("", version: "1.2")),
        ]
    }

    private var shortened: HTTPLimits {
        var limits = HTTPLimits()
        limits.bodyTime = Span(milliseconds: 1500)
        limits.bodyBytes = 2000
        limits.headBytes = 8000
        return limits
    }

    @Test("The figures are in Prometheus' form: every family has help and type once, every label is escaped")
    func figures() throws {
        let server = try TestServer()
        _ = try server.post("/v1/messages", alert("a1"))
        let answer = try server.get("/metrics")
        #expect(answer.fields["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        var families: Set<String> = []
        let line = try Regex(
            #"^([a-z_]+)(\{[a-z_]+="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?[0-9.]+$"#)
        for text in answer.text.split(separator: "\n") {
            if text.hasPrefix("# TYPE ") {
                #expect(families.insert(String(text.split(separator: " ")[2])).inserted, "\(text)")
            } else if !text.hasPrefix("# HELP ") {
                let match = try #require(try line.wholeMatch(in: String(text)), "\(text)")
                #expect(families.contains(String(match.output[1].substring ?? "")), "\(text)")
            }
        }
        #expect(families.count > 15 && answer.text.hasSuffix("\n"))
        #expect(answer.text.contains(#"watchfloor_build_info{version="1.2 \"test\""} 1"#))
        #expect(answer.text.contains(#"watchfloor_feed_messages_total{feed="cad",outcome="taken"} 1"#))
        #expect(answer.text.contains(#"watchfloor_http_requests_total{route="/v1/messages",code="200"} 1"#))
        #expect(Metrics.escaped("a\\b\"c\nd") == #"a\\b\"c\nd"#)
    }

    @Test(
        "Days as HTTP writes them",
        arguments: [
            (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (1_709_164_800_999, "Thu, 29 Feb 2024 00:00:00 GMT"),
        ] as [(Int64, String)])
    func dates(time: Int64, text: String) {
        #expect(HTTPDate.text(Timestamp(milliseconds: time)) == text)
    }
}

/// An alert of CAP 1.2.
enum CAPSample {
    static let text = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>c1</identifier><sender>s</sender>\
        <sent>2026-09-21T12:00:00+00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>\
        <info><category>Met</category><event>Storm</event><urgency>Immediate</urgency><severity>Severe</severity>\
        <certainty>Observed</certainty></info></alert>
        """
}
