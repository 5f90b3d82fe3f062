import DispatchModel
import DispatchPolicy
import Testing

@Suite("Units: divert, clear, hold, reopen, emergency")
struct UnitCommandTests {
    @Test("A divert is refused without the word, and with it the old incident waits again")
    func divert() {
        var room = Room.open()
        let old = room.incident("noise", .p4)
        let new = room.incident("robbery", .p1)
        room.must(.assign(old, [Room.car1], divert: false))
        let busy = Rejection.unitBusy(Room.car1, status: .dispatched, incident: old)
        #expect(room.order(.assign(new, [Room.car1], divert: false)).failure == busy)
        let before = Meaning(room.board)
        room.wait(.minutes(1))
        room.must(.assign(new, [Room.car1], divert: true))
        #expect(room[old].isWaiting)
        #expect(room[old].stage == .triaged)
        #expect(room[old].progress == .waiting)
        #expect(room[old].assignments[0].withdrawn == room.now)
        #expect(room[Room.car1].incident == new)
        #expect(room[Room.car1].statusSince == room.now)
        room.must(.undo)
        #expect(Meaning(room.board) == before)
    }

    @Test("A unit that is done at its scene is cleared there, not taken away")
    func divertClear() {
        var room = Room.open()
        let old = room.incident()
        let new = room.incident()
        room.must(.assign(old, [Room.car1], divert: false))
        room.must(.advance(Room.car1, .arrived, disposition: ""))
        room.must(.setStatus(Room.car1, .clear, reason: ""))
        #expect(room.order(.assign(new, [Room.car1], divert: false)).failure != nil)
        room.must(.assign(new, [Room.car1], divert: true))
        #expect(room[old].assignments[0].withdrawn == nil)
        #expect(room[old].assignments[0].cleared == room.now)
        #expect(room[old].progress == .noUnit)
    }

    @Test("A disposition closes the incident only with its last unit")
    func clearWithDisposition() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1, Room.car2], divert: false))
        room.must(.advance(Room.car1, .cleared, disposition: "REPORT"))
        #expect(room[one].isOpen)
        #expect(room[Room.car1].isFree)
        room.must(.advance(Room.car2, .cleared, disposition: "REPORT"))
        #expect(!room[one].isOpen)
        #expect(room[one].disposition == "REPORT")
    }

    @Test("Withdrawing the last unit makes the incident wait, withdrawing one of two does not")
    func withdraw() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1, Room.car2], divert: false))
        room.must(.advance(Room.car2, .arrived, disposition: ""))
        room.must(.withdraw(Room.car1, reason: "not needed"))
        #expect(room[one].stage == .handled)
        room.must(.withdraw(Room.car2, reason: "wrong place"))
        #expect(room[one].stage == .triaged)
        #expect(room[one].isWaiting)
    }

    @Test("A hold ends when it is released, when a unit is sent, and when the incident is closed")
    func hold() {
        var room = Room.open()
        let until = room.now + .minutes(15)
        for end in [Command.releaseHold(IncidentID(rawValue: 1)), .close(IncidentID(rawValue: 1), disposition: "X")] {
            room = Room.open()
            let one = room.incident()
            room.must(.hold(one, until: until, reason: "no unit"))
            #expect(room[one].held)
            #expect(room[one].heldUntil == until)
            #expect(room[one].progress == .held)
            room.must(end)
            #expect(!room[one].held)
            #expect(room[one].heldUntil == nil)
        }
        let one = room.incident()
        room.must(.hold(one, until: nil, reason: ""))
        room.must(.assign(one, [Room.car1], divert: false))
        #expect(!room[one].held)
    }

    @Test("Reopening sends nobody back")
    func reopen() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1], divert: false))
        room.must(.advance(Room.car1, .arrived, disposition: ""))
        room.must(.close(one, disposition: "REPORT"))
        room.must(.reopen(one, reason: "he is back"))
        #expect(room[one].isWaiting)
        #expect(room[one].disposition.isEmpty)
        #expect(room[one].closed == nil)
        #expect(room[Room.car1].isFree)
        #expect(room[Room.car1].incident == nil)
    }

    @Test("Emergency: status, incident and alert in one action; leaving it clears the alert")
    func emergency() {
        var room = Room.open()
        room.startClocks()
        let task = room.incident()
        room.must(.assign(task, [Room.car1], divert: false))
        room.must(.emergency(Room.car1))
        let call = IncidentID(rawValue: 2)
        let alert = AlertID(rawValue: 1)
        #expect(room[Room.car1].status == .emergency)
        #expect(room[Room.car1].incident == task)
        #expect(room[call].priority == .p1)
        #expect(room[call].type == Policy().emergencyType)
        #expect(room[call].linked == [task])
        #expect(room[call].place.point == Room.point(31.2, 121.4))
        #expect(room.board.alerts[alert]?.severity == .high)
        #expect(room.board.alerts[alert]?.incident == call)
        room.tick()
        #expect(room.board.alerts[alert]?.active == true)
        room.must(.setStatus(Room.car1, .onScene, reason: ""))
        #expect(room.tick() == [.alertCleared(AlertCleared(alert: alert, at: room.now))])
        #expect(room.board.alerts[alert]?.state == .returnedUnacknowledged)
    }

    @Test("Help goes to where the officer is: not to where they were going while they are heard somewhere else")
    func emergencyPlace() {
        let far = Room.point(31.4, 121.4)
        let scene = Place(text: "Mission St", point: Room.point(31.25, 121.4))
        func place(_ milestones: [Milestone], heard: GeoPoint?) -> Place {
            var room = Room.open()
            room.must(.assign(room.incident(latitude: 31.25), [Room.car1], divert: false))
            for milestone in milestones { room.must(.advance(Room.car1, milestone, disposition: "")) }
            if let heard { room.board.hear(Room.car1, at: heard, when: room.now) }
            room.must(.emergency(Room.car1))
            return room[IncidentID(rawValue: 2)].place
        }
        let post = Room.open()[Room.car1].dutyPoint
        let name = "Mission St"
        let rows: [([Milestone], GeoPoint?, Place)] = [
            ([], nil, Place(text: "\(post.text) → \(name)", point: post.point)),
            ([.enRoute], nil, Place(text: "→ \(name)", point: scene.point)),
            ([.enRoute], far, Place(text: "31.4000, 121.4000 → \(name)", point: far)),
            ([.enRoute], scene.point, scene), ([.enRoute], post.point, post), ([.arrived], nil, scene),
            ([.arrived], far, Place(text: name, point: far)),
        ]
        for (milestones, heard, expected) in rows {
            #expect(place(milestones, heard: heard) == expected, "\(milestones)")
        }
    }

    @Test("Only a status set on purpose ends an emergency: not closing, clearing, withdrawing or what a log says")
    func emergencyLasts() {
        let ends: [Command] = [
            .close(IncidentID(rawValue: 1), disposition: "X"), .advance(Room.car1, .cleared, disposition: ""),
            .withdraw(Room.car1, reason: ""), .advance(Room.car1, .arrived, disposition: ""),
        ]
        for end in ends {
            var room = Room.open()
            let one = room.incident()
            room.must(.assign(one, [Room.car1], divert: false))
            room.must(.emergency(Room.car1))
            room.must(end)
            #expect(room[Room.car1].status == .emergency, "\(end)")
        }
        var room = Room.open()
        let one = room.incident()
        room.must(.emergency(Room.car1))
        let sent = MilestoneObservation(
            incident: .number(one), callsign: "3A11", milestone: .assigned, stated: room.now)
        room.tell(.milestone(sent))
        #expect(room[Room.car1].status == .emergency)
        #expect(room[Room.car1].incident == one)
    }

    @Test("Undoing an emergency pressed by mistake ends its alert, answered")
    func emergencyUndone() {
        var room = Room.open()
        room.startClocks()
        room.must(.emergency(Room.resting))
        room.must(.undo)
        #expect(room[Room.resting].status == .outOfService)
        #expect(room.board.alerts.count == 0)
        #expect(!room[IncidentID(rawValue: 1)].isOpen)
        room.wait(.minutes(10))
        #expect(room.tick().isEmpty)
    }
}
