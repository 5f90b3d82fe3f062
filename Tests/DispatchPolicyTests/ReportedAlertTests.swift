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
        #expect(room.tell(alert("a", .low, at: room.now)) == .failure(.known))
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
