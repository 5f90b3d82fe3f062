import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    /// What happened lately, newest first.
    mutating func drawActivity(_ area: Rect) {
        info.visibleRows[.activity] = area.rows
        let events = view.activity.dropFirst(max(0, view.activityOffset)).prefix(area.rows)
        guard !events.isEmpty else {
            return drawEmpty(.activity, area)
        }
        for (index, record) in events.enumerated() { drawEvent(record, area.line(index), .board) }
    }

    /// One event on a line: time, who, what.
    mutating func drawEvent(_ record: EventRecord, _ line: Rect, _ viewpoint: Viewpoint) {
        guard line.rows > 0 else { return }
        var rest = line
        _ = rest.takeLeft(Table.gutter)
        let isOwn = record.actor.kind == .dispatcher
        let time = rest.takeLeft(10)
        write(words.clock(record.at), time, .activityTime)
        let who = rest.takeLeft(rest.columns < 44 ? min(7, rest.columns / 4) : min(16, rest.columns / 4))
        // Where room is short a name says more than the kind before it.
        let isShort = who.columns < 14 && !record.actor.name.isEmpty
        grid.write(
            isShort ? record.actor.name : words.actor(record.actor), column: who.column, row: who.row,
            columns: max(0, who.columns - 1),
            style: style(isOwn ? .activityOwn : .activityOther))
        rest.columns = max(0, rest.columns - 1)
        write(words.happening(record, on: board, from: viewpoint), rest, role(of: record.body))
    }

    private func role(of body: EventBody) -> Role {
        switch body {
        case .alertRaised, .alertSeverityRaised: .noticeWarning
        case .unitStatusChanged(let event) where event.status == .emergency: .noticeError
        default: .text
        }
    }
}
