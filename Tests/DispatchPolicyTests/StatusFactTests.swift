import DispatchModel
import DispatchPolicy
import TestSupport
import Testing

/// What units say they do: kept in its time, whatever came before it or was refused.
@Suite("A status is a fact")
struct StatusFactTests {
    /// One thing that a unit says: a milestone of a call, or a status of no call.
    private struct Word {
        var call: String?
        var milestone = Milestone.assigned
        var status = UnitStatus.available
        var at: Int64

        init(_ call: String, _ milestone: Milestone, _ at: Int64) {
            (self.call, self.milestone, self.at) = (call, milestone, at)
        }

        init(_ status: UnitStatus, _ at: Int64) { (self.status, self.at) = (status, at) }
    }

    /// Says words in an order, each with what its sender had said before it.
    private func say(_ words: [Word], in room: inout Room, by callsign: String = "3A11") {
        var newest = Int64.min
        var free: Timestamp?
        for word in words {
            let (stated, isOvertaken) = (Room.start + .seconds(word.at), word.at < newest)
            newest = max(newest, word.at)
            guard let call = word.call else {
                if word.status == .available { free = stated }
                room.tell(
                    .status(callsign: callsign, status: word.status, stated: stated, isOvertaken: isOvertaken))
                continue
            }
            room.tell(
                .milestone(
                    MilestoneObservation(
                        incident: .source(SourceKey(source: "log", id: call)), callsign: callsign,
                        milestone: word.milestone, stated: stated, isOvertaken: isOvertaken, freeSince: free)))
        }
    }

    private func times(_ assignment: Assignment) -> [Milestone: Int64] {
        var times: [Milestone: Int64] = [:]
        for milestone in Milestone.allCases {
            if let at = assignment[milestone] { times[milestone] = (at - Room.start).seconds }
        }
        return times
    }

    /// A room with two calls, some minutes on.
    private func room() -> Room {
        var room = Room.open()
        RelationTests.call(&room, "c1")
        RelationTests.call(&room, "c2")
        room.wait(.minutes(10))
        return room
    }

    private static let one = IncidentID(rawValue: 1)
    private static let two = IncidentID(rawValue: 2)

    @Test(
        "Without a dispatch it is an assignment: on scene, on the way, transporting",
        arguments: [
            (Milestone.enRoute, UnitStatus.enRoute, IncidentStage.assigned), (.arrived, .onScene, .handled),
            (.transporting, .transporting, .assigned),
        ])
    func onView(milestone: Milestone, status: UnitStatus, stage: IncidentStage) {
        var room = room()
        say([Word("c1", milestone, 60)], in: &room)
        #expect(room[Room.car1].status == status)
        #expect(room[Room.car1].statusSince == Room.start + .seconds(60))
        #expect(room[Room.car1].incident == Self.one)
        #expect(room[Self.one].stage == stage)
        #expect(room[Self.one].assignments.map(times) == [[milestone: 60]], "nobody sent it")
    }

    @Test("Clear without an assignment ends what the unit did, and leaves what it does elsewhere")
    func clearedUnsent() {
        var room = room()
        room.tell(.status(callsign: "3A11", status: .onScene))
        say([Word("c1", .cleared, 700)], in: &room)
        #expect(room[Room.car1].isFree)
        #expect(room[Self.one].openAssignments.isEmpty)
        #expect(room[Self.one].isWaiting)
        room.must(.assign(Self.two, [Room.car2], divert: false))
        let before = Meaning(room.board).units
        say([Word("c1", .cleared, 710)], in: &room, by: "3A12")
        #expect(Meaning(room.board).units == before, "it is busy elsewhere and stays so")
    }

    @Test("Seen elsewhere it has left: what it had not reached waits again, what it had is done")
    func elsewhere() {
        var room = room()
        room.must(.assign(Self.two, [Room.car1], divert: false))
        say([Word("c1", .arrived, 660)], in: &room)
        #expect(room[Room.car1].incident == Self.one)
        #expect(room[Room.car1].status == .onScene)
        #expect(room[Self.two].isWaiting)
        #expect(room[Self.two].assignments[0].withdrawn != nil)
        say([Word("c2", .arrived, 720)], in: &room)
        #expect(room[Room.car1].incident == Self.two)
        #expect(room[Self.one].assignments[0].cleared == Room.start + .seconds(720))
    }

    @Test("In whatever order they come, the board ends as if they had come in order")
    func anyOrder() {
        let words = [
            Word("c1", .assigned, 10), Word("c1", .enRoute, 20), Word("c1", .arrived, 30),
            Word("c1", .transporting, 40), Word("c1", .cleared, 50),
        ]
        let seed: UInt64 = 20_261_130
        var random = Seeded(seed)
        for _ in 0..<400 {
            let said = words.filter { _ in !random.once(in: 4) }
            var (ordered, mixed) = (room(), room())
            say(said, in: &ordered)
            let order = said.shuffled(using: &random)
            say(order, in: &mixed)
            let what = "seed \(seed): \(order.map(\.milestone))"
            #expect(mixed[Self.one].assignments.map(times) == ordered[Self.one].assignments.map(times), "\(what)")
            #expect(mixed[Room.car1].status == ordered[Room.car1].status, "\(what)")
            #expect(mixed[Room.car1].statusSince == ordered[Room.car1].statusSince, "\(what)")
            #expect(mixed[Room.car1].incident == ordered[Room.car1].incident, "\(what)")
            #expect(!mixed[Self.one].timesBackwards, "\(what)")
        }
    }

    @Test("What its sender has overtaken sets no unit back")
    func overtaken() {
        var room = room()
        say([Word(.available, 100), Word("c1", .assigned, 40)], in: &room)
        #expect(room[Room.car1].isFree, "it has said since that it is free")
        #expect(room[Self.one].assignments.map(times) == [[.assigned: 40, .cleared: 100]])
        room = self.room()
        say([Word(.clear, 100), Word("c1", .assigned, 40), Word("c1", .enRoute, 50)], in: &room)
        #expect(room[Room.car1].status == .clear)
        #expect(room[Self.one].assignments.map(times) == [[.assigned: 40, .enRoute: 50, .cleared: 100]])
        room = self.room()
        say([Word("c2", .arrived, 100), Word("c1", .assigned, 40)], in: &room)
        #expect(room[Room.car1].incident == Self.two)
        #expect(room[Room.car1].status == .onScene)
        #expect(room[Self.one].assignments.map(times) == [[.assigned: 40]])
        room = self.room()
        say([Word("c1", .assigned, 10), Word("c1", .arrived, 90), Word(.enRoute, 50)], in: &room)
        #expect(room[Room.car1].status == .onScene)
        #expect(room[Self.one].assignments.map(times) == [[.assigned: 10, .enRoute: 50, .arrived: 90]])
        say([Word(.clear, 200), Word(.available, 150)], in: &room)
        #expect(room[Room.car1].status == .clear)
        #expect(room[Self.one].openAssignments.count == 1)
    }

    @Test("A call for help is heard however late it comes, and no older word ends it")
    func emergency() {
        var room = room()
        say([Word("c1", .assigned, 10), Word("c1", .arrived, 100), Word(.emergency, 40)], in: &room)
        #expect(room[Room.car1].status == .emergency)
        #expect(room.board.alerts.elements.count { $0.kind == .emergency } == 1)
        room.wait(.seconds(100))
        say([Word(.available, 750), Word(.available, 500), Word(.onScene, 400)], in: &room)
        #expect(room[Room.car1].status == .available, "its own newer word does")
        room = self.room()
        say([Word(.emergency, 100), Word(.available, 50), Word("c1", .arrived, 60)], in: &room)
        #expect(room[Room.car1].status == .emergency)
    }

    @Test("A repetition of an assignment that has ended, and what was reached before it was taken back, is known")
    func repetitions() {
        var room = room()
        say([Word("c1", .assigned, 10), Word("c1", .cleared, 50)], in: &room)
        let count = room.records.count
        say([Word("c1", .assigned, 10)], in: &room)
        say([Word("c1", .assigned, 12)], in: &room)
        #expect(room.records.count == count)
        #expect(room[Room.car1].isFree)
        say([Word("c1", .assigned, 60)], in: &room)
        #expect(room[Self.one].openAssignments.count == 1, "sent there again")
        room.must(.withdraw(Room.car1, reason: ""))
        say([Word("c1", .assigned, 60), Word("c1", .arrived, 70)], in: &room)
        #expect(room[Self.one].openAssignments.isEmpty)
        say([Word("c1", .arrived, 660)], in: &room)
        #expect(room[Self.one].openAssignments.count == 1, "it is there all the same")
    }

    @Test("An earlier assignment takes what is of its time while a later one is open")
    func twice() {
        var room = room()
        say([Word("c1", .assigned, 10), Word("c1", .cleared, 50), Word("c1", .assigned, 60)], in: &room)
        say([Word("c1", .arrived, 30)], in: &room)
        #expect(
            room[Self.one].assignments.map(times) == [[.assigned: 10, .arrived: 30, .cleared: 50], [.assigned: 60]])
        #expect(room[Room.car1].status == .dispatched)
    }

    @Test("A unit that the board does not have pushes nothing out")
    func unknownUnit() {
        var room = room()
        #expect(
            room.tell(RelationTests.milestone("c1", "9Z9", .arrived, Room.start + .seconds(90))).failure
                == .unknownUnit("9Z9"))
        room.enlist("9Z9", .vehiclePatrol, "B01", 31.2)
        say([Word("c1", .assigned, 10)], in: &room, by: "9Z9")
        #expect(room.board.unit(callsign: "9Z9")?.status == .dispatched)
    }
}
