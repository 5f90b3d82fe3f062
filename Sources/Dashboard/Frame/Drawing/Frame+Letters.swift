import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// The dead letters over the panes.
    mutating func drawLetters(_ letters: LettersView) {
        let inside = drawPopup(
            columns: layout.size.columns - 4, rows: layout.size.rows - 4, place: .centre,
            title: words.deadLettersTitle, note: words.deadLetters(letters.list))
        guard inside.rows > 0 else { return }
        var body = inside
        let last = body.takeBottom(1).line(0)
        if let text = letters.text { drawLetter(text, body) } else { drawLetterList(letters, body) }
        if let message = letters.message {
            writePopup(message: message, inside)
        } else {
            drawHints(
                letters.hints,
                Rect(column: last.column - 1, row: last.row, columns: last.columns + 1, rows: last.rows),
                ground: .popup)
        }
    }

    private mutating func drawLetterList(_ letters: LettersView, _ area: Rect) {
        let list = letters.list
        guard !list.letters.isEmpty else {
            let text = list.isComplete ? words.noDeadLetters : words.readingDeadLetters
            for (index, part) in wrapped(text, columns: area.columns, limit: area.rows).enumerated() {
                writePopup(RichText(part, .textDim), area.line(index))
            }
            return
        }
        var rows = area
        if list.kept > list.letters.count {
            let note = list.isComplete ? words.onlyNewest(list.letters.count) : words.readingDeadLetters
            writePopup(RichText(note, .textDim), rows.takeBottom(1).line(0))
        }
        let numbers = list.letters.map { "\($0.number)".count }.max() ?? 1
        let times =
            list.letters.map { TextWidth.columns(of: words.when($0.at, now: presentNow)) }.max() ?? 8
        let feeds = min(
            area.columns / 2, list.letters.map { TextWidth.columns(of: $0.feed) }.max() ?? 1)
        let first = firstShown(cursor: letters.cursor, count: list.letters.count, rows: rows.rows)
        for (index, letter) in list.letters.dropFirst(first).prefix(rows.rows).enumerated() {
            let chosen = first + index == letters.cursor
            drawPopupRow(rows.line(index), chosen: chosen, index: first + index)
            let text = RichText(
                fitted("\(letter.number)", columns: numbers, alignment: .trailing) + "  ", .textDim
            )
            .then(fitted(words.when(letter.at, now: presentNow), columns: times) + "  ", .textDim)
            .then(fitted(letter.feed, columns: feeds) + "  ", .textStrong)
            .then(words.reason(letter), .text)
            writePopup(text, rows.line(index), chosen: chosen)
        }
    }

    /// One letter: what was wrong with it, and below it the message as it came.
    private mutating func drawLetter(_ text: LettersView.Text, _ area: Rect) {
        var rest = area
        writePopup(
            RichText(words.deadLetter(text.letter, now: presentNow), .textStrong), rest.takeTop(1).line(0)
        )
        for part in wrapped(words.reason(text.letter), columns: area.columns, limit: 3) {
            writePopup(RichText(part, .noticeWarning), rest.takeTop(1).line(0))
        }
        _ = rest.takeTop(1)
        let lines = text.lines.flatMap { wrapped($0, columns: max(1, area.columns)) }
        let first = max(0, min(text.offset, lines.count - rest.rows))
        info.helpBelow = max(0, lines.count - first - rest.rows)
        for (index, line) in lines.dropFirst(first).prefix(rest.rows).enumerated() {
            writePopup(RichText(line, .text), rest.line(index))
        }
    }
}
