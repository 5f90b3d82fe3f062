import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// A line over the whole width for each call for help, until it is resolved; the last one names those without a line.
    /// Nothing covers it: it is drawn after whatever lies over the panes. Over a board of the past stand the calls of the
    /// present, which say so.
    mutating func drawEmergency() {
        let recorded =
            view.presentCalls ?? view.emergencies.calls.map { CallLine($0, on: board, now: now, words: words) }
        let calls = view.unrecordedCalls + recorded
        let lines = layout.emergency.rows
        for (index, call) in calls.prefix(lines).enumerated() {
            let line = layout.emergency.line(index)
            grid.fill(line, style: style(.emergency))
            drawCall(call, beyond: index == lines - 1 ? Array(calls.dropFirst(lines)) : [], line)
            // What a board of the past does not have cannot be gone to by the mouse.
            if view.presentCalls == nil, let subject = call.subject {
                info.regions.append(.init(rect: line, target: .row(.dispatch, subject)))
            }
        }
    }

    private mutating func drawCall(_ call: CallLine, beyond: [CallLine], _ line: Rect) {
        let mark = words.emergencyMark(isRecorded: call.subject != nil, isOfPresent: view.presentCalls != nil)
        let head = "\(mark) \(call.callsign)"
        let dot = " \(glyphs.dot) "
        var parts = call.parts
        if !strip.emergencyKeys.isEmpty, call.subject != nil, layout.kind != .wall {
            parts.append(words.goesThere(strip.emergencyKeys))
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
        let shape = shape(.emergency, glyphs.triangle)
        let flashes = call.asks && blinkOn
        grid.write(shape, column: line.column + 1, row: line.row, style: style(flashes ? .alertFlash : .emergency))
        grid.write(
            text, column: line.column + 3, row: line.row, columns: line.columns - 3, style: style(.emergency))
    }
}
