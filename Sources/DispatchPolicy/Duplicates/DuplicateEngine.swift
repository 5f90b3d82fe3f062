import DispatchModel

/// Recognises several reports of one event while they come in, and proposes to an operator that they are one.
///
/// It only decides: what it returns goes through the journal like everything else, and nothing is merged by itself. An
/// incident is compared with a bounded handful of others, found by place, words of the place and caller, however many
/// there are on the board. The engine knows nothing that the board does not, so one made anew from a board goes on as
/// the one before it would have.
package struct DuplicateEngine: Sendable {
    private let voidDisposition: String
    /// The rules, and what is known to compare by them.
    private var comparison: Comparison
    /// False for an engine that proposes nothing.
    private let isOn: Bool
    /// Incidents with new evidence, in order.
    private var fresh: [IncidentID] = []

    /// An engine for a board as it stands; without rules it proposes nothing.
    package init(policy: Policy, board: Board) {
        voidDisposition = policy.voidDisposition
        isOn = policy.duplicates != nil
        comparison = Comparison(rules: policy.duplicates ?? .standard, board: isOn ? board : Board())
        guard isOn else { return }
        let earliest = horizon(board)
        let oldest = oldestKept(board, since: earliest)
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices where incidents[index].lastReported >= earliest {
                note(incidents[index], keptFrom: oldest)
            }
        }
        comparison.index.forget(before: earliest)
    }

    /// The oldest incident that the index would keep of those that came in since a time; nil when it has room for all.
    private func oldestKept(_ board: Board, since earliest: Timestamp) -> NewestList.Key? {
        var keys: [NewestList.Key] = []
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices where isCompared(incidents[index]) {
                let last = incidents[index].lastReported
                if last >= earliest { keys.append(NewestList.Key(at: last, id: incidents[index].id)) }
            }
        }
        guard keys.count > comparison.index.limit else { return nil }
        keys.sort()
        return keys[keys.count - comparison.index.limit]
    }

    /// Takes an incident of a board just opened into the index, unless newer ones would drive it out again.
    private mutating func note(_ incident: Incident, keptFrom oldest: NewestList.Key?) {
        if let oldest, isCompared(incident), NewestList.Key(at: incident.lastReported, id: incident.id) < oldest {
            // Its type has its number all the same, as if it had been looked at when it came in.
            _ = comparison.names.number(learning: incident.type)
        } else {
            note(incident)
        }
    }

    /// False for what was merged away or entered in error.
    private func isCompared(_ incident: Incident) -> Bool {
        incident.mergedInto == nil && incident.disposition != voidDisposition
    }

    /// True while there is evidence to be weighed.
    package var hasEvidence: Bool { !fresh.isEmpty }
    /// Incidents kept for comparing, at most `DuplicateRules.remembered`.
    var rememberedCount: Int { comparison.index.count }

    /// Takes notice of an event after it was folded into the board.
    package mutating func observe(_ record: EventRecord, board: Board) {
        guard isOn else { return }
        if case .typeDefined(let event) = record.body {
            comparison.names.learn(event)
        } else if case .incidentReported(let event) = record.body {
            look(at: [event.incident], board)
        } else if case .reportAdded(let event) = record.body {
            look(at: [event.incident], board)
        } else if case .incidentTriaged(let event) = record.body, event.place != nil || !event.type.isEmpty {
            look(at: [event.incident], board)
        } else if case .incidentReopened(let event) = record.body {
            look(at: [event.incident], board)
        } else if case .incidentMerged(let event) = record.body {
            look(at: [event.incident, event.into], board)
        } else if case .reportsMoved(let event) = record.body {
            look(at: [event.incident, event.to], board)
        } else if case .duplicateProposed(let event) = record.body {
            for id in [event.incident, event.proposal.other] { board.incidents[id].map { note($0) } }
        } else if case .duplicateDismissed(let event) = record.body {
            for id in [event.incident, event.with] { board.incidents[id].map { note($0) } }
        } else if case .incidentRestored(let event) = record.body {
            board.incidents[event.before.id].map { note($0) }
        } else if case .incidentClosed(let event) = record.body {
            board.incidents[event.incident].map { note($0) }
        } else {
            return
        }
        comparison.index.forget(before: horizon(board))
    }

    /// The proposals that the new evidence makes; the most likely first.
    package mutating func due(board: Board) -> [EventBody] {
        guard !fresh.isEmpty else { return [] }
        defer { fresh.removeAll(keepingCapacity: true) }
        var round = Round()
        for id in fresh { round.weigh(id, by: comparison, on: board) }
        return round.events
    }

    /// The incidents on the board that an incident being entered is probably the same event as, the likeliest first.
    package func likely(_ new: NewIncident, at now: Timestamp, board: Board) -> [DuplicateProposal] {
        guard isOn else { return [] }
        let (index, rules) = (comparison.index, comparison.rules)
        let evidence = Evidence(new, at: now, typeNumber: comparison.names.number(of: new.type))
        guard evidence.place != nil || evidence.point != nil else { return [] }
        let found = index.candidates(
            for: evidence, besides: nil, since: now - rules.window, limit: rules.comparisons)
        let outline = Outline(evidence)
        return found.compactMap { key -> DuplicateProposal? in
            let id = key.id
            guard board.incidents.read(id, { $0.isOpen }) == true, let there = index[id] else { return nil }
            let grounds = comparison.grounds(outline, index.outline(in: key.slot)) {
                comparison.shareCaller(evidence, there)
            }
            let alike = comparison.resemblance(evidence, there, grounds)
            // Half a report has no words yet: what is at the place is shown from less likeness on.
            guard alike.isNear, alike.likeness >= DuplicateProposal.noticeable else { return nil }
            return DuplicateProposal(id, alike, words: ReportWords.words(of: new.text))
        }
        .sorted { ($1.likeness, $0.other) < ($0.likeness, $1.other) }
        .prefix(DuplicateProposal.limit).map { $0 }
    }

    private mutating func look(at ids: [IncidentID], _ board: Board) {
        for id in ids {
            let isOpen = board.incidents.read(id) { incident in
                note(incident)
                return incident.isOpen
            }
            if isOpen == true, !fresh.contains(id) { fresh.append(id) }
        }
    }

    /// Brings the index up to date with an incident. What was merged away or entered in error is compared no more.
    private mutating func note(_ incident: Incident) {
        guard isOn else { return }
        if !isCompared(incident) {
            comparison.index.remove(incident.id)
        } else {
            let evidence = Evidence(
                incident, rules: comparison.rules, typeNumber: comparison.names.number(learning: incident.type),
                before: comparison.index[incident.id])
            comparison.index.put(incident.id, evidence)
        }
    }

    /// Before this time an incident is too old to be compared with one that comes in now, or a little late.
    private func horizon(_ board: Board) -> Timestamp {
        board.lastEventAt - comparison.rules.window - comparison.rules.window
    }
}

extension DuplicateProposal {
    init(_ other: IncidentID, _ alike: Resemblance, words: [String]) {
        let shared = alike.words.compactMap { hash in words.first { FoldedText.hash($0) == hash } }
        self.init(
            other: other, likeness: alike.likeness, metres: alike.metres, seconds: alike.seconds,
            sameType: alike.sameType, samePlace: alike.samePlace, sameCaller: alike.sameCaller,
            words: Array(shared.prefix(DuplicateProposal.wordLimit)))
    }
}

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
