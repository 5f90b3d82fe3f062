import DispatchModel
import DispatchPolicy
import Testing

@testable import Drills

/// A drill of a few minutes worked out by hand.
@Suite struct ScoreTests {
    private static let objectives = """
        [[objective]]
        id = "p1"
        title = ["P1 sent in 60 s", "一级 60 秒派警"]
        measure = "dispatch"
        priority = "P1"
        percentile = 90
        limit = "60s"
        [[objective]]
        id = "wait"
        title = ["alarm answered", "告警回应"]
        measure = "alerts-answered"
        limit = "30s"
        [[objective]]
        id = "cover"
        title = ["two free", "两个可派"]
        measure = "coverage"
        free = 3
        share = 50
        [[objective]]
        id = "injects"
        title = ["all", "全部"]
        measure = "injects"
        [[objective]]
        id = "closed"
        title = ["closed", "办结"]
        measure = "closed"
        share = 50
        grace = "5m"
        [[objective]]
        id = "late"
        title = ["no late alert", "无超时"]
        measure = "alerts"
        alert = "waiting"
        at_most = 0

        """
    private static let second = Small.fight.replacing("id = \"fight\"", with: "id = \"second\"")
        .replacing("at = \"2m\"", with: "at = \"10m\"").replacing("incident fight", with: "incident second")

    private func played() throws -> Rehearsal {
        var room = Small.room(try Small.scenario(Small.fight, Self.second, Self.objectives))
        // The first at 120 s is answered after 45 s, the second at 600 s after 240 s, once its alarm was raised.
        room.order(.assign(IncidentID(rawValue: 1), [UnitID(rawValue: 1)], divert: false), at: 165)
        room.run(until: Small.start + .seconds(790))
        let alert = room.board.alerts.elements.first { $0.incident == IncidentID(rawValue: 2) }
        if let alert {
            room.order(.acknowledge(alert.id, occurrence: 1, severity: alert.severity), at: 800)
        }
        room.order(.assign(IncidentID(rawValue: 2), [UnitID(rawValue: 2)], divert: false), at: 840)
        room.order(.close(IncidentID(rawValue: 1), disposition: "report"), at: 1000)
        room.run()
        return room
    }

    private func result(_ id: String, _ score: DrillScore) throws -> ObjectiveResult {
        try #require(score.objectives.first { $0.objective.id == id })
    }

    @Test func measuresTimes() throws {
        let score = try played().score
        let times = score.incidents.map { $0.span(.dispatch)?.seconds }
        #expect(times == [45, 240])
        let p1 = try result("p1", score)
        #expect(p1.outcome == .missed && p1.value == 240_000 && p1.threshold == 60_000)
        #expect(p1.good == 1 && p1.count == 2)
        #expect(p1.evidence.map(\.isGood) == [false, true])
        #expect(p1.evidence.first?.incident == IncidentID(rawValue: 2))
        let figures = try #require(score.priorities.first)
        #expect(figures.priority == .p1 && figures.count == 2)
        #expect(figures.dispatch.p50 == .seconds(45) && figures.dispatch.p90 == .seconds(240))
    }

    @Test func pointsIntoTheJournal() throws {
        let room = try played()
        let score = room.score
        for evidence in try result("p1", score).evidence {
            #expect(evidence.positions.count == 2)
            let bodies = evidence.positions.map { room.records[Int($0) - 1].body }
            guard case .incidentReported(let report) = bodies[0], case .unitAssigned(let sent) = bodies[1] else {
                Issue.record("not the records that show it: \(bodies)")
                continue
            }
            #expect(report.incident == evidence.incident && sent.incident == evidence.incident)
        }
    }

    @Test func judgesInjectsAndAlerts() throws {
        let score = try played().score
        #expect(score.injects.map(\.outcome) == [.inTime, .late])
        #expect(score.injects.map { $0.delay?.seconds } == [45, 240])
        let injects = try result("injects", score)
        #expect(injects.outcome == .missed && injects.value == 50)
        // A P1 may wait three minutes: raised at 780 s, answered at 800 s.
        let waiting = score.alerts.filter { $0.kind == .waitingTooLong }
        #expect(waiting.map { ($0.raised - Small.start).seconds } == [780])
        #expect(waiting.first?.acknowledged == Small.start + .seconds(800))
        #expect(try result("wait", score).count >= 1)
        #expect(try result("late", score).outcome == .missed && result("late", score).value == 1)
    }

    @Test func followsCoverage() throws {
        let score = try played().score
        let cover = try result("cover", score)
        // Three free until 165 s, then one is away until its report is done; the second follows at 840 s.
        let changes = score.coverage.map { (($0.at - Small.start).milliseconds, $0.free) }
        let first = try #require(changes.first { $0.0 >= 165_000 })
        #expect(first.0 == 165_000 && first.1 == 2)
        let end = (score.end - Small.start).milliseconds
        var enough: Int64 = 0
        // A P1 waits past its limit with nobody sent from 780 s on until the second unit is sent: nothing counts then.
        let late: Range<Int64> = 780_000..<840_000
        for (index, change) in changes.enumerated() where change.1 >= 3 {
            let next = index + 1 < changes.count ? changes[index + 1].0 : end
            enough += next - change.0 - Int64((change.0..<next).clamped(to: late).count)
        }
        let value = try #require(cover.value)
        #expect(abs(value - Double(enough) * 100 / Double(end)) < 0.001)
        #expect(cover.outcome == (value >= 50 ? .met : .missed))
    }

    @Test func countsWhatWasClosed() throws {
        let closed = try result("closed", try played().score)
        #expect(closed.good == 1 && closed.count == 2 && closed.value == 50 && closed.outcome == .met)
    }

    @Test func isTheSameFromTheRecordsAlone() throws {
        let room = try played()
        #expect(DrillScore(scenario: room.director.scenario, records: room.records) == room.score)
    }

    @Test func saysNothingOfWhatNeverCame() throws {
        let scenario = try Small.scenario(Small.fight, Self.objectives)
        let score = DrillScore(scenario: scenario, records: [])
        #expect(score.injects.map(\.outcome) == [.notFired])
        #expect(try result("p1", score).outcome == .notMeasured)
        #expect(try result("injects", score).value == nil)
    }
}
