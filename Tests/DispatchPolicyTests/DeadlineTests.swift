import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("Clocks")
struct DeadlineTests {
    static func room() -> Room {
        var room = Room.open()
        room.startClocks()
        return room
    }

    private func alert(_ room: Room, _ kind: AlertKind) -> Alert? {
        room.board.alerts.elements.first { $0.kind == kind }
    }

    @Test("An alert comes exactly at its limit, once, and goes when its reason goes")
    func exactly() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p1)
        let limit = Deadlines.standard.waiting[.p1]?.limit ?? .zero
        let start = room.now
        room.now = start + limit - Span(milliseconds: 1)
        #expect(room.tick().isEmpty)
        #expect(room.engine?.nextDue == start + limit)
        room.now = start + limit
        let raised = AlertRaised(
            alert: AlertID(rawValue: 1), kind: .waitingTooLong, severity: .high, incident: one, at: room.now,
            limit: limit.seconds, priority: .p1)
        #expect(room.tick() == [.alertRaised(raised)])
        room.wait(.minutes(30))
        #expect(room.tick().isEmpty)
        room.must(.assign(one, [Room.car1], divert: false))
        #expect(room.tick() == [.alertCleared(AlertCleared(alert: AlertID(rawValue: 1), at: room.now))])
        #expect(alert(room, .waitingTooLong)?.state == .returnedUnacknowledged)
    }

    @Test("Unanswered it comes on again as its next occurrence; answered and gone, as a new alert")
    func occurrences() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p1)
        room.wait(.minutes(4))
        room.tick()
        room.must(.assign(one, [Room.car1], divert: false))
        room.tick()
        room.must(.withdraw(Room.car1, reason: "wrong unit"))
        #expect(room.tick().kinds == [.alertRaised])
        #expect(alert(room, .waitingTooLong)?.occurrence == 2)
        let first = AlertID(rawValue: 1)
        #expect(room.order(.acknowledge(first, occurrence: 1, severity: .high)).failure == .alertMoved(first))
        room.must(.acknowledge(first, occurrence: 2, severity: .high))
        room.must(.assign(one, [Room.car1], divert: false))
        room.tick()
        #expect(room.board.alerts.count == 0)
        room.must(.withdraw(Room.car1, reason: "wrong unit"))
        room.tick()
        #expect(alert(room, .waitingTooLong)?.id == AlertID(rawValue: 2))
    }

    @Test("A call that becomes P1 while it waits alerts at once, and a medium alert becomes high and asks again")
    func raisedPriority() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p2)
        room.wait(.minutes(4))
        #expect(room.tick().isEmpty)
        room.must(.triage(one, TriageChange(priority: .p1)))
        #expect(room.tick().kinds == [.alertRaised])
        #expect(alert(room, .waitingTooLong)?.severity == .high)
        room = DeadlineTests.room()
        let two = room.incident("robbery", .p2)
        room.wait(.minutes(11))
        room.tick()
        room.must(.acknowledge(AlertID(rawValue: 1), occurrence: 1, severity: .medium))
        room.must(.triage(two, TriageChange(priority: .p1)))
        let risen = AlertSeverityRaised(alert: AlertID(rawValue: 1), severity: .high, at: room.now)
        #expect(room.tick() == [.alertSeverityRaised(risen)])
        #expect(alert(room, .waitingTooLong)?.state == .unacknowledged)
        #expect(alert(room, .waitingTooLong)?.occurrence == 1)
        let stale = Command.acknowledge(AlertID(rawValue: 1), occurrence: 1, severity: .medium)
        #expect(room.order(stale).failure == .alertMoved(AlertID(rawValue: 1)))
    }

    @Test("A call that becomes less urgent has its longer limit")
    func loweredPriority() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p1)
        room.wait(.minutes(4))
        room.tick()
        room.must(.triage(one, TriageChange(priority: .p2)))
        #expect(room.tick().kinds == [.alertCleared])
        room.wait(.minutes(6))
        #expect(room.tick().kinds == [.alertRaised])
        #expect(alert(room, .waitingTooLong)?.severity == .medium)
    }

    @Test("A hold stops the clock until it is released or ends; its end alerts")
    func hold() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p2)
        room.wait(.minutes(8))
        room.must(.hold(one, until: nil, reason: "no unit"))
        room.wait(.hours(1))
        #expect(room.tick().isEmpty)
        room.must(.releaseHold(one))
        room.wait(.seconds(119))
        #expect(room.tick().isEmpty)
        room.wait(.seconds(1))
        #expect(room.tick().kinds == [.alertRaised])
        let until = room.now + .minutes(15)
        room.must(.hold(one, until: until, reason: "no unit"))
        #expect(room.tick().kinds == [.alertCleared])
        room.now = until
        #expect(
            room.tick().kinds == [.alertRaised, .holdReleased, .alertRaised],
            "waited too long already, and the hold is over")
        #expect(alert(room, .holdEnded)?.severity == .medium)
        #expect(room.board.incidents[one]?.progress == .waiting, "it waits and counts again")
        room.must(.hold(one, until: until + .minutes(5), reason: "still none"))
        #expect(room.tick().kinds == [.alertCleared, .alertCleared])
    }

    @Test(
        "A hold that has run out waits and counts again, as grave as its priority, until a unit is sent or it is held anew",
        arguments: [(Priority.p1, AlertSeverity.high), (.p4, .medium)])
    func holdRunOut(priority: Priority, severity: AlertSeverity) {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", priority)
        for _ in 1...2 {
            let until = room.now + .minutes(1)
            room.must(.hold(one, until: until, reason: "no unit"))
            _ = room.tick()
            #expect(room.board.incidents[one]?.progress == .held)
            room.now = until
            _ = room.tick()
            #expect(room.board.incidents[one]?.progress == .waiting)
            #expect(alert(room, .holdEnded)?.severity == severity && alert(room, .holdEnded)?.active == true)
            room.wait(.hours(1))
            _ = room.tick()
            #expect(alert(room, .holdEnded)?.active == true, "as long as nobody is sent")
        }
        room.must(.assign(one, [Room.car1], divert: false))
        _ = room.tick()
        #expect(alert(room, .holdEnded)?.active != true)
        room.must(.withdraw(Room.car1, reason: "not needed"))
        _ = room.tick()
        #expect(alert(room, .holdEnded)?.active != true, "the old hold is over for good")
    }

    @Test("A reopened call waits from its reopening; a diverted one from its first report")
    func reopenedAndDiverted() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p1)
        room.must(.assign(one, [Room.car1], divert: false))
        room.must(.advance(Room.car1, .arrived, disposition: ""))
        room.wait(.minutes(20))
        room.must(.close(one, disposition: "X"))
        room.must(.reopen(one, reason: "he is back"))
        room.wait(.seconds(179))
        #expect(room.tick().isEmpty)
        room.wait(.seconds(1))
        #expect(room.tick().kinds == [.alertRaised])
        room = DeadlineTests.room()
        let old = room.incident("robbery", .p2)
        let new = room.incident("robbery", .p1)
        room.must(.assign(old, [Room.car1], divert: false))
        room.wait(.minutes(11))
        room.must(.advance(Room.car1, .enRoute, disposition: ""))
        room.must(.assign(new, [Room.car1], divert: true))
        #expect(room.tick().map(\.incidents.first) == [old])
    }

    @Test("A unit past its time in status; a new status starts anew")
    func status() {
        var room = DeadlineTests.room()
        let one = room.incident("noise", .p4)
        room.must(.assign(one, [Room.car1], divert: false))
        room.wait(.minutes(2))
        #expect(room.tick().kinds == [.alertRaised])
        room.must(.advance(Room.car1, .enRoute, disposition: ""))
        #expect(room.tick().kinds == [.alertCleared])
        room.wait(.minutes(20))
        #expect(room.tick().kinds == [.alertRaised])
        room.must(.advance(Room.car1, .cleared, disposition: ""))
        #expect(room.tick().kinds == [.alertCleared])
        #expect(alert(room, .statusOverdue)?.occurrence == 2)
    }

    @Test("A unit that reports its position falls silent, is heard, and falls silent again")
    func silent() {
        var room = DeadlineTests.room()
        #expect(room.engine?.nextDue == room.now + .hours(8), "nobody reports a position yet")
        let here = UnitPositionReported(unit: Room.car1, point: Room.point(31, 121), at: room.now)
        room.record([.unitPositionReported(here)], by: .feed("positions"))
        room.wait(.seconds(179))
        // What a dispatcher enters about a unit is not a word from it.
        room.must(.assign(room.incident("noise", .p4), [Room.car1], divert: false))
        #expect(room.tick().isEmpty)
        room.wait(.seconds(1))
        #expect(room.tick().kinds == [.alertRaised])
        room.board.hear(Room.car1, at: Room.point(31, 121), when: room.now)
        room.engine?.heard(Room.car1)
        #expect(room.tick().kinds == [.alertCleared])
        room.wait(.minutes(3))
        #expect(room.tick().kinds == [.alertRaised, .alertRaised], "silent again, and long not under way")
        room.must(.setStatus(Room.car1, .outOfService, reason: "radio broken"))
        #expect(room.tick().kinds == [.alertCleared, .alertCleared])
    }

    @Test("An undone answer and an undone close are looked at again")
    func undone() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p1)
        room.wait(.minutes(4))
        room.tick()
        room.must(.close(one, disposition: "X"))
        room.tick()
        room.must(.undo)
        #expect(room.tick().kinds == [.alertRaised])
        room.must(.acknowledge(AlertID(rawValue: 1), occurrence: 2, severity: .high))
        room.must(.undo)
        #expect(room.tick().isEmpty)
        #expect(alert(room, .waitingTooLong)?.state == .unacknowledged)
    }

    @Test("An engine made anew from a snapshot says what the one before it would have")
    func rebuilt() throws {
        var room = DeadlineTests.room()
        for priority in [Priority.p1, .p2, .p1, .p3] { room.incident("robbery", priority) }
        room.must(.assign(IncidentID(rawValue: 1), [Room.car1], divert: false))
        room.must(.hold(IncidentID(rawValue: 2), until: room.now + .minutes(12), reason: ""))
        room.wait(.minutes(3))
        room.tick()
        var other = room
        other.board = try Board(encoded: room.board.encoded())
        other.startClocks()
        for step in 0..<40 {
            room.wait(.seconds(59))
            other.wait(.seconds(59))
            if step == 10 {
                room.must(.withdraw(Room.car1, reason: ""))
                other.must(.withdraw(Room.car1, reason: ""))
            }
            #expect(room.tick() == other.tick())
        }
        #expect(room.board.encoded() == other.board.encoded())
        #expect(room.board.alerts.count > 3)
    }

    @Test(
        "Whatever was answered, taken back and ended, alerts come on under the numbers that the board gives them",
        arguments: [5, 6])
    func standing(seed: UInt64) {
        var random = Seeded(seed)
        var room = DeadlineTests.room()
        for step in 0..<400 {
            room.wait(.seconds(Int64(random.below(200))))
            let alerts = room.board.alerts.elements
            switch random.below(6) {
            case 0: room.incident("robbery", [.p1, .p2, .p3][random.below(3)])
            case 1 where !alerts.isEmpty:
                let alert = alerts[random.below(alerts.count)]
                _ = room.order(.acknowledge(alert.id, occurrence: alert.occurrence, severity: alert.severity))
            case 2: _ = room.order(.undo)
            case 3:
                _ = room.order(.assign(IncidentID(rawValue: UInt32(1 + random.below(9))), [Room.car1], divert: true))
            case 4: _ = room.order(.withdraw(Room.car1, reason: ""))
            default: break
            }
            var anew = DeadlineEngine(deadlines: room.policy.deadlines, board: room.board)
            let wanted = anew.due(at: room.now, board: room.board)
            #expect(room.tick() == wanted, "seed \(seed), step \(step)")
        }
        #expect(room.board.counters.alerts > 20)
    }

    @Test("However much happens, an obligation is watched once")
    func bounded() {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p1)
        for _ in 0..<80 {
            room.wait(.seconds(1))
            room.must(.assign(one, [Room.car1, Room.car2], divert: false))
            room.must(.advance(Room.car1, .enRoute, disposition: ""))
            room.must(.withdraw(Room.car1, reason: ""))
            room.must(.withdraw(Room.car2, reason: ""))
            room.must(.setStatus(Room.foot, room[Room.foot].isFree ? .outOfService : .available, reason: ""))
        }
        #expect((room.engine?.watchedCount ?? .max) <= 2 * (room.board.incidents.count + room.board.units.count))
    }
}
