import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// The bottom line: keys, what is being typed, or what was just said.
    mutating func drawBottom() {
        guard layout.bottom.rows > 0 else { return }
        grid.fill(layout.bottom, style: style(.strip))
        switch view.bottom {
        case .hints(let hints):
            let end = drawBottomRight()
            var line = layout.bottom
            line.columns = max(0, end - line.column)
            drawHints(hints, line, ground: .strip)
        case .message(let notice): drawNotice(notice, layout.bottom)
        case .input(let input): drawInput(input)
        }
    }

    /// Standing notices, or who works here, at the right; returns the column it begins at.
    private mutating func drawBottomRight() -> Int {
        let end = layout.bottom.endColumn
        if let notice = view.notices.first {
            let text = noticeShape(notice.kind) + " " + notice.text
            let width = min(TextWidth.columns(of: text), layout.bottom.columns / 2)
            grid.write(
                text, column: end - 1 - width, row: layout.bottom.row, columns: width,
                style: style(noticeRole(notice.kind), on: .strip))
            return end - 2 - width
        }
        guard !strip.operatorName.isEmpty, layout.size.columns >= 100 else { return end }
        let width = min(TextWidth.columns(of: strip.operatorName), 24)
        grid.write(
            strip.operatorName, column: end - 1 - width, row: layout.bottom.row, columns: width,
            style: style(.stripLabel))
        return end - 2 - width
    }

    /// Keys and what they do, as many as there is room for.
    mutating func drawHints(_ hints: [KeyHint], _ line: Rect, ground: Role) {
        guard line.rows > 0 else { return }
        var column = line.column + 1
        for hint in hints {
            let width = TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label)
            guard column + width < line.endColumn else { break }
            let start = column
            column += grid.write(hint.key, column: column, row: line.row, style: style(.key, on: ground)) + 1
            column += grid.write(hint.label, column: column, row: line.row, style: style(.keyHint, on: ground))
            let rect = Rect(column: start, row: line.row, columns: column - start, rows: 1)
            info.regions.append(.init(rect: rect, target: .key(hint.key)))
            column += layout.size.columns >= 100 ? 3 : 2
        }
    }

    func noticeRole(_ kind: NoticeKind) -> Role {
        switch kind {
        case .info: .notice
        case .good: .noticeGood
        case .warning: .noticeWarning
        case .error: .noticeError
        }
    }

    /// A shape for each kind, so that no colour is needed to tell them apart.
    func noticeShape(_ kind: NoticeKind) -> String {
        switch kind {
        case .info: glyphs.arrow
        case .good: glyphs.check
        case .warning: glyphs.warning
        case .error: "!!"
        }
    }

    /// What was said; with its first lines above, where the panes have room and no box says the same, when it is long.
    private mutating func drawNotice(_ notice: Notice, _ line: Rect) {
        let text = " \(noticeShape(notice.kind)) \(notice.text) "
        let isLong = TextWidth.columns(of: text) > line.columns + 1
        if isLong, view.layers.hasNoPopup, layout.trouble.rows == 0, layout.kind != .wall {
            return drawLong(notice, line)
        }
        grid.write(
            text, column: line.column, row: line.row, columns: line.columns,
            style: style(noticeRole(notice.kind), on: .strip))
    }

    private mutating func drawLong(_ notice: Notice, _ line: Rect) {
        let role = noticeRole(notice.kind)
        let parts = RichText("\(noticeShape(notice.kind)) \(notice.text)", role).broken(columns: line.columns - 2)
        let lines = parts.prefix(3)
        for (index, part) in lines.enumerated() {
            let place = Rect(
                column: line.column, row: line.row - lines.count + 1 + index, columns: line.columns, rows: 1)
            grid.fill(place, style: style(.strip))
            write(part, Rect(column: place.column + 1, row: place.row, columns: place.columns - 1, rows: 1)) {
                $0.style($1, on: .strip)
            }
        }
    }

    // MARK: Typing

    private mutating func drawInput(_ input: InputLine) {
        let line = layout.bottom
        grid.fill(line, style: style(.input))
        let used = grid.write(
            input.prompt, column: line.column + 1, row: line.row, columns: line.columns / 2,
            style: style(.key, on: .input))
        let start = line.column + 1 + used + (input.prompt.count > 1 ? 1 : 0)
        let column = input.field.draw(
            into: &grid, column: start, row: line.row, columns: max(0, line.endColumn - 1 - start), style: style(.input)
        )
        if input.isProposal {
            let chosen = style(.completionSelected)
            grid.write(
                input.field.text, column: start, row: line.row, columns: line.endColumn - 1 - start, style: chosen)
        }
        if start < line.endColumn { info.cursor = .init(column: column, row: line.row) }
        var above = line.row - 1 - layout.trouble.rows
        if !input.error.isEmpty {
            drawAbove("!! " + input.error, .inputError, &above)
        } else if !input.preview.isEmpty {
            let role: Role = input.previewKind == .info ? .inputHint : noticeRole(input.previewKind)
            drawAbove("\(noticeShape(input.previewKind)) \(input.preview)", role, &above)
        }
        drawCompletions(input, column: max(1, start - 1), bottom: above)
    }

    private mutating func drawAbove(_ text: String, _ role: Role, _ row: inout Int) {
        guard row > 0 else { return }
        let line = Rect(column: 0, row: row, columns: layout.size.columns, rows: 1)
        grid.fill(line, style: style(.input))
        grid.write(text, column: 1, row: row, columns: line.columns - 2, style: style(role, on: .input))
        row -= 1
    }

    private mutating func drawCompletions(_ input: InputLine, column: Int, bottom: Int) {
        let room = min(8, bottom)
        guard !input.completions.isEmpty, room > 0 else { return }
        let chosen = input.chosen ?? 0
        let first = max(0, min(chosen - room + 1, input.completions.count - room))
        let shown = input.completions.dropFirst(first).prefix(room)
        let names = shown.map { TextWidth.columns(of: $0.text) }.max() ?? 0
        let notes = shown.map { TextWidth.columns(of: $0.note) }.max() ?? 0
        let width = min(names + notes + 4, layout.size.columns - 4)
        let left = max(1, min(column, layout.size.columns - width - 1))
        for (index, completion) in shown.enumerated() {
            let row = bottom - shown.count + 1 + index
            let isChosen = first + index == input.chosen
            let look = style(isChosen ? .completionSelected : .completion)
            // An edge at either side: what is offered does not read on into the pane behind it.
            for edge in [left - 1, left + width] {
                grid.put(glyphs.vertical, column: edge, row: row, style: style(.popupBorder))
            }
            grid.fill(Rect(column: left, row: row, columns: width, rows: 1), style: look)
            grid.write(completion.text, column: left + 1, row: row, columns: width - 2, style: look)
            let noteRoom = width - names - 4
            let noteStyle = isChosen ? look : style(.inputHint, on: .completion)
            grid.write(completion.note, column: left + names + 3, row: row, columns: noteRoom, style: noteStyle)
            let rect = Rect(column: left, row: row, columns: width, rows: 1)
            info.regions.append(.init(rect: rect, target: .overlayRow(first + index)))
        }
    }
}
