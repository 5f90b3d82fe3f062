import Core
import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// The dead letters over the whole screen: a list, or one of them with its text.
package struct LettersView: Sendable {
    /// One letter's text.
    package struct Text: Sendable {
        /// The letter.
        package var letter: DeadLetterSummary
        /// Its lines.
        package var lines: [String]
        /// Lines scrolled past.
        package var offset = 0

        /// Creates a text.
        package init(letter: DeadLetterSummary, lines: [String]) {
            self.letter = letter
            self.lines = lines
        }
    }

    /// The letters, the newest first.
    package private(set) var list: DeadLetterList
    /// Which of them the cursor is on.
    package private(set) var cursor = 0
    /// The letter whose text is shown; nil for the list.
    package var text: Text?
    /// Something to say in the last line in place of the hints.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []
    /// When the letters were last looked at, by time that never steps.
    private var lookedAt: Timestamp?

    /// The list with its cursor on the newest.
    package init(_ list: DeadLetterList) {
        self.list = list
    }

    /// The letter that the cursor is on, or whose text is shown.
    package var selected: DeadLetterSummary? {
        text?.letter ?? (list.letters.indices.contains(cursor) ? list.letters[cursor] : nil)
    }

    /// Moves the cursor by so many rows, not beyond the ends.
    package mutating func move(by distance: Int) { move(to: cursor + distance) }

    /// Puts the cursor on a row, or the nearest there is.
    package mutating func move(to row: Int) { cursor = max(0, min(row, list.letters.count - 1)) }

    /// Takes the letters as they are now. The cursor stays on its letter, or goes to the next older one; on the newest it
    /// stays on the newest.
    package mutating func refresh(_ new: DeadLetterList) {
        let was =
            cursor == 0 ? nil : list.letters.indices.contains(cursor) ? list.letters[cursor].number : nil
        list = new
        let row = was.map { was in new.letters.firstIndex { $0.number <= was } ?? new.letters.count - 1
        }
        move(to: row ?? 0)
    }
}

extension LettersView: Layer {
    var mode: Mode? { .letters }
    func page(of rows: Int) -> Int? { rows - 6 }

    /// The most letters listed.
    private static let limit = 200
    /// The most bytes of a letter that are shown.
    private static let byteLimit = 16 << 10

    static func open(on console: Console) {
        guard let desk = console.surroundings.letters else {
            return console.say(.info, console.words.deadLettersElsewhere)
        }
        console.asking.close()
        var letters = LettersView(desk.list(limit))
        letters.lookedAt = console.surroundings.steady()
        console.layers.open(letters)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: openText(on: console)
        case .cancel where text != nil, .no where text != nil: closeText()
        case .resendLetter: resend(argument, on: console)
        default: return runCommon(name, on: console)
        }
        return .stays
    }

    /// Moves the cursor in the list, or scrolls the text.
    mutating func move(by distance: Int, on console: Console) {
        message = nil
        guard let shown = text else { return move(by: distance) }
        text?.offset = max(0, min(shown.offset + distance, shown.offset + console.painter.info.helpBelow))
    }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        guard text == nil else { return .stays }
        move(to: row)
        openText(on: console)
        return .stays
    }

    /// Looked at every second, and at once while some have not been read.
    mutating func look(on console: Console) {
        guard let desk = console.surroundings.letters else { return }
        let steady = console.surroundings.steady()
        let isDue = lookedAt.map { steady - $0 >= .seconds(1) } ?? true
        guard isDue || !list.isComplete else { return }
        lookedAt = steady
        let new = desk.list(LettersView.limit)
        guard new != list else { return }
        refresh(new)
        console.isDirty = true
    }

    /// Enter: the text of the letter under the cursor.
    private mutating func openText(on console: Console) {
        guard text == nil, let letter = selected else { return }
        let words = console.words
        guard let bytes = console.surroundings.letters?.text(letter.number) else {
            message = Notice(.warning, words.noSuchLetter("\(letter.number)"))
            return
        }
        let shown = bytes.prefix(LettersView.byteLimit)
        var lines = shown.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            Sanitiser.visible(String(decoding: $0, as: UTF8.self))
        }
        let rest = bytes.count - shown.count
        if rest > 0 { lines.append(words.moreOfLetter(rest, number: letter.number)) }
        message = nil
        text = LettersView.Text(letter: letter, lines: lines)
    }

    /// Esc: from a letter's text back to the list.
    private mutating func closeText() {
        text = nil
        message = nil
    }

    private mutating func resend(_ argument: String, on console: Console) {
        guard let desk = console.surroundings.letters,
            let notice = LettersView.resend(argument, else: selected, through: desk, on: console)
        else { return }
        text = nil
        refresh(desk.list(LettersView.limit))
        message = notice
    }

    /// Sends the letter of a number, or else the one meant, to its feed again. Returns what became of it; nil, and said,
    /// when no letter is meant.
    static func resend(
        _ argument: String, else meant: DeadLetterSummary?, through desk: DeadLetterDesk, on console: Console
    ) -> Notice? {
        let words = console.words
        let bare = argument.drop { $0 == "#" }
        guard let number = bare.isEmpty ? meant?.number : Int64(bare) else {
            console.say(.warning, bare.isEmpty ? words.message(.nothingSelected) : words.noSuchLetter(argument))
            return nil
        }
        let known = desk.list(limit).letters.first { $0.number == number }
        return desk.resend(number)
            ? Notice(.good, words.resent(number, feed: known?.feed ?? words.label(.feed)))
            : Notice(.warning, words.noSuchLetter("\(number)"))
    }

    mutating func refresh(on console: Console) {
        let accept = console.keyText(.accept, in: console.mode)
        let own = console.keyHints.hints().filter { $0.key != accept }
        hints = text == nil ? [KeyHint(accept, console.words.showLetterHint)] + own : own
    }
}

// MARK: - On the screen

extension LettersView {
    /// The dead letters over the panes.
    func draw(into frame: inout Frame) {
        let inside = frame.drawPopup(
            columns: frame.layout.size.columns - 4, rows: frame.layout.size.rows - 4, place: .centre,
            title: frame.words.deadLettersTitle, note: frame.words.deadLetters(list))
        guard inside.rows > 0 else { return }
        var body = inside
        _ = body.takeBottom(1)
        if let text { drawLetter(text, body, into: &frame) } else { drawList(body, into: &frame) }
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    private func drawList(_ area: Rect, into frame: inout Frame) {
        let words = frame.words
        guard !list.letters.isEmpty else {
            let text = list.isComplete ? words.noDeadLetters : words.readingDeadLetters
            for (index, part) in wrapped(text, columns: area.columns, limit: area.rows).enumerated() {
                frame.writePopup(RichText(part, .textDim), area.line(index))
            }
            return
        }
        var rows = area
        if list.kept > list.letters.count {
            let note = list.isComplete ? words.onlyNewest(list.letters.count) : words.readingDeadLetters
            frame.writePopup(RichText(note, .textDim), rows.takeBottom(1).line(0))
        }
        let numbers = list.letters.map { "\($0.number)".count }.max() ?? 1
        let times =
            list.letters.map { TextWidth.columns(of: words.when($0.at, now: frame.presentNow)) }.max() ?? 8
        let feeds = min(
            area.columns / 2, list.letters.map { TextWidth.columns(of: $0.feed) }.max() ?? 1)
        let first = frame.firstShown(cursor: cursor, count: list.letters.count, rows: rows.rows)
        for (index, letter) in list.letters.dropFirst(first).prefix(rows.rows).enumerated() {
            let chosen = first + index == cursor
            frame.drawPopupRow(rows.line(index), chosen: chosen, index: first + index)
            let text = RichText(
                fitted("\(letter.number)", columns: numbers, alignment: .trailing) + "  ", .textDim
            )
            .then(fitted(words.when(letter.at, now: frame.presentNow), columns: times) + "  ", .textDim)
            .then(fitted(letter.feed, columns: feeds) + "  ", .textStrong)
            .then(words.reason(letter), .text)
            frame.writePopup(text, rows.line(index), chosen: chosen)
        }
    }

    /// One letter: what was wrong with it, and below it the message as it came.
    private func drawLetter(_ text: LettersView.Text, _ area: Rect, into frame: inout Frame) {
        var rest = area
        frame.writePopup(
            RichText(frame.words.deadLetter(text.letter, now: frame.presentNow), .textStrong), rest.takeTop(1).line(0)
        )
        for part in wrapped(frame.words.reason(text.letter), columns: area.columns, limit: 3) {
            frame.writePopup(RichText(part, .noticeWarning), rest.takeTop(1).line(0))
        }
        _ = rest.takeTop(1)
        let lines = text.lines.flatMap { wrapped($0, columns: max(1, area.columns)) }
        let first = max(0, min(text.offset, lines.count - rest.rows))
        frame.info.helpBelow = max(0, lines.count - first - rest.rows)
        for (index, line) in lines.dropFirst(first).prefix(rest.rows).enumerated() {
            frame.writePopup(RichText(line, .text), rest.line(index))
        }
    }
}
