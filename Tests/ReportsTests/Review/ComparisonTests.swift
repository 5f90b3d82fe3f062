import DispatchModel
import Drills
import Foundation
import Testing
import Wording

@testable import Reports

@Suite struct ComparisonTests {
    private let words = Words(.english)

    private func debriefing(slow: Int64, trainee: String, seed: UInt64 = 1, id: String? = nil) throws -> Debriefing {
        var scenario = try #require(try Scenario.shipped("evening-peak")).lasting(.hours(6))
        if let id { scenario.id = id }
        let made = MadeDrill.busy(calls: 40, units: 12, every: .seconds(240), slow: slow)
        let play = PlayedDrill(trainee: trainee, scenario: scenario, seed: seed, records: made.records, keys: made.keys)
        return Debriefing(play, score: play.score, words: words)
    }

    @Test func everyTraineeHasAColumnWithTheirOwnFigures() throws {
        let (quick, slow) = (try debriefing(slow: 1, trainee: "Li"), try debriefing(slow: 6, trainee: "Han"))
        let comparison = try DrillComparison([quick, slow], words: words)
        let page = PageText(comparison.html(words: words))
        #expect(page.problem == nil)
        #expect(page.rows.contains(["measure", "Li", "Han"]))
        for priority in Priority.allCases {
            let p90s = [quick, slow].map { debriefing in
                debriefing.score.priorities.first { $0.priority == priority }.map {
                    ReviewWords(words).quantile($0.dispatch.p90)
                }
                    ?? "–"
            }
            guard p90s != ["–", "–"] else { continue }
            #expect(page.rows.contains(["\(words.priority(priority)) sent p90"] + p90s), "\(p90s)")
        }
        #expect(comparison.text(words: words).contains("Li"))
    }

    @Test func drillsOfDifferentScenariosAreNotCompared() throws {
        let (one, two) = (try debriefing(slow: 1, trainee: "a"), try debriefing(slow: 1, trainee: "b", id: "other"))
        #expect(throws: DrillComparison.Problem.differentScenarios(["evening-peak", "other"])) {
            try DrillComparison([one, two], words: words)
        }
        #expect(throws: DrillComparison.Problem.tooFew) { try DrillComparison([one], words: words) }
    }

    @Test func differentSeedsAreSaidAloud() throws {
        let (one, two) = (try debriefing(slow: 1, trainee: "a"), try debriefing(slow: 1, trainee: "b", seed: 2))
        let comparison = try DrillComparison([one, two], words: words)
        #expect(comparison.warnings(words).count == 1)
        #expect(comparison.html(words: words).contains("The seeds differ"))
        #expect(try DrillComparison([one, one], words: words).warnings(words).isEmpty)
    }

    @Test func peopleOfOneNameAreNumbered() throws {
        let one = try debriefing(slow: 1, trainee: "Li")
        #expect(try DrillComparison([one, one, one], words: words).names == ["Li", "Li (2)", "Li (3)"])
    }
}
