import Foundation
import Glibc
import TestSupport
import Testing

/// Feeds into the journal by the built program.
@Suite(.tags(.process), .full) struct FeedTests {
    private let place = Workplace()

    private func alert(_ number: Int, active: Bool = true) -> String {
        """
        {"kind":"alert","id":"a\(number)","time":"2026-11-24T02:55:20Z","text":"mast \(number)",\
        "state":"\(active ? "firing" : "resolved")"}

        """
    }

    private func call(_ number: Int) -> String {
        """
        {"kind":"incident.report","id":"a\(number)","time":"2026-11-24T02:55:20Z","type":"fight","text":"call \(number)"}

        """
    }

    /// The source keys of the feed's events, in the order of the journal.
    private func keys(_ data: String) throws -> [String] {
        try place.exported(place.file(data)).compactMap { line in
            line.firstMatch(of: /"source":\{"source":"cad","id":"(a[0-9]+)"/).map { String($0.output.1) }
        }
    }

    @Test("Standard input is taken to its end; what is wrong is a dead letter that can be shown and sent again")
    func standardInput() throws {
        let good = (0..<50).map { alert($0) }.joined()
        let input = try place.write("in.jsonl", good + "{\"kind\":\"alert\"}\n" + alert(7) + "no json\n")
        let outcome = try place.run("ingest", "--data-dir", place.file("d"), "--feed", "cad=stdin", input: input)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.errors.contains("50 taken, 1 repeated, 2 dead letters"), "\(outcome)")
        #expect(try place.status(place.file("d")).alerts == 51, "one more tells of what was refused")
        let list = try place.run("feeds", "dead-letters", "--data-dir", place.file("d"))
        #expect(list.text.split(separator: "\n").count == 2, "\(list)")
        #expect(list.text.contains("id: found nothing; expected a name"), "\(list)")
        let chinese = try place.run(
            "feeds", "dead-letters", "list", "--locale", "zh-Hans", "--data-dir", place.file("d"))
        #expect(chinese.text.contains("应为"), "\(chinese)")
        let shown = try place.run("feeds", "dead-letters", "show", "2", "--data-dir", place.file("d"))
        #expect(shown.text.contains("no json"), "\(shown)")
        let json = try place.run("feeds", "dead-letters", "--json", "--data-dir", place.file("d"))
        let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
        let letters = object?["letters"] as? [[String: Any]]
        #expect(letters?.compactMap { $0["text"] as? String } == ["{\"kind\":\"alert\"}", "no json"], "\(json)")
        #expect(try place.run("feeds", "dead-letters", "remove", "--data-dir", place.file("d")).status == 2)
        #expect(try place.run("feeds", "dead-letters", "remove", "1", "--data-dir", place.file("d")).status == 0)
        #expect(try place.run("feeds", "dead-letters", "show", "1", "--data-dir", place.file("d")).status == 2)
        #expect(try place.run("feeds", "dead-letters", "resend", "--data-dir", place.file("d")).status == 0)
        #expect(try place.run("feeds", "dead-letters", "resend", "9", "--data-dir", place.file("d")).status == 2)
        #expect(try place.run("feeds", "dead-letters", "--data-dir", place.file("d")).text.contains("no dead letters"))
    }

    @Test(
        "kill -9 while a file is followed: every message is in the journal once",
        arguments: 1...4 as ClosedRange<UInt64>)
    func killed(seed: UInt64) throws {
        var random = Seeded(seed)
        let count = 600
        let path = try place.write("feed.jsonl", (0..<count).map { call($0) }.joined())
        let data = "killed\(seed)"
        let arguments = ["ingest", "--data-dir", place.file(data), "--feed", "cad=file:\(path)"]
        for _ in 0..<3 {
            let wanted = Int64.random(in: 1...400_000, using: &random)
            let running = try place.start(arguments)
            #expect(eventually(seconds: 60) { size(data) > wanted || (try? keys(data).count) == count }, "seed \(seed)")
            running.kill()
            _ = running.wait()
        }
        let last = try place.start(arguments)
        #expect(eventually(seconds: 60) { (try? keys(data).count) == count }, "seed \(seed)")
        kill(last.pid, SIGTERM)
        let outcome = last.wait()
        #expect(outcome.status == 0, "seed \(seed): \(outcome)")
        #expect(try keys(data) == (0..<count).map { "a\($0)" }, "seed \(seed)")
        #expect(try place.run("journal", "verify", "--data-dir", place.file(data)).status == 0, "seed \(seed)")
    }

    @Test("The schema is printed, feeds files and messages are checked")
    func checks() throws {
        let schema = try place.run("feeds", "schema")
        let object = try JSONSerialization.jsonObject(with: Data(schema.output)) as? [String: Any]
        #expect((object?["oneOf"] as? [Any])?.count == 6)
        let good = try place.write("good.toml", "[[feed]]\nname = \"cad\"\nfrom = \"fifo:\(place.file("pipe"))\"\n")
        #expect(try place.run("feeds", "check", good).status == 0)
        let path = place.file("later.jsonl")
        let later = try place.write("later.toml", "[[feed]]\nname = \"cad\"\nfrom = \"file:\(path)\"\n")
        let doubted = try place.run("feeds", "check", later)
        #expect(doubted.status == 0, "a file may come later: \(doubted)")
        #expect(doubted.errors.contains("\(path) does not exist") && doubted.text.contains("advice"), "\(doubted)")
        let bad = try place.write("bad.toml", "[[feed]]\nname = \"cad\"\nfrom = \"ftp:/x\"\n")
        let refused = try place.run("feeds", "check", bad)
        #expect(refused.status == 2 && refused.errors.contains("bad.toml:3:"), "\(refused)")
        let messages = try place.write("m.jsonl", alert(1) + "{}\n")
        let checked = try place.run("feeds", "check", "--messages", messages)
        #expect(checked.status == 1 && checked.errors.contains("m.jsonl:2: kind: found nothing"), "\(checked)")
        #expect(try place.run("ingest", "--feed", "nonsense").status == 2)
        #expect(try place.run("ingest", "--data-dir", place.file("none")).status == 2)
    }

    private func size(_ data: String) -> Int64 {
        ["journal.sqlite", "journal.sqlite-wal"].reduce(0) { sum, name in
            var info = stat()
            return stat(place.file(data) + "/" + name, &info) == 0 ? sum + Int64(info.st_size) : sum
        }
    }
}
