import DispatchModel
import DispatchPolicy
import Testing

@Suite("A shift is handed over")
struct HandoverTests {
    /// A room with something of every kind on its list but a promise.
    private func room() -> Room {
        var room = Room.open()
        room.incident()
        room.incident()
        room.must(.assign(IncidentID(rawValue: 2), [Room.car1], divert: false))
        room.incident()
        room.must(.hold(IncidentID(rawValue: 3), until: room.now + .minutes(20), reason: "later"))
        room.report("a")
        room.report("b")
        room.must(
            .shelve(
                AlertID(rawValue: 2), occurrence: 1, severity: .medium, until: room.now + .minutes(30), once: false,
                reason: "works"))
        room.report("c")
        room.must(.acknowledge(AlertID(rawValue: 3), occurrence: 1, severity: .medium))
        return room
    }

    private func list(_ room: Room) -> HandoverList {
        HandoverList(on: room.board, shifts: room.policy.shifts, now: room.now)
    }

    private func handover(_ room: Room, _ answer: HandoverAnswer? = .acknowledged) -> Handover {
        let items = list(room).items.map { item in
            var item = item
            item.answer = answer
            return item
        }
        return Handover(outgoing: "Wang", incoming: "Li", items: items)
    }

    @Test("Everything that is open stands on the list, the most urgent kinds first, with when it is due")
    func everything() {
        var room = room()
        #expect(list(room).items.map(\.kind) == [.waiting, .open, .held, .unanswered, .shelved, .unitOut])
        #expect(list(room).items.compactMap(\.due) == [room.now + .minutes(20), room.now + .minutes(30)])
        room.now = room.now + HandoverList.oldAnswer
        #expect(list(room).items.contains { $0.kind == .standing && $0.alert == AlertID(rawValue: 3) })
        room.must(.gradeDispute(IncidentID(rawValue: 1), .yellow))
        #expect(list(room).items.contains { $0.kind == .promise && $0.incident == IncidentID(rawValue: 1) })
    }

    @Test("It is recorded with every answer, begins the next shift, and can be undone")
    func recorded() throws {
        var room = room()
        room.now = room.now + .minutes(5)
        room.must(.handOver(handover(room, .deferred)))
        let made = try #require(room.board.handovers.last?.handover)
        #expect((made.outgoing, made.incoming) == ("Wang", "Li"))
        #expect(made.items.count == 6 && made.items.allSatisfy { $0.answer == .deferred })
        room.now = room.now + .hours(1)
        #expect(list(room).since == made.at)
        let copy = try Board(encoded: room.board.encoded())
        #expect(copy.handovers == room.board.handovers)
        room.must(.undo)
        #expect(room.board.handovers.isEmpty)
        #expect(list(room).since != made.at)
    }

    @Test("What has changed, is new or has gone since it was shown is refused, and so is what was not answered")
    func refused() {
        var room = room()
        let shown = handover(room)
        #expect(room.order(.handOver(handover(room, nil))).failure == .handoverUnanswered(6))
        var nameless = shown
        nameless.incoming = "  "
        #expect(room.order(.handOver(nameless)).failure == .missing(.incoming))
        nameless.incoming = "Wang "
        #expect(room.order(.handOver(nameless)).failure == .handoverToOneself)
        nameless.incoming = String(repeating: "x", count: Handover.nameLimit + 1)
        #expect(room.order(.handOver(nameless)).failure == .tooLong(.incoming, limit: Handover.nameLimit))
        room.must(.note(IncidentID(rawValue: 1), text: "the caller rang again"))
        #expect(room.order(.handOver(shown)).failure == .handoverChanged(1))
        let newer = handover(room)
        room.must(.close(IncidentID(rawValue: 3), disposition: "REPORT"))
        #expect(room.order(.handOver(newer)).failure == .handoverChanged(1))
        room.must(.handOver(handover(room)))
    }

    @Test("The list is bounded and says how much it leaves out")
    func bounded() {
        var room = Room.open()
        for _ in 0..<(HandoverList.limit + 3) { room.incident() }
        let list = list(room)
        #expect(list.items.count == HandoverList.limit)
        // The resting unit and three incidents.
        #expect(list.leftOut == 4)
        #expect(list.received == HandoverList.limit + 3)
    }

    @Test("A shift begins at the last start by the room's clock")
    func shifts() {
        let shifts = Shifts(starts: [8 * 60, 20 * 60], minutesEast: 480)
        let midnight = Timestamp(seconds: 1_800_000_000 / 86_400 * 86_400 - 8 * 3600)
        #expect(shifts.start(at: midnight + .hours(9)) == midnight + .hours(8))
        #expect(shifts.start(at: midnight + .hours(8)) == midnight + .hours(8))
        #expect(shifts.start(at: midnight + .hours(3)) == midnight - .hours(4))
        #expect(shifts.start(at: midnight + .hours(23)) == midnight + .hours(20))
    }
}
