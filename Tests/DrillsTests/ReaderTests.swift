import DispatchModel
import Testing

@testable import Drills

@Suite struct ReaderTests {
    private static let good = Small.head + Small.fight + Small.district

    private func problems(_ text: String) -> [ScenarioProblem] {
        do throws(ScenarioError) {
            _ = try ScenarioReader.read(text: text, file: "s.toml")
            return []
        } catch {
            return error.problems
        }
    }

    static let faults: [(name: String, was: String, now: String, field: String, line: Int)] = [
        ("not TOML", "title = [", "title = [[", "", 0),
        ("title in one language", "[\"Small\", \"小\"]", "\"Small\"", "title", 1),
        ("no purpose", "purpose = [\"Test\", \"测试\"]\n", "", "purpose", 0),
        ("no time", "2026-05-15T17:30", "half past five", "start", 3),
        ("no length", "\"30m\"", "\"soon\"", "end.after", 5),
        ("too long", "\"30m\"", "\"9d\"", "end.after", 5),
        ("no switch", "off = true", "off = 1", "demand.off", 7),
        ("unknown field", "off = true", "of = true", "demand.of", 7),
        ("blank in an id", "id = \"fight\"", "id = \"a fight\"", "inject[1].id", 9),
        ("two triggers", "at = \"2m\"", "at = \"2m\"\nby_hand = true", "inject[1].by_hand", 12),
        ("after the end", "at = \"2m\"", "at = \"2h\"", "inject[1].at", 11),
        ("condition of nothing", "incident fight assigned", "fight assigned", "inject[1].check", 13),
        ("unknown inject", "incident fight assigned", "incident fite assigned", "inject[1].check", 13),
        ("unknown state", "incident fight assigned", "incident fight ended", "inject[1].check", 13),
        ("unknown unit", "incident fight assigned", "unit Z9 on-scene", "inject[1].check", 13),
        ("no limit", "within = \"60s\"\n", "", "inject[1].within", 8),
        ("unknown type", "type = \"fight\"", "type = \"fite\"", "inject[1].report.type", 16),
        ("unknown priority", "\"P1\"", "\"P9\"", "inject[1].report.priority", 17),
        ("outside the globe", "30.012,", "130.012,", "inject[1].report.at", 19),
        ("unknown beat", "beat = \"B1\"\ntext", "beat = \"B9\"\ntext", "inject[1].report.beat", 20),
        ("two actions", "[inject.report]", "message = [\"a\", \"b\"]\n[inject.report]", "inject[1].message", 15),
        ("unknown zone", "Asia/Shanghai", "Asia/Nowhere", "district.zone", 25),
        ("unknown kind", "kind = \"vehiclePatrol\"", "kind = \"tank\"", "district.units.A1.kind", 39),
    ]

    @Test(arguments: faults) func findsAFault(
        _ fault: (name: String, was: String, now: String, field: String, line: Int)
    ) {
        let text = Self.good.replacing(fault.was, with: fault.now, maxReplacements: 1)
        #expect(text != Self.good, "\(fault.name) changes nothing")
        let found = problems(text)
        #expect(found.contains { $0.field == fault.field }, "\(fault.name): \(found)")
        if fault.line > 0 {
            #expect(found.first { $0.field == fault.field }?.line == fault.line, "\(fault.name): \(found)")
        }
        for problem in found { #expect(!problem.english.isEmpty && !problem.chinese.isEmpty) }
    }

    @Test func findsAllFaultsInTheirOrder() {
        let text = Self.good.replacing("\"P1\"", with: "\"P9\"").replacing("\"30m\"", with: "\"soon\"")
            .replacing("id = \"fight\"", with: "id = \"\"")
        let lines = problems(text).map(\.line)
        #expect(lines.count >= 3)
        #expect(lines == lines.sorted())
    }

    @Test func saysWhichInjectIsMissing() {
        let duplicate = """
            [[inject]]
            id = "again"
            title = ["Again", "重复"]
            when = "inject fight + 1m"
            [inject.duplicate]
            of = "nothing"
            text = ["x", "x"]

            """
        let found = problems(Small.head + Small.fight + duplicate + Small.district)
        #expect(found.count == 1 && found[0].field == "inject[2]" && found[0].english.contains("nothing"), "\(found)")
    }

    @Test func readsWhatItKeeps() throws {
        let scenario = try Small.scenario(Small.fight)
        #expect(scenario.id == "small" && scenario.start == Small.start && scenario.timeZone == "Asia/Shanghai")
        #expect(scenario.minuteOfWeek == 4 * 1440 + 17 * 60 + 30, "a Friday")
        let again = try ScenarioReader.read(text: scenario.text, file: "small.toml")
        #expect(again.injects == scenario.injects && again.district == scenario.district)
    }

    @Test func takesItsDistrictAlong() throws {
        for scenario in try Scenario.shipped() {
            let alone = try ScenarioReader.read(text: scenario.text, file: "\(scenario.id).toml")
            #expect(scenario.text.contains("[district]"))
            #expect(alone.injects == scenario.injects && alone.objectives == scenario.objectives, "\(scenario.id)")
            #expect(alone.district.units == scenario.district.units, "\(scenario.id)")
            #expect(alone.district.beats == scenario.district.beats, "\(scenario.id)")
            #expect(alone.district.types == scenario.district.types, "\(scenario.id)")
            #expect(alone.start == scenario.start && alone.end == scenario.end, "\(scenario.id)")
        }
    }

    @Test func takesADistrictFromAFileBesideIt() throws {
        let file = Small.district.replacing("[district]\n", with: "").replacing("[district.", with: "[")
        let text = "district = \"small-district.toml\"\n" + Small.head + Small.fight
        let scenario = try ScenarioReader.read(text: text, file: "s.toml") { $0 == "small-district.toml" ? file : nil }
        #expect(scenario.district.units.map(\.callsign) == ["A1", "A2", "A3"])
        #expect(throws: ScenarioError.self) { try ScenarioReader.read(text: text, file: "s.toml") }
    }

    static let conditions: [(text: String, clauses: [Condition.Clause])] = [
        ("incident a on-scene", [.incident(inject: "a", .onScene, isNegated: false)]),
        ("incident a not closed", [.incident(inject: "a", .closed, isNegated: true)]),
        ("incident a units >= 2", [.incident(inject: "a", .units(.atLeast, 2), isNegated: false)]),
        ("incident a kind ambulance", [.incident(inject: "a", .kind(.ambulance), isNegated: false)]),
        ("waiting P1 > 2", [.count(.waiting(.p1), .more, 2)]),
        ("waiting > 2", [.count(.waiting(.p5), .more, 2)]),
        (
            "free vehiclePatrol < 3 and alerts = 0",
            [.count(.free(.vehiclePatrol), .fewer, 3), .count(.alerts(nil), .equal, 0)]
        ),
        ("inject y + 5 min", [.after(inject: "y", .minutes(5))]),
        ("inject y answered", [.inject("y", .answered)]),
        ("time >= 1h30m", [.elapsed(.minutes(90))]),
        ("unit 3A12 out-of-service", [.unit(callsign: "3A12", .outOfService)]),
    ]

    @Test(arguments: conditions) func readsACondition(_ condition: (text: String, clauses: [Condition.Clause])) throws {
        #expect(try ConditionReader.read(condition.text).clauses == condition.clauses)
    }

    @Test(arguments: [
        "", "incident", "incident a", "incident a units", "incident a units > many", "waiting P1", "waiting P1 2",
        "inject y", "inject y later", "inject y + soon", "unit", "unit A1", "unit A1 asleep", "time", "and",
        "incident a closed closed", "free = 2 or free = 3", "alerts > 99999",
    ]) func refusesACondition(text: String) {
        #expect(throws: ConditionFault.self) { try ConditionReader.read(text) }
    }
}
