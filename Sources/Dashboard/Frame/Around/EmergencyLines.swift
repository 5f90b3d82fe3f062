import DispatchModel
import Formats
import TerminalKit
import Themes
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
        place = incident?.place[words.language] ?? ""
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

/// The lines of the calls for help, below the strip.
enum EmergencyLines {
    /// A line over the whole width for each call for help, until it is resolved; the last one names those without a line.
    /// Nothing covers it: it is drawn after whatever lies over the panes. Over a board of the past stand the calls of the
    /// present, which say so.
    static func draw(into frame: inout Frame) {
        let recorded =
            frame.view.presentCalls
            ?? frame.view.emergencies.calls.map { CallLine($0, on: frame.board, now: frame.now, words: frame.words) }
        let calls = frame.view.unrecordedCalls + recorded
        let lines = frame.layout.emergency.rows
        for (index, call) in calls.prefix(lines).enumerated() {
            let line = frame.layout.emergency.line(index)
            frame.grid.fill(line, style: frame.style(.emergency))
            drawCall(call, beyond: index == lines - 1 ? Array(calls.dropFirst(lines)) : [], line, into: &frame)
            // What a board of the past does not have cannot be gone to by the mouse.
            if frame.view.presentCalls == nil, let subject = call.subject {
                frame.info.regions.append(.init(rect: line, target: .row(.dispatch, subject)))
            }
        }
    }

    private static func drawCall(_ call: CallLine, beyond: [CallLine], _ line: Rect, into frame: inout Frame) {
        let words = frame.words
        let mark = words.emergencyMark(isRecorded: call.subject != nil, isOfPresent: frame.view.presentCalls != nil)
        let head = "\(mark) \(call.callsign)"
        let dot = " \(frame.glyphs.dot) "
        var parts = call.parts
        if !frame.strip.emergencyKeys.isEmpty, call.subject != nil {
            parts.append(words.goesThere(frame.strip.emergencyKeys))
        }
        let room = line.columns - 3 - TextWidth.columns(of: head)
        // What gives way first stands last, but for the calls without a line; the place takes what room the rest leaves it.
        let more = beyond.isEmpty ? [] : [words.moreCalls(beyond.map(\.callsign))]
        var kept = parts.count
        func width(_ count: Int) -> Int {
            (parts.prefix(count) + more).reduce(0) { $0 + TextWidth.columns(of: dot + $1) }
        }
        while kept > 1, width(kept) + min(12, TextWidth.columns(of: call.place)) + 3 > room { kept -= 1 }
        let left = room - width(kept) - TextWidth.columns(of: dot)
        let shown =
            call.place.isEmpty || left < 4
            ? "" : dot + fitted(call.place, columns: min(left, TextWidth.columns(of: call.place)))
        let text = head + shown + (parts.prefix(kept) + more).map { dot + $0 }.joined()
        let shape = frame.shape(.emergency, frame.glyphs.triangle)
        let flashes = call.asks && frame.blinkOn
        frame.grid.write(
            shape, column: line.column + 1, row: line.row, style: frame.style(flashes ? .alertFlash : .emergency))
        frame.grid.write(
            text, column: line.column + 3, row: line.row, columns: line.columns - 3, style: frame.style(.emergency))
    }
}
