import DispatchModel
import FeedHTTP
import Feeds
import Foundation
import Glibc
import TestSupport
import Testing
import Wording

@testable import watchfloor

/// `ingest` says what does not go well, and the README's own lines work.
@Suite(.tags(.process), .full) struct LoudIngestTests {
    private let place = Workplace()

    /// The README at the root of the package.
    private var readme: String {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            return try String(
                contentsOf: root.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
        }
    }

    @Test("The README's first lines about feeds: a token is made, its lines are the settings, and curl is answered 200")
    func readmeLines() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/curl") else {
            print("SKIPPED: the README's lines need curl: apt-get install curl")
            return
        }
        let text = try readme
        let block = try #require(text.firstMatch(of: /## Feeds\n\n```sh\n(?<lines>(?:.|\n)*?)```/)).output.lines
        let lines = block.replacing("\\\n", with: " ").split(separator: "\n")
        #expect(lines[0].hasPrefix("watchfloor feeds token prometheus") && lines[2].hasPrefix("curl "), "\(block)")
        let port = freePort()
        let made = try place.run("feeds", "token", "prometheus")
        let token = try #require(made.text.firstMatch(of: /Bearer (\S+)\n/)).output.1
        try place.write("config/watchfloor/feeds.toml", made.text + "[http]\nlisten = \"127.0.0.1:\(port)\"\n")
        let running = try place.start(["ingest", "--data-dir", place.file("d")])
        #expect(eventually { (try? RawClient(port)) != nil })
        let line = lines[2].replacing("127.0.0.1:8470", with: "127.0.0.1:\(port)")
        let sent = try place.shell("TOKEN=\(token); \(line) -s -o answer -w '%{http_code}'")
        #expect(
            sent.text == "200", "\(sent) \((try? String(contentsOfFile: place.file("answer"), encoding: .utf8)) ?? "")")
        kill(running.pid, SIGTERM)
        let ended = running.wait()
        #expect(ended.status == 0 && ended.errors.contains("prometheus: 1 taken"), "\(ended)")
        #expect(try place.status(place.file("d")).alerts == 1)
    }

    private func settings(_ port: UInt16, _ other: UInt16, token: String) -> String {
        """
        [http]
        listen = "127.0.0.1:\(port)"
        [[feed]]
        name = "web"
        from = "http"
        token-sha256 = "\(token)"
        [[feed]]
        name = "a"
        from = "tcp:127.0.0.1:\(other)"
        [[feed]]
        name = "b"
        from = "tcp:127.0.0.1:\(other)"
        [[feed]]
        name = "c"
        from = "file:/nonexistent/x.jsonl"
        [[feed]]
        name = "d"
        from = "fifo:/nonexistent/p"
        [[feed]]
        name = "e"
        from = "gpsd:127.0.0.1:1"
        """
    }

    @Test("Feeds that cannot start are found by check, told on standard error, and make health 503")
    func cannotStart() throws {
        let port = freePort()
        let hash = String(repeating: "ab", count: 32)
        let file = try place.write("feeds.toml", settings(port, freePort(), token: hash))
        let checked = try place.run("feeds", "check", file)
        #expect(checked.status == 2, "\(checked)")
        for found in [
            ":12: b: tcp:127.0.0.1:", ":15: c: the folder /nonexistent", ":18: d: the folder /nonexistent",
            ":21: e: nobody answers",
        ] {
            #expect(checked.errors.contains("feeds.toml" + found), "\(found): \(checked)")
        }
        let running = try place.start([
            "ingest", "--data-dir", place.file("d"), "--feeds", file, "--log-format", "json",
        ])
        var health: RawClient.Answer?
        let isTold = eventually {
            guard let client = try? RawClient(port) else { return false }
            client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            health = try? client.answer()
            let troubles = health?.json["troubles"] as? [String] ?? []
            return ["b", "c", "d", "e"].allSatisfy { feed in troubles.contains { $0.hasPrefix("feed \(feed): ") } }
        }
        #expect(isTold && health?.status == 503, "\(String(describing: health))")
        let feeds = ["b", "c", "d", "e"]
        // Each says so in its own time, more than once while it is tried again.
        #expect(eventually { feeds.allSatisfy { LoudIngestTests.tells(running.errorsSoFar, $0) } })
        kill(running.pid, SIGTERM)
        let outcome = running.wait()
        #expect(outcome.status == 0, "\(outcome)")
        for feed in feeds { #expect(LoudIngestTests.tells(outcome.errors, feed), "\(feed): \(outcome)") }
    }

    /// True when a line of a log as JSON says, as an error, that a feed cannot be read.
    private static func tells(_ log: String, _ feed: String) -> Bool {
        log.split(separator: "\n").contains { line in
            guard let said = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String] else {
                return false
            }
            return said["feed"] == feed && said["level"] == "error"
                && said["text"]?.hasPrefix("cannot be read: ") ?? false
        }
    }

    @Test("A roster with a section of another file is a fault by its line")
    func wrongSection() throws {
        let file = try place.write("roster.toml", "[units]\n3A11 = { kind = \"vehiclePatrol\", beat = \"B01\" }\n")
        let outcome = try place.run(
            "ingest", "--data-dir", place.file("d"), "--roster", file, "--feed", "x=stdin")
        #expect(outcome.status == 2 && outcome.errors.contains("roster.toml:1:"), "\(outcome)")
        #expect(outcome.errors.contains("units: unknown") && outcome.errors.contains("roster"), "\(outcome)")
    }

    @Test("An id that is used again for something else is refused with 422 and kept, also after a restart")
    func usedAgain() throws {
        let port = freePort()
        let made = try place.run("feeds", "token", "cad")
        let token = try #require(made.text.firstMatch(of: /Bearer (\S+)\n/)).output.1
        let file = try place.write("feeds.toml", made.text + "[http]\nlisten = \"127.0.0.1:\(port)\"\n")
        func message(_ type: String, _ time: String) -> String {
            #"{"kind":"incident.report","id":"0001","time":"\#(time)","type":"\#(type)","priority":5}"#
        }
        let noise = message("NOISE", "2026-11-24T02:55:20Z")
        let others = [message("CARDIAC ARREST", "2026-11-24T02:55:20Z"), message("NOISE", "2026-11-25T02:55:20Z")]
        func post(_ body: String) throws -> Int {
            let client = try RawClient(port)
            client.send(
                "POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\n"
                    + "Connection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            return try client.answer().status
        }
        for round in 0..<2 {
            let running = try place.start(["ingest", "--data-dir", place.file("d"), "--feeds", file])
            #expect(eventually { (try? RawClient(port)) != nil })
            #expect(try post(noise) == 200 && post(noise) == 200, "round \(round)")
            for other in others { #expect(try post(other) == 422, "round \(round)") }
            kill(running.pid, SIGTERM)
            #expect(running.wait().status == 0)
        }
        #expect(try place.status(place.file("d")).incidents == 1)
        let letters = try place.run("feeds", "dead-letters", "--data-dir", place.file("d"))
        #expect(letters.text.contains("the id of another message"), "\(letters)")
    }

    @Test("What stands before an id that was recorded before is taken after a restart")
    func hidesNothing() throws {
        func alert(_ second: Int) -> String {
            #"{"kind":"alert","id":"mast7","time":"2026-11-24T02:55:0\#(second)Z","text":"mast 7 down"}"# + "\n"
        }
        let path = try place.write("cad.jsonl", alert(1))
        func take(until count: Int) throws {
            let running = try place.start(["ingest", "--data-dir", place.file("d"), "--feed", "cad=file:\(path)"])
            let data = place.file("d")
            #expect(eventually { (try? place.exported(data).filter { $0.contains("\"source\"") }.count) ?? 0 >= count })
            kill(running.pid, SIGKILL)
            _ = running.wait()
        }
        try take(until: 1)
        let call = #"{"kind":"incident.report","id":"P1","time":"2026-11-24T02:55:20Z","type":"CARDIAC ARREST"}"# + "\n"
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data((call + alert(2)).utf8))
        try handle.close()
        try take(until: 2)
        #expect(try place.exported(place.file("d")).contains { $0.contains("CARDIAC ARREST") })
    }

    @Test("Settings are read again on a signal: a new token opens, a file with a fault leaves the old one")
    func reload() throws {
        let port = freePort()
        let first = try place.run("feeds", "token", "cad").text
        let second = try place.run("feeds", "token", "cad").text
        func token(_ text: String) throws -> String {
            String(try #require(text.firstMatch(of: /Bearer (\S+)\n/)).output.1)
        }
        let server = "[http]\nlisten = \"127.0.0.1:\(port)\"\n"
        let file = try place.write("feeds.toml", first + server)
        let running = try place.start(["ingest", "--data-dir", place.file("d"), "--feeds", file])
        func status(_ token: String) -> Int {
            guard let client = try? RawClient(port) else { return 0 }
            client.send("POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n")
            return (try? client.answer().status) ?? 0
        }
        let (old, new) = (try token(first), try token(second))
        #expect(eventually { status(old) == 415 })
        try place.write("feeds.toml", second + server + "[[feed]\n")
        kill(running.pid, SIGHUP)
        #expect(eventually { running.errorsSoFar.contains("feeds.toml:") })
        #expect(status(old) == 415)
        try place.write("feeds.toml", second + server)
        kill(running.pid, SIGUSR1)
        #expect(eventually { status(new) == 415 && status(old) == 401 })
        kill(running.pid, SIGTERM)
        let outcome = running.wait()
        #expect(outcome.status == 0 && outcome.errors.contains("feeds.toml:"), "\(outcome)")
        #expect(outcome.errors.contains("settings read again"), "\(outcome)")
    }

    @Test("A sender on a socket shows its token first; others are closed and seen")
    func socketToken() throws {
        let port = freePort()
        let made = try place.run("feeds", "token", "cad").text
        let token = try #require(made.firstMatch(of: /Bearer (\S+)\n/)).output.1
        let file = try place.write("feeds.toml", made.replacing("\"http\"", with: "\"tcp:127.0.0.1:\(port)\""))
        let running = try place.start(["ingest", "--data-dir", place.file("d"), "--feeds", file])
        #expect(eventually { (try? RawClient(port)) != nil })
        let alert = #"{"kind":"alert","id":"a1","time":"2026-11-24T02:55:20Z","text":"mast"}"# + "\n"
        for front in ["", "Bearer wrong\n"] {
            let client = try RawClient(port)
            client.send(front + alert.replacing("a1", with: "bad"))
            #expect(eventually { client.isClosed() })
        }
        let client = try RawClient(port)
        client.send("Bearer \(token)\n" + alert)
        let data = place.file("d")
        #expect(eventually { (try? place.exported(data).contains { $0.contains("\"id\":\"a1\"") }) ?? false })
        kill(running.pid, SIGTERM)
        #expect(running.wait().status == 0)
        let events = try place.exported(data)
        #expect(!events.contains { $0.contains("\"id\":\"bad\"") })
        #expect(events.contains { $0.contains("watchfloor.refusals") && $0.contains("alertRaised") })
    }

    @Test("Changes of feeds are told once each, dead letters at most once a minute")
    func reporter() {
        var reporter = FeedReporter()
        var feed = FeedStatus(name: "cad")
        feed.heartbeat = .seconds(30)
        var now = Timestamp(seconds: 1000)
        feed.started = now
        func told() -> [String] { reporter.look([feed], now: now).map { "\($0.level) \($0.text)" } }
        #expect(told().isEmpty)
        feed.trouble = BilingualText("no route", "")
        #expect(told() == ["error cannot be read: no route"] && told().isEmpty)
        feed.trouble = nil
        feed.last = now
        #expect(told() == ["notice is read again"] && told().isEmpty)
        now = now + .seconds(31)
        #expect(told() == ["warning silent for 31 s"] && told().isEmpty)
        feed.last = now
        #expect(told() == ["notice is read again"])
        feed.faults = 2
        #expect(told() == ["warning 2 messages refused and kept as dead letters"])
        feed.faults = 9
        #expect(told().isEmpty)
        now = now + .seconds(60)
        feed.last = now
        #expect(told() == ["warning 7 messages refused and kept as dead letters"])
        feed.lostLetters = 3
        #expect(told() == ["error 3 refused messages could not be kept"])
        feed.strangers = 2
        #expect(told().first?.hasPrefix("warning 2 connections closed") == true && told().isEmpty)
    }

    @Test("Requests of nobody's sender are told with who and why, once a minute at most")
    func strangers() {
        var reporter = FeedReporter()
        var now = Timestamp(seconds: 1000)
        var requests = RequestsOfStrangers()
        func told() -> [String] { reporter.look([requests], now: now).map { "\($0.level) \($0.feed) \($0.text)" } }
        #expect(told().isEmpty)
        (requests.count, requests.peer, requests.english) = (1, "10.0.0.7", "no valid token (401)")
        #expect(told() == ["warning http 1 requests refused, the last from 10.0.0.7: no valid token (401)"])
        requests.count = 500
        now = now + .seconds(59)
        #expect(told().isEmpty)
        now = now + .seconds(1)
        #expect(told().first?.hasPrefix("warning http 499 requests refused") == true)
        #expect(told().isEmpty)
    }

    @Test("Lines are for people, for journald, or JSON; what is from outside cannot break them")
    func lines() {
        let at = Timestamp(seconds: 0)
        let text = RunLog(format: .text, level: .info, isJournald: false)
        #expect(
            text.line(.warning, "a\u{1B}[2Jb\nc", feed: "cad", at: at).hasPrefix("1970-01-01T00:00:00")
                && !text.line(.warning, "a\u{1B}b\nc", feed: "cad", at: at).contains { $0 == "\u{1B}" || $0 == "\n" })
        let journald = RunLog(format: .text, level: .info, isJournald: true)
        #expect(journald.line(.error, "x", feed: "cad", at: at) == "<3>cad: x")
        #expect(journald.line(.info, "x", feed: "", at: at) == "<6>x")
        let json = RunLog(format: .json, level: .info, isJournald: true).line(.notice, "a\n\"", feed: "", at: at)
        #expect(json.hasPrefix(#"{"at":"1970-01-01T00:00:00"#) && json.hasSuffix(#""text":"a\n\""}"#), "\(json)")
    }
}
