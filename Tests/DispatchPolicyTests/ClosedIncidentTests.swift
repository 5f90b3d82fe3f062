import DispatchModel
import DispatchPolicy
import Testing

/// What feeds say of incidents that are closed here or were merged here.
@Suite("A feed's word about a merged or closed incident")
struct ClosedIncidentTests {
    private static let one = IncidentID(rawValue: 1)
    private static let two = IncidentID(rawValue: 2)
    private static let three = IncidentID(rawValue: 3)

    private func key(_ id: String) -> IncidentReference { .source(SourceKey(source: "log", id: id)) }

    /// Two calls, the second merged into the first, which has a unit. Reports have the record's key, as in a log, or none.
    private func merged(keyed: Bool = true) -> Room {
        var room = Room.open()
        for (id, priority) in [("c1", Priority.p2), ("c2", .p3)] {
            let key = SourceKey(source: "log", id: id)
            let report = Report(at: room.now, text: id, source: keyed ? key : nil)
            let call = IncidentReported(
                type: "robbery", priority: priority, place: Place(text: "x"), report: report, source: key)
            room.tell(.incident(call), source: id)
        }
        room.must(.assign(Self.one, [Room.car1], divert: false))
        room.must(.merge(Self.two, into: Self.one))
        room.wait(.minutes(1))
        return room
    }

    /// A call that was closed a minute ago.
    private func closed() -> Room {
        var room = Room.open()
        RelationTests.call(&room, "c1")
        room.wait(.minutes(1))
        room.tell(.closed(key("c1"), disposition: "GOA", stated: room.now))
        room.wait(.minutes(1))
        return room
    }

    @Test("The end of a merged record is told and ends nothing; the end of the other one ends it")
    func closingTheDuplicate() {
        for keyed in [true, false] {
            var room = merged(keyed: keyed)
            room.tell(.closed(key("c2"), disposition: "duplicate", stated: room.now))
            #expect(room[Self.one].isOpen)
            #expect(room[Room.car1].incident == Self.one)
            #expect(room.records.last?.body == .noteAdded(NoteAdded(incident: Self.one, text: "#2: duplicate")))
            room.tell(.closed(key("c1"), disposition: "ADV", stated: room.now))
            #expect(!room[Self.one].isOpen)
            #expect(room[Room.car1].isFree)
            #expect(room.tell(.closed(key("c2"), disposition: "ADV", stated: room.now)).failure == .known)
        }
    }

    @Test("What is said of a merged record lowers, moves and renames nothing; a more urgent priority counts")
    func revisingTheDuplicate() {
        var room = merged()
        let before = room[Self.one]
        let change = IncidentTriaged(type: "noise", priority: .p5, place: Place(text: "elsewhere"), beat: "B02")
        room.tell(.revised(key("c2"), change))
        let after = room[Self.one]
        #expect(after.type == before.type && after.priority == before.priority)
        #expect(after.place == before.place && after.beat == before.beat)
        #expect(
            room.records.last?.body
                == .noteAdded(NoteAdded(incident: Self.one, text: "#2: noise, elsewhere, B02, P5")))
        room.tell(.revised(key("c2"), IncidentTriaged(priority: .p1)))
        #expect(room[Self.one].priority == .p1)
        room.must(.gradeDispute(Self.one, .orange))
        #expect(room.tell(.disputeGraded(key("c2"), .blue)).failure == .known)
        room.tell(.disputeGraded(key("c2"), .red))
        #expect(room[Self.one].dispute?.grade == .red)
    }

    @Test("Units and reports of a merged record go to the incident that carries it, closed or not")
    func servingTheDuplicate() {
        var room = merged()
        room.tell(RelationTests.milestone("c2", "3A12", .arrived, room.now))
        #expect(room[Room.car2].incident == Self.one)
        room.must(.close(Self.one, disposition: "X"))
        room.wait(.minutes(1))
        room.tell(.report(key("c2"), Report(at: room.now, text: "they are back")), source: "r1")
        #expect(room[Self.one].isWaiting)
        #expect(!room[Self.two].isOpen)
        room.must(.close(Self.one, disposition: "X"))
        room.wait(.minutes(1))
        room.tell(.reopened(key("c2"), reason: "back", stated: room.now))
        #expect(room[Self.one].isOpen)
    }

    @Test("What was merged and is split off again takes its record along")
    func splitting() throws {
        for (isRestored, keyed) in [(false, true), (true, true), (false, false), (true, false)] {
            var room = merged(keyed: keyed)
            room.must(.split(Self.one, reports: room[Self.two].reports.map(\.number)))
            if isRestored { room.board = try Board(encoded: room.board.encoded()) }
            room.tell(RelationTests.milestone("c2", "3A12", .assigned, room.now))
            #expect(room[Room.car2].incident == Self.three)
            room.tell(.report(key("c2"), Report(at: room.now, text: "more")), source: "r1")
            #expect(room[Self.three].reports.map(\.text) == ["c2", "more"])
            #expect(room[Self.one].reports.map(\.text) == ["c1"])
        }
        var room = merged()
        room.must(.split(Self.one, reports: room[Self.two].reports.map(\.number)))
        room.must(.undo)
        #expect(room.board.survivor(of: Self.two)?.id == Self.one)
    }

    @Test(
        "A unit sent to a closed incident, or seen there, brings it back",
        arguments: [Milestone.assigned, .enRoute, .arrived, .transporting])
    func sentToClosed(milestone: Milestone) {
        var room = closed()
        room.tell(RelationTests.milestone("c1", "3A11", milestone, room.now - .seconds(10)))
        #expect(room[Self.one].isOpen)
        #expect(room[Self.one].reopened == room.now - .seconds(10))
        #expect(room[Room.car1].incident == Self.one)
        #expect(!room[Room.car1].isFree)
        #expect(room.tell(.closed(key("c1"), disposition: "X", stated: room.now - .seconds(20))).failure == .known)
        #expect(room[Self.one].isOpen, "an older end ends it no more")
        room.tell(.closed(key("c1"), disposition: "X", stated: room.now))
        #expect(!room[Self.one].isOpen)
    }

    @Test("What is of before its end is kept there and brings nothing back")
    func lateForClosed() {
        for milestone in [Milestone.assigned, .enRoute, .arrived, .transporting, .cleared] {
            var room = closed()
            let before = Meaning(room.board).units
            room.tell(RelationTests.milestone("c1", "3A11", milestone, room.now - .minutes(2) + .seconds(30)))
            #expect(!room[Self.one].isOpen, "\(milestone)")
            #expect(room[Self.one].assignments.count == 1)
            #expect(room[Self.one].openAssignments.isEmpty)
            #expect(Meaning(room.board).units == before, "\(milestone)")
        }
        var room = closed()
        room.tell(.report(key("c1"), Report(at: room.now - .seconds(90), text: "late")), source: "r1")
        #expect(!room[Self.one].isOpen)
        #expect(room[Self.one].reports.count == 2)
        #expect(room.tell(.reopened(key("c1"), reason: "x", stated: room.now - .seconds(90))).failure == .known)
    }

    @Test("A report brings it back, unless the same message says that it has ended; an end is no other end")
    func reportedAgain() throws {
        var room = closed()
        room.tell(.report(key("c1"), Report(at: room.now, text: "written up"), isLast: true), source: "r1")
        #expect(!room[Self.one].isOpen)
        room.tell(.report(key("c1"), Report(at: room.now, text: "they are back")), source: "r2")
        #expect(room[Self.one].isWaiting)
        room = closed()
        let again = IncidentReported(
            type: "robbery", place: Place(text: "x"), report: Report(at: room.now, text: "again"),
            source: SourceKey(source: "log", id: "c1"))
        room.tell(.incident(again), source: "m2")
        #expect(room[Self.one].isWaiting)
        #expect(room[Self.one].reports.count == 2)
        #expect(room.tell(.reopened(key("c1"), reason: "x", stated: room.now)).failure == .known, "it is open")
    }

    @Test("A feed opens it again, with its reason; a recording's own endings stand")
    func reopening() {
        var room = closed()
        room.tell(.reopened(key("c1"), reason: "suspect returned", stated: room.now))
        #expect(room[Self.one].isWaiting)
        guard case .incidentReopened(let event)? = room.records.last?.body else {
            Issue.record("not opened again")
            return
        }
        #expect(event.reason == "suspect returned")
        room = closed()
        room.tell(.mode(ModeDeclared(mode: .replay)))
        room.tell(RelationTests.milestone("c1", "3A11", .assigned, room.now))
        room.tell(.report(key("c1"), Report(at: room.now, text: "more")), source: "r1")
        #expect(!room[Self.one].isOpen)
        #expect(room[Self.one].reports.count == 2)
    }

    @Test("The end that is told late is of when it was; units heard of since are cleared no earlier")
    func lateEnd() {
        var room = Room.open()
        RelationTests.call(&room, "c1")
        let start = room.now
        room.tell(RelationTests.milestone("c1", "3A11", .assigned, start + .seconds(10)))
        room.tell(RelationTests.milestone("c1", "3A11", .arrived, start + .seconds(50)))
        room.wait(.minutes(5))
        room.tell(.closed(key("c1"), disposition: "X", stated: start + .seconds(40)))
        #expect(room[Self.one].closed == start + .seconds(40))
        #expect(room[Self.one].assignments.map(\.cleared) == [start + .seconds(50)])
    }
}

@Suite("Calls booked ahead")
struct BookedCallTests {
    @Test("A call of a time that has not come does not wait in the queue")
    func ahead() {
        for (minutes, failure) in [(0, Ignored?.none), (5, nil), (20, .ahead), (240, .ahead)] {
            var room = Room.open()
            let call = IncidentReported(
                type: "escort", place: Place(text: "x"), received: room.now + .minutes(Int64(minutes)),
                source: SourceKey(source: "log", id: "s"))
            #expect(room.tell(.incident(call), source: "s").failure == failure, "\(minutes) min")
            #expect(room.board.incidents.count == (failure == nil ? 1 : 0))
        }
    }
}
