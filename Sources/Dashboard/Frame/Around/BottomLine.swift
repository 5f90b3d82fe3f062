import Formats
import TerminalKit
import Themes
import Wording

/// A key and what it does here.
package struct KeyHint: Hashable, Sendable {
    /// The key as people write it.
    package var key: String
    /// What it does, in a word or two.
    package var label: String

    /// Creates a hint.
    package init(_ key: String, _ label: String) {
        self.key = key
        self.label = label
    }
}

/// What the bottom line shows.
package enum BottomLine: Sendable {
    /// The keys that help here, the most useful first.
    case hints([KeyHint])
    /// A line being typed.
    case input(InputLine)
    /// Something said once.
    case message(Notice)

    /// True for keys, which nobody has asked for.
    var isHints: Bool { if case .hints = self { true } else { false } }
}

/// A line being typed, with what it would do.
package struct InputLine: Sendable {
    /// What stands before the text: `/`, `:`, or words.
    package var prompt: String
    /// The text and its cursor.
    package var field: TextField
    /// True while the text is a proposal that whatever is typed replaces.
    package var isProposal = false
    /// What Enter would do, in words; shown beside the text.
    package var preview = ""
    /// How the preview is to be taken.
    package var previewKind: NoticeKind = .info
    /// What could be meant, the best first.
    package var completions: [CompletionRow] = []
    /// Which completion is chosen; nil for none.
    package var chosen: Int?
    /// What is wrong with the text; empty when nothing is.
    package var error = ""

    /// A line with a prompt and a field.
    package init(prompt: String, field: TextField = TextField()) {
        self.prompt = prompt
        self.field = field
    }
}

/// Something a line being typed could go on with.
package struct CompletionRow: Hashable, Sendable {
    /// What is inserted.
    package var text: String
    /// What it is, in a few words.
    package var note: String

    /// Creates a completion.
    package init(_ text: String, note: String = "") {
        self.text = text
        self.note = note
    }
}

/// How a message is to be taken.
package enum NoticeKind: UInt8, Sendable {
    /// Worth knowing.
    case info = 1
    /// Done.
    case good
    /// Look at it.
    case warning
    /// Refused or failed.
    case error
}

/// Something said to the person at the console.
package struct Notice: Hashable, Sendable {
    /// How it is to be taken.
    package var kind: NoticeKind
    /// What is said.
    package var text: String

    /// Creates a message.
    package init(_ kind: NoticeKind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

// MARK: - On the screen

extension BottomLine {
    /// The bottom line: keys, what is being typed, or what was just said.
    func draw(into frame: inout Frame) {
        guard frame.layout.bottom.rows > 0 else { return }
        frame.grid.fill(frame.layout.bottom, style: frame.style(.strip))
        switch self {
        case .hints(let hints):
            let end = drawBottomRight(into: &frame)
            var line = frame.layout.bottom
            line.columns = max(0, end - line.column)
            frame.drawHints(hints, line, ground: .strip)
        case .message(let notice): drawNotice(notice, frame.layout.bottom, into: &frame)
        case .input(let input): drawInput(input, into: &frame)
        }
    }

    /// Standing notices, or who works here, at the right; returns the column it begins at.
    private func drawBottomRight(into frame: inout Frame) -> Int {
        let end = frame.layout.bottom.endColumn
        if let notice = frame.view.notices.first { return frame.drawStanding(notice, frame.layout.bottom) }
        guard !frame.strip.operatorName.isEmpty, frame.layout.size.columns >= 100 else { return end }
        let width = min(TextWidth.columns(of: frame.strip.operatorName), 24)
        frame.grid.write(
            frame.strip.operatorName, column: end - 1 - width, row: frame.layout.bottom.row, columns: width,
            style: frame.style(.stripLabel))
        return end - 2 - width
    }

    /// What was said; with its first lines above, where the panes have room and no box says the same, when it is long.
    private func drawNotice(_ notice: Notice, _ line: Rect, into frame: inout Frame) {
        let text = " \(frame.noticeShape(notice.kind)) \(notice.text) "
        let isLong = TextWidth.columns(of: text) > line.columns + 1
        if isLong, frame.view.layers.hasNoPopup, frame.layout.trouble.rows == 0 {
            return drawLong(notice, line, into: &frame)
        }
        frame.grid.write(
            text, column: line.column, row: line.row, columns: line.columns,
            style: frame.style(frame.noticeRole(notice.kind), on: .strip))
    }

    private func drawLong(_ notice: Notice, _ line: Rect, into frame: inout Frame) {
        let role = frame.noticeRole(notice.kind)
        let parts = RichText("\(frame.noticeShape(notice.kind)) \(notice.text)", role).broken(columns: line.columns - 2)
        let lines = parts.prefix(3)
        for (index, part) in lines.enumerated() {
            let place = Rect(
                column: line.column, row: line.row - lines.count + 1 + index, columns: line.columns, rows: 1)
            frame.grid.fill(place, style: frame.style(.strip))
            frame.write(part, Rect(column: place.column + 1, row: place.row, columns: place.columns - 1, rows: 1)) {
                $0.style($1, on: .strip)
            }
        }
    }

    // MARK: Typing

    private func drawInput(_ input: InputLine, into frame: inout Frame) {
        let line = frame.layout.bottom
        let (start, column) = frame.drawField(
            input.field, asked: input.prompt, columns: line.columns / 2, gap: input.prompt.count > 1 ? 1 : 0, line)
        if input.isProposal {
            let chosen = frame.style(.completionSelected)
            frame.grid.write(
                input.field.text, column: start, row: line.row, columns: line.endColumn - 1 - start, style: chosen)
        }
        if start < line.endColumn { frame.info.cursor = .init(column: column, row: line.row) }
        var above = line.row - 1 - frame.layout.trouble.rows
        if !input.error.isEmpty {
            frame.drawAbove("!! " + input.error, .inputError, &above)
        } else if !input.preview.isEmpty {
            let role: Role = input.previewKind == .info ? .inputHint : frame.noticeRole(input.previewKind)
            frame.drawAbove("\(frame.noticeShape(input.previewKind)) \(input.preview)", role, &above)
        }
        drawCompletions(input, column: max(1, start - 1), bottom: above, into: &frame)
    }

    /// What could be meant, in a box of its own above the line; its last line says how many more there are.
    private func drawCompletions(_ input: InputLine, column: Int, bottom: Int, into frame: inout Frame) {
        let room = min(8, bottom - 2)
        guard !input.completions.isEmpty, room > 0 else { return }
        let chosen = input.chosen ?? 0
        let first = max(0, min(chosen - room + 1, input.completions.count - room))
        let shown = input.completions.dropFirst(first).prefix(room)
        let names = shown.map { TextWidth.columns(of: $0.text) }.max() ?? 0
        let notes = shown.map { TextWidth.columns(of: $0.note) }.max() ?? 0
        let more = input.completions.count - shown.count
        let mark = more > 0 ? " \(frame.words.moreBelow(more)) " : ""
        let width = min(max(names + notes + 4, TextWidth.columns(of: mark) + 2), frame.layout.size.columns - 4)
        let left = max(1, min(column, frame.layout.size.columns - width - 1))
        let box = Rect(column: left - 1, row: bottom - shown.count - 1, columns: width + 2, rows: shown.count + 2)
        let edge = frame.style(.popupBorder)
        frame.grid.drawBox(box, style: edge, glyphs: frame.glyphs)
        frame.grid.write(mark, column: left + 1, row: bottom, columns: max(0, width - 2), style: edge)
        for (index, completion) in shown.enumerated() {
            let row = box.row + 1 + index
            let isChosen = first + index == input.chosen
            let look = frame.style(isChosen ? .completionSelected : .completion)
            frame.grid.fill(Rect(column: left, row: row, columns: width, rows: 1), style: look)
            frame.grid.write(completion.text, column: left + 1, row: row, columns: width - 2, style: look)
            let noteRoom = width - names - 4
            let noteStyle = isChosen ? look : frame.style(.inputHint, on: .completion)
            frame.grid.write(completion.note, column: left + names + 3, row: row, columns: noteRoom, style: noteStyle)
            let rect = Rect(column: left, row: row, columns: width, rows: 1)
            frame.info.regions.append(.init(rect: rect, target: .overlayRow(first + index)))
        }
    }
}
