import Formats
import TerminalKit
import Themes
import Wording

/// The themes to choose from. Whichever the cursor is on is shown at once; Enter keeps it, Esc gives the old one back.
struct ThemeView: Layer {
    /// A theme of the list.
    private struct Row: Sendable {
        var name: String
        var theme: Theme
        var warnings: [ThemeWarning]

        /// What makes the whole of it unusable; nil when nothing does.
        var fault: ThemeWarning? { warnings.first(where: \.isOfWholeFile) }
    }

    private var rows: [Row]
    private(set) var cursor: Int
    private let before: (name: String, theme: Theme)
    private(set) var hints: [KeyHint] = []

    var mode: Mode? { .menu }
    /// The theme that the cursor is on.
    var chosen: String { rows[cursor].name }

    /// Opens the list on the theme in use.
    static func open(on console: Console) {
        let rows = loaded(on: console)
        guard !rows.isEmpty else { return }
        let inUse = console.settings.theme
        let cursor = rows.firstIndex { $0.name == inUse } ?? 0
        console.layers.open(ThemeView(rows: rows, cursor: cursor, before: (inUse, console.painter.theme)))
    }

    private init(rows: [Row], cursor: Int, before: (name: String, theme: Theme)) {
        self.rows = rows
        self.cursor = cursor
        self.before = before
    }

    private static func loaded(on console: Console) -> [Row] {
        Theme.available(folders: console.settings.themeFolders).map { name in
            let (theme, warnings) = console.themeDesk.load(name)
            return Row(name: name, theme: theme, warnings: warnings)
        }
    }

    /// A file was saved: the list and what is shown follow it.
    mutating func reload(on console: Console) {
        let name = chosen
        rows = ThemeView.loaded(on: console)
        cursor = rows.firstIndex { $0.name == name } ?? min(cursor, rows.count - 1)
        show(on: console)
    }

    private func show(on console: Console) {
        guard let fault = rows[cursor].fault else { return console.themeDesk.show(rows[cursor].theme) }
        console.themeDesk.show(before.theme)
        console.say(.warning, fault.notice(in: console.words).text)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return keep(on: console)
        case .close:
            leave(on: console)
            return .closes
        default: return runCommon(name, on: console)
        }
    }

    private func keep(on console: Console) -> LayerAnswer {
        let row = rows[cursor]
        if let fault = row.fault {
            console.say(.warning, fault.notice(in: console.words).text)
            console.screen.bell()
            return .stays
        }
        console.themeDesk.keep(row.name, row.theme, row.warnings)
        return .closes
    }

    func leave(on console: Console) {
        console.themeDesk.show(before.theme)
        console.say(.info, ThemeWords(console.words).givenBack(before.name))
    }

    mutating func move(by distance: Int, on console: Console) {
        cursor = moved(cursor, distance, rows.count)
        show(on: console)
    }

    /// A click shows a theme, a second one keeps it.
    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        guard rows.indices.contains(row) else { return .stays }
        if row == cursor { return keep(on: console) }
        cursor = row
        show(on: console)
        return .stays
    }

    /// A letter goes to the next theme that begins with it.
    mutating func take(_ key: Key, on console: Console) -> LayerAnswer {
        guard key.modifiers.isEmpty, case .character(let scalar) = key.code else { return .passes }
        let after = rows.indices.map { (cursor + 1 + $0) % rows.count }
        guard let found = after.first(where: { rows[$0].name.unicodeScalars.first == scalar }) else { return .passes }
        cursor = found
        show(on: console)
        return .stays
    }

    mutating func refresh(on console: Console) {
        hints = console.keyHints.hints(entering: ThemeWords(console.words).keepHint, digits: nil)
    }
}

// MARK: - On the screen

extension ThemeView {
    func page(of rows: Int) -> Int? { max(1, min(self.rows.count, rows - 8)) }

    private func lines(_ layout: Layout) -> Int { min(rows.count, max(1, layout.size.rows - 8)) }

    func rowsInSight(_ layout: Layout) -> Range<Int> {
        layout.inSight(cursor: cursor, count: rows.count, rows: layout.boxRows(lines(layout) + 2) - 2)
    }

    /// The names, each with its colours and what it is like; at the right, so that the queue shows the theme chosen.
    func draw(into frame: inout Frame) {
        let words = ThemeWords(frame.words)
        let names = rows.map { TextWidth.columns(of: $0.name) }.max() ?? 1
        let notes = rows.map { TextWidth.columns(of: note($0, words)) }.max() ?? 1
        let room = frame.layout.size.columns - 8
        let swatch = names + ThemeView.swatchColumns + 4 <= room ? ThemeView.swatchColumns + 2 : 0
        let inside = frame.drawPopup(
            columns: min(room, names + 2 + swatch + notes), rows: lines(frame.layout) + 2, place: .bottomRight,
            title: ThemeWords(frame.words).title)
        let inSight = rowsInSight(frame.layout)
        for number in inSight {
            let (row, line) = (rows[number], inside.line(number - inSight.lowerBound))
            frame.drawPopupRow(line, chosen: number == cursor, index: number)
            frame.writePopup(RichText(row.name, .text), line, chosen: number == cursor)
            var rest = line
            rest.column += names + 2
            if swatch > 0 { drawSwatch(row.theme, rest, into: &frame) }
            rest.column += swatch
            rest.columns = max(0, line.endColumn - rest.column)
            let role: Role = row.fault == nil ? .textDim : .noticeWarning
            frame.writePopup(RichText(note(row, words), role), rest, chosen: number == cursor)
        }
        frame.drawBeyond(inSight.lowerBound, rows: inSight.count, of: rows.count, inside)
        frame.drawPopupFoot(hints: hints, inside)
    }

    private func note(_ row: Row, _ words: ThemeWords) -> String {
        row.fault == nil ? words.note(row.name) ?? words.own : words.broken
    }

    private static let swatchColumns = 18

    /// How a theme shows what is urgent, what is under way and what is calm, on its own ground.
    private func drawSwatch(_ theme: Theme, _ place: Rect, into frame: inout Frame) {
        let (glyphs, words) = (frame.glyphs, frame.words)
        let pieces: [(String, Role)] = [
            (" ", .text), ("\(glyphs.triangle)\(words.priority(.p1))", .priorityP1), (" ", .text),
            ("\(glyphs.diamond)\(words.priority(.p2))", .priorityP2), (" ", .text),
            (glyphs.disc, .statusOnscene), (" ", .text), (glyphs.arrow, .statusEnroute), (" ", .text),
            (glyphs.circle, .statusAvailable), (" ", .text), (glyphs.dash, .textDim),
        ]
        let area = Rect(column: place.column, row: place.row, columns: ThemeView.swatchColumns, rows: 1)
        frame.grid.fill(area, style: theme.style(.text))
        var column = area.column
        for (text, role) in pieces {
            column += frame.grid.write(
                text, column: column, row: area.row, columns: area.endColumn - column, style: theme.style(role))
        }
    }
}
