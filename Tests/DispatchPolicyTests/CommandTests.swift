import DispatchModel
import DispatchPolicy
import Testing

@Suite("Commands become events")
struct CommandTests {
    /// A command on a board made ready for it, and the kinds of event it becomes behind `actionTaken`.
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var prepare: @Sendable (inout Room) -> Void
        var command: Command
        var events: [EventBody.Kind]

        init(
            _ name: String, _ command: Command, _ events: [EventBody.Kind],
            prepare: @escaping @Sendable (inout Room) -> Void = { _ in }
        ) {
            self.name = name
            self.command = command
            self.events = events
            self.prepare = prepare
        }

        var testDescription: String { name }
    }

    static let one = IncidentID(rawValue: 1)
    static let two = IncidentID(rawValue: 2)
    static let place = Place(text: "Mission St")
    static let robbery = NewIncident(type: "robbery", priority: .p1, place: place)

    /// Every row starts with incident 1 open and without units.
    static let rows: [Row] =
        [
            Row("create", .create(robbery), [.incidentReported]),
            Row(
                "create and send",
                .create(
                    NewIncident(type: "robbery", priority: .p1, place: place, units: [Room.car1, Room.car2, Room.car1])),
                [.incidentReported, .unitAssigned, .unitAssigned]),
            Row("add report", .addReport(one, caller: Caller(name: "neighbour"), text: " he ran "), [.reportAdded]),
            Row("caller put right", .correctCaller(one, report: 1, Caller(callback: " 555-0101 ")), [.callerCorrected]),
            Row("triage", .triage(one, TriageChange(priority: .p1)), [.incidentTriaged]),
            Row("note", .note(one, text: "suspect in red"), [.noteAdded]),
            Row("hold", .hold(one, until: nil, reason: "no unit"), [.incidentHeld]),
            Row("release", .releaseHold(one), [.holdReleased]) { $0.must(.hold(one, until: nil, reason: "")) },
            Row("merge", .merge(two, into: one), [.incidentMerged]) { $0.incident() },
            Row(
                "merge with a unit", .merge(two, into: one), [.assignmentWithdrawn, .unitAssigned, .incidentMerged]
            ) { room in
                room.incident()
                room.must(.assign(two, [Room.car1], divert: false))
            },
            Row("merge a more urgent one", .merge(two, into: one), [.incidentTriaged, .incidentMerged]) { room in
                room.incident("robbery", .p1)
            },
            Row("split", .split(one, reports: [2]), [.incidentReported, .reportsMoved, .incidentsLinked]) { room in
                room.must(.addReport(one, caller: Caller(), text: "another thing"))
            },
            Row("link", .link(one, two), [.incidentsLinked]) { $0.incident() },
            Row("reopen", .reopen(one, reason: "he is back"), [.incidentReopened]) { room in
                room.must(.close(one, disposition: "REPORT"))
            },
            Row("close", .close(one, disposition: "REPORT"), [.incidentClosed]),
            Row(
                "close with two units", .close(one, disposition: "REPORT"),
                [.assignmentAdvanced, .assignmentAdvanced, .incidentClosed]
            ) { $0.must(.assign(one, [Room.car1, Room.car2], divert: false)) },
            Row(
                "assign two", .assign(one, [Room.car1, Room.car2, Room.car1], divert: false),
                [.unitAssigned, .unitAssigned]),
            Row("withdraw", .withdraw(Room.car1, reason: "wrong unit"), [.assignmentWithdrawn], prepare: sent),
            Row("advance", .advance(Room.car1, .acknowledged, disposition: ""), [.assignmentAdvanced], prepare: sent),
            Row(
                "clear the last with a disposition", .advance(Room.car1, .cleared, disposition: "REPORT"),
                [.assignmentAdvanced, .incidentClosed], prepare: sent),
            Row(
                "clear the last without", .advance(Room.car1, .cleared, disposition: " "), [.assignmentAdvanced],
                prepare: sent),
            Row(
                "clear one of two with a disposition", .advance(Room.car1, .cleared, disposition: "REPORT"),
                [.assignmentAdvanced, .noteAdded]
            ) { $0.must(.assign(one, [Room.car1, Room.car2], divert: false)) },
            Row("status alone", .setStatus(Room.car1, .outOfService, reason: ""), [.unitStatusChanged]),
            Row(
                "status that is a milestone", .setStatus(Room.car1, .enRoute, reason: ""), [.assignmentAdvanced],
                prepare: sent),
            Row(
                "status with a reason", .setStatus(Room.car1, .transporting, reason: "as told by radio"),
                [.assignmentAdvanced, .unitStatusChanged], prepare: sent),
            Row(
                "off duty before arriving", .setStatus(Room.car1, .outOfService, reason: "flat tyre"),
                [.assignmentWithdrawn, .unitStatusChanged], prepare: sent),
            Row("emergency", .emergency(Room.car1), [.unitStatusChanged, .incidentReported, .alertRaised]),
            Row(
                "emergency of a busy unit", .emergency(Room.car1),
                [.unitStatusChanged, .incidentReported, .alertRaised, .incidentsLinked], prepare: sent),
            Row(
                "emergency as a status", .setStatus(Room.car1, .emergency, reason: ""),
                [.unitStatusChanged, .incidentReported, .alertRaised]),
            Row(
                "acknowledge", .acknowledge(AlertID(rawValue: 1), occurrence: 1, severity: .high), [.alertAcknowledged]
            ) { $0.must(.emergency(Room.car2)) },
        ] + alertRows

    /// Commands about an alert that a feed reports.
    static let alertRows: [Row] = [
        Row(
            "acknowledge what a feed reports", .acknowledge(alert, occurrence: 1, severity: .medium),
            [.alertAcknowledged]
        ) {
            $0.report()
        },
        Row("acknowledge what is gone", .acknowledge(alert, occurrence: 1, severity: .medium), [.alertAcknowledged]) {
            $0.report()
            $0.report(active: false)
        },
        Row("reset", .reset(alert, occurrence: 1), [.alertReset], prepare: latched),
        Row("shelve", shelve(.minutes(20)), [.alertHidden]) { $0.report() },
        Row("shelve anew", shelve(.minutes(30)), [.alertHidden]) { room in
            room.report()
            room.must(shelve(.minutes(20)))
        },
        Row(
            "out of service", .takeOutOfService(alert, occurrence: 1, severity: .medium, reason: "works"),
            [.alertHidden]
        ) { $0.report() },
        Row("show", .showAlert(alert, .shelved), [.alertShown]) { room in
            room.report()
            room.must(shelve(.minutes(20)))
        },
        Row("show what is gone", .showAlert(alert, .shelved), [.alertShown]) { room in
            room.report()
            room.must(shelve(.minutes(20)))
            room.report(active: false)
        },
        Row(
            "incident from an alert", .raiseIncident(alert, occurrence: 1, severity: .medium, robbery),
            [.incidentReported, .alertLinked, .alertAcknowledged]
        ) { $0.report() },
        Row(
            "incident from a hidden alert", .raiseIncident(alert, occurrence: 1, severity: .medium, robbery),
            [.incidentReported, .alertLinked]
        ) { room in
            room.report()
            room.must(shelve(.minutes(20)))
        },
        Row("join", .joinAlert(alert, one), [.alertLinked]) { $0.report() },
        Row("join another", .joinAlert(alert, two), [.alertLinked]) { room in
            room.incident()
            room.report()
            room.must(.joinAlert(alert, one))
        },
    ]

    static let alert = AlertID(rawValue: 1)

    static func shelve(_ length: Span, reason: String = "works") -> Command {
        .shelve(
            alert, occurrence: 1, severity: .medium, until: Room.start + length, once: false, reason: reason)
    }

    static let latched: @Sendable (inout Room) -> Void = { room in
        room.report(latching: true)
        room.report(active: false)
        room.must(.acknowledge(alert, occurrence: 1, severity: .medium))
    }

    static let sent: @Sendable (inout Room) -> Void = { $0.must(.assign(one, [Room.car1], divert: false)) }

    @Test(arguments: rows)
    func command(_ row: Row) throws {
        var room = Room.open()
        room.incident()
        row.prepare(&room)
        let events = try room.order(row.command).get()
        #expect(events.kinds == [.actionTaken] + row.events)
        guard case .actionTaken(let action) = events.first else { return }
        #expect(action.name == row.command.name)
        #expect(action.followers == Int64(row.events.count))
        #expect(room.board.counters.unappliable == 0)
        #expect(room.board.actions.last?.lastPosition == room.board.position)
    }

    @Test("A link that is there already changes nothing")
    func linkTwice() throws {
        var room = Room.open()
        let (one, two) = (room.incident(), room.incident())
        room.must(.link(one, two))
        #expect(try room.order(.link(two, one)).get().isEmpty)
        #expect(room[one].linked == [two])
        #expect(room[two].linked == [one])
    }

    @Test("What was entered is on the board, blanks trimmed, and the incident counts as triaged")
    func entered() {
        var room = Room.open()
        room.must(
            .create(
                NewIncident(
                    type: " robbery ", priority: .p1, place: Place(text: "  Zoo Rd "), beat: "B02", text: "knife",
                    caller: Caller(name: "walker"), units: [Room.car2])))
        let incident = room[IncidentID(rawValue: 1)]
        #expect(incident.type == "robbery")
        #expect(incident.place.text == "Zoo Rd")
        #expect(incident.received == room.now)
        #expect(incident.stage == .assigned)
        #expect(incident.reports.map(\.caller) == ["walker"])
        #expect(room[Room.car2].status == .dispatched)
        #expect(room[Room.car2].statusSince == room.now)
        #expect(room[Room.car2].incident == incident.id)
    }

    @Test("Triage changes what it names and confirms what was gathered")
    func triage() {
        var room = Room.open()
        let report = IncidentReported(type: "noise", priority: .p4, place: Place(text: "Zoo Rd"), beat: "B01")
        room.tell(.incident(report), source: "c1")
        let id = IncidentID(rawValue: 1)
        #expect(room[id].stage == .gathered)
        room.must(.triage(id, TriageChange()))
        #expect(room[id].stage == .triaged)
        #expect(room.order(.triage(id, TriageChange())).failure == .samePriority(id, .p4))
        room.must(
            .triage(id, TriageChange(type: "assault", priority: .p1, place: Place(text: "Zoo Gate"), beat: "B02")))
        #expect(room[id].type == "assault")
        #expect(room[id].priority == .p1)
        #expect(room[id].place.text == "Zoo Gate")
        #expect(room[id].beat == "B02")
    }
}
