import DispatchModel

extension CommandDecider {
    /// The events that take back the actor's last action, or why they cannot be.
    ///
    /// An action can be undone while nothing else has changed what it touched: undoing must never undo somebody else's
    /// work or a fact reported from the street.
    func undo(by actor: Actor, board: Board, now: Timestamp) -> Result<[EventBody], Rejection> {
        guard let memo = board.lastAction(of: actor) else { return .failure(.nothingToUndo) }
        let undone = EventBody.actionUndone(ActionUndone(action: memo.position))
        if memo.order == .setTimer || memo.order == .endTimer {
            return .success([undone] + turningTimers(of: memo, board))
        }
        let moved = memo.alerts.filter { !board.isAsLeft($0, by: memo) }
        let incidents =
            memo.incidents.filter { hasChanged($0, since: memo, board) }.map(\.id) + moved.compactMap(\.incident)
        let units =
            memo.units.map(\.unit).filter { (board.units[$0]?.revision ?? .max) > memo.lastPosition }
            + moved.compactMap(\.unit)
        guard incidents.isEmpty, units.isEmpty, moved.isEmpty else {
            // An alert about an incident or a unit is told by that.
            let alerts = moved.filter { $0.incident == nil && $0.unit == nil }.map(\.id)
            return .failure(.cannotUndo(action: memo.name, incidents: incidents, units: units, alerts: alerts))
        }
        if memo.order == .setIncidentCheck { return .success([undone] + restoringChecks(of: memo)) }
        var events = [undone]
        // What was created goes last: the reports it took have then gone back to where they came from.
        for before in memo.incidents where !before.isNew { events += restoring(before, memo, board) }
        for before in memo.incidents { events += forwarding(before, memo, board) }
        for before in memo.incidents where before.isNew { events += voiding(before.id, memo, board, now) }
        events += memo.units.map { .unitRestored(UnitRestored(before: $0)) }
        // An alert of a timer that was answered went with it; it comes on again when the timer goes on.
        events += memo.alerts.filter { $0.kind != .timer || board.alerts.contains($0.id) }
            .map { .alertRestored(AlertRestored(before: board.restoring($0))) }
        events += turningTimers(of: memo, board)
        events += endingAlerts(of: memo, board, now)
        return .success(events)
    }

    /// Timers that the action set end, and those that it ended go on.
    private func turningTimers(of memo: ActionMemo, _ board: Board) -> [EventBody] {
        let own = memo.position...memo.lastPosition
        return board.timers.compactMap { timer in
            if own.contains(timer.id) {
                guard timer.isOpen else { return nil }
                return .timerEnded(TimerEnded(timer: timer.id, incident: timer.incident, unit: timer.unit))
            }
            guard let ended = timer.ended, own.contains(ended) else { return nil }
            return .timerResumed(TimerResumed(timer: timer.id, incident: timer.incident, unit: timer.unit))
        }
    }

    /// What was asked of the crews at an incident before.
    private func restoringChecks(of memo: ActionMemo) -> [EventBody] {
        memo.incidents.map {
            .incidentCheckSet(IncidentCheckSet(incident: $0.id, interval: $0.checkInterval ?? 0))
        }
    }

    /// True when taking the action back would take back more than the action.
    private func hasChanged(_ before: Incident, since memo: ActionMemo, _ board: Board) -> Bool {
        guard let incident = board.incidents[before.id] else { return true }
        if memo.isRemark { return false }
        if before.isNew, incident.reports.count > 1, !memo.incidents.contains(where: { !$0.isNew }) {
            // Other callers reported it too.
            return true
        }
        return incident.revision > memo.lastPosition
    }

    /// The incident as it stood, but with every report that has come in since: no caller's report is taken back.
    private func restoring(_ before: Incident, _ memo: ActionMemo, _ board: Board) -> [EventBody] {
        // A note or report stays readable, struck out.
        if memo.isRemark { return [.noteStruck(NoteStruck(incident: before.id, note: memo.position + 1))] }
        var restored = before
        restored.reports += memo.reportsSince(on: before.id, board)
        restored.alerts = memo.alertsToKeep(on: before.id, board)
        restored.proposals = memo.proposals(of: before, board)
        var events: [EventBody] = [.incidentRestored(IncidentRestored(before: restored))]
        // A unit cleared with a remark, which is the action's last event while the incident stays open.
        if memo.order == .advance, memo.lastPosition == memo.position + 2, board.incidents[before.id]?.isOpen == true {
            events.append(.noteStruck(NoteStruck(incident: before.id, note: memo.lastPosition)))
        }
        return events
    }

    /// Reports that came to a merged incident while it was open again go to the one that carries its reports.
    private func forwarding(_ before: Incident, _ memo: ActionMemo, _ board: Board) -> [EventBody] {
        guard let into = before.mergedInto, let holder = board.survivor(of: into) else { return [] }
        let numbers = memo.reportsSince(on: before.id, board).map(\.number)
        guard !numbers.isEmpty, !memo.isRemark else { return [] }
        return [.reportsMoved(ReportsMoved(incident: before.id, to: holder.id, reports: numbers))]
    }

    /// An incident is never deleted: it is closed as entered in error, its units withdrawn.
    private func voiding(_ id: IncidentID, _ memo: ActionMemo, _ board: Board, _ now: Timestamp) -> [EventBody] {
        guard let incident = board.incidents[id] else { return [] }
        var events: [EventBody] = incident.openAssignments.map { assignment in
            .assignmentWithdrawn(
                AssignmentWithdrawn(
                    incident: id, assignment: assignment.id, unit: assignment.unit, at: now, reason: "undo"))
        }
        for other in memo.incidents where !other.isNew {
            let numbers = incident.reports.map(\.number)
            guard other.reports.contains(where: { numbers.contains($0.number) }) else { continue }
            events.append(.reportsMoved(ReportsMoved(incident: id, to: other.id, reports: numbers)))
        }
        events.append(.incidentClosed(IncidentClosed(incident: id, disposition: policy.voidDisposition, at: now)))
        return events
    }

    /// An alert that the action itself raised ends with it, answered by whoever takes it back.
    private func endingAlerts(of memo: ActionMemo, _ board: Board, _ now: Timestamp) -> [EventBody] {
        let created = Set(memo.incidents.filter(\.isNew).map(\.id))
        var events: [EventBody] = []
        for alert in board.alerts.elements where alert.kind == .emergency {
            guard alert.incident.map(created.contains) == true else { continue }
            if !alert.acknowledged {
                events.append(
                    .alertAcknowledged(
                        AlertAcknowledged(alert: alert.id, occurrence: alert.occurrence, severity: alert.severity)))
            }
            if alert.active { events.append(.alertCleared(AlertCleared(alert: alert.id, at: now))) }
        }
        return events
    }
}

extension ActionMemo {
    /// True when the action only said something about its incident.
    fileprivate var isRemark: Bool { order == .note || order == .addReport }

    /// The alerts on an incident but those that the action joined to it, and with those that it took from it.
    fileprivate func alertsToKeep(on id: IncidentID, _ board: Board) -> [AlertID] {
        let known = incidents.first { $0.id == id }?.alerts ?? []
        let touched = alerts.map(\.id)
        let now = board.incidents[id]?.alerts ?? known
        return now.filter { known.contains($0) || !touched.contains($0) }
            + known.filter { touched.contains($0) && !now.contains($0) }
    }

    /// What an incident is proposed to be the same event as once the action is taken back: only what the action itself
    /// settled is open again, on both sides; everything else is as it is now.
    fileprivate func proposals(of before: Incident, _ board: Board) -> [DuplicateProposal] {
        let now = board.incidents[before.id]?.proposals ?? []
        let own = Set(incidents.map(\.id))
        let dismissed = order == .dismissDuplicate ? [] : now.filter(\.dismissed).map(\.other)
        let restored = before.proposals.filter { own.contains($0.other) && !dismissed.contains($0.other) }
        let kept = now.filter { proposal in !restored.contains { $0.other == proposal.other } }
        return (restored + kept).sorted { ($1.likeness, $0.other) < ($0.likeness, $1.other) }
    }

    /// The reports on an incident that none of the action's incidents had before it.
    fileprivate func reportsSince(on id: IncidentID, _ board: Board) -> [Report] {
        let owned = Set(incidents.flatMap(\.reports).map(\.number))
        return (board.incidents[id]?.reports ?? []).filter { !owned.contains($0.number) }
    }
}

extension Incident {
    /// True for what an action remembers of an incident that it created.
    fileprivate var isNew: Bool { revision == 0 && reports.isEmpty }
}

extension Board {
    /// True while an alert is as an action left it.
    func isAsLeft(_ before: Alert, by memo: ActionMemo) -> Bool {
        guard let alert = alerts[before.id] else {
            if before.kind == .timer, memo.order == .acknowledge { return true }
            // The action took it off the board; it may have come on again under another number.
            return before.isGone(after: memo.order) && successor(of: before) == nil
        }
        guard alert.active == before.active, alert.occurrence == before.occurrence, alert.severity == before.severity
        else { return false }
        switch memo.order {
        case .acknowledge?, .raiseIncident?:
            return (alert.acknowledged || !before.isInSight) && alert.hidings == before.hidings
        case .shelveAlert?: return alert.isHidden(.shelved, by: memo, before)
        case .takeAlertOutOfService?: return alert.isHidden(.outOfService, by: memo, before)
        case .showAlert?:
            let asks = alert.hidings.isEmpty && alert.active
            return alert.acknowledged == (before.acknowledged && !asks)
                && alert.hidings.count + 1 == before.hidings.count
                && alert.hidings.allSatisfy(before.hidings.contains)
        case .joinAlert?: return alert.acknowledged == before.acknowledged && alert.hidings == before.hidings
        // What it reset is gone; the others leave alerts alone.
        case .resetAlert?, .note?, .addReport?, .advance?, .dismissDuplicate?, .emergency?, .setIncidentCheck?,
            .setTimer?, .endTimer?, nil:
            return false
        }
    }

    /// An alert as it stood before an action, with what was learnt of it since that no action decides.
    func restoring(_ before: Alert) -> Alert {
        guard let alert = alerts[before.id] else { return before }
        var restored = before
        restored.conduct = alert.conduct
        return restored
    }

    /// The alert on the board that is about the same.
    private func successor(of before: Alert) -> Alert? {
        if let key = before.reported?.source { return alert(reportedAs: key) }
        let subject = Obligation(before)
        return alerts.elements.first { $0.reported == nil && Obligation($0) == subject }
    }
}

extension Alert {
    /// True when an action takes an alert like this off the board.
    fileprivate func isGone(after order: UndoneOrder?) -> Bool {
        switch order {
        case .acknowledge?, .raiseIncident?: !active && !latching
        case .resetAlert?: true
        case .showAlert?: hidings.count == 1 && !active && acknowledged && !latching
        case .shelveAlert?, .takeAlertOutOfService?, .joinAlert?, .note?, .addReport?, .advance?, .dismissDuplicate?,
            .emergency?, .setIncidentCheck?, .setTimer?, .endTimer?, nil:
            false
        }
    }

    /// True while it is hidden as an action hid it, and otherwise as it was.
    fileprivate func isHidden(_ way: AlertHidingWay, by memo: ActionMemo, _ before: Alert) -> Bool {
        acknowledged && hiding(way)?.since == memo.at
            && hidings.filter { $0.way != way } == before.hidings.filter { $0.way != way }
    }
}
