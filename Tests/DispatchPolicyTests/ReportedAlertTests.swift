import DispatchModel
import DispatchPolicy
import Testing

@Suite("Alerts that feeds report")
struct ReportedAlertTests {
    private func alert(
        _ id: String, _ severity: AlertSeverity = .medium, active: Bool = true, at: Timestamp
    ) -> Observation.Content {
        .alert(
            AlertObservation(
                reported: ReportedAlert(source: SourceKey(source: "nms", id: id), text: "mast \(id)"),
                severity: severity, isActive: active, at: at))
    }

    @Test("It comes on once, rises, ends, stays until answered, and comes on again as its next occurrence")
    func life() throws {
        var room = Room.open()
        room.startClocks()
        #expect(try room.tell(alert("a", at: room.now)).get().count == 1)
        #expect(room.tell(alert("a", at: room.now)) == .failure(.known))
        #expect(try room.tell(alert("a", .low, at: room.now)).get().kinds == [.alertSeverityLowered])
        #expect(try room.tell(alert("a", .high, at: room.now)).get().count == 1)
        let id = try #require(room.board.alerts.elements.first).id
        #expect(room.board.alerts[id]?.severity == .high)
        #expect(room.board.alerts[id]?.reported?.text == "mast a")
        #expect(try room.tell(alert("a", active: false, at: room.now)).get().count == 1)
        #expect(room.board.alerts[id]?.state == .returnedUnacknowledged)
        #expect(try room.tell(alert("a", at: room.now)).get().count == 1)
        #expect(room.board.alerts.count == 1)
        #expect(room.board.alerts[id]?.occurrence == 2)
        #expect(room.tell(alert("b", active: false, at: room.now)) == .failure(.known), "an end of nothing")
    }

    /// A message of a sender whose messages refer to one another.
    private func message(
        _ name: String, of alert: String, _ severity: AlertSeverity = .high, active: Bool = true, sent: Int64,
        standing: AlertStanding = .actual
    ) -> Observation.Content {
        let at = Room.start + .seconds(sent)
        let reported = ReportedAlert(
            source: SourceKey(source: "cap", id: alert), text: name, standing: standing, sent: at, messages: [name])
        return .alert(AlertObservation(reported: reported, severity: severity, isActive: active, at: at))
    }

    @Test("A lowered severity asks for no new answer, a risen one does; a shelf breaks by what rises again")
    func lowered() throws {
        var room = Room.open()
        room.tell(alert("a", .high, at: room.now))
        let id = try #require(room.board.alerts.elements.first).id
        room.must(.acknowledge(id, occurrence: 1, severity: .high))
        room.tell(alert("a", .low, at: room.now))
        #expect(room.board.alerts[id]?.severity == .low)
        #expect(room.board.alerts[id]?.state == .acknowledged)
        room.tell(alert("a", .high, at: room.now))
        #expect(room.board.alerts[id]?.state == .unacknowledged)
        #expect(room.order(.acknowledge(id, occurrence: 1, severity: .low)).failure == .alertMoved(id))
    }

    @Test("A message that names any earlier one of its alert goes on with it, also after a restart")
    func threads() throws {
        for isRestored in [false, true] {
            var room = Room.open()
            func restart() throws {
                if isRestored { room.board = try Board(encoded: room.board.encoded()) }
            }
            room.tell(message("n1", of: "n1", sent: 1))
            let id = try #require(room.board.alerts.elements.first).id
            try restart()
            room.tell(message("n2", of: "n1", sent: 2))
            try restart()
            room.tell(message("n3", of: "n2", sent: 3))
            #expect(room.board.alerts.count == 1)
            #expect(room.board.alerts[id]?.reported?.text == "n3")
            #expect(room.board.alerts[id]?.reported?.messages == ["n2", "n3"])
            try restart()
            #expect(room.tell(message("n3", of: "n2", active: false, sent: 3)).failure == .known, "it goes on under it")
            room.tell(message("n4", of: "n2", active: false, sent: 4))
            #expect(room.board.alerts[id]?.active == false)
            room.must(.acknowledge(id, occurrence: 1, severity: .high))
            for name in ["n1", "n2", "n3"] {
                #expect(room.board.alert(reportedAs: SourceKey(source: "cap", id: name)) == nil)
            }
        }
    }

    @Test("However many messages an alert has, the newest are known")
    func longThread() throws {
        var room = Room.open()
        room.tell(message("n1", of: "n1", sent: 1))
        for number in 2...40 { room.tell(message("n\(number)", of: "n\(number - 1)", sent: Int64(number))) }
        let known = try #require(room.board.alerts.elements.first?.reported)
        #expect(room.board.alerts.count == 1)
        #expect(known.source.id == "n1" && known.messages.count == ReportedAlert.messageLimit)
        room.tell(message("end", of: "n40", active: false, sent: 41))
        #expect(room.board.alerts.elements.first?.active == false)
    }

    @Test("An older message changes nothing: neither words nor severity, nor does it bring back what has ended")
    func olderMessage() throws {
        var room = Room.open()
        room.tell(message("n2", of: "n1", .low, sent: 20))
        #expect(room.tell(message("n1", of: "n1", .high, sent: 10)).failure == .known)
        #expect(room.board.alerts.elements.first?.reported?.text == "n2")
        room.tell(message("n3", of: "n2", active: false, sent: 30))
        #expect(room.tell(message("n1", of: "n1", sent: 10)).failure == .known)
        #expect(room.board.alerts.elements.map(\.active) == [false])
    }

    @Test("The end of an earlier occurrence does not end a later one, but firing again is news whatever its start")
    func occurrences() throws {
        var room = Room.open()
        room.wait(.minutes(20))
        let start = room.now - .minutes(10)
        room.tell(alert("a", at: start))
        room.tell(alert("a", active: false, at: start + .minutes(9)))
        #expect(try room.tell(alert("a", at: start)).get().kinds == [.alertRaised], "the same start")
        #expect(room.board.alerts.elements.map(\.active) == [true])
        room.tell(alert("a", active: false, at: start + .minutes(9)))
        room.tell(alert("a", at: start + .minutes(9)))
        #expect(room.tell(alert("a", active: false, at: start + .minutes(5))).failure == .known)
        #expect(room.board.alerts.elements.map(\.active) == [true])
    }

    @Test("A test or an exercise changes nothing that is meant", arguments: [AlertStanding.test, .exercise, .draft])
    func standing(standing: AlertStanding) {
        var room = Room.open()
        room.tell(message("n1", of: "n1", sent: 1))
        let before = room.board.alerts.elements
        #expect(room.tell(message("t1", of: "n1", .low, active: false, sent: 2, standing: standing)).failure == .known)
        room.tell(message("t2", of: "n1", .low, sent: 3, standing: standing))
        #expect(Array(room.board.alerts.elements.prefix(1)) == before)
        #expect(room.board.alerts.count == 2)
        room.tell(message("t3", of: "n1", .low, active: false, sent: 4, standing: standing))
        #expect(room.board.alerts.elements.map(\.active) == [true, false])
    }

    @Test("The silence of a feed ends also after the clock was set back")
    func silentFeed() {
        var room = Room.open()
        for (isActive, seconds) in [(true, Int64(0)), (false, -600)] {
            let reported = ReportedAlert(source: SourceKey(source: ReportedAlert.feedWatch, id: "cad"), text: "stale")
            room.tell(
                .alert(
                    AlertObservation(
                        reported: reported, severity: .medium, isActive: isActive, at: room.now + .seconds(seconds))))
        }
        #expect(room.board.alerts.elements.map(\.active) == [false])
    }

    @Test("It ends at the event's end where that is later than the end of its words")
    func eventEnd() {
        var room = Room.open()
        let (expires, ends) = (room.now + .minutes(10), room.now + .hours(5))
        let reported = ReportedAlert(
            source: SourceKey(source: "cap", id: "a"), text: "x", expires: expires, ends: ends)
        room.tell(.alert(AlertObservation(reported: reported, severity: .high, isActive: true, at: room.now)))
        var engine = AlertEngine(rules: AlertRules(), board: room.board)
        #expect(engine.nextDue == ends)
        #expect(engine.due(at: expires + .minutes(1), board: room.board).isEmpty)
        #expect(engine.due(at: ends, board: room.board).kinds == [.alertCleared])
    }

    @Test("The clocks leave it alone: only its feed or an operator ends it")
    func clocks() throws {
        var room = Room.open()
        room.startClocks()
        room.tell(alert("a", at: room.now))
        room.tell(alert("b", at: room.now))
        for _ in 0..<20 {
            room.wait(.minutes(10))
            room.tick()
        }
        let reported = room.board.alerts.elements.filter { $0.kind == .reported }
        #expect(reported.map(\.active) == [true, true])
    }

    @Test("A revision keeps what is news, and another message about a known incident is another report")
    func incidents() throws {
        var room = Room.open()
        let key = SourceKey(source: "cad", id: "77")
        let call = IncidentReported(type: "fight", place: Place(text: "x"), report: Report(text: "one"), source: key)
        room.tell(.incident(call), source: "m1")
        let id = try #require(room.board.incident(source: key)).id
        var again = call
        again.report.text = "two"
        #expect(try room.tell(.incident(again), source: "m2").get().count == 1)
        #expect(room[id].reports.map(\.text) == ["one", "two"])
        let same = IncidentTriaged(type: "fight", priority: .p3, place: Place(text: "x"))
        #expect(room.tell(.revised(.source(key), same)) == .failure(.known))
        #expect(try room.tell(.revised(.source(key), IncidentTriaged(type: "fight", priority: .p1))).get().count == 1)
        #expect(room[id].priority == .p1)
        #expect(room.tell(.revised(.number(IncidentID(rawValue: 99)), same)) == .failure(.unknownIncident))
    }
}
