import DispatchModel
import Testing

@testable import Drills

@Suite struct RehearsalTests {
    @Test func playsTheSameTwice() throws {
        let scenario = try #require(try Scenario.shipped("evening-peak"))
        let one = Rehearsal.play(scenario)
        let two = Rehearsal.play(scenario)
        #expect(one.records == two.records)
        #expect(one.director.ending == DrillEnding(at: scenario.start + scenario.end.after, reason: .time))
        #expect(one.score == two.score)
    }
}
