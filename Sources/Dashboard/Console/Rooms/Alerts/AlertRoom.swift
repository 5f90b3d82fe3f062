import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// The alerts.
struct AlertRoom: Room {
    var name: PaneName { .alerts }
    func mode(in view: ConsoleView) -> Mode { .alerts }
    var command: CommandName? { .focusAlerts }
    var hasThings: Bool { true }
    var isFiltered: Bool { true }
    var columns: [ColumnName] { [.state, .severity, .alert, .subject, .age] }
    var fixedColumns: [ColumnName] { [.state, .alert] }

    func subject(in view: ConsoleView) -> Subject? { view.alertList.selected.map(Subject.alert) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .alert(let id) = subject { view.alertList.selected == id } else { false }
    }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) { view.alertList.move(step, in: view.alerts) }

    /// Opens what the alert is about.
    func open(on console: Console) {
        guard console.view.subject != nil else { return console.say(.info, console.words.nothingToOpen(name)) }
        console.run(.openAlertSubject)
    }

    func takeLost(in view: inout ConsoleView) -> Subject? { view.alertList.takeLost().map(Subject.alert) }

    func settle(in view: inout ConsoleView, rows: Int) {
        view.alertList.settle(view.alerts, entered: view.alerts.entered, height: rows, hasKeys: view.hasCursor(name))
        view.alerts.forgetEntered()
    }

    func freeze(in view: inout ConsoleView) { view.alertList.freeze(view.alerts) }
    func thaw(in view: inout ConsoleView) { view.alertList.thaw() }

    func notes(_ frame: Frame) -> [String] {
        let count = frame.view.alerts.unansweredCount
        var parts: [String] = []
        if frame.view.alerts.showsHidden { parts.append(frame.words.hiddenListNote) }
        if count > 0 { parts.append("\(frame.words.grouped(count)) \(frame.words.label(.unanswered))") }
        return parts
    }

    func count(_ frame: Frame) -> String { " \(frame.words.grouped(frame.view.alerts.unansweredCount))" }

    func isUrgent(_ frame: Frame) -> Bool { frame.view.alerts.unansweredCount > 0 }

    func emptyText(_ frame: Frame) -> String {
        frame.view.alerts.showsHidden ? frame.words.noneHidden : frame.words.noAlert
    }
}

// MARK: - On the screen

extension AlertRoom {
    /// The alerts: what asks for an answer is filled and coloured, the rest is dim.
    func draw(_ area: Rect, into frame: inout Frame) {
        var area = area
        if frame.view.alerts.floodSince != nil { drawFlood(area.takeTop(1).line(0), into: &frame) }
        let list = frame.view.alertList
        let seen = frame.widestSoFar(widths(of: list.inSight, in: frame), .alerts, in: area)
        let table = frame.table(
            columns(in: frame), widest: seen, prose: [.alert], uncounted: [.subject], .alerts, in: area)
        frame.drawHeader(table, .alerts)
        frame.info.visibleRows[.alerts] = list.height
        let foot = area.line(area.rows - 1)
        if list.count == 0 {
            frame.drawEmpty(
                .alerts, Rect(column: area.column, row: area.row, columns: area.columns, rows: area.rows - 1))
            return drawHiddenNote(foot, from: foot.column + ColumnTable.gutter, into: &frame)
        }
        for (row, id) in list.inSight.enumerated() {
            let line = area.line(row + 1)
            guard line.rows > 0, row < list.height else { break }
            let look = frame.look(of: id, list, .alerts)
            guard let alert = frame.board.alerts[id] else { continue }
            frame.beginRow(line, look: look, marked: list.marked.contains(id))
            for place in table.places { drawCell(alert, place, line, look, into: &frame) }
            frame.info.regions.append(.init(rect: line, target: .row(.alerts, .alert(id))))
        }
        drawHiddenNote(foot, from: frame.drawListFoot(foot, .alerts, list), into: &frame)
        frame.drawPositionBar(
            Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    private func columns(in frame: Frame) -> [TableColumn] {
        let isHidden = frame.view.alerts.showsHidden
        return [
            TableColumn(.state, 1, 1, importance: 100),
            TableColumn(.severity, frame.words.language == .chinese ? 4 : 6, 9, importance: 85),
            TableColumn(.alert, 16, 60, grows: 2, importance: 95),
            isHidden
                ? TableColumn(.subject, 24, 60, grows: 2, importance: 97)
                : TableColumn(.subject, 8, 30, grows: 1, importance: 60),
            TableColumn(.age, 6, 8, importance: 98, alignment: .trailing),
        ]
    }

    /// How wide what stands in the columns is: of a subject only the number or callsign that it begins with.
    private func widths(of alerts: [AlertID], in frame: Frame) -> [ColumnName: Int] {
        let words = frame.words
        let shown = alerts.compactMap { frame.board.alerts[$0] }
        let names = shown.map { alert in
            alert.incident.map(words.number) ?? alert.unit.map { words.callsign($0, on: frame.board) }
                ?? alert.reported?.ownFeed ?? ""
        }
        return [
            .severity: frame.widest(shown.map { severity(of: $0, words) }),
            .alert: shown.reduce(0) { max($0, columns(of: $1, in: frame)) },
            .subject: frame.widest(names), .age: frame.widest(shown.map { words.age(frame.now - $0.raised) }),
        ]
    }

    /// How much an alert matters, or that it is none.
    private func severity(of alert: Alert, _ words: Words) -> String {
        alert.standing == .actual ? words.severity(alert.severity) : words.standing(alert.standing)
    }

    /// How wide what an alert says is, with what stands beside it.
    private func columns(of alert: Alert, in frame: Frame) -> Int {
        tags(of: alert, columns: 0, in: frame).reduce(TextWidth.columns(of: text(of: alert, in: frame))) {
            $0 + TextWidth.columns(of: $1.text) + 1
        }
    }

    /// What an alert says; one that is folded out stands in.
    private func text(of alert: Alert, in frame: Frame) -> String {
        let isFolded = frame.view.alerts.root(of: alert.id) != nil
        return (isFolded ? "\(frame.glyphs.dot) " : "") + frame.words.alert(alert, on: frame.board, now: frame.now)
    }

    private func drawCell(
        _ alert: Alert, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook, into frame: inout Frame
    ) {
        let words = frame.words
        let isAsking = alert.state == .unacknowledged
        let isMeant = alert.standing == .actual
        let isCall = frame.view.emergencies.call(alert.id) != nil
        let role: Role = isCall ? .emergency : frame.role(of: alert)
        switch place.name {
        case .state:
            // The only thing on the screen that flashes: the marker of a severe alert nobody has answered.
            let flashes = isAsking && isMeant && alert.severity == .high && frame.blinkOn
            frame.cell(
                isCall ? frame.shape(.emergency, frame.glyphs.triangle) : frame.shape(of: alert), place, line,
                flashes ? frame.style(.alertFlash) : frame.rowStyle(role, look))
        case .severity:
            frame.cell(severity(of: alert, words), place, line, role, look)
        case .alert:
            frame.cell(
                text(of: alert, in: frame), tags: tags(of: alert, columns: place.columns, in: frame), place, line,
                isAsking && isMeant && !isCall ? .textStrong : role, look)
        case .subject:
            let text =
                alert.hidings.last.map { words.hidden($0, now: frame.now) } ?? words.subject(of: alert, on: frame.board)
            frame.cell(text, place, line, .textDim, look)
        case .age: frame.cell(words.age(frame.now - alert.raised), place, line, isAsking ? role : .textDim, look)
        default: break
        }
    }

    /// What there is to say of an alert beside its text, the weightiest first.
    private func tags(of alert: Alert, columns: Int, in frame: Frame) -> [CellTag] {
        let words = frame.words
        var tags: [CellTag] = []
        if let group = frame.view.alerts.group(of: alert.id) {
            let mark = frame.view.alerts.isUnfolded(alert.id) ? frame.glyphs.moreBelow : frame.glyphs.arrow
            let text = columns >= 52 ? words.folded(group) : words.foldedCount(group)
            tags.append(CellTag(text: "\(mark) \(text)", role: .noticeNew))
        }
        if alert.escalations > 0, alert.asksForAnswer {
            tags.append(
                CellTag(text: "\(frame.glyphs.moreAbove) \(words.escalated(alert.escalations))", role: .noticeError))
        }
        if alert.conduct != .steady {
            tags.append(CellTag(text: "~ \(words.conduct(alert.conduct))", role: .noticeWarning))
        }
        if let word = words.stateWord(of: alert) { tags.append(CellTag(text: word, role: .alertReturned)) }
        if let mark = frame.silenceTag(ofFeed: alert.reported?.source.source) { tags.append(mark) }
        return tags
    }

    /// Alerts come faster than anybody can answer: since when, and how many.
    private func drawFlood(_ line: Rect, into frame: inout Frame) {
        guard line.rows > 0, let since = frame.view.alerts.floodSince else { return }
        let recent = frame.board.alerts.elements.count {
            $0.isInSight && frame.now - $0.raised <= AlertGroups.window
        }
        frame.grid.fill(line, style: frame.style(.noticeError))
        let text = " \(frame.glyphs.warning) \(frame.words.flood(recent, since: since, now: frame.now))"
        frame.grid.write(
            text, column: line.column, row: line.row, columns: line.columns, style: frame.style(.noticeError))
    }

    /// How many alerts are out of sight and which key shows them, at the right of the foot; short where room is short.
    private func drawHiddenNote(_ line: Rect, from column: Int, into frame: inout Frame) {
        let words = frame.words
        if frame.view.alerts.unansweredOutside > 0 {
            let text = words.unansweredOutside(frame.view.alerts.unansweredOutside)
            let start = max(column, line.endColumn - 1 - TextWidth.columns(of: text))
            guard line.rows > 0 else { return }
            frame.grid.write(
                text, column: start, row: line.row, columns: max(0, line.endColumn - 1 - start),
                style: frame.style(.noticeWarning))
            return
        }
        let hidden = frame.view.alerts.hidden
        guard line.rows > 0, !hidden.isEmpty, !frame.view.alerts.showsHidden else { return }
        let room = line.endColumn - 1 - column
        let long =
            "\(frame.glyphs.dottedCircle) \(words.hiddenSummary(hidden)) \(frame.glyphs.dot) \(words.showsHiddenHint)"
        let short = "\(frame.glyphs.dottedCircle) \(words.hiddenCount(frame.view.alerts.hiddenCount))"
        let text = [long, short].first { TextWidth.columns(of: $0) <= room } ?? ""
        let start = line.endColumn - 1 - TextWidth.columns(of: text)
        frame.grid.write(text, column: start, row: line.row, columns: max(0, room), style: frame.style(.alertShelved))
    }
}
