import DispatchModel
import DispatchPolicy
import Testing

@Suite("Merge, split and cross-reference lose no report")
struct RelationTests {
    static func milestone(
        _ source: String, _ callsign: String, _ milestone: Milestone, _ at: Timestamp?
    ) -> Observation.Content {
        .milestone(
            MilestoneObservation(
                incident: .source(SourceKey(source: "log", id: source)), callsign: callsign, milestone: milestone,
                stated: at))
    }

    @discardableResult
    static func call(_ room: inout Room, _ source: String, _ priority: Priority = .p2) -> IncidentID {
        let key = SourceKey(source: "log", id: source)
        let report = Report(at: room.now, text: source, source: key)
        room.tell(
            .incident(
                IncidentReported(
                    type: "robbery", priority: priority, place: Place(text: "Mission St"), beat: "B01",
                    received: room.now, report: report, stage: .triaged, source: key)), source: source)
        return IncidentID(rawValue: room.board.counters.incidents)
    }

    @Test("A merge takes reports, units with their times, and the more urgent priority along")
    func merge() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1", .p3)
        room.wait(.seconds(-60))
        let two = RelationTests.call(&room, "c2", .p1)
        room.must(.assign(two, [Room.car1], divert: false))
        room.wait(.seconds(90))
        room.must(.advance(Room.car1, .enRoute, disposition: ""))
        let moving = room.now
        room.wait(.seconds(90))
        room.must(.merge(two, into: one))
        #expect(room[one].reports.map(\.number) == [1, 2])
        #expect(room[one].priority == .p1)
        #expect(room[one].received == room[two].received)
        #expect(room[one].assignments.map(\.enRoute) == [moving])
        #expect(room[one].stage == .assigned)
        #expect(room[two].mergedInto == one)
        #expect(!room[two].isOpen)
        #expect(room[Room.car1].incident == one)
        #expect(room[Room.car1].status == .enRoute)
        #expect(room[Room.car1].statusSince == moving)
    }

    @Test("What a log says about the merged call goes to the survivor, and back after undo")
    func observationAfterMerge() throws {
        for isRestored in [false, true] {
            var room = Room.open()
            let one = RelationTests.call(&room, "c1")
            let two = RelationTests.call(&room, "c2")
            let three = RelationTests.call(&room, "c3")
            room.must(.assign(one, [Room.car1], divert: false))
            room.must(.merge(one, into: two))
            room.must(.merge(two, into: three))
            if isRestored { room.board = try Board(encoded: room.board.encoded()) }
            room.tell(RelationTests.milestone("c1", "3A11", .arrived, room.now), source: "m1")
            #expect(room[three].openAssignments.map(\.arrived) == [room.now])
            room.tell(.report(.source(SourceKey(source: "log", id: "c2")), Report(text: "x")), source: "r1")
            #expect(room[three].reports.map(\.number) == [3, 2, 1, 4])
            #expect(room.board.survivor(of: one)?.id == three)
        }
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let two = RelationTests.call(&room, "c2")
        room.must(.merge(one, into: two))
        room.must(.undo)
        room.tell(.report(.source(SourceKey(source: "log", id: "c1")), Report(text: "x")), source: "r1")
        #expect(room[one].reports.map(\.number) == [1, 3])
        #expect(room.board.incident(source: SourceKey(source: "log", id: "c1"))?.id == one)
    }

    @Test("A unit's own status survives a merge: done at the scene, in danger, busy elsewhere, at both")
    func unitsInMerge() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let two = RelationTests.call(&room, "c2")
        let three = RelationTests.call(&room, "c3")
        room.must(.assign(one, [Room.car1, Room.car2, Room.foot, Room.quick], divert: false))
        room.must(.advance(Room.car1, .arrived, disposition: ""))
        room.must(.setStatus(Room.car1, .clear, reason: ""))
        room.must(.emergency(Room.car2))
        room.tell(RelationTests.milestone("c3", "F1", .assigned, room.now), source: "m1")
        room.tell(RelationTests.milestone("c2", "Q1", .assigned, room.now), source: "m2")
        #expect(room[Room.foot].incident == three)
        let before = Meaning(room.board)
        room.wait(.minutes(1))
        room.must(.merge(one, into: two))
        #expect(room[Room.car1].status == .clear)
        #expect(room[Room.car1].incident == two)
        #expect(room[Room.car2].status == .emergency)
        #expect(room[Room.car2].incident == two)
        #expect(room[Room.foot].incident == three)
        #expect(room[Room.quick].incident == two)
        #expect(room[two].openAssignments.map(\.unit) == [Room.quick, Room.car1, Room.car2, Room.foot])
        #expect(room[one].openAssignments.isEmpty)
        room.must(.undo)
        #expect(Meaning(room.board) == before)
    }

    @Test("A split takes some reports to a new incident; undone, they and what came since go back")
    func split() throws {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        room.tell(.report(.number(one), Report(at: room.now, text: "a fire")), source: "r1")
        room.tell(.report(.number(one), Report(at: room.now, text: "a robbery")), source: "r2")
        let before = Meaning(room.board)
        room.must(.split(one, reports: [2]))
        let new = IncidentID(rawValue: 2)
        #expect(room[one].reports.map(\.number) == [1, 3])
        #expect(room[new].reports.map(\.number) == [2])
        #expect(room[new].linked == [one])
        #expect(room.board.incident(source: SourceKey(source: "log", id: "r1"))?.id == new)
        var undone = room
        undone.must(.undo)
        #expect(Meaning(undone.board).of(only: before) == before)
        #expect(undone.board.incident(source: SourceKey(source: "log", id: "r1"))?.id == one)
        let again = try Board(encoded: undone.board.encoded())
        #expect(again.incident(source: SourceKey(source: "log", id: "r1"))?.id == one)
        room.tell(.report(.number(new), Report(at: room.now, text: "still burning")), source: "r3")
        room.must(.undo)
        #expect(room[one].reports.map(\.number).sorted() == [1, 2, 3, 4])
        #expect(!room[new].isOpen)
    }

    @Test("Merge, then split off again what was merged")
    func mergeThenSplit() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let two = RelationTests.call(&room, "c2")
        room.must(.merge(two, into: one))
        room.must(.split(one, reports: [2]))
        #expect(room[one].reports.map(\.number) == [1])
        #expect(room[IncidentID(rawValue: 3)].reports.map(\.number) == [2])
    }

    @Test("A merged incident that is opened again has its reports back")
    func reopenMerged() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let two = RelationTests.call(&room, "c2")
        room.must(.assign(two, [Room.car1], divert: false))
        room.must(.merge(two, into: one))
        let before = Meaning(room.board)
        room.must(.reopen(two, reason: "another robbery"))
        #expect(room[one].reports.map(\.number) == [1])
        #expect(room[two].reports.map(\.number) == [2])
        #expect(room[two].mergedInto == nil)
        #expect(room[two].linked == [one])
        #expect(room[two].isWaiting)
        #expect(room[Room.car1].incident == one)
        var undone = room
        undone.must(.undo)
        #expect(Meaning(undone.board) == before)
        // Undone after somebody has reported it again, the new report goes where the others are.
        room.tell(.report(.number(two), Report(at: room.now, text: "me too")), source: "r1")
        room.must(.undo)
        #expect(room[one].reports.map(\.number) == [1, 2, 3])
        #expect(room.board.incident(source: SourceKey(source: "log", id: "r1"))?.id == one)
    }

    @Test("A report that has come back by a detour is not taken twice")
    func detour() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let two = RelationTests.call(&room, "c2")
        room.must(.merge(two, into: one))
        room.must(.split(one, reports: [2]))
        room.must(.reopen(two, reason: ""))
        room.must(.merge(two, into: IncidentID(rawValue: 3)))
        #expect(room[IncidentID(rawValue: 3)].reports.map(\.number) == [2])
    }
}
