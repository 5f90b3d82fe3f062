import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// Feeds over HTTP into the journal by the built program.
@Suite(.tags(.process), .full) struct HTTPFeedTests {
    private static let token = "the-token-of-the-feed-cad"
    private let place = Workplace()

    private static func request(_ body: String) -> String {
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private static func call(_ id: String) -> String {
        #"{"kind":"incident.report","id":"\#(id)","time":"2026-11-24T02:55:20Z","type":"fight","text":"call \#(id)"}"#
    }

    /// Sends without pause from one connection until it is told to stop: each message again and again until it is
    /// answered 2xx. Notes what was.
    private final class Sender: Sendable {
        private let answered = Mutex<[String]>([])
        private let isOver = Atomic(false)
        private let thread = DispatchGroup()

        init(_ name: String, _ port: UInt16, seed: UInt64) {
            DispatchQueue(label: name).async(group: thread) { [self] in
                var random = Seeded(seed)
                var client: RawClient?
                var number = 0
                while !isOver.load(ordering: .relaxed) {
                    let ids = (0..<Int.random(in: 1...5, using: &random)).map { "\(name)-\(number + $0)" }
                    let body = "[" + ids.map(HTTPFeedTests.call).joined(separator: ",") + "]"
                    while !isOver.load(ordering: .relaxed) {
                        if client == nil { client = try? RawClient(port) }
                        client?.send(HTTPFeedTests.request(body))
                        guard let answer = try? client?.answer() else {
                            client = nil
                            _ = poll(nil, 0, 2)
                            continue
                        }
                        guard answer.status == 200 else { continue }
                        answered.withLock { $0 += ids }
                        number += ids.count
                        break
                    }
                }
            }
        }

        var count: Int { answered.withLock { $0.count } }

        func stop() -> [String] {
            isOver.store(true, ordering: .relaxed)
            thread.wait()
            return answered.withLock { $0 }
        }
    }

    @Test("kill -9 a hundred times under load: every message answered 2xx is in the journal exactly once")
    func killed() throws {
        let seed: UInt64 = 2611
        print("kill -9 over HTTP: seed \(seed)")
        var random = Seeded(seed)
        let port = freePort()
        let data = place.file("d")
        let environment = ["WATCHFLOOR_FEED_TOKEN": HTTPFeedTests.token]
        let arguments = ["ingest", "--data-dir", data, "--feed", "cad=http:127.0.0.1:\(port)"]
        let began = ContinuousClock.now
        let senders = (0..<4).map { Sender("s\($0)", port, seed: seed + UInt64($0)) }
        for round in 0..<100 {
            let running = try place.start(arguments, with: environment)
            let wanted = senders.map(\.count).reduce(0, +) + Int.random(in: 1...40, using: &random)
            #expect(
                eventually(seconds: 60) { senders.map(\.count).reduce(0, +) >= wanted }, "seed \(seed), round \(round)")
            // Somewhere within the next request.
            for _ in 0..<Int.random(in: 0...40_000, using: &random) { _ = random.next() }
            running.kill()
            _ = running.wait()
        }
        let last = try place.start(arguments, with: environment)
        let reached = senders.map(\.count).reduce(0, +)
        #expect(eventually(seconds: 60) { senders.map(\.count).reduce(0, +) > reached }, "seed \(seed)")
        let answered = senders.flatMap { $0.stop() }
        kill(last.pid, SIGTERM)
        #expect(last.wait().status == 0)
        let keys = try place.exported(data).compactMap { line in
            line.firstMatch(of: /"source":\{"source":"cad","id":"(s[0-9]-[0-9]+)"/).map { String($0.output.1) }
        }
        #expect(Set(keys).count == keys.count, "seed \(seed): something is there twice")
        #expect(Set(answered).isSubset(of: Set(keys)), "seed \(seed): something that was answered 2xx is not there")
        #expect(answered.count > 1000)
        #expect(try place.run("journal", "verify", "--data-dir", data).status == 0)
        print("100 kills, \(answered.count) messages answered, in \(began.duration(to: .now))")
    }

    @Test("Tokens, the description, and what is checked before anything runs")
    func commands() throws {
        let made = try place.run("feeds", "token", "prometheus")
        let token = try #require(made.text.firstMatch(of: /Bearer (wf_[A-Za-z0-9_-]{43})\n/)).output.1
        let file = try place.write("feeds.toml", made.text + "format = \"alertmanager\"\n")
        let checked = try place.run("feeds", "check", file)
        #expect(
            checked.status == 0 && checked.text.contains("prometheus\talertmanager\thttp://127.0.0.1:8470"),
            "\(checked)")
        #expect(!checked.text.contains(token))
        let refused = try place.write("public.toml", made.text + "[http]\nlisten = \"0.0.0.0:1\"\npublic = true\n")
        let outcome = try place.run("feeds", "check", refused)
        #expect(outcome.status == 2 && outcome.errors.contains("certificate and key"), "\(outcome)")
        #expect(try place.run("ingest", "--data-dir", place.file("x"), "--feeds", refused).status == 2)
        let missing = try place.write(
            "tls.toml", made.text + "[http]\nlisten = \"127.0.0.1:1\"\ncertificate = \"/no.pem\"\nkey = \"/no.key\"\n")
        #expect(try place.run("feeds", "check", missing).errors.contains("/no.pem cannot be read"))
        let once = try place.run("ingest", "--data-dir", place.file("x"), "--feed", "a=http:0.0.0.0:1")
        #expect(once.status == 2 && once.errors.contains("other machines"), "\(once)")
        let console = try place.run("console", "--data-dir", place.file("x"), "--feed", "a=http:127.0.0.1:0")
        #expect(console.status == 2 && console.errors.contains("WATCHFLOOR_FEED_TOKEN_A"), "\(console)")
        #expect(try place.run("feeds", "token", "two words").status == 2)
        let described = try JSONSerialization.jsonObject(with: Data(try place.run("feeds", "openapi").output))
        #expect((described as? [String: Any])?["openapi"] as? String == "3.1.0")
    }
}
