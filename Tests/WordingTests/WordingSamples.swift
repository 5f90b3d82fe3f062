import DispatchModel
import DispatchPolicy
import Wording

/// A small board with two units, three incidents and two alerts, folded from events like any other.
enum Sample {
    static let now = Timestamp(seconds: 1_700_000_000)
    static let robbery = IncidentID(rawValue: 1)
    static let fight = IncidentID(rawValue: 2)
    static let gone = IncidentID(rawValue: 99)
    static let car = UnitID(rawValue: 1)
    static let quick = UnitID(rawValue: 2)

    static func board(_ extra: [EventBody] = []) -> Board {
        var board = Board()
        for (index, body) in (base + extra).enumerated() {
            board.apply(EventRecord(position: Int64(index + 1), at: now, actor: .dispatcher("wl"), body: body))
        }
        return board
    }

    private static let base: [EventBody] = [
        .typeDefined(TypeDefined(code: "robbery", english: "robbery", chinese: "抢劫")),
        .beatDefined(BeatDefined(beat: "B07", name: "Mission")),
        .unitRegistered(
            UnitRegistered(unit: car, callsign: "3A12", kind: .vehiclePatrol, homeBeat: "B07")),
        .unitRegistered(
            UnitRegistered(
                unit: quick, callsign: "Q2", kind: .quickResponse, pane: .quickResponse,
                dutyPoint: Place(text: "Twin Peaks"), circleMinutes: 3)),
        .incidentReported(
            IncidentReported(
                incident: robbery, type: "robbery", priority: .p1, place: Place(text: "Mission St / 16th"), beat: "B07",
                received: now - .seconds(312), report: Report(number: 1, at: now - .seconds(312)))),
        .incidentReported(
            IncidentReported(
                incident: fight, type: "fight", priority: .p2, place: Place(text: "Zoo Rd"), received: now,
                report: Report(number: 2, at: now))),
        .alertRaised(
            AlertRaised(
                alert: AlertID(rawValue: 1), kind: .waitingTooLong, severity: .high, incident: robbery, at: now,
                limit: 180, priority: .p1)),
    ]

    static let assigned = EventBody.unitAssigned(
        UnitAssigned(incident: robbery, assignment: AssignmentID(rawValue: 1), unit: car, assigned: now))

    /// A feed in every state, with and without something odd.
    static let feeds: [FeedStatus] = {
        var failed = FeedStatus(name: "failed")
        failed.trouble = .init("the port is taken", "端口被占用")
        (failed.refused, failed.doubtful, failed.lostLetters, failed.forgotten, failed.reopened) = (2, 3, 1, 4, 5)
        (failed.faults, failed.late, failed.future, failed.outOfOrder, failed.heldBack) = (6, 1, 2, 3, 9)
        (failed.lag, failed.skew, failed.rate) = (.seconds(2), .seconds(-40), 12.5)
        var silent = FeedStatus(name: "silent")
        (silent.heartbeat, silent.last, silent.started) = (.seconds(30), now - .minutes(4), now - .hours(1))
        silent.skew = .seconds(3)
        var waiting = FeedStatus(name: "waiting")
        (waiting.heartbeat, waiting.started) = (.seconds(30), now - .seconds(5))
        var open = FeedStatus(name: "open")
        open.last = now - .hours(9)
        var fresh = silent
        (fresh.name, fresh.last) = ("fresh", now - .seconds(2))
        var ended = open
        (ended.name, ended.hasEnded) = ("ended", true)
        return [failed, silent, waiting, open, fresh, ended]
    }()

    /// One body of every kind of event.
    static let bodies: [EventBody] = [
        .modeDeclared(ModeDeclared(mode: .exercise, title: "peak")),
        .typeDefined(TypeDefined(code: "x", english: "noise", chinese: "噪声")),
        .beatDefined(BeatDefined(beat: "B1", name: "North")),
        .unitRegistered(UnitRegistered(unit: car, callsign: "3A12")),
        .unitStatusChanged(UnitStatusChanged(unit: car, status: .outOfService, reason: "fuel")),
        .unitPositionReported(
            UnitPositionReported(
                unit: car, point: GeoPoint(latitudeMicrodegrees: 37_765_200, longitudeMicrodegrees: -122_419_400))),
        .incidentReported(
            IncidentReported(
                incident: robbery, type: "robbery", priority: .p1, place: Place(text: "Mission St"),
                report: Report(number: 1))),
        .reportAdded(ReportAdded(incident: robbery, report: Report(number: 7))),
        .callerCorrected(
            CallerCorrected(
                incident: robbery, report: 7, before: Caller(name: "9", way: .phone),
                after: Caller(name: "8", callback: "555-0100", flat: "12", way: .otherDesk))),
        .incidentTriaged(IncidentTriaged(incident: robbery, priority: .p2, beat: "B07")),
        .incidentHeld(IncidentHeld(incident: robbery, until: now, reason: "no unit")),
        .holdReleased(HoldReleased(incident: robbery)),
        .noteAdded(NoteAdded(incident: robbery, text: "two men")),
        .noteStruck(NoteStruck(incident: robbery, note: 3)),
        .incidentClosed(IncidentClosed(incident: robbery, disposition: "report", at: now)),
        .incidentReopened(IncidentReopened(incident: robbery, reason: "again")),
        .incidentMerged(IncidentMerged(incident: robbery, into: fight, at: now)),
        .reportsMoved(ReportsMoved(incident: robbery, to: fight, reports: [1])),
        .incidentsLinked(IncidentsLinked(incident: robbery, with: fight)),
        .unitAssigned(
            UnitAssigned(
                incident: robbery, assignment: AssignmentID(rawValue: 1), unit: car, assigned: now, divertedFrom: fight)
        ),
        .assignmentAdvanced(
            AssignmentAdvanced(
                incident: robbery, assignment: AssignmentID(rawValue: 1), unit: car, milestone: .arrived, at: now)),
        .assignmentWithdrawn(
            AssignmentWithdrawn(
                incident: robbery, assignment: AssignmentID(rawValue: 1), unit: car, at: now, reason: "divert")),
        .alertRaised(AlertRaised(alert: AlertID(rawValue: 1), kind: .notHeard, unit: car, at: now, limit: 180)),
        .alertSeverityRaised(AlertSeverityRaised(alert: AlertID(rawValue: 1), severity: .high, at: now)),
        .alertSeverityLowered(AlertSeverityLowered(alert: AlertID(rawValue: 1), severity: .low, at: now)),
        .alertRevised(AlertRevised(alert: AlertID(rawValue: 1), reported: ReportedAlert(text: "mast-7"), at: now)),
        .alertAcknowledged(AlertAcknowledged(alert: AlertID(rawValue: 1))),
        .alertCleared(AlertCleared(alert: AlertID(rawValue: 1), at: now)),
        .actionTaken(ActionTaken(name: "create")),
        .actionUndone(ActionUndone(action: 1)),
        .incidentRestored(IncidentRestored(before: Incident(id: robbery))),
        .alertRestored(AlertRestored(before: Alert(id: AlertID(rawValue: 1), kind: .holdEnded))),
        .unitRestored(UnitRestored(before: UnitCondition(unit: car, status: .available))),
        .exerciseNoted(ExerciseNoted(inject: "rain", english: "heavy rain", chinese: "大雨")),
        .journalFaultFound(
            JournalFaultFound(
                code: "chain.end", english: "Events 3 to 4 are missing", chinese: "缺少事件 3 至 4", evidence: "evidence-1")),
        .clockStepped(ClockStepped(by: .hours(-1))),
        .groundAdopted(GroundAdopted(name: "Linjiang", digest: "ab")),
        .rulesAdopted(RulesAdopted(text: "reserve = 4\n", digest: "120934056078")),
        .shiftHandedOver(
            ShiftHandedOver(
                outgoing: "Wang", incoming: "Li", since: now - .hours(8), at: now,
                items: [HandoverItem(kind: .open, incident: robbery, answer: .acknowledged)])),
        .standingProposed(
            StandingProposed(
                unit: UnitID(rawValue: 1),
                proposal: StandingProposal(place: Place(text: "Old Gate"), until: Timestamp(seconds: 5)))),
        .standingAnswered(StandingAnswered(unit: UnitID(rawValue: 1), answer: .declined)),
        .alertReset(AlertReset(alert: AlertID(rawValue: 1))),
        .alertHidden(
            AlertHidden(
                alert: AlertID(rawValue: 1), hiding: AlertHiding(way: .shelved, until: now, reason: "works"))),
        .alertShown(AlertShown(alert: AlertID(rawValue: 1), way: .shelved, cause: .expired)),
        .alertEscalated(AlertEscalated(alert: AlertID(rawValue: 1), level: 1)),
        .alertConductChanged(AlertConductChanged(alert: AlertID(rawValue: 1), conduct: .flapping, percent: 41)),
        .alertLinked(AlertLinked(alert: AlertID(rawValue: 1), incident: robbery)),
        .floodChanged(FloodChanged(isFlood: true, count: 14)),
        .duplicateProposed(
            DuplicateProposed(incident: robbery, proposal: DuplicateProposal(other: fight, likeness: 71))),
        .duplicateDismissed(DuplicateDismissed(incident: robbery, with: fight)),
        .disputeGraded(DisputeGraded(incident: fight, grade: .red, settleBy: now)),
        .disputeAdvanced(DisputeAdvanced(incident: fight, step: .warned, at: now)),
        .unitCheckSet(UnitCheckSet(unit: car, interval: 1200)), .unitCheckSet(UnitCheckSet(unit: car)),
        .incidentCheckSet(IncidentCheckSet(incident: fight, interval: 600)),
        .incidentCheckSet(IncidentCheckSet(incident: fight)),
        .crewAnswered(CrewAnswered(unit: car)), .crewAnswered(CrewAnswered(unit: car, isRollCall: true)),
        .crewMissed(CrewMissed(unit: car)), .crewMissed(CrewMissed(unit: car, isRollCall: true)),
        .rollCallTaken(RollCallTaken(answered: 28, missed: 2)), .rollCallTaken(RollCallTaken(answered: 30)),
        .timerSet(TimerSet(incident: fight, text: "look in", due: now)), .timerSet(TimerSet(unit: car, due: now)),
        .timerEnded(TimerEnded(timer: 9, incident: fight)), .timerResumed(TimerResumed(timer: 9, unit: car)),
        .mediationBegun(MediationBegun(incident: fight, mediation: Mediation(kind: .people, due: now))),
    ]

    static let differences: [Difference] = [
        .priority(robbery, was: .p2, now: .p1), .type(robbery, was: "fight", now: "robbery"),
        .place(robbery, was: BilingualText("", ""), now: BilingualText("Zoo Rd", "动物园路")), .closed(robbery),
        .reopened(robbery),
        .units(robbery, was: [], now: [car]), .status(car, was: .available, now: .enRoute),
        .task(car, was: nil, now: robbery), .incidentGone(gone), .unitGone(UnitID(rawValue: 9)),
    ]

    static let rejections: [Rejection] = [
        .unknownIncident(gone), .unknownUnit(UnitID(rawValue: 9)), .unknownAlert(AlertID(rawValue: 9)),
        .incidentClosed(robbery), .incidentOpen(robbery),
        .unitBusy(car, status: .onScene, incident: fight), .unitUnavailable(car, status: .outOfService),
        .alreadyAssigned(car, robbery), .notAssigned(car), .notAsked(car),
        .statusNotAllowed(car, from: .available, to: .onScene, allowed: [.dispatched]), .sameStatus(car, .available),
        .milestoneReached(car, .arrived), .milestoneInFuture(car, .arrived, at: now),
        .milestoneOutOfOrder(car, .enRoute, at: now, known: .arrived, knownAt: now), .samePriority(robbery, .p1),
        .sameTriage(robbery, TriageChange(type: "robbery", priority: .p1, place: Place(text: "x"), beat: "B07")),
        .notHeld(robbery), .holdInPast(robbery),
        .rulesInForce(digest: "120934056078"), .rulesUnreadable,
        .dispositionAsks(RoomDisposition(code: "report", name: BilingualText("report", "已出报告"), asks: [.reportNumber])),
        .dispositionAsks(RoomDisposition(code: "x", name: BilingualText("x", "某"), asks: [.note])),
        .handoverChanged(2), .handoverUnanswered(3), .handoverToOneself, .missing(.outgoing), .missing(.incoming),
        .missing(.type), .missing(.place), .missing(.text), .missing(.reason), .missing(.disposition), .missing(.units),
        .tooLong(.text, limit: 4000), .missing(.caller), .tooLong(.callback, limit: 40), .tooLong(.flat, limit: 60),
        .unknownReport(robbery, 7), .sameCaller(robbery), .sameIncident(robbery), .noUnits, .splitNeedsReports(robbery),
        .alertMoved(AlertID(rawValue: 1)), .alertAnswered(AlertID(rawValue: 1)), .nothingToUndo,
        .cannotUndo(action: "assign", incidents: [robbery], units: [car]),
        .cannotUndo(action: "acknowledge", incidents: [], units: [], alerts: [AlertID(rawValue: 1)]),
        .changedSinceDrawn(differences), .hiddenByRule(AlertID(rawValue: 1), rule: "works"),
        .shelfInPast(AlertID(rawValue: 1)), .shelfBeyondShift(AlertID(rawValue: 1), latest: now),
        .alertHasIncident(AlertID(rawValue: 1), robbery),
        .notChecked(car), .incidentNotChecked(fight), .checkInterval(shortest: .minutes(1), longest: .hours(12)),
        .timerDue(latest: now), .timersFull(limit: 200), .timerEnded, .alertOfTimer(AlertID(rawValue: 1)),
        .notDispute(robbery), .sameGrade(fight, .red), .stepDone(fight, .warned), .disputeSettled(fight),
        .mediationDue(fight, latest: now),
    ]

    static let alertRejections: [Rejection] =
        AlertHidingWay.allCases.flatMap {
            [Rejection.alertHidden(AlertID(rawValue: 1), $0), .alertNotHidden(AlertID(rawValue: 1), $0)]
        } + AlertState.allCases.map { .notLatched(AlertID(rawValue: 1), $0) }

    static let messages: [Message] = [
        .undone(action: "assign"), .unchanged, .nothingSelected, .pasteIgnored, .paused, .resumed, .speed(nil),
        .speed(4),
        .frozen, .unfrozen, .copied(lines: 2), .copyRefused(limit: 74_994), .mouse(on: true), .mouse(on: false),
        .language, .reloaded, .sorted(.age, reversed: false), .sorted(.age, reversed: true),
        .noNextWaiting, .noNextAlert, .notFound("x"),
    ]
}
