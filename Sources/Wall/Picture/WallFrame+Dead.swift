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
        let forms = [
            trouble.notLive(since: since, ago: ago, byWallClock: true), trouble.notLive(since: since, ago: ago),
            trouble.notLive(since: since),
        ]
        let form = forms.first { TextWidth.columns(of: $0) + 3 <= inside.columns } ?? forms[2]
        write("!! " + form, inside.row(0), style)
        var cause = inside.row(1)
        if isShort { cause.columns -= TextWidth.columns(of: modeMark) }
        write(self.cause(death.cause), cause, style)
        let left = drawMode(inside.row(isShort ? 1 : 2), style)
        if !isShort { write(trouble.call(scene.contact), left, style.removingBold) }
        guard layout.kind != .words else { return drawWordsAlone() }
        drawThen(from: plate.endRow)
    }

    /// Which picture it is, where it is not the live one.
    private var modeMark: String { scene.mode == .live ? "" : " \(words.modePlate(scene.mode)) " }

    /// Which picture it is, and of when on the board; on the guard's own plate the time of now.
    /// Returns what is left of the row.
    private mutating func drawMode(_ line: Rect, _ style: Style) -> Rect {
        var rest = line
        if layout.kind == .full {
            let isGuard = scene.board.position == 0
            let clock = isGuard ? trouble.now(words.clock(scene.clock)) : words.clock(scene.clock, of: .live)
            writeLast(clock, line, style)
            rest.columns -= TextWidth.columns(of: clock) + 1
        }
        let mark = Style(foreground: style.background, background: style.foreground, attributes: style.attributes)
        guard !modeMark.isEmpty else { return rest }
        writeLast(modeMark, rest, mark)
        rest.columns -= TextWidth.columns(of: modeMark) + 1
        return rest
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
        guard layout.kind == .full else { return drawCompact() }
        drawFigures()
        var row = layout.upper.endRow
        grid.write(
            String(repeating: "/ ", count: area.columns / 2), column: 0, row: row, columns: area.columns,
            style: look.style(.border), overflow: .clip)
        row += 1
        drawQueuePage(Rect(column: area.column, row: row, columns: area.columns, rows: area.endRow - 1 - row))
        write(trouble.figuresOf(words.clock(scene.clock)), area.row(area.rows - 1), .text)
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
        if case .faulty(let fault) = scene.ground { rows.append((words.faultyGround(fault), .textDim)) }
        if scene.ground == .reading { rows.append((words.readingGround, .textDim)) }
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
