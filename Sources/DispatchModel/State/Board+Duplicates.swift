extension Board {
    /// Two incidents are said to be two events.
    mutating func dismiss(_ event: DuplicateDismissed) -> Bool {
        guard incidents.contains(event.incident), incidents.contains(event.with) else { return false }
        return incidents.change(event.incident) { $0.dismiss(event.with) }
            && incidents.change(event.with) { $0.dismiss(event.incident) }
    }

    /// Two incidents seem to be one event.
    mutating func propose(_ event: DuplicateProposed) -> Bool {
        guard event.proposal.other != event.incident, incidents.contains(event.proposal.other),
            incidents.contains(event.incident)
        else { return false }
        tell(event.incident, event.proposal)
        guard incidents[event.incident]?.proposals.contains(where: { $0.other == event.proposal.other }) == true else {
            return true
        }
        tell(event.proposal.other, event.proposal.mirrored(for: event.incident))
        return true
    }

    /// Gives an incident a proposal. One that has to make room leaves the other incident too.
    private mutating func tell(_ id: IncidentID, _ proposal: DuplicateProposal) {
        let left = incidents.update(id) { $0.add(proposal) } ?? []
        for other in left { incidents.change(other) { $0.forgetProposal(about: id) } }
    }

    /// An incident leaves the board: nobody is asked about it any more.
    mutating func forgetProposals(of incident: Incident) {
        for proposal in incident.proposals {
            incidents.change(proposal.other) { $0.forgetProposal(about: incident.id) }
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
    /// Keeps the likeliest proposals, one for each other incident, and those dismissed last. Returns the incidents whose
    /// proposals had to go.
    fileprivate mutating func add(_ proposal: DuplicateProposal) -> [IncidentID] {
        proposals.removeAll { $0.other == proposal.other }
        proposals.append(proposal)
        proposals.sort { ($1.likeness, $0.other) < ($0.likeness, $1.other) }
        let left =
            proposals.filter { !$0.dismissed }.dropFirst(DuplicateProposal.limit)
            + proposals.filter(\.dismissed).sorted { $1.other < $0.other }.dropFirst(DuplicateProposal.dismissedLimit)
        proposals.removeAll { kept in left.contains { $0.other == kept.other } }
        return left.map(\.other)
    }

    fileprivate mutating func dismiss(_ other: IncidentID) {
        for slot in proposals.indices where proposals[slot].other == other { proposals[slot].dismissed = true }
    }

    /// Forgets the proposal about an incident that it has been joined with.
    mutating func forgetProposal(about other: IncidentID) { proposals.removeAll { $0.other == other } }
}
