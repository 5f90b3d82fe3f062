import DispatchModel
import TerminalKit
import Wording

/// The keys of a wall: help, drawing anew, and an end that asks first. Whoever passes by changes nothing.
package struct GuardKeys {
    /// What a key leads to.
    package enum Effect: Hashable, Sendable {
        /// Nothing.
        case none
        /// The line over the last row has changed.
        case changed
        /// Everything is drawn anew.
        case redraw
        /// The wall ends.
        case end
    }

    private enum Line {
        case help, question
    }

    private var line: Line?
    private var since = Timestamp.epoch

    /// How long a line stays that nobody answers.
    package static let stay = Span.seconds(10)

    /// Keys of which none was pressed.
    package init() {}

    /// Takes a key.
    package mutating func press(_ key: Key, at steady: Timestamp) -> Effect {
        if key == Key(.character("l"), .control) { return .redraw }
        guard key.modifiers.isEmpty else { return .none }
        if steady - since >= GuardKeys.stay { line = nil }
        if line == .question {
            line = nil
            return key.code == .character("y") ? .end : .changed
        }
        switch key.code {
        case .character("q"): line = .question
        case .character("?"): line = line == .help ? nil : .help
        default: return .none
        }
        since = steady
        return .changed
    }

    /// What stands over the last row; nil for nothing.
    package mutating func text(_ words: WallTroubleWords, at steady: Timestamp) -> String? {
        if steady - since >= GuardKeys.stay { line = nil }
        switch line {
        case .help: return words.keyHelp(help: "?", redraw: "Ctrl-L", end: "q")
        case .question: return words.endQuestion(yes: "y", no: "n")
        case nil: return nil
        }
    }
}
