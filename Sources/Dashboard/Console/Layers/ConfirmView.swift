import Core
import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// A question with buttons. The focus starts on the button that changes nothing.
package struct ConfirmView: Sendable {
    /// The question.
    package var question: String
    /// What would happen, a line each.
    package var details: [String]
    /// The buttons from the left, with the keys that press them.
    package var buttons: [KeyHint]
    /// Which button Enter presses.
    package var focused: Int
    /// True when the question is about something that cannot be taken back.
    package var isGrave: Bool
    /// What the second button does; nil for nothing.
    let action: (any ConfirmedAction)?

    /// A question; `cancel` is the index of the button that changes nothing, which has the focus.
    package init(question: String, details: [String] = [], buttons: [KeyHint], cancel: Int = 0, isGrave: Bool = false) {
        self.init(question: question, details: details, buttons: buttons, cancel: cancel, isGrave: isGrave, action: nil)
    }

    /// A question with what its second button does.
    init(
        question: String, details: [String] = [], buttons: [KeyHint], cancel: Int = 0, isGrave: Bool = false,
        action: (any ConfirmedAction)?
    ) {
        self.question = question
        self.details = details
        self.buttons = buttons
        focused = cancel
        self.isGrave = isGrave
        self.action = action
    }
}

/// What a question's yes does.
protocol ConfirmedAction: Sendable {
    /// Does it; the question is closed.
    func perform(on console: Console)
}

/// Gives an order that was asked about.
struct GiveOrder: ConfirmedAction {
    let request: CommandRequest

    func perform(on console: Console) {
        if console.order([request]).isDone { console.view.clearMarks(after: request.command) }
    }
}

/// Takes back the call for help whose action stands at a position of the journal.
struct TakeBackCall: ConfirmedAction {
    let position: JournalPosition

    func perform(on console: Console) {
        guard console.core.head.lastAction(of: console.actor)?.position == position else {
            return console.say(.warning, console.words.otherActionSince)
        }
        console.undo(takesBackCall: true)
    }
}

extension ConfirmView: Layer {
    var mode: Mode? { .confirm }
    var decides: Bool { true }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return press(button: focused, on: console)
        case .yes: return press(button: 1, on: console)
        case .left: move(by: -1, on: console)
        case .right: move(by: 1, on: console)
        case .nextField, .previousField:
            focused = (focused + (name == .nextField ? 1 : buttons.count - 1)) % max(1, buttons.count)
        default: return runCommon(name, on: console)
        }
        return .stays
    }

    mutating func move(by distance: Int, on console: Console) { focused = moved(focused, distance, buttons.count) }

    mutating func press(button: Int, on console: Console) -> LayerAnswer {
        guard let action else { return .stays }
        if button == 1 { action.perform(on: console) }
        return .closes
    }
}

// MARK: - On the screen

extension ConfirmView {
    /// A question; Enter on its first focus changes nothing.
    func draw(into frame: inout Frame) {
        let room = max(10, min(72, frame.layout.size.columns - 8))
        let question = wrapped(question, columns: room, limit: 6)
        let details = details.flatMap { wrapped($0, columns: room, limit: 4) }.prefix(12)
        let buttons = buttons.reduce(0) { $0 + TextWidth.columns(of: $1.key + $1.label) + 6 }
        let longest = (question + details).map(TextWidth.columns(of:)).max() ?? 0
        let rows = question.count + details.count + (details.isEmpty ? 0 : 1) + 2
        let inside = frame.drawPopup(
            columns: min(room, max(longest, buttons, 30)), rows: rows, place: .centre,
            title: isGrave ? frame.glyphs.warning : "")
        var row = 0
        for line in question {
            frame.writePopup(RichText(line, isGrave ? .noticeWarning : .textStrong), inside.line(row))
            row += 1
        }
        if !details.isEmpty { row += 1 }
        for line in details {
            frame.writePopup(RichText(line, .text), inside.line(row))
            row += 1
        }
        drawButtons(inside.line(inside.rows - 1), into: &frame)
    }

    private func drawButtons(_ line: Rect, into frame: inout Frame) {
        guard line.rows > 0 else { return }
        var column = line.column
        for (index, button) in buttons.enumerated() {
            let isFocused = index == focused
            let text = "\(isFocused ? frame.glyphs.arrow : " ") \(button.label) (\(button.key)) "
            let used = frame.grid.write(
                text, column: column, row: line.row, columns: line.endColumn - column,
                style: frame.style(isFocused ? .buttonFocused : .button))
            let rect = Rect(column: column, row: line.row, columns: used, rows: 1)
            frame.info.regions.append(.init(rect: rect, target: .button(index)))
            column += used + 2
        }
    }
}
