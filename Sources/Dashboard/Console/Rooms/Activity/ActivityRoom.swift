import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// The newest events.
struct ActivityRoom: Room {
    var name: PaneName { .activity }
    func mode(in view: ConsoleView) -> Mode { .activity }
    var command: CommandName? { .focusActivity }
    var standsAside: Bool { false }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        let offset =
            switch step {
            case .rows(let distance): view.activityOffset + distance
            case .pages(let pages): view.activityOffset + pages * 10
            case .columns: view.activityOffset
            case .top: 0
            case .bottom: view.activity.count
            }
        view.activityOffset = max(0, min(offset, view.activity.count - 1))
    }

    /// What is looked for is looked for in what has come in since, too.
    func look(on console: Console) {
        let (words, board) = (console.words, console.board)
        if console.view.activitySearch.refresh(console.view.activity, words: words, board: board) {
            console.isDirty = true
        }
    }

    func notes(_ frame: Frame) -> [String] {
        let offset = frame.view.activityOffset
        return searchNotes(frame) + (offset > 0 ? ["\(frame.glyphs.moreAbove) \(frame.words.grouped(offset))"] : [])
    }

    /// What is looked for, and how many events have it; which of them stands first, if one does.
    private func searchNotes(_ frame: Frame) -> [String] {
        let search = frame.view.activitySearch
        guard !search.text.isEmpty else { return [] }
        let here = frame.view.activity.dropFirst(frame.view.activityOffset).first.flatMap {
            search.found.firstIndex(of: $0.position)
        }
        let count = frame.words.grouped(search.found.count)
        return ["/\(search.text) " + (here.map { "\(frame.words.grouped($0 + 1))/\(count)" } ?? count)]
    }

    func emptyText(_ frame: Frame) -> String { frame.words.nothingHappened }
}

// MARK: - On the screen

extension ActivityRoom {
    /// What happened lately, newest first.
    func draw(_ area: Rect, into frame: inout Frame) {
        frame.info.visibleRows[.activity] = area.rows
        let events = frame.view.activity.dropFirst(max(0, frame.view.activityOffset)).prefix(area.rows)
        guard !events.isEmpty else {
            return frame.drawEmpty(.activity, area)
        }
        let room = max(0, area.columns - ColumnTable.gutter)
        let width = actorColumns(Array(events), room, in: frame)
        let search = frame.view.activitySearch
        for (index, record) in events.enumerated() {
            var line = area.line(index)
            let gutter = line.takeLeft(ColumnTable.gutter)
            let text = eventLine(record, actor: width, .board, in: frame)
            guard search.has(record.position) else {
                frame.write(text, line)
                continue
            }
            frame.write(RichText(index == 0 ? frame.glyphs.arrow : frame.glyphs.dot, .filterMatch), gutter)
            frame.write(text.marking(search.text, .filterMatch), line)
        }
    }

    /// One event: time, who, what.
    func eventLine(_ record: EventRecord, actor columns: Int, _ viewpoint: Viewpoint, in frame: Frame) -> RichText {
        let isOwn = record.actor.kind == .dispatcher
        let who = fitted(actorText(record, columns, in: frame), columns: max(columns, 1))
        return RichText(fitted(frame.words.clock(record.at), columns: ActivityRoom.clockColumns), .activityTime)
            .then(columns > 0 ? who : "", isOwn ? .activityOwn : .activityOther)
            .then(frame.words.happening(record, on: frame.board, from: viewpoint), role(of: record.body))
    }

    /// The columns of an event's time and the blanks after it.
    static let clockColumns = 10

    /// The columns for who did something, so that every name in some events is whole; none where that leaves too little for
    /// what was done.
    func actorColumns(_ records: [EventRecord], _ room: Int, in frame: Frame) -> Int {
        let room = room - ActivityRoom.clockColumns
        let long = records.map { TextWidth.columns(of: frame.words.actor($0.actor)) }.max() ?? 0
        if long < room / 4, room >= 34 { return max(long + 1, min(16, room / 4)) }
        let short = records.map { TextWidth.columns(of: actorName(of: $0, in: frame)) }.max() ?? 0
        return short < room / 2 ? short + 1 : 0
    }

    /// Who did something; where room is short a name says more than the kind before it.
    private func actorText(_ record: EventRecord, _ columns: Int, in frame: Frame) -> String {
        let long = frame.words.actor(record.actor)
        return TextWidth.columns(of: long) < columns ? long : actorName(of: record, in: frame)
    }

    private func actorName(of record: EventRecord, in frame: Frame) -> String {
        record.actor.name.isEmpty ? frame.words.actor(record.actor) : record.actor.name
    }

    private func role(of body: EventBody) -> Role {
        switch body {
        case .alertRaised, .alertSeverityRaised: .noticeWarning
        case .unitStatusChanged(let event) where event.status == .emergency: .noticeError
        default: .text
        }
    }
}
