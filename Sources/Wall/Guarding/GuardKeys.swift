import DispatchModel
import TerminalKit
import Wording

/// The keys of a wall: drawing anew, an end that asks first, and one at once. Whoever passes by and presses any other is told
/// these and changes nothing.
package struct GuardKeys {
    /// What a key leads to.
    package enum Effect: Hashable, Sendable {
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
        if key == Key(.character("c"), .control) { return .end }
        if steady - since >= GuardKeys.stay { line = nil }
        if line == .question {
            line = nil
            return key == Key(.character("y")) ? .end : .changed
        }
        let isTakenAway = line == .help && [Key(.escape), Key(.character("?"))].contains(key)
        line = key == Key(.character("q")) ? .question : isTakenAway ? nil : .help
        since = steady
        return .changed
    }

    /// What stands over the last row; nil for nothing.
    package mutating func text(_ words: WallTroubleWords, at steady: Timestamp) -> String? {
        if steady - since >= GuardKeys.stay { line = nil }
        switch line {
        case .help: return words.keyHelp(end: "q", yes: "y", atOnce: "Ctrl-C", redraw: "Ctrl-L")
        case .question: return words.endQuestion(yes: "y", no: "n")
        case nil: return nil
        }
    }
}
