import Formats
import TerminalKit
import Themes

/// Where a pop-up stands.
enum PopupPlace {
    /// Above the bottom line at the left, so that the top of the queue stays in sight.
    case bottomLeft
    /// Above the bottom line at the right.
    case bottomRight
    /// In the middle of the panes.
    case centre
    /// Below the strip.
    case top
}

extension Frame {
    /// Draws an empty pop-up with an outline and returns the cells inside it. It never covers the strip, a call for help
    /// and the bottom line.
    mutating func drawPopup(
        columns: Int, rows: Int, place: PopupPlace, title: String, note: String = ""
    ) -> Rect {
        let body = layout.body
        let mark = strip.mode == .exercise ? TextWidth.columns(of: words.mode(.exercise)) + 6 : 0
        let width = min(max(columns + 4, mark), body.columns)
        let height = min(rows + 2, body.rows)
        var rect = Rect(column: 0, row: 0, columns: width, rows: height)
        switch place {
        case .bottomLeft:
            rect.column = 0
            rect.row = body.endRow - height
        case .bottomRight:
            rect.column = body.columns - width
            rect.row = body.endRow - height
        case .top:
            rect.column = (body.columns - width) / 2
            rect.row = body.row
        case .centre:
            rect.column = (body.columns - width) / 2
            rect.row = body.row + (body.rows - height) / 2
        }
        let inside = drawPopup(rect, title: title, note: note, noteStyle: style(.titleNote, on: .popup))
        markExercise(rect)
        return inside
    }

    /// In an exercise every pop-up carries the word in its lower edge: a picture of it alone says what it is.
    private mutating func markExercise(_ rect: Rect) {
        guard strip.mode == .exercise, rect.rows >= 3 else { return }
        let mark = " \(words.mode(.exercise)) "
        let width = TextWidth.columns(of: mark)
        guard rect.columns >= width + 4 else { return }
        grid.write(
            mark, column: rect.endColumn - 2 - width, row: rect.endRow - 1, style: style(.modeExercise))
    }

    /// The columns of a pop-up that stands on the left panes, so that the right ones stay in sight.
    var leftPopupColumns: Int {
        // On a map lines go to what the pop-up lists.
        if layout.hasBoxes, let map = layout.rect(.map), map.column >= 70 { return map.column - 4 }
        let pane = layout.rect(.dispatch)?.columns ?? layout.size.columns
        return (layout.hasBoxes && pane >= 84 ? pane : min(116, layout.size.columns)) - 4
    }

    /// How a role looks in a pop-up, on its selected row when `chosen`.
    func popupStyle(_ role: Role, chosen: Bool = false) -> Style {
        guard chosen else { return style(role, on: .popup) }
        let selection = style(.popupSelection)
        switch theme.depth {
        case .direct, .indexed256:
            // What stands on a ground of its own, such as a P1, is not readable on another.
            let own = style(role)
            let stays = own.background != style(.text).background
            return (stays ? own : own.on(selection.background)).adding(selection.attributes)
        case .eight, .sixteen, .mono: return selection
        }
    }

    /// A field's place can be seen while it is empty: by its ground, and by a line under it while it has not the cursor.
    func fieldStyle(focused: Bool) -> Style {
        focused ? style(.popupSelection) : popupStyle(.text).adding(.underline)
    }

    /// Writes pieces on a line of a pop-up.
    @discardableResult
    mutating func writePopup(_ rich: RichText, _ line: Rect, chosen: Bool = false) -> Int {
        write(rich, line) { $0.popupStyle($1, chosen: chosen) }
    }

    /// The last line of a pop-up: something said, else the keys that help.
    mutating func drawPopupFoot(_ message: Notice? = nil, hints: [KeyHint], _ inside: Rect) {
        if let message { return writePopup(message: message, inside) }
        let last = inside.line(inside.rows - 1)
        drawHints(
            hints, Rect(column: last.column - 1, row: last.row, columns: last.columns + 1, rows: last.rows),
            ground: .popup)
    }

    /// Something said in the last lines of a pop-up, as many as it needs: what to do about a refusal stands at its end.
    private mutating func writePopup(message: Notice, _ inside: Rect) {
        let role = noticeRole(message.kind)
        let parts = RichText("\(noticeShape(message.kind)) \(message.text)", role).broken(columns: inside.columns)
        let lines = parts.prefix(min(3, max(1, inside.rows)))
        for (index, line) in lines.enumerated() {
            let place = inside.line(inside.rows - lines.count + index)
            grid.fill(place, style: style(.popup))
            writePopup(line, place)
        }
    }

    /// Keys and what they do, as many as there is room for.
    mutating func drawHints(_ hints: [KeyHint], _ line: Rect, ground: Role) {
        let places = drawKeys(hints, line, ground: ground, gap: layout.size.columns >= 100 ? 3 : 2)
        for (hint, rect) in zip(hints, places) { info.regions.append(.init(rect: rect, target: .key(hint.key))) }
    }

    /// Writes a cell of a pop-up's row.
    mutating func cell(_ text: String, _ place: ColumnTable.Place, _ line: Rect, _ role: Role, chosen: Bool) {
        cell(text, place, line, popupStyle(role, chosen: chosen))
    }

    /// Writes an age in a pop-up's row.
    mutating func ageCell(_ age: AgeLook, _ place: ColumnTable.Place, _ line: Rect, chosen: Bool) {
        ageCell(age, place, line, popupStyle(age.role, chosen: chosen))
    }

    /// Paints the ground of a pop-up's chosen row, one cell beyond the text at either side.
    mutating func drawPopupRow(_ line: Rect, chosen: Bool, index: Int) {
        guard line.rows > 0 else { return }
        let wide = Rect(column: line.column - 1, row: line.row, columns: line.columns + 2, rows: 1)
        if chosen {
            grid.fill(wide, style: style(.popupSelection))
            grid.write(
                glyphs.arrow, column: wide.column, row: wide.row, columns: 1,
                style: popupStyle(.textStrong, chosen: true))
        }
        info.regions.append(.init(rect: wide, target: .overlayRow(index)))
    }

    /// The first of `count` rows to show so that the cursor is among `rows` of them.
    func firstShown(cursor: Int, count: Int, rows: Int) -> Int {
        layout.inSight(cursor: cursor, count: count, rows: rows).lowerBound
    }

    /// How many rows there are above and below those in sight; empty when all are.
    func beyond(_ inSight: Range<Int>, of count: Int) -> String {
        let (above, below) = (inSight.lowerBound, count - inSight.upperBound)
        guard !inSight.isEmpty else { return "" }
        var parts: [String] = []
        if above > 0 {
            parts.append("\(glyphs.moreAbove) \(words.moreAbove(above))")
        }
        if below > 0 {
            parts.append("\(glyphs.moreBelow) \(words.moreBelow(below))")
        }
        return parts.joined(separator: "   ")
    }

    /// The same in the lower edge of a box that has no line for it.
    mutating func drawBeyond(_ first: Int, rows: Int, of count: Int, _ inside: Rect) {
        let text = beyond(first..<min(count, first + max(0, rows)), of: count)
        guard !text.isEmpty else { return }
        grid.write(
            " \(text) ", column: inside.column, row: inside.endRow, columns: inside.columns,
            style: style(.more, on: .popup))
    }
}
