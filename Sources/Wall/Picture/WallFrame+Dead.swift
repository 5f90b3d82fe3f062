import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension WallFrame {
    private var trouble: WallTroubleWords { WallTroubleWords(words) }

    /// The picture is old: a plate over the first rows says so, and all below it has lost its colours.
    mutating func drawDead(_ death: WallDeath) {
        let isShort = layout.kind != .full
        let plate = Rect(
            column: layout.area.column, row: 0, columns: grid.size.columns, rows: min(grid.size.rows, isShort ? 2 : 3))
        let style = look.deadPlate()
        grid.fill(plate, style: style)
        var wallWords = words.words
        wallWords.zone = scene.wallZone ?? words.zone
        let (since, ago) = (wallWords.clock(death.since), words.age(max(.zero, death.ago)))
        let inside = Rect(column: 1, row: 0, columns: grid.size.columns - 2, rows: plate.rows)
        let whole = trouble.notLive(since: since, ago: ago)
        let fits = TextWidth.columns(of: whole) + 3 <= inside.columns
        write("!! " + (fits ? whole : trouble.notLive(since: since)), inside.row(0), style)
        write(cause(death.cause), inside.row(1), style)
        if !isShort {
            write(trouble.call(scene.contact), inside.row(2), style.removingBold)
            writeLast(words.clock(scene.clock), inside.row(2), style)
        }
        guard layout.kind != .words else { return }
        drawThen(from: plate.endRow)
    }

    private func cause(_ cause: WallDeath.Cause) -> String {
        switch cause {
        case .writerSilent: trouble.writerSilent
        case .writerEnded: trouble.writerEnded
        case .disk(let why): trouble.disk(why)
        case .store(let why): why
        case .feeds: trouble.feedsSilent
        case .wall(let restarts): trouble.wallSilent(restarts: restarts)
        }
    }

    /// What was known then: hatched, without colour, with ages that have stopped.
    private mutating func drawThen(from first: Int) {
        let area = layout.area
        guard scene.board.position > 0 else {
            return drawRows([(trouble.nothingYet, .textDim)], from: first + 1)
        }
        let figure = scene.mood == .calm ? calmFigure : ranked[0]
        let title = Rect(column: 1, row: first, columns: area.columns - 1, rows: 1)
        write(trouble.then(figure.title), title, .textDim)
        let bit = 2 * layout.scale
        let digits = BigDigits.columns(of: figure.number, bit: bit)
        let room = area.endRow - first - 1
        guard layout.digitRows <= room, digits + 3 <= area.columns else { return }
        BigDigits.draw(
            figure.number, into: &grid, column: 2, row: first + 1, bit: bit, scale: layout.scale,
            look.digit(look.style(.textDim), isOnPlate: false))
        let beside = Rect(
            column: 2 + digits + 3, row: first + 1, columns: area.columns - digits - 5, rows: layout.digitRows)
        if !figure.age.isEmpty { write("\(figure.age) \(words.lastHeardAge)", beside.row(1), .textDim) }
        write(headline(figure.type), beside.row(3), .textDim)
        write("\(figure.place) \(figure.beat)", beside.row(4), .textDim)
        var row = first + 1 + layout.digitRows
        guard row < area.endRow - 1 else { return }
        grid.write(
            String(repeating: "/ ", count: area.columns / 2), column: 0, row: row, columns: area.columns,
            style: look.style(.border), overflow: .clip)
        row += 1
        drawQueue(Rect(column: area.column, row: row, columns: area.columns, rows: area.endRow - 1 - row))
        write(trouble.figuresOf(words.clock(scene.clock)), area.row(area.rows - 1), .text)
    }

    private var calmFigure: WallFigure {
        WallFigure(
            mark: glyphs.circle, title: words.unitsFree, shortTitle: words.freeShort, number: figures.units.free,
            role: .text)
    }

    private mutating func drawRows(_ rows: [(text: String, role: Role)], from first: Int) {
        for (index, row) in rows.enumerated() { write(row.text, layout.area.row(first + index, from: 1), row.role) }
    }

    /// There is nothing to watch yet: what it waits for, and for how long.
    mutating func drawWaiting(_ wait: WallWait) {
        let plate = Rect(column: 0, row: 0, columns: grid.size.columns, rows: min(2, grid.size.rows))
        let style = look.deadPlate()
        grid.fill(plate, style: style)
        write(" \(words.waitingPlate) ", plate.row(0), style)
        write(" \(wait.folder.isEmpty ? trouble.starting : trouble.waitsFor(wait.folder))", plate.row(1), style)
        var rows: [(text: String, role: Role)] = []
        if !wait.why.isEmpty { rows.append((wait.why, .text)) }
        if wait.looks > 0 { rows.append((trouble.waited(words.length(wait.waited), looks: wait.looks), .text)) }
        if !wait.folder.isEmpty { rows.append((trouble.howToBegin, .textDim)) }
        if !scene.contact.isEmpty { rows.append((trouble.call(scene.contact), .textDim)) }
        drawRows(rows, from: 3)
    }
}

extension Style {
    /// The same, not bold.
    fileprivate var removingBold: Style {
        Style(foreground: foreground, background: background, attributes: attributes.subtracting(.bold))
    }
}
