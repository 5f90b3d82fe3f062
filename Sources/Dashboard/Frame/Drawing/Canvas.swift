import Formats
import TerminalKit
import Themes
import Wording

/// A frame being drawn: its cells, how roles look, and the shapes that the terminal can show. What is drawn the same at the
/// operator's console and at the trainer's, whatever it is drawn from, stands here.
package protocol Canvas {
    /// The cells.
    var grid: Grid { get set }
    /// How roles look.
    var theme: Theme { get }
    /// The shapes.
    var glyphs: Glyphs { get }
}

extension Canvas {
    /// How a role looks on this terminal.
    package func style(_ role: Role) -> Style { theme.style(role) }

    /// How a role looks on the ground of another, such as a priority on the strip or in a pop-up. A role with a ground of
    /// its own keeps it.
    package func style(_ role: Role, on ground: Role) -> Style {
        let own = style(role)
        let base = style(ground)
        if theme.depth == .mono { return base.adding(own.attributes) }
        guard own.background == style(.text).background else { return own }
        return own.on(base.background)
    }

    /// Writes text at the left of a rectangle's first row, cut off at its right side; returns the columns used.
    @discardableResult
    package mutating func write(_ text: String, _ place: Rect, _ role: Role) -> Int {
        guard place.rows > 0 else { return 0 }
        return grid.write(text, column: place.column, row: place.row, columns: place.columns, style: style(role))
    }

    // MARK: Boxes

    /// An outline with a title; it stands out while it has the keys.
    package mutating func drawBox(_ rect: Rect, title: String, note: String, focused: Bool) {
        grid.drawBox(
            rect, style: style(focused ? .borderFocused : .border), glyphs: glyphs, title: title,
            titleStyle: style(focused ? .titleFocused : .title), note: note, noteStyle: style(.titleNote))
    }

    /// An empty pop-up with an outline; returns the cells inside it.
    package mutating func drawPopup(_ rect: Rect, title: String, note: String, noteStyle: Style) -> Rect {
        grid.fill(rect, style: style(.popup))
        grid.drawBox(
            rect, style: style(.popupBorder), glyphs: glyphs, title: title, titleStyle: style(.popupTitle), note: note,
            noteStyle: noteStyle)
        return Rect(
            column: rect.column + 2, row: rect.row + 1, columns: max(0, rect.columns - 4), rows: max(0, rect.rows - 2))
    }

    // MARK: The bottom line

    /// Keys and what they do, as many as there is room for, with so many blanks between them; returns where each stands.
    @discardableResult
    package mutating func drawKeys(_ hints: [KeyHint], _ line: Rect, ground: Role, gap: Int) -> [Rect] {
        guard line.rows > 0 else { return [] }
        var column = line.column + 1
        var places: [Rect] = []
        for hint in hints {
            let width = TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label)
            guard column + width < line.endColumn else { break }
            let start = column
            column += grid.write(hint.key, column: column, row: line.row, style: style(.key, on: ground)) + 1
            column += grid.write(hint.label, column: column, row: line.row, style: style(.keyHint, on: ground))
            places.append(Rect(column: start, row: line.row, columns: column - start, rows: 1))
            column += gap
        }
        return places
    }

    /// A notice that stands at the right of the bottom line until what it is about is mended; returns the column before it.
    package mutating func drawStanding(_ notice: Notice, _ line: Rect) -> Int {
        let text = noticeShape(notice.kind) + " " + notice.text
        let width = min(TextWidth.columns(of: text), line.columns / 2)
        grid.write(
            text, column: line.endColumn - 1 - width, row: line.row, columns: width,
            style: style(noticeRole(notice.kind), on: .strip))
        return line.endColumn - 2 - width
    }

    /// A line to type in behind what is asked, which takes at most so many columns, and so many blanks; returns where its text
    /// begins and where its cursor is.
    package mutating func drawField(
        _ field: TextField, asked prompt: String, columns: Int, gap: Int, _ line: Rect
    ) -> (start: Int, cursor: Int) {
        grid.fill(line, style: style(.input))
        let used = grid.write(
            prompt, column: line.column + 1, row: line.row, columns: columns, style: style(.key, on: .input))
        let start = line.column + 1 + used + gap
        let cursor = field.draw(
            into: &grid, column: start, row: line.row, columns: max(0, line.endColumn - 1 - start), style: style(.input)
        )
        return (start, cursor)
    }

    /// A row above the line that is being typed; the next one goes above it. The strip is never covered.
    package mutating func drawAbove(_ text: String, _ role: Role, _ row: inout Int) {
        for part in wrapped(text, columns: grid.size.columns - 2, limit: 3).reversed() {
            guard row > 0 else { return }
            let line = Rect(column: 0, row: row, columns: grid.size.columns, rows: 1)
            grid.fill(line, style: style(.input))
            grid.write(part, column: 1, row: row, columns: line.columns - 2, style: style(role, on: .input))
            row -= 1
        }
    }

    // MARK: What is said

    /// How something said looks.
    package func noticeRole(_ kind: NoticeKind) -> Role {
        switch kind {
        case .info: .notice
        case .good: .noticeGood
        case .warning: .noticeWarning
        case .error: .noticeError
        }
    }

    /// A shape for each kind, so that no colour is needed to tell them apart.
    package func noticeShape(_ kind: NoticeKind) -> String {
        switch kind {
        case .info: glyphs.arrow
        case .good: glyphs.check
        case .warning: glyphs.warning
        case .error: "!!"
        }
    }
}
