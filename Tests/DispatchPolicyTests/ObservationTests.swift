import DispatchModel
import DispatchPolicy
import Testing

@Suite("Observations")
struct ObservationTests {
    private func report(_ source: String, _ callsign: String, _ milestone: Milestone, _ at: Timestamp?)
        -> Observation.Content
    {
        RelationTests.milestone(source, callsign, milestone, at)
    }

    @Test("As recorded: a log moves the board through an incident's whole life")
    func lifeCycle() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let start = room.now
        let steps: [(Milestone, UnitStatus, IncidentStage)] = [
            (.assigned, .dispatched, .assigned), (.acknowledged, .dispatched, .assigned),
            (.enRoute, .enRoute, .assigned), (.arrived, .onScene, .handled), (.feedback, .onScene, .handled),
            (.transporting, .transporting, .handled), (.atDestination, .transporting, .handled),
            (.cleared, .available, .handled),
        ]
        for (number, (milestone, status, stage)) in steps.enumerated() {
            room.wait(.seconds(30))
            room.tell(report("c1", "3A11", milestone, room.now), source: "c1/\(milestone)")
            #expect(room[Room.car1].status == status, "\(milestone)")
            #expect(room[one].stage == stage, "\(milestone)")
            #expect(room[one].assignments[0][milestone] == start + .seconds(30 * Int64(number + 1)))
        }
        let key = SourceKey(source: "log", id: "c1")
        room.tell(.closed(.source(key), disposition: "ADV"))
        #expect(room[one].disposition == "ADV")
        #expect(room[Room.car1].incident == nil)
        #expect(!room[one].timesBackwards)
    }

    @Test("Facts win over the rules: a unit off duty is sent, one busy elsewhere too, a closed call gets a unit")
    func factsWin() throws {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let two = RelationTests.call(&room, "c2")
        #expect(try room.tell(report("c1", "3A19", .assigned, room.now)).get().count == 1)
        #expect(room[Room.resting].status == .dispatched)
        #expect(try room.tell(report("c1", "3A19", .transporting, room.now)).get().count == 1)
        #expect(room[Room.resting].status == .transporting)
        #expect(try room.tell(report("c2", "3A19", .assigned, nil)).get().count == 1)
        #expect(room[Room.resting].incident == two)
        #expect(room[two].assignments[0].assigned == nil)
        room.must(.close(one, disposition: "X"))
        #expect(room[Room.resting].incident == two, "it was sent on before")
        #expect(try room.tell(report("c1", "3A11", .assigned, room.now)).get().first?.kind == .unitAssigned)
        #expect(room[one].stage == .closed, "sent before its end")
        #expect(room[Room.car1].isFree)
    }

    @Test("What the board knows or cannot place is counted by reason")
    func ignored() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let key = SourceKey(source: "log", id: "c1")
        let unknown = SourceKey(source: "log", id: "c9")
        let call = IncidentReported(type: "robbery", place: Place(text: "x"), source: key)
        room.tell(report("c1", "3A11", .assigned, room.now))
        room.tell(report("c1", "3A11", .enRoute, room.now))
        room.tell(.report(.source(key), Report(text: "more")), source: "r1")
        let unit = UnitRegistered(
            callsign: "3A11", kind: .vehiclePatrol, homeBeat: "B01",
            dutyPoint: Place(text: "post 3A11", point: Room.point(31.2, 121.4)))
        let rows: [(Observation.Content, String?, Ignored)] = [
            (.incident(call), nil, .known), (.incident(IncidentReported()), "c1", .known),
            (.report(.source(key), Report(text: "more")), "r1", .known),
            (.report(.source(unknown), Report()), nil, .unknownIncident),
            (.report(.number(IncidentID(rawValue: 9)), Report()), nil, .unknownIncident),
            (report("c9", "3A11", .arrived, room.now), nil, .unknownIncident),
            (report("c1", "9Z99", .arrived, room.now), nil, .unknownUnit("9Z99")),
            (report("c1", "3A12", .feedback, room.now), nil, .noAssignment),
            (report("c1", "3A12", .arrived, nil), nil, .noAssignment),
            (report("c1", "3A11", .arrived, nil), nil, .noAssignment),
            (report("c1", "3A11", .assigned, room.now), nil, .known),
            (report("c1", "3A11", .enRoute, room.now), nil, .known),
            (.status(callsign: "3A12", status: .available), nil, .known),
            (.status(callsign: "9Z99", status: .available), nil, .unknownUnit("9Z99")),
            (.closed(.source(unknown), disposition: ""), nil, .unknownIncident),
            (.unit(unit), nil, .known), (.mode(room.board.mode), nil, .known),
            (.beat(room.board.beats.elements[0]), nil, .known),
            (.position(callsign: "3A11", point: GeoPoint(), at: room.now), nil, .known),
        ]
        let count = room.records.count
        for (content, source, reason) in rows {
            #expect(room.tell(content, source: source).failure == reason, "\(content)")
        }
        #expect(room.records.count == count)
        room.must(.withdraw(Room.car1, reason: ""))
        #expect(room.tell(report("c1", "3A11", .arrived, room.now)).failure == .noAssignment)
        room.must(.close(one, disposition: "X"))
        #expect(room.tell(.closed(.source(key), disposition: "")).failure == .known)
    }

    @Test("A live room that begins again after an hour's silence says so once more; at once, or a recording, does not")
    func beginsAgain() {
        var room = Room.open()
        #expect(room.tell(.mode(room.board.mode)).failure == .known)
        room.wait(.minutes(61))
        #expect(room.tell(.mode(room.board.mode)).failure == nil)
        #expect(room.tell(.mode(room.board.mode)).failure == .known)
        room.tell(.mode(ModeDeclared(mode: .replay)))
        room.wait(.hours(30))
        #expect(room.tell(.mode(room.board.mode)).failure == .known)
    }

    @Test("A call whose sender states no priority has that of its type, if the room names one")
    func usualPriority() {
        var room = Room.open()
        room.tell(.type(TypeDefined(code: "knife", english: "knife", priority: .p1)))
        room.tell(.type(TypeDefined(code: "noise", english: "noise")))
        let rows: [(type: String, isStated: Bool, priority: Priority)] = [
            ("knife", false, .p1), ("knife", true, .p4), ("noise", false, .p4), ("other", false, .p4),
        ]
        for (number, row) in rows.enumerated() {
            let key = SourceKey(source: "log", id: "p\(number)")
            let call = IncidentReported(type: row.type, priority: .p4, place: Place(text: "x"), source: key)
            room.tell(.incident(call, isPriorityStated: row.isStated))
            #expect(room.board.incident(source: key)?.priority == row.priority, "\(row)")
        }
    }

    @Test("Later milestones of the first incident do not touch the unit's second one")
    func twoAtOnce() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let two = RelationTests.call(&room, "c2")
        room.tell(report("c1", "3A11", .assigned, room.now))
        room.tell(report("c2", "3A11", .assigned, room.now))
        for milestone in [Milestone.enRoute, .arrived, .transporting, .cleared] {
            room.wait(.seconds(10))
            room.tell(report("c1", "3A11", milestone, room.now))
            #expect(room[Room.car1].incident == two)
            #expect(room[Room.car1].status == .dispatched)
        }
        #expect(room[one].assignments[0].cleared == room.now)
        room.tell(report("c2", "3A11", .cleared, room.now))
        #expect(room[Room.car1].isFree)
        #expect(room[Room.car1].incident == nil)
    }

    @Test("A unit that a log left assigned can be sent there again")
    func staleAssignment() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        room.tell(report("c1", "3A11", .assigned, room.now))
        RelationTests.call(&room, "c2")
        room.tell(report("c2", "3A11", .assigned, room.now))
        room.tell(report("c2", "3A11", .cleared, room.now))
        #expect(room[Room.car1].isFree)
        room.must(.assign(one, [Room.car1], divert: false))
        #expect(room[one].openAssignments.count == 1)
        #expect(room[Room.car1].assignment == room[one].openAssignments[0].id)
    }

    @Test("Milestones out of order are kept, marked, and never set a unit back")
    func outOfOrder() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        let start = room.now
        room.tell(report("c1", "3A11", .assigned, start))
        room.tell(report("c1", "3A11", .arrived, start + .minutes(5)))
        room.tell(report("c1", "3A11", .enRoute, start + .minutes(1)))
        #expect(room[Room.car1].status == .onScene)
        #expect(!room[one].timesBackwards, "heard late, but in order")
        room.tell(report("c1", "3A11", .cleared, start + .minutes(9)))
        room.tell(report("c1", "3A11", .transporting, start + .minutes(6)))
        #expect(room[one].assignments[0].transporting == start + .minutes(6), "heard after the unit was cleared")
        #expect(room[Room.car1].isFree)
        #expect(room.tell(report("c1", "3A11", .atDestination, start + .minutes(12))).failure == .noAssignment)
        room.tell(report("c1", "3A12", .assigned, start + .minutes(2)))
        room.tell(report("c1", "3A12", .arrived, start + .minutes(1)))
        #expect(room[one].timesBackwards)
        #expect(room[one].assignments[1].timesBackwards)
    }

    @Test("A crew's status moves its assignment; its call for help is the officer's emergency")
    func crewStatus() throws {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1, Room.car2], divert: false))
        room.wait(.minutes(1))
        room.tell(.status(callsign: "3A11", status: .enRoute), by: .crew("3A11"))
        #expect(room[one].assignments[0].enRoute == room.now)
        room.tell(.status(callsign: "3A11", status: .available), by: .crew("3A11"))
        #expect(room[one].assignments[0].cleared == room.now)
        #expect(room[Room.car1].incident == nil)
        room.tell(.status(callsign: "3A12", status: .outOfService), by: .crew("3A12"))
        #expect(room[one].isWaiting)
        let events = try room.tell(.status(callsign: "F1", status: .emergency), by: .crew("F1")).get()
        #expect(events.kinds == [.unitStatusChanged, .incidentReported, .alertRaised])
    }

    @Test("A closed call leaves no unit behind")
    func closedWithUnits() {
        var room = Room.open()
        let one = RelationTests.call(&room, "c1")
        room.tell(report("c1", "3A11", .assigned, room.now))
        room.tell(.closed(.source(SourceKey(source: "log", id: "c1")), disposition: "GOA"))
        #expect(room[one].openAssignments.isEmpty)
        #expect(room[Room.car1].isFree)
    }

    @Test("A unit's particulars change, its work does not")
    func enlistAgain() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1], divert: false))
        room.enlist("3A11", .vehiclePatrol, "B02", 31.3, status: .outOfService)
        #expect(room[Room.car1].homeBeat == "B02")
        #expect(room[Room.car1].status == .dispatched)
        #expect(room.board.units.count == 6)
    }

    @Test("Positions: the first, then at most one in a stated time")
    func sampler() {
        let point = Room.point(31, 121)
        let start = Timestamp(seconds: 1000)
        var unit = FieldUnit(id: Room.car1)
        #expect(PositionSampler().sample(unit: unit, point: point, at: start, every: .minutes(1)) != nil)
        unit.positionAt = start
        for (seconds, isKept) in [(-30, false), (0, false), (59, false), (60, true)] as [(Int64, Bool)] {
            let event = PositionSampler().sample(
                unit: unit, point: point, at: start + .seconds(seconds), every: .minutes(1))
            #expect((event != nil) == isKept)
        }
    }
}
