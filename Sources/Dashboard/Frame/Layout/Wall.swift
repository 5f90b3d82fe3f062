import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// The layout for everybody in the room: no panes, big figures and few rows.
enum Wall {
    /// The wall: four big figures, what waits or is overdue in sparse rows, and what is uncovered now.
    static func draw(into frame: inout Frame) {
        var body = frame.layout.body
        let scale = body.rows >= 40 && body.columns >= 150 ? 2 : 1
        let isRoomy = body.rows >= 30
        let top = body.takeTop(BigFigures.rows(scale: scale) + (isRoomy ? 6 : 2))
        drawFigures(top, scale: scale, isRoomy: isRoomy, into: &frame)
        frame.grid.fill(body.line(0).inset(columns: 1), with: frame.glyphs.horizontal, style: frame.style(.border))
        _ = body.takeTop(1)
        var right = body
        let left = right.takeLeft(body.columns >= 100 ? body.columns * 63 / 100 : body.columns)
        drawQueue(left.inset(columns: 2), isRoomy: isRoomy, into: &frame)
        guard !right.isEmpty else { return }
        for row in 0..<right.rows {
            frame.grid.put(
                frame.glyphs.vertical, column: right.column, row: right.row + row, style: frame.style(.border))
        }
        right.column += 1
        right.columns -= 1
        drawGaps(right.inset(columns: 2), isRoomy: isRoomy, into: &frame)
    }

    private static func figures(in frame: Frame) -> [WallFigure] {
        let words = frame.words
        let tallies = frame.view.incidents.waitingTallies
        let free = frame.view.patrol.tally.free + frame.view.quickResponse.tally.free
        let total = frame.view.patrol.tally.total + frame.view.quickResponse.tally.total
        let (fast, fastTotal) = (frame.view.quickResponse.tally.free, frame.view.quickResponse.tally.total)
        let alerts = frame.view.alerts.unansweredCount
        var figures = tallies.prefix(2).map { waitingFigure($0, in: frame) }
        figures.append(
            WallFigure(
                title: "\(frame.glyphs.circle) " + words.unitsFree, number: free,
                note: words.unitsInAll(total, quickResponse: fast, of: fastTotal),
                role: free == 0 ? .noticeWarning : .text, noteRole: .textDim))
        let oldest = frame.view.alerts.oldestUnanswered.map { words.age(frame.now - $0) }
        figures.append(
            WallFigure(
                title: "\(frame.glyphs.disc) " + words.alertsUnanswered, number: alerts,
                note: oldest.map { words.oldest($0) } ?? "",
                role: alerts == 0 ? .textDim : frame.role(frame.view.alerts.unanswered.high > 0 ? .high : .medium),
                noteRole: .textDim))
        return figures
    }

    private static func waitingFigure(_ tally: WaitingTally, in frame: Frame) -> WallFigure {
        let words = frame.words
        let title = "\(frame.shape(tally.priority)) " + words.waitingHeading(tally.priority)
        guard let oldest = tally.oldest else {
            return WallFigure(title: title, number: 0, note: "", role: .textDim, noteRole: .textDim)
        }
        let limit = frame.view.limits.deadlines.waiting[tally.priority]?.limit
        let look = frame.age(frame.now - oldest, limit: limit, calm: .textDim)
        let due = limit.map(words.duration) ?? frame.glyphs.dash
        let note = words.oldest(look.text, limit: due)
        return WallFigure(
            title: title, number: tally.count, note: note, role: frame.role(tally.priority), noteRole: look.role)
    }

    private static func drawFigures(_ area: Rect, scale: Int, isRoomy: Bool, into frame: inout Frame) {
        let figures = figures(in: frame)
        let width = area.columns / figures.count
        for (index, figure) in figures.enumerated() {
            let column = area.column + index * width + 2
            let room = max(0, width - 3)
            let top = area.row + (isRoomy ? 1 : 0)
            frame.grid.write(figure.title, column: column, row: top, columns: room, style: frame.style(figure.role))
            let number = top + (isRoomy ? 2 : 1)
            let wide = 2 * scale
            let cell = BigFigures.columns(of: figure.number, cell: wide) <= room ? wide : 1
            if BigFigures.columns(of: figure.number, cell: cell) <= room {
                BigFigures.draw(
                    figure.number, into: &frame.grid, column: column, row: number, cell: cell, scale: scale,
                    style: solidStyle(figure.role, in: frame))
            } else {
                let text = frame.words.grouped(figure.number)
                frame.grid.write(text, column: column, row: number + 2, columns: room, style: frame.style(figure.role))
            }
            let below = number + BigFigures.rows(scale: scale) + (isRoomy ? 1 : 0)
            if below < area.endRow {
                frame.grid.write(
                    figure.note, column: column, row: below, columns: room, style: frame.style(figure.noteRole))
            }
        }
    }

    /// A role as a solid colour: its own ground where it has one, such as on terminals of eight colours.
    private static func solidStyle(_ role: Role, in frame: Frame) -> Style {
        let own = frame.style(role)
        let ground = frame.style(.text)
        let colour = own.background == ground.background ? own.foreground : own.background
        return Style(foreground: colour, background: ground.background)
    }

    /// The open incidents of P1 and P2 and what else waits, the most urgent first, far apart.
    private static func drawQueue(_ area: Rect, isRoomy: Bool, into frame: inout Frame) {
        frame.write(frame.words.waitingAndOverdue, area.line(0), .textDim)
        let step = isRoomy ? 2 : 1
        let table = ColumnTable(columns(in: frame), area: area)
        let rows = max(0, (area.rows - (isRoomy ? 2 : 1)) / step)
        for index in 0..<min(rows, frame.view.incidents.count) {
            let line = area.line((isRoomy ? 2 : 1) + index * step)
            guard line.rows > 0, let id = frame.view.incidents.id(at: index), let incident = frame.board.incidents[id]
            else {
                break
            }
            for place in table.places { drawCell(incident, place, line, into: &frame) }
        }
        let more = frame.view.incidents.count - rows
        guard more > 0 else { return }
        let text = "\(frame.glyphs.moreBelow) \(frame.words.moreIncidents(more))"
        frame.grid.write(
            text, column: area.endColumn - TextWidth.columns(of: text), row: area.row, style: frame.style(.textDim))
    }

    private static func columns(in frame: Frame) -> [TableColumn] {
        let isChinese = frame.words.language == .chinese
        return [
            TableColumn(.priority, isChinese ? 6 : 4, 6, importance: 100),
            TableColumn(.age, 7, 8, importance: 95, alignment: .trailing),
            TableColumn(.type, 14, 26, grows: 2, importance: 90),
            TableColumn(.place, 12, 24, grows: 2, importance: 70),
            TableColumn(.beat, 4, 5, importance: 50),
            TableColumn(.stage, isChinese ? 8 : 12, 22, grows: 1, importance: 80),
        ]
    }

    private static func drawCell(
        _ incident: Incident, _ place: ColumnTable.Place, _ line: Rect, into frame: inout Frame
    ) {
        let words = frame.words
        let look = frame.age(of: incident)
        switch place.name {
        case .priority: IncidentRow.drawPriority(of: incident, place, line, .plain, into: &frame)
        case .age: frame.ageCell(look, place, line, frame.style(look.role))
        case .type:
            let role: Role = IncidentRow.isCallForHelp(incident, in: frame) ? .emergency : .textStrong
            frame.cell(words.type(of: incident, on: frame.board), place, line, frame.style(role))
        case .place: frame.cell(incident.place.text, place, line, frame.style(.text))
        case .beat: frame.cell(incident.beat, place, line, frame.style(.textDim))
        case .stage:
            let state = words.progress(of: incident, now: frame.now)
            if let over = look.over {
                frame.cell(words.overdue(state, by: over), place, line, frame.style(.ageOverdue))
            } else if let unit = incident.assignments.first(where: \.isOpen)?.unit {
                let mark = IncidentRow.shortMark(of: incident, in: frame).map { "\($0) " } ?? ""
                frame.cell(
                    "\(mark)\(words.callsign(unit, on: frame.board)) \(state)", place, line,
                    frame.style(frame.role(incident.progress)))
            } else {
                frame.cell(state, place, line, frame.style(frame.role(incident.progress)))
            }
        default: break
        }
    }

    /// Response circles that are open now, then the alerts that ask.
    private static func drawGaps(_ area: Rect, isRoomy: Bool, into frame: inout Frame) {
        let step = isRoomy ? 2 : 1
        frame.write(frame.words.uncoveredNow, area.line(0), .textDim)
        let row = drawCircles(area, from: step, step: step, into: &frame) + (isRoomy ? 1 : 0)
        frame.write(frame.words.title(.alerts), area.line(row), .textDim)
        drawAlerts(area, from: row + step, step: step, into: &frame)
    }

    /// The response circles that are open, from the board, whatever any list leaves out; returns the row after them.
    private static func drawCircles(_ area: Rect, from first: Int, step: Int, into frame: inout Frame) -> Int {
        let words = frame.words
        var row = first
        var shown = 0
        let circles = frame.board.units.elements.filter { $0.circleMinutes > 0 }
        let rows = frame.view.quickResponse
        let order = { (unit: FieldUnit) -> Int in rows.row(of: unit.id) ?? .max }
        let open = circles.filter { !$0.isFree }.sorted { (order($0), $0.id) < (order($1), $1.id) }
        for unit in open where shown < 6 && row < area.rows / 2 {
            let name = unit.dutyPoint.text.isEmpty ? unit.callsign : unit.dutyPoint.text
            let minutes = words.circleThere(unit.circleMinutes)
            let since = words.age(frame.now - unit.statusSince)
            let text = RichText("\(frame.glyphs.barEmpty) \(name) ", .coverageOpen).then(minutes, .coverageOpen)
                .then("  \(unit.callsign) \(words.status(unit.status)) \(since)", .textDim)
            frame.write(text, area.line(row))
            row += step
            shown += 1
        }
        if shown < open.count, row < area.rows / 2 {
            frame.write(RichText(words.moreCircles(open.count - shown), .coverageOpen), area.line(row))
            row += step
        } else if open.isEmpty {
            let text =
                circles.isEmpty
                ? RichText(words.noCircles, .textDim)
                : RichText("\(frame.glyphs.barFull) \(words.everyCircleCovered)", .coverageFull)
            frame.write(text, area.line(row))
            row += step
        }
        return row
    }

    /// The alerts in the order of their list, as far as there is room.
    private static func drawAlerts(_ area: Rect, from first: Int, step: Int, into frame: inout Frame) {
        var row = first
        for index in 0..<frame.view.alerts.count where row < area.rows {
            guard let id = frame.view.alerts.id(at: index), let alert = frame.board.alerts[id] else { continue }
            let asks = alert.state == .unacknowledged
            let text = RichText("\(frame.shape(of: alert)) ", frame.role(of: alert))
                .then(frame.words.alert(alert, on: frame.board, now: frame.now), asks ? .textStrong : .textDim)
                .then("  \(frame.words.age(frame.now - alert.raised))", asks ? frame.role(of: alert) : .textDim)
            frame.write(text, area.line(row))
            row += step
        }
    }
}

/// One of the big figures of the wall.
private struct WallFigure {
    var title: String
    var number: Int
    var note: String
    var role: Role
    var noteRole: Role
}

/// Digits five cells high, for people who stand further away.
private enum BigFigures {
    /// Five rows of three bits, from the top, for each digit.
    private static let digits: [[UInt8]] = [
        [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 7, 1, 7], [5, 5, 7, 1, 1], [7, 4, 7, 1, 7],
        [7, 4, 7, 5, 7], [7, 1, 1, 1, 1], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7],
    ]

    /// Rows that a figure takes at a scale.
    static func rows(scale: Int) -> Int { 5 * scale }

    /// Columns that a number takes, with a gap after each digit but the last.
    static func columns(of number: Int, cell: Int) -> Int {
        let count = String(number).count
        return count * 3 * cell + (count - 1) * cell
    }

    /// Draws a number; each bit is `cell` columns wide and `scale` rows high.
    static func draw(_ number: Int, into grid: inout Grid, column: Int, row: Int, cell: Int, scale: Int, style: Style) {
        // Blanks with exchanged colours are solid on every terminal, with or without block characters.
        let solid = style.adding(.reverse)
        for (place, digit) in String(number).utf8.enumerated() {
            let left = column + place * 4 * cell
            for (line, bits) in digits[Int(digit - 0x30) % 10].enumerated() {
                for bit in 0..<3 where bits & (4 >> UInt8(bit)) != 0 {
                    grid.fill(
                        Rect(column: left + bit * cell, row: row + line * scale, columns: cell, rows: scale),
                        style: solid)
                }
            }
        }
    }
}
