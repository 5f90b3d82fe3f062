/// A screen without a terminal: it keeps what it is shown and answers from a script. For tests and for pictures.
public final class MemoryScreen: Screen {
    /// The present size; a scripted `.resized` changes it.
    public private(set) var size: Size
    /// As given.
    public let depth: ColourDepth
    /// As given.
    public let unicode: Bool
    /// The latest frames, oldest first, at most `frameLimit`.
    public private(set) var frames: [Grid] = []
    /// Frames that were presented in all.
    public private(set) var frameCount = 0
    /// Where the text cursor was in the last frame.
    public private(set) var cursor: (column: Int, row: Int)?
    /// Times the bell rang.
    public private(set) var bells = 0
    /// Times everything was to be drawn anew.
    public private(set) var invalidations = 0
    /// Times the process was to stop.
    public private(set) var suspensions = 0
    /// Texts put on the clipboard.
    public private(set) var clipboard: [String] = []
    /// True once closed.
    public private(set) var isClosed = false

    private let frameLimit: Int
    private var script: [[TerminalInput]]

    /// Creates a screen. Each call of `inputs` returns the next batch of the script; when it is used up, nothing, or
    /// `.ended` if `endsAfterScript`.
    public init(
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
    public var frame: Grid? { frames.last }

    /// Adds batches to the end of the script.
    public func feed(_ batches: [[TerminalInput]]) {
        script += batches
    }

    /// Keeps the frame.
    public func present(_ grid: Grid, cursor: (column: Int, row: Int)?) {
        if frames.count == frameLimit { frames.removeFirst() }
        frames.append(grid)
        frameCount += 1
        self.cursor = cursor
    }

    /// The next batch of the script, at once.
    public func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        guard !script.isEmpty else { return [] }
        let batch = script.removeFirst()
        for case .resized(let size) in batch { self.size = size }
        return batch
    }

    /// Counts.
    public func bell() { bells += 1 }
    /// Switches reports of the mouse.
    public func setMouse(_ on: Bool) -> Bool { on }
    /// Counts.
    public func invalidate() { invalidations += 1 }
    /// Counts.
    public func suspend() { suspensions += 1 }

    /// Keeps the text.
    public func copyToClipboard(_ text: String) -> ClipboardResult {
        clipboard.append(text)
        return .copied
    }

    /// Marks it closed.
    public func close() { isClosed = true }
}
