import DispatchModel

extension CommandDecider {
    /// Adds another caller's report.
    func addReport(
        _ id: IncidentID, caller: Caller, text: String, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        let incident = try board.open(id)
        let report = Report(
            number: draft.nextReport(), at: now, by: try bounded(caller), text: try required(text, .text))
        draft.add(.reportAdded(ReportAdded(incident: id, report: report)))
        draft.wake(incident)
    }

    /// Puts right who made a report. A report of a merged incident is where the incident went.
    func correct(
        _ caller: Caller, of number: Int64, in id: IncidentID, _ draft: inout Draft, on board: Board
    ) throws(Rejection) {
        let named = try board.known(id)
        let incident = board.survivor(of: id) ?? named
        guard let report = incident.reports.first(where: { $0.number == number }) else {
            throw .unknownReport(id, number)
        }
        let caller = try bounded(caller)
        guard caller != report.by else { throw .sameCaller(incident.id) }
        draft.add(
            .callerCorrected(
                CallerCorrected(incident: incident.id, report: number, before: report.by, after: caller)))
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
        let incident = try board.open(id)
        draft.close(incident, try complete(try required(disposition, .disposition)), at: now)
    }

    /// A disposition with all that the room asks for, or why it will not do.
    func complete(_ disposition: String) throws(Rejection) -> String {
        guard let (known, detail) = policy.dispositions.named(in: disposition), !known.isContent(with: detail) else {
            return disposition
        }
        throw .dispositionAsks(known)
    }

    /// Enters a new incident and gives its number.
    func create(_ new: NewIncident, _ draft: inout Draft, on board: Board, now: Timestamp) throws(Rejection)
        -> IncidentID
    {
        let id = draft.nextIncident()
        let report = Report(
            number: draft.nextReport(), at: now, by: try bounded(new.caller), text: try bounded(new.text, .text))
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
        if var place = change.place {
            place.text = try required(place.text, .place)
            event.place = place
        }
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

    /// Notes that two incidents have to do with each other.
    func link(_ one: IncidentID, _ other: IncidentID, _ draft: inout Draft, on board: Board) throws(Rejection) {
        guard one != other else { throw .sameIncident(one) }
        let incident = try board.known(one)
        _ = try board.known(other)
        guard !incident.linked.contains(other) else { return }
        draft.add(.incidentsLinked(IncidentsLinked(incident: one, with: other)))
    }

    /// What was proposed about incidents that the other one has taken over is dismissed with it.
    func dismiss(_ one: IncidentID, _ other: IncidentID, _ draft: inout Draft, on board: Board)
        throws(Rejection)
    {
        guard one != other else { throw .sameIncident(one) }
        let pairs = board.proposedPairs(try board.known(one), try board.known(other))
        guard !pairs.isEmpty else { throw .notProposed(one, other) }
        for (first, second) in pairs {
            draft.add(.duplicateDismissed(DuplicateDismissed(incident: first, with: second)))
        }
    }

    /// Units go along with the times they have reached, then the reports. The more urgent priority counts.
    func merge(
        _ from: IncidentID, _ into: IncidentID, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        guard from != into else { throw .sameIncident(from) }
        var (source, target) = (try board.open(from), try board.open(into))
        // Help goes where the officer is: a call for help is never taken over by something else.
        if source.emergency != nil, target.emergency == nil { swap(&source, &target) }
        let (from, into) = (source.id, target.id)
        for assignment in source.openAssignments {
            try hand(assignment, from: from, to: target, &draft, on: board, now: now)
        }
        if source.priority < target.priority {
            draft.add(.incidentTriaged(IncidentTriaged(incident: into, priority: source.priority)))
        }
        mergeDispute(source, into: target, &draft)
        draft.wake(target)
        draft.add(.incidentMerged(IncidentMerged(incident: from, into: into, at: now)))
    }

    /// A unit that both incidents have keeps the assignment that it is busy with.
    private func hand(
        _ assignment: Assignment, from: IncidentID, to target: Incident, _ draft: inout Draft, on board: Board,
        now: Timestamp
    ) throws(Rejection) {
        let unit = try board.known(assignment.unit)
        draft.withdraw(assignment, of: from, at: now, reason: "merge")
        if let twin = target.assignments.last(where: { $0.isOpen && $0.unit == unit.id }) {
            guard unit.assignment != twin.id else { return }
            draft.withdraw(twin, of: target.id, at: now, reason: "merge")
        }
        transfer(assignment, to: target.id, &draft)
        if unit.assignment != assignment.id {
            // It is busy elsewhere and stays so.
            draft.add(.unitRestored(UnitRestored(before: UnitCondition(unit))))
        } else if unit.status != .emergency, unit.status != assignment.impliedStatus || !unit.reason.isEmpty {
            draft.add(
                .unitStatusChanged(
                    UnitStatusChanged(unit: unit.id, status: unit.status, since: unit.statusSince, reason: unit.reason))
            )
        }
    }

    private func transfer(_ assignment: Assignment, to incident: IncidentID, _ draft: inout Draft) {
        var moved = assignment
        moved.id = draft.nextAssignment()
        draft.add(
            .unitAssigned(
                UnitAssigned(
                    incident: incident, assignment: moved.id, unit: assignment.unit, assigned: assignment.assigned)))
        for milestone in Milestone.allCases where milestone != .assigned {
            guard let at = assignment[milestone] else { continue }
            draft.advance(moved, of: incident, to: milestone, at: at, backwards: assignment.timesBackwards)
        }
    }

    func split(_ id: IncidentID, _ reports: [Int64], _ draft: inout Draft, on board: Board) throws(Rejection) {
        let incident = try board.open(id)
        let moved = incident.reports.filter { reports.contains($0.number) }
        guard let first = moved.first, moved.count < incident.reports.count else { throw .splitNeedsReports(id) }
        let new = draft.nextIncident()
        draft.add(
            .incidentReported(
                IncidentReported(
                    incident: new, type: incident.type, priority: incident.priority, place: incident.place,
                    beat: incident.beat, received: first.at, report: first, stage: .triaged)))
        draft.add(.reportsMoved(ReportsMoved(incident: id, to: new, reports: moved.map(\.number))))
        draft.add(.incidentsLinked(IncidentsLinked(incident: id, with: new)))
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
        let dispute = try dispute(id, on: board)
        if dispute[step].done != nil { throw .stepDone(id, step) }
        guard dispute.settled == nil else { throw .disputeSettled(id) }
        draft.add(.disputeAdvanced(DisputeAdvanced(incident: id, step: step, at: now)))
    }

    /// Hands a dispute over: its units come free, a hold ends, and it counts as routed. It stays on the board, no longer
    /// waiting for a unit, until it is settled or closed, so that its due date is watched.
    func mediate(_ id: IncidentID, _ mediation: Mediation, _ draft: inout Draft, on board: Board)
        throws(Rejection)
    {
        let dispute = try dispute(id, on: board)
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

    /// The dispute of an open incident, or why there is none to act on.
    private func dispute(_ id: IncidentID, on board: Board) throws(Rejection) -> Dispute {
        guard let dispute = try board.open(id).dispute else { throw .notDispute(id) }
        return dispute
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
