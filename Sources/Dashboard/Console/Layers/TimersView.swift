import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// The timers that run or ring, the earliest due first. Enter goes to the thing that one is on.
struct TimersView {
    /// The timers.
    private(set) var timers: [DutyTimer] = []
    /// Which of them the cursor is on.
    private(set) var cursor = 0
    /// Something to say in the last line in place of the hints.
    var message: Notice?
    /// The keys that help here.
    private(set) var hints: [KeyHint] = []

    /// The timer that the cursor is on.
    var chosen: DutyTimer? { timers.indices.contains(cursor) ? timers[cursor] : nil }

    /// Takes the timers as they are now; the cursor stays on its own, or where that was.
    mutating func update(_ board: Board) {
        let id = chosen?.id
        timers = board.openTimers
        cursor = max(0, min(timers.firstIndex { $0.id == id } ?? cursor, timers.count - 1))
    }
}

extension TimersView: Layer {
    var mode: Mode? { .timers }
    var decides: Bool { true }

    static func open(on console: Console) {
        console.asking.close()
        var view = TimersView()
        view.update(console.board)
        console.layers.open(view)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        message = nil
        switch name {
        case .endTimer:
            guard let chosen else { return .stays }
            let verdict = console.give([CommandRequest(.endTimer(chosen.id), by: console.actor)])
            if !verdict.isDone { message = verdict.notice }
            return .stays
        case .accept:
            if let incident = chosen?.incident { console.navigation.select(.incident(incident)) }
            if let unit = chosen?.unit { console.navigation.select(.unit(unit)) }
            return .closes
        default: return runCommon(name, on: console)
        }
    }

    func page(of rows: Int) -> Int? { max(1, rows - 10) }

    mutating func move(by distance: Int, on console: Console) {
        message = nil
        cursor = moved(cursor, distance, timers.count)
    }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        if timers.indices.contains(row) { cursor = row }
        return .stays
    }

    mutating func refresh(on console: Console) {
        update(console.board)
        let label = Catalogue.entry(.endTimer).hint?.label[console.words.language] ?? ""
        let own = [
            KeyHint(console.keyText(.endTimer, in: .timers), label),
            KeyHint(console.keyText(.accept, in: .timers), console.words.showOther),
        ]
        hints = own + console.keyHints.hints().filter { hint in !own.contains { $0.key == hint.key } }
    }

    func rowsInSight(_ layout: Layout) -> Range<Int> {
        layout.inSight(cursor: cursor, count: timers.count, rows: Self.rows(layout, timers.count))
    }

    private static func rows(_ layout: Layout, _ count: Int) -> Int {
        max(1, min(count, layout.body.rows - 4))
    }

    func draw(into frame: inout Frame) {
        let say = PersonnelWords(frame.words)
        let rows = Self.rows(frame.layout, timers.count)
        let inside = frame.drawPopup(
            columns: min(96, frame.layout.size.columns - 4), rows: rows + 2, place: .centre, title: say.timersTitle)
        guard inside.rows > 0 else { return }
        if timers.isEmpty { frame.writePopup(RichText(say.noTimer, .textDim), inside.line(0)) }
        let shown = rowsInSight(frame.layout)
        let subjects = shown.map { say.subject(of: timers[$0], on: frame.board) }
        let width = subjects.map(TextWidth.columns(of:)).max() ?? 0
        for (line, row) in shown.enumerated() where line < min(rows, inside.rows) {
            let timer = timers[row]
            frame.drawPopupRow(inside.line(line), chosen: row == cursor, index: row)
            frame.writePopup(
                RichText(fitted(subjects[line], columns: width) + (width > 0 ? "  " : ""), .textLink)
                    .then(say.timer(timer, now: frame.now), timer.due <= frame.now ? .ageOverdue : .text),
                inside.line(line), chosen: row == cursor)
        }
        frame.drawBeyond(shown.lowerBound, rows: shown.count, of: timers.count, inside)
        frame.drawPopupFoot(message, hints: hints, inside)
    }
}
