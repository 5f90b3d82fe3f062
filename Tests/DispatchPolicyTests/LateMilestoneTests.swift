import DispatchModel
import DispatchPolicy
import Testing

@Suite("A milestone can be put down late: both times are kept, figures and clocks go by its own")
struct LateMilestoneTests {
    static let incident = IncidentID(rawValue: 1)

    /// Car 1 was sent at the start; it is so many minutes later.
    static func sent(_ minutes: Int64) -> Room {
        var room = Room.open()
        room.incident()
        room.must(.assign(incident, [Room.car1], divert: false))
        room.now = room.now + .minutes(minutes)
        return room
    }

    func advance(_ milestone: Milestone, _ minute: Int64?, _ disposition: String = "") -> Command {
        .advance(Room.car1, milestone, disposition: disposition, at: minute.map { Room.start + .minutes($0) })
    }

    @Test("The unit's status dates from the time stated, the record from when it was entered")
    func bothTimes() {
        var room = Self.sent(20)
        room.must(advance(.arrived, 7))
        let assignment = room.board.incidents[Self.incident]?.assignments.last
        #expect(assignment?.arrived == Room.start + .minutes(7))
        #expect(assignment?.timesBackwards == false)
        #expect(room.board.units[Room.car1]?.status == .onScene)
        #expect(room.board.units[Room.car1]?.statusSince == Room.start + .minutes(7))
        #expect(room.records.last?.at == Room.start + .minutes(20))
        room.must(.undo)
        #expect(room.board.incidents[Self.incident]?.assignments.last?.arrived == nil)
        #expect(room.board.units[Room.car1]?.status == .dispatched)
    }

    @Test("What was missed is filled in behind what is known, and the unit stays what it is")
    func filledIn() {
        var room = Self.sent(20)
        room.must(advance(.arrived, 10))
        #expect(room.order(advance(.enRoute, nil)).failure != nil, "without a time it would be now")
        room.must(advance(.enRoute, 3))
        room.must(advance(.acknowledged, 1))
        #expect(room.board.units[Room.car1]?.status == .onScene)
        #expect(room.board.units[Room.car1]?.statusSince == Room.start + .minutes(10))
        #expect(room.board.incidents[Self.incident]?.assignments.last?.enRoute == Room.start + .minutes(3))
    }

    @Test(
        "A time that cannot be is refused, with what it does not go with",
        arguments: [
            (Milestone.enRoute, Int64(21), nil), (.enRoute, -1, .assigned), (.enRoute, 11, .arrived),
            (.acknowledged, 11, .arrived), (.transporting, 9, .arrived), (.cleared, 9, .arrived),
            (.feedback, -1, .assigned), (.feedback, 21, nil),
        ] as [(Milestone, Int64, Milestone?)])
    func refused(_ milestone: Milestone, _ minute: Int64, _ other: Milestone?) {
        var room = Self.sent(20)
        room.must(advance(.arrived, 10))
        let at = Room.start + .minutes(minute)
        let expected: Rejection =
            other.map {
                .milestoneOutOfOrder(
                    Room.car1, milestone, at: at, known: $0, knownAt: Room.start + .minutes($0 == .arrived ? 10 : 0))
            } ?? .milestoneInFuture(Room.car1, milestone, at: at)
        #expect(room.order(advance(milestone, minute)).failure == expected)
    }

    @Test("Feedback may come before or after any other milestone")
    func feedback() {
        var room = Self.sent(20)
        room.must(advance(.arrived, 10))
        room.must(advance(.feedback, 5))
        room.must(advance(.cleared, 15))
        #expect(room.board.units[Room.car1]?.status == .available)
        #expect(room.board.units[Room.car1]?.statusSince == Room.start + .minutes(15))
    }

    @Test("The last unit closes its incident at the time stated, but never before another was there")
    func closing() {
        var room = Self.sent(20)
        room.must(.assign(Self.incident, [Room.car2], divert: false))
        room.must(.advance(Room.car2, .cleared, disposition: "", at: nil))
        room.now = room.now + .minutes(5)
        room.must(advance(.cleared, 15, "REPORT"))
        let closed = room.board.incidents[Self.incident]
        #expect(closed?.closed == Room.start + .minutes(20))
        #expect(closed?.assignments.allSatisfy { ($0.cleared ?? .epoch) <= Room.start + .minutes(20) } == true)
    }

    @Test("A status that has lasted too long by its own time is told at once")
    func overdue() throws {
        var room = Self.sent(300)
        let limit = try #require(room.policy.deadlines.status[.onScene]?.limit)
        let late = Room.start + .minutes(300) - limit - .minutes(1)
        room.must(.advance(Room.car1, .arrived, disposition: "", at: late))
        var engine = DeadlineEngine(deadlines: room.policy.deadlines, board: room.board)
        let isTold = engine.due(at: room.now, board: room.board).contains { body in
            guard case .alertRaised(let event) = body else { return false }
            return event.kind == .statusOverdue && event.unit == Room.car1 && event.at == late + limit
        }
        #expect(isTold)
    }
}
