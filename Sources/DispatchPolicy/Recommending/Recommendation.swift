import DispatchModel

/// A unit that could be sent to an incident, and why it stands where it stands in the ranking.
package struct Recommendation: Hashable, Sendable {
    /// The unit.
    package var unit: UnitID
    /// Seconds of travel from where it is known to be; nil when either point is unknown.
    package var travelSeconds: Int?
    /// Why, the weightiest first.
    package var reasons: [Reason]
    /// What sending it leaves bare.
    package var uncovers: Uncovered
    /// The incident it would be taken from; nil when it is free.
    package var divertedFrom: IncidentID?
    /// How old its position is when that is too old to trust.
    package var stalePosition: Span?
    /// True when the incident's response plan asks for it.
    package var inPlan: Bool

    /// One reason for a unit's place in the ranking.
    package enum Reason: Hashable, Sendable {
        /// No free unit is nearer.
        case nearest
        /// The incident lies in its own beat.
        case ownBeat
        /// The response plan asks for its kind.
        case planKind(String)
        /// Ready for so many minutes.
        case ready(minutes: Int)
        /// It would be taken from another incident, which is of this priority.
        case divertedFrom(IncidentID, Priority)
        /// Its duty point's response circle reaches the place within its minutes.
        case insideCircle(minutes: Int)
    }

    /// What sending a unit leaves bare.
    package enum Uncovered: Hashable, Sendable {
        /// Nothing: another free unit of the beat or circle stays.
        case nothing(stays: UnitID?)
        /// The beat is left without a free unit; the nearest that could fill in and its seconds of travel.
        case beat(String, fill: UnitID?, seconds: Int?)
        /// The response circle around its duty point opens.
        case circle(dutyPoint: BilingualText, minutes: Int)
    }
}

/// Ranks units for an incident.
package struct Recommender: Sendable {
    /// The rules in force.
    package var policy: Policy

    /// Creates a recommender.
    package init(policy: Policy = Policy()) {
        self.policy = policy
    }

    /// The best units for an incident, best first: free ones by travel time with the plan's kinds and the beat's own
    /// ahead when they are about as near, then units that could be diverted from something less urgent, and with
    /// `takingFromEquals` last those that are on their way to something as urgent. Only units that `isWanted` says are
    /// ranked.
    package func rank(
        _ incident: Incident, board: Board, now: Timestamp, limit: Int = 9, takingFromEquals: Bool = false,
        isWanted: (FieldUnit) -> Bool = { _ in true }
    ) -> [Recommendation] {
        let wanted = wantedKinds(for: incident, board: board)
        let candidates = candidates(
            for: incident, wanted, board, now, takingFromEquals: takingFromEquals, isWanted: isWanted)
        let nearest = candidates.filter { $0.divertedFrom == nil }.min { $0.seconds < $1.seconds }?.unit
        return candidates.prefix(limit).map { explain($0, incident, wanted, nearest, board, now) }
    }

    /// The units that the incident's response plan still asks for, the best of each kind, and what it could not find.
    package func planSet(for incident: Incident, board: Board, now: Timestamp) -> PlanSet {
        guard let plan = policy.responsePlans.plan(for: incident) else {
            return PlanSet(name: "", units: [], missing: [])
        }
        let ranked = candidates(for: incident, wantedKinds(for: incident, board: board), board, now).filter {
            $0.divertedFrom == nil
        }
        let sent = incident.assignments.filter(\.isOpen).compactMap { board.units[$0.unit]?.kind }
        var units: [UnitID] = []
        var missing: [PlanRequirement] = []
        for requirement in plan.requirements.unmet(by: sent) {
            var left = requirement.count
            for kinds in [requirement.preferred, requirement.substitutes] where left > 0 && !kinds.isEmpty {
                for choice in ranked where left > 0 && !units.contains(choice.unit) {
                    guard let kind = board.units[choice.unit]?.kind, kinds.contains(kind) else { continue }
                    units.append(choice.unit)
                    left -= 1
                }
            }
            if left > 0 { missing.append(requirement.counting(left)) }
        }
        return PlanSet(name: plan.name, units: units, missing: missing)
    }

    /// Every unit that could be sent, best first.
    private func candidates(
        for incident: Incident, _ wanted: (plan: String, kinds: Set<UnitKind>), _ board: Board, _ now: Timestamp,
        takingFromEquals: Bool = false, isWanted: (FieldUnit) -> Bool = { _ in true }
    ) -> [Candidate] {
        let pace = policy.travel.pace(at: now)
        return board.units.elements.compactMap { unit in
            isWanted(unit)
                ? candidate(unit, incident, wanted, board, pace: pace, takingFromEquals: takingFromEquals) : nil
        }
        .sorted { ($0.score, $0.unit.rawValue) < ($1.score, $1.unit.rawValue) }
    }

    private func wantedKinds(for incident: Incident, board: Board) -> (plan: String, kinds: Set<UnitKind>) {
        guard let plan = policy.responsePlans.plan(for: incident) else { return ("", []) }
        return (plan.name, plan.requirements.reduce(into: []) { $0.formUnion($1.kinds) })
    }
}

/// What a response plan's key sends.
package struct PlanSet: Hashable, Sendable {
    /// The plan's name; empty when there is none.
    package var name: String
    /// The units, in the plan's order.
    package var units: [UnitID]
    /// What no free unit was found for.
    package var missing: [PlanRequirement]
}
