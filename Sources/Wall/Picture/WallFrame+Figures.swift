import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension WallFrame {
    private var choice: FigureChoice { FigureChoice(self) }
    /// All figures, in the order that they always have.
    var all: [WallFigure] { choice.all }

    // MARK: Side by side

    /// The most urgent figure with all that belongs to it, the next ones beside it, and the force in words.
    mutating func drawFigures() {
        let upper = layout.upper
        let lead = choice.lead
        let bit = 2 * layout.scale
        let digits = BigDigits.columns(of: lead.number, bit: bit)
        // Where letters are drawn larger they need the wider part.
        let part = layout.scale > 2 ? 29 : layout.wantsBigLetters ? 31 : 27
        let room = max(upper.columns * part / 50, digits + 4 * layout.scale + 4)
        // Numbers keep their size: where there is no room beside a long one, the others become words.
        let isAlone = room > upper.columns - 20 || digits + 4 > upper.columns
        let primary = Rect(
            column: upper.column, row: upper.row, columns: isAlone ? upper.columns : room, rows: upper.rows)
        drawPrimary(lead, primary)
        if isAlone {
            // The row of words takes the place of the rule's row.
            return drawInWords(
                choice.beside, Rect(column: upper.column, row: upper.endRow, columns: upper.columns, rows: 1))
        }
        let right = Rect(
            column: primary.endColumn + 2, row: upper.row, columns: upper.columns - primary.columns - 2,
            rows: upper.rows)
        drawSecondary(choice.beside, right)
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
        let name = scene.life.isLive ? figure.title : WallTroubleWords(words).then(figure.title)
        write(name, area.row(0, from: 3), figure.isPlate ? strong : plate.adding(.bold))
        writeLast(figure.change + "  ", title, plain)
        let bit = 2 * layout.scale
        let left = area.column + 2 * layout.scale
        let digits = BigDigits.columns(of: figure.number, bit: bit)
        var text = area.row(0)
        if figure.number == 0, figure.role == .textDim {
            // Nothing of it is nothing to look at.
            write("0", area.row(layout.scale + 1, from: 2 * layout.scale), plate)
            text.column = left + BigDigits.columns(of: 0, bit: bit) + 2
        } else if left + digits <= area.endColumn {
            BigDigits.draw(
                figure.number, into: &grid, column: left, row: area.row + 1, bit: bit, scale: layout.scale,
                look.digit(plate, isOnPlate: figure.isPlate))
            text.column = left + digits + max(3, 2 * layout.scale)
        } else {
            write(words.grouped(figure.number), area.row(3, from: 2), strong)
            text.column = area.column + 12
        }
        text.columns = area.endColumn - text.column - (layout.wantsBigLetters ? 1 : 0)
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
            writeLast(" \(figure.age) ", title, clock(figure) ?? strong)
        }
    }

    /// How the age of a figure looks where it is over its limit and has no plate, whose ink it would have otherwise.
    private func clock(_ figure: WallFigure) -> Style? {
        figure.isOver && !figure.isPlate ? look.style(.ageOverdue) : nil
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
        let ink = figure.isPlate ? plain : clock(figure) ?? look.style(figure.role)
        let digits = look.digit(ink, isOnPlate: figure.isPlate)
        var row = drawAge(figure, area, digits, plain, strong)
        if let end = drawBigWords(figure, area, from: row, plain, strong) {
            row = end
        } else {
            write(headline(figure.type), area.row(row), strong)
            row += 1
            drawPlace(figure.place, figure.beat, area.row(row), strong)
        }
        guard listsFurther(figure) else { return }
        drawFurther(Array(figures.p1.worst.dropFirst()), area, from: row + 2, plain)
    }

    /// The age of the oldest and its limit, as large as there is room for; returns the row after them.
    private mutating func drawAge(
        _ figure: WallFigure, _ area: Rect, _ digits: (style: Style, fill: Unicode.Scalar?), _ plain: Style,
        _ strong: Style
    ) -> Int {
        let label = scene.life.isLive || figure.age.isEmpty ? figure.label : words.lastHeardAge
        var row = 1
        var isLarge = false
        if let rows = drawLargeAge(figure.age, area, digits, clock(figure) ?? plain) {
            (row, isLarge) = (1 + rows + (layout.scale > 2 ? 1 : 0), true)
        }
        if isLarge || figure.age.isEmpty {
            let (line, limit) = (words.joined(label, figure.limitAlone), figure.limitAlone)
            let isOne = limit.isEmpty || TextWidth.columns(of: line) <= area.columns
            write(isOne && !limit.isEmpty ? line : label, area.row(row), plain)
            if !isOne { write(limit, area.row(row + 1), plain) }
            return row + (isOne ? 1 : 2) + (layout.scale > 2 || !isLarge ? 1 : 0)
        }
        // Where there is little room the age speaks for itself.
        if area.rows > layout.digitRows + 1 || !scene.life.isLive {
            write(label, area.row(row), plain)
            row += 1
        }
        let used = write(figure.age, area.row(row), clock(figure) ?? strong)
        let limit = area.row(row, from: used + 1)
        if TextWidth.columns(of: figure.limit) > limit.columns, !figure.limit.isEmpty {
            write(figure.limit, area.row(row + 1), plain)
            return row + 2
        }
        write(figure.limit, limit, plain)
        return row + 2
    }

    /// Type and place in letters of dots, as large as there is room for both; nil where they are words as ever, because there is no
    /// room, no need or no such letter. Returns the row after them.
    private mutating func drawBigWords(
        _ figure: WallFigure, _ area: Rect, from row: Int, _ plain: Style, _ strong: Style
    ) -> Int? {
        guard layout.wantsBigLetters, glyphs != .ascii, !figure.type.isEmpty else { return nil }
        let (rows, least) = (area.rows - 1 - row, 0.58 * layout.rowsPerUnit)
        let type = WallLetters(figure.type, columns: area.columns, least: least)
        let whole = WallLetters("\(figure.place) \(figure.beat)", columns: area.columns, least: least)
        let alone = WallLetters(figure.place, columns: area.columns, least: least)
        let isWhole = !whole.faces.isEmpty
        let place = isWhole ? whole : alone
        guard let chosen = WallLetters.choose(type, place, rows: rows) else { return nil }
        BigLetters.draw(
            type.text, chosen.type, into: &grid, column: area.column, row: area.row + row, style: plain)
        var next = row + chosen.type.rows + (chosen.isAired ? 1 : 0)
        guard let face = chosen.place else {
            drawPlace(figure.place, figure.beat, area.row(next), strong)
            return next + 1
        }
        BigLetters.draw(place.text, face, into: &grid, column: area.column, row: area.row + next, style: plain)
        next += face.rows
        // A beat that has no room behind its place stands above it, at the end of a row that has room.
        if !isWhole { drawBeat(figure.beat, area, above: row, plain, strong) }
        return next
    }

    /// A beat at the end of the lowest row above another that is free there.
    private mutating func drawBeat(_ beat: String, _ area: Rect, above end: Int, _ plain: Style, _ strong: Style) {
        let width = TextWidth.columns(of: beat) + 1
        guard width > 1, width <= area.columns else { return }
        let columns = (area.endColumn - width)..<area.endColumn
        let free = (1..<end).last { row in
            columns.allSatisfy { column in
                let cell = grid[column, area.row + row]
                return cell.base == 0x20 && cell.style.background == plain.background
                    && cell.style.attributes.contains(.reverse) == plain.attributes.contains(.reverse)
            }
        }
        if let free { writeLast(beat, area.row(free), strong) }
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
    private func listsFurther(_ figure: WallFigure) -> Bool { layout.scale > 2 && figure.kind == .p1 }

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

    /// P2 and alerts: bare digits in their ink, the oldest beside or above them. Their places are the same whatever the numbers.
    private mutating func drawSecondary(_ figures: [WallFigure], _ area: Rect) {
        var column = area.column
        for (index, figure) in figures.enumerated() {
            let columns =
                index == figures.count - 1 ? area.endColumn - column : area.columns * (layout.scale > 2 ? 13 : 14) / 25
            drawBare(figure, Rect(column: column, row: area.row, columns: max(0, columns), rows: area.rows))
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
        // Nothing of it is nothing to look at: a nought stands in its place, no larger than a word or two.
        guard figure.number > 0 else {
            write("0", area.row(layout.scale + 1), style)
            return
        }
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
        if layout.scale > 2, glyphs != .ascii, let dots = BigDigits.columns(ofTime: figure.age, bit: 1),
            dots <= beside.columns
        {
            let rows = (WallPlace.digitRows + 1) / 2
            BigDigits.drawHalved(
                time: figure.age, into: &grid, column: beside.column, row: beside.row + middle - 1, style.adding(.bold))
            write(
                figure.limitAlone,
                Rect(column: beside.column, row: beside.row + middle + rows, columns: beside.columns, rows: 1), .textDim
            )
        } else if TextWidth.columns(of: figure.age) <= beside.columns + 1 {
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

    /// Figures as words in a row, in the order that they always have, then the force: as much of each as there is room for, so
    /// that none is lost.
    mutating func drawInWords(_ figures: [WallFigure], _ line: Rect) {
        let shown = figures.filter { $0.kind != .force }
        // What waits below P2 comes last and may be left out, as a number.
        let left = shown.last?.kind == .lower ? 1 : 0
        let forms = FigureForm.allCases.map { form in
            var pieces = shown.map { (text: text(of: $0, form), role: $0.role) }
            let force = form == .whole ? force : shortForce
            let role: Role = self.figures.isBelowReserve ? .noticeWarning : .text
            pieces.insert((text: force, role: role), at: min(2, pieces.count - left))
            return pieces
        }
        let gap = line.columns < 46 ? 1 : 2
        let room = line.columns - left * (gap + 2)
        let form = forms.first { pieces in
            pieces.dropLast(left).reduce(-gap) { $0 + TextWidth.columns(of: $1.text) + gap } <= room
        }
        writePieces(form ?? forms[forms.count - 1], line, gap: gap)
    }

    /// How much of a figure stands in a row of words.
    private enum FigureForm: CaseIterable {
        case whole, aged, counted
    }

    private func text(of figure: WallFigure, _ form: FigureForm) -> String {
        let number = words.grouped(figure.number)
        let isPriority = [.emergency, .p1, .p2].contains(figure.kind)
        let named = "\(figure.mark) \(figure.shortTitle) \(number)"
        let aged = figure.age.isEmpty ? named : "\(named) \(figure.age)"
        return switch form {
        case .whole: aged
        case .aged: isPriority ? aged : "\(figure.mark) \(number)"
        case .counted: isPriority ? named : "\(figure.mark) \(number)"
        }
    }

    private var shortForce: String {
        let (free, total) = figures.units
        return total > 0 ? "\(glyphs.circle) \(words.grouped(free))/\(words.grouped(total))" : force
    }

    /// Free units in words, and the reserve where there are fewer.
    var force: String {
        guard figures.units.total > 0 else { return words.noUnits }
        let (free, total) = figures.units
        return "\(glyphs.circle) "
            + (figures.isBelowReserve
                ? words.free(free, of: total, below: figures.reserve) : words.free(free, of: total))
    }

    /// Free units, quick response and what else waits, in words.
    mutating func drawForce(_ line: Rect) {
        var pieces: [(text: String, role: Role)] = [(force, figures.isBelowReserve ? .noticeWarning : .text)]
        if figures.lower.count > 0 {
            let isFlood = figures.lower.count > figures.units.free
            pieces.append(("\(words.lower) \(words.grouped(figures.lower.count))", isFlood ? .noticeWarning : .text))
        }
        if figures.quick.total > 0 { pieces.append((words.quick(figures.quick.free, of: figures.quick.total), .text)) }
        writePieces(pieces, line)
    }
}

/// A text that may be drawn in letters of dots.
private struct WallLetters {
    let text: String
    /// The faces in which there is room for it, the largest first.
    let faces: [BigLetters.Face]

    /// `least` is how many rows a capital is high at least.
    init(_ text: String, columns: Int, least: Double) {
        let text = text.split(separator: " ").joined(separator: " ")
        self.text = text
        faces = BigLetters.Face.allCases.filter { face in
            face.capital >= least && BigLetters.columns(of: text, face).map { $0 <= columns } ?? false
        }
    }

    /// How a type and a place are drawn.
    struct Choice {
        var type: BigLetters.Face
        /// Nil for a place in words.
        var place: BigLetters.Face?
        /// True with an empty row between the two.
        var isAired: Bool
    }

    /// The largest faces in which both have room in so many rows; nil for none.
    static func choose(_ type: WallLetters, _ place: WallLetters, rows: Int) -> Choice? {
        for face in type.faces {
            for other in place.faces where other.rows <= face.rows {
                let used = face.rows + other.rows
                if used <= rows { return Choice(type: face, place: other, isAired: used < rows) }
            }
        }
        return type.faces.first { $0.rows + 1 <= rows }.map {
            Choice(type: $0, place: nil, isAired: $0.rows + 2 <= rows)
        }
    }
}
