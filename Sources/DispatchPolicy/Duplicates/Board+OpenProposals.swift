import DispatchModel

extension Board {
    /// What an operator is to be asked about an open incident: the incidents that it is probably the same event as, each
    /// as it stands now, the likeliest first.
    ///
    /// A proposal about an incident that was merged is about the one that took it over. One that was closed since, by
    /// somebody who could see both, is no longer asked about; one that was closed before this report came in is.
    package func openProposals(of incident: Incident) -> [DuplicateProposal] {
        guard incident.isOpen, !incident.proposals.isEmpty else { return [] }
        var found: [DuplicateProposal] = []
        for proposal in incident.proposals
        where !proposal.dismissed && proposal.likeness >= DuplicateProposal.noticeable {
            guard let other = survivor(of: proposal.other), other.id != incident.id,
                !incident.linked.contains(other.id), !found.contains(where: { $0.other == other.id }),
                other.isOpen || other.closed.map({ $0 <= incident.lastReported }) == true,
                !isDismissed(incident, other)
            else { continue }
            var current = proposal
            current.other = other.id
            found.append(current)
        }
        return found
    }

    /// True when somebody has said of two incidents, or of those that they took over, that they are two events.
    private func isDismissed(_ one: Incident, _ other: Incident) -> Bool {
        one.proposals.contains { $0.dismissed && survivor(of: $0.other)?.id == other.id }
    }

    /// The pairs behind a proposal that two incidents are one: of themselves, or of those that they took over.
    func proposedPairs(_ one: Incident, _ other: Incident) -> [(IncidentID, IncidentID)] {
        func pairs(_ from: Incident, _ to: Incident) -> [(IncidentID, IncidentID)] {
            from.proposals.filter { !$0.dismissed && survivor(of: $0.other)?.id == to.id }.map { (from.id, $0.other) }
        }
        let forward = pairs(one, other)
        let backward = pairs(other, one).filter { pair in !forward.contains { $0 == (pair.1, pair.0) } }
        return forward + backward
    }
}

extension Incident {
    /// When its latest report came in.
    package var lastReported: Timestamp { reports.reduce(received) { max($0, $1.at) } }
}
