import DispatchModel
import DispatchPolicy
import Testing
import Wording

@testable import Reports

@Suite struct DrillHistoryTests {
    private func at(_ seconds: Int64) -> Timestamp { MadeDrill.start + .seconds(seconds) }

    private func history(of drill: MadeDrill) -> DrillHistory {
        var history = DrillHistory(words: Words(.english))
        for record in drill.records { history.takeRecord(record) }
        return history
    }

    /// One incident and its unit from the call to the close.
    private func oneIncident() -> MadeDrill {
        var drill = MadeDrill(units: 2)
        let id = IncidentID(rawValue: 1)
        let unit = drill.board.units.elements[0]
        drill.hear(.incident(IncidentReported(type: "robbery", priority: .p1, received: at(10))), at: at(10))
        drill.order(.triage(id, TriageChange()), at: at(20), keys: ["j", "t"])
        drill.order(.assign(id, [unit.id], divert: false), at: at(40), keys: ["a", "1"])
        for (milestone, seconds) in [(Milestone.enRoute, Int64(70)), (.arrived, 200)] {
            let said = MilestoneObservation(
                incident: .number(id), callsign: unit.callsign, milestone: milestone, stated: at(seconds))
            drill.hear(.milestone(said), at: at(seconds))
        }
        drill.order(.close(id, disposition: "report"), at: at(500), keys: ["x", "Enter"])
        return drill
    }

    @Test func anIncidentGoesFromStateToState() throws {
        let lane = try #require(history(of: oneIncident()).incidentLanes(end: at(900)).first)
        #expect(lane.stretches.map(\.state) == [.waiting, .assigned, .enRoute, .onScene])
        #expect(lane.stretches.map(\.from) == [at(10), at(40), at(70), at(200)])
        #expect(lane.stretches.map(\.to) == [at(40), at(70), at(200), at(500)])
        #expect(lane.priority == .p1)
    }

    @Test func aUnitIsFreeAgainWhenItsIncidentIsClosed() throws {
        let lanes = history(of: oneIncident()).unitLanes(end: at(900))
        let busy = try #require(lanes.first)
        #expect(busy.stretches.map(\.state) == [.available, .dispatched, .enRoute, .onScene, .available])
        #expect(busy.stretches.last?.to == at(900))
        #expect(lanes[1].stretches == [Stretch(.available, from: at(0), to: at(900))])
    }

    @Test func whatWasUndoneIsShownAsItWas() throws {
        var drill = MadeDrill(units: 1)
        let id = IncidentID(rawValue: 1)
        drill.hear(.incident(IncidentReported(type: "robbery", received: at(10))), at: at(10))
        drill.order(.assign(id, [drill.board.units.elements[0].id], divert: false), at: at(20), keys: ["a", "1"])
        drill.order(.undo, at: at(50), keys: ["u"])
        let history = history(of: drill)
        let lane = try #require(history.incidentLanes(end: at(100)).first)
        #expect(lane.stretches.map(\.state) == [.waiting, .assigned, .waiting])
        let unit = try #require(history.unitLanes(end: at(100)).first)
        #expect(unit.stretches.map(\.state) == [.available, .dispatched, .available])
        #expect(history.decisions.map(\.name) == ["assign", "undo"])
        #expect(history.decisions[1].lines.count > 1)
    }

    @Test func whatIsToldLateStandsWhereItHappened() {
        var writer = StretchWriter<Int>()
        writer.set(1, at: at(0))
        writer.set(2, at: at(50))
        writer.set(3, at: at(40))
        writer.close(at: at(90))
        #expect(writer.done == [Stretch(1, from: at(0), to: at(50)), Stretch(3, from: at(50), to: at(90))])
    }

    @Test func eachDecisionTellsWhatItDid() {
        let decisions = history(of: oneIncident()).decisions
        #expect(decisions.map(\.name) == ["triage", "assign", "close-incident"])
        #expect(decisions.allSatisfy { !$0.lines.isEmpty })
        #expect(decisions[1].lines.contains { $0.contains("3A10") })
        #expect(decisions[1].incidents == [IncidentID(rawValue: 1)])
    }

    @Test func theKeysBehindADecisionAreThoseSinceTheOneBefore() {
        let drill = oneIncident()
        let told = KeyTrail(drill.keys).attached(to: history(of: drill).decisions)
        #expect(told.map { $0.keys.map(\.key) } == [["j", "t"], ["a", "1"], ["x", "Enter"]])
    }

    @Test func ofManyKeysTheLastAreListedAndTheRestCounted() {
        let pressed = (0..<60).map { PressedKey(at: at(1), position: $0 < 58 ? 4 : 9, key: "\($0)") }
        let decision = Decision(
            position: 7, at: at(2), name: "note", incidents: [], lines: [], keys: [], keysLeftOut: 0)
        let told = KeyTrail(pressed).attached(to: [decision])
        #expect(told[0].keys.map(\.key) == (34..<58).map(String.init))
        #expect(told[0].keysLeftOut == 34)
    }

    @Test func freeUnitsAreCountedOverTheWholeTime() {
        func lane(_ number: UInt32, _ free: [(Int64, Int64)]) -> UnitLane {
            UnitLane(
                unit: UnitID(rawValue: number), callsign: "\(number)", kind: .vehiclePatrol, homeBeat: "B",
                circleMinutes: 0,
                stretches: free.map { Stretch(.available, from: at($0.0), to: at($0.1)) })
        }
        let series = FreeSeries([lane(1, [(0, 40), (60, 100)]), lane(2, [(0, 20)])], from: at(0), to: at(100))
        #expect(series.counts.map(\.free) == [2, 1, 0, 1])
        #expect(series.counts.map(\.at) == [at(0), at(20), at(40), at(60)])
        #expect(series.shareWithout == 0.2)
        let none = FreeSeries([lane(1, [])], from: at(0), to: at(100))
        #expect(none.shareWithout == 1 && none.counts.map(\.free) == [0])
    }
}
