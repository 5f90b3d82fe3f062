import DispatchModel

/// Recognises several reports of one event while they come in, and proposes to an operator that they are one.
///
/// It only decides: what it returns goes through the journal like everything else, and nothing is merged by itself. An
/// incident is compared with a bounded handful of others, found by place, words of the place and caller, however many
/// there are on the board. The engine knows nothing that the board does not, so one made anew from a board goes on as
/// the one before it would have.
public struct DuplicateEngine: Sendable {
    private let rules: DuplicateRules?
    private let voidDisposition: String
    private var index: DuplicateIndex
    private var names: TypeWords
    /// Incidents with new evidence, in order.
    private var fresh: [IncidentID] = []

    /// An engine for a board as it stands; without rules it proposes nothing.
    public init(policy: Policy, board: Board) {
        rules = policy.duplicates
        voidDisposition = policy.voidDisposition
        index = DuplicateIndex(radius: rules?.radius ?? 1, limit: rules?.remembered ?? 2)
        names = TypeWords(board)
        guard let rules else { return }
        let earliest = DuplicateEngine.horizon(rules, board)
        let late = board.incidents.elements.filter { $0.lastReported >= earliest }
        for incident in late { note(incident) }
        index.forget(before: earliest)
    }

    /// True while there is evidence to be weighed.
    public var hasEvidence: Bool { !fresh.isEmpty }
    /// Incidents kept for comparing, at most `DuplicateRules.remembered`.
    var rememberedCount: Int { index.count }

    /// Takes notice of an event after it was folded into the board.
    public mutating func observe(_ record: EventRecord, board: Board) {
        guard let rules else { return }
        switch record.body {
        case .typeDefined(let event): names.learn(event)
        case .incidentReported(let event): look(at: [event.incident], board)
        case .reportAdded(let event): look(at: [event.incident], board)
        case .incidentTriaged(let event) where event.place != nil || !event.type.isEmpty:
            look(at: [event.incident], board)
        case .incidentReopened(let event): look(at: [event.incident], board)
        case .incidentMerged(let event): look(at: [event.incident, event.into], board)
        case .reportsMoved(let event): look(at: [event.incident, event.to], board)
        case .duplicateProposed(let event):
            for id in [event.incident, event.proposal.other] { board.incidents[id].map { note($0) } }
        case .duplicateDismissed(let event):
            for id in [event.incident, event.with] { board.incidents[id].map { note($0) } }
        case .incidentRestored(let event): board.incidents[event.before.id].map { note($0) }
        case .incidentClosed(let event): board.incidents[event.incident].map { note($0) }
        default: return
        }
        index.forget(before: DuplicateEngine.horizon(rules, board))
    }

    /// The proposals that the new evidence makes; the most likely first.
    public mutating func due(board: Board) -> [EventBody] {
        guard let rules, !fresh.isEmpty else { return [] }
        defer { fresh.removeAll(keepingCapacity: true) }
        var round = Round(rules: rules, board: board, comparison: comparison(rules))
        for id in fresh { round.weigh(id) }
        return round.events
    }

    /// The incidents on the board that an incident being entered is probably the same event as, the likeliest first.
    public func likely(_ new: NewIncident, at now: Timestamp, board: Board) -> [DuplicateProposal] {
        guard let rules else { return [] }
        let evidence = Evidence(new, at: now)
        guard evidence.place != nil || evidence.point != nil else { return [] }
        let comparison = comparison(rules)
        let found = index.candidates(
            for: evidence, besides: nil, since: now - rules.window, limit: rules.comparisons)
        return found.compactMap { id -> DuplicateProposal? in
            guard let incident = board.incidents[id], incident.isOpen, let there = index.entries[id] else { return nil }
            let alike = comparison.compare(evidence, there, (new.place.text, incident.place.text))
            // Half a report has no words yet: what is at the place is shown from less likeness on.
            guard alike.isNear, alike.likeness >= DuplicateProposal.noticeable else { return nil }
            return DuplicateProposal(id, alike, words: ReportWords.words(of: new.text))
        }
        .sorted { ($1.likeness, $0.other) < ($0.likeness, $1.other) }
        .prefix(DuplicateProposal.limit).map { $0 }
    }

    private func comparison(_ rules: DuplicateRules) -> Comparison {
        Comparison(rules: rules, index: index, names: names)
    }

    private mutating func look(at ids: [IncidentID], _ board: Board) {
        for id in ids {
            guard let incident = board.incidents[id] else { continue }
            note(incident)
            if incident.isOpen, !fresh.contains(id) { fresh.append(id) }
        }
    }

    /// Brings the index up to date with an incident. What was merged away or entered in error is compared no more.
    private mutating func note(_ incident: Incident) {
        guard let rules else { return }
        if incident.mergedInto != nil || incident.disposition == voidDisposition {
            index.remove(incident.id)
        } else {
            index.put(incident.id, Evidence(incident, rules: rules))
        }
    }

    /// Before this time an incident is too old to be compared with one that comes in now, or a little late.
    private static func horizon(_ rules: DuplicateRules, _ board: Board) -> Timestamp {
        board.lastEventAt - rules.window - rules.window
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
