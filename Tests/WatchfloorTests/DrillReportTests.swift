import Foundation
import TestSupport
import Testing

/// `report --drill`: from a drill's folder to a report.
@Suite(.tags(.process), .full) struct DrillReportTests {
    private let place = Workplace()

    /// Plays a shipped scenario with the automatic dispatcher and returns the drill's folder.
    @discardableResult
    private func play(_ scenario: String, name: String, trainee: String, seed: String = "5") throws -> String {
        let outcome = try place.run(
            "drill", scenario, "--auto", "--headless", "--speed", "max", "--hours", "1", "--seed", seed, "--name", name,
            "--trainee", trainee)
        #expect(outcome.status == 0, "\(outcome)")
        return place.file("share/watchfloor/drills/\(name)")
    }

    @Test("a drill is told as text, as JSON and as a page, by name and by folder, in both languages")
    func formats() throws {
        let folder = try play("evening-peak", name: "first", trainee: "Li <b>")
        let text = try place.run("report", "--drill", "first")
        #expect(text.status == 0 && text.text.hasPrefix("EXERCISE · After-action report"), "\(text)")
        #expect(text.text.contains("Li <b>") && text.text.contains("seed 5"), "\(text)")

        let json = try place.run("report", "--drill", folder, "--format", "json")
        let document = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
        #expect(document?["trainee"] as? String == "Li <b>" && document?["seed"] as? Int == 5, "\(json)")
        #expect(document?["automaticDispatcher"] is [String: Any])

        let page = try place.run(
            "report", "--drill", folder, "--format", "html", "--output", place.file("r.html"), "--locale", "zh-Hans")
        #expect(page.status == 0 && page.output.isEmpty, "\(page)")
        let html = try String(contentsOfFile: place.file("r.html"), encoding: .utf8)
        #expect(html.contains("<html lang=\"zh-Hans\">") && html.contains("讲评报告"))
        #expect(html.contains("Li &lt;b&gt;") && !html.contains("Li <b>"))
    }

    /// The automatic dispatcher on the console and the one that is rehearsed for the report are the same player.
    @Test("beside itself the automatic dispatcher does exactly as well")
    func baseline() throws {
        let folder = try play("evening-peak", name: "auto", trainee: "auto")
        let json = try place.run("report", "--drill", folder, "--format", "json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        let other = try #require(document["automaticDispatcher"] as? [String: Any])
        let own = try #require(document["objectives"] as? [[String: Any]])
        let baseline = try #require(other["objectives"] as? [[String: Any]])
        #expect(!own.isEmpty)
        #expect(own.map { $0["outcome"] as? String } == baseline.map { $0["outcome"] as? String })
        #expect(own.map { $0["value"] as? Double } == baseline.map { $0["value"] as? Double })
    }

    @Test("two drills of one scenario are compared, those of different ones are not")
    func comparison() throws {
        for (name, trainee) in [("a", "Li"), ("b", "Han")] {
            try play("evening-peak", name: name, trainee: trainee)
        }
        try play("storm", name: "c", trainee: "Li")
        let page = try place.run("report", "--drill", "a", "--drill", "b", "--format", "html")
        #expect(page.status == 0 && page.text.contains("<th scope=\"col\" class=\"n\">Han</th>"), "\(page)")
        let text = try place.run("report", "--drill", "a", "--drill", "b")
        #expect(text.status == 0 && text.text.contains("Comparison"), "\(text)")
        let refused = try place.run("report", "--drill", "a", "--drill", "c")
        #expect(refused.status == 2 && refused.errors.contains("storm"), "\(refused)")
    }

    @Test("what is missing or damaged is said, and the rest is told")
    func damage() throws {
        let folder = try play("quiet-night", name: "first", trainee: "Li")
        try Data("{\"at\": 1, \"position\": 2, \"key\": \"a\"}\nrubbish\n".utf8)
            .write(to: URL(filePath: folder + "/keys.jsonl"))
        let damaged = try place.run("report", "--drill", "first")
        #expect(damaged.status == 0 && damaged.text.contains("keys.jsonl: 1 lines cannot be read"), "\(damaged)")
        try FileManager.default.removeItem(atPath: folder + "/keys.jsonl")
        let missing = try place.run("report", "--drill", "first", "--locale", "zh")
        #expect(missing.status == 0 && missing.text.contains("没有 keys.jsonl"), "\(missing)")
        try Data("title = \n".utf8).write(to: URL(filePath: folder + "/scenario.toml"))
        let broken = try place.run("report", "--drill", "first")
        #expect(broken.status == 2 && broken.errors.contains("scenario.toml:1"), "\(broken)")
    }

    @Test("what is no drill is refused, a command room's journal above all")
    func refused() throws {
        let unknown = try place.run("report", "--drill", "none")
        #expect(unknown.status == 2 && unknown.errors.contains("none"), "\(unknown)")
        for arguments in [["--format", "html"], ["--drill", "a", "--by", "type"], ["--output", "x"]] {
            let outcome = try place.start(["report"] + arguments).wait()
            #expect(outcome.status == 2, "\(arguments): \(outcome)")
        }
        let folder = try play("quiet-night", name: "first", trainee: "Li")
        let live = place.file("live")
        let replay = try place.run(
            "replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", live)
        #expect(replay.status == 0, "\(replay)")
        for file in ["drill.json", "scenario.toml"] {
            try FileManager.default.copyItem(atPath: folder + "/" + file, toPath: live + "/" + file)
        }
        let mixed = try place.run("report", "--drill", live)
        #expect(mixed.status == 1 && mixed.output.isEmpty, "\(mixed)")
    }
}
