import DispatchModel
import Wording

/// What the line of an officer's call for help says, beside what it is.
package struct CallLine: Hashable, Sendable {
    /// What the line leads to: the incident of the call, else the unit; nil while the call is not recorded.
    package var subject: Subject?
    /// Who called.
    package var callsign: String
    /// Where; empty when that is not known.
    package var place: String
    /// True while nobody has answered an alert of the call.
    package var asks: Bool
    /// What else there is to say, the weightiest first.
    package var parts: [String]

    /// The line of a call that could not be recorded.
    package init(unrecorded unit: UnitID, on board: Board, words: Words) {
        subject = nil
        callsign = words.callsign(unit, on: board)
        place = ""
        asks = true
        parts = [words.callEnteredAgain]
    }

    /// The line of a call on the board that it stands on.
    package init(_ call: Emergency, on board: Board, now: Timestamp, words: Words) {
        subject = call.incident.map(Subject.incident) ?? .unit(call.unit)
        callsign = words.callsign(call.unit, on: board)
        let incident = call.incident.flatMap { board.incidents[$0] }
        place = incident?.place.text ?? ""
        asks = call.asksForAnswer
        parts = [words.age(now - call.since)]
        if let incident {
            let units = incident.openAssignments.map(\.unit).filter { $0 != call.unit }
            parts.append(words.help(units, incident.progress, on: board))
            parts.append(words.number(incident.id))
        }
        if asks { parts.append(words.state(AlertState.unacknowledged)) }
        if let end = words.callEnds(call, on: board) { parts.append(end) }
    }
}
