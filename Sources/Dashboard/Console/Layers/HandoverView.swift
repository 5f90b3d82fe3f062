import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// The list of a hand-over from shift to shift (交接班): what a relief must know, answered item by item.
///
/// An answer is given to what was on the screen. An item that changes afterwards loses its answer, is marked, and is shown
/// again; one that never was on the screen cannot be answered.
struct HandoverView {
    /// An item and what has become of it.
    struct Entry {
        /// The item with its answer.
        var item: HandoverItem
        /// True once it was on the screen as it is now.
        var isSeen = false
        /// True when it has changed since it was answered.
        var hasChanged = false
    }

    /// Since when the shift has run, and what has changed in it.
    private(set) var list: HandoverList
    /// The items, in the order of the list.
    fileprivate(set) var entries: [Entry]
    /// Which of them the cursor is on.
    private(set) var cursor = 0
    /// Something to say in the last line in place of the hints, such as a refusal.
    var message: Notice?
    /// The keys that help here.
    private(set) var hints: [KeyHint] = []
    /// The board and the time that the list was last made of.
    private var made: (position: JournalPosition, at: Timestamp)

    /// A list on which nothing is answered.
    init(_ list: HandoverList, at position: JournalPosition, steady: Timestamp) {
        self.list = list
        entries = list.items.map { Entry(item: $0) }
        made = (position, steady)
    }

    /// How many items are answered.
    var answered: Int { entries.count { $0.item.answer != nil } }

    /// Takes the list as it is now. Answers stay with what has not changed; the cursor stays on its item.
    mutating func update(_ new: HandoverList) {
        let known = entries
        let chosen = known.indices.contains(cursor) ? known[cursor].item : nil
        list = new
        entries = new.items.map { item in
            guard let old = known.first(where: { $0.item.isSameThing(as: item) }) else { return Entry(item: item) }
            guard old.item.unanswered != item else { return old }
            return Entry(item: item, hasChanged: old.hasChanged || old.item.answer != nil)
        }
        let row = chosen.flatMap { item in entries.firstIndex { $0.item.isSameThing(as: item) } }
        cursor = max(0, min(row ?? cursor, entries.count - 1))
    }

    /// Says something to the item under the cursor and goes on to the next one without an answer; false when it was not on
    /// the screen as it is.
    mutating func answer(_ answer: HandoverAnswer) -> Bool {
        guard entries.indices.contains(cursor), entries[cursor].isSeen else { return false }
        entries[cursor].item.answer = answer
        entries[cursor].hasChanged = false
        goToUnanswered(after: cursor)
        return true
    }

    /// Every item that was on the screen and has no answer is known. Returns how many were not on it yet.
    mutating func acknowledgeRest() -> Int {
        for index in entries.indices where entries[index].isSeen && entries[index].item.answer == nil {
            entries[index].item.answer = .acknowledged
            entries[index].hasChanged = false
        }
        goToUnanswered(after: -1)
        return entries.count - answered
    }

    /// Takes the answer to the item under the cursor back.
    mutating func clearAnswer() {
        if entries.indices.contains(cursor) { entries[cursor].item.answer = nil }
    }

    /// The cursor goes to the next item without an answer, from a row on and then from the top; it stays where all have one.
    private mutating func goToUnanswered(after row: Int) {
        let open = entries.indices.filter { entries[$0].item.answer == nil }
        if let next = open.first(where: { $0 > row }) ?? open.first { cursor = next }
    }
}

extension HandoverView: Layer {
    var mode: Mode? { .handover }
    var decides: Bool { true }

    /// Opens the list of the board as it is now.
    static func open(on console: Console) {
        guard !console.isInThePast else { return console.say(.warning, console.words.notInThePast(console.now)) }
        let list = HandoverList(on: console.board, shifts: console.core.policy.shifts, now: console.now)
        console.asking.close()
        var view = HandoverView(list, at: console.board.position, steady: console.surroundings.steady())
        if let kept = console.keyboard.drafts.takeHandover() {
            view.entries = kept.entries
            view.update(list)
        }
        console.layers.open(view)
    }

    /// Left without having been handed over, for a call that came or to look something up: what was answered is kept.
    func leave(on console: Console) { console.keyboard.drafts.keep(self) }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        message = nil
        let say = HandoverWords(console.words)
        switch name {
        case .acknowledgeItem, .deferItem:
            guard entries.isEmpty || answer(name == .deferItem ? .deferred : .acknowledged) else {
                message = Notice(.warning, say.unseenItems(1))
                return .stays
            }
        case .acknowledgeRest:
            let unseen = acknowledgeRest()
            if unseen > 0 { message = Notice(.warning, say.unseenItems(unseen)) }
        case .clearAnswer: clearAnswer()
        case .accept:
            let open = entries.count - answered
            if open > 0 {
                goToUnanswered(after: -1)
                message = Notice(.warning, say.unansweredItems(open))
            } else {
                console.ask(HandoverNameLine(outgoing: nil), text: console.settings.operatorName, isProposal: true)
            }
        default: return runCommon(name, on: console)
        }
        return .stays
    }

    func page(of rows: Int) -> Int? { max(1, rows - 10) }

    mutating func move(by distance: Int, on console: Console) {
        message = nil
        cursor = moved(cursor, distance, entries.count)
    }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        if entries.indices.contains(row) { cursor = row }
        return .stays
    }

    /// Brings the list up to date, and notes what the frame that follows shows of it.
    mutating func refresh(on console: Console) {
        let steady = console.surroundings.steady()
        if made.position != console.board.position || steady - made.at >= .seconds(1) {
            made = (console.board.position, steady)
            update(HandoverList(on: console.board, shifts: console.core.policy.shifts, now: console.now))
        }
        let layout = Layout(size: console.screen.size, view: console.view)
        for row in rowsInSight(layout) { entries[row].isSeen = true }
        let own = [CommandName.acknowledgeItem, .deferItem, .acknowledgeRest, .accept].map { name in
            KeyHint(console.keyText(name, in: .handover), Self.label(name, console.words))
        }
        hints = own + console.keyHints.hints().filter { hint in !own.contains { $0.key == hint.key } }
    }

    private static func label(_ name: CommandName, _ words: Words) -> String {
        if name == .accept { return words.action("hand-over") }
        return Catalogue.entry(name).hint?.label[words.language] ?? ""
    }

    /// The rows that a frame shows.
    func rowsInSight(_ layout: Layout) -> Range<Int> {
        layout.inSight(cursor: cursor, count: entries.count, rows: Self.rows(layout, entries.count))
    }

    /// How many rows the list has on a screen: what is left of the popup by its heading, what is told of the chosen item, and
    /// its last line.
    private static func rows(_ layout: Layout, _ count: Int) -> Int {
        max(1, min(count, layout.body.rows - 2 - above - below))
    }

    /// The lines above the list, and those below it.
    private static let (above, below) = (2, 4)
}

/// Who hands over, then who takes over: the last thing that both sides say.
struct HandoverNameLine: LinePurpose {
    /// Who hands over; nil while that is asked.
    let outgoing: String?
    var limit: Int { Handover.nameLimit }

    func title(on console: Console) -> String {
        HandoverWords(console.words).handoverName(outgoing: outgoing == nil) + ": "
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        let name = String(text.trimmingBlanks)
        guard !name.isEmpty else {
            return prompt.refused(console.words.field(outgoing == nil ? .outgoing : .incoming), on: console)
        }
        guard let outgoing else {
            console.ask(HandoverNameLine(outgoing: name))
            return nil
        }
        var entries: [HandoverView.Entry] = []
        Layers.change(console, HandoverView.self) { entries = $0.entries }
        let handover = Handover(outgoing: outgoing, incoming: name, items: entries.map(\.item))
        let verdict = console.give([CommandRequest(.handOver(handover), by: console.actor)])
        if verdict.isDone {
            console.takeOver(name)
            console.layers.close()
            return nil
        }
        guard outgoing != name else { return prompt.back(verdict.notice.text, on: console) }
        Layers.change(console, HandoverView.self) { $0.message = verdict.notice }
        return nil
    }
}

// MARK: - On the screen

extension HandoverView {
    /// The list over the panes: the shift, its items, and below them all that is known of the chosen one.
    func draw(into frame: inout Frame) {
        let say = HandoverWords(frame.words)
        let rows = Self.rows(frame.layout, entries.count)
        let inside = frame.drawPopup(
            columns: min(116, frame.layout.size.columns - 4), rows: rows + Self.above + Self.below, place: .centre,
            title: say.handoverTitle, note: say.answered(answered, of: entries.count))
        guard inside.rows > 0 else { return }
        frame.writePopup(RichText(say.shift(list, now: frame.now), .textDim), inside.line(0))
        let area = Rect(
            column: inside.column, row: inside.row + Self.above, columns: inside.columns,
            rows: max(0, min(rows, inside.rows - Self.above)))
        if entries.isEmpty { frame.writePopup(RichText(say.nothingOpen, .text), area.line(0)) }
        let shown = rowsInSight(frame.layout)
        let cells = shown.map { self.cells(of: $0, say, in: frame) }
        let widths = Row.widths(cells)
        for (line, row) in shown.enumerated() where line < area.rows {
            frame.drawPopupRow(area.line(line), chosen: row == cursor, index: row)
            frame.writePopup(cells[line].text(widths), area.line(line), chosen: row == cursor)
        }
        frame.drawBeyond(shown.lowerBound, rows: shown.count, of: entries.count, inside)
        drawChosen(inside, from: Self.above + rows, say, into: &frame)
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    /// What stands in a row, a text a column.
    private struct Row {
        var mark: (text: String, role: Role)
        var kind: String
        var time: (text: String, role: Role)
        var item: (text: String, role: Role)

        /// As wide as what stands in them, so that the item has the rest.
        static func widths(_ rows: [Row]) -> (mark: Int, kind: Int, time: Int) {
            func widest(_ text: (Row) -> String) -> Int { rows.map { TextWidth.columns(of: text($0)) }.max() ?? 0 }
            return (widest(\.mark.text), widest(\.kind), widest(\.time.text))
        }

        func text(_ widths: (mark: Int, kind: Int, time: Int)) -> RichText {
            RichText(fitted(mark.text, columns: widths.mark) + "  ", mark.role)
                .then(fitted(kind, columns: widths.kind) + "  ", .textDim)
                .then(fitted(time.text, columns: widths.time, alignment: .trailing) + "  ", time.role)
                .then(item.text, item.role)
        }
    }

    private func cells(of row: Int, _ say: HandoverWords, in frame: Frame) -> Row {
        let entry = entries[row]
        let (mark, role): (String, Role) =
            switch entry.item.answer {
            case .acknowledged?: ("\(frame.glyphs.check) \(say.answer(.acknowledged))", .noticeGood)
            case .deferred?: ("\(frame.glyphs.dottedCircle) \(say.answer(.deferred))", .noticeWarning)
            case nil: entry.hasChanged ? ("! \(say.changedItem)", .noticeWarning) : ("\(frame.glyphs.circle)", .textDim)
            }
        let isLate = entry.item.due.map { $0 < frame.now } ?? false
        return Row(
            mark: (mark, role), kind: say.kind(entry.item.kind),
            time: (say.itemTime(entry.item, on: frame.board, now: frame.now), isLate ? .noticeWarning : .textDim),
            item: (say.item(entry.item, on: frame.board, now: frame.now), row == cursor ? .textStrong : .text))
    }

    /// The chosen item in full, of which its row may have no room.
    private func drawChosen(_ inside: Rect, from first: Int, _ say: HandoverWords, into frame: inout Frame) {
        guard entries.indices.contains(cursor) else { return }
        let item = entries[cursor].item
        let note = item.incident.flatMap { frame.board.incidents[$0]?.reports.last?.text } ?? ""
        let text = RichText(say.heading(item.kind) + "  ", .textDim)
            .then(say.item(item, on: frame.board, now: frame.now), .text)
            .then(note.isEmpty ? "" : "  \(frame.glyphs.dot) \(note)", .textDim)
        for (index, line) in text.broken(columns: inside.columns).prefix(Self.below - 2).enumerated() {
            frame.writePopup(line, inside.line(first + 1 + index))
        }
        if list.leftOut > 0, first < inside.rows {
            frame.writePopup(RichText(say.leftOut(list.leftOut), .noticeWarning), inside.line(first))
        }
    }
}
