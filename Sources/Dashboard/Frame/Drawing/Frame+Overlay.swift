import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// A question; Enter on its first focus changes nothing.
    mutating func drawConfirm(_ confirm: ConfirmView) {
        let room = max(10, min(72, layout.size.columns - 8))
        let question = wrapped(confirm.question, columns: room, limit: 6)
        let details = confirm.details.flatMap { wrapped($0, columns: room, limit: 4) }.prefix(12)
        let buttons = confirm.buttons.reduce(0) { $0 + TextWidth.columns(of: $1.key + $1.label) + 6 }
        let longest = (question + details).map(TextWidth.columns(of:)).max() ?? 0
        let rows = question.count + details.count + (details.isEmpty ? 0 : 1) + 2
        let inside = drawPopup(
            columns: min(room, max(longest, buttons, 30)), rows: rows, place: .centre,
            title: confirm.isGrave ? glyphs.warning : "")
        var row = 0
        for line in question {
            writePopup(RichText(line, confirm.isGrave ? .noticeWarning : .textStrong), inside.line(row))
            row += 1
        }
        if !details.isEmpty { row += 1 }
        for line in details {
            writePopup(RichText(line, .text), inside.line(row))
            row += 1
        }
        drawButtons(confirm, inside.line(inside.rows - 1))
    }

    private mutating func drawButtons(_ confirm: ConfirmView, _ line: Rect) {
        guard line.rows > 0 else { return }
        var column = line.column
        for (index, button) in confirm.buttons.enumerated() {
            let isFocused = index == confirm.focused
            let text = "\(isFocused ? glyphs.arrow : " ") \(button.label) (\(button.key)) "
            let used = grid.write(
                text, column: column, row: line.row, columns: line.endColumn - column,
                style: style(isFocused ? .buttonFocused : .button))
            let rect = Rect(column: column, row: line.row, columns: used, rows: 1)
            info.regions.append(.init(rect: rect, target: .button(index)))
            column += used + 2
        }
    }

    /// What may follow the keys pressed so far, in as many columns as fit.
    mutating func drawChord(_ chord: WhichKeyView) {
        let keys = chord.rows.map { TextWidth.columns(of: $0.key) }.max() ?? 1
        let labels = chord.rows.map { TextWidth.columns(of: $0.label) }.max() ?? 1
        let width = keys + labels + 5
        let across = max(1, min((layout.size.columns - 6) / width, (chord.rows.count + 7) / 8))
        let down = (chord.rows.count + across - 1) / across
        let inside = drawPopup(
            columns: min(across * width, layout.size.columns - 4), rows: down, place: .bottomRight, title: chord.keys)
        for (index, row) in chord.rows.enumerated() {
            let line = inside.line(index % max(1, down))
            let column = inside.column + index / max(1, down) * width
            let room = inside.endColumn - column
            guard line.rows > 0, room > 0 else { continue }
            let place = Rect(column: column, row: line.row, columns: min(width - 2, room), rows: 1)
            writePopup(RichText(fitted(row.key, columns: keys) + "  ", .key).then(row.label, .text), place)
            info.regions.append(.init(rect: place, target: .overlayRow(index)))
        }
    }

    mutating func drawHelp(_ help: HelpView) {
        let columns = min(100, layout.size.columns - 4)
        let title = help.title ?? words.helpTitle
        let room = max(1, layout.size.rows - 6)
        let rows = help.title == nil ? room : min(room, max(1, help.rows.count))
        let note = help.search.isEmpty ? "" : "/\(help.search)"
        let inside = drawPopup(columns: columns, rows: rows, place: .centre, title: title, note: note)
        let keys = min(16, help.rows.map { TextWidth.columns(of: $0.keys) }.max() ?? 8)
        let first = max(0, min(help.offset, help.rows.count - inside.rows))
        info.helpBelow = max(0, help.rows.count - first - inside.rows)
        for (index, row) in help.rows.dropFirst(first).prefix(inside.rows).enumerated() {
            drawHelpRow(row, inside.line(index), keys: keys, names: columns >= 70 ? 20 : 0)
        }
        let below = info.helpBelow
        guard below > 0, inside.rows > 0 else { return }
        let more = "\(glyphs.moreBelow) \(words.moreLines(below))"
        grid.write(
            " \(more) ", column: inside.column, row: inside.endRow, columns: inside.columns,
            style: style(.more, on: .popup))
    }

    private mutating func drawHelpRow(_ row: HelpRow, _ line: Rect, keys: Int, names: Int, chosen: Bool = false) {
        switch row.kind {
        case .heading: writePopup(RichText(row.text, .popupTitle), line, chosen: chosen)
        case .text: writePopup(RichText(row.text, .text), line, chosen: chosen)
        case .command, .disabled:
            let isOff = row.kind == .disabled
            var text = RichText(fitted(row.keys, columns: keys) + "  ", isOff ? .textDim : .key)
            if names > 0 { text = text.then(fitted(row.name, columns: names) + "  ", .textDim) }
            text = text.then((isOff ? glyphs.dash + " " : "") + row.text, isOff ? .textDim : .text)
            writePopup(text, line, chosen: chosen)
        }
    }

    mutating func drawPalette(_ palette: PaletteView) {
        let columns = min(80, layout.size.columns - 4)
        let rows = min(max(1, palette.rows.count), max(1, min(16, layout.size.rows - 8)))
        let inside = drawPopup(
            columns: columns, rows: rows + 2, place: .centre, title: words.paletteTitle,
            note: words.grouped(palette.rows.count))
        let line = inside.line(0)
        guard line.rows > 0 else { return }
        grid.write("> ", column: line.column, row: line.row, columns: line.columns, style: popupStyle(.key))
        let column = palette.field.draw(
            into: &grid, column: line.column + 2, row: line.row, columns: max(0, line.columns - 2),
            style: fieldStyle(focused: true)
        )
        info.cursor = .init(column: min(column, max(0, layout.size.columns - 1)), row: line.row)
        let list = Rect(column: inside.column, row: inside.row + 2, columns: inside.columns, rows: inside.rows - 2)
        let first = firstShown(cursor: palette.cursor, count: palette.rows.count, rows: list.rows)
        for (index, row) in palette.rows.dropFirst(first).prefix(list.rows).enumerated() {
            let chosen = first + index == palette.cursor
            drawPopupRow(list.line(index), chosen: chosen, index: first + index)
            drawHelpRow(row, list.line(index), keys: 10, names: columns >= 60 ? 20 : 0, chosen: chosen)
        }
        drawBeyond(first, rows: list.rows, of: palette.rows.count, inside)
    }

    mutating func drawMenu(_ menu: MenuView) {
        let keys = menu.rows.map { TextWidth.columns(of: $0.key) }.max() ?? 0
        let labels = menu.rows.map { TextWidth.columns(of: $0.label) }.max() ?? 1
        let hints = menu.hints.reduce(0) { $0 + TextWidth.columns(of: $1.key + $1.label) + 4 }
        let width = max(keys + labels + 4, hints, TextWidth.columns(of: menu.title) + 6)
        let columns = min(width, min(90, layout.size.columns - 4))
        let rows = layout.rows(of: menu)
        let extra = menu.foot
        let inside = drawPopup(
            columns: columns, rows: rows + extra, place: .centre, title: menu.title,
            note: menu.typed.isEmpty ? "" : "/" + menu.typed)
        let list = Rect(
            column: inside.column, row: inside.row, columns: inside.columns, rows: max(0, inside.rows - extra))
        let inSight = layout.rowsInSight(of: menu)
        for number in inSight {
            let (row, line) = (menu.rows[number], list.line(number - inSight.lowerBound))
            // While letters fit no line, none is about to be chosen.
            let chosen = number == menu.cursor && menu.fits
            drawPopupRow(line, chosen: chosen, index: number)
            let key = keys > 0 ? fitted(row.key, columns: keys) + "  " : ""
            writePopup(RichText(key, .key).then(row.label, .text), line, chosen: chosen)
        }
        drawBeyond(inSight.lowerBound, rows: inSight.count, of: menu.rows.count, inside)
        guard extra > 0 else { return }
        let last = inside.line(inside.rows - 1)
        drawHints(
            menu.hints, Rect(column: last.column - 1, row: last.row, columns: last.columns + 1, rows: last.rows),
            ground: .popup)
    }
}
