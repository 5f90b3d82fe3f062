import DispatchModel
import DispatchPolicy
import Wording

/// The rows of the two popups that bring units and incidents together, and their filter.
extension Console {
    /// The most rows that one of them has.
    private static let rowLimit = 99

    /// The units for an incident, best first: all that could be sent, or those that the filter lets through.
    func ranked(_ incident: Incident, _ filter: Filter?) -> [Recommendation] {
        let (board, now) = (core.shown, now)
        return Recommender(policy: core.policy).rank(
            incident, board: board, now: now, limit: Console.rowLimit, takingFromEquals: true
        ) { unit in filter.map { $0.matches(unit, on: board, now: now) } ?? true }
    }

    /// The open incidents that units could go to: those that wait, the most urgent first, then those that are running.
    func choices(for units: [UnitID], _ filter: Filter?) -> [IncidentChoice] {
        let (board, now) = (board, now)
        let going = units.compactMap { board.units[$0] }
        let own = Set(going.compactMap(\.incident))
        var open = board.incidents.elements.filter { incident in
            // Where all of them are already is nowhere to send them.
            incident.isOpen && !(own == [incident.id] && going.allSatisfy { $0.incident == incident.id })
                && filter.map { $0.matches(incident, on: board, now: now) } ?? true
        }
        func rank(_ incident: Incident) -> Int { incident.held ? 2 : incident.isWaiting ? 0 : 1 }
        open.sort { (rank($0), $0.priority, $0.received, $0.id) < (rank($1), $1.priority, $1.received, $1.id) }
        return open.prefix(Console.rowLimit).map { incident in
            IncidentChoice(incident: incident.id, travelSeconds: travel(of: going, to: incident))
        }
    }

    /// Seconds until the first of them is there; nil when no way is known.
    private func travel(of units: [FieldUnit], to incident: Incident) -> Int? {
        guard let to = incident.place.point else { return nil }
        let seconds = units.compactMap { unit in
            board.position(of: unit).map {
                core.policy.travel.seconds(from: $0.point, to: to, kind: unit.kind, urgent: incident.priority <= .p2)
            }
        }
        return seconds.min().map { Int($0.rounded()) }
    }

    /// Holds on to what units mean as they come into the popup.
    func rememberRanked(_ units: [UnitID]) {
        for id in units where rankedDrawn[id] == nil {
            if let unit = board.units[id] { rankedDrawn[id] = .unit(UnitMeaning(unit)) }
        }
    }

    /// Shows the rows of the popup that the words let through; marks stay as they are.
    func filterRows(_ text: String) {
        guard case .success(let parsed) = Filter.parse(text, words: words) else { return }
        let filter = text.allSatisfy(\.isWhitespace) ? nil : parsed
        switch view.overlay {
        case .assign(var assign):
            guard let incident = board.incidents[assign.incident] else { return }
            assign.filter = filter == nil ? "" : text
            assign.ranked = ranked(incident, filter)
            assign.cursor = 0
            rememberRanked(assign.ranked.map(\.unit))
            view.overlay = .assign(assign)
        case .pickIncident(var pick):
            pick.filter = filter == nil ? "" : text
            pick.choices = choices(for: pick.units, filter)
            pick.cursor = 0
            let known = pick.choices.map(\.incident).filter { id in !assignDrawn.contains { $0.isAbout(id, []) } }
            assignDrawn += known.flatMap { meaning(.incident($0)) }
            view.overlay = .pickIncident(pick)
        default: return
        }
    }
}
