import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// Something short at the right end of a cell, such as a count or a state's word.
struct CellTag {
    var text: String
    var role: Role
}

extension Frame {
    /// The alerts: what asks for an answer is filled and coloured, the rest is dim.
    mutating func drawAlerts(_ area: Rect) {
        var area = area
        if view.alerts.floodSince != nil { drawFlood(area.takeTop(1).line(0)) }
        let list = view.alertList
        let table = ColumnTable(holding(wholeColumns(of: list.inSight), alertColumns, in: area), area: area)
        drawHeader(table, .alerts)
        info.visibleRows[.alerts] = list.height
        let foot = area.line(area.rows - 1)
        if list.count == 0 {
            drawEmpty(.alerts, Rect(column: area.column, row: area.row, columns: area.columns, rows: area.rows - 1))
            return drawHiddenNote(foot, from: foot.column + ColumnTable.gutter)
        }
        for (row, id) in list.inSight.enumerated() {
            let line = area.line(row + 1)
            guard line.rows > 0, row < list.height else { break }
            let look = look(of: id, list, .alerts)
            guard let alert = board.alerts[id] else { continue }
            beginRow(line, look: look, marked: list.marked.contains(id))
            for place in table.places { drawAlertCell(alert, place, line, look) }
            info.regions.append(.init(rect: line, target: .row(.alerts, .alert(id))))
        }
        drawHiddenNote(foot, from: drawListFoot(foot, .alerts, list))
        drawPositionBar(Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    private var alertColumns: [TableColumn] {
        let isHidden = view.alerts.showsHidden
        return [
            TableColumn(.state, 1, 1, importance: 100),
            TableColumn(.severity, words.language == .chinese ? 4 : 6, 6, importance: 85),
            TableColumn(.alert, 16, 28, grows: 2, importance: 95),
            isHidden
                ? TableColumn(.subject, 24, 60, grows: 2, importance: 90)
                : TableColumn(.subject, 8, 20, grows: 1, importance: 60),
            TableColumn(.age, 6, 8, importance: 90, alignment: .trailing),
        ]
    }

    private func wholeColumns(of alerts: [AlertID]) -> [ColumnName: Int] {
        let shown = alerts.compactMap { board.alerts[$0] }
        let names = shown.map { alert in
            alert.incident.map(words.number) ?? alert.unit.map { words.callsign($0, on: board) }
                ?? alert.reported?.ownFeed ?? ""
        }
        return [.subject: widest(names), .age: widest(shown.map { words.age(now - $0.raised) })]
    }

    private mutating func drawAlertCell(_ alert: Alert, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook) {
        let isAsking = alert.state == .unacknowledged
        let isMeant = alert.standing == .actual
        let isCall = view.emergencies.call(alert.id) != nil
        let role: Role = isCall ? .emergency : role(of: alert)
        switch place.name {
        case .state:
            // The only thing on the screen that flashes: the marker of a severe alert nobody has answered.
            let flashes = isAsking && isMeant && alert.severity == .high && blinkOn
            cell(
                isCall ? shape(.emergency, glyphs.triangle) : shape(of: alert), place, line,
                flashes ? style(.alertFlash) : rowStyle(role, look))
        case .severity:
            let word = isMeant ? words.severity(alert.severity) : words.standing(alert.standing)
            cell(word, place, line, rowStyle(role, look))
        case .alert:
            let isFolded = view.alerts.root(of: alert.id) != nil
            let text = (isFolded ? "\(glyphs.dot) " : "") + words.alert(alert, on: board, now: now)
            cell(
                text, tags: tags(of: alert, columns: place.columns), place, line,
                isAsking && isMeant && !isCall ? .textStrong : role, look)
        case .subject:
            let text = alert.hidings.last.map { words.hidden($0, now: now) } ?? words.subject(of: alert, on: board)
            cell(text, place, line, rowStyle(.textDim, look))
        case .age: cell(words.age(now - alert.raised), place, line, rowStyle(isAsking ? role : .textDim, look))
        default: break
        }
    }

    /// What there is to say of an alert beside its text, the weightiest first.
    private func tags(of alert: Alert, columns: Int) -> [CellTag] {
        var tags: [CellTag] = []
        if let group = view.alerts.group(of: alert.id) {
            let mark = view.alerts.isUnfolded(alert.id) ? glyphs.moreBelow : glyphs.arrow
            let text = columns >= 52 ? words.folded(group) : words.foldedCount(group)
            tags.append(CellTag(text: "\(mark) \(text)", role: .noticeNew))
        }
        if alert.escalations > 0, alert.asksForAnswer {
            tags.append(CellTag(text: "\(glyphs.moreAbove) \(words.escalated(alert.escalations))", role: .noticeError))
        }
        if alert.conduct != .steady {
            tags.append(CellTag(text: "~ \(words.conduct(alert.conduct))", role: .noticeWarning))
        }
        if let word = words.stateWord(of: alert) { tags.append(CellTag(text: word, role: .alertReturned)) }
        if let silence = silence(ofFeed: alert.reported?.source.source) {
            tags.append(CellTag(text: "\(glyphs.warning) \(words.briefAge(silence))", role: .stale))
        }
        return tags
    }

    /// Writes a text and at the cell's right end the tags that leave at least a third of it to the text.
    mutating func cell(
        _ text: String, tags: [CellTag], _ place: ColumnTable.Place, _ line: Rect, _ role: Role, _ look: RowLook
    ) {
        var left = place
        for tag in tags {
            let width = TextWidth.columns(of: tag.text)
            guard left.columns - width - 1 >= place.columns / 3 else { continue }
            var right = left
            right.column = left.column + left.columns - width
            right.columns = width
            cell(tag.text, right, line, rowStyle(tag.role, look))
            left.columns -= width + 1
        }
        cell(text, left, line, rowStyle(role, look))
    }

    /// Alerts come faster than anybody can answer: since when, and how many.
    private mutating func drawFlood(_ line: Rect) {
        guard line.rows > 0, let since = view.alerts.floodSince else { return }
        let recent = board.alerts.elements.count { $0.isInSight && now - $0.raised <= Frame.floodWindow }
        grid.fill(line, style: style(.noticeError))
        let text = " \(glyphs.warning) \(words.flood(recent, since: since, now: now))"
        grid.write(text, column: line.column, row: line.row, columns: line.columns, style: style(.noticeError))
    }

    /// The window in which a flood is counted (EEMUA 191).
    private static let floodWindow = Span.minutes(10)

    /// How many alerts are out of sight and which key shows them, at the right of the foot; short where room is short.
    private mutating func drawHiddenNote(_ line: Rect, from column: Int) {
        if view.alerts.unansweredOutside > 0 {
            let text = words.unansweredOutside(view.alerts.unansweredOutside)
            let start = max(column, line.endColumn - 1 - TextWidth.columns(of: text))
            guard line.rows > 0 else { return }
            grid.write(
                text, column: start, row: line.row, columns: max(0, line.endColumn - 1 - start),
                style: style(.noticeWarning))
            return
        }
        let hidden = view.alerts.hidden
        guard line.rows > 0, !hidden.isEmpty, !view.alerts.showsHidden else { return }
        let room = line.endColumn - 1 - column
        let long = "\(glyphs.dottedCircle) \(words.hiddenSummary(hidden)) \(glyphs.dot) \(words.showsHiddenHint)"
        let short = "\(glyphs.dottedCircle) \(words.hiddenCount(view.alerts.hiddenCount))"
        let text = [long, short].first { TextWidth.columns(of: $0) <= room } ?? ""
        let start = line.endColumn - 1 - TextWidth.columns(of: text)
        grid.write(text, column: start, row: line.row, columns: max(0, room), style: style(.alertShelved))
    }
}

extension Alert {
    /// Whether whoever reports it means it; the console's own alerts are always meant.
    var standing: AlertStanding { reported?.standing ?? .actual }
}
