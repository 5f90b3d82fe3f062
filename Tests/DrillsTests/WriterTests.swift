import DispatchModel
import Districts
import Testing

@testable import Drills

@Suite struct WriterTests {
    private func sample() throws -> CallLog {
        let mapping = try #require(try Mapping.builtin("sample-district"))
        return try CallLog(
            bytes: Array(SampleDistrict.csv(seed: 1).utf8), name: "sample", mapping: mapping, way: .asRecorded)
    }

    @Test func makesAScenarioOfACallLog() throws {
        let log = try sample()
        let shift = RecordedShift(log.observations)
        let text = try ScenarioWriter.text(shift, title: BilingualText("Evening", "夜晚"), zone: log.mode.timeZone)
        let scenario = try ScenarioReader.read(text: text, file: "evening.toml")
        #expect(shift.callCount == log.callCount && shift.dropped == 0)
        let calls = scenario.injects.filter { $0.action.makesIncident }
        #expect(calls.count == log.callCount)
        #expect(scenario.district.units.count == shift.units.count && scenario.timeZone == "Asia/Shanghai")
        let times = shift.calls.map(\.at).sorted()
        for (inject, at) in zip(calls, times) {
            guard case .at(let span) = inject.trigger else {
                Issue.record("\(inject.id) has no time")
                continue
            }
            // A scenario is written to the second.
            #expect(abs(((scenario.start + span) - at).milliseconds) < 1000)
        }
    }

    @Test func aWrittenScenarioIsPlayed() throws {
        let log = try sample()
        let text = try ScenarioWriter.text(
            RecordedShift(log.observations), title: BilingualText("Evening", "夜晚"), zone: "Asia/Shanghai")
        let scenario = try ScenarioReader.read(text: text, file: "evening.toml")
        var room = Rehearsal(
            scenario: scenario, seed: 1, dispatcher: AutomaticDispatcher(start: scenario.start, policy: scenario.policy)
        )
        room.run(until: scenario.start + .minutes(40))
        #expect(room.refused.isEmpty)
        #expect(room.board.incidents.elements.contains { $0.assignments.contains { $0.arrived != nil } })
    }

    @Test func makesAScenarioOfAJournal() throws {
        let scenario = try #require(try Scenario.shipped("stadium"))
        let played = Rehearsal.play(scenario)
        var shift = RecordedShift()
        for record in played.records { shift.note(record) }
        let text = try ScenarioWriter.text(shift, title: scenario.title, zone: scenario.timeZone)
        let again = try ScenarioReader.read(text: text, file: "again.toml")
        #expect(again.injects.count { $0.action.makesIncident } == played.score.incidents.count)
        #expect(again.district.units.map(\.callsign) == scenario.district.units.map(\.callsign).sorted())
    }

    @Test func takesHostileTextForText() throws {
        let nasty = "\"]\n[[inject]]\u{0}\u{1B}[31m \\u0000 ' \u{202E}"
        let report = Report(at: Small.start, caller: nasty, text: nasty)
        let event = IncidentReported(
            incident: IncidentID(rawValue: 1), type: "a.b \"c\"", priority: .p2, place: Place(text: nasty),
            received: Small.start, report: report)
        var shift = RecordedShift()
        shift.note(EventRecord(position: 1, at: Small.start, actor: .system, body: .incidentReported(event)))
        let text = try ScenarioWriter.text(shift, title: BilingualText(nasty, nasty), zone: "UTC")
        let scenario = try ScenarioReader.read(text: text, file: "s.toml")
        #expect(scenario.injects.count == 1)
        guard case .report(let call) = scenario.injects[0].action else {
            Issue.record("no report")
            return
        }
        #expect(call.type == "a.b \"c\"" && call.words.text.english.contains("[[inject]]"))
    }

    @Test func refusesWhatCannotBePlayed() {
        #expect(throws: ScenarioWriter.Refusal.noCalls) {
            try ScenarioWriter.text(RecordedShift(), title: .none, zone: "UTC")
        }
        var shift = RecordedShift()
        for (number, day) in [0, 30].enumerated() {
            let at = Small.start + .hours(Int64(day) * 24)
            let event = IncidentReported(
                incident: IncidentID(rawValue: UInt32(number + 1)), type: "x", place: Place(text: "p"), received: at)
            shift.note(EventRecord(position: Int64(number + 1), at: at, actor: .system, body: .incidentReported(event)))
        }
        #expect(throws: ScenarioWriter.Refusal.tooLong) {
            try ScenarioWriter.text(shift, title: BilingualText("a", "b"), zone: "UTC")
        }
    }
}
