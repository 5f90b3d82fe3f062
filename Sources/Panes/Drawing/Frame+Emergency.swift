import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    /// A line over the whole width for each call for help, until it is resolved; the last one counts those without a line.
    /// Nothing covers it: it is drawn after whatever lies over the panes.
    mutating func drawEmergency() {
        let calls = view.emergencies.calls
        let lines = layout.emergency.rows
        for (index, call) in calls.prefix(lines).enumerated() {
            let line = layout.emergency.line(index)
            let more = index == lines - 1 ? calls.count - lines : 0
            grid.fill(line, style: style(.emergency))
            drawCall(call, more: more, line)
            let subject = call.incident.map(Subject.incident) ?? .unit(call.unit)
            info.regions.append(.init(rect: line, target: .row(.dispatch, subject)))
        }
    }

    private mutating func drawCall(_ call: Emergency, more: Int, _ line: Rect) {
        let asks = call.alerts.contains { board.alerts[$0]?.asksForAnswer == true }
        let place = call.incident.flatMap { board.incidents[$0]?.place.text } ?? ""
        let head = "\(words.emergencyMark) \(words.callsign(call.unit, on: board))"
        let parts = callParts(call, asks: asks, more: more)
        let room = line.columns - 3 - TextWidth.columns(of: head)
        let dot = " \(glyphs.dot) "
        // What gives way first stands last; the place takes what room the rest leaves it.
        var kept = parts.count
        func width(_ count: Int) -> Int { parts.prefix(count).reduce(0) { $0 + TextWidth.columns(of: dot + $1) } }
        while kept > 1, width(kept) + min(12, TextWidth.columns(of: place)) + 3 > room { kept -= 1 }
        let left = room - width(kept) - TextWidth.columns(of: dot)
        let shown =
            place.isEmpty || left < 4 ? "" : dot + fitted(place, columns: min(left, TextWidth.columns(of: place)))
        let text = head + shown + parts.prefix(kept).map { dot + $0 }.joined()
        let mark = shape(.emergency, glyphs.triangle)
        let flashes = asks && blinkOn
        grid.write(mark, column: line.column + 1, row: line.row, style: style(flashes ? .alertFlash : .emergency))
        grid.write(
            text, column: line.column + 3, row: line.row, columns: line.columns - 3, style: style(.emergency))
    }

    /// What there is to say of a call beside who and where, the weightiest first.
    private func callParts(_ call: Emergency, asks: Bool, more: Int) -> [String] {
        var parts = [words.age(now - call.since)]
        if more > 0 { parts.insert(words.moreCalls(more), at: 0) }
        if let id = call.incident, let incident = board.incidents[id] {
            let units = incident.openAssignments.map(\.unit).filter { $0 != call.unit }
            parts.append(words.help(units, incident.progress, on: board))
            parts.append(words.number(id))
        }
        if asks { parts.append(words.state(AlertState.unacknowledged)) }
        if let end = words.callEnds(call, on: board) { parts.append(end) }
        if !strip.emergencyKeys.isEmpty, layout.kind != .wall { parts.append(words.goesThere(strip.emergencyKeys)) }
        return parts
    }
}
