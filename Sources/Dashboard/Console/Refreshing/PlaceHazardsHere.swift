import DispatchModel
import Gazetteer
import Wording

/// The hazards of places, as they are shown in the form, in the detail and before the first unit is sent.
struct HazardsHere: ConsolePart {
    let console: Console

    /// What is to be known of a place today in words, a line each; at most so many, and how many more there are.
    func lines(_ place: Place, beat: String, limit: Int) -> [String] {
        HazardWords(words).lines(of: console.surroundings.places(), at: place, beat: beat, now: now, limit: limit)
    }

    /// True when something at a place may hurt somebody.
    func isGrave(_ place: Place, beat: String) -> Bool {
        HazardWords(words).known(of: console.surroundings.places(), at: place, beat: beat, now: now).contains {
            $0.kind == .hazard
        }
    }

    /// Looks up what is to be known of the place of the selected incident.
    func refresh() {
        guard case .incident(let id)? = console.view.subject, let incident = board.incidents[id] else {
            console.view.hazards = nil
            return
        }
        console.view.hazards = HazardsSeen(
            incident: id, lines: lines(incident.place, beat: incident.beat, limit: 4))
    }
}

/// What is to be known of the place of the selected incident, in words.
package struct HazardsSeen: Hashable, Sendable {
    /// The selected incident.
    package var incident: IncidentID
    /// A line each, the gravest first.
    package var lines: [String]
}
