import DispatchModel
import Formats
import Foundation
import Reports
import Testing

@Suite struct FigureOutputTests {
    private func report() -> FigureReport {
        var story = Story()
        story.unit(1)
        story.incident(1, received: 0, type: "a\"\\\u{1}盗窃")
        story.assign(1, 1, unit: 1, at: 65)
        story.advance(1, 1, .enRoute, at: 100)
        story.advance(1, 1, .arrived, at: 4000)
        story.advance(1, 1, .cleared, at: 60)
        return story.accumulator.report(by: .type)
    }

    @Test func jsonHasTheKeysOfTheReportInOrder() throws {
        let text = report().json
        #expect(
            text.hasPrefix(
                """
                {
                 "incidents": 1,
                 "unitResponses": 1,
                 "units": 1,
                 "intervals": {
                  "dispatch": {
                   "count": 1,
                   "p50": 65.0,
                   "p90": 65.0,
                   "mean": 65.0,
                   "invalid": 0
                  },
                  "turnout": {
                """))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(read["by"] as? String == "type")
        let groups = try #require(read["groups"] as? [String: [String: Any]])
        let group = try #require(groups["a\"\\\u{1}盗窃"])
        let intervals = try #require(group["intervals"] as? [String: [String: Any]])
        #expect(intervals["busy"]?["invalid"] as? Int == 1)
        #expect(intervals["busy"]?["count"] as? Int == 0)
        #expect(intervals["busy"]?["p50"] == nil)
        #expect(intervals["response"]?["mean"] as? Double == 4000)
    }

    @Test(arguments: [FigureWords.english, .chinese])
    func tableColumnsAlign(_ words: FigureWords) {
        let lines = FigureTable(words: words) { _ in "盗窃案" }.lines(of: report())
        let rows = lines.filter { $0.hasPrefix("  ") }
        #expect(rows.count == 12)
        #expect(Set(rows.map(TextWidth.columns(of:))).count == 1, "\(lines.joined(separator: "\n"))")
        #expect(lines.contains { $0.hasPrefix("盗窃案: 1 ") })
        #expect(lines.contains { $0.contains("66:40") })
    }
}
