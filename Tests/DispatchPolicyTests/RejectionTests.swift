import DispatchModel
import DispatchPolicy
import Testing

@Suite("Commands that are refused leave the board alone and say why")
struct RejectionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var command: Command
        var rejection: Rejection
        var testDescription: String { "\(command.name) → \(rejection)" }

        init(_ command: Command, _ rejection: Rejection) {
            self.command = command
            self.rejection = rejection
        }
    }

    static let open = IncidentID(rawValue: 1)
    static let shut = IncidentID(rawValue: 2)
    static let busy = IncidentID(rawValue: 3)
    static let none = IncidentID(rawValue: 99)
    static let ghost = UnitID(rawValue: 99)
    static let long = String(repeating: "x", count: CommandDecider.textLimit + 1)
    static let alert = AlertID(rawValue: 1)
    static let place = Place(text: "Mission St")

    /// 1 open, 2 closed, 3 with car 1 on scene; car 2 in emergency with alert 1 unanswered; 3A19 off duty.
    static func scene() -> Room {
        var room = Room.open()
        room.incident()
        room.incident()
        room.must(.close(shut, disposition: "REPORT"))
        room.incident()
        room.must(.assign(busy, [Room.car1], divert: false))
        room.must(.advance(Room.car1, .arrived, disposition: ""))
        room.must(.emergency(Room.car2))
        return room
    }

    static let rows: [Row] =
        [
            Row(.note(none, text: "x"), .unknownIncident(none)),
            Row(.addReport(none, caller: Caller(), text: "x"), .unknownIncident(none)),
            Row(.merge(open, into: none), .unknownIncident(none)),
            Row(.link(none, open), .unknownIncident(none)),
            Row(.split(none, reports: [1]), .unknownIncident(none)),
            Row(.reopen(none, reason: ""), .unknownIncident(none)),
            Row(.assign(none, [Room.foot], divert: false), .unknownIncident(none)),
            Row(.assign(open, [ghost], divert: false), .unknownUnit(ghost)),
            Row(.create(NewIncident(type: "a", priority: .p1, place: place, units: [ghost])), .unknownUnit(ghost)),
            Row(.withdraw(ghost, reason: ""), .unknownUnit(ghost)),
            Row(.advance(ghost, .arrived, disposition: ""), .unknownUnit(ghost)),
            Row(.setStatus(ghost, .available, reason: ""), .unknownUnit(ghost)),
            Row(.emergency(ghost), .unknownUnit(ghost)),
            Row(.answerStanding(ghost, .accepted), .unknownUnit(ghost)),
            Row(.answerStanding(Room.foot, .declined), .notAsked(Room.foot)),
            Row(
                .acknowledge(AlertID(rawValue: 9), occurrence: 1, severity: .high), .unknownAlert(AlertID(rawValue: 9))),
            Row(.addReport(shut, caller: Caller(), text: "x"), .incidentClosed(shut)),
            Row(.triage(shut, TriageChange(priority: .p1)), .incidentClosed(shut)),
            Row(.hold(shut, until: nil, reason: ""), .incidentClosed(shut)),
            Row(.releaseHold(shut), .incidentClosed(shut)),
            Row(.merge(shut, into: open), .incidentClosed(shut)),
            Row(.merge(open, into: shut), .incidentClosed(shut)),
            Row(.split(shut, reports: [2]), .incidentClosed(shut)),
            Row(.close(shut, disposition: "X"), .incidentClosed(shut)),
            Row(.assign(shut, [Room.foot], divert: false), .incidentClosed(shut)),
            Row(.reopen(open, reason: ""), .incidentOpen(open)),
            Row(.assign(open, [Room.car1], divert: false), .unitBusy(Room.car1, status: .onScene, incident: busy)),
            Row(
                .create(NewIncident(type: "a", priority: .p1, place: place, units: [Room.car1])),
                .unitBusy(Room.car1, status: .onScene, incident: busy)),
            Row(.assign(open, [Room.resting], divert: true), .unitUnavailable(Room.resting, status: .outOfService)),
            Row(.assign(open, [Room.car2], divert: true), .unitUnavailable(Room.car2, status: .emergency)),
            Row(.assign(busy, [Room.car1], divert: true), .alreadyAssigned(Room.car1, busy)),
            Row(.hold(busy, until: nil, reason: ""), .alreadyAssigned(Room.car1, busy)),
            Row(.withdraw(Room.foot, reason: ""), .notAssigned(Room.foot)),
            Row(.advance(Room.foot, .arrived, disposition: ""), .notAssigned(Room.foot)),
            Row(.setStatus(Room.foot, .dispatched, reason: "x"), .notAssigned(Room.foot)),
            Row(
                .setStatus(Room.foot, .transporting, reason: "  "),
                .statusNotAllowed(
                    Room.foot, from: .available, to: .transporting, allowed: [.dispatched, .outOfService, .emergency])),
            Row(
                .advance(Room.car1, .enRoute, disposition: ""),
                .statusNotAllowed(
                    Room.car1, from: .onScene, to: .enRoute, allowed: [.available, .transporting, .clear, .emergency])),
            Row(.setStatus(Room.foot, .available, reason: ""), .sameStatus(Room.foot, .available)),
            Row(.emergency(Room.car2), .sameStatus(Room.car2, .emergency)),
            Row(.advance(Room.car1, .arrived, disposition: ""), .milestoneReached(Room.car1, .arrived)),
            Row(.triage(open, TriageChange(priority: .p2)), .sameTriage(open, TriageChange(priority: .p2))),
            Row(
                .triage(open, TriageChange(type: "robbery", beat: "B01")),
                .sameTriage(open, TriageChange(type: "robbery", beat: "B01"))),
            Row(.releaseHold(open), .notHeld(open)),
            Row(.hold(open, until: Timestamp(seconds: 1_800_000_000), reason: ""), .holdInPast(open)),
            Row(.create(NewIncident(type: " ", priority: .p1, place: place)), .missing(.type)),
            Row(.create(NewIncident(type: "a", priority: .p1, place: Place())), .missing(.place)),
            Row(.triage(open, TriageChange(type: " ")), .missing(.type)),
            Row(.triage(open, TriageChange(place: Place())), .missing(.place)),
            Row(.note(open, text: " \n"), .missing(.text)),
            Row(.addReport(open, caller: Caller(), text: ""), .missing(.text)),
            Row(.close(open, disposition: " "), .missing(.disposition)),
            Row(.note(open, text: long), .tooLong(.text, limit: CommandDecider.textLimit)),
            Row(.addReport(open, caller: Caller(name: long), text: "x"), .tooLong(.caller, limit: Caller.nameLimit)),
            Row(
                .addReport(open, caller: Caller(callback: long), text: "x"),
                .tooLong(.callback, limit: Caller.callbackLimit)),
            Row(.correctCaller(open, report: 1, Caller(flat: long)), .tooLong(.flat, limit: Caller.flatLimit)),
            Row(.correctCaller(open, report: 77, Caller(name: "x")), .unknownReport(open, 77)),
            Row(.correctCaller(open, report: 1, Caller(name: " ")), .sameCaller(open)),
            Row(.correctCaller(none, report: 1, Caller()), .unknownIncident(none)),
            Row(.close(open, disposition: long), .tooLong(.disposition, limit: CommandDecider.textLimit)),
            Row(
                .advance(Room.car1, .feedback, disposition: long),
                .tooLong(.disposition, limit: CommandDecider.textLimit)),
            Row(.withdraw(Room.car1, reason: long), .tooLong(.reason, limit: CommandDecider.textLimit)),
            Row(.setStatus(Room.foot, .outOfService, reason: long), .tooLong(.reason, limit: CommandDecider.textLimit)),
            Row(.hold(open, until: nil, reason: long), .tooLong(.reason, limit: CommandDecider.textLimit)),
            Row(.reopen(shut, reason: long), .tooLong(.reason, limit: CommandDecider.textLimit)),
            Row(
                .create(NewIncident(type: long, priority: .p1, place: place)),
                .tooLong(.type, limit: CommandDecider.textLimit)),
            Row(.merge(open, into: open), .sameIncident(open)),
            Row(.link(open, open), .sameIncident(open)),
            Row(.assign(open, [], divert: false), .noUnits),
            Row(.split(open, reports: []), .splitNeedsReports(open)),
            Row(.split(open, reports: [1]), .splitNeedsReports(open)),
            Row(.split(open, reports: [77]), .splitNeedsReports(open)),
            Row(.acknowledge(alert, occurrence: 2, severity: .high), .alertMoved(alert)),
            Row(.acknowledge(alert, occurrence: 1, severity: .low), .alertMoved(alert)),
        ] + alertRows

    static let start = Room.start
    /// The end of the shift that is on duty at the scene: 1 800 000 000 s is 08:00 UTC, so that it is eight hours on.
    static let shiftEnd = start + .hours(8)
    static let unknown = AlertID(rawValue: 9)

    static func shelve(
        _ alert: AlertID = alert, _ occurrence: Int64 = 1, _ severity: AlertSeverity = .high,
        until: Timestamp = start + .minutes(20), reason: String = "works"
    ) -> Command {
        .shelve(alert, occurrence: occurrence, severity: severity, until: until, once: false, reason: reason)
    }

    static let alertRows: [Row] = [
        Row(.reset(unknown, occurrence: 1), .unknownAlert(unknown)),
        Row(shelve(unknown), .unknownAlert(unknown)),
        Row(.takeOutOfService(unknown, occurrence: 1, severity: .high, reason: "x"), .unknownAlert(unknown)),
        Row(.showAlert(unknown, .shelved), .unknownAlert(unknown)),
        Row(.raiseIncident(unknown, occurrence: 1, severity: .high, CommandTests.robbery), .unknownAlert(unknown)),
        Row(.joinAlert(unknown, open), .unknownAlert(unknown)),
        Row(.reset(alert, occurrence: 2), .alertMoved(alert)),
        Row(shelve(alert, 2), .alertMoved(alert)),
        Row(shelve(alert, 1, .low), .alertMoved(alert)),
        Row(.takeOutOfService(alert, occurrence: 2, severity: .high, reason: "x"), .alertMoved(alert)),
        Row(.raiseIncident(alert, occurrence: 2, severity: .high, CommandTests.robbery), .alertMoved(alert)),
        Row(shelve(reason: " "), .missing(.reason)),
        Row(shelve(reason: long), .tooLong(.reason, limit: CommandDecider.textLimit)),
        Row(.takeOutOfService(alert, occurrence: 1, severity: .high, reason: ""), .missing(.reason)),
        Row(shelve(until: start), .shelfInPast(alert)),
        Row(
            shelve(until: Timestamp(rawValue: shiftEnd.rawValue + 1)), .shelfBeyondShift(alert, latest: shiftEnd)),
        Row(.showAlert(alert, .shelved), .alertNotHidden(alert, .shelved)),
        Row(.reset(alert, occurrence: 1), .notLatched(alert, .unacknowledged)),
        // An officer's call for help is an incident from the beginning.
        Row(
            .raiseIncident(alert, occurrence: 1, severity: .high, CommandTests.robbery),
            .alertHasIncident(alert, IncidentID(rawValue: 4))),
        Row(.joinAlert(alert, open), .alertHasIncident(alert, IncidentID(rawValue: 4))),
        Row(.joinAlert(alert, shut), .incidentClosed(shut)),
        Row(.joinAlert(alert, none), .unknownIncident(none)),
    ]

    @Test(arguments: rows)
    func refused(_ row: Row) {
        var room = RejectionTests.scene()
        let before = room.board.encoded()
        #expect(room.order(row.command).failure == row.rejection)
        #expect(room.board.encoded() == before)
    }

    @Test("Nothing to undo, an answered alert")
    func others() {
        var room = Room.open()
        #expect(room.order(.undo).failure == .nothingToUndo)
        room.must(.emergency(Room.car2))
        room.must(.acknowledge(RejectionTests.alert, occurrence: 1, severity: .high))
        let again = Command.acknowledge(RejectionTests.alert, occurrence: 1, severity: .high)
        #expect(room.order(again).failure == .alertAnswered(RejectionTests.alert))
    }
}
