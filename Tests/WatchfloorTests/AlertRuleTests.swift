import DispatchPolicy
import Foundation
import TestSupport
import Testing

@testable import watchfloor

/// The room's rules about alerts by the built program.
@Suite(.tags(.process), .full) struct AlertRuleTests {
    private let place = Workplace()

    private func alert(_ number: Int, severity: String = "low", feed: String = "mast") -> String {
        """
        {"kind":"alert","id":"\(feed)\(number)","time":"2026-11-24T02:55:20Z","text":"\(feed) \(number)",\
        "severity":"\(severity)","state":"firing"}

        """
    }

    private func ingest(_ lines: String, _ data: String) throws -> [String] {
        let input = try place.write("in.jsonl", lines)
        let outcome = try place.run("ingest", "--data-dir", place.file(data), "--feed", "nms=stdin", input: input)
        #expect(outcome.status == 0, "\(outcome)")
        return try place.exported(place.file(data))
    }

    private static let rules = """
        [[suppress]]
        name = "masts"
        feed = "nms"
        text = "mast *"
        severity = "high"
        [[latch]]
        text = "panel"
        """

    @Test("A flood of a live feed is in the journal, and so is what a rule hides and latches")
    func live() throws {
        let lines = (0..<12).map { alert($0) }.joined() + alert(1, severity: "high", feed: "panel")
        let plain = try ingest(lines, "plain")
        #expect(plain.filter { $0.contains("flood") }.count == 1)
        #expect(plain.filter { $0.contains("\"latching\":1") }.isEmpty)
        try place.write("config/watchfloor/alerts.toml", Self.rules)
        let ruled = try ingest(lines, "ruled")
        #expect(ruled.filter { $0.contains("alert-hidden") || $0.contains("alertHidden") }.count == 12)
        #expect(ruled.filter { $0.contains("flood") }.isEmpty)
    }

    @Test("A rehearsal says what a rule would have hidden and names the P1s, in words and as JSON")
    func rehearsal() throws {
        let lines = (0..<5).map { alert($0) }.joined() + (5..<9).map { alert($0, severity: "high") }.joined()
        _ = try ingest(lines, "d")
        let rules = try place.write("rules.toml", Self.rules)
        let data = place.file("d")
        let outcome = try place.run("alerts", "rehearse", "--rules", rules, "--data-dir", data)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.text.contains("would have hidden 9: 4 high, 0 medium, 5 low"), "\(outcome)")
        #expect(outcome.text.contains("this rule would have hidden these 4 P1s:"), "\(outcome)")
        for number in 5..<9 { #expect(outcome.text.contains("mast \(number)"), "\(outcome)") }
        let chinese = try place.run(
            "alerts", "rehearse", "--rules", rules, "--data-dir", data, "--locale", "zh-Hans")
        #expect(chinese.text.contains("该规则会隐藏以下 4 次 P1 告警"), "\(chinese)")
        let json = try place.run("alerts", "rehearse", "--rules", rules, "--data-dir", data, "--json")
        let value = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
        let first = (value?["rules"] as? [[String: Any]])?.first
        #expect(first?["high"] as? Int == 4 && (first?["p1s"] as? [Any])?.count == 4, "\(json)")
        // An exported journal does as well as its folder.
        let export = place.file("d.jsonl")
        try place.write("d.jsonl", try place.exported(data).joined(separator: "\n") + "\n")
        let again = try place.run("alerts", "rehearse", "--rules", rules, "--data-dir", export, "--json")
        #expect(again.text == json.text)
        #expect(try place.run("alerts", "rehearse", "--data-dir", data).status == 2, "without rules")
    }

    @Test("A rules file is checked, and what is wrong stops a live program with file, line and remedy")
    func check() throws {
        let good = try place.write("good.toml", Self.rules)
        let outcome = try place.run("alerts", "check", good)
        #expect(outcome.status == 0 && outcome.text.contains("all well"), "\(outcome)")
        #expect(outcome.text.contains("may hide alerts of high severity"), "\(outcome)")
        let bad = try place.write("config/watchfloor/alerts.toml", "[sound]\ncommand = \"aplay x\"\n")
        for arguments in [["alerts", "check"], ["ingest", "--data-dir", place.file("x"), "--feed", "a=stdin"]] {
            let refused = try place.start(arguments).wait()
            #expect(refused.status == 2, "\(refused)")
            #expect(refused.errors.contains("\(bad):2:1: sound.command"), "\(refused)")
        }
    }

    @Test("The scorecard says too little data when so, in words and as JSON")
    func scorecard() throws {
        _ = try ingest((0..<20).map { alert($0) }.joined(), "d")
        let outcome = try place.run("report", "--scorecard", "--data-dir", place.file("d"))
        #expect(outcome.status == 0 && outcome.text.contains("too little data"), "\(outcome)")
        let json = try place.run("report", "--scorecard", "--json", "--data-dir", place.file("d"))
        let value = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
        #expect(value?["alerts"] as? Int == 20, "\(json)")
    }
}
