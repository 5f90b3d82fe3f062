import DispatchModel
import DispatchPolicy
import Drills
import Foundation
import TestSupport
import Testing
import Wording

@testable import Reports

/// The first hour of every shipped scenario played by the automatic dispatcher, as if by a trainee, beside the same again.
private enum Rehearsed {
    static let all: [String: (room: Rehearsal, scenario: Scenario)] = {
        let played = Scenario.shippedTexts.map(\.id).compactMap { id -> (String, (Rehearsal, Scenario))? in
            guard var scenario = (try? Scenario.shipped(id)) ?? nil else { return nil }
            scenario.end.after = min(scenario.end.after, .hours(1))
            return (id, (Rehearsal.play(scenario), scenario))
        }
        return Dictionary(uniqueKeysWithValues: played)
    }()
}

private func rehearsed(_ id: String, _ words: Words = Words(.english)) throws -> Debriefing {
    let (room, scenario) = try #require(Rehearsed.all[id])
    let play = PlayedDrill(trainee: "auto", scenario: scenario, seed: scenario.seed, records: room.records)
    return Debriefing(play, score: play.score, baseline: room.score, words: words)
}

@Suite struct ReportTests {
    private let words = Words(.english)

    @Test(.full, arguments: Scenario.shippedTexts.map(\.id))
    func everyObjectiveStandsOnThePageAsItWasScored(_ id: String) throws {
        let debriefing = try rehearsed(id)
        let page = PageText(debriefing.html(words: words))
        #expect(page.problem == nil, "\(page.problem ?? "")")
        for result in debriefing.score.objectives {
            let wanted = [
                "\(result.outcome.verdict.sign) \(ReviewWords(words).outcome(result.outcome))",
                result.objective.title.english,
                ReviewWords(words).demand(result.objective.measure),
                ReviewWords(words).measured(result.value, result.unit),
                result.count == 0 ? "–" : "\(result.good) / \(result.count)",
            ]
            #expect(page.rows.contains { Array($0.prefix(5)) == wanted }, "\(wanted)")
        }
    }

    @Test(arguments: Scenario.shippedTexts.map(\.id))
    func everyInjectAndEveryMissedDeadlineIsTold(_ id: String) throws {
        let debriefing = try rehearsed(id)
        let page = PageText(debriefing.html(words: words))
        for result in debriefing.score.injects {
            let delay = result.delay.map { words.duration($0) } ?? ""
            let outcome = "\(result.outcome.verdict.sign) \(ReviewWords(words).outcome(result.outcome))"
            #expect(
                page.rows.contains {
                    $0.count == 8 && $0[1].hasPrefix(result.inject.title.english) && $0[4] == delay && $0[6] == outcome
                }, "\(result.inject.id)")
        }
        let told = page.rows.count { $0.count == 7 && Int($0[6]) != nil }
        #expect(told == min(debriefing.missedDeadlines.count, ReportPage.deadlineLimit))
    }

    @Test(arguments: Scenario.shippedTexts.map(\.id))
    func lanesAndScoreTellTheSameTimes(_ id: String) throws {
        let debriefing = try rehearsed(id)
        let lanes = Dictionary(uniqueKeysWithValues: debriefing.incidents.map { ($0.incident, $0) })
        // Who was taken back before arriving stands in the lane and counts in no score.
        let takenBack = Set(
            debriefing.play.records.compactMap { record -> IncidentID? in
                if case .assignmentWithdrawn(let event) = record.body { event.incident } else { nil }
            })
        for times in debriefing.score.incidents where !times.isMerged && !takenBack.contains(times.incident) {
            let lane = try #require(lanes[times.incident])
            let sent = lane.stretches.first { [.assigned, .enRoute, .onScene].contains($0.state) }
            #expect(sent?.from == times.dispatched || times.dispatched == debriefing.score.end, "\(times.incident)")
            let arrived = lane.stretches.first { $0.state == .onScene }
            if let arrived { #expect(times.arrived == arrived.from, "\(times.incident)") }
        }
        for lane in debriefing.units {
            for (one, next) in zip(lane.stretches, lane.stretches.dropFirst()) {
                #expect(one.to == next.from && one.state != next.state)
            }
            #expect(lane.stretches.last?.to == debriefing.score.end)
        }
    }

    @Test(arguments: Scenario.shippedTexts.map(\.id))
    func theJSONHoldsTheScore(_ id: String) throws {
        let debriefing = try rehearsed(id)
        let object = try JSONSerialization.jsonObject(with: Data(try debriefing.json().utf8)) as? [String: Any]
        let document = try #require(object)
        #expect(document["exercise"] as? Bool == true)
        let objectives = try #require(document["objectives"] as? [[String: Any]])
        #expect(objectives.map { $0["outcome"] as? String } == debriefing.score.objectives.map(\.outcome.rawValue))
        #expect(objectives.map { $0["value"] as? Double } == debriefing.score.objectives.map(\.value))
        let incidents = try #require(document["incidents"] as? [[String: Any]])
        #expect(incidents.map { $0["arrived"] as? Int64 } == debriefing.score.incidents.map { $0.arrived?.rawValue })
        #expect((document["decisions"] as? [Any])?.count == debriefing.decisions.count)
    }

    @Test("The page counts what became of proposals of where to stand, and says nothing where there were none")
    func proposalsAreCounted() throws {
        let scenario = try #require(try Scenario.shipped("evening-peak")).lasting(.hours(1))
        for isAsked in [true, false] {
            var made = MadeDrill.busy(calls: 4, units: 4, every: .seconds(200))
            let units = made.board.units.elements.prefix(2).map(\.id)
            let at = MadeDrill.start + .minutes(50)
            if isAsked {
                let place = Place(text: "Pier 7", point: GeoPoint(latitude: 1, longitude: 1))
                made.order(
                    .proposeStanding(units.map { StandingOffer(unit: $0, place: place) }, until: at + .minutes(5)),
                    at: at)
                made.rule(.standingAnswered(StandingAnswered(unit: units[0], answer: .accepted)), at: at)
            }
            let play = PlayedDrill(trainee: "li", scenario: scenario, seed: 1, records: made.records, keys: made.keys)
            let html = Debriefing(play, score: play.score, words: words).html(words: words)
            #expect(html.contains("2 · 1 went, 0 declined, 1 unanswered") == isAsked)
            #expect(html.contains("asked to stand elsewhere") == isAsked)
        }
    }

    @Test func thePageAndTheTextSpeakBothLanguagesAndSayTheyAreAnExercise() throws {
        let chinese = Words(.chinese)
        let debriefing = try rehearsed("evening-peak", chinese)
        let page = PageText(debriefing.html(words: chinese))
        #expect(page.headings.first?.hasPrefix("讲评报告：") == true)
        // A heading of the page's own has no Latin words; those of the district's beats and tiers are data.
        let own = ["概要", "目标", "响应时间", "警力覆盖", "注入", "超时", "时间线", "决策与按键", "说明"]
        #expect(own.allSatisfy { page.headings.contains($0) }, "\(page.headings)")
        #expect(debriefing.html(words: chinese).contains("@top-center { content: \"演练\""))
        #expect(debriefing.text(words: chinese).hasPrefix("演练 · 讲评报告"))
        #expect(debriefing.text(words: words).hasPrefix("EXERCISE · After-action report"))
    }

    @Test(.full) func aDayOfDrillStaysSmallAndSaysWhatItLeavesOut() throws {
        let made = MadeDrill.busy(calls: 600, units: 60, every: .seconds(140), slow: 6)
        let scenario = try #require(try Scenario.shipped("evening-peak")).lasting(.hours(24))
        let play = PlayedDrill(
            trainee: "li", scenario: scenario, seed: 1, records: made.records, keys: made.keys)
        let debriefing = Debriefing(play, score: play.score, baseline: play.score, words: words)
        let html = debriefing.html(words: words)
        #expect(html.utf8.count < 2_000_000, "\(html.utf8.count) bytes")
        #expect(html.contains("Drawn are 156 of 600 incidents"))
        #expect(html.contains("Listed are 400 of \(debriefing.decisions.count) decisions"))
        #expect(PageText(html).problem == nil)
    }

    @Test(arguments: ["<script>alert(1)</script>", "\"><img src=x onerror=x>", "]]>&<!--", "a\u{202E}b\u{1B}[31m\u{0}"])
    func whateverIsNamedIsShownAndNeverRun(_ text: String) throws {
        let made = MadeDrill.busy(calls: 12, units: 4, every: .seconds(200), player: text) { text + $0 }
        var scenario = try #require(try Scenario.shipped("evening-peak")).lasting(.hours(4))
        scenario.title = BilingualText(text, text)
        scenario.purpose = BilingualText(text, text)
        scenario.timeZone = text
        let play = PlayedDrill(
            trainee: text, scenario: scenario, seed: 1, records: made.records,
            keys: made.keys.map { PressedKey(at: $0.at, position: $0.position, key: text) },
            interventions: [Intervention(at: MadeDrill.start, verb: text, details: text)], gaps: [text])
        for language in Language.allCases {
            let words = Words(language)
            let debriefing = Debriefing(play, score: play.score, baseline: play.score, words: words)
            let comparison = try DrillComparison([debriefing, debriefing], words: words)
            for html in [debriefing.html(words: words), comparison.html(words: words)] {
                let page = PageText(html)
                #expect(page.problem == nil, "\(page.problem ?? "")")
                #expect(page.names.isDisjoint(with: ["script", "img", "style", "iframe"]) && page.handlers.isEmpty)
            }
            #expect(!debriefing.text(words: words).contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
            #expect(!comparison.text(words: words).contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        }
    }
}

extension Scenario {
    /// The scenario with an end of its own, at the time at which made drills begin.
    func lasting(_ span: Span) -> Scenario {
        var scenario = self
        scenario.start = MadeDrill.start
        scenario.end = EndCondition(after: span)
        return scenario
    }
}
