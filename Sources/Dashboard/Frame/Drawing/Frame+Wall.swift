import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// One of the big figures of the wall.
private struct WallFigure {
    var title: String
    var number: Int
    var note: String
    var role: Role
    var noteRole: Role
}

extension Frame {
    /// The wall: four big figures, what waits or is overdue in sparse rows, and what is uncovered now.
    mutating func drawWall() {
        var body = layout.body
        let scale = body.rows >= 40 && body.columns >= 150 ? 2 : 1
        let isRoomy = body.rows >= 30
        let top = body.takeTop(BigFigures.rows(scale: scale) + (isRoomy ? 6 : 2))
        drawFigures(top, scale: scale, isRoomy: isRoomy)
        grid.fill(body.line(0).inset(columns: 1), with: glyphs.horizontal, style: style(.border))
        _ = body.takeTop(1)
        var right = body
        let left = right.takeLeft(body.columns >= 100 ? body.columns * 63 / 100 : body.columns)
        drawWallQueue(left.inset(columns: 2), isRoomy: isRoomy)
        guard !right.isEmpty else { return }
        for row in 0..<right.rows {
            grid.put(glyphs.vertical, column: right.column, row: right.row + row, style: style(.border))
        }
        right.column += 1
        right.columns -= 1
        drawWallGaps(right.inset(columns: 2), isRoomy: isRoomy)
    }

    private var wallFigures: [WallFigure] {
        let tallies = view.incidents.waitingTallies
        let free = view.patrol.tally.free + view.quickResponse.tally.free
        let total = view.patrol.tally.total + view.quickResponse.tally.total
        let (fast, fastTotal) = (view.quickResponse.tally.free, view.quickResponse.tally.total)
        let alerts = view.alerts.unansweredCount
        var figures = tallies.prefix(2).map(waitingFigure)
        figures.append(
            WallFigure(
                title: "\(glyphs.circle) " + words.unitsFree, number: free,
                note: words.unitsInAll(total, quickResponse: fast, of: fastTotal),
                role: free == 0 ? .noticeWarning : .text, noteRole: .textDim))
        let oldest = view.alerts.oldestUnanswered.map { words.age(now - $0) }
        figures.append(
            WallFigure(
                title: "\(glyphs.disc) " + words.alertsUnanswered, number: alerts,
                note: oldest.map { words.oldest($0) } ?? "",
                role: alerts == 0 ? .textDim : role(view.alerts.unanswered.high > 0 ? .high : .medium),
                noteRole: .textDim))
        return figures
    }

    private func waitingFigure(_ tally: WaitingTally) -> WallFigure {
        let title = "\(shape(tally.priority)) " + words.waitingHeading(tally.priority)
        guard let oldest = tally.oldest else {
            return WallFigure(title: title, number: 0, note: "", role: .textDim, noteRole: .textDim)
        }
        let limit = view.limits.deadlines.waiting[tally.priority]?.limit
        let look = age(now - oldest, limit: limit, calm: .textDim)
        let due = limit.map(words.duration) ?? glyphs.dash
        let note = words.oldest(look.text, limit: due)
        return WallFigure(
            title: title, number: tally.count, note: note, role: role(tally.priority), noteRole: look.role)
    }

    private mutating func drawFigures(_ area: Rect, scale: Int, isRoomy: Bool) {
        let figures = wallFigures
        let width = area.columns / figures.count
        for (index, figure) in figures.enumerated() {
            let column = area.column + index * width + 2
            let room = max(0, width - 3)
            let top = area.row + (isRoomy ? 1 : 0)
            grid.write(figure.title, column: column, row: top, columns: room, style: style(figure.role))
            let number = top + (isRoomy ? 2 : 1)
            let wide = 2 * scale
            let cell = BigFigures.columns(of: figure.number, cell: wide) <= room ? wide : 1
            if BigFigures.columns(of: figure.number, cell: cell) <= room {
                BigFigures.draw(
                    figure.number, into: &grid, column: column, row: number, cell: cell, scale: scale,
                    style: solidStyle(figure.role))
            } else {
                let text = words.grouped(figure.number)
                grid.write(text, column: column, row: number + 2, columns: room, style: style(figure.role))
            }
            let below = number + BigFigures.rows(scale: scale) + (isRoomy ? 1 : 0)
            if below < area.endRow {
                grid.write(figure.note, column: column, row: below, columns: room, style: style(figure.noteRole))
            }
        }
    }

    /// A role as a solid colour: its own ground where it has one, such as on terminals of eight colours.
    private func solidStyle(_ role: Role) -> Style {
        let own = style(role)
        let ground = style(.text)
        let colour = own.background == ground.background ? own.foreground : own.background
        return Style(foreground: colour, background: ground.background)
    }

    /// The open incidents of P1 and P2 and what else waits, the most urgent first, far apart.
    private mutating func drawWallQueue(_ area: Rect, isRoomy: Bool) {
        write(words.waitingAndOverdue, area.line(0), .textDim)
        let step = isRoomy ? 2 : 1
        let table = ColumnTable(wallColumns, area: area)
        let rows = max(0, (area.rows - (isRoomy ? 2 : 1)) / step)
        for index in 0..<min(rows, view.incidents.count) {
            let line = area.line((isRoomy ? 2 : 1) + index * step)
            guard line.rows > 0, let id = view.incidents.id(at: index), let incident = board.incidents[id] else {
                break
            }
            for place in table.places { drawWallCell(incident, place, line) }
        }
        let more = view.incidents.count - rows
        guard more > 0 else { return }
        let text = "\(glyphs.moreBelow) \(words.moreIncidents(more))"
        grid.write(
            text, column: area.endColumn - TextWidth.columns(of: text), row: area.row, style: style(.textDim))
    }

    private var wallColumns: [TableColumn] {
        let isChinese = words.language == .chinese
        return [
            TableColumn(.priority, isChinese ? 6 : 4, 6, importance: 100),
            TableColumn(.age, 7, 8, importance: 95, alignment: .trailing),
            TableColumn(.type, 14, 26, grows: 2, importance: 90),
            TableColumn(.place, 12, 24, grows: 2, importance: 70),
            TableColumn(.beat, 4, 5, importance: 50),
            TableColumn(.stage, isChinese ? 8 : 12, 22, grows: 1, importance: 80),
        ]
    }

    private mutating func drawWallCell(_ incident: Incident, _ place: ColumnTable.Place, _ line: Rect) {
        let look = age(of: incident)
        switch place.name {
        case .priority: drawPriority(of: incident, place, line, .plain)
        case .age: ageCell(look, place, line, style(look.role))
        case .type:
            let role: Role = isCallForHelp(incident) ? .emergency : .textStrong
            cell(words.type(of: incident, on: board), place, line, style(role))
        case .place: cell(incident.place.text, place, line, style(.text))
        case .beat: cell(incident.beat, place, line, style(.textDim))
        case .stage:
            let state = words.progress(of: incident, now: now)
            if let over = look.over {
                cell(words.overdue(state, by: over), place, line, style(.ageOverdue))
            } else if let unit = incident.assignments.first(where: \.isOpen)?.unit {
                let mark = shortMark(of: incident).map { "\($0) " } ?? ""
                cell("\(mark)\(words.callsign(unit, on: board)) \(state)", place, line, style(role(incident.progress)))
            } else {
                cell(state, place, line, style(role(incident.progress)))
            }
        default: break
        }
    }

    /// Response circles that are open now, then the alerts that ask.
    private mutating func drawWallGaps(_ area: Rect, isRoomy: Bool) {
        let step = isRoomy ? 2 : 1
        var row = 0
        write(words.uncoveredNow, area.line(row), .textDim)
        row += step
        var shown = 0
        // From the board, whatever any list leaves out.
        let circles = board.units.elements.filter { $0.circleMinutes > 0 }
        let rows = view.quickResponse
        let order = { (unit: FieldUnit) -> Int in rows.row(of: unit.id) ?? .max }
        let open = circles.filter { !$0.isFree }.sorted { (order($0), $0.id) < (order($1), $1.id) }
        for unit in open where shown < 6 && row < area.rows / 2 {
            let name = unit.dutyPoint.text.isEmpty ? unit.callsign : unit.dutyPoint.text
            let minutes = words.circleThere(unit.circleMinutes)
            let since = words.age(now - unit.statusSince)
            let text = RichText("\(glyphs.barEmpty) \(name) ", .coverageOpen).then(minutes, .coverageOpen)
                .then("  \(unit.callsign) \(words.status(unit.status)) \(since)", .textDim)
            write(text, area.line(row))
            row += step
            shown += 1
        }
        if shown < open.count, row < area.rows / 2 {
            write(
                RichText(words.moreCircles(open.count - shown), .coverageOpen),
                area.line(row))
            row += step
        } else if open.isEmpty {
            write(
                circles.isEmpty
                    ? RichText(words.noCircles, .textDim)
                    : RichText("\(glyphs.barFull) \(words.everyCircleCovered)", .coverageFull),
                area.line(row))
            row += step
        }
        row += isRoomy ? 1 : 0
        write(words.title(.alerts), area.line(row), .textDim)
        row += step
        for index in 0..<view.alerts.count where row < area.rows {
            guard let id = view.alerts.id(at: index), let alert = board.alerts[id] else { continue }
            let asks = alert.state == .unacknowledged
            let text = RichText("\(shape(of: alert)) ", role(of: alert))
                .then(words.alert(alert, on: board, now: now), asks ? .textStrong : .textDim)
                .then("  \(words.age(now - alert.raised))", asks ? role(of: alert) : .textDim)
            write(text, area.line(row))
            row += step
        }
    }
}
