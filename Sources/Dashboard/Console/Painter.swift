import DispatchModel
import TerminalKit
import Themes
import Wording

/// The screen, how it looks, and what was last painted on it.
package struct Painter {
    /// The least time between two frames that no key asked for.
    static let frameInterval = Span(milliseconds: 33)

    /// Where the console shows itself.
    package let screen: any Screen
    /// How it looks.
    package var theme: Theme
    /// What was last painted.
    private(set) var grid: Grid
    /// What that says about itself.
    private(set) var info = ConsoleFrameInfo()
    /// True while something has changed that is not on the screen.
    var isDirty = true
    /// True from when the screen became large enough until that was drawn.
    private(set) var isUnseen = false
    /// When the last frame was drawn: by time that never steps, and by the wall's clock, whose seconds are shown.
    private var drawnAt = Timestamp.epoch
    private var drawnAtWall = Timestamp.epoch
    /// The keys that help, and where that was.
    private var hints: (place: String, hints: [KeyHint]) = ("", [])

    /// Paints on a screen.
    package init(screen: any Screen, theme: Theme) {
        self.screen = screen
        self.theme = theme
        grid = Grid(size: screen.size)
    }

    /// The screen has another size. What was too small shows nothing until it has been drawn, unless the console is driven
    /// in steps.
    mutating func resize(isDriven: Bool) {
        if !isDriven, !Painter.isLargeEnough(grid.size) { isUnseen = true }
        grid = Grid(size: screen.size)
        isDirty = true
    }

    /// True while nothing is on the screen that a key could mean: it is too small, or was until just now.
    var isBlind: Bool { isUnseen || !Painter.isLargeEnough(screen.size) }

    private static func isLargeEnough(_ size: Size) -> Bool {
        size.columns >= Layout.least.columns && size.rows >= Layout.least.rows
    }

    // MARK: Painting

    /// Paints a frame and gives it to the terminal.
    mutating func paint(
        board: Board, view: ConsoleView, words: Words, now: Timestamp, wall: Timestamp
    ) {
        fit()
        info = drawConsole(
            board: board, view: view, strip: view.strip, words: words, theme: theme, glyphs: screen.glyphs, now: now,
            blinkOn: wall.rawValue / 250 % 2 == 0, into: &grid)
        present(cursor: info.cursor)
    }

    /// Paints a frame of anything else that fills the screen, and gives it to the terminal. `draw` says where the terminal's
    /// cursor belongs; nil to hide it.
    package mutating func paint(_ draw: (inout Grid) -> ConsoleFrameInfo.Position?) {
        fit()
        grid.fill(Rect(grid.size), style: theme.style(.text))
        let cursor = draw(&grid)
        present(cursor: cursor)
    }

    private mutating func fit() {
        if grid.size != screen.size { grid = Grid(size: screen.size) }
    }

    private func present(cursor: ConsoleFrameInfo.Position?) {
        screen.present(grid, cursor: cursor.map { (column: $0.column, row: $0.row) })
    }

    /// The frame is on the screen; something more is to be drawn when the console is behind with it.
    mutating func painted(steady: Timestamp, wall: Timestamp, isBehind: Bool) {
        (drawnAt, drawnAtWall) = (steady, wall)
        isUnseen = false
        isDirty = isBehind
    }

    /// True when a frame that no key asked for may be drawn.
    func isDue(at steady: Timestamp) -> Bool { steady - drawnAt >= Painter.frameInterval }

    /// Milliseconds until then.
    func wait(at steady: Timestamp) -> Int64 { max(0, (drawnAt + Painter.frameInterval - steady).milliseconds) }

    /// True once in every period of the wall's clock, in milliseconds.
    func hasTicked(wall: Timestamp, period: Int64) -> Bool {
        wall.rawValue / period != drawnAtWall.rawValue / period
    }

    // MARK: Hints

    /// The keys that help in a place, found once for as long as it is the same.
    mutating func hints(at place: String, _ find: () -> [KeyHint]) -> [KeyHint] {
        if hints.place != place { hints = (place, find()) }
        return hints.hints
    }

    /// Keys mean something else now.
    mutating func forgetHints() { hints = ("", []) }
}
