import DispatchModel
import Testing

@testable import Drills

@Suite struct DoubtTests {
    @Test(arguments: Scenario.shippedTexts.map(\.id)) func nothingIsDoubtfulOfWhatShips(_ id: String) throws {
        #expect(try Scenario.shipped(id)?.doubts == [])
    }

    @Test func aCallThatNobodyIsProposedForIsTold() throws {
        let district = Small.district.replacing("vehiclePatrol", with: "engine")
        let scenario = try ScenarioReader.read(text: Small.head + Small.fight + district, file: "small.toml")
        let doubt = try #require(scenario.doubts.first)
        let line = scenario.text.split(separator: "\n", omittingEmptySubsequences: false)[doubt.line - 1]
        #expect(scenario.doubts.count == 1 && line.contains("type = \"fight\""))
        #expect(doubt.english.contains("fight P1") && doubt.english.contains("vehiclePatrol"))
    }

    @Test func aPlanOfTheDistrictsOwnAnswersIt() throws {
        let district =
            Small.district.replacing("vehiclePatrol", with: "engine") + """
                [[district.plans]]
                name = "all"
                send = ["1 engine"]

                """
        let scenario = try ScenarioReader.read(text: Small.head + Small.fight + district, file: "small.toml")
        #expect(scenario.doubts.isEmpty)
        var room = Small.room(scenario)
        room.run(until: Small.start + .seconds(130))
        let incident = try #require(room.board.incidents[IncidentID(rawValue: 1)])
        #expect(scenario.policy.responsePlans.plan(for: incident)?.name == "all")
    }

    @Test func aRosterThatIsNotThereOrOffDutyIsTold() throws {
        let off =
            Small.district.replacing("beat = \"B2\"", with: "beat = \"B2\"\nshifts = [\"night\"]")
            .replacing("beat = \"B1\"\nat", with: "beat = \"B1\"\nshifts = [\"night\"]\nat")
            + "[district.shifts.night]\nbegins = \"23:00\"\nends = \"05:00\"\n"
        let scenario = try ScenarioReader.read(text: Small.head + Small.fight + off, file: "small.toml")
        #expect(scenario.doubts.contains { $0.english.contains("on duty") }, "\(scenario.doubts)")
        let cut = try #require(Small.district.firstRange(of: "[district.units.A1]"))
        let none = String(Small.district[..<cut.lowerBound])
        let empty = try ScenarioReader.read(text: Small.head + Small.fight + none, file: "small.toml")
        #expect(empty.doubts.contains { $0.english.contains("no unit") })
    }
}
