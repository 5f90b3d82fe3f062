import DispatchModel
import DispatchPolicy
import Testing

@Suite("Undo")
struct UndoTests {
    @Test("Every command is taken back: what it touched means what it meant before", arguments: CommandTests.rows)
    func everyCommand(_ row: CommandTests.Row) throws {
        var room = Room.open()
        room.incident()
        row.prepare(&room)
        let before = Meaning(room.board)
        room.wait(.seconds(20))
        room.must(row.command)
        room.wait(.seconds(20))
        // A snapshot between the two changes nothing.
        room.board = try Board(encoded: room.board.encoded())
        let events = room.must(.undo)
        #expect(events.first?.kind == .actionUndone)
        var after = Meaning(room.board).of(only: before)
        if row.name == "add report" {
            // Said is said: the report stays, struck out in the timeline.
            #expect(after.incidents[0].reports.count == 2)
            after.incidents[0].reports.removeLast()
        }
        #expect(after == before)
        #expect(room.board.counters.unappliable == 0)
        for incident in room.board.incidents.elements where !before.incidents.contains(where: { $0.id == incident.id })
        {
            #expect(!incident.isOpen)
            #expect(incident.openAssignments.isEmpty)
        }
    }

    @Test("Every order about an alert is one that undo tells apart, and what is remembered says which it was")
    func orders() {
        let alert = AlertID(rawValue: 1)
        let commands: [Command] = [
            .acknowledge(alert, occurrence: 1, severity: .high), .reset(alert, occurrence: 1),
            .takeOutOfService(alert, occurrence: 1, severity: .high, reason: "x"), .showAlert(alert, .shelved),
            .raiseIncident(
                alert, occurrence: 1, severity: .high, NewIncident(type: "fire", priority: .p1, place: Place(text: "x"))
            ),
            .joinAlert(alert, IncidentID(rawValue: 1)),
        ]
        for command in commands {
            #expect(command.nature.alert == alert)
            #expect(ActionMemo(name: command.name).order != nil, "\(command.name)")
        }
        for order in UndoneOrder.allCases { #expect(ActionMemo(name: order.rawValue).order == order) }
        #expect(ActionMemo(name: "merge").order == nil)
    }

    @Test("Closing frees every unit, and undo brings them back exactly")
    func close() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1, Room.car2, Room.quick, Room.foot], divert: false))
        room.must(.advance(Room.car1, .enRoute, disposition: ""))
        room.wait(.minutes(4))
        room.must(.advance(Room.car1, .arrived, disposition: ""))
        room.must(.setStatus(Room.car1, .clear, reason: ""))
        let before = Meaning(room.board)
        room.wait(.minutes(1))
        room.must(.close(one, disposition: "REPORT"))
        for unit in [Room.car1, Room.car2, Room.quick, Room.foot] {
            #expect(room[unit].isFree)
            #expect(room[unit].incident == nil)
            #expect(room[unit].statusSince == room.now)
        }
        #expect(room[one].disposition == "REPORT")
        room.wait(.minutes(1))
        room.must(.undo)
        #expect(Meaning(room.board) == before)
    }

    @Test("Twice walks back two actions on the same incident, and then there is nothing left")
    func twice() {
        var room = Room.open()
        let empty = Meaning(room.board)
        let one = room.incident()
        let created = Meaning(room.board)
        room.must(.assign(one, [Room.car1], divert: false))
        let assigned = Meaning(room.board)
        room.must(.advance(Room.car1, .enRoute, disposition: ""))
        room.must(.undo)
        #expect(Meaning(room.board) == assigned)
        room.must(.undo)
        #expect(Meaning(room.board) == created)
        room.must(.undo)
        #expect(Meaning(room.board).of(only: empty) == empty)
        #expect(room[one].disposition == Policy().voidDisposition)
        #expect(room.order(.undo).failure == .nothingToUndo)
    }

    @Test("Another's action is never undone, and stands in the way when it touched the same")
    func others() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1], divert: false))
        #expect(room.order(.undo, by: Room.bob).failure == .nothingToUndo)
        room.must(.triage(one, TriageChange(priority: .p1)), by: Room.bob)
        let refused = Rejection.cannotUndo(action: "assign", incidents: [one], units: [])
        #expect(room.order(.undo).failure == refused)
        room.must(.undo, by: Room.bob)
        #expect(room[one].priority == .p2)
        room.must(.undo)
        #expect(room[Room.car1].isFree)
    }

    @Test("A milestone that the crew reported stands in the way")
    func crew() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1], divert: false))
        room.wait(.minutes(1))
        let moving = MilestoneObservation(
            incident: .number(one), callsign: "3A11", milestone: .enRoute, stated: room.now)
        room.tell(.milestone(moving), by: .crew("3A11"))
        let refused = Rejection.cannotUndo(action: "assign", incidents: [one], units: [Room.car1])
        #expect(room.order(.undo).failure == refused)
    }

    @Test("Reports and notes that came in since do not stand in the way and are not lost")
    func reportsSince() {
        var room = Room.open()
        let one = room.incident()
        let two = room.incident()
        room.must(.triage(one, TriageChange(priority: .p1)))
        room.tell(.report(.number(one), Report(at: room.now, text: "I saw him")), source: "r1")
        room.must(.note(one, text: "camera shows nothing"), by: Room.bob)
        room.must(.undo)
        #expect(room[one].priority == .p2)
        #expect(room[one].reports.map(\.number) == [1, 3])
        room.must(.merge(two, into: one))
        room.tell(.report(.number(two), Report(at: room.now, text: "me too")), source: "r2")
        #expect(room[one].reports.map(\.number) == [1, 3, 2, 4])
        room.must(.undo)
        #expect(room[one].reports.map(\.number) == [1, 3, 4])
        #expect(room[two].reports.map(\.number) == [2])
    }

    @Test("An entry that other callers have reported too is not voided")
    func createdAndReported() {
        var room = Room.open()
        let one = room.incident()
        room.tell(.report(.number(one), Report(at: room.now, text: "me too")), source: "r1")
        #expect(room.order(.undo).failure == .cannotUndo(action: "create", incidents: [one], units: []))
    }

    @Test("A struck note can be struck whatever has happened since")
    func note() {
        var room = Room.open()
        let one = room.incident()
        room.must(.note(one, text: "wrong incident"))
        let position = room.board.position
        room.must(.triage(one, TriageChange(priority: .p1)), by: Room.bob)
        #expect(room.must(.undo).last == .noteStruck(NoteStruck(incident: one, note: position)))
        #expect(room[one].priority == .p1)
    }

    @Test("The remark of a cleared unit is struck with it")
    func clearedWithRemark() {
        var room = Room.open()
        let one = room.incident()
        room.must(.assign(one, [Room.car1, Room.car2], divert: false))
        room.must(.advance(Room.car1, .cleared, disposition: "REPORT"))
        let remark = room.board.position
        #expect(room.must(.undo).contains(.noteStruck(NoteStruck(incident: one, note: remark))))
        #expect(room[Room.car1].status == .dispatched)
    }

    @Test("An answer is taken back while the alert is as it was answered")
    func answer() {
        var room = Room.open()
        room.must(.emergency(Room.car1))
        let alert = AlertID(rawValue: 1)
        let one = IncidentID(rawValue: 1)
        room.must(.acknowledge(alert, occurrence: 1, severity: .high), by: Room.bob)
        room.record([.alertCleared(AlertCleared(alert: alert, at: room.now))], by: .policy)
        let refused = Rejection.cannotUndo(action: "acknowledge", incidents: [one], units: [Room.car1])
        #expect(room.order(.undo, by: Room.bob).failure == refused)
        // It had gone before it was answered: taken back, it asks again.
        room.must(.emergency(Room.car2))
        let other = AlertID(rawValue: 2)
        room.record([.alertCleared(AlertCleared(alert: other, at: room.now))], by: .policy)
        room.must(.acknowledge(other, occurrence: 1, severity: .high))
        #expect(room.board.alerts[other] == nil)
        room.must(.undo)
        #expect(room.board.alerts[other]?.state == .returnedUnacknowledged)
    }

    @Test("An answer to a feed's alert is not taken back once the feed has raised it anew under another number")
    func answerToAFeed() {
        var room = Room.open()
        let (one, two) = (AlertID(rawValue: 1), AlertID(rawValue: 2))
        room.report("a")
        room.report("b")
        room.report("a", active: false)
        room.must(.acknowledge(one, occurrence: 1, severity: .medium))
        // Another alert of the same feed does not stand in the way, the same one does.
        room.must(.undo)
        #expect(room.board.alerts[one]?.state == .returnedUnacknowledged)
        #expect(room.board.alert(reportedAs: SourceKey(source: "nms", id: "a"))?.id == one)
        room.must(.acknowledge(one, occurrence: 1, severity: .medium))
        room.report("a")
        #expect(room.board.alerts[two]?.reported?.source.id == "b")
        let refused = Rejection.cannotUndo(action: "acknowledge", incidents: [], units: [], alerts: [one])
        #expect(room.order(.undo).failure == refused)
    }

    @Test("An alert that was shelved is not taken from its shelf once its end was set anew or it came on again")
    func shelf() {
        for change in ["again", "anew"] {
            var room = Room.open()
            let one = AlertID(rawValue: 1)
            room.report()
            room.must(CommandTests.shelve(.minutes(20)))
            room.wait(.minutes(1))
            if change == "anew" {
                room.must(CommandTests.shelve(.minutes(30)), by: Room.bob)
            } else {
                room.report(active: false)
                room.report()
            }
            let refused = Rejection.cannotUndo(action: "shelve-alert", incidents: [], units: [], alerts: [one])
            #expect(room.order(.undo).failure == refused)
        }
    }

    @Test("Only the newest actions are remembered")
    func limit() {
        var room = Room.open()
        let one = room.incident()
        for number in 0..<Board.actionLimit { room.must(.note(one, text: "note \(number)")) }
        #expect(room.board.actions.count == Board.actionLimit)
        for _ in 0..<Board.actionLimit { room.must(.undo) }
        #expect(room.order(.undo).failure == .nothingToUndo)
        #expect(room[one].isOpen)
    }
}
