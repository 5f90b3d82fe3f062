import DispatchModel
import TerminalKit
import Themes
import Wording

/// What is selected, with everything known about it.
struct DetailRoom: Room {
    var name: PaneName { .detail }
    var hasThings: Bool { true }
    var hasTab: Bool { false }

    /// The keys are those of the thing that is shown.
    func mode(in view: ConsoleView) -> Mode {
        switch view.subject {
        case .incident?: .detail
        case .unit?: .units
        case .alert?: .alerts
        case .feed?, nil: .normal
        }
    }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        let distance =
            switch step {
            case .rows(let distance): distance
            case .pages(let pages): pages * 10
            case .columns: 0
            case .top: -view.detailOffset
            case .bottom: below
            }
        view.detailOffset = max(0, min(view.detailOffset + distance, view.detailOffset + below))
    }

    /// Goes to what the thing belongs to: from a unit to its incident, from an incident to its unit, from an alert to its
    /// subject. What belongs to nothing is given the whole screen.
    func open(on console: Console) {
        if case .alert? = console.view.subject { return console.run(.openAlertSubject) }
        let isWhole = console.layers.showsDetail
        guard let linked = linked(to: console.view.subject, on: console.board) else {
            guard isWhole else { return console.layers.open(DetailLayer()) }
            return console.say(.info, console.words.nothingBehind)
        }
        if console.navigation.select(linked), isWhole, console.view.focus != .detail {
            console.layers.open(DetailLayer())
        }
    }

    /// What a thing belongs to, as far as Enter goes there; nil for nothing.
    func linked(to subject: Subject?, on board: Board) -> Subject? {
        switch subject {
        case .unit(let id)?: board.units[id]?.incident.map(Subject.incident)
        case .incident(let id)?: board.incidents[id]?.openAssignments.first.map { .unit($0.unit) }
        case .alert?, .feed?, nil: nil
        }
    }

    /// The detail's title: the thing's own name.
    func title(_ frame: Frame) -> String {
        let words = frame.words
        switch frame.view.subject {
        case .incident(let id):
            guard let incident = frame.board.incidents[id] else { return words.number(id) }
            return "\(words.number(id)) \(words.type(of: incident, on: frame.board))"
        case .unit(let id): return words.callsign(id, on: frame.board)
        case .alert(let id): return frame.board.alerts[id].map { words.kind($0.kind) } ?? words.title(.detail)
        case .feed(let name): return "\(words.label(.feed)) \(name)"
        case nil: return words.title(.detail)
        }
    }

    func emptyText(_ frame: Frame) -> String { frame.words.nothingInDetail }
}

/// The detail of what is selected, over the whole screen where there is little room. Its keys are the detail's.
struct DetailLayer: Layer {
    var mode: Mode? { nil }
    var isModal: Bool { false }
    var isDetail: Bool { true }
    func page(of rows: Int) -> Int? { rows / 2 }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        name == .back ? .closes : runCommon(name, on: console)
    }

    func move(by distance: Int, on console: Console) {
        let below = console.painter.info.detailBelow
        DetailRoom().move(.rows(distance), in: &console.view, below: below)
    }

    /// The layout gives the detail the whole screen: nothing is drawn over it.
    func draw(into frame: inout Frame) {}
}

// MARK: - On the screen

extension DetailRoom {
    /// The detail of what is selected: facts, and its timeline beside or below them. Nothing is cut off: what is longer than a
    /// line goes on in the next, and what is longer than the pane is scrolled.
    func draw(_ area: Rect, into frame: inout Frame) {
        frame.info.visibleRows[.detail] = area.rows
        guard let subject = frame.view.subject else { return frame.drawEmpty(.detail, area) }
        var room = area.inset(columns: 2)
        guard area.columns >= 84, area.rows < 26, area.rows > 2, subject.hasTimeline else {
            let facts = factLines(of: subject, columns: room.columns, in: frame)
            // Blank lines only where they cost nothing.
            let lines = room.rows < 9 ? facts.filter { !$0.pieces.isEmpty } : facts
            let events =
                subject.hasTimeline ? [RichText()] + timelineLines(subject, columns: room.columns, in: frame) : []
            return drawScrolled(lines + events, room, into: &frame)
        }
        let left = room.takeLeft(room.columns / 2)
        room.column += 1
        room.columns = max(0, room.columns - 1)
        drawScrolled(factLines(of: subject, columns: left.columns - 1, in: frame), left, into: &frame)
        drawScrolled(timelineLines(subject, columns: room.columns, in: frame), room, into: &frame)
    }

    private func factLines(of subject: Subject, columns: Int, in frame: Frame) -> [RichText] {
        facts(of: subject, columns: columns, in: frame).flatMap { $0.broken(columns: columns) }
    }

    /// The timeline, newest first, under its heading.
    private func timelineLines(_ subject: Subject, columns: Int, in frame: Frame) -> [RichText] {
        let width = ActivityRoom().actorColumns(frame.view.timeline, columns, in: frame)
        let viewpoint = viewpoint(subject)
        return [RichText(frame.words.label(.timeline), .header)]
            + frame.view.timeline.reversed().flatMap { record in
                ActivityRoom().eventLine(record, actor: width, viewpoint, in: frame).broken(
                    columns: columns, indent: ActivityRoom.clockColumns + width)
            }
    }

    /// The lines that are in sight where the detail is scrolled to, and a bar that says how much there is.
    private func drawScrolled(_ lines: [RichText], _ area: Rect, into frame: inout Frame) {
        let first = max(0, min(frame.view.detailOffset, lines.count - area.rows))
        frame.info.detailBelow = max(frame.info.detailBelow, lines.count - first - area.rows)
        for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            frame.write(line, area.line(index))
        }
        frame.drawScrollBar(
            Rect(column: area.endColumn, row: area.row, columns: 1, rows: area.rows), offset: first, of: lines.count)
    }

    private func viewpoint(_ subject: Subject) -> Viewpoint {
        switch subject {
        case .incident(let id): .incident(id)
        case .unit(let id): .unit(id)
        case .alert, .feed: .board
        }
    }

    private func facts(of subject: Subject, columns: Int, in frame: Frame) -> [RichText] {
        switch subject {
        case .incident(let id):
            frame.board.incidents[id].map { facts(of: $0, columns: columns, in: frame) } ?? goneFacts(in: frame)
        case .unit(let id):
            frame.board.units[id].map { facts(of: $0, columns: columns, in: frame) } ?? goneFacts(in: frame)
        case .alert(let id):
            frame.board.alerts[id].map { facts(of: $0, columns: columns, in: frame) } ?? goneFacts(in: frame)
        case .feed(let name): frame.view.feeds[name].map { FeedRoom().facts(of: $0, columns: columns, in: frame) } ?? []
        }
    }

    /// What is said of a thing that is no longer on the board.
    private func goneFacts(in frame: Frame) -> [RichText] {
        [RichText(frame.words.journalKeepsIt, .textDim)]
    }
}
