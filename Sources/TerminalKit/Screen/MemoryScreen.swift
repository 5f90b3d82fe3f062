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
