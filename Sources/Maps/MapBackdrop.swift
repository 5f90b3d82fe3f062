import Ground
import TerminalKit

/// What the dots of a map are drawn in; of several in a cell the last of this list is seen.
enum MapInk: UInt8, CaseIterable {
    case none, minorRoad, river, mainRoad, beat, majorRoad, circle, openCircle, trail, line
}

/// What of a map stays as it is while the view does: the ground drawn once. A key or a tick draws only things over it.
package struct MapBackdrop: Sendable {
    /// What it was drawn for; another picture needs another one.
    package struct Key: Hashable, Sendable {
        /// The part of the world.
        package var view: MapView
        /// The size in cells.
        package var size: Size
        /// How finely cells are drawn in.
        package var scale: DotScale
        /// Which ground, by a number that changes with it.
        package var ground: Int
        /// The places that texts keep away from, in an order of their own, where whoever keeps the picture follows them.
        package var anchors: [WorldPoint]

        /// Creates a key.
        package init(view: MapView, size: Size, scale: DotScale, ground: Int, anchors: [WorldPoint] = []) {
            self.view = view
            self.size = size
            self.scale = scale
            self.ground = ground
            self.anchors = anchors
        }
    }

    /// A text that stands on the ground where nothing else does.
    struct Label: Hashable, Sendable {
        /// The text; from outside.
        var text: String
        /// Where it may stand, the best place first; at least one.
        var spots: [Spot]
        /// The beat it names, by its place in the ground; nil for any other text.
        var beat: Int?
    }

    /// A cell where a text may begin.
    struct Spot: Hashable, Sendable {
        var column: Int
        var row: Int
    }

    /// What it was drawn for.
    package let key: Key
    /// Lines, and of each cell the beat that it lies in: its place in the ground plus 1; ``waterArea`` for water.
    let canvas: DotCanvas
    /// Cells in blind spots: area 1.
    let blind: DotCanvas
    /// The codes of beats, then names.
    let labels: [Label]

    /// The area of water.
    static let waterArea = UInt16.max

    /// Draws a ground. Texts keep away from some places: where units wait.
    package init(_ ground: Ground, for key: Key, avoiding anchors: [WorldPoint] = []) {
        self.key = key
        var drawing = BackdropDrawing(key: key, canvas: DotCanvas(size: key.size, scale: key.scale))
        drawing.zoom = ground.box.map { Ground.zoom(dots: $0.extent * key.view.cellsPerWorld * 2) } ?? 0
        drawing.draw(ground)
        canvas = drawing.canvas
        blind = drawing.blind(ground)
        labels = LabelPlacing(canvas: canvas, key: key, anchors: anchors + ground.posts.map(\.at)).labels(ground)
    }
}

/// A ground being drawn.
private struct BackdropDrawing {
    let key: MapBackdrop.Key
    var canvas: DotCanvas
    var zoom = 0

    private func cells(_ line: [WorldPoint]) -> [CellPoint] { line.map { key.view.cell(of: $0, in: key.size) } }

    private func seen(_ shape: Ground.Shape) -> Bool { key.view.box(in: key.size).touches(shape.box) }

    mutating func draw(_ ground: Ground) {
        for (number, beat) in ground.beats.enumerated()
        where seen(beat.shape) && number < Int(MapBackdrop.waterArea) - 1 {
            canvas.fill(beat.shape.lines(zoom).map(cells), area: UInt16(number + 1))
        }
        for shape in ground.water where seen(shape) {
            if shape.isArea { canvas.fill(shape.lines(zoom).map(cells), area: MapBackdrop.waterArea) }
            draw(shape, .river)
        }
        for road in ground.roads where seen(road.shape) {
            if let ink = ink(road.roadClass) { draw(road.shape, ink) }
        }
        for beat in ground.beats where seen(beat.shape) { draw(beat.shape, .beat) }
    }

    /// Smaller roads are drawn from nearer on.
    private func ink(_ roadClass: Ground.RoadClass) -> MapInk? {
        switch roadClass {
        case .major: .majorRoad
        case .main: zoom >= 2 ? .mainRoad : nil
        case .minor: zoom >= 4 ? .minorRoad : nil
        }
    }

    private mutating func draw(_ shape: Ground.Shape, _ ink: MapInk) {
        for line in shape.lines(zoom) { canvas.lines(cells(line), closed: shape.isArea, ink: ink.rawValue) }
    }

    func blind(_ ground: Ground) -> DotCanvas {
        var blind = DotCanvas(size: key.size, scale: .ascii)
        for shape in ground.blindSpots.map(\.shape) where seen(shape) {
            blind.fill(shape.lines(zoom).map(cells), area: 1)
        }
        return blind
    }
}

/// Finds places for texts: a beat's code where the beat is widest, and nowhere when it has no room for it.
private struct LabelPlacing {
    let canvas: DotCanvas
    let key: MapBackdrop.Key
    /// Cells where things wait.
    private let busy: Set<Int>

    init(canvas: DotCanvas, key: MapBackdrop.Key, anchors: [WorldPoint]) {
        self.canvas = canvas
        self.key = key
        busy = Set(
            anchors.flatMap { place -> [Int] in
                let cell = key.view.cell(of: place, in: key.size)
                guard cell.x >= 0, cell.y >= 0, cell.x < Double(key.size.columns), cell.y < Double(key.size.rows) else {
                    return []
                }
                // With it the cells behind it, where it is written how many wait there.
                let columns = Int(cell.x)...min(Int(cell.x) + 2, key.size.columns - 1)
                return columns.map { Int(cell.y) * key.size.columns + $0 }
            })
    }

    /// A place for a beat's code, and how good it is.
    private struct Scored {
        var score: Double
        var spot: MapBackdrop.Spot
    }

    /// How many places a code has at most.
    private static let spotsAtMost = 5

    func labels(_ ground: Ground) -> [MapBackdrop.Label] {
        var best: [Int: [Scored]] = [:]
        for row in 0..<key.size.rows {
            var column = 0
            while column < key.size.columns {
                let area = canvas.area(column: column, row: row)
                var end = column + 1
                while end < key.size.columns, canvas.area(column: end, row: row) == area { end += 1 }
                if area != 0, area != MapBackdrop.waterArea, Int(area) <= ground.beats.count {
                    consider(column..<end, row, Int(area) - 1, ground, &best)
                }
                column = end
            }
        }
        let codes = best.sorted { $0.key < $1.key }.map { beat, places in
            MapBackdrop.Label(text: ground.beats[beat].code, spots: places.map(\.spot), beat: beat)
        }
        return codes + names(ground)
    }

    /// The middle of a stretch of a beat in a row, by how far it is from the beat's edges.
    private func consider(
        _ columns: Range<Int>, _ row: Int, _ beat: Int, _ ground: Ground, _ best: inout [Int: [Scored]]
    ) {
        let width = max(1, ground.beats[beat].code.unicodeScalars.count)
        guard columns.count >= width else { return }
        let middle = columns.lowerBound + columns.count / 2
        let area = UInt16(beat + 1)
        var (above, below) = (0, 0)
        while canvas.area(column: middle, row: row - above - 1) == area { above += 1 }
        while canvas.area(column: middle, row: row + below + 1) == area { below += 1 }
        let first = middle - width / 2
        let dotted = (first..<(first + width)).count { canvas.sign(column: $0, row: row) != nil }
        let isBusy = (first..<(first + width)).contains { busy.contains(row * key.size.columns + $0) }
        let score =
            min(Double(columns.count) / 2, 2 * Double(min(above, below)) + 1)
            + 0.01 * Double(columns.count + above + below) - 0.75 * Double(dotted) - (isBusy ? 100 : 0)
        var places = best[beat] ?? []
        let place = places.firstIndex { score > $0.score } ?? places.count
        guard place < LabelPlacing.spotsAtMost else { return }
        places.insert(Scored(score: score, spot: MapBackdrop.Spot(column: first, row: row)), at: place)
        best[beat] = Array(places.prefix(LabelPlacing.spotsAtMost))
    }

    /// Names of places, right of their points.
    private func names(_ ground: Ground) -> [MapBackdrop.Label] {
        ground.places.compactMap { place in
            let cell = key.view.cell(of: place.at, in: key.size)
            guard cell.x >= 0, cell.y >= 0, cell.x < Double(key.size.columns), cell.y < Double(key.size.rows) else {
                return nil
            }
            let spot = MapBackdrop.Spot(column: Int(cell.x), row: Int(cell.y))
            return MapBackdrop.Label(text: place.name, spots: [spot], beat: nil)
        }
    }
}
