import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    /// The alerts: what asks for an answer is filled and coloured, the rest is dim.
    mutating func drawAlerts(_ area: Rect) {
        let list = view.alertList
        let columns = [
            TableColumn(.state, 1, 1, importance: 100),
            TableColumn(.severity, words.language == .chinese ? 4 : 6, 6, importance: 85),
            TableColumn(.alert, 16, 28, grows: 2, importance: 95),
            TableColumn(.subject, 8, 20, grows: 1, importance: 60),
            TableColumn(.age, 6, 8, importance: 90, alignment: .trailing),
        ]
        let table = Table(columns, area: area)
        drawHeader(table, .alerts)
        info.visibleRows[.alerts] = list.height
        if list.count == 0 { return drawEmpty(.alerts, area) }
        for (row, id) in list.inSight.enumerated() {
            let line = area.line(row + 1)
            guard line.rows > 0, row < list.height else { break }
            let look = look(of: id, list, .alerts)
            guard let alert = board.alerts[id] else { continue }
            beginRow(line, look: look, marked: list.marked.contains(id))
            for place in table.places { drawAlertCell(alert, place, line, look) }
            info.regions.append(.init(rect: line, target: .row(.alerts, .alert(id))))
        }
        drawListFoot(area.line(area.rows - 1), .alerts, list)
        drawPositionBar(Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    private mutating func drawAlertCell(_ alert: Alert, _ place: Table.Place, _ line: Rect, _ look: RowLook) {
        let isAsking = alert.state == .unacknowledged
        let role = role(of: alert)
        switch place.name {
        case .state:
            // The only thing on the screen that flashes: the marker of a severe alert nobody has answered.
            let flashes = isAsking && alert.severity == .high && blinkOn
            cell(shape(of: alert), place, line, flashes ? style(.alertFlash) : rowStyle(role, look))
        case .severity: cell(words.severity(alert.severity), place, line, rowStyle(role, look))
        case .alert:
            cell(
                words.alert(alert, on: board, now: now), from: alert.reported?.source.source, place, line,
                isAsking ? .textStrong : role, look)
        case .subject: cell(words.subject(of: alert, on: board), place, line, rowStyle(.textDim, look))
        case .age: cell(words.age(now - alert.raised), place, line, rowStyle(isAsking ? role : .textDim, look))
        default: break
        }
    }
}
