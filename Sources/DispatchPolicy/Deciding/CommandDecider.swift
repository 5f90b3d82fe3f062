import DispatchModel

/// Decides what an operator's command means: the events that record it, or why not.
///
/// Pure: board, time and rules are all it knows, and only events leave it.
package struct CommandDecider: Sendable {
    /// The rules in force.
    package var policy: Policy

    /// The longest text of a note, report, place or reason, in bytes of UTF-8.
    package static let textLimit = 4000

    /// Creates a decider.
    package init(policy: Policy = Policy()) {
        self.policy = policy
    }

    /// The events that carry the command out, an `actionTaken` first; none when it changes nothing.
    package func decide(
        _ request: CommandRequest, board: Board, now: Timestamp
    ) -> Result<[EventBody], Rejection> {
        let differences = request.drawn.flatMap { $0.differences(on: board) }
        guard differences.isEmpty else { return .failure(.changedSinceDrawn(differences)) }
        if request.command == .undo { return undo(by: request.actor, board: board, now: now) }
        do throws(Rejection) {
            var draft = Draft(board.counters)
            try carryOut(request.command, &draft, on: board, now: now)
            draft.gradeByType(policy.disputeTypes, policy.deadlines.disputes, on: board)
            let events = draft.events.isEmpty ? [] : draft.action(request.command.name)
            return .success(policy.alerts.latched(events))
        } catch {
            return .failure(error)
        }
    }

    /// The one place that takes commands apart: each has its decision beside its kin.
    private func carryOut(_ command: Command, _ draft: inout Draft, on board: Board, now: Timestamp) throws(Rejection) {
        switch command {
        case .create(let new): _ = try create(new, &draft, on: board, now: now)
        case .addReport(let id, let caller, let text):
            try addReport(id, caller: caller, text: text, &draft, on: board, now: now)
        case .triage(let id, let change): try triage(id, change, &draft, on: board)
        case .note(let id, let text): try note(id, text, &draft, on: board)
        case .hold(let id, let until, let reason):
            try hold(id, until: until, reason: reason, &draft, on: board, now: now)
        case .releaseHold(let id): try releaseHold(id, &draft, on: board)
        case .merge(let from, let into): try merge(from, into, &draft, on: board, now: now)
        case .split(let id, let reports): try split(id, reports, &draft, on: board)
        case .link(let one, let other): try link(one, other, &draft, on: board)
        case .dismissDuplicate(let one, let other): try dismiss(one, other, &draft, on: board)
        case .reopen(let id, let reason): try reopen(id, reason, &draft, on: board)
        case .close(let id, let disposition): try close(id, disposition, &draft, on: board, now: now)
        case .assign(let id, let units, let divert):
            try assign(units, to: id, divert: divert, &draft, on: board, now: now)
        case .withdraw(let unit, let reason): try withdraw(unit, reason, &draft, on: board, now: now)
        case .advance(let unit, let milestone, let disposition):
            try advance(unit, milestone, disposition.trimmingBlanks, &draft, on: board, now: now)
        case .setStatus(let unit, let status, let reason):
            let reason = try bounded(reason.trimmingBlanks, .reason)
            try setStatus(unit, status, reason: reason, &draft, on: board, now: now)
        case .emergency(let unit): try emergency(unit, &draft, on: board, now: now)
        case .gradeDispute(let id, let grade): try self.grade(id, grade, &draft, on: board)
        case .advanceDispute(let id, let step): try advance(id, step, &draft, on: board, now: now)
        case .mediate(let id, let kind, let body, let due):
            let mediation = Mediation(kind: kind, body: try bounded(body.trimmingBlanks, .text), since: now, due: due)
            try mediate(id, mediation, &draft, on: board)
        case .acknowledge(let id, let occurrence, let severity):
            try acknowledge(try board.seen(id, occurrence, severity), &draft)
        case .reset(let id, let occurrence): try reset(id, occurrence, &draft, on: board)
        case .shelve(let id, let occurrence, let severity, let until, let once, let reason):
            let alert = try board.seen(id, occurrence, severity)
            let shelf = AlertHiding(
                way: .shelved, since: now, until: until, once: once, reason: try required(reason, .reason))
            try shelve(alert, shelf, &draft, on: board, now: now)
        case .takeOutOfService(let id, let occurrence, let severity, let reason):
            try takeOutOfService(try board.seen(id, occurrence, severity), reason, &draft, now: now)
        case .showAlert(let id, let way): try show(id, way, &draft, on: board, now: now)
        case .raiseIncident(let id, let occurrence, let severity, let new):
            try raiseIncident(try board.seen(id, occurrence, severity), new, &draft, on: board, now: now)
        case .joinAlert(let id, let incident): try join(id, incident, &draft, on: board)
        case .undo: return
        }
    }
}

extension Board {
    /// The incident, or why it cannot be acted on.
    func known(_ id: IncidentID) throws(Rejection) -> Incident {
        guard let incident = incidents[id] else { throw .unknownIncident(id) }
        return incident
    }

    /// The incident when it is open, or why it cannot be acted on.
    func open(_ id: IncidentID) throws(Rejection) -> Incident {
        let incident = try known(id)
        guard incident.isOpen else { throw .incidentClosed(id) }
        return incident
    }

    /// The alert, or why it cannot be acted on.
    func known(_ id: AlertID) throws(Rejection) -> Alert {
        guard let alert = alerts[id] else { throw .unknownAlert(id) }
        return alert
    }

    /// The unit, or why it cannot be acted on.
    func known(_ id: UnitID) throws(Rejection) -> FieldUnit {
        guard let unit = units[id] else { throw .unknownUnit(id) }
        return unit
    }
}

/// The text without blanks around it, or why it will not do.
func required(_ text: String, _ field: RequiredField) throws(Rejection) -> String {
    let trimmed = text.trimmingBlanks
    guard !trimmed.isEmpty else { throw .missing(field) }
    return try bounded(trimmed, field)
}

/// The text when it is short enough.
@discardableResult
func bounded(_ text: String, _ field: RequiredField) throws(Rejection) -> String {
    guard text.utf8.count <= CommandDecider.textLimit else { throw .tooLong(field, limit: CommandDecider.textLimit) }
    return text
}

extension String {
    /// The text without white space at either end.
    var trimmingBlanks: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }) else { return "" }
        let end = lastIndex { !$0.isWhitespace } ?? start
        return String(self[start...end])
    }
}
