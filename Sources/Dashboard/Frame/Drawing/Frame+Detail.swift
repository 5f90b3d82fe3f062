import DispatchModel
import Formats
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
            return "\(words.number(id)) \(words.type(of: incident, on: board))"
        case .unit(let id): return words.callsign(id, on: board)
        case .alert(let id): return board.alerts[id].map { words.kind($0.kind) } ?? words.title(.detail)
        case .feed(let name): return "\(words.label(.feed)) \(name)"
        case nil: return words.title(.detail)
        }
    }

    /// The detail of what is selected: facts, and its timeline beside or below them. Nothing is cut off: what is longer than a
    /// line goes on in the next, and what is longer than the pane is scrolled.
    mutating func drawDetail(_ area: Rect) {
        info.visibleRows[.detail] = area.rows
        guard let subject = detailSubject else { return drawEmpty(.detail, area) }
        var room = area.inset(columns: 2)
        guard area.columns >= 84, area.rows < 26, area.rows > 2, subject.hasTimeline else {
            let facts = factLines(of: subject, columns: room.columns)
            // Blank lines only where they cost nothing.
            let lines = room.rows < 9 ? facts.filter { !$0.pieces.isEmpty } : facts
            let events = subject.hasTimeline ? [RichText()] + timelineLines(subject, columns: room.columns) : []
            return drawScrolled(lines + events, room)
        }
        let left = room.takeLeft(room.columns / 2)
        room.column += 1
        room.columns = max(0, room.columns - 1)
        drawScrolled(factLines(of: subject, columns: left.columns - 1), left)
        drawScrolled(timelineLines(subject, columns: room.columns), room)
    }

    private func factLines(of subject: Subject, columns: Int) -> [RichText] {
        facts(of: subject, columns: columns).flatMap { $0.broken(columns: columns) }
    }

    /// The timeline, newest first, under its heading.
    private func timelineLines(_ subject: Subject, columns: Int) -> [RichText] {
        let width = actorColumns(view.timeline, columns)
        let viewpoint = viewpoint(subject)
        return [RichText(words.label(.timeline), .header)]
            + view.timeline.reversed().flatMap { record in
                eventLine(record, actor: width, viewpoint).broken(columns: columns, indent: Frame.clockColumns + width)
            }
    }

    /// The lines that are in sight where the detail is scrolled to, and a bar that says how much there is.
    private mutating func drawScrolled(_ lines: [RichText], _ area: Rect) {
        let first = max(0, min(view.detailOffset, lines.count - area.rows))
        info.detailBelow = max(info.detailBelow, lines.count - first - area.rows)
        for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() { write(line, area.line(index)) }
        drawScrollBar(
            Rect(column: area.endColumn, row: area.row, columns: 1, rows: area.rows), offset: first, of: lines.count)
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
        [RichText(words.journalKeepsIt, .textDim)]
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
