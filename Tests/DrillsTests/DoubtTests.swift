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

    /// The doubts of a script of these injects.
    private func doubts(_ script: String, end: String = "") throws -> [ScenarioProblem] {
        let scenario = try ScenarioReader.read(
            text: Small.head.replacing("after = \"30m\"", with: "after = \"30m\"\n" + end) + Small.fight + script
                + Small.district, file: "small.toml")
        return scenario.doubts
    }

    private func told(_ id: String, _ when: String) -> String {
        """
        [[inject]]
        id = "\(id)"
        title = ["T", "题"]
        when = "\(when)"
        message = ["M", "信"]

        """
    }

    @Test func anInjectThatNeverComesIsTold() throws {
        #expect(try doubts(told("a", "inject a fired")).count == 1)
        let circle = try doubts(told("a", "inject b fired") + told("b", "inject c + 1m") + told("c", "inject a fired"))
        #expect(circle.count == 3 && circle.allSatisfy { $0.english.contains("never comes") && $0.line > 0 })
        #expect(try doubts(told("a", "inject fight + 99h")).first?.english.contains("ends after 30 min") == true)
        #expect(try doubts(told("a", "inject fight + 28m")).count == 1)
        #expect(try doubts(told("a", "inject fight + 20m") + told("b", "inject a fired")).isEmpty)
    }

    @Test func moreUnitsThanThereAreIsTold() throws {
        #expect(try doubts(told("a", "free >= 300")).count == 1)
        #expect(try doubts(told("a", "free vehiclePatrol > 3")).count == 1)
        #expect(try doubts(told("a", "incident fight units >= 4")).count == 1)
        #expect(try doubts(told("a", "free >= 3") + told("b", "free < 300")).isEmpty)
        #expect(try doubts("", end: "when = \"free >= 300\"").count == 1)
    }

    @Test func noTimeToActAndAPlaceFarAwayAreTold() throws {
        let none = try ScenarioReader.read(
            text: Small.head + Small.fight.replacing("within = \"60s\"", with: "within = \"0s\"") + Small.district,
            file: "small.toml")
        #expect(none.doubts.map(\.english).contains { $0.contains("no time") }, "\(none.doubts)")
        let far = try doubts(
            """
            [[inject]]
            id = "far"
            title = ["F", "远"]
            at = "5m"
            [inject.report]
            type = "fight"
            priority = "P1"
            place = "Harbour"
            at = [48.1, 11.5]

            """)
        #expect(far.count == 1 && far.first?.english.contains("km from the district") == true, "\(far)")
    }
}
