import DispatchModel

extension CommandDecider {
    /// Adds another caller's report.
    func addReport(
        _ id: IncidentID, caller: String, text: String, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        let incident = try board.open(id)
        let report = Report(
            number: draft.nextReport(), at: now, caller: try bounded(caller, .text), text: try required(text, .text))
        draft.add(.reportAdded(ReportAdded(incident: id, report: report)))
        draft.wake(incident)
    }

    /// Writes a note.
    func note(_ id: IncidentID, _ text: String, _ draft: inout Draft, on board: Board) throws(Rejection) {
        _ = try board.known(id)
        draft.add(.noteAdded(NoteAdded(incident: id, text: try required(text, .text))))
    }

    /// Ends a hold.
    func releaseHold(_ id: IncidentID, _ draft: inout Draft, on board: Board) throws(Rejection) {
        guard try board.open(id).held else { throw .notHeld(id) }
        draft.add(.holdReleased(HoldReleased(incident: id)))
    }

    /// Ends an incident; its units come free.
    func close(
        _ id: IncidentID, _ disposition: String, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        draft.close(try board.open(id), try required(disposition, .disposition), at: now)
    }

    /// Enters a new incident and gives its number.
    func create(_ new: NewIncident, _ draft: inout Draft, on board: Board, now: Timestamp) throws(Rejection)
        -> IncidentID
    {
        let id = draft.nextIncident()
        let report = Report(
            number: draft.nextReport(), at: now, caller: try bounded(new.caller, .text),
            text: try bounded(new.text, .text))
        var place = new.place
        place.text = try required(place.text, .place)
        draft.add(
            .incidentReported(
                IncidentReported(
                    incident: id, type: try required(new.type, .type), priority: new.priority, place: place,
                    beat: try bounded(new.beat, .text), received: now, report: report, stage: .triaged)))
        try send(new.units, to: id, divert: false, &draft, on: board, now: now)
        return id
    }

    /// A merged incident takes the reports that it brought along with it when it is opened again.
    func reopen(_ id: IncidentID, _ reason: String, _ draft: inout Draft, on board: Board) throws(Rejection) {
        let incident = try board.known(id)
        guard !incident.isOpen else { throw .incidentOpen(id) }
        draft.add(.incidentReopened(IncidentReopened(incident: id, reason: try bounded(reason, .reason))))
        guard incident.mergedInto != nil, let holder = board.survivor(of: id), holder.id != id else { return }
        draft.add(
            .reportsMoved(ReportsMoved(incident: holder.id, to: id, reports: incident.reports.map(\.number))))
        if !holder.linked.contains(id) {
            draft.add(.incidentsLinked(IncidentsLinked(incident: id, with: holder.id)))
        }
    }

    func triage(_ id: IncidentID, _ change: TriageChange, _ draft: inout Draft, on board: Board)
        throws(Rejection)
    {
        let incident = try board.open(id)
        var event = IncidentTriaged(incident: id, confirmed: incident.stage == .gathered)
        if let type = change.type { event.type = try required(type, .type) }
        if let place = change.place { event.place = Place(text: try required(place.text, .place), point: place.point) }
        if let beat = change.beat { event.beat = try bounded(beat, .text) }
        event.priority = change.priority
        let samePriority = change.priority == nil || change.priority == incident.priority
        let sameType = event.type.isEmpty || event.type == incident.type
        let samePlace = event.place == nil || event.place == incident.place
        let sameBeat = event.beat.isEmpty || event.beat == incident.beat
        if samePriority, sameType, samePlace, sameBeat, !event.confirmed {
            throw change == TriageChange() ? .samePriority(id, incident.priority) : .sameTriage(id, change)
        }
        draft.add(.incidentTriaged(event))
        if let priority = change.priority, priority < incident.priority { draft.wake(incident) }
    }

    func hold(
        _ id: IncidentID, until: Timestamp?, reason: String, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        let incident = try board.open(id)
        if let busy = incident.assignments.last(where: \.isOpen) { throw .alreadyAssigned(busy.unit, id) }
        if let until, until <= now { throw .holdInPast(id) }
        draft.add(.incidentHeld(IncidentHeld(incident: id, until: until, reason: try bounded(reason, .reason))))
    }
}
