import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// Incidents that seem to be one event: what is on the board already, told where another is entered.
struct Duplicates: ConsolePart {
    let console: Console

    /// `:not-same A B`.
    func dismiss(_ argument: String) {
        let named = argument.split(whereSeparator: \.isWhitespace).map { targets.reference(String($0)) }
        guard named.count == 2, case .incident(let one)? = named[0], case .incident(let other)? = named[1] else {
            return say(.warning, words.notOnBoard(argument))
        }
        perform(.dismissDuplicate(one, with: other))
    }

    /// The likeliest open incident that an incident is proposed to be, as the text a prompt starts with.
    func proposedBesides(_ id: IncidentID) -> String {
        let open = board.incidents[id].map { board.openProposals(of: $0) } ?? []
        let first = open.first { board.incidents[$0.other]?.isOpen == true }
        return first.map { "\($0.other.rawValue)" } ?? ""
    }

    // MARK: At intake

    /// What is on the board already is shown while a line that makes an incident, or moves one, is being typed.
    func alike(toLine commands: [Command]) -> String? {
        var known: [(id: IncidentID, text: String)] = []
        if case .create(let new)? = commands.first { known = alike(new, but: nil) }
        if case .triage(let id, let change)? = commands.first, let place = change.place {
            known = openCalls(at: place, but: id)
        }
        return known.first.map { "\(screen.glyphs.alike) \($0.text)" }
    }

    /// What an order that made an incident passed by: an open call at its place, as words behind those that confirm it.
    func openBeside(_ command: Command, on before: Board) -> String {
        guard let new = command.nature.makes, let first = openCalls(at: new.place, but: nil, on: before).first else {
            return ""
        }
        return " \(screen.glyphs.dot) \(screen.glyphs.alike) \(first.text)"
    }

    /// What a new incident is probably the same event as, the likeliest first, then every other open call at its place.
    func alike(_ new: NewIncident, but own: IncidentID?) -> [(id: IncidentID, text: String)] {
        let likely = core.likelyDuplicates(of: new, now: now).filter { $0.other != own }
        var known = likely.compactMap { proposal in
            board.incidents[proposal.other].map { ($0.id, words.alike(proposal, $0, on: board, now: now)) }
        }
        for call in openCalls(at: new.place, but: own) where !known.contains(where: { $0.0 == call.id }) {
            known.append(call)
        }
        return known
    }

    /// What happened at a place before, but what is named already: the newest in words, and how many more there are. Empty for
    /// nothing.
    func closedEarlier(at place: Place, but named: [IncidentID]) -> String {
        let limit = 2
        let found = console.attention.detail.places.earlier(
            at: place, until: now, on: board, limit: limit + named.count)
        let others = found.shown.filter { !named.contains($0) }
        guard !others.isEmpty else { return "" }
        var texts = others.prefix(limit).compactMap { id in
            board.incidents[id].map { words.earlier($0, on: board, now: now) }
        }
        let more = found.more + max(0, others.count - limit)
        if more > 0 { texts.append(words.moreEarlier(more)) }
        return "\(words.label(.earlierHere))  " + texts.joined(separator: " \(screen.glyphs.dot) ")
    }

    /// The open calls at a place, by its words or its point, the newest first.
    private func openCalls(
        at place: Place, but own: IncidentID?, on board: Board? = nil
    ) -> [(id: IncidentID, text: String)] {
        let board = board ?? self.board
        return OpenCalls.at(place, on: board).filter { $0.id != own }.map {
            ($0.id, words.openHere($0, on: board, now: now))
        }
    }
}
