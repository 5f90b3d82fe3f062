import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// Fields to fill in: label, text, and below the focused one what is wrong or what could be meant.
    mutating func drawForm(_ form: FormView) {
        let columns = min(84, layout.size.columns - 4)
        let labels = min(18, form.fields.map { TextWidth.columns(of: $0.label) }.max() ?? 8)
        let alike = form.alike.prefix(3)
        let inside = drawPopup(
            columns: columns, rows: form.fields.count * 2 + 3 + (alike.isEmpty ? 0 : alike.count + 1), place: .centre,
            title: form.title)
        for (index, field) in form.fields.enumerated() {
            let line = inside.line(index * 2)
            let below = inside.line(index * 2 + 1)
            guard line.rows > 0 else { break }
            let focused = index == form.focused
            let mark = focused ? glyphs.arrow : " "
            writePopup(
                RichText(mark + " " + fitted(field.label, columns: labels), focused ? .textStrong : .textDim), line)
            let start = line.column + labels + 4
            let room = max(0, line.endColumn - start)
            let column = field.field.draw(
                into: &grid, column: start, row: line.row, columns: room, style: fieldStyle(focused: focused))
            if focused, room > 0 { info.cursor = .init(column: column, row: line.row) }
            let wide = Rect(column: line.column, row: line.row, columns: line.columns, rows: 1)
            info.regions.append(.init(rect: wide, target: .overlayRow(index)))
            drawFieldNote(field, focused, Rect(column: start, row: below.row, columns: room, rows: below.rows))
        }
        drawAlike(form, inside)
        let last = inside.line(inside.rows - 1)
        if let message = form.message {
            writePopup(message: message, inside)
        } else {
            drawHints(
                form.hints, Rect(column: last.column - 1, row: last.row, columns: last.columns + 1, rows: last.rows),
                ground: .popup)
        }
    }

    /// Below the fields: what on the board seems to be the same event, and how the report goes there.
    private mutating func drawAlike(_ form: FormView, _ inside: Rect) {
        let lines = form.alike.prefix(3)
        guard !lines.isEmpty else { return }
        let first = form.fields.count * 2
        for (index, text) in lines.enumerated() {
            let line = inside.line(first + index)
            guard first + index < inside.rows - 1 else { return }
            writePopup(RichText("\(alikeSign) \(text)", index == 0 ? .noticeWarning : .textDim), line)
        }
        guard first + lines.count < inside.rows - 1 else { return }
        writePopup(RichText(form.joinHint, .textStrong), inside.line(first + lines.count))
    }

    /// A field's place can be seen while it is empty: by its ground, and by a line under it while it has not the cursor.
    func fieldStyle(focused: Bool) -> Style {
        focused ? style(.popupSelection) : popupStyle(.text).adding(.underline)
    }

    private mutating func drawFieldNote(_ field: FormView.Field, _ focused: Bool, _ line: Rect) {
        let offered = focused ? field.completions.prefix(6).map(\.text).joined(separator: " \(glyphs.dot) ") : ""
        if !field.error.isEmpty {
            let gap = offered.isEmpty ? "" : " "
            writePopup(RichText("!! " + field.error + gap, .inputError).then(offered, .textLink), line)
        } else if !offered.isEmpty {
            writePopup(RichText(offered, .textLink), line)
        } else if focused || field.field.isEmpty {
            writePopup(RichText(field.hint, .textDim), line)
        }
    }
}
