extension Board {
    /// Folds what is said about two incidents that seem to be one event.
    mutating func foldDuplicate(_ body: EventBody) -> Bool {
        switch body {
        case .duplicateProposed(let event):
            let mirrored = event.proposal.mirrored(for: event.incident)
            guard incidents.contains(event.proposal.other) else { return false }
            return incidents.change(event.incident) { $0.add(event.proposal) }
                && incidents.change(event.proposal.other) { $0.add(mirrored) }
        case .duplicateDismissed(let event):
            guard incidents.contains(event.incident), incidents.contains(event.with) else { return false }
            return incidents.change(event.incident) { $0.dismiss(event.with) }
                && incidents.change(event.with) { $0.dismiss(event.incident) }
        default: return false
        }
    }
}

extension DuplicateProposal {
    /// What the other incident is told about the first.
    fileprivate func mirrored(for incident: IncidentID) -> DuplicateProposal {
        var mirrored = self
        mirrored.other = incident
        return mirrored
    }
}

extension Incident {
    /// Keeps the likeliest proposals, one for each other incident.
    fileprivate mutating func add(_ proposal: DuplicateProposal) {
        guard proposal.other != id else { return }
        proposals.removeAll { $0.other == proposal.other }
        proposals.append(proposal)
        proposals.sort { ($1.likeness, $0.other) < ($0.likeness, $1.other) }
        if proposals.count > DuplicateProposal.limit { proposals.removeLast() }
    }

    fileprivate mutating func dismiss(_ other: IncidentID) {
        for slot in proposals.indices where proposals[slot].other == other { proposals[slot].dismissed = true }
    }

    /// Forgets the proposal about an incident that it has been joined with.
    mutating func forgetProposal(about other: IncidentID) { proposals.removeAll { $0.other == other } }
}
