import DispatchModel
import TerminalKit
import Themes
import Wording

/// Draws the whole console. Pure: the same arguments give the same cells.
///
/// Call `view.refresh` and `view.settle` before. `now` is board time; `blinkOn` is the state of the one 2 Hz flash.
@discardableResult
package func drawConsole(
    board: Board, view: ConsoleView, strip: StripState, words: Words, theme: Theme, glyphs: Glyphs, now: Timestamp,
    blinkOn: Bool, into grid: inout Grid
) -> ConsoleFrameInfo {
    var frame = Frame(
        board: board, view: view, strip: strip, words: words, theme: theme, glyphs: glyphs, now: now, blinkOn: blinkOn,
        size: grid.size)
    swap(&frame.grid, &grid)
    frame.draw()
    swap(&frame.grid, &grid)
    return frame.info
}

/// One frame being drawn: everything it is drawn from, the grid it is drawn into, and what it will tell about itself.
struct Frame: Canvas {
    let board: Board
    let view: ConsoleView
    let strip: StripState
    let words: Words
    let theme: Theme
    let glyphs: Glyphs
    let now: Timestamp
    let blinkOn: Bool
    let layout: Layout
    /// The kinds of unit that the room has.
    let kindsPresent: Set<UnitKind>
    var grid = Grid(size: Size(columns: 0, rows: 0))
    var info = ConsoleFrameInfo()

    init(
        board: Board, view: ConsoleView, strip: StripState, words: Words, theme: Theme, glyphs: Glyphs, now: Timestamp,
        blinkOn: Bool, size: Size
    ) {
        self.board = board
        self.view = view
        self.strip = strip
        self.words = words
        self.theme = theme
        self.glyphs = glyphs
        self.now = now
        self.blinkOn = blinkOn
        layout = Layout(size: size, view: view)
        kindsPresent = view.kindsPresent
    }

    mutating func draw() {
        grid.fill(Rect(grid.size), style: theme.style(.text))
        if layout.kind == .tooSmall { return TooSmall.draw(into: &self) }
        StatusStrip.draw(into: &self)
        drawTabs()
        drawPanes()
        // Under what is asked: a key goes to the row that was in sight.
        view.banner?.draw(into: &self)
        view.layers.popup?.draw(into: &self)
        view.layers.whichKey?.draw(into: &self)
        EmergencyLines.draw(into: &self)
        TroubleBar.draw(into: &self)
        view.bottom.draw(into: &self)
    }

    private mutating func drawPanes() {
        for pane in PaneName.allCases {
            guard let rect = layout.rect(pane), let inside = layout.inside(pane) else { continue }
            info.regions.append(.init(rect: rect, target: .pane(pane)))
            drawOutline(pane, rect)
            pane.room.draw(inside, into: &self)
        }
    }

    /// Feeds run at the present, whatever moment the board shows.
    var presentNow: Timestamp { strip.past?.present ?? now }

    /// Writes pieces from the left of a line; returns the columns used.
    @discardableResult
    mutating func write(_ rich: RichText, _ line: Rect, look: (Frame, Role) -> Style = { $0.style($1) }) -> Int {
        guard line.rows > 0 else { return 0 }
        var column = line.column
        for piece in rich.pieces where column < line.endColumn {
            column += grid.write(
                piece.text, column: column, row: line.row, columns: line.endColumn - column,
                style: look(self, piece.role))
        }
        return column - line.column
    }
}
