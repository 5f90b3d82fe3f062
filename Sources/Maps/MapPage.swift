import DispatchModel
import DispatchPolicy
import Formats
import Ground
import TerminalKit
import Themes

/// A board's map as a page that nobody moves about on, such as the wall's: all of the ground; beside it, where there is room
/// for a second one as large, the beats by their calls.
package struct MapPage {
    /// The ground drawn for a view, or nil while it is being drawn. The places are those that codes keep clear of.
    package typealias Backdrops = (MapBackdrop.Key, [WorldPoint]) -> MapBackdrop?

    private var indexed: (position: JournalPosition, ground: Int, index: MapIndex)?

    /// What stands below each of the two pictures.
    package struct Captions: Hashable, Sendable {
        /// Below the things where they are.
        package var things: String
        /// Below the calls.
        package var calls: String

        /// Creates captions.
        package init(things: String, calls: String) {
            self.things = things
            self.calls = calls
        }
    }

    /// A page of which nothing was drawn yet.
    package init() {}

    /// Draws a board at a time over a ground, which has another number whenever it is another one; over an empty one the calls
    /// and the middles of the beats are the map. Draws nothing while the ground is being drawn.
    package mutating func draw(
        into grid: inout Grid, area: Rect, board: Board, now: Timestamp, over ground: (number: Int, ground: Ground),
        backdrops: Backdrops, palette: MapPalette, scale: DotScale, captions: Captions
    ) {
        let index = index(of: board, over: ground)
        let isOutlined = ground.ground.isEmpty
        let shown = isOutlined ? index.outline(of: board) : ground.ground
        guard let box = shown.box else { return }
        let halves = isOutlined ? nil : MapPage.halves(of: area, shown)
        let first = halves?.left ?? area
        let key = MapBackdrop.Key(
            view: MapView(fitting: box, in: first.size), size: first.size, scale: scale, ground: ground.number)
        let backdrop =
            isOutlined ? MapBackdrop(shown, for: key, avoiding: index.anchors) : backdrops(key, index.anchors)
        guard let backdrop else { return }
        var overlay = MapOverlay()
        overlay.now = now
        func picture(_ area: Rect) {
            MapPicture.draw(
                into: &grid, area: area, index: index, ground: shown, backdrop: backdrop, palette: palette,
                overlay: overlay)
        }
        picture(first)
        guard let halves else { return }
        overlay.fill = .calls
        overlay.showsThings = false
        picture(halves.right)
        for (text, half) in [(captions.things, halves.left), (captions.calls, halves.right)] {
            let columns = min(TextWidth.columns(of: text), half.columns)
            grid.write(
                text, column: half.column + (half.columns - columns) / 2, row: half.endRow, columns: columns,
                style: palette.theme.style(.textDim))
        }
    }

    /// What stands on the map; made anew where the board or the ground has changed.
    private mutating func index(of board: Board, over ground: (number: Int, ground: Ground)) -> MapIndex {
        if let indexed, indexed.position == board.position, indexed.ground == ground.number { return indexed.index }
        var new = MapIndex()
        new.rebuild(board, ground: ground.ground, reach: MapReach(TravelModel()))
        indexed = (board.position, ground.number, new)
        return new
    }

    /// Two halves as high as the area but for a row below them, where the ground is so narrow that it is drawn no smaller
    /// in one of them; nil where it would be.
    static func halves(of area: Rect, _ ground: Ground) -> (left: Rect, right: Rect)? {
        guard let box = ground.box, !ground.beats.isEmpty, area.rows >= 12 else { return nil }
        let whole = MapView(fitting: box, in: Size(columns: area.columns, rows: area.rows - 1))
        let half = (area.columns - 2) / 2
        guard Int((box.east - box.west) * whole.cellsPerWorld) + 3 <= half else { return nil }
        let left = Rect(column: area.column, row: area.row, columns: half, rows: area.rows - 1)
        let right = Rect(column: area.endColumn - half, row: area.row, columns: half, rows: area.rows - 1)
        return (left, right)
    }
}
