import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    /// What the detail shows: the thing under the cursor of the focused list, else the selected incident.
    var detailSubject: Subject? { view.subject }

    /// The detail's title: the thing's own name.
    var detailTitle: String {
        switch detailSubject {
        case .incident(let id):
            guard let incident = board.incidents[id] else { return words.number(id) }
            return "\(words.number(id)) \(words.type(incident.type, on: board))"
        case .unit(let id): return words.callsign(id, on: board)
        case .alert(let id): return board.alerts[id].map { words.kind($0.kind) } ?? words.title(.detail)
        case .feed(let name): return "\(words.label(.feed)) \(name)"
        case nil: return words.title(.detail)
        }
    }

    /// The detail of what is selected: facts, and its timeline beside or below them.
    mutating func drawDetail(_ area: Rect) {
        info.visibleRows[.detail] = area.rows
        guard let subject = detailSubject else { return drawEmpty(.detail, area) }
        var room = area.inset(columns: 2)
        guard area.columns >= 84, area.rows < 26, area.rows > 2, subject.hasTimeline else {
            let lines = facts(of: subject, columns: room.columns)
            // Blank lines only where they cost nothing.
            return drawScrolled(room.rows < 9 ? lines.filter { !$0.pieces.isEmpty } : lines, room, subject)
        }
        let left = room.takeLeft(room.columns / 2)
        let lines = facts(of: subject, columns: left.columns - 1)
        let shown = lines.dropFirst(max(0, min(view.detailOffset, lines.count - left.rows))).prefix(left.rows)
        for (index, line) in shown.enumerated() { write(line, left.line(index)) }
        info.detailBelow = max(0, lines.count - left.rows)
        room.column += 1
        room.columns = max(0, room.columns - 1)
        drawTimeline(subject, room)
    }

    /// The timeline, newest first, under its heading.
    private mutating func drawTimeline(_ subject: Subject, _ area: Rect) {
        write(words.label(.timeline), area.line(0), .header)
        let rows = max(0, area.rows - 1)
        let first = max(0, min(view.detailOffset, view.timeline.count - rows))
        info.detailBelow = max(info.detailBelow, view.timeline.count - rows)
        for (index, record) in view.timeline.reversed().dropFirst(first).prefix(rows).enumerated() {
            var line = area.line(index + 1)
            line.column -= Table.gutter
            line.columns += Table.gutter
            drawEvent(record, line, viewpoint(subject))
        }
    }

    /// Facts and, below them, the timeline, scrolled together.
    private mutating func drawScrolled(_ lines: [RichText], _ area: Rect, _ subject: Subject) {
        let heading = subject.hasTimeline ? 2 : 0
        let total = lines.count + heading + view.timeline.count
        let first = max(0, min(view.detailOffset, total - area.rows))
        info.detailBelow = max(0, total - area.rows)
        for index in 0..<area.rows {
            let number = first + index
            if number < lines.count {
                write(lines[number], area.line(index))
            } else if heading > 0, number == lines.count + 1 {
                write(words.label(.timeline), area.line(index), .header)
            } else if number >= lines.count + heading, number - lines.count - heading < view.timeline.count {
                let place = view.timeline.count - 1 - (number - lines.count - heading)
                var line = area.line(index)
                line.column -= Table.gutter
                line.columns += Table.gutter
                drawEvent(view.timeline[place], line, viewpoint(subject))
            }
        }
    }

    private func viewpoint(_ subject: Subject) -> Viewpoint {
        switch subject {
        case .incident(let id): .incident(id)
        case .unit(let id): .unit(id)
        case .alert, .feed: .board
        }
    }

    func facts(of subject: Subject, columns: Int) -> [RichText] {
        switch subject {
        case .incident(let id): board.incidents[id].map { facts(of: $0, columns: columns) } ?? goneFacts
        case .unit(let id): board.units[id].map { facts(of: $0, columns: columns) } ?? goneFacts
        case .alert(let id): board.alerts[id].map { facts(of: $0, columns: columns) } ?? goneFacts
        case .feed(let name): view.feeds[name].map { facts(of: $0, columns: columns) } ?? []
        }
    }

    private var goneFacts: [RichText] {
        [RichText(words.pick("No longer on the board; the journal keeps it.", "已不在看板上，日志中仍有记录。"), .textDim)]
    }

    /// A word and what it stands for, broken into lines.
    func fact(_ label: String, _ text: String, columns: Int, role: Role = .text) -> [RichText] {
        let head = fitted(label, columns: max(10, TextWidth.columns(of: label))) + " "
        let indent = TextWidth.columns(of: head)
        let parts = wrapped(text, columns: max(8, columns - indent))
        return parts.enumerated().map { index, part in
            RichText(index == 0 ? head : String(repeating: " ", count: indent), .textDim).then(part, role)
        }
    }
}
