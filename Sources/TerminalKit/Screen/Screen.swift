/// How many colours a terminal shows.
package enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
    /// None: bold, underline and reverse only.
    case mono
    /// The 8 ANSI colours.
    case eight
    /// The ANSI colours and their bright forms.
    case sixteen
    /// xterm's 256 colours.
    case indexed256
    /// 24-bit colour.
    case direct

    /// Fewer colours come first.
    package static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}

/// What became of a text that was to be put on the clipboard.
package enum ClipboardResult: Hashable, Sendable {
    /// It was handed over.
    case copied
    /// It has more bytes than may be sent; the limit is given.
    case tooLarge(limit: Int)
    /// The terminal, or the multiplexer it runs in, has no way to take it; why is given in English.
    case unavailable(String)
}

/// A place to show grids and to get keys from. One thread uses it.
package protocol Screen: AnyObject {
    /// The present size; it changes only together with a `.resized` input.
    var size: Size { get }
    /// How many colours it shows.
    var depth: ColourDepth { get }
    /// False where only ASCII can be shown.
    var unicode: Bool { get }

    /// Shows a grid. Only what differs from the grid before is sent. `cursor` is where the text cursor shows, if anywhere.
    func present(_ grid: Grid, cursor: (column: Int, row: Int)?)

    /// Waits for input and returns all there is. Empty after so many milliseconds (nil waits for ever, 0 not at all) and
    /// when the wake descriptor becomes readable, which the caller then drains.
    func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput]

    /// Switches reports of the mouse on or off; returns what holds afterwards.
    func setMouse(_ on: Bool) -> Bool

    /// Rings the bell.
    func bell()

    /// Makes the next `present` send every cell.
    func invalidate()

    /// Gives the terminal back and stops the process as Ctrl-Z does; returns after it was continued.
    func suspend()

    /// Puts text on the user's clipboard.
    func copyToClipboard(_ text: String) -> ClipboardResult

    /// Gives the terminal back. Nothing may be called afterwards but `close` again.
    func close()
}

extension Screen {
    /// The symbols this screen can show.
    package var glyphs: Glyphs { Glyphs.of(unicode: unicode) }
}

/// A screen without a terminal: it keeps what it is shown and answers from a script. For tests and for pictures.
package final class MemoryScreen: Screen {
    /// The present size; a scripted `.resized` changes it.
    package private(set) var size: Size
    /// As given.
    package let depth: ColourDepth
    /// As given.
    package let unicode: Bool
    /// The latest frames, oldest first, at most `frameLimit`.
    package private(set) var frames: [Grid] = []
    /// Frames that were presented in all.
    package private(set) var frameCount = 0
    /// Where the text cursor was in the last frame.
    package private(set) var cursor: (column: Int, row: Int)?
    /// Times the bell rang.
    package private(set) var bells = 0
    /// Times everything was to be drawn anew.
    package private(set) var invalidations = 0
    /// Times the process was to stop.
    package private(set) var suspensions = 0
    /// Texts put on the clipboard.
    package private(set) var clipboard: [String] = []
    /// True once closed.
    package private(set) var isClosed = false

    private let frameLimit: Int
    private var script: [[TerminalInput]]

    /// Creates a screen. Each call of `inputs` returns the next batch of the script; when it is used up, nothing, or
    /// `.ended` if `endsAfterScript`.
    package init(
        size: Size, depth: ColourDepth = .direct, unicode: Bool = true, script: [[TerminalInput]] = [],
        endsAfterScript: Bool = true, frameLimit: Int = 1000
    ) {
        self.size = size
        self.depth = depth
        self.unicode = unicode
        self.script = script + (endsAfterScript ? [[.ended(signal: 0)]] : [])
        self.frameLimit = max(1, frameLimit)
    }

    /// The last frame shown.
    package var frame: Grid? { frames.last }

    /// Adds batches to the end of the script.
    package func feed(_ batches: [[TerminalInput]]) {
        script += batches
    }

    /// Keeps the frame.
    package func present(_ grid: Grid, cursor: (column: Int, row: Int)?) {
        if frames.count == frameLimit { frames.removeFirst() }
        frames.append(grid)
        frameCount += 1
        self.cursor = cursor
    }

    /// The next batch of the script, at once.
    package func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        guard !script.isEmpty else { return [] }
        let batch = script.removeFirst()
        for case .resized(let size) in batch { self.size = size }
        return batch
    }

    /// Counts.
    package func bell() { bells += 1 }
    /// Switches reports of the mouse.
    package func setMouse(_ on: Bool) -> Bool { on }
    /// Counts.
    package func invalidate() { invalidations += 1 }
    /// Counts.
    package func suspend() { suspensions += 1 }

    /// Keeps the text.
    package func copyToClipboard(_ text: String) -> ClipboardResult {
        clipboard.append(text)
        return .copied
    }

    /// Marks it closed.
    package func close() { isClosed = true }
}
