import DispatchModel
import DispatchPolicy
import Testing

/// What is new of an incident finds whoever has to know: one that was put aside, one whose unit never came, one that is closed.
@Suite("News of an incident that nobody looks at")
struct UnwatchedIncidentTests {
    private static let one = IncidentID(rawValue: 1)
    private static let two = IncidentID(rawValue: 2)

    private func key(_ id: String) -> IncidentReference { .source(SourceKey(source: "log", id: id)) }

    /// A P4 that is held, and a P2 beside it.
    private func held() -> Room {
        var room = Room.open()
        RelationTests.call(&room, "c1", .p4)
        RelationTests.call(&room, "c2", .p2)
        room.must(.hold(Self.one, until: room.now + .minutes(30), reason: "quiet"))
        #expect(room[Self.one].progress == .held)
        return room
    }

    private static func again(_ priority: Priority, isStated: Bool = true) -> Observation.Content {
        .incident(
            IncidentReported(
                type: "robbery", priority: priority, place: Place(text: "x"), report: Report(text: "man stabbed"),
                source: SourceKey(source: "log", id: "c1")), isPriorityStated: isStated)
    }

    @Test("A report, a merge or a more urgent priority ends a hold; a remark or a less urgent one does not")
    func holds() {
        let orders: [(Command, Bool)] = [
            (.addReport(Self.one, caller: Caller(), text: "man stabbed"), true),
            (.merge(Self.two, into: Self.one), true),
            (.triage(Self.one, TriageChange(priority: .p1)), true),
            (.triage(Self.one, TriageChange(priority: .p5)), false), (.note(Self.one, text: "asked again"), false),
        ]
        for (order, wakes) in orders {
            var room = held()
            room.must(order)
            #expect(room[Self.one].held != wakes, "\(order)")
            #expect(room[Self.one].isUnserved)
            #expect(room[Self.one].heldUntil == nil || !wakes)
            // A report that is taken back stays readable, struck out, and what it set going goes on.
            if case .addReport = order { continue }
            room.must(.undo)
            #expect(room[Self.one].progress == .held, "\(order) undone")
        }
        let words: [(Observation.Content, Bool)] = [
            (.report(key("c1"), Report(text: "shots fired")), true), (Self.again(.p1), true),
            (Self.again(.p4, isStated: false), true),
            (.revised(key("c1"), IncidentTriaged(priority: .p2)), true),
            (.revised(key("c1"), IncidentTriaged(priority: .p5)), false),
        ]
        for (content, wakes) in words {
            var room = held()
            room.tell(content, source: "m")
            #expect(room[Self.one].held != wakes, "\(content)")
        }
    }

    @Test("Another message about a known call raises its priority if it states a more urgent one, and never lowers it")
    func again() {
        let rows: [(Priority, isStated: Bool, Priority)] = [
            (.p1, true, .p1), (.p1, false, .p3), (.p3, true, .p3), (.p5, true, .p3),
        ]
        for (said, isStated, wanted) in rows {
            var room = Room.open()
            RelationTests.call(&room, "c1", .p3)
            room.tell(Self.again(said, isStated: isStated), source: "m")
            #expect(room[Self.one].priority == wanted, "\(said) \(isStated)")
            #expect(room[Self.one].reports.count == 2)
        }
    }

    @Test("A call whose only unit ended before it arrived waits again; one whose unit was there is to be closed")
    func neverCame() {
        for wasThere in [false, true] {
            var room = Room.open()
            RelationTests.call(&room, "c1", .p1)
            room.must(.assign(Self.one, [Room.car1], divert: false))
            room.must(.advance(Room.car1, .enRoute, disposition: ""))
            if wasThere { room.must(.advance(Room.car1, .arrived, disposition: "")) }
            room.must(.setStatus(Room.car1, .available, reason: ""))
            #expect(room[Self.one].progress == (wasThere ? .noUnit : .waiting))
            #expect(room[Self.one].isUnserved == !wasThere)
        }
    }

    @Test("A call for help takes over what it is merged with, whichever is named first, and stays where the officer is")
    func callForHelp() {
        for isFirst in [true, false] {
            var room = Room.open()
            RelationTests.call(&room, "c1", .p3)
            room.must(.emergency(Room.car1))
            let call = IncidentID(rawValue: room.board.counters.incidents)
            let place = room[call].place
            room.must(isFirst ? .merge(call, into: Self.one) : .merge(Self.one, into: call))
            #expect(room[call].isOpen)
            #expect(room[call].place == place)
            #expect(room[Self.one].mergedInto == call)
        }
    }

    @Test(
        "What a feed says of a closed incident is told; a more urgent priority brings it back; a recording's ends stand"
    )
    func closed() {
        let rows: [(Observation.Content, note: String?, isBack: Bool)] = [
            (.revised(key("c1"), IncidentTriaged(priority: .p1)), nil, true),
            (.revised(key("c1"), IncidentTriaged(priority: .p5)), "#1: P5", false),
            (
                .revised(key("c1"), IncidentTriaged(type: "fire", place: Place(text: "99 Far Rd"))),
                "#1: fire, 99 Far Rd", false
            ),
            (.closed(key("c1"), disposition: "arrest"), "#1: arrest", false),
            (.closed(key("c1"), disposition: "GOA"), nil, false),
            (.revised(key("c1"), IncidentTriaged(priority: .p2)), nil, false),
        ]
        for (content, note, isBack) in rows {
            var room = Room.open()
            RelationTests.call(&room, "c1", .p2)
            room.tell(.closed(key("c1"), disposition: "GOA", stated: room.now))
            room.wait(.minutes(1))
            let count = room.records.count
            room.tell(content, source: "m")
            #expect(room[Self.one].isOpen == isBack, "\(content)")
            if isBack { #expect(room[Self.one].priority == .p1) }
            if let note {
                #expect(room.records.last?.body == .noteAdded(NoteAdded(incident: Self.one, text: note)))
            } else if !isBack {
                #expect(room.records.count == count, "\(content)")
            }
            room.tell(.mode(ModeDeclared(mode: .replay)))
            #expect(room[Self.one].isOpen || room.tell(content, source: "n").failure == .known)
        }
    }

    @Test("A crew that calls for help does not count for the plan of what it was sent to")
    func crewInDanger() {
        var room = Room.open()
        RelationTests.call(&room, "c1", .p3)
        room.must(.assign(Self.one, [Room.car1], divert: false))
        let plans = ResponsePlans([
            ResponsePlan(
                name: "car", types: [], downTo: .p5, requirements: [PlanRequirement(kinds: [.vehiclePatrol], count: 1)])
        ])
        #expect(plans.shortfall(of: room[Self.one], on: room.board, present: [.vehiclePatrol]) == nil)
        room.must(.emergency(Room.car1))
        #expect(plans.shortfall(of: room[Self.one], on: room.board, present: [.vehiclePatrol])?.sent == 0)
    }
}
