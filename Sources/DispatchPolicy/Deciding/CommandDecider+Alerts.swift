import DispatchModel

extension CommandDecider {
    // Each binds to what was on the screen: the occurrence, and the severity where it matters.

    /// Answers an alert. A timer that rings ends with it: whoever answers has read what was to be thought of.
    func acknowledge(_ alert: Alert, _ draft: inout Draft, on board: Board) throws(Rejection) {
        try alert.mustBeInSight()
        guard !alert.acknowledged else { throw .alertAnswered(alert.id) }
        draft.answer(alert)
        if let timer = alert.timer.flatMap(board.timer), timer.isOpen { draft.end(timer) }
    }

    /// Takes an alert out of service.
    func takeOutOfService(_ alert: Alert, _ reason: String, _ draft: inout Draft, now: Timestamp) throws(Rejection) {
        if alert.hiding(.outOfService) != nil { throw .alertHidden(alert.id, .outOfService) }
        draft.hide(alert, AlertHiding(way: .outOfService, since: now, reason: try required(reason, .reason)))
    }

    /// Notes that an alert has to do with an incident.
    func join(_ id: AlertID, _ incident: IncidentID, _ draft: inout Draft, on board: Board) throws(Rejection) {
        let alert = try board.known(id)
        guard alert.kind != .timer else { throw .alertOfTimer(id) }
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
        guard alert.kind != .timer else { throw .alertOfTimer(alert.id) }
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
