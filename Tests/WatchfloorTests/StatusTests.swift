import Foundation
import Glibc
import TestSupport
import Testing

/// What `status` says is true: what is shown, since when, and how old it is.
@Suite("Status", .tags(.process), .full)
struct StatusTests {
    private let place = Workplace()

    /// A live folder with an officer's call for help in it.
    private func live() throws -> String {
        let roster = try place.write(
            "roster.toml", "[roster]\n3A12 = { kind = \"vehiclePatrol\", pane = \"patrol\", beat = \"B01\" }\n")
        let input = try place.write(
            "in.jsonl",
            """
            {"kind":"unit.status","id":"1","time":"2026-11-24T02:55:20Z","unit":"3A12","status":"emergency"}

            """)
        let data = place.file("d")
        let outcome = try place.run(
            "ingest", "--data-dir", data, "--roster", roster, "--feed", "cad=stdin", input: input)
        #expect(outcome.status == 0, "\(outcome)")
        return data
    }

    /// What the writer of a folder last said, so many seconds ago.
    private func beat(_ data: String, _ state: String, ago: Int) throws {
        let path = data + "/writer.beat"
        try Data("watchfloor-beat 1\n5\n\(state)\n".utf8).write(to: URL(filePath: path))
        let time = timespec(tv_sec: time(nil) - ago, tv_nsec: 0)
        #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
    }

    private func text(_ data: String, _ more: String...) throws -> [String] {
        let outcome = try place.start(["status", "--data-dir", data] + more, with: ["TZ": "UTC"]).wait()
        #expect(outcome.status == 0, "\(outcome)")
        let lines = outcome.text.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.last != " " }, "\(outcome)")
        return lines
    }

    private func members(_ data: String, _ more: String...) throws -> [String: Any] {
        let outcome = try place.start(["status", "--json", "--data-dir", data] + more).wait()
        return try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any] ?? [:]
    }

    @Test("tail without --follow says in its head line and among the errors when nobody records")
    func tail() throws {
        let data = try live()
        let cases = [
            ("recording", 0, ""), ("recording", 600, "NOT LIVE since"), ("ended", 0, "no console writes this journal"),
            ("journal.diskFull", 0, "NOT recorded"),
        ]
        for (state, ago, told) in cases {
            try beat(data, state, ago: ago)
            let outcome = try place.run("tail", "--data-dir", data, "--locale", "en")
            #expect(outcome.status == 0, "\(outcome)")
            let head = outcome.text.split(separator: "\n").first.map(String.init) ?? ""
            guard !told.isEmpty else {
                #expect(outcome.errors.isEmpty && head.hasPrefix("Board"), "\(outcome)")
                continue
            }
            for text in [head, outcome.errors] {
                #expect(text.contains(told) && text.contains("Last record "), "\(state), \(ago) s ago: \(outcome)")
            }
            let json = try place.run("tail", "--data-dir", data, "--locale", "en", "--json")
            #expect(json.errors.contains(told) && !json.text.contains(told), "\(json)")
        }
    }

    @Test("It is LIVE while the writer lives, and says how that does otherwise")
    func writer() throws {
        let data = try live()
        let cases = [
            ("recording", 0, "LIVE", "recording"), ("recording", 600, "NOT LIVE since", "silent"),
            ("ended", 600, "NOT LIVE since", "ended"), ("ended", 0, "NOT LIVE since", "ended"),
            ("journal.diskFull", 0, "NOT recorded", "journal.diskFull"),
        ]
        for (state, ago, told, writer) in cases {
            try beat(data, state, ago: ago)
            let first = try text(data)[0]
            #expect(first.hasPrefix(told), "\(state), \(ago) s ago: \(first)")
            let json = try members(data)
            #expect(json["live"] as? Bool == (told == "LIVE") && json["writer"] as? String == writer, "\(json)")
            #expect(json["mode"] as? String == "live" && json["asOf"] == nil && json["lastSignAt"] != nil)
        }
        try beat(data, "recording", ago: 600)
        #expect(try text(data)[0].contains("10 min"))
        #expect(try text(data, "--locale", "zh-Hans")[0].contains("画面非实时"))
        try FileManager.default.removeItem(atPath: data + "/writer.beat")
        #expect(try text(data)[0].hasPrefix("NOT LIVE since"))
        let json = try members(data)
        #expect(json["writer"] as? String == "none" && json["lastSignAt"] == nil)
    }

    @Test("A past moment is called so, with the moment that was asked for, and is never live")
    func past() throws {
        let data = try live()
        try beat(data, "recording", ago: 0)
        #expect(try text(data, "--asof", "#1").contains { $0.hasPrefix("last record ") && $0.hasSuffix(" before") })
        let first = try text(data, "--asof", "#1")[0]
        #expect(first.hasPrefix("PAST ") && first.contains(" ago") && !first.contains("LIVE"), "\(first)")
        #expect(try text(data, "--asof", "#1", "--locale", "zh-Hans")[0].hasPrefix("历史 "))
        let json = try members(data, "--asof", "#1")
        #expect(json["live"] as? Bool == false && json["asOf"] != nil && json["mode"] as? String == "live")
    }

    @Test("Open calls for help are named, and the age of the last record is told")
    func emergencies() throws {
        let data = try live()
        #expect(try text(data).contains("OFFICER EMERGENCY, open: 3A12"))
        #expect(try text(data, "--locale", "zh-Hans").contains("紧急求助未解除：3A12"))
        #expect(try members(data)["emergencies"] as? [String] == ["3A12"])
        #expect(try text(data).contains { $0.hasPrefix("last record ") && $0.hasSuffix(" ago") })
        #expect(try text(data, "--asof", "#1").allSatisfy { !$0.contains("EMERGENCY") })
    }

    @Test("A recording says what it is, and that nobody writes it")
    func recording() throws {
        let data = place.file("replay")
        _ = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        let first = try text(data)[0]
        #expect(first.contains("REPLAY") && first.contains("NOT LIVE"), "\(first)")
        #expect(try members(data)["live"] as? Bool == false)
    }

    @Test("A watching console without a terminal says what there is instead")
    func noTerminal() throws {
        let data = try live()
        let outcome = try place.run("console", "--watch", "--data-dir", data, with: ["TERM": "xterm-256color"])
        #expect(outcome.status == 3 && outcome.errors.contains("watchfloor status"), "\(outcome)")
    }
}
