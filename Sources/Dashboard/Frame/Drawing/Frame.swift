import DispatchModel
import TerminalKit
import Themes
import Wording

/// One frame being drawn: everything it is drawn from, the grid it is drawn into, and what it will tell about itself.
struct Frame {
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
        if layout.kind == .tooSmall { return drawTooSmall() }
        drawStrip()
        if layout.kind == .wall {
            drawWall()
        } else {
            drawTabs()
            drawPanes()
        }
        view.layers.popup?.draw(into: &self)
        drawBanner()
        drawEmergency()
        drawTrouble()
        drawBottom()
    }

    private mutating func drawPanes() {
        for pane in PaneName.allCases {
            guard let rect = layout.rect(pane), let inside = layout.inside(pane) else { continue }
            info.regions.append(.init(rect: rect, target: .pane(pane)))
            drawOutline(pane, rect)
            pane.room.draw(inside, into: &self)
        }
    }

    /// How a role looks on this terminal.
    func style(_ role: Role) -> Style { theme.style(role) }

    /// Writes text at the left of a rectangle's first row, cut off at its right side; returns the columns used.
    @discardableResult
    mutating func write(_ text: String, _ place: Rect, _ role: Role) -> Int {
        guard place.rows > 0 else { return 0 }
        return grid.write(text, column: place.column, row: place.row, columns: place.columns, style: style(role))
    }
}
