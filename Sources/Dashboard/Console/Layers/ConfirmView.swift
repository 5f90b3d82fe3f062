import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
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
        if console.order([request]).isDone { console.clearMarks(after: request.command) }
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

    func draw(into frame: inout Frame) { frame.drawConfirm(self) }
}
