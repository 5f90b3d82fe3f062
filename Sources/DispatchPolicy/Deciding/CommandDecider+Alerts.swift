import DispatchModel

extension CommandDecider {
    // Each binds to what was on the screen: the occurrence, and the severity where it matters.

    /// Answers an alert.
    func acknowledge(_ alert: Alert, _ draft: inout Draft) throws(Rejection) {
        try alert.mustBeInSight()
        guard !alert.acknowledged else { throw .alertAnswered(alert.id) }
        draft.answer(alert)
    }

    /// Takes an alert out of service.
    func takeOutOfService(_ alert: Alert, _ reason: String, _ draft: inout Draft, now: Timestamp) throws(Rejection) {
        if alert.hiding(.outOfService) != nil { throw .alertHidden(alert.id, .outOfService) }
        draft.hide(alert, AlertHiding(way: .outOfService, since: now, reason: try required(reason, .reason)))
    }

    /// Notes that an alert has to do with an incident.
    func join(_ id: AlertID, _ incident: IncidentID, _ draft: inout Draft, on board: Board) throws(Rejection) {
        let alert = try board.known(id)
        _ = try board.open(incident)
        if let known = alert.incident, known == incident || alert.kind.isAboutIncident {
            throw .alertHasIncident(id, known)
        }
        // One that is closed keeps what it came from.
        let from = alert.incident.flatMap { board.incidents[$0]?.isOpen == true ? $0 : nil }
        draft.add(.alertLinked(AlertLinked(alert: id, incident: incident, from: from)))
    }

    /// Only an alert that is gone, latched and answered (L) can be reset.
    func reset(_ id: AlertID, _ occurrence: Int64, _ draft: inout Draft, on board: Board) throws(Rejection) {
        let alert = try board.known(id)
        guard alert.occurrence == occurrence else { throw .alertMoved(id) }
        try alert.mustBeInSight()
        guard alert.state == .latchedAcknowledged else { throw .notLatched(id, alert.state) }
        draft.add(.alertReset(AlertReset(alert: id, occurrence: occurrence)))
    }

    /// A shelf may be given a new end; what a rule hides or is out of service cannot be shelved on top.
    func shelve(
        _ alert: Alert, _ shelf: AlertHiding, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        for way in [AlertHidingWay.outOfService, .suppressed] where alert.hiding(way) != nil {
            throw .alertHidden(alert.id, way)
        }
        guard let until = shelf.until, until > now else { throw .shelfInPast(alert.id) }
        let latest = policy.shifts.end(at: now)
        guard until <= latest else { throw .shelfBeyondShift(alert.id, latest: latest) }
        draft.hide(alert, shelf)
    }

    func show(
        _ id: AlertID, _ way: AlertHidingWay, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        guard let hiding = try board.known(id).hiding(way) else { throw .alertNotHidden(id, way) }
        guard way != .suppressed else { throw .hiddenByRule(id, rule: hiding.reason) }
        draft.add(.alertShown(AlertShown(alert: id, way: way, cause: .ordered, at: now)))
    }

    /// The incident comes first, so that the link finds it. What is hidden is linked but not answered.
    func raiseIncident(
        _ alert: Alert, _ new: NewIncident, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        if let known = alert.incidentInTheWay(on: board) { throw .alertHasIncident(alert.id, known) }
        let incident = try create(new, &draft, on: board, now: now)
        draft.add(.alertLinked(AlertLinked(alert: alert.id, incident: incident)))
        if alert.asksForAnswer { draft.answer(alert) }
    }
}

extension Alert {
    /// The incident that an alert belongs to already, so that none can be made of it; nil when one can.
    package func incidentInTheWay(on board: Board) -> IncidentID? {
        incident.flatMap { kind.isAboutIncident || board.incidents[$0]?.isOpen == true ? $0 : nil }
    }
}

extension Draft {
    fileprivate mutating func answer(_ alert: Alert) {
        add(
            .alertAcknowledged(
                AlertAcknowledged(alert: alert.id, occurrence: alert.occurrence, severity: alert.severity)))
    }

    fileprivate mutating func hide(_ alert: Alert, _ hiding: AlertHiding) {
        add(
            .alertHidden(
                AlertHidden(
                    alert: alert.id, hiding: hiding, occurrence: alert.occurrence, severity: alert.severity)))
    }
}

extension Board {
    /// The alert while it is as it was seen, or why it cannot be acted on.
    func seen(
        _ id: AlertID, _ occurrence: Int64, _ severity: AlertSeverity
    ) throws(Rejection) -> Alert {
        let alert = try known(id)
        guard alert.occurrence == occurrence, alert.severity == severity else { throw .alertMoved(id) }
        return alert
    }
}

extension Alert {
    /// What nobody can see cannot be answered or reset.
    fileprivate func mustBeInSight() throws(Rejection) {
        guard let way = hidings.map(\.way).max(by: { $0.rawValue < $1.rawValue }) else { return }
        throw .alertHidden(id, way)
    }
}

extension CommandDecider {
    /// Says that an incident is a dispute of a grade.
    func grade(_ id: IncidentID, _ grade: DisputeGrade, _ draft: inout Draft, on board: Board) throws(Rejection) {
        let incident = try board.open(id)
        if let dispute = incident.dispute, dispute.grade == grade, dispute.settled == nil {
            throw .sameGrade(id, grade)
        }
        let graded = policy.deadlines.disputes.graded(id, grade, received: incident.received)
        draft.add(.disputeGraded(graded))
    }

    /// Records that a step of a dispute was done.
    func advance(
        _ id: IncidentID, _ step: DisputeStep, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        let dispute = try board.dispute(id)
        if dispute[step].done != nil { throw .stepDone(id, step) }
        guard dispute.settled == nil else { throw .disputeSettled(id) }
        draft.add(.disputeAdvanced(DisputeAdvanced(incident: id, step: step, at: now)))
    }

    /// Hands a dispute over: its units come free, a hold ends, and it counts as routed. It stays on the board, no longer
    /// waiting for a unit, until it is settled or closed, so that its due date is watched.
    func mediate(_ id: IncidentID, _ mediation: Mediation, _ draft: inout Draft, on board: Board)
        throws(Rejection)
    {
        let dispute = try board.dispute(id)
        let incident = try board.open(id)
        guard dispute.settled == nil else { throw .disputeSettled(id) }
        let latest = mediation.since + DisputeDeadlines.longestMediation
        guard mediation.due > mediation.since, mediation.due <= latest else {
            throw .mediationDue(id, latest: latest)
        }
        for assignment in incident.openAssignments {
            draft.advance(assignment, of: id, to: .cleared, at: mediation.since)
        }
        draft.wake(incident)
        if dispute.routed == nil {
            draft.add(.disputeAdvanced(DisputeAdvanced(incident: id, step: .routed, at: mediation.since)))
        }
        draft.add(.mediationBegun(MediationBegun(incident: id, mediation: mediation)))
    }

    /// What is merged keeps its dispute: the graver grade counts, from the earlier first report; steps and mediation that
    /// only one of the two has count for both.
    func mergeDispute(_ source: Incident, into target: Incident, _ draft: inout Draft) {
        guard let from = source.dispute else { return }
        let received = min(source.received, target.received)
        let grade = min(from.grade, target.dispute?.grade ?? from.grade)
        let isOpenAgain = from.settled == nil && target.dispute?.settled != nil
        if target.dispute?.grade != grade || received < target.received || isOpenAgain {
            draft.add(.disputeGraded(policy.deadlines.disputes.graded(target.id, grade, received: received)))
        }
        for step in DisputeStep.allCases where target.dispute?[step].done == nil {
            guard let done = from[step].done, step != .settled || target.dispute == nil else { continue }
            draft.add(.disputeAdvanced(DisputeAdvanced(incident: target.id, step: step, at: done)))
        }
        if let mediation = from.mediation, target.dispute?.mediation == nil {
            draft.add(.mediationBegun(MediationBegun(incident: target.id, mediation: mediation)))
        }
    }
}

extension Draft {
    /// Grades every incident whose type, given to it by what was decided so far, names a grade.
    mutating func gradeByType(_ types: [String: DisputeGrade], _ deadlines: DisputeDeadlines, on board: Board) {
        guard !types.isEmpty else { return }
        for event in events {
            switch event {
            case .incidentReported(let event):
                guard let grade = types[event.type] else { continue }
                add(.disputeGraded(deadlines.graded(event.incident, grade, received: event.received)))
            case .incidentTriaged(let event):
                guard let grade = types[event.type], let incident = board.incidents[event.incident],
                    incident.dispute?.grade != grade
                else { continue }
                add(.disputeGraded(deadlines.graded(incident.id, grade, received: incident.received)))
            default: continue
            }
        }
    }
}

extension Board {
    /// The dispute of an open incident, or why there is none to act on.
    fileprivate func dispute(_ id: IncidentID) throws(Rejection) -> Dispute {
        guard let dispute = try open(id).dispute else { throw .notDispute(id) }
        return dispute
    }
}
