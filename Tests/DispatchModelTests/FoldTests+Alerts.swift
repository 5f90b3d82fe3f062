import DispatchModel

private let one = IncidentID(rawValue: 1)
private let two = IncidentID(rawValue: 2)
private let bell = AlertID(rawValue: 1)
private let at = Timestamp(seconds: 50)
private let mast = SourceKey(source: "nms", id: "mast 7")

private func reported(_ id: IncidentID) -> EventBody {
    .incidentReported(IncidentReported(incident: id, type: "fight", report: Report(number: Int64(id.rawValue))))
}

private func raised(latching: Bool = false) -> EventBody {
    .alertRaised(
        AlertRaised(
            alert: bell, kind: .reported, severity: .medium, at: at, reported: ReportedAlert(source: mast),
            latching: latching))
}

private let answered = EventBody.alertAcknowledged(AlertAcknowledged(alert: bell, occurrence: 1))
private let cleared = EventBody.alertCleared(AlertCleared(alert: bell, at: at))

private func hidden(_ way: AlertHidingWay) -> EventBody {
    .alertHidden(AlertHidden(alert: bell, hiding: AlertHiding(way: way, since: at, reason: "works"), occurrence: 1))
}

private func shown(_ way: AlertHidingWay) -> EventBody {
    .alertShown(AlertShown(alert: bell, way: way, at: at))
}

/// Alerts that latch, are hidden, shown again, escalated, linked.
let hidingCases = [
    FoldCase("latched unanswered", after: [raised(latching: true)], cleared) {
        $0.alerts[bell]?.state == .latchedUnacknowledged
    },
    FoldCase("latched answered", after: [raised(latching: true), answered], cleared) {
        $0.alerts[bell]?.state == .latchedAcknowledged
    },
    FoldCase(
        "reset", after: [raised(latching: true), answered, cleared],
        .alertReset(AlertReset(alert: bell, occurrence: 1))
    ) { $0.alerts[bell] == nil && $0.alert(reportedAs: mast) == nil },
    FoldCase("shelved", after: [raised()], hidden(.shelved)) {
        $0.alerts[bell]?.state == .shelved && $0.alerts[bell]?.answered == at
    },
    FoldCase("suppressed is not answered", after: [raised()], hidden(.suppressed)) {
        $0.alerts[bell]?.state == .suppressed && $0.alerts[bell]?.acknowledged == false
    },
    FoldCase("hidden twice, shown once", after: [raised(), hidden(.suppressed), hidden(.shelved)], shown(.shelved)) {
        $0.alerts[bell]?.state == .suppressed
    },
    FoldCase("out of service over all", after: [raised(), hidden(.outOfService)], hidden(.shelved)) {
        $0.alerts[bell]?.state == .outOfService
    },
    FoldCase("shown while it is on asks again", after: [raised(), hidden(.shelved)], shown(.shelved)) {
        $0.alerts[bell]?.state == .unacknowledged
    },
    FoldCase("ended while shelved, then shown", after: [raised(), hidden(.shelved), cleared], shown(.shelved)) {
        $0.alerts[bell] == nil
    },
    FoldCase(
        "came and went while hidden", after: [raised(), hidden(.outOfService), cleared, raised(), cleared],
        shown(.outOfService)
    ) { $0.alerts[bell]?.state == .returnedUnacknowledged && $0.alerts[bell]?.occurrence == 2 },
    FoldCase("stays while hidden and normal", after: [raised(), hidden(.shelved)], cleared) {
        $0.alerts[bell]?.state == .shelved && $0.alert(reportedAs: mast)?.id == bell
    },
    FoldCase(
        "severity lowered", after: [raised(), answered],
        .alertSeverityLowered(AlertSeverityLowered(alert: bell, severity: .low, at: at))
    ) { $0.alerts[bell]?.severity == .low && $0.alerts[bell]?.state == .acknowledged },
    FoldCase(
        "goes on under later messages", after: [raised()],
        .alertRevised(
            AlertRevised(alert: bell, reported: ReportedAlert(source: mast, messages: ["mast 8"]), at: at))
    ) {
        $0.alert(reportedAs: mast)?.id == bell
            && $0.alert(reportedAs: SourceKey(source: "nms", id: "mast 8"))?.id == bell
    },
    FoldCase(
        "escalated", after: [raised()], .alertEscalated(AlertEscalated(alert: bell, occurrence: 1, level: 2, at: at))
    ) { $0.alerts[bell]?.escalations == 2 },
    FoldCase(
        "chattering", after: [raised()],
        .alertConductChanged(AlertConductChanged(alert: bell, conduct: .chattering, at: at))
    ) { $0.alerts[bell]?.conduct == .chattering },
    FoldCase(
        "linked", after: [raised(), reported(one)], .alertLinked(AlertLinked(alert: bell, incident: one))
    ) { $0.alerts[bell]?.incident == one && $0.incidents[one]?.alerts == [bell] && $0.incidents[one]?.revision == 2 },
    FoldCase(
        "linked with another",
        after: [raised(), reported(one), reported(two), .alertLinked(AlertLinked(alert: bell, incident: one))],
        .alertLinked(AlertLinked(alert: bell, incident: two, from: one))
    ) {
        $0.alerts[bell]?.incident == two && $0.incidents[one]?.alerts == [] && $0.incidents[two]?.alerts == [bell]
    },
    FoldCase("flood", .floodChanged(FloodChanged(isFlood: true, count: 11, at: at))) { $0.floodSince == at },
]

/// Incidents that seem to be the same event.
let duplicateCases = [
    FoldCase(
        "proposed", after: [reported(one), reported(two)],
        .duplicateProposed(
            DuplicateProposed(incident: two, proposal: DuplicateProposal(other: one, likeness: 80, metres: 40)))
    ) {
        $0.incidents[two]?.proposals.map(\.other) == [one] && $0.incidents[one]?.proposals.map(\.other) == [two]
            && $0.incidents[one]?.proposals.first?.metres == 40
    },
    FoldCase(
        "dismissed",
        after: [
            reported(one), reported(two),
            .duplicateProposed(DuplicateProposed(incident: two, proposal: DuplicateProposal(other: one, likeness: 80))),
        ], .duplicateDismissed(DuplicateDismissed(incident: one, with: two))
    ) {
        $0.incidents[two]?.proposals.first?.dismissed == true && $0.incidents[one]?.proposals.first?.dismissed == true
    },
    FoldCase(
        "merged, the proposal is done with",
        after: [
            reported(one), reported(two),
            .duplicateProposed(DuplicateProposed(incident: two, proposal: DuplicateProposal(other: one, likeness: 80))),
        ], .incidentMerged(IncidentMerged(incident: two, into: one, at: at))
    ) { $0.incidents[one]?.proposals.isEmpty == true && $0.incidents[two]?.proposals.isEmpty == true },
]

private let graded = EventBody.disputeGraded(DisputeGraded(incident: one, grade: .orange, routeBy: at))

/// Disputes with their grades, deadlines and mediation.
let disputeCases = [
    FoldCase("graded", after: [reported(one)], graded) {
        $0.incidents[one]?.dispute?.grade == .orange && $0.incidents[one]?.dispute?[.routed].by == at
    },
    FoldCase(
        "routed", after: [reported(one), graded],
        .disputeAdvanced(DisputeAdvanced(incident: one, step: .routed, at: at))
    ) { $0.incidents[one]?.dispute?.routed == at && $0.incidents[one]?.dispute?.settled == nil },
    FoldCase(
        "in mediation", after: [reported(one), graded],
        .mediationBegun(MediationBegun(incident: one, mediation: Mediation(kind: .judicial, due: at)))
    ) { $0.incidents[one]?.dispute?.mediation?.kind == .judicial },
]
