import TerminalKit
import Wording

/// What lies over the panes and is asked before them: a popup, a form, a question, a page, a line being typed.
///
/// It carries all that it needs: what it shows, what things meant when it was opened, and what is done when it is
/// accepted. While it answers it has been taken out of the stack, so that what it does finds the console without it; its
/// answer says whether it comes back.
protocol Layer: Sendable {
    /// The mode that keys are looked up in; nil for that of the pane beneath.
    var mode: Mode? { get }
    /// True when it has the keys to itself: nothing beneath it looks chosen, and a click beside it changes nothing.
    var isModal: Bool { get }
    /// True when a key decides something in it: one behind letters that meant nothing does not.
    var decides: Bool { get }
    /// How many rows a page is on a screen of so many; nil when there is nothing to page through.
    func page(of rows: Int) -> Int?
    /// The keys that help here, as they were last refreshed; nil when the bottom line's own do.
    var hints: [KeyHint] { get }
    /// True when it shows the detail over the whole screen.
    var isDetail: Bool { get }

    /// Answers a command.
    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer
    /// Moves the cursor, or what is in sight, by so many rows, not beyond the ends.
    mutating func move(by distance: Int, on console: Console)
    /// Takes a key that no command of the mode has; passes when it means nothing here either.
    mutating func take(_ key: Key, on console: Console) -> LayerAnswer
    /// Takes a key before the command that it is bound to; false when the command goes first.
    mutating func take(_ key: Key, before name: CommandName, on console: Console) -> Bool
    /// Changes the field that has the cursor; false when none has.
    mutating func edit(_ change: (inout TextField) -> Bool, on console: Console) -> Bool
    /// Looks at what the text being typed would do.
    mutating func settle(on console: Console)
    /// A click on a row of it.
    mutating func choose(row: Int, on console: Console) -> LayerAnswer
    /// A click on a button of it.
    mutating func press(button: Int, on console: Console) -> LayerAnswer
    /// Shows only the rows that these words let through.
    mutating func filterRows(_ text: String, on console: Console)
    /// Looks at what it shows from beyond the board, in every round of the run loop.
    mutating func look(on console: Console)
    /// Brings the keys that help, and whatever else is drawn of it, up to date before a frame.
    mutating func refresh(on console: Console)
    /// It is being left without having been accepted: what was typed is kept.
    func leave(on console: Console)

    /// The rows that are in sight, from 0; empty for what has no rows that digits choose.
    func rowsInSight(_ layout: Layout) -> Range<Int>
    /// Draws it over the panes.
    func draw(into frame: inout Frame)
}

/// What a layer says to a command or click.
enum LayerAnswer {
    /// It has dealt with it and stays open.
    case stays
    /// It has dealt with it and is closed.
    case closes
    /// It is not its own: whatever lies beneath is asked.
    case passes
}

extension Layer {
    var isModal: Bool { true }
    var decides: Bool { false }
    var isDetail: Bool { false }
    var hints: [KeyHint] { [] }
    func page(of rows: Int) -> Int? { 9 }
    mutating func move(by distance: Int, on console: Console) {}
    mutating func take(_ key: Key, on console: Console) -> LayerAnswer { .passes }
    mutating func take(_ key: Key, before name: CommandName, on console: Console) -> Bool { false }
    mutating func edit(_ change: (inout TextField) -> Bool, on console: Console) -> Bool { false }
    mutating func settle(on console: Console) {}
    mutating func choose(row: Int, on console: Console) -> LayerAnswer { .stays }
    mutating func press(button: Int, on console: Console) -> LayerAnswer { .stays }
    mutating func filterRows(_ text: String, on console: Console) {}
    mutating func look(on console: Console) {}
    mutating func refresh(on console: Console) {}
    func leave(on console: Console) {}
    func rowsInSight(_ layout: Layout) -> Range<Int> { 0..<0 }

    /// What every layer answers to: it is closed, or its cursor moves.
    mutating func runCommon(_ name: CommandName, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return .closes
        case .close, .cancel, .no:
            leave(on: console)
            return .closes
        case .up: move(by: -1, on: console)
        case .down: move(by: 1, on: console)
        case .pageUp, .pageDown:
            guard let rows = page(of: console.painter.grid.size.rows) else { return .stays }
            move(by: (name == .pageUp ? -1 : 1) * max(1, rows), on: console)
        case .top: move(by: -beyondAnyList, on: console)
        case .bottom: move(by: beyondAnyList, on: console)
        default: return .passes
        }
        return .stays
    }

    /// A place in a list of so many, moved but not beyond its ends.
    func moved(_ place: Int, _ distance: Int, _ count: Int) -> Int { max(0, min(place + distance, count - 1)) }
}

/// More rows than any list over the panes has.
private let beyondAnyList = 1_000_000

/// What a command of editing does to a field; nil for every other command.
package func textEdit(_ name: CommandName) -> ((inout TextField) -> Void)? { textEdits[name] }

private let textEdits: [CommandName: @Sendable (inout TextField) -> Void] = [
    .left: { $0.move(by: -1) }, .right: { $0.move(by: 1) }, .cursorStart: { $0.moveToStart() },
    .cursorEnd: { $0.moveToEnd() }, .deleteBack: { $0.deleteBackward() }, .deleteForward: { $0.deleteForward() },
    .deleteWord: { $0.deleteWord() }, .deleteToEnd: { $0.deleteToEnd() }, .clearField: { $0.clear() },
    .clearForm: { $0.clear() },
]

extension Layer {
    /// Carries out a command of editing; false for every other command.
    mutating func runEdit(_ name: CommandName, on console: Console) -> Bool {
        guard let change = textEdit(name) else { return false }
        return edit(
            { field in
                change(&field)
                return true
            }, on: console)
    }
}
