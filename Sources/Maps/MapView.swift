import Ground
import TerminalKit

/// Which part of the world a map shows, and how large.
package struct MapView: Hashable, Sendable {
    /// What lies in the middle.
    package var centre: WorldPoint
    /// How many cells across the whole world would be, above 0. A cell is taken for twice as high as wide.
    package var cellsPerWorld: Double

    /// Shows a place at a scale.
    package init(centre: WorldPoint, cellsPerWorld: Double) {
        self.centre = centre
        self.cellsPerWorld = cellsPerWorld
    }

    /// The largest picture of a rectangle that a size has room for, with a little air around it.
    package init(fitting box: WorldBox, in size: Size) {
        let width = max(box.east - box.west, 1e-7)
        let height = max(box.south - box.north, 1e-7)
        let room = (columns: Double(max(1, size.columns - 2)), rows: Double(max(1, size.rows)) - 0.5)
        self.init(centre: box.middle, cellsPerWorld: min(room.columns / width, 2 * room.rows / height))
    }

    /// Where a place lies in a picture of a size, in cells from its top left.
    package func cell(of place: WorldPoint, in size: Size) -> CellPoint {
        CellPoint(
            x: (place.x - centre.x) * cellsPerWorld + Double(size.columns) / 2,
            y: (place.y - centre.y) * cellsPerWorld / 2 + Double(size.rows) / 2)
    }

    /// The place that lies at a point of a picture of a size.
    package func place(at cell: CellPoint, in size: Size) -> WorldPoint {
        WorldPoint(
            x: centre.x + (cell.x - Double(size.columns) / 2) / cellsPerWorld,
            y: centre.y + (cell.y - Double(size.rows) / 2) * 2 / cellsPerWorld)
    }

    /// The rectangle that a picture of a size shows.
    package func box(in size: Size) -> WorldBox {
        let first = place(at: CellPoint(x: 0, y: 0), in: size)
        let last = place(at: CellPoint(x: Double(size.columns), y: Double(size.rows)), in: size)
        return WorldBox(west: first.x, east: last.x, north: first.y, south: last.y)
    }

    /// The same place, so many times as large.
    package func magnified(by factor: Double) -> MapView {
        MapView(centre: centre, cellsPerWorld: cellsPerWorld * factor)
    }
}
