import DispatchModel
import DispatchPolicy
import Testing

@Suite("Crews that are to be heard, and timers")
struct PersonnelTests {
    private func room() -> Room {
        var room = Room.open()
        room.startPersonnel()
        return room
    }

    private func alerts(_ room: Room, _ kind: AlertKind) -> [Alert] {
        room.board.alerts.elements.filter { $0.kind == kind && $0.active }
    }

    @Test("Nothing before the interval, a miss at it, the emergency at the second miss, 120 s later")
    func misses() {
        var room = room()
        room.must(.setCheck([Room.car1], interval: .minutes(20)))
        room.wait(.seconds(1199))
        #expect(room.lookAtPersonnel().isEmpty)
        room.wait(.seconds(1))
        #expect(room.lookAtPersonnel().kinds == [.crewMissed, .alertRaised])
        #expect(alerts(room, .personnelCheck).map(\.unit) == [Room.car1])
        #expect(room[Room.car1].status == .available)
        room.wait(.seconds(119))
        #expect(room.lookAtPersonnel().isEmpty)
        room.wait(.seconds(1))
        let kinds = room.lookAtPersonnel().kinds
        #expect(kinds.starts(with: [.crewMissed, .unitStatusChanged, .incidentReported, .alertRaised]))
        #expect(room[Room.car1].status == .emergency)
        #expect(alerts(room, .emergency).count == 1)
        #expect(alerts(room, .personnelCheck).isEmpty, "more than a check is on")
        room.wait(.hours(2))
        #expect(room.lookAtPersonnel().isEmpty)
    }

    @Test("Two crews that fall silent at one place are two officers in danger, never one event")
    func twoSilent() {
        var room = room()
        room.startComparing()
        let one = room.incident()
        room.must(.assign(one, [Room.car1, Room.car2], divert: false))
        room.must(.setIncidentCheck(one, interval: .minutes(1)))
        for _ in 0..<2 {
            room.wait(.minutes(2))
            room.lookAtPersonnel()
        }
        let calls = room.board.incidents.elements.filter { $0.emergency != nil }
        #expect(calls.count == 2)
        #expect(calls.allSatisfy { $0.proposals.isEmpty })
    }

    @Test("What is taken back is asked anew from then on: no emergency follows at once")
    func takenBack() {
        var room = room()
        room.must(.setCheck([Room.car1], interval: .minutes(20)))
        room.wait(.minutes(15))
        room.must(.answerCheck([Room.car1]))
        room.wait(.minutes(15))
        room.must(.undo)
        #expect(room.lookAtPersonnel().isEmpty)
        room.wait(.seconds(1199))
        #expect(room.lookAtPersonnel().isEmpty)
        room.wait(.seconds(1))
        #expect(room.lookAtPersonnel().kinds == [.crewMissed, .alertRaised])
    }

    @Test("Whoever was away while it fell due is given the time to ask: no emergency at once")
    func away() {
        var room = room()
        room.must(.setCheck([Room.car1], interval: .minutes(20)))
        room.wait(.hours(3))
        room.startPersonnel()
        #expect(room.lookAtPersonnel().kinds == [.crewMissed, .alertRaised])
        room.wait(.seconds(119))
        #expect(room.lookAtPersonnel().isEmpty)
        #expect(room[Room.car1].status == .available)
        room.wait(.seconds(1))
        room.lookAtPersonnel()
        #expect(room[Room.car1].status == .emergency)
    }

    @Test("What another has set since is not taken back with something else")
    func others() {
        var room = room()
        let one = room.incident()
        room.must(.assign(one, [Room.car1], divert: false))
        room.must(.setCheck([Room.car1], interval: .minutes(20)), by: Room.bob)
        #expect(room.order(.undo).failure != nil)
        #expect(room[Room.car1].check?.interval == 1200)
    }

    @Test("A timer that rings goes on ringing as it was when the board is opened again")
    func reopened() {
        var room = room()
        room.must(.setTimer(NewTimer(text: "a", due: room.now + .minutes(1))))
        room.wait(.minutes(2))
        room.lookAtPersonnel()
        room.startPersonnel()
        #expect(room.lookAtPersonnel().isEmpty)
        #expect(alerts(room, .timer).map(\.occurrence) == [1])
    }

    @Test(
        "Any word resets it and ends the alert; a position is no word",
        arguments: ["asked", "status", "milestone", "crew", "position"])
    func words(_ how: String) {
        var room = room()
        room.incident()
        room.must(.assign(IncidentID(rawValue: 1), [Room.car1], divert: false))
        room.must(.setCheck([Room.car1], interval: .minutes(20)))
        room.wait(.minutes(20))
        room.lookAtPersonnel()
        room.wait(.seconds(60))
        switch how {
        case "asked": room.must(.answerCheck([Room.car1]))
        case "status": room.must(.setStatus(Room.car1, .enRoute, reason: ""))
        case "milestone": room.must(.advance(Room.car1, .acknowledged, disposition: ""))
        case "crew":
            room.tell(
                .status(callsign: "3A11", status: .enRoute),
                by: Actor(kind: .crew, name: "3A11"))
        default: room.tell(.position(callsign: "3A11", point: Room.point(31.2, 121.4), at: room.now))
        }
        room.lookAtPersonnel()
        let isWord = how != "position"
        #expect(alerts(room, .personnelCheck).isEmpty == isWord)
        #expect((room[Room.car1].check?.misses == 0) == isWord)
        room.wait(.seconds(60))
        room.lookAtPersonnel()
        #expect((room[Room.car1].status == .emergency) == !isWord)
        guard isWord else { return }
        room.wait(.seconds(1139))
        #expect(room.lookAtPersonnel().isEmpty)
        room.wait(.seconds(1))
        #expect(room.lookAtPersonnel().kinds == [.crewMissed, .alertRaised])
    }

    @Test("What was put down late is a word of its own time, before the miss")
    func late() {
        var room = room()
        room.incident()
        room.must(.assign(IncidentID(rawValue: 1), [Room.car1], divert: false))
        room.must(.setCheck([Room.car1], interval: .minutes(20)))
        room.wait(.minutes(21))
        room.lookAtPersonnel()
        room.must(.advance(Room.car1, .enRoute, disposition: "", at: room.now - .minutes(10)))
        room.lookAtPersonnel()
        #expect(room[Room.car1].check?.misses == 1)
        #expect(alerts(room, .personnelCheck).count == 1)
    }

    @Test("An incident's check takes in who comes later, spares a unit's own, and leaves with the unit")
    func incidents() {
        var room = room()
        let one = room.incident()
        room.must(.assign(one, [Room.car1], divert: false))
        room.must(.setCheck([Room.foot], interval: .minutes(5)))
        room.must(.setIncidentCheck(one, interval: .minutes(10)))
        room.must(.assign(one, [Room.car2, Room.foot], divert: false))
        #expect([Room.car1, Room.car2, Room.foot].map { room[$0].check?.interval } == [600, 600, 300])
        room.must(.withdraw(Room.car2, reason: ""))
        #expect(room[Room.car2].check == nil)
        room.must(.setIncidentCheck(one, interval: nil))
        #expect([Room.car1, Room.foot].map { room[$0].check?.interval } == [nil, 300])
        #expect(room.order(.setIncidentCheck(one, interval: nil)).failure == .incidentNotChecked(one))
        room.must(.undo)
        #expect(room[one].checkInterval == 600 && room[Room.car1].check?.interval == 600)
    }

    @Test("Off duty nobody is asked; a check that is not there cannot end; intervals have bounds")
    func bounds() {
        var room = room()
        #expect(room.order(.setCheck([Room.car1], interval: nil)).failure == .notChecked(Room.car1))
        #expect(
            room.order(.setCheck([Room.resting], interval: .minutes(20))).failure
                == .unitUnavailable(Room.resting, status: .outOfService))
        for interval in [Span.seconds(59), .hours(13), .seconds(-1)] {
            #expect(
                room.order(.setCheck([Room.car1], interval: interval)).failure
                    == .checkInterval(shortest: .minutes(1), longest: .hours(12)))
        }
        room.must(.setCheck([Room.car1], interval: .minutes(20)))
        room.must(.setStatus(Room.car1, .outOfService, reason: ""))
        #expect(room[Room.car1].check == nil)
        room.wait(.hours(1))
        room.lookAtPersonnel()
        #expect(alerts(room, .personnelCheck).isEmpty)
    }

    @Test("Who misses the roll call stays told until heard, without an emergency; undo takes it back")
    func rollCall() {
        var room = room()
        room.must(.callRoll(answered: [Room.car1, Room.quick], missed: [Room.foot]))
        room.lookAtPersonnel()
        #expect(alerts(room, .personnelCheck).map(\.unit) == [Room.foot])
        room.wait(.hours(3))
        room.lookAtPersonnel()
        #expect(room[Room.foot].status == .available)
        room.must(.answerCheck([Room.foot]))
        room.lookAtPersonnel()
        #expect(alerts(room, .personnelCheck).isEmpty && room[Room.foot].check == nil)
        room.must(.callRoll(answered: [], missed: [Room.foot]))
        room.lookAtPersonnel()
        room.must(.undo)
        room.lookAtPersonnel()
        #expect(alerts(room, .personnelCheck).isEmpty && room[Room.foot].check == nil)
    }

    @Test("A timer rings once as an alert on its thing; answering it ends it, and undo has it ring again")
    func timer() {
        var room = room()
        let one = room.incident()
        let due = room.now + .minutes(10)
        room.must(.setTimer(NewTimer(incident: one, text: " look in ", due: due)))
        #expect(room.board.openTimers.map(\.text) == ["look in"])
        room.wait(.seconds(599))
        #expect(room.lookAtPersonnel().isEmpty)
        room.wait(.seconds(1))
        #expect(room.lookAtPersonnel().kinds == [.alertRaised])
        #expect(room.lookAtPersonnel().isEmpty)
        let alert = alerts(room, .timer)[0]
        #expect((alert.incident, alert.raised, alert.limit) == (one, due, 600))
        #expect(room.order(.joinAlert(alert.id, one)).failure == .alertOfTimer(alert.id))
        room.must(.acknowledge(alert.id, occurrence: 1, severity: alert.severity))
        room.lookAtPersonnel()
        #expect(room.board.openTimers.isEmpty && alerts(room, .timer).isEmpty)
        room.must(.undo)
        room.lookAtPersonnel()
        #expect(room.board.openTimers.count == 1 && alerts(room, .timer).count == 1)
    }

    @Test("Of several on one thing each is told; undo of setting ends one, undo of ending has it go on")
    func several() {
        var room = room()
        let one = room.incident()
        room.must(.setTimer(NewTimer(incident: one, text: "a", due: room.now + .minutes(1))))
        room.must(.setTimer(NewTimer(incident: one, text: "b", due: room.now + .minutes(2))))
        room.must(.setTimer(NewTimer(text: "c", due: room.now + .minutes(2))))
        room.must(.undo)
        #expect(room.board.openTimers.map(\.text) == ["a", "b"])
        room.wait(.minutes(1))
        room.lookAtPersonnel()
        room.wait(.minutes(1))
        room.lookAtPersonnel()
        #expect(alerts(room, .timer).map(\.occurrence) == [1, 1], "one alert a timer")
        let first = room.board.openTimers[0]
        room.must(.endTimer(first.id))
        room.lookAtPersonnel()
        #expect(alerts(room, .timer).count == 1, "the other rings")
        room.must(.undo)
        #expect(room.board.openTimers.count == 2)
        room.must(.endTimer(first.id))
        #expect(room.order(.endTimer(first.id)).failure == .timerEnded)
    }

    @Test("Timers have bounds")
    func timerBounds() {
        var room = room()
        let latest = room.now + NewTimer.longest
        for due in [room.now, room.now - .seconds(1), latest + .seconds(1)] {
            #expect(room.order(.setTimer(NewTimer(due: due))).failure == .timerDue(latest: latest))
        }
        for _ in 0..<DutyTimer.limit { room.must(.setTimer(NewTimer(due: latest))) }
        #expect(room.order(.setTimer(NewTimer(due: latest))).failure == .timersFull(limit: DutyTimer.limit))
        for timer in room.board.openTimers { room.must(.endTimer(timer.id)) }
        #expect(room.board.timers.count == DutyTimer.endedLimit)
    }

    @Test("One made anew from a board goes on as the one before it, and a board is read back with all of it")
    func anew() throws {
        var room = room()
        let one = room.incident()
        room.must(.assign(one, [Room.car1], divert: false))
        room.must(.setIncidentCheck(one, interval: .minutes(10)))
        room.must(.setCheck([Room.quick], interval: .minutes(15)))
        room.must(.callRoll(answered: [Room.foot], missed: [Room.medic]))
        room.must(.setTimer(NewTimer(unit: Room.quick, text: "fuel", due: room.now + .minutes(12))))
        for _ in 0..<40 {
            room.wait(.seconds(30))
            let board = try Board(encoded: room.board.encoded())
            #expect(board.encoded() == room.board.encoded())
            var fresh = PersonnelWatch(policy: room.policy, board: board)
            let expected = fresh.due(at: room.now, board: board)
            #expect(room.personnel?.due(at: room.now, board: room.board) == expected)
            room.startPersonnel()
            room.lookAtPersonnel()
        }
        #expect(room[Room.car1].status == .emergency && room[Room.quick].check?.misses == 2)
    }
}
