import DispatchModel

/// The weighing of new evidence against one board: what was proposed already counts as if it were folded in.
struct Round {
    private(set) var events: [EventBody] = []
    /// Likeness of the proposals that each incident has by now, by the other incident.
    private var standing: [IncidentID: [IncidentID: Int64]] = [:]

    /// Compares an incident with those that may be the same event, and with those it was proposed to be.
    mutating func weigh(_ id: IncidentID, by comparison: Comparison, on board: Board) {
        let rules = comparison.rules
        guard let incident = board.incidents[id], incident.isOpen, incident.history.count <= rules.evidenceLimit else {
            return
        }
        let proposed = standing(of: incident)
        let likely = Round.likely(incident, proposed, by: comparison, on: board)
        guard !likely.isEmpty else { return }
        var fresh = 0
        for (other, alike) in likely {
            if let before = proposed[other] {
                // Said again only when it has come to mean something else.
                if abs(alike.likeness - before) >= Round.change { propose(incident, other, alike, on: board) }
            } else if alike.isNear, alike.likeness >= rules.threshold, fresh < rules.proposalsPerEvidence,
                hasRoom(id, for: alike.likeness, on: board), hasRoom(other, for: alike.likeness, on: board)
            {
                propose(incident, other, alike, on: board)
                fresh += 1
            }
        }
    }

    /// Those that an incident may be the same event as, or was proposed to be, with their likeness; the likeliest first.
    private static func likely(
        _ incident: Incident, _ proposed: [IncidentID: Int64], by comparison: Comparison, on board: Board
    ) -> [(id: IncidentID, alike: Resemblance)] {
        let index = comparison.index
        guard let slot = index.slot(of: incident.id), let evidence = index[incident.id] else { return [] }
        let outline = index.outline(in: slot)
        var found = index.candidates(
            for: evidence, besides: incident.id, since: evidence.first - comparison.rules.window,
            limit: comparison.rules.comparisons)
        for id in proposed.keys where !found.contains(where: { $0.id == id }) {
            if let slot = index.slot(of: id) { found.append(NewestList.Key(at: .epoch, id: id, slot: slot)) }
        }
        var settled: Set<IncidentID>?
        var likely: [(id: IncidentID, alike: Resemblance)] = []
        for key in found {
            let other = key.id
            let grounds = comparison.grounds(outline, index.outline(in: key.slot)) {
                comparison.shareCaller(evidence, index[other])
            }
            // Most of them cannot be it whatever the reports say.
            let isHopeless = !grounds.isNear || comparison.most(grounds) < comparison.least
            if isHopeless, proposed[other] == nil { continue }
            let known = settled ?? Round.settled(with: incident, on: board)
            settled = known
            guard !known.contains(other), let there = board.incidents[other],
                isComparable(there, on: board, window: comparison.rules.window), !areTwoCallsForHelp(incident, there),
                !Round.settled(with: there, on: board).contains(incident.id), let its = index[other]
            else { continue }
            likely.append((other, comparison.resemblance(evidence, its, grounds)))
        }
        likely.sort { ($1.alike.likeness, $0.id) < ($0.alike.likeness, $1.id) }
        return likely
    }

    /// Two units that call for help are two officers in danger, wherever they stand: merged, one of them would be lost.
    private static func areTwoCallsForHelp(_ one: Incident, _ other: Incident) -> Bool {
        one.emergency != nil && other.emergency != nil && one.emergency != other.emergency
    }

    /// Likeness must change by this much, in percent, before it is said again.
    private static let change: Int64 = 10

    private mutating func propose(
        _ incident: Incident, _ other: IncidentID, _ alike: Resemblance, on board: Board
    ) {
        let words = incident.reports.prefix(ReportWords.reportLimit).flatMap { ReportWords.words(of: $0.allWords) }
        events.append(
            .duplicateProposed(
                DuplicateProposed(incident: incident.id, proposal: DuplicateProposal(other, alike, words: words))))
        note(incident.id, other, alike.likeness, on: board)
        note(other, incident.id, alike.likeness, on: board)
    }

    /// As the board will have it: the least likely of a full list goes, from both sides.
    private mutating func note(_ id: IncidentID, _ other: IncidentID, _ likeness: Int64, on board: Board) {
        var now = standing(of: id, on: board)
        now[other] = likeness
        if now.count > DuplicateProposal.limit, let least = now.min(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            now[least.key] = nil
            var its = standing(of: least.key, on: board)
            its[id] = nil
            standing[least.key] = its
        }
        standing[id] = now
    }

    /// What an incident is proposed to be the same event as by now.
    private func standing(of id: IncidentID, on board: Board) -> [IncidentID: Int64] {
        if let known = standing[id] { return known }
        return board.incidents[id].map { standing(of: $0) } ?? [:]
    }

    private func standing(of incident: Incident) -> [IncidentID: Int64] {
        if let known = standing[incident.id] { return known }
        guard !incident.proposals.isEmpty else { return [:] }
        let open = incident.proposals.filter { !$0.dismissed }
        return Dictionary(open.map { ($0.other, $0.likeness) }) { first, _ in first }
    }

    /// A full list only takes what is likelier than its least.
    private func hasRoom(_ id: IncidentID, for likeness: Int64, on board: Board) -> Bool {
        let standing = standing(of: id, on: board)
        return standing.count < DuplicateProposal.limit || likeness > (standing.values.min() ?? 0)
    }

    /// Open incidents, and those that were closed a little while ago.
    private static func isComparable(_ incident: Incident, on board: Board, window: Span) -> Bool {
        guard let closed = incident.closed, !incident.isOpen else { return incident.isOpen }
        return incident.mergedInto == nil && board.lastEventAt - closed <= window
    }

    /// Those about which it is settled that they are, or are not, the same event: joined, cross-referenced or dismissed.
    private static func settled(with incident: Incident, on board: Board) -> Set<IncidentID> {
        var settled = Set(incident.linked)
        for proposal in incident.proposals where proposal.dismissed {
            settled.insert(proposal.other)
            // What was said of an incident goes for the one that took it over.
            if let survivor = board.survivor(of: proposal.other) { settled.insert(survivor.id) }
        }
        for other in incident.linked { if let survivor = board.survivor(of: other) { settled.insert(survivor.id) } }
        settled.insert(incident.id)
        if let into = incident.mergedInto { settled.insert(into) }
        return settled
    }
}
