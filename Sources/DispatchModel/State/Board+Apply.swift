extension Board {
    /// Folds one event in. Total: an event about something the board does not have is counted and otherwise ignored.
    ///
    /// Records must come in the order of their positions.
    package mutating func apply(_ record: EventRecord) {
        position = record.position
        lastEventAt = max(lastEventAt, record.at)
        if !fold(record) { counters.unappliable += 1 }
        remember(record)
    }

    /// Folds the body; false when it is about something the board does not have.
    private mutating func fold(_ record: EventRecord) -> Bool {
        switch record.body {
        case .modeDeclared, .typeDefined, .beatDefined, .exerciseNoted, .journalFaultFound, .clockStepped:
            foldDistrict(record.body)
        case .unitRegistered, .unitStatusChanged, .unitPositionReported, .unitRestored: foldUnit(record)
        case .unitAssigned, .assignmentAdvanced, .assignmentWithdrawn: foldAssignment(record)
        case .alertRaised, .alertSeverityRaised, .alertAcknowledged, .alertCleared, .alertRestored, .alertReset,
            .alertHidden, .alertShown, .alertEscalated, .alertConductChanged, .alertLinked, .floodChanged,
            .alertRevised, .alertSeverityLowered:
            foldAlert(record)
        case .duplicateProposed, .duplicateDismissed: foldDuplicate(record.body)
        case .disputeGraded, .disputeAdvanced, .mediationBegun: foldDispute(record.body)
        case .actionTaken, .actionUndone: foldAction(record)
        default: foldIncident(record)
        }
    }

    private mutating func foldDistrict(_ body: EventBody) -> Bool {
        switch body {
        case .modeDeclared(let event): mode = event
        case .typeDefined(let event): typeNames.put(event)
        case .beatDefined(let event): beats.put(event)
        case .exerciseNoted, .journalFaultFound, .clockStepped: break
        default: return false
        }
        return true
    }

    /// Notes the event in the histories of what it is about.
    private mutating func remember(_ record: EventRecord) {
        if case .unitPositionReported = record.body { return }
        let isNote = record.body.isNote
        let isHeard = record.actor.kind == .crew || record.actor.kind == .feed
        let (first, second) = record.body.incidents
        for id in [first, second] {
            guard let id else { continue }
            incidents.update(id) { incident in
                if incident.history.count >= Incident.historyLimit {
                    incident.history.remove(at: 1)
                    incident.historyDropped += 1
                }
                incident.history.append(record.position)
                if !isNote { incident.revision = record.position }
            }
        }
        guard let unit = record.body.unit else { return }
        units.update(unit) { unit in
            if unit.history.count >= FieldUnit.historyLimit { unit.history.removeFirst() }
            unit.history.append(record.position)
            if !isNote { unit.revision = record.position }
            if isHeard { unit.heard = max(unit.heard, record.at) }
        }
    }
}

extension EventBody {
    /// True for events that leave the meaning of their subjects as it was. What an undo restores has its old meaning
    /// back, and with it the revision it had: an earlier action on the same thing can then be undone too.
    var isNote: Bool {
        switch self {
        case .noteAdded, .noteStruck, .alertRaised, .reportAdded, .unitRegistered, .incidentRestored, .unitRestored,
            .alertLinked, .duplicateProposed, .duplicateDismissed:
            true
        default: false
        }
    }
}
