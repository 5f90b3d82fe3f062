import DispatchModel
import Formats

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
        if case .adoptRules(let rules) = request.command { return rules.decide(on: board) }
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
    let trimmed = String(text.trimmingBlanks)
    guard !trimmed.isEmpty else { throw .missing(field) }
    return try bounded(trimmed, field)
}

/// The caller without blanks around what is said of them, when all of it is short enough.
func bounded(_ caller: Caller) throws(Rejection) -> Caller {
    Caller(
        name: try bounded(caller.name, .caller, characters: Caller.nameLimit),
        callback: try bounded(caller.callback, .callback, characters: Caller.callbackLimit),
        flat: try bounded(caller.flat, .flat, characters: Caller.flatLimit), way: caller.way)
}

private func bounded(_ text: String, _ field: RequiredField, characters limit: Int) throws(Rejection) -> String {
    let trimmed = String(text.trimmingBlanks)
    guard trimmed.unicodeScalars.count <= limit else { throw .tooLong(field, limit: limit) }
    return trimmed
}

/// The text when it is short enough.
@discardableResult
func bounded(_ text: String, _ field: RequiredField) throws(Rejection) -> String {
    guard text.utf8.count <= CommandDecider.textLimit else { throw .tooLong(field, limit: CommandDecider.textLimit) }
    return text
}
