extension Board {
    /// Folds one event in. Total: an event about something the board does not have is counted and otherwise ignored.
    ///
    /// Records must come in the order of their positions.
    package mutating func apply(_ record: EventRecord) {
        position = record.position
        lastEventAt = max(lastEventAt, record.at)
        if !record.body.read(Fold(record: record), &self) { counters.unappliable += 1 }
        remember(record)
    }

    /// Notes the event in the histories of what it is about.
    private mutating func remember(_ record: EventRecord) {
        if case .unitPositionReported = record.body { return }
        let isNote = record.body.isNote
        let isHeard = record.actor.kind == .crew || record.actor.kind == .feed
        let subjects = record.body.subjects
        let (first, second) = subjects.incidents
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
        guard let unit = subjects.unit else { return }
        units.update(unit) { unit in
            if unit.history.count >= FieldUnit.historyLimit { unit.history.removeFirst() }
            unit.history.append(record.position)
            if !isNote { unit.revision = record.position }
            if isHeard { unit.heard = max(unit.heard, record.at) }
        }
    }
}

/// Folds an event into a board.
private struct Fold: EventReader {
    var record: EventRecord

    func read<Body: Event>(_ event: Body, _ board: inout Board) -> Bool {
        event.fold(into: &board, record)
    }
}
