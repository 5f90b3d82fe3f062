import Core
import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// Draws the wall. Pure: the same scene gives the same cells.
package func drawWall(_ scene: WallScene, words: WallWords, look: WallLook, size: Size) -> Grid {
    drawPicture(of: scene, words: words, look: look, size: size).grid
}

/// Draws the wall, and tells what its guard has to know of the picture.
func drawPicture(of scene: WallScene, words: WallWords, look: WallLook, size: Size) -> SentPicture {
    var frame = WallFrame(scene: scene, words: words, look: look, size: size)
    frame.draw()
    guard scene.shift != 0, size.columns >= 60 else {
        return SentPicture(grid: frame.grid, mode: scene.mode, top: frame.top)
    }
    var moved = Grid(size: size, style: frame.look.ground)
    let down = size.rows >= 30 && scene.shift >= 2 ? 1 : 0
    let across = scene.shift == 1 || scene.shift == 2 ? 1 : 0
    moved.copy(
        Rect(column: 0, row: 0, columns: size.columns - across, rows: size.rows - down), of: frame.grid,
        column: across, row: down)
    return SentPicture(grid: moved, mode: scene.mode, top: frame.top + down)
}

/// A picture of the wall being drawn.
struct WallFrame {
    let scene: WallScene
    let words: WallWords
    var look: WallLook
    let layout: WallLayout
    var grid: Grid

    init(scene: WallScene, words: WallWords, look: WallLook, size: Size) {
        self.scene = scene
        self.words = words
        self.look = look
        self.look.isOff = !scene.life.isLive
        var isOld = false
        if case .dead = scene.life { isOld = true }
        layout = WallLayout(size: size, place: scene.place, isOld: isOld)
        grid = Grid(size: size, style: self.look.ground)
    }

    var figures: WallFigures { scene.figures }
    var glyphs: Glyphs { look.glyphs }
    /// The first row below the strip, or below the plate that stands in its place.
    var top: Int {
        if case .waiting = scene.life { return min(2, grid.size.rows) }
        return layout.top
    }

    mutating func draw() {
        switch scene.life {
        case .waiting(let wait): drawWaiting(wait)
        case .dead(let death): drawDead(death)
        case .live, .late: drawLive()
        }
    }

    private mutating func drawLive() {
        drawStrip()
        guard layout.kind != .words else { return drawWordsAlone() }
        if scene.mood == .calm {
            drawCalm()
        } else if layout.kind == .compact {
            drawCompact()
        } else {
            drawFigures()
            drawRule(layout.upper.endRow)
            drawLower()
        }
    }

    // MARK: Writing

    /// Writes text in a role at the left of a row; returns the columns used.
    @discardableResult
    mutating func write(_ text: String, _ place: Rect, _ role: Role) -> Int {
        write(text, place, look.style(role))
    }

    /// Writes text in a style at the left of a row; returns the columns used.
    @discardableResult
    mutating func write(_ text: String, _ place: Rect, _ style: Style) -> Int {
        guard place.rows > 0 else { return 0 }
        return grid.write(text, column: place.column, row: place.row, columns: place.columns, style: style)
    }

    /// Writes text so that it ends with a row.
    mutating func writeLast(_ text: String, _ place: Rect, _ style: Style) {
        guard place.rows > 0 else { return }
        let width = min(place.columns, TextWidth.columns(of: text))
        grid.write(
            text, column: place.endColumn - width, row: place.row, columns: width, style: style)
    }

    /// Writes a number of pieces one after the other, as far as there is room for the whole of each, and how many more there
    /// are: those without room, and `more` that the pieces left out themselves.
    mutating func writePieces(
        _ pieces: [(text: String, role: Role)], _ place: Rect, gap: Int = 2, more left: Int = 0
    ) {
        let pieces = pieces.filter { !$0.text.isEmpty }
        let widths = pieces.map { TextWidth.columns(of: $0.text) }
        /// Those that have room before a mark of so many columns.
        func fitting(_ mark: Int) -> [Int] {
            var (shown, used) = ([Int](), 0)
            for (index, width) in widths.enumerated()
            where shown.isEmpty || used + gap + width + (mark == 0 ? 0 : gap + mark) <= place.columns {
                used += (shown.isEmpty ? 0 : gap) + width
                shown.append(index)
            }
            return shown
        }
        var shown = fitting(left > 0 ? 2 : 0)
        if shown.count < pieces.count { shown = fitting(2) }
        var column = place.column
        for index in shown {
            let rest = Rect(column: column, row: place.row, columns: place.endColumn - column, rows: place.rows)
            column += write(pieces[index].text, rest, pieces[index].role) + gap
        }
        let dropped = pieces.count - shown.count + left
        guard dropped > 0 else { return }
        let rest = Rect(column: column, row: place.row, columns: max(0, place.endColumn - column), rows: place.rows)
        write("+\(dropped)", rest, .textDim)
    }

    /// A line across.
    mutating func drawRule(_ row: Int) {
        grid.fill(
            Rect(column: layout.area.column, row: row, columns: layout.area.columns, rows: 1),
            with: glyphs.horizontal, style: look.style(.border))
    }

    // MARK: Terms

    func role(_ priority: Priority) -> Role {
        switch priority {
        case .p1: .priorityP1
        case .p2: .priorityP2
        case .p3, .p4, .p5: .text
        }
    }

    func shape(_ priority: Priority) -> String {
        switch priority {
        case .p1: glyphs.triangle
        case .p2: glyphs.diamond
        case .p3, .p4, .p5: " "
        }
    }

    /// An age, with a mark once it is over its limit, so that no colour is needed to see it.
    func age(_ item: WallItem) -> String {
        words.age(item.age(at: scene.now)) + (item.over(at: scene.now) == nil ? "" : "!")
    }

    func type(_ item: WallItem) -> String {
        scene.board.incidents.read(item.incident) { words.words.type(of: $0, on: scene.board) } ?? ""
    }

    func place(_ item: WallItem) -> (text: String, beat: String) {
        scene.board.incidents.read(item.incident) { ($0.place[words.language], $0.beat) } ?? ("", "")
    }

    /// The type of an incident as a headline.
    func headline(_ text: String) -> String { words.language == .english ? text.uppercased() : text }
}
