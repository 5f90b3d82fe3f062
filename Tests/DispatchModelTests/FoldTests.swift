import DispatchModel
import Testing

/// One line of the table: what happened before, what happens, and what is then true of the board.
struct FoldCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var before: [EventBody]
    var event: EventBody
    var holds: @Sendable (Board) -> Bool

    init(
        _ name: String, after before: [EventBody] = [], _ event: EventBody, _ holds: @escaping @Sendable (Board) -> Bool
    ) {
        testDescription = name
        self.before = before
        self.event = event
        self.holds = holds
    }
}

@Suite struct FoldTests {
    @Test(arguments: table)
    func theBoardFollows(_ line: FoldCase) {
        let board = fold(line.before + [line.event])
        #expect(line.holds(board))
        #expect(board.counters.unappliable == 0)
        #expect(board.position == JournalPosition(line.before.count + 1))
    }

    @Test func everyKindIsInTheTable() {
        #expect(Set(table.map(\.event.kind)) == Set(EventBody.Kind.allCases))
    }

    @Test func whatTheBoardDoesNotHaveIsCountedAndLeavesItAsItWas() {
        let missing: Set<EventBody.Kind> = [
            .modeDeclared, .typeDefined, .beatDefined, .unitRegistered, .incidentReported, .alertRaised, .actionTaken,
            .alertRestored, .exerciseNoted, .floodChanged, .journalFaultFound, .clockStepped, .groundAdopted,
            .rulesAdopted,
            .shiftHandedOver, .rollCallTaken, .timerSet,
        ]
        for line in table where !missing.contains(line.event.kind) {
            let board = fold([line.event])
            #expect(board.counters.unappliable == 1, "\(line.testDescription)")
            #expect(board.incidents.count == 0)
            #expect(board.units.count == 0)
        }
    }

    private func fold(_ bodies: [EventBody]) -> Board {
        var board = Board()
        for (index, body) in bodies.enumerated() {
            let position = JournalPosition(index + 1)
            board.apply(
                EventRecord(position: position, at: Timestamp(seconds: position), actor: .dispatcher("lin"), body: body)
            )
        }
        return board
    }
}

private let one = IncidentID(rawValue: 1)
private let two = IncidentID(rawValue: 2)
private let three = IncidentID(rawValue: 3)
private let car = UnitID(rawValue: 1)
private let sent = AssignmentID(rawValue: 1)
private let bell = AlertID(rawValue: 1)
private let at = Timestamp(seconds: 50)
private let key = SourceKey(source: "log", id: "1")

private func reported(_ id: IncidentID, _ number: Int64) -> EventBody {
    .incidentReported(
        IncidentReported(
            incident: id, type: "robbery", priority: .p3, received: Timestamp(seconds: 100 - number),
            report: Report(number: number, source: SourceKey(source: "log", id: "\(number)"))))
}

private let unit = EventBody.unitRegistered(UnitRegistered(unit: car, callsign: "3A12", kind: .vehiclePatrol))
private let assigned = EventBody.unitAssigned(UnitAssigned(incident: one, assignment: sent, unit: car, assigned: at))
private let closed = EventBody.incidentClosed(IncidentClosed(incident: one, disposition: "REPORT", at: at))
private let raised = EventBody.alertRaised(
    AlertRaised(alert: bell, kind: .emergency, severity: .high, unit: car, at: at))

private func advanced(_ milestone: Milestone, backwards: Bool = false) -> EventBody {
    .assignmentAdvanced(
        AssignmentAdvanced(
            incident: one, assignment: sent, unit: car, milestone: milestone, at: at, backwards: backwards))
}

private let table: [FoldCase] =
    boardCases + incidentCases + unitCases + alertCases + hidingCases + duplicateCases + disputeCases + actionCases
    + standingCases + personnelCases

private let hourly = EventBody.unitCheckSet(UnitCheckSet(unit: car, interval: 3600))
private let personnelCases = [
    FoldCase("a crew is to be heard", after: [unit], hourly) { $0.units[car]?.check?.interval == 3600 },
    FoldCase("no longer", after: [unit, hourly], .unitCheckSet(UnitCheckSet(unit: car))) {
        $0.units[car]?.check == nil
    },
    FoldCase(
        "crews at an incident are", after: [reported(one, 1), unit],
        .incidentCheckSet(IncidentCheckSet(incident: one, interval: 60))
    ) { $0.incidents[one]?.checkInterval == 60 },
    FoldCase("it answered", after: [unit, hourly], .crewAnswered(CrewAnswered(unit: car))) {
        $0.units[car]?.check?.misses == 0
    },
    FoldCase("it did not", after: [unit, hourly], .crewMissed(CrewMissed(unit: car, at: at))) {
        $0.units[car]?.check?.misses == 1 && $0.units[car]?.check?.missedAt == at
    },
    FoldCase("a roll call", .rollCallTaken(RollCallTaken(answered: 2, missed: 1))) { $0.units.count == 0 },
    FoldCase("a timer", .timerSet(TimerSet(text: "look", due: at))) { $0.openTimers.map(\.text) == ["look"] },
    FoldCase("its end", after: [.timerSet(TimerSet(due: at))], .timerEnded(TimerEnded(timer: 1))) {
        $0.openTimers.isEmpty && $0.timers.count == 1
    },
    FoldCase(
        "its end taken back", after: [.timerSet(TimerSet(due: at)), .timerEnded(TimerEnded(timer: 1))],
        .timerResumed(TimerResumed(timer: 1))
    ) { $0.openTimers.count == 1 },
]

private let asked = EventBody.standingProposed(
    StandingProposed(unit: car, proposal: StandingProposal(place: Place(text: "Old Gate"), until: at)))

private let standingCases = [
    FoldCase("a unit is asked to stand somewhere", after: [unit], asked) {
        $0.units[car]?.standing?.place.text == "Old Gate" && $0.units[car]?.status == .available
    },
    FoldCase(
        "it answers", after: [unit, asked], .standingAnswered(StandingAnswered(unit: car, answer: .declined))
    ) { $0.units[car]?.standing?.answer == .declined },
]

private let boardCases = [
    FoldCase("mode", .modeDeclared(ModeDeclared(mode: .exercise, title: "drill"))) {
        $0.mode.mode == .exercise && $0.mode.title == "drill"
    },
    FoldCase("type", .typeDefined(TypeDefined(code: "r", english: "robbery", chinese: "抢劫"))) {
        $0.typeNames["r"]?.chinese == "抢劫"
    },
    FoldCase("a fault of the journal", .journalFaultFound(JournalFaultFound(code: "chain.end", english: "lost"))) {
        $0.incidents.count == 0
    },
    FoldCase("rules", .rulesAdopted(RulesAdopted(text: "reserve = 4\n", digest: "ab"))) { $0.rules?.digest == "ab" },
    FoldCase("a map", .groundAdopted(GroundAdopted(name: "Linjiang", digest: "ab"))) { $0.ground?.digest == "ab" },
    FoldCase(
        "a hand-over",
        .shiftHandedOver(
            ShiftHandedOver(
                outgoing: "Wang", incoming: "Li", since: Timestamp(seconds: 1), at: Timestamp(seconds: 2),
                items: [HandoverItem(kind: .open, incident: IncidentID(rawValue: 1), meaning: 7, answer: .deferred)]))
    ) { $0.handovers.last?.handover.incoming == "Li" && $0.handovers.last?.handover.items.first?.answer == .deferred },
    FoldCase("a step of the clock", .clockStepped(ClockStepped(by: .hours(-1)))) { $0.incidents.count == 0 },
    FoldCase("a fact of an exercise", .exerciseNoted(ExerciseNoted(inject: "i", english: "Fog", chinese: "雾"))) {
        $0.incidents.count == 0 && $0.units.count == 0 && $0.mode == Board().mode
    },
    FoldCase("beat", .beatDefined(BeatDefined(beat: "B02", name: "Mission"))) { $0.beats["B02"]?.name == "Mission" },
]

private let incidentCases = [
    FoldCase(
        "a caller put right", after: [reported(one, 1)],
        .callerCorrected(CallerCorrected(incident: one, report: 1, after: Caller(callback: "555-0100")))
    ) { $0.incidents[one]?.reports.first?.callback == "555-0100" },
    FoldCase("reported", reported(one, 1)) {
        $0.incidents[one]?.stage == .gathered && $0.incident(source: key)?.id == one && $0.counters.incidents == 1
            && $0.counters.reports == 1 && $0.incidents[one]?.isWaiting == true
    },
    FoldCase(
        "report added", after: [reported(one, 1)],
        .reportAdded(ReportAdded(incident: one, report: Report(number: 2, text: "again", source: key)))
    ) {
        $0.incidents[one]?.reports.map(\.number) == [1, 2] && $0.incident(source: key)?.id == one
            && $0.incidents[one]?.revision == 1
    },
    FoldCase(
        "triaged", after: [reported(one, 1)],
        .incidentTriaged(IncidentTriaged(incident: one, priority: .p1, beat: "B1", confirmed: true))
    ) {
        $0.incidents[one]?.priority == .p1 && $0.incidents[one]?.type == "robbery" && $0.incidents[one]?.beat == "B1"
            && $0.incidents[one]?.stage == .triaged
    },
    FoldCase("held", after: [reported(one, 1)], .incidentHeld(IncidentHeld(incident: one, until: at))) {
        $0.incidents[one]?.held == true && $0.incidents[one]?.heldUntil == at && $0.incidents[one]?.progress == .held
    },
    FoldCase(
        "released", after: [reported(one, 1), .incidentHeld(IncidentHeld(incident: one))],
        .holdReleased(HoldReleased(incident: one))
    ) { $0.incidents[one]?.held == false },
    FoldCase("note", after: [reported(one, 1)], .noteAdded(NoteAdded(incident: one, text: "n"))) {
        $0.incidents[one]?.history == [1, 2] && $0.incidents[one]?.revision == 1
    },
    FoldCase("note struck", after: [reported(one, 1)], .noteStruck(NoteStruck(incident: one, note: 2))) {
        $0.incidents[one]?.history == [1, 2]
    },
    FoldCase("closed", after: [reported(one, 1)], closed) {
        $0.incidents[one]?.isOpen == false && $0.incidents[one]?.disposition == "REPORT"
            && $0.incidents[one]?.closed == at
    },
    FoldCase(
        "reopened", after: [reported(one, 1), closed], .incidentReopened(IncidentReopened(incident: one))
    ) { $0.incidents[one]?.stage == .triaged && $0.incidents[one]?.closed == nil },
    FoldCase(
        "merged", after: [reported(one, 1), reported(two, 2)],
        .incidentMerged(IncidentMerged(incident: one, into: two, at: at))
    ) {
        $0.incidents[two]?.reports.map(\.number) == [2, 1] && $0.survivor(of: one)?.id == two
            && $0.incidents[one]?.isOpen == false
            && $0.incidents[two]?.received == Timestamp(seconds: 98)
    },
    FoldCase(
        "reports moved", after: [reported(one, 1), reported(two, 2)],
        .reportsMoved(ReportsMoved(incident: one, to: two, reports: [1, 7]))
    ) { $0.incidents[one]?.reports.isEmpty == true && $0.incidents[two]?.reports.map(\.number) == [2, 1] },
    FoldCase(
        "what was merged goes along with its reports",
        after: [
            reported(one, 1), reported(two, 2), reported(three, 3),
            .incidentMerged(IncidentMerged(incident: one, into: two, at: at)),
        ], .reportsMoved(ReportsMoved(incident: two, to: three, reports: [1]))
    ) { $0.survivor(of: one)?.id == three },
    FoldCase(
        "reopened at a stated time", after: [reported(one, 1), closed],
        .incidentReopened(IncidentReopened(incident: one, at: at))
    ) { $0.incidents[one]?.reopened == at },
    FoldCase(
        "linked", after: [reported(one, 1), reported(two, 2)],
        .incidentsLinked(IncidentsLinked(incident: one, with: two))
    ) { $0.incidents[one]?.linked == [two] && $0.incidents[two]?.linked == [one] },
    FoldCase(
        "incident restored", after: [reported(one, 1), closed],
        .incidentRestored(IncidentRestored(before: Incident(id: one, type: "robbery", stage: .triaged)))
    ) { $0.incidents[one]?.stage == .triaged && $0.incidents[one]?.history == [1, 2, 3] },
]

private let unitCases = [
    FoldCase("registered", unit) {
        $0.unit(callsign: "3A12")?.kind == .vehiclePatrol && $0.units[car]?.status == .available
            && $0.counters.units == 1
    },
    FoldCase(
        "registered anew", after: [unit], .unitRegistered(UnitRegistered(unit: car, callsign: "3A13", kind: .rescue))
    ) { $0.unit(callsign: "3A12") == nil && $0.unit(callsign: "3A13")?.kind == .rescue && $0.units.count == 1 },
    FoldCase(
        "status", after: [unit],
        .unitStatusChanged(UnitStatusChanged(unit: car, status: .outOfService, since: at, reason: "fuel"))
    ) {
        $0.units[car]?.status == .outOfService && $0.units[car]?.statusSince == at && $0.units[car]?.reason == "fuel"
    },
    FoldCase(
        "position", after: [unit],
        .unitPositionReported(UnitPositionReported(unit: car, point: GeoPoint(latitudeMicrodegrees: 5), at: at))
    ) {
        $0.units[car]?.position?.latitudeMicrodegrees == 5 && $0.units[car]?.positionAt == at
            && $0.units[car]?.tracked == true && $0.units[car]?.history == [1]
    },
    FoldCase("assigned", after: [unit, reported(one, 1)], assigned) {
        $0.units[car]?.status == .dispatched && $0.units[car]?.incident == one && $0.units[car]?.statusSince == at
            && $0.incidents[one]?.stage == .assigned && $0.incidents[one]?.assignments.map(\.assigned) == [at]
    },
    FoldCase("en route", after: [unit, reported(one, 1), assigned], advanced(.enRoute)) {
        $0.units[car]?.status == .enRoute && $0.incidents[one]?.progress == .enRoute
    },
    FoldCase("arrived backwards", after: [unit, reported(one, 1), assigned], advanced(.arrived, backwards: true)) {
        $0.units[car]?.status == .onScene && $0.incidents[one]?.stage == .handled
            && $0.incidents[one]?.timesBackwards == true
    },
    FoldCase("cleared", after: [unit, reported(one, 1), assigned], advanced(.cleared)) {
        $0.units[car]?.isFree == true && $0.units[car]?.incident == nil && $0.incidents[one]?.isWaiting == true
    },
    FoldCase(
        "withdrawn", after: [unit, reported(one, 1), assigned],
        .assignmentWithdrawn(AssignmentWithdrawn(incident: one, assignment: sent, unit: car, at: at))
    ) { $0.units[car]?.isFree == true && $0.incidents[one]?.stage == .triaged },
    FoldCase(
        "unit restored", after: [unit, reported(one, 1), assigned],
        .unitRestored(UnitRestored(before: UnitCondition(unit: car, status: .clear, since: at)))
    ) { $0.units[car]?.status == .clear && $0.units[car]?.incident == nil },
]

private let alertCases = [
    FoldCase("raised", after: [unit], raised) {
        $0.alerts[bell]?.state == .unacknowledged && $0.alerts[bell]?.occurrence == 1
            && $0.alerts[bell]?.unit == car
    },
    FoldCase(
        "severity raised", after: [raised, .alertAcknowledged(AlertAcknowledged(alert: bell))],
        .alertSeverityRaised(AlertSeverityRaised(alert: bell, severity: .low, at: at))
    ) { $0.alerts[bell]?.state == .unacknowledged && $0.alerts[bell]?.severity == .low },
    FoldCase(
        "revised", after: [raised, .alertAcknowledged(AlertAcknowledged(alert: bell))],
        .alertRevised(
            AlertRevised(
                alert: bell, reported: ReportedAlert(source: SourceKey(source: "f", id: "2"), text: "x"), at: at))
    ) {
        $0.alerts[bell]?.state == .acknowledged && $0.alerts[bell]?.reported?.text == "x"
            && $0.alert(reportedAs: SourceKey(source: "f", id: "2"))?.id == bell
    },
    FoldCase("acknowledged", after: [raised], .alertAcknowledged(AlertAcknowledged(alert: bell))) {
        $0.alerts[bell]?.state == .acknowledged
    },
    FoldCase("cleared unanswered", after: [raised], .alertCleared(AlertCleared(alert: bell, at: at))) {
        $0.alerts[bell]?.state == .returnedUnacknowledged
    },
    FoldCase(
        "cleared", after: [raised, .alertAcknowledged(AlertAcknowledged(alert: bell))],
        .alertCleared(AlertCleared(alert: bell, at: at))
    ) { $0.alerts[bell] == nil },
    FoldCase(
        "alert restored", .alertRestored(AlertRestored(before: Alert(id: bell, active: true, occurrence: 3)))
    ) { $0.alerts[bell]?.occurrence == 3 },
]

private let actionCases = [
    FoldCase(
        "action", after: [unit, reported(one, 1)],
        .actionTaken(ActionTaken(name: "assign", followers: 2, incidents: [one, two], units: [car]))
    ) {
        let memo = $0.lastAction(of: .dispatcher("lin"))
        return memo?.position == 3 && memo?.lastPosition == 5 && memo?.incidents.map(\.id) == [one, two]
            && memo?.incidents.map(\.reports.count) == [1, 0] && memo?.units.map(\.status) == [.available]
    },
    FoldCase("undone", after: [.actionTaken(ActionTaken(name: "a"))], .actionUndone(ActionUndone(action: 1))) {
        $0.actions.first?.undone == true && $0.lastAction(of: .dispatcher("lin")) == nil
    },
]
