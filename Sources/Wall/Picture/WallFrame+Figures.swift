import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// A big figure with what belongs to it.
struct WallFigure {
    var mark: String
    var title: String
    var shortTitle: String
    var number: Int
    /// How it looks; of the plate where it has one.
    var role: Role
    /// True for what stands on a plate.
    var isPlate = false
    /// What stands beside it, the weightiest first; nil for an empty row.
    var lines: [(text: String, isStrong: Bool)?] = []
    /// What stands in the title's row at the right.
    var change = ""
    /// The last row, which names the next one.
    var next = ""
    /// Age and limit, for where there is little room.
    var age = ""
    var limit = ""
    /// What it is, where it is.
    var type = ""
    var place = ""
    var beat = ""
    /// True while its marker flashes.
    var flashes = false
}

extension WallFrame {
    /// The figures, the most urgent first: the first has the greatest room.
    var ranked: [WallFigure] {
        var all: [WallFigure] = []
        if !figures.emergencies.isEmpty { all.append(emergencyFigure) }
        if figures.p1.count > 0 { all.append(waitingFigure(.p1, figures.p1)) }
        all.append(waitingFigure(.p2, figures.p2))
        all.append(alertFigure)
        if figures.isBelowReserve {
            all.append(
                WallFigure(
                    mark: glyphs.circle, title: words.unitsFree, shortTitle: words.freeShort,
                    number: figures.units.free, role: .noticeWarning, age: words.reserve(figures.reserve)))
        }
        all.append(lowerFigure)
        let isUrgent = { (figure: WallFigure) in figure.number > 0 || figure.role == .noticeWarning }
        return all.filter(isUrgent) + all.filter { !isUrgent($0) }
    }

    private func waitingFigure(_ priority: Priority, _ waiting: WallFigures.Waiting) -> WallFigure {
        var figure = WallFigure(
            mark: shape(priority), title: words.waitingTitle(priority), shortTitle: words.priority(priority),
            number: waiting.count, role: waiting.count == 0 ? .textDim : role(priority))
        figure.isPlate = priority == .p1
        figure.flashes = priority == .p1 && scene.flashes
        if waiting.change != 0 {
            figure.change = waiting.change > 0 ? "↑ +\(waiting.change)" : "↓ \(waiting.change)"
            if glyphs == .ascii { figure.change = waiting.change > 0 ? "+\(waiting.change)" : "\(waiting.change)" }
        }
        guard let oldest = waiting.worst.first else { return figure }
        figure.age = age(oldest)
        figure.limit = oldest.limit.map(words.limit(of:)) ?? ""
        (figure.type, figure.place, figure.beat) = (type(oldest), place(oldest).text, place(oldest).beat)
        if waiting.worst.count > 1 {
            let second = waiting.worst[1]
            let (place, beat) = place(second)
            figure.next = words.next(age(second), "\(type(second)) \(beat.isEmpty ? place : beat)")
        }
        return figure
    }

    private var emergencyFigure: WallFigure {
        var figure = WallFigure(
            mark: glyphs.triangle, title: words.emergency, shortTitle: words.emergencyShort,
            number: figures.emergencies.count, role: .emergency, isPlate: true)
        figure.flashes = scene.flashes
        guard let first = figures.emergencies.first else { return figure }
        let incident = first.incident.flatMap { scene.board.incidents[$0] }
        let units = incident?.openAssignments.map(\.unit).filter { $0 != first.unit } ?? []
        figure.age = words.age(max(.zero, scene.now - first.since))
        figure.limit = units.isEmpty ? words.nobodySent : words.helped(by: units, on: scene.board)
        figure.type = words.callsign(first.unit, on: scene.board)
        figure.place = incident?.place[words.language] ?? ""
        figure.beat = incident?.beat ?? scene.board.units[first.unit]?.homeBeat ?? ""
        if figures.emergencies.count > 1 {
            let second = figures.emergencies[1]
            figure.next = words.next(
                words.age(max(.zero, scene.now - second.since)), words.callsign(second.unit, on: scene.board))
        } else if figures.p1.count > 0 {
            let age = figures.p1.worst.first.map { " " + self.age($0) } ?? ""
            figure.next = "\(shape(.p1)) \(words.priority(.p1)) \(words.grouped(figures.p1.count))\(age)"
        }
        return figure
    }

    private var alertFigure: WallFigure {
        WallFigure(
            mark: glyphs.disc, title: words.alerts, shortTitle: words.alerts, number: figures.alerts.count,
            role: figures.alerts.count == 0 ? .textDim : .alertP2Unanswered,
            age: figures.alerts.oldest.map { words.age(max(.zero, scene.now - $0)) } ?? "")
    }

    private var lowerFigure: WallFigure {
        var figure = waitingFigure(.p3, figures.lower)
        (figure.mark, figure.title, figure.shortTitle) = (glyphs.hollowSquare, words.lowerWaiting, words.lower)
        return figure
    }

    // MARK: Side by side

    /// The most urgent figure with all that belongs to it, the next ones beside it, and the force in words.
    mutating func drawFigures() {
        let upper = layout.upper
        let ranked = ranked
        let bit = 2 * layout.scale
        let digits = BigDigits.columns(of: ranked[0].number, bit: bit)
        let room = max(upper.columns * 27 / 50, digits + 4 * layout.scale + 16)
        // Numbers keep their size: where there is no room beside a long one, the others become words.
        let isAlone = room > upper.columns - 20 || digits + 4 > upper.columns
        let primary = Rect(
            column: upper.column, row: upper.row, columns: isAlone ? upper.columns : room, rows: upper.rows)
        drawPrimary(ranked[0], primary)
        if isAlone {
            // The row of words takes the place of the rule's row.
            return drawInWords(
                Array(ranked.dropFirst()),
                Rect(
                    column: upper.column, row: upper.endRow, columns: upper.columns, rows: 1))
        }
        let right = Rect(
            column: primary.endColumn + 2, row: upper.row, columns: upper.columns - primary.columns - 2,
            rows: upper.rows)
        drawSecondary(Array(ranked.dropFirst()), right)
        drawForce(right.row(upper.rows - 1))
    }

    /// The most urgent figure, on its plate if it has one.
    mutating func drawPrimary(_ figure: WallFigure, _ area: Rect) {
        let plate = figure.isPlate ? look.plate(figure.role) : look.style(figure.role)
        let plain = figure.isPlate ? plate : look.style(.text)
        if figure.isPlate { grid.fill(area, style: plate) }
        let strong = figure.isPlate ? plate.adding(.bold) : look.style(.textStrong)
        let title = area.row(0, from: 1)
        drawMark(figure, title, on: plate)
        write(figure.title, area.row(0, from: 3), figure.isPlate ? strong : plate.adding(.bold))
        writeLast(figure.change + "  ", title, plain)
        let bit = 2 * layout.scale
        let left = area.column + 2 * layout.scale
        let digits = BigDigits.columns(of: figure.number, bit: bit)
        var text = area.row(0)
        if left + digits <= area.endColumn {
            BigDigits.draw(
                figure.number, into: &grid, column: left, row: area.row + 1, bit: bit, scale: layout.scale,
                look.digit(plate, isOnPlate: figure.isPlate))
            text.column = left + digits + max(2, 3 * layout.scale)
        } else {
            write(words.grouped(figure.number), area.row(3, from: 2), strong)
            text.column = area.column + 12
        }
        text.columns = area.endColumn - text.column
        if text.columns >= 10 {
            drawBeside(
                figure, Rect(column: text.column, row: area.row, columns: text.columns, rows: area.rows), plain, strong)
            if area.rows > layout.digitRows + 1, !listsFurther(figure) {
                write(figure.next, area.row(area.rows - 1, from: 1), plain)
            }
        } else {
            // What it is goes below the number.
            let what = [figure.type, figure.place, figure.beat].filter { !$0.isEmpty }.joined(separator: " ")
            write(headline(what), area.row(area.rows - 1, from: 1), strong)
            writeLast(" \(figure.age) ", title, strong)
        }
    }

    /// The marker alone flashes, and only for a while.
    private mutating func drawMark(_ figure: WallFigure, _ place: Rect, on plate: Style) {
        guard place.rows > 0 else { return }
        let isLit = figure.flashes && scene.blinkOn && scene.life.isLive
        grid.write(
            figure.mark, column: place.column, row: place.row, columns: 2,
            style: isLit ? Style(foreground: plate.background, background: plate.foreground) : plate)
    }

    /// Age against limit, what it is and where, beside a figure.
    private mutating func drawBeside(_ figure: WallFigure, _ area: Rect, _ plain: Style, _ strong: Style) {
        let digits = look.digit(figure.isPlate ? plain : look.style(figure.role), isOnPlate: figure.isPlate)
        var row = drawAge(figure, area, digits, plain, strong)
        write(headline(figure.type), area.row(row), strong)
        row += 1
        drawPlace(figure.place, figure.beat, area.row(row), strong)
        guard listsFurther(figure) else { return }
        drawFurther(Array(figures.p1.worst.dropFirst()), area, from: row + 2, plain)
    }

    /// The age of the oldest and its limit, as large as there is room for; returns the row after them.
    private mutating func drawAge(
        _ figure: WallFigure, _ area: Rect, _ digits: (style: Style, fill: Unicode.Scalar?), _ plain: Style,
        _ strong: Style
    ) -> Int {
        guard !figure.age.isEmpty else { return max(1, layout.scale) }
        let label = scene.life.isLive ? words.oldest : words.lastHeardAge
        if let rows = drawLargeAge(figure.age, area, digits, plain) {
            write("\(label) \(figure.limit)", area.row(2 + rows), plain)
            return 2 + rows + (layout.scale > 2 ? 2 : 1)
        }
        var row = 1
        // Where there is little room the age speaks for itself.
        if area.rows > layout.digitRows + 1 {
            write(label, area.row(row), plain)
            row += 1
        }
        let used = write(figure.age, area.row(row), strong)
        let limit = area.row(row, from: used + 1)
        if TextWidth.columns(of: figure.limit) > limit.columns, !figure.limit.isEmpty {
            write(figure.limit, area.row(row + 1), plain)
            return row + 2
        }
        write(figure.limit, limit, plain)
        return row + 2
    }

    /// An age in large digits, where figures are drawn larger than they would have to be; returns its rows, nil for no room.
    private mutating func drawLargeAge(
        _ age: String, _ area: Rect, _ digits: (style: Style, fill: Unicode.Scalar?), _ plain: Style
    ) -> Int? {
        guard layout.scale > 1, let dots = BigDigits.columns(ofTime: age, bit: 1), dots + 1 <= area.columns else {
            return nil
        }
        let size = min((area.columns - 1) / (2 * dots), layout.scale - 1)
        if size > 0 {
            BigDigits.draw(
                time: age, into: &grid, column: area.column, row: area.row + 1, bit: 2 * size, scale: size, digits)
            return WallPlace.digitRows * size
        }
        guard glyphs != .ascii else { return nil }
        BigDigits.drawHalved(time: age, into: &grid, column: area.column, row: area.row + 1, plain)
        return (WallPlace.digitRows + 1) / 2
    }

    /// True where there is room for more than the next one.
    private func listsFurther(_ figure: WallFigure) -> Bool { layout.scale > 1 && figure.role == .priorityP1 }

    /// A place is cut before its beat is.
    private mutating func drawPlace(_ place: String, _ beat: String, _ line: Rect, _ style: Style) {
        let (width, own) = (TextWidth.columns(of: place), TextWidth.columns(of: beat))
        guard own > 0, width + own + 1 > line.columns, own + 6 < line.columns else {
            write(place.isEmpty ? beat : beat.isEmpty ? place : "\(place) \(beat)", line, style)
            return
        }
        write(place, Rect(column: line.column, row: line.row, columns: line.columns - own - 1, rows: line.rows), style)
        writeLast(beat, line, style)
    }

    /// More of what waits, where there is room on the plate.
    private mutating func drawFurther(_ items: [WallItem], _ area: Rect, from first: Int, _ style: Style) {
        let rows = area.rows - 1 - first
        for (index, item) in items.prefix(max(0, rows)).enumerated() {
            let (place, beat) = place(item)
            write("\(age(item))  \(type(item)), \(place) \(beat)", area.row(first + index), style)
        }
    }

    // MARK: Beside

    /// The next figures: bare digits in their ink, the oldest beside or above them.
    private mutating func drawSecondary(_ figures: [WallFigure], _ area: Rect) {
        let shown = figures.prefix(figures.first { $0.role == .noticeWarning } == nil ? 2 : 3)
        let wide = shown.map { max(BigDigits.columns(of: $0.number, bit: layout.scale), 4) }
        let total = wide.reduce(0, +) + shown.count
        let spare = max(0, area.columns - total)
        var column = area.column
        for (index, figure) in shown.enumerated() {
            let isLast = index == shown.count - 1
            let columns = isLast ? area.endColumn - column : wide[index] + 1 + spare * (shown.count == 2 ? 13 : 7) / 20
            drawBare(
                figure, Rect(column: column, row: area.row, columns: max(0, columns), rows: area.rows))
            column += columns
        }
    }

    private mutating func drawBare(_ figure: WallFigure, _ area: Rect) {
        let style = look.style(figure.role)
        let digits = BigDigits.columns(of: figure.number, bit: layout.scale)
        let isRoomy = area.columns >= TextWidth.columns(of: figure.title) + 3
        var title = area.row(0)
        title.columns -= 1
        write("\(figure.mark) \(isRoomy ? figure.title : figure.shortTitle)", title, style.adding(.bold))
        guard digits <= area.columns else {
            write(words.grouped(figure.number), area.row(3), style.adding(.bold))
            write(figure.age, area.row(4), style)
            return
        }
        BigDigits.draw(
            figure.number, into: &grid, column: area.column, row: area.row + 1, bit: layout.scale, scale: layout.scale,
            look.digit(style, isOnPlate: false))
        let beside = Rect(
            column: area.column + digits + layout.scale, row: area.row,
            columns: area.columns - digits - layout.scale - 1, rows: area.rows)
        let middle = layout.scale == 1 ? 2 : 2 * layout.scale
        if TextWidth.columns(of: figure.age) <= beside.columns + 1 {
            write(
                figure.age, Rect(column: beside.column, row: beside.row + middle, columns: beside.columns + 1, rows: 1),
                style)
            let limit = Rect(column: beside.column, row: beside.row + middle + 1, columns: beside.columns, rows: 1)
            if TextWidth.columns(of: figure.limit) <= limit.columns { write(figure.limit, limit, .textDim) }
        } else {
            // Above, where the digits leave no room beside them.
            let head = TextWidth.columns(of: "\(figure.mark) \(figure.shortTitle)") + 1
            guard !isRoomy, head + TextWidth.columns(of: figure.age) <= title.columns else { return }
            write(figure.age, title.row(0, from: head), style)
        }
    }

    // MARK: In words

    /// Figures as words in a row.
    mutating func drawInWords(_ figures: [WallFigure], _ line: Rect) {
        var pieces: [(text: String, role: Role)] = []
        for figure in figures where figure.role != .noticeWarning {
            let text = "\(figure.mark) \(figure.shortTitle) \(words.grouped(figure.number))"
            pieces.append((figure.age.isEmpty ? text : "\(text) \(figure.age)", figure.role))
        }
        pieces.insert(
            (force, figures.contains { $0.role == .noticeWarning } ? .noticeWarning : .text), at: min(2, pieces.count))
        writePieces(pieces, line)
    }

    /// Free units in words.
    var force: String {
        guard figures.units.total > 0 else { return words.noUnits }
        return "\(glyphs.circle) " + words.free(figures.units.free, of: figures.units.total)
    }

    /// Free units, quick response and what else waits, in words.
    mutating func drawForce(_ line: Rect) {
        var pieces: [(text: String, role: Role)] = [(force, figures.isBelowReserve ? .noticeWarning : .text)]
        if figures.quick.total > 0 { pieces.append((words.quick(figures.quick.free, of: figures.quick.total), .text)) }
        let lower = "\(words.lower) \(words.grouped(figures.lower.count))"
        let isShown = ranked.prefix(3).contains { $0.shortTitle == words.lower }
        if figures.lower.count > 0, !isShown { pieces.insert((lower, .text), at: 1) }
        writePieces(pieces, line)
    }
}
