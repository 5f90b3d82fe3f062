import DispatchModel
import Testing
import Wording

@testable import Dashboard

@Suite("The scorecard on the console")
struct ScorecardTests {
    @Test("7 and :scorecard show it, taken anew every minute and in the language of the screen, and only then")
    func looking() throws {
        var asked: [Language] = []
        let desk = try Desk(scorecard: { language in
            asked.append(language)
            let word = language == .chinese ? "良好" : "good"
            return ScorecardView(
                rows: [.init(figure: "figure \(asked.count)", value: "1", limit: "≤ 1", verdict: .good, word: word)],
                notes: [])
        })
        desk.run(for: .minutes(3))
        #expect(asked.isEmpty, "nobody looks")
        desk.type("7")
        desk.shows("7 Scorecard")
        desk.shows("✓ good")
        desk.run(for: .seconds(50))
        #expect(asked.count == 1)
        desk.run(for: .seconds(15))
        #expect(asked.count == 2)
        desk.type("L")
        desk.shows("✓ 良好")
        desk.type("1")
        let before = asked.count
        desk.run(for: .minutes(3))
        #expect(asked.count == before)
        desk.type("L")
        desk.line("scorecard")
        desk.shows("figure \(before + 1)")
    }

    @Test("Without a journal it says so")
    func empty() throws {
        let desk = try Desk()
        desk.type("7")
        desk.shows("No journal to take figures from.")
    }
}
