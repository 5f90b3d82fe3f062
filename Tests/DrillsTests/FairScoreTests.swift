import DispatchModel
import DispatchPolicy
import Testing

@testable import Drills

/// Nothing is scored that was not done, and nothing is charged that could not be done.
@Suite struct FairScoreTests {
    private static let volunteer = """
        [district.units.V1]
        kind = "patrolVolunteer"
        beat = "B1"
        at = [30.0119, 120.002]

        """
    private static let objectives = """
        [[objective]]
        id = "p1"
        title = ["P1 sent in 60 s", "一级 60 秒派警"]
        measure = "dispatch"
        priority = "P1"
        limit = "60s"
        [[objective]]
        id = "reached"
        title = ["P1 reached in 15 min", "一级 15 分钟到场"]
        measure = "response"
        priority = "P1"
        limit = "15m"
        [[objective]]
        id = "injects"
        title = ["all", "全部"]
        measure = "injects"
        [[objective]]
        id = "closed"
        title = ["closed", "办结"]
        measure = "closed"
        [[objective]]
        id = "cover"
        title = ["one free", "一个可派"]
        measure = "coverage"
        free = 4
        share = 50

        """
    private let fight = IncidentID(rawValue: 1)

    private func room(_ parts: String...) throws -> Rehearsal {
        let text = Small.head + Small.fight + parts.joined() + Self.objectives + Small.district + Self.volunteer
        return Small.room(try ScenarioReader.read(text: text, file: "small.toml"))
    }

    private func outcome(_ id: String, _ score: DrillScore) -> ObjectiveResult.Outcome? {
        score.objectives.first { $0.objective.id == id }?.outcome
    }

    private func unit(_ callsign: String, _ room: Rehearsal) throws -> UnitID {
        try #require(room.board.unit(callsign: callsign)).id
    }

    @Test func aVolunteerSentAndTakenBackIsNothing() throws {
        var room = try room()
        room.run(until: Small.start + .seconds(125))
        let volunteer = try unit("V1", room)
        room.order(.assign(fight, [volunteer], divert: false), at: 130)
        #expect(room.score.injects.first?.outcome == .inTime)
        room.order(.withdraw(volunteer, reason: "not needed"), at: 135)
        room.run()
        let score = room.score
        #expect(outcome("p1", score) == .missed && outcome("reached", score) == .missed)
        #expect(score.incidents.first?.dispatched == nil)
        // The expected action was taken back with it, in the live script too.
        #expect(score.injects.first?.outcome == .missed && outcome("injects", score) == .missed)
        #expect(room.director.injects.first?.answered == nil)
    }

    @Test func aVolunteerIsNoAnswerToAP1ButAPatrolIs() throws {
        var room = try room()
        room.run(until: Small.start + .seconds(125))
        room.order(.assign(fight, [try unit("V1", room)], divert: false), at: 130)
        room.order(.assign(fight, [try unit("A1", room)], divert: false), at: 170)
        room.run()
        #expect(room.score.incidents.first?.dispatched == Small.start + .seconds(170))
        #expect(outcome("p1", room.score) == .met && outcome("reached", room.score) == .met)
    }

    @Test func sendingAndClosingAtOnceIsNothing() throws {
        var room = try room()
        room.run(until: Small.start + .seconds(125))
        room.order(.assign(fight, [try unit("A1", room)], divert: false), at: 130)
        room.order(.close(fight, disposition: "report"), at: 132)
        room.run()
        #expect(outcome("p1", room.score) == .missed && outcome("closed", room.score) == .missed)
    }

    @Test func gradingAP1DownHidesItNot() throws {
        var room = try room()
        room.run(until: Small.start + .seconds(125))
        room.order(.triage(fight, TriageChange(priority: .p5)), at: 126)
        room.run()
        #expect(room.score.incidents.first?.priority == .p1 && outcome("p1", room.score) == .missed)
    }

    @Test func mergingWhatIsNotTheSameHidesNothing() throws {
        let far = Small.fight.replacing("id = \"fight\"", with: "id = \"far\"").replacing(
            "at = \"2m\"", with: "at = \"3m\""
        )
        .replacing("at = [30.012, 120.002]", with: "at = [29.985, 120.01]").replacing(
            "incident fight", with: "incident far")
        let again = """
            [[inject]]
            id = "again"
            title = ["Again", "再次"]
            at = "4m"
            [inject.duplicate]
            of = "fight"
            text = ["They fight.", "打架。"]

            """
        var room = try room(far, again)
        room.run(until: Small.start + .seconds(245))
        room.order(.merge(IncidentID(rawValue: 2), into: fight), at: 250)
        room.order(.merge(IncidentID(rawValue: 3), into: fight), at: 251)
        room.run()
        #expect(room.score.incidents.map(\.isMerged) == [false, false, true])
    }

    @Test func whatTheTrainerRunsThroughIsNotCharged() throws {
        var room = try room()
        room.order(.assign(fight, [UnitID(rawValue: 1)], divert: false), at: 750)
        room.run()
        let records = room.records
        func score(_ jump: ClosedRange<Int64>) -> DrillScore {
            let order = ClockOrder(
                at: Small.start + .seconds(jump.lowerBound), kind: .ahead(to: Small.start + .seconds(jump.upperBound)))
            return DrillScore(
                scenario: room.director.scenario, records: records, end: Small.start + .minutes(30),
                unattended: UnattendedTime([order], end: Small.start + .minutes(30)))
        }
        // The call came at 120 s; the trainer jumped from 100 s to 700 s.
        let fair = score(100...700)
        #expect(fair.incidents.first?.span(.dispatch) == .seconds(50))
        #expect(outcome("p1", fair) == .met && fair.injects.first?.outcome == .inTime)
        #expect(fair.priorities.first?.dispatch.p50 == .seconds(50))
        // Once somebody is sent the way counts, whoever runs the clock.
        let later = score(760...800)
        #expect(later.incidents.first?.span(.dispatch) == .seconds(630))
        let way = try #require(later.incidents.first?.span(.response))
        #expect(way == room.score.incidents.first?.span(.response))
    }

    @Test func speedsAtWhichNobodyCanActAreRunThroughToo() {
        func at(_ second: Int64) -> Timestamp { Small.start + .seconds(second) }
        let orders = [
            ClockOrder(at: at(10), kind: .speed(.infinity)), ClockOrder(at: at(30), kind: .speed(4)),
            ClockOrder(at: at(25), kind: .ahead(to: at(50))), ClockOrder(at: at(90), kind: .ahead(to: at(500))),
        ]
        let time = UnattendedTime(orders, end: at(100))
        #expect(time.stretches == [at(10)..<at(50), at(90)..<at(100)])
        #expect(time.attended(at(0), at(100)) == .seconds(50) && time.within(at(40), at(45)) == .seconds(5))
    }

    @Test func whatTheEndCutsOffSaysNothingEitherWay() throws {
        let cases: [(span: Span?, elapsed: Span)] = [
            (.seconds(10), .seconds(10)), (.seconds(20), .seconds(20)), (nil, .seconds(5)), (nil, .seconds(15)),
        ]
        let figures = PriorityFigures.Quantiles(cases)
        // The one cut off after 5 s counts against nothing, the one after 15 s against 10 s alone.
        #expect(figures.p50 == .seconds(20) && figures.longest == .seconds(20) && figures.reached == 2)
        // An expected action whose last instant is the drill's end is open, and the objective leaves it out.
        let head = Small.head.replacing("after = \"30m\"", with: "after = \"3m\"")
        let scenario = try ScenarioReader.read(
            text: head + Small.fight + Self.objectives + Small.district + Self.volunteer, file: "small.toml")
        var room = Small.room(scenario)
        room.run()
        #expect(room.score.injects.first?.outcome == .open)
        #expect(outcome("injects", room.score) == .notMeasured && outcome("p1", room.score) == .notMeasured)
    }
}
