import DispatchModel
import TerminalKit
import Wording

/// What the terminal said and what of it is still open: keys of a chord, letters that meant nothing, text nobody has looked at.
struct Keyboard {
    /// For how long after the selection had to move a key does nothing to its new thing: it was meant for the old one.
    private static let settlingTime = Span(milliseconds: 700)
    /// For how long letters that meant nothing are taken for the beginning of a word that goes on.
    private static let strayTime = Span(milliseconds: 3000)

    /// What the terminal said and was not dealt with yet.
    var inputs = InputQueue()
    /// The keys of a chord so far.
    private(set) var pending: [Key] = []
    /// Letters typed in a popup that meant nothing there.
    private(set) var stray = ""
    /// When the last of them came.
    private var strayCame = Timestamp(milliseconds: .min / 2)
    /// True while nobody has looked at what the text being typed would do.
    private(set) var isTextStale = false
    /// What was typed and left.
    var drafts = Drafts()
    /// The lines given before, for going back to them.
    var history = InputHistory()
    /// Why the terminal says nothing more; nil while it does.
    var ended: Console.Ending?
    /// True while the terminal tells of clicks.
    var hasMouse = false
    /// The command that the last key or line ran.
    var lastCommand: CommandName?
    /// A command that no part has taken; nil while every one was.
    var untaken: CommandName?
    /// True while a key must not hit a selection that has just moved, as whoever drives in steps says; nil to measure it.
    var settling: Bool?
    /// True while a key was meant for what stood there before a message came, as whoever drives in steps says; nil to measure it.
    var beforeMessage: Bool?
    /// When a message last came over the panes.
    private var messageCame = Timestamp(milliseconds: .min / 2)
    /// When the selection last had to move to a neighbour through no order of the operator's.
    private var selectionMoved = Timestamp(milliseconds: .min / 2)

    /// A key has come, by time that never steps: what was open before it, which it goes on with or ends. Letters that meant
    /// nothing a while ago were told and are forgotten.
    mutating func takeOpen(at steady: Timestamp) -> (pending: [Key], stray: String) {
        defer { (pending, stray) = ([], "") }
        return (pending, steady - strayCame < Keyboard.strayTime ? stray : "")
    }

    /// These are the keys of a chord that goes on.
    mutating func wait(after keys: [Key]) { pending = keys }

    /// A chord that was begun is not gone on with.
    mutating func forgetPending() { pending = [] }

    /// Letters meant nothing where they were typed.
    mutating func noteStray(_ letters: String, at steady: Timestamp) {
        guard !letters.isEmpty else { return }
        stray += letters
        strayCame = steady
    }

    /// The text being typed is another one.
    mutating func textChanged() { isTextStale = true }

    /// True, once, when nobody has looked at what the text being typed would do.
    mutating func takeStaleText() -> Bool {
        defer { isTextStale = false }
        return isTextStale
    }

    /// The selection had to move by itself.
    mutating func selectionMoved(at steady: Timestamp) { selectionMoved = steady }

    /// A message has come over the panes.
    mutating func messageCame(at steady: Timestamp) { messageCame = steady }

    /// True while a message has come so lately that a key was meant for what stood there before it, by time that never steps.
    func isMessageNew(at steady: Timestamp) -> Bool { steady - messageCame < Keyboard.settlingTime }

    /// The same, as whoever drives in steps says.
    func isBeforeMessage(at steady: Timestamp) -> Bool { beforeMessage ?? isMessageNew(at: steady) }

    /// True while the selection has just moved by itself, by time that never steps.
    func isSelectionSettling(at steady: Timestamp) -> Bool { steady - selectionMoved < Keyboard.settlingTime }
}
