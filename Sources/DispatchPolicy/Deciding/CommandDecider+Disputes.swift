import DispatchModel

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
