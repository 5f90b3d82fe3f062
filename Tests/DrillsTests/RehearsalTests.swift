import DispatchModel
import TestSupport
import Testing

@testable import Drills

@Suite struct RehearsalTests {
    @Test(arguments: Scenario.shippedTexts.map(\.id).tiered()) func playsAShippedScenarioToItsEnd(_ id: String) throws {
        let scenario = try #require(try Scenario.shipped(id))
        let played = Rehearsal.play(scenario)
        #expect(played.director.ending != nil)
        #expect(played.refused.isEmpty, "\(id): \(played.refused)")
        #expect(played.board.counters.unappliable == 0)
        #expect(played.board.mode.mode == .exercise)
        let score = played.score
        for result in score.injects where result.inject.trigger != .byHand {
            #expect(result.fired != nil, "\(id): \(result.inject.id) never came")
            #expect(result.outcome != .open, "\(id): \(result.inject.id) comes too late to be answered")
        }
        let live = played.director.injects
        for (progress, result) in zip(live, score.injects) {
            #expect(progress.fired == result.fired && progress.answered == result.answered, "\(id): \(progress.id)")
        }
        #expect(score.objectives.count >= 5)
        #expect(score.metCount > 0, "\(id): nothing can be met")
        #expect(!scenario.title.chinese.isEmpty && !scenario.purpose.chinese.isEmpty)
    }

    @Test(.full) func meetsTheSameLuckWhoeverPlays() throws {
        let scenario = try #require(try Scenario.shipped("evening-peak"))
        let played = Rehearsal.play(scenario)
        var idle = Rehearsal(scenario: scenario, seed: scenario.seed)
        idle.run()
        func calls(_ room: Rehearsal) -> [String] {
            room.records.compactMap { record in
                guard case .incidentReported(let event) = record.body, let key = event.source,
                    key.id.hasPrefix("call/")
                else { return nil }
                return "\(key.id) \(event.received.rawValue) \(event.type) \(event.place.text)"
            }
        }
        #expect(calls(played) == calls(idle) && calls(played).count > 10)
    }

    @Test func noticesWhoIsOutOfReach() throws {
        let scenario = try #require(try Scenario.shipped("radio-outage"))
        let played = Rehearsal.play(scenario)
        let silence = (scenario.start + .minutes(9))..<(scenario.start + .minutes(23))
        let areas = scenario.radioAreas(.beats(["B02", "B03"]))
        var inside: [String] = []
        for record in played.records {
            guard case .unitPositionReported(let event) = record.body, silence.contains(event.at) else { continue }
            if areas.contains(where: { $0.contains(event.point) }), event.at > silence.lowerBound {
                inside.append("\(record)")
            }
        }
        #expect(inside.isEmpty, "positions from where radio fails")
        #expect(played.score.alerts.contains { $0.kind == .notHeard })
        #expect(
            played.records.contains {
                if case .assignmentWithdrawn(let event) = $0.body { return event.reason == "no answer" }
                return false
            })
    }

    @Test(arguments: Scenario.shippedTexts.map(\.id).tiered(from: 1)) func whoDoesNothingMeetsNothing(_ id: String)
        throws
    {
        let scenario = try #require(try Scenario.shipped(id))
        var idle = Rehearsal(scenario: scenario, seed: scenario.seed)
        idle.run()
        let met = idle.score.objectives.filter { $0.outcome == .met }
        #expect(met.isEmpty, "\(id): \(met.map { ($0.objective.id, $0.value ?? -1) })")
    }
}
