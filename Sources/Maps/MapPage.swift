import DispatchModel
import DispatchPolicy
import Formats
import Ground
import TerminalKit
import Themes

/// A board's map as a page that nobody moves about on, such as the wall's: all of the ground; beside it, where there is room
/// for a second one as large, the beats by their calls.
package struct MapPage {
    /// A ground drawn for a view, or nil while it is being drawn. The places are those that codes keep clear of.
    package typealias Backdrops = (Ground, MapBackdrop.Key, [WorldPoint]) -> MapBackdrop?

    /// What is known of a board at a position over a ground.
    private struct Known {
        var position: JournalPosition
        /// The number of the ground.
        var number: Int
        /// What stands on the map.
        var index: MapIndex
        /// The map that the board itself is; nil over a ground that is not empty.
        var outline: Ground?
        /// That outline as it was drawn last.
        var backdrop: MapBackdrop?
    }

    private var known: Known?

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
        let (index, outline) = learn(board, over: ground)
        let shown = outline ?? ground.ground
        guard let box = shown.box else { return }
        let halves = outline == nil ? MapPage.halves(of: area, shown) : nil
        let first = halves?.left ?? area
        let key = MapBackdrop.Key(
            view: MapView(fitting: box, in: first.size), size: first.size, scale: scale, ground: ground.number)
        let drawn = outline.map { drawOutline($0, for: key, avoiding: index.anchors) }
        guard let backdrop = drawn ?? backdrops(shown, key, index.anchors) else { return }
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

    /// What stands on the map, and the outline where there is no ground. Made anew where the board or the ground has
    /// changed.
    private mutating func learn(
        _ board: Board, over ground: (number: Int, ground: Ground)
    ) -> (index: MapIndex, outline: Ground?) {
        if let known, known.position == board.position, known.number == ground.number {
            return (known.index, known.outline)
        }
        var index = MapIndex()
        index.rebuild(board, ground: ground.ground, reach: MapReach(TravelModel()))
        let outline = ground.ground.isEmpty ? index.outline(of: board) : nil
        known = Known(position: board.position, number: ground.number, index: index, outline: outline)
        return (index, outline)
    }

    /// The outline drawn for a view; made anew where that or the outline has changed.
    private mutating func drawOutline(
        _ outline: Ground, for key: MapBackdrop.Key, avoiding anchors: [WorldPoint]
    ) -> MapBackdrop {
        if let backdrop = known?.backdrop, backdrop.key == key { return backdrop }
        let backdrop = MapBackdrop(outline, for: key, avoiding: anchors)
        known?.backdrop = backdrop
        return backdrop
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
