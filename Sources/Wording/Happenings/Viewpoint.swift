import DispatchModel

/// Where a line about an event stands: what is plain from there is left out of the line.
package enum Viewpoint: Hashable, Sendable {
    /// In the activity log, among everything else.
    case board
    /// In the timeline of an incident.
    case incident(IncidentID)
    /// In the timeline of a unit.
    case unit(UnitID)

}

extension EventBody {
    /// True for events that the activity log leaves out: bookkeeping that the events after it tell better, positions,
    /// and the definitions that come with a log by the hundred.
    package var isRoutine: Bool {
        // What an exercise does without a word to the player.
        if case .exerciseNoted(let noted) = self { return noted.english.isEmpty && noted.chinese.isEmpty }
        return [.actionTaken, .unitPositionReported, .typeDefined, .beatDefined].contains(kind)
    }
}
