import DispatchModel
import DispatchPolicy
import Districts
import Testing

@testable import Drills

@Suite struct DirectorTests {
    private static func inject(_ id: String, _ rest: String) -> String {
        "[[inject]]\nid = \"\(id)\"\ntitle = [\"\(id)\", \"\(id)\"]\n\(rest)\n"
    }

    private func incident(_ number: UInt32) -> IncidentID { IncidentID(rawValue: number) }
    private func unit(_ number: UInt32) -> UnitID { UnitID(rawValue: number) }

    @Test func tellsTheDistrictFirst() throws {
        var room = Small.room(try Small.scenario(Small.fight))
        room.run(until: Small.start)
        #expect(room.board.mode.mode == .exercise && room.board.mode.timeZone == "Asia/Shanghai")
        #expect(room.board.units.count == 3 && room.board.beats.count == 2)
        #expect(room.records.allSatisfy { $0.at == Small.start })
    }

    @Test func firesAtItsTimeAndSeesTheAnswer() throws {
        var room = Small.room(try Small.scenario(Small.fight))
        room.run(until: Small.start + .seconds(119))
        #expect(room.board.incidents.count == 0)
        room.run(until: Small.start + .seconds(120))
        #expect(room.board.incidents[incident(1)]?.received == Small.start + .seconds(120))
        room.order(.assign(incident(1), [unit(1)], divert: false), at: 150)
        let progress = room.director.injects[0]
        #expect(progress.fired == Small.start + .minutes(2) && progress.answered == Small.start + .seconds(150))
        #expect(progress.state(at: Small.start + .minutes(5)) == .answered)
    }

    @Test func waitsForConditions() throws {
        let scenario = try Small.scenario(
            Small.fight, Self.inject("later", "when = \"inject fight + 90s\"\nmessage = [\"m\", \"消\"]"),
            Self.inject("scene", "when = \"incident fight on-scene\"\nmessage = [\"there\", \"到\"]"),
            Self.inject("bare", "when = \"free < 3\"\nnot_before = \"10m\"\nmessage = [\"bare\", \"空\"]"),
            Self.inject("hand", "by_hand = true\nmessage = [\"hand\", \"手\"]"))
        var room = Small.room(scenario)
        room.order(.assign(incident(1), [unit(1)], divert: false), at: 130)
        room.run(until: Small.start + .minutes(20))
        let fired = Dictionary(uniqueKeysWithValues: room.director.injects.map { ($0.id, $0.fired) })
        #expect(fired["later"] == Small.start + .seconds(210))
        let arrived = room.board.incidents[incident(1)]?.assignments.first?.arrived
        #expect(arrived != nil && fired["scene"] == arrived)
        #expect(fired["bare"] == Small.start + .minutes(10))
        #expect(fired["hand"] == .some(nil))
        #expect(room.director.messages.map(\.inject).sorted() == ["bare", "later", "scene"])
    }

    @Test func obeysTheTrainer() throws {
        let scenario = try Small.scenario(
            Small.fight, Self.inject("hand", "by_hand = true\nmessage = [\"hand\", \"手\"]"))
        var director = DrillDirector(scenario: scenario, seed: 1)
        let fired = ["hand", "hand", "nobody"].map { director.fire($0, now: Small.start + .seconds(5)) }
        #expect(fired == [true, false, false])
        director.message("wait", now: Small.start + .seconds(7))
        director.takeOut(callsign: "A2", reason: "flat tyre", now: Small.start + .seconds(8))
        let said = director.due(at: Small.start + .seconds(10), board: Board())
        #expect(said.contains { $0.content == .status(callsign: "A2", status: .outOfService) })
        #expect(director.messages.map(\.text.english) == ["wait", "A2: flat tyre", "hand"])
        director.end(now: Small.start + .seconds(20))
        #expect(director.ending == DrillEnding(at: Small.start + .seconds(20), reason: .trainer))
        let afterwards = director.due(at: Small.start + .hours(1), board: Board())
        #expect(director.nextDue == nil && afterwards.isEmpty)
    }

    @Test func endsInTimeOrByItsCondition() throws {
        var room = Small.room(try Small.scenario(Small.fight))
        room.run()
        #expect(room.director.ending == DrillEnding(at: Small.start + .minutes(30), reason: .time))
        let head = Small.head.replacing("after = \"30m\"", with: "after = \"30m\"\nwhen = \"incident fight closed\"")
        var early = Small.room(try Small.scenario(Small.fight, head: head))
        early.order(.close(incident(1), disposition: "report"), at: 200)
        early.run()
        #expect(early.director.ending == DrillEnding(at: Small.start + .seconds(200), reason: .condition))
    }

    @Test func escalatesCallsBackAndDoubles() throws {
        let scenario = try Small.scenario(
            Small.fight,
            Self.inject("again", "at = \"3m\"\n[inject.duplicate]\nof = \"fight\"\ntext = [\"a\", \"啊\"]\nmetres = 80"),
            Self.inject("call", "at = \"4m\"\n[inject.callback]\nof = \"fight\"\ntext = [\"b\", \"波\"]"),
            Self.inject(
                "worse",
                "at = \"5m\"\n[inject.escalate]\nof = \"again\"\ntype = \"officer-emergency\"\ntext = [\"c\", \"词\"]"))
        var room = Small.room(scenario)
        room.run(until: Small.start + .minutes(6))
        let first = try #require(room.board.incidents[incident(1)])
        let second = try #require(room.board.incidents[incident(2)])
        #expect(first.reports.map(\.text) == ["They hit each other.", "b"])
        #expect(second.type == "officer-emergency" && second.reports.count == 2)
        let away = TravelModel.metres(
            from: try #require(first.place.point), to: try #require(second.place.point))
        #expect((70...90).contains(away))
    }

    @Test func helpsAnOfficer() throws {
        let scenario = try Small.scenario(
            Small.fight,
            Self.inject(
                "help",
                "when = \"incident fight on-scene\"\nexpect = [\"e\", \"e\"]\ncheck = [\"incident help acknowledged\", \"incident help assigned\"]\nwithin = \"5m\"\n[inject.emergency]\nat_incident = \"fight\""
            ))
        var room = Small.room(scenario)
        room.order(.assign(incident(1), [unit(1)], divert: false), at: 130)
        var clock: Int64 = 130
        while room.board.alerts.count == 0, room.director.ending == nil {
            clock += 10
            room.run(until: Small.start + .seconds(clock))
        }
        let alert = try #require(room.board.alerts.elements.first)
        #expect(alert.kind == .emergency && room.board.units[unit(1)]?.status == .emergency)
        let now = clock + 1
        room.order(.acknowledge(alert.id, occurrence: 1, severity: alert.severity), at: now)
        #expect(room.director.injects[1].answered == nil, "nobody was sent")
        room.order(.assign(try #require(alert.incident), [unit(2)], divert: false), at: now + 5)
        #expect(room.director.injects[1].answered == Small.start + .seconds(now + 5))
        room.run()
        #expect(room.board.units[unit(1)]?.status != .emergency, "safe once somebody has come")
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64]) func staysInStepWhateverIsDone(seed: UInt64) throws {
        print("random desk seed \(seed)")
        let scenario = try Small.scenario(
            Small.fight, Self.inject("out", "at = \"4m\"\n[inject.radio_out]\nbeats = [\"B2\"]\nfor = \"5m\""),
            Self.inject("again", "at = \"3m\"\n[inject.duplicate]\nof = \"fight\"\ntext = [\"a\", \"啊\"]"),
            Self.inject("gone", "when = \"incident fight assigned\"\n[inject.take_out]\nunit = \"A2\"\nfor = \"6m\""),
            Self.inject("help", "when = \"incident fight on-scene\"\n[inject.emergency]\nat_incident = \"fight\""))
        func play() -> Rehearsal {
            var random = SeededGenerator(seed: seed)
            var room = Rehearsal(scenario: scenario, seed: seed)
            var now = scenario.start
            while room.director.ending == nil {
                now = now + .seconds(Int64(random.next() % 40) + 1)
                room.run(until: now)
                guard room.director.ending == nil else { break }
                room.perform(CommandRequest(Self.command(&random, room.board), by: .dispatcher("d")), now: now)
            }
            return room
        }
        let (one, two) = (play(), play())
        #expect(one.records == two.records, "seed \(seed)")
        #expect(one.board.counters.unappliable == 0, "seed \(seed)")
        #expect(zip(one.records, one.records.dropFirst()).allSatisfy { $0.at <= $1.at }, "seed \(seed)")
        #expect(one.records.last.map { $0.at <= scenario.start + scenario.end.after } ?? false, "seed \(seed)")
    }

    /// Some order or other; most are refused.
    private static func command(_ random: inout SeededGenerator, _ board: Board) -> Command {
        let incident = IncidentID(rawValue: UInt32(random.next() % UInt64(board.incidents.count + 1)) + 1)
        let unit = UnitID(rawValue: UInt32(random.next() % UInt64(board.units.count + 1)) + 1)
        switch random.next() % 8 {
        case 0, 1, 2: return .assign(incident, [unit], divert: random.next() % 2 == 0)
        case 3: return .withdraw(unit, reason: "r")
        case 4: return .close(incident, disposition: "report")
        case 5: return .emergency(unit)
        case 6: return .merge(incident, into: IncidentID(rawValue: 1))
        default: return .undo
        }
    }

    @Test func isAValue() throws {
        let scenario = try #require(try Scenario.shipped("radio-outage"))
        var room = Rehearsal(
            scenario: scenario, seed: 5, dispatcher: AutomaticDispatcher(start: scenario.start, policy: scenario.policy)
        )
        room.run(until: scenario.start + .minutes(15))
        var copy = room
        room.run()
        copy.run()
        #expect(room.records == copy.records)
    }
}
