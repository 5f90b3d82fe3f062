import TerminalKit
import Themes
import Wording

/// Every action by name.
package struct PaletteView: Sendable {
    /// What was typed.
    package var field = TextField(limit: 256)
    /// The actions that fit it, the best first.
    package var rows: [HelpRow]
    /// Which of them the cursor is on.
    package var cursor = 0
    /// What the detail showed over which the palette was opened; nil where it was opened elsewhere.
    var binding: BoundSelection?

    /// Creates the view.
    package init(rows: [HelpRow]) {
        self.rows = rows
    }
}

extension PaletteView: Layer {
    var mode: Mode? { .palette }

    static func open(on console: Console) {
        let binding = console.targets.binding()
        var palette = PaletteView(rows: [])
        palette.binding = binding.isAlone ? binding : nil
        palette.settle(on: console)
        console.layers.open(palette)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        if name == .accept { return accept(on: console) }
        return runEdit(name, on: console) ? .stays : runCommon(name, on: console)
    }

    mutating func move(by distance: Int, on console: Console) { cursor = moved(cursor, distance, rows.count) }

    mutating func edit(_ change: (inout TextField) -> Bool, on console: Console) -> Bool {
        if !change(&field) { console.say(.warning, console.words.fieldFull) }
        cursor = 0
        console.textChanged()
        return true
    }

    /// Looks for what fits the text.
    mutating func settle(on console: Console) {
        let (words, keymap) = (console.words, console.settings.keymap)
        rows = PaletteSearch.matches(field.text, language: words.language, limit: 200).map { match in
            let keys = keymap.bindings(of: match.command).first.map { KeyNotation.text(of: $0.keys) } ?? ""
            let reason = console.disabledReason(match.command)
            return HelpRow(
                reason == nil ? .command : .disabled, keys: keys, name: match.command.rawValue,
                text: Catalogue.entry(match.command).help[words.language] + (reason.map { " (\($0))" } ?? ""))
        }
    }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        guard rows.indices.contains(row) else { return .stays }
        cursor = row
        return accept(on: console)
    }

    /// Runs the chosen command. The palette lies over the detail whose thing the command is about.
    private func accept(on console: Console) -> LayerAnswer {
        guard rows.indices.contains(cursor), let name = CommandName(rawValue: rows[cursor].name) else { return .closes }
        console.orders.bound = binding
        console.run(name)
        console.orders.bound = nil
        return .closes
    }
}

// MARK: - On the screen

extension PaletteView {
    /// The field, and below it the actions that fit.
    func draw(into frame: inout Frame) {
        let columns = min(80, frame.layout.size.columns - 4)
        let height = min(max(1, rows.count), max(1, min(16, frame.layout.size.rows - 8)))
        let inside = frame.drawPopup(
            columns: columns, rows: height + 2, place: .centre, title: frame.words.paletteTitle,
            note: frame.words.grouped(rows.count))
        let line = inside.line(0)
        guard line.rows > 0 else { return }
        frame.grid.write("> ", column: line.column, row: line.row, columns: line.columns, style: frame.popupStyle(.key))
        let column = field.draw(
            into: &frame.grid, column: line.column + 2, row: line.row, columns: max(0, line.columns - 2),
            style: frame.fieldStyle(focused: true)
        )
        frame.info.cursor = .init(column: min(column, max(0, frame.layout.size.columns - 1)), row: line.row)
        let list = Rect(column: inside.column, row: inside.row + 2, columns: inside.columns, rows: inside.rows - 2)
        let first = frame.firstShown(cursor: cursor, count: rows.count, rows: list.rows)
        for (index, row) in rows.dropFirst(first).prefix(list.rows).enumerated() {
            let chosen = first + index == cursor
            frame.drawPopupRow(list.line(index), chosen: chosen, index: first + index)
            row.draw(list.line(index), keys: 10, names: columns >= 60 ? 20 : 0, chosen: chosen, into: &frame)
        }
        frame.drawBeyond(first, rows: list.rows, of: rows.count, inside)
    }
}
