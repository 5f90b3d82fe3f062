import DispatchModel
import Formats
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
        let room = max(0, area.columns - ColumnTable.gutter)
        let width = actorColumns(Array(events), room)
        for (index, record) in events.enumerated() {
            var line = area.line(index)
            _ = line.takeLeft(ColumnTable.gutter)
            write(eventLine(record, actor: width, .board), line)
        }
    }

    /// One event: time, who, what.
    func eventLine(_ record: EventRecord, actor columns: Int, _ viewpoint: Viewpoint) -> RichText {
        let isOwn = record.actor.kind == .dispatcher
        let who = fitted(actorText(record, columns), columns: max(columns, 1))
        return RichText(fitted(words.clock(record.at), columns: Frame.clockColumns), .activityTime)
            .then(columns > 0 ? who : "", isOwn ? .activityOwn : .activityOther)
            .then(words.happening(record, on: board, from: viewpoint), role(of: record.body))
    }

    /// The columns of an event's time and the blanks after it.
    static let clockColumns = 10

    /// The columns for who did something, so that every name in some events is whole; none where that leaves too little for
    /// what was done.
    func actorColumns(_ records: [EventRecord], _ room: Int) -> Int {
        let room = room - Frame.clockColumns
        let long = records.map { TextWidth.columns(of: words.actor($0.actor)) }.max() ?? 0
        if long < room / 4, room >= 34 { return max(long + 1, min(16, room / 4)) }
        let short = records.map { TextWidth.columns(of: name(of: $0)) }.max() ?? 0
        return short < room / 2 ? short + 1 : 0
    }

    /// Who did something; where room is short a name says more than the kind before it.
    private func actorText(_ record: EventRecord, _ columns: Int) -> String {
        let long = words.actor(record.actor)
        return TextWidth.columns(of: long) < columns ? long : name(of: record)
    }

    private func name(of record: EventRecord) -> String {
        record.actor.name.isEmpty ? words.actor(record.actor) : record.actor.name
    }

    private func role(of body: EventBody) -> Role {
        switch body {
        case .alertRaised, .alertSeverityRaised: .noticeWarning
        case .unitStatusChanged(let event) where event.status == .emergency: .noticeError
        default: .text
        }
    }
}
