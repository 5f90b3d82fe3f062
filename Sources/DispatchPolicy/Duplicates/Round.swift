import DispatchModel

/// The weighing of new evidence against one board: what was proposed already counts as if it were folded in.
struct Round {
    let rules: DuplicateRules
    let board: Board
    let comparison: Comparison
    private(set) var events: [EventBody] = []
    /// Likeness of the proposals that each incident has by now, by the other incident.
    private var standing: [IncidentID: [IncidentID: Int64]] = [:]

    init(rules: DuplicateRules, board: Board, comparison: Comparison) {
        self.rules = rules
        self.board = board
        self.comparison = comparison
    }

    /// Compares an incident with those that may be the same event, and with those it was proposed to be.
    mutating func weigh(_ id: IncidentID) {
        let entries = comparison.index.entries
        guard let incident = board.incidents[id], let evidence = entries[id], incident.isOpen,
            incident.history.count <= rules.evidenceLimit
        else { return }
        let proposed = standing(of: id)
        let found = comparison.index.candidates(
            for: evidence, besides: id, since: evidence.first - rules.window, limit: rules.comparisons)
        let settled = settled(with: incident)
        var likely: [(id: IncidentID, alike: Resemblance)] = []
        for other in Set(found).union(proposed.keys).sorted() where !settled.contains(other) {
            guard let there = board.incidents[other], let its = entries[other], isComparable(there),
                !self.settled(with: there).contains(id)
            else { continue }
            let alike = comparison.compare(evidence, its, (incident.place.text, there.place.text))
            likely.append((other, alike))
        }
        likely.sort { ($1.alike.likeness, $0.id) < ($0.alike.likeness, $1.id) }
        var fresh = 0
        for (other, alike) in likely {
            if let before = proposed[other] {
                // Said again only when it has come to mean something else.
                if abs(alike.likeness - before) >= Round.change { propose(incident, other, alike) }
            } else if alike.isNear, alike.likeness >= rules.threshold, fresh < rules.proposalsPerEvidence,
                hasRoom(id, for: alike.likeness), hasRoom(other, for: alike.likeness)
            {
                propose(incident, other, alike)
                fresh += 1
            }
        }
    }

    /// Likeness must change by this much, in percent, before it is said again.
    private static let change: Int64 = 10

    private mutating func propose(_ incident: Incident, _ other: IncidentID, _ alike: Resemblance) {
        let words = incident.reports.prefix(ReportWords.reportLimit).flatMap { ReportWords.words(of: $0.text) }
        events.append(
            .duplicateProposed(
                DuplicateProposed(incident: incident.id, proposal: DuplicateProposal(other, alike, words: words))))
        note(incident.id, other, alike.likeness)
        note(other, incident.id, alike.likeness)
    }

    /// As the board will have it: the least likely of a full list goes, from both sides.
    private mutating func note(_ id: IncidentID, _ other: IncidentID, _ likeness: Int64) {
        var now = standing(of: id)
        now[other] = likeness
        if now.count > DuplicateProposal.limit, let least = now.min(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            now[least.key] = nil
            var its = standing(of: least.key)
            its[id] = nil
            standing[least.key] = its
        }
        standing[id] = now
    }

    /// What an incident is proposed to be the same event as by now.
    private func standing(of id: IncidentID) -> [IncidentID: Int64] {
        if let known = standing[id] { return known }
        let open = board.incidents[id]?.proposals.filter { !$0.dismissed } ?? []
        return Dictionary(open.map { ($0.other, $0.likeness) }) { first, _ in first }
    }

    /// A full list only takes what is likelier than its least.
    private func hasRoom(_ id: IncidentID, for likeness: Int64) -> Bool {
        let standing = standing(of: id)
        return standing.count < DuplicateProposal.limit || likeness > (standing.values.min() ?? 0)
    }

    /// Open incidents, and those that were closed a little while ago.
    private func isComparable(_ incident: Incident) -> Bool {
        guard let closed = incident.closed, !incident.isOpen else { return incident.isOpen }
        return incident.mergedInto == nil && board.lastEventAt - closed <= rules.window
    }

    /// Those about which it is settled that they are, or are not, the same event: joined, cross-referenced or dismissed.
    private func settled(with incident: Incident) -> Set<IncidentID> {
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
