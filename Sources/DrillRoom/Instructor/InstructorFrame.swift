import Dashboard
import Formats
import TerminalKit
import Themes
import Wording

/// One frame of the trainer's console. Pure: the same state gives the same cells.
struct InstructorFrame {
    let state: InstructorState
    let keys: InstructorKeys
    let theme: Theme
    let glyphs: Glyphs
    let size: Size
    var grid = Grid(size: Size(columns: 0, rows: 0))
    /// The injects in view; kept for the next frame.
    var window: ListWindow
    /// Where the text cursor is.
    var cursor: (column: Int, row: Int)?

    init(state: InstructorState, keymap: Keymap, theme: Theme, glyphs: Glyphs, size: Size) {
        self.state = state
        keys = InstructorKeys(keymap: keymap, words: state.words)
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
        grid.fill(Rect(grid.size), style: style(.text))
        drawStrip()
        guard size.columns >= InstructorFrame.least.columns, size.rows >= InstructorFrame.least.rows else {
            return drawTooSmall()
        }
        let body = Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
        if size.columns >= 110, size.rows >= 28 { drawWide(body) } else { drawNarrow(body) }
        if state.showsHelp { drawHelp(body) }
        drawBottom()
    }

    func style(_ role: Role) -> Style { theme.style(role) }

    /// A role on the ground of another.
    func style(_ role: Role, on ground: Role) -> Style {
        let own = style(role)
        let base = style(ground)
        if theme.depth == .mono { return base.adding(own.attributes) }
        return own.background == style(.text).background ? own.on(base.background) : own
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
        let row = size.rows - 1
        grid.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), style: style(.strip))
        if let prompt = state.prompt { return drawPrompt(prompt, row) }
        if let lost = state.lost {
            let text =
                " !! " + words.pick(lost.english, lost.chinese) + " · "
                + words.exercise.leaves(keys.text(of: .leaveDrill))
            return drawLine(text, row, .noticeError)
        }
        if let message = state.message {
            let mark = message.isError ? "!!" : glyphs.check
            return drawLine(" \(mark) \(state.text(message.text))", row, message.isError ? .noticeError : .noticeGood)
        }
        var column = 1
        for hint in state.chord.keys.isEmpty ? keys.bar : keys.bar(after: state.chord.next) {
            let width = TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label)
            guard column + width < size.columns else { break }
            column += grid.write(hint.key, column: column, row: row, style: style(.key, on: .strip)) + 1
            column += grid.write(hint.label, column: column, row: row, style: style(.keyHint, on: .strip)) + 2
        }
    }

    private mutating func drawLine(_ text: String, _ row: Int, _ role: Role) {
        grid.write(text, column: 0, row: row, columns: size.columns, style: style(role, on: .strip))
    }

    private mutating func drawPrompt(_ prompt: InstructorPrompt, _ row: Int) {
        grid.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), style: style(.input))
        let used = grid.write(
            prompt.title(keys) + ": ", column: 1, row: row, columns: size.columns - 2,
            style: style(.key, on: .input))
        guard case .line = prompt.question else { return }
        let start = 1 + used
        let column = prompt.field.draw(
            into: &grid, column: start, row: row, columns: max(0, size.columns - 1 - start), style: style(.input))
        cursor = (column, row)
        guard let message = state.message, row > 1 else { return }
        grid.fill(Rect(column: 0, row: row - 1, columns: size.columns, rows: 1), style: style(.input))
        grid.write(
            "!! " + state.text(message.text), column: 1, row: row - 1, columns: size.columns - 2,
            style: style(.inputError, on: .input))
    }

    /// A board time on the drill's own clock.
    func time(_ at: Int64, seconds: Bool = false) -> String {
        let local = at / 1000 + (state.status?.secondsEast ?? 0)
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let clock = "\(two(local / 3600 % 24)):\(two(local / 60 % 60))"
        return seconds ? clock + ":\(two(local % 60))" : clock
    }
}
