import Dashboard
import Formats
import TerminalKit
import Themes
import Wording

/// One frame of the trainer's console. Pure: the same state gives the same cells.
struct InstructorFrame: Canvas {
    let state: InstructorState
    let keys: InstructorKeys
    /// What stands at the right of the bar.
    let notices: [Notice]
    let theme: Theme
    let glyphs: Glyphs
    let size: Size
    var grid = Grid(size: Size(columns: 0, rows: 0))
    /// The injects in view; kept for the next frame.
    var window: ListWindow
    /// Where the text cursor is.
    var cursor: ConsoleFrameInfo.Position?

    init(state: InstructorState, keymap: Keymap, notices: [Notice], theme: Theme, glyphs: Glyphs, size: Size) {
        self.state = state
        keys = InstructorKeys(keymap: keymap, words: state.words)
        self.notices = notices
        self.theme = theme
        self.glyphs = glyphs
        self.size = size
        window = state.window
    }

    /// The least size at which it can be worked with.
    static let least = Size(columns: 60, rows: 16)

    var words: Words { state.words }

    mutating func draw(into target: inout Grid) {
        swap(&grid, &target)
        defer { swap(&grid, &target) }
        drawStrip()
        guard size.columns >= InstructorFrame.least.columns, size.rows >= InstructorFrame.least.rows else {
            return drawTooSmall()
        }
        let body = Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
        if size.columns >= 110, size.rows >= 28 { drawWide(body) } else { drawNarrow(body) }
        if state.showsHelp { drawHelp(body) }
        drawBottom()
    }

    // MARK: The strip

    private mutating func drawStrip() {
        let line = Rect(column: 0, row: 0, columns: size.columns, rows: min(1, size.rows))
        grid.fill(line, style: style(.strip))
        let mark = words.mode(.exercise)
        // Where there is no room for blanks around it the word itself still stands whole.
        let padded = size.columns >= TextWidth.columns(of: mark) + 2 ? " \(mark) " : mark
        var column = put(padded, 0, .modeExercise) + 1
        guard let status = state.status, size.rows > 1 else { return }
        let clock = time(status.at, seconds: true)
        let end = size.columns - TextWidth.columns(of: clock) - 1
        if end > column { grid.write(clock, column: end, row: 0, style: style(.clock, on: .strip)) }
        func add(_ text: String, _ role: Role) {
            guard column + TextWidth.columns(of: text) < end - 1 else { return }
            column += put(text, column, role) + 2
        }
        if status.ended != nil {
            add(" \(words.exercise.endedMark) ", .modeTest)
        } else if let ahead = status.ahead {
            let clock = time(ahead.at, seconds: false)
            add(" \(words.exercise.aheadMark(clock)) ", .modeTest)
        } else if status.paused {
            add(" \(words.label(.paused)) ", .modeTest)
        } else {
            add(words.speed(status.speed == 0 ? nil : status.speed), .stripStrong)
        }
        add(words.exercise.waiting(status.waiting, of: status.open), .strip)
        add(
            words.exercise.free(status.free, of: status.units),
            status.free == 0 ? .stripWarning : .strip)
        add(
            words.exercise.alerts(status.alerts),
            status.alerts > 0 ? .stripWarning : .stripLabel)
        add(fitted(state.text(status.title), columns: min(30, TextWidth.columns(of: state.text(status.title)))), .strip)
        if !status.trainee.isEmpty { add(status.trainee, .stripLabel) }
        add("\(status.drill)  \(words.exercise.seed) \(status.seed)", .stripLabel)
    }

    @discardableResult
    private mutating func put(_ text: String, _ column: Int, _ role: Role) -> Int {
        grid.write(
            text, column: column, row: 0, columns: max(0, size.columns - column), style: style(role, on: .strip))
    }

    private mutating func drawTooSmall() {
        let text = words.exercise.needs(
            columns: InstructorFrame.least.columns, rows: InstructorFrame.least.rows)
        if size.rows > 1 { grid.write(text, column: 0, row: 1, columns: size.columns, style: style(.text)) }
    }

    // MARK: The bottom line

    private mutating func drawBottom() {
        var line = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
        grid.fill(line, style: style(.strip))
        if let prompt = state.prompt { return drawPrompt(prompt, line) }
        if let lost = state.lost {
            let text = words.pick(lost.english, lost.chinese)
            let leaves = words.exercise.leaves(keys.text(of: .leaveDrill))
            return drawSaid(Notice(.error, "\(text) · \(leaves)"), line)
        }
        if let notice = state.teller.notice { return drawSaid(notice, line) }
        if let notice = notices.first { line.columns = drawStanding(notice, line) }
        let isOpen = !state.chord.keys.isEmpty
        drawKeys(isOpen ? keys.bar(after: state.chord.next) : keys.bar, line, ground: .strip, gap: 2)
    }

    private mutating func drawSaid(_ notice: Notice, _ line: Rect) {
        grid.write(
            " \(noticeShape(notice.kind)) \(notice.text)", column: 0, row: line.row, columns: line.columns,
            style: style(noticeRole(notice.kind), on: .strip))
    }

    private mutating func drawPrompt(_ prompt: InstructorPrompt, _ line: Rect) {
        let title = prompt.title(keys) + ": "
        let (_, column) = drawField(prompt.field, asked: title, columns: size.columns - 2, gap: 0, line)
        guard case .line = prompt.question else { return }
        cursor = .init(column: column, row: line.row)
        guard let notice = state.teller.notice, line.row > 1 else { return }
        var above = line.row - 1
        drawAbove("\(noticeShape(notice.kind)) \(notice.text)", .inputError, &above)
    }

    /// A board time on the drill's own clock.
    func time(_ at: Int64, seconds: Bool = false) -> String {
        let local = at / 1000 + (state.status?.secondsEast ?? 0)
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let clock = "\(two(local / 3600 % 24)):\(two(local / 60 % 60))"
        return seconds ? clock + ":\(two(local % 60))" : clock
    }
}
