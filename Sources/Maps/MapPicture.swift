import DispatchModel
import DispatchPolicy
import Formats
import Ground
import TerminalKit
import Themes

/// What the cells of beats show.
package enum MapFill: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case plain = "off"
    /// Beats without a free unit.
    case uncovered
    /// How many calls there were, with the number.
    case calls
    /// How many minutes the nearest free unit needs, with the number.
    case travel
}

/// What is drawn over the ground and the things of a board.
package struct MapOverlay: Sendable {
    /// What the cells of beats show.
    package var fill = MapFill.uncovered
    /// A value from 0 to 1 a beat, by its code, that is shown in place of `fill`; nil for none.
    package var shades: [String: Double]?
    /// The thing that keys are about; nil for none.
    package var selected: MapThingID?
    /// Lines from one place to others, with a short text at the end of each.
    package var lines: [Line] = []
    /// The beat that stands out, by its code; empty for none.
    package var beat = ""
    /// False for a picture of the beats alone.
    package var showsThings = true
    /// True to mark at the edge what must always be seen and lies outside.
    package var marksOutside = true
    /// How old a position may be before its unit is drawn hollow.
    package var positionStale = Span.minutes(3)
    /// Board time.
    package var now = Timestamp.epoch

    /// A line on the map.
    package struct Line: Hashable, Sendable {
        /// Where it begins.
        package var from: WorldPoint
        /// Where it ends.
        package var to: WorldPoint
        /// What stands at its end.
        package var text: String

        /// Creates a line.
        package init(from: WorldPoint, to: WorldPoint, text: String) {
            self.from = from
            self.to = to
            self.text = text
        }
    }

    /// Nothing beside what uncovered beats show.
    package init() {}
}

/// A map as it was drawn: what stands in which cell.
package struct MapPlaces: Sendable {
    /// The most urgent thing of each cell that has any, with its column and row on the screen.
    package private(set) var cells: [(column: Int, row: Int, thing: MapThingID)] = []
    /// Things in sight, hidden ones among them.
    package private(set) var inSight = 0
    /// Incidents of the first priority and calls for help that lie outside.
    package private(set) var urgentOutside = 0

    /// Nothing.
    package init() {}

    init(cells: [(column: Int, row: Int, thing: MapThingID)], inSight: Int, urgentOutside: Int) {
        self.cells = cells
        self.inSight = inSight
        self.urgentOutside = urgentOutside
    }
}

/// Draws a map into cells. Pure: the same arguments give the same cells.
///
/// The layers, from below: the ground's fill, outlines, roads, response circles, blind spots, trails, lines, codes of beats
/// where nothing else stands, posts, units, incidents and alerts, the selection. A beat's figure stands above everything but
/// what is urgent: whoever asks for figures wants to read them. Of several things in a cell the most urgent is seen, with
/// how many more there are; a P1 and a call for help are drawn whatever else is there, and at the edge while they lie outside.
package enum MapPicture {
    /// Draws what an index holds over a backdrop, whose size is that of the area.
    @discardableResult
    package static func draw(
        into grid: inout Grid, area: Rect, index: MapIndex, ground: Ground, backdrop: MapBackdrop, palette: MapPalette,
        overlay: MapOverlay
    ) -> MapPlaces {
        var drawing = PictureDrawing(
            area: area, index: index, ground: ground, backdrop: backdrop, palette: palette, overlay: overlay)
        return drawing.draw(into: &grid)
    }
}

extension MapIndex {
    /// A ground for a board that has none: the hull of its calls and beats, and the middles of its beats by their codes.
    package func outline(of board: Board) -> Ground {
        var builder = GroundBuilder(name: "")
        let beats = board.beats.elements.compactMap { beat in
            beat.centre.map { Ground.Site(name: beat.beat, at: WorldPoint($0)) }
        }
        let incidents = things.compactMap { thing -> WorldPoint? in
            if case .incident = thing.id, !thing.isRough { thing.at } else { nil }
        }
        let places = incidents + beats.map(\.at)
        let hull = ConvexHull.hull(places.isEmpty ? things.map(\.at) : places)
        if hull.count > 2 { builder.add(beat: "", rings: [hull]) }
        builder.places = beats
        return builder.build(sources: [])
    }
}

/// A picture being drawn.
struct PictureDrawing {
    let area: Rect
    let index: MapIndex
    let ground: Ground
    let backdrop: MapBackdrop
    let palette: MapPalette
    let overlay: MapOverlay
    /// Of each cell the slot of its most urgent thing plus 1; 0 for none.
    private(set) var tops: [Int32] = []
    /// How many things each cell has.
    private var counts: [Int32] = []
    /// Cells that something has been written in.
    var taken: [Bool] = []
    /// Cells of beats' figures, and of the codes above them.
    var read: [Bool] = []
    private var inSight = 0
    private var outside: [Int] = []
    /// The number of each beat of the ground; empty where the fill has none.
    private(set) var figures: [Int?] = []
    /// The colour behind each area.
    private var grounds: [Colour] = []

    var size: Size { backdrop.key.size }
    var view: MapView { backdrop.key.view }

    init(
        area: Rect, index: MapIndex, ground: Ground, backdrop: MapBackdrop, palette: MapPalette, overlay: MapOverlay
    ) {
        self.area = area
        self.index = index
        self.ground = ground
        self.backdrop = backdrop
        self.palette = palette
        self.overlay = overlay
        let count = size.columns * size.rows
        tops = Array(repeating: 0, count: count)
        counts = Array(repeating: 0, count: count)
        taken = Array(repeating: false, count: count)
        read = taken
    }

    mutating func draw(into grid: inout Grid) -> MapPlaces {
        placeThings()
        figures = beatFigures()
        grounds = groundColours()
        drawGround(into: &grid)
        var cells: [(column: Int, row: Int, thing: MapThingID)] = []
        if figures.isEmpty {
            drawThings(into: &grid, &cells)
            drawLineTexts(into: &grid)
            drawSelection(into: &grid)
            drawCounts(into: &grid)
            drawLabels(into: &grid)
        } else {
            let selected = overlay.selected
            drawThings(into: &grid, &cells) { $0.mark.isBeforeFigures || $0.id == selected }
            drawLineTexts(into: &grid)
            drawSelection(into: &grid)
            drawFigures(into: &grid)
            drawThings(into: &grid, &cells) { _ in true }
        }
        drawOutside(into: &grid)
        return MapPlaces(cells: cells, inSight: inSight, urgentOutside: outside.count)
    }

    // MARK: Which thing is where

    /// The cell of a place, from 0 at the picture's top left; nil outside.
    func cell(of place: WorldPoint) -> (column: Int, row: Int)? {
        let cell = view.cell(of: place, in: size)
        guard cell.x >= 0, cell.y >= 0, cell.x < Double(size.columns), cell.y < Double(size.rows) else { return nil }
        return (Int(cell.x), Int(cell.y))
    }

    private mutating func placeThings() {
        guard overlay.showsThings else { return }
        for (slot, thing) in index.things.enumerated() {
            guard let (column, row) = cell(of: thing.at) else {
                if thing.mark.isNeverHidden { outside.append(slot) }
                continue
            }
            inSight += 1
            let place = row * size.columns + column
            counts[place] += 1
            let top = Int(tops[place]) - 1
            if top < 0 || precedes(thing, index.things[top]) { tops[place] = Int32(slot + 1) }
        }
    }

    /// The more urgent first; of two alike the one that is selected, then an incident, then the older.
    private func precedes(_ one: MapThing, _ other: MapThing) -> Bool {
        if one.mark != other.mark { return one.mark < other.mark }
        if one.id == overlay.selected || other.id == overlay.selected { return one.id == overlay.selected }
        return MapOrder.number(one.id) < MapOrder.number(other.id)
    }

    // MARK: The ground

    /// From so many minutes on a beat is as far as can be shown: the limit that rooms have for arriving.
    private static let farMinutes = 10.0

    private func beatFigures() -> [Int?] {
        guard overlay.shades == nil else { return [] }
        switch overlay.fill {
        case .plain, .uncovered: return []
        case .calls: return ground.beats.map { index.calls[$0.code] ?? 0 }
        case .travel:
            return index.minutes(to: ground.beats.map(\.shape.box.middle)).map { minutes in
                minutes.map { Int(min($0.rounded(.up), 999)) }
            }
        }
    }

    private func groundColours() -> [Colour] {
        let plain = palette.theme.style(.text).background
        let base = palette.ground(shade: 0)
        // On a quiet board one call is no heat.
        let most = Double(max(4, figures.compactMap(\.self).max() ?? 0))
        let beats = ground.beats.enumerated().map { number, beat -> Colour in
            if let shades = overlay.shades { return palette.ground(shade: shades[beat.code] ?? 0) }
            switch overlay.fill {
            case .plain: return base
            case .uncovered:
                return index.isUncovered(beat.code) ? palette.theme.style(.mapUncovered).background : base
            case .calls: return palette.ground(shade: Double(figures[number] ?? 0) / most)
            case .travel:
                return palette.ground(shade: figures[number].map { Double($0) / PictureDrawing.farMinutes } ?? 1)
            }
        }
        return [plain] + beats
    }

    func background(column: Int, row: Int) -> Colour {
        let area = backdrop.canvas.area(column: column, row: row)
        if area == MapBackdrop.waterArea { return palette.theme.style(.mapWater).background }
        return Int(area) < grounds.count ? grounds[Int(area)] : grounds[0]
    }

    private func drawGround(into grid: inout Grid) {
        var canvas = backdrop.canvas
        for circle in circles {
            let ring = MapCircle.ring(around: circle.at, metres: circle.metres).map { view.cell(of: $0, in: size) }
            let ink: MapInk = circle.isKept ? .circle : .openCircle
            for index in ring.indices {
                canvas.line(from: ring[index], to: ring[(index + 1) % ring.count], ink: ink.rawValue)
            }
        }
        drawTrails(on: &canvas)
        for line in overlay.lines {
            canvas.line(
                from: view.cell(of: line.from, in: size), to: view.cell(of: line.to, in: size),
                ink: MapInk.line.rawValue)
        }
        let styles = MapInk.allCases.map { palette.theme.style(palette.role($0)) }
        let (water, grounds) = (palette.theme.style(.mapWater).background, grounds)
        grid.draw(canvas, at: area) { ink, area in
            let behind =
                area == MapBackdrop.waterArea ? water : Int(area) < grounds.count ? grounds[Int(area)] : grounds[0]
            return styles[min(Int(ink), styles.count - 1)].on(behind)
        }
        drawBlindSpots(canvas, into: &grid)
    }

    /// The circles that nobody keeps, and that of the selected unit: one that is kept asks for nothing.
    private var circles: [MapIndex.Circle] {
        index.circles.filter { !$0.value.isKept || .unit($0.key) == overlay.selected }.sorted { $0.key < $1.key }
            .map(\.value)
    }

    private func drawBlindSpots(_ canvas: DotCanvas, into grid: inout Grid) {
        guard !ground.blindSpots.isEmpty else { return }
        let shade: Unicode.Scalar = palette.glyphs == .ascii ? ":" : "░"
        let style = palette.theme.style(.mapBlind)
        for row in 0..<size.rows {
            for column in 0..<size.columns
            where backdrop.blind.area(column: column, row: row) == 1 && canvas.sign(column: column, row: row) == nil {
                grid.put(
                    shade, column: area.column + column, row: area.row + row,
                    style: style.on(background(column: column, row: row)))
            }
        }
    }

    /// The most units whose trails are drawn: more would be a knot.
    private static let trailsAtMost = 80

    private func drawTrails(on canvas: inout DotCanvas) {
        guard index.trails.count <= Self.trailsAtMost else { return }
        for (unit, trail) in index.trails.sorted(by: { $0.key < $1.key }) {
            guard let thing = index[.unit(unit)] else { continue }
            let places = (trail + [thing.at]).map { view.cell(of: $0, in: size) }
            for step in places.indices.dropFirst() {
                canvas.line(from: places[step - 1], to: places[step], ink: MapInk.trail.rawValue, pattern: (1, 1))
            }
        }
    }

    // MARK: Things

    /// Draws the most urgent thing of each cell where nothing stands yet, of those that are wanted.
    private mutating func drawThings(
        into grid: inout Grid, _ cells: inout [(column: Int, row: Int, thing: MapThingID)],
        where isWanted: (MapThing) -> Bool = { _ in true }
    ) {
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let place = row * size.columns + column
                let top = Int(tops[place]) - 1
                guard top >= 0, !taken[place] else { continue }
                let thing = index.things[top]
                guard isWanted(thing) else { continue }
                taken[place] = true
                put(thing, column, row, into: &grid)
                cells.append((area.column + column, area.row + row, thing.id))
            }
        }
    }

    private func put(_ thing: MapThing, _ column: Int, _ row: Int, into grid: inout Grid) {
        let sign = palette.sign(thing, overlay)
        var style = palette.theme.style(sign.role)
        // A plate keeps its own colour behind it.
        if style.background == grounds[0] {
            style = style.on(background(column: column, row: row))
        }
        // Beside figures what is not urgent stands back.
        if !figures.isEmpty, !thing.mark.isBeforeFigures, thing.id != overlay.selected {
            style.foreground = palette.theme.style(.mapBeat).foreground
        }
        if thing.id == overlay.selected { style = style.adding(.underline) }
        grid.write(
            sign.shape, column: area.column + column, row: area.row + row, columns: 1, style: style, overflow: .clip)
    }

    /// Where the selected thing is: brackets around its cell, and on it where it is hidden by something more urgent.
    private mutating func drawSelection(into grid: inout Grid) {
        guard let selected = overlay.selected.flatMap({ index[$0] }), let (column, row) = cell(of: selected.at) else {
            return
        }
        let style = palette.theme.style(.mapSelected)
        for (side, shape) in [(column - 1, "["), (column + 1, "]")] where isInside(side, row) {
            // What must always be seen is not covered by a bracket.
            let top = Int(tops[row * size.columns + side]) - 1
            if top >= 0, index.things[top].mark.isNeverHidden { continue }
            taken[row * size.columns + side] = true
            grid.write(
                shape, column: area.column + side, row: area.row + row, columns: 1, style: style, overflow: .clip)
        }
    }

    func isInside(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && row >= 0 && column < size.columns && row < size.rows
    }

    /// How many more things a cell has than the one that is seen, right of it, or left, where nothing else stands. What is at
    /// the incident that is seen does not count: that is where it should be.
    private mutating func drawCounts(into grid: inout Grid) {
        let style = palette.theme.style(.mapLabel)
        var companions: [Int: Int32] = [:]
        for thing in index.things {
            guard let task = thing.task, let (column, row) = cell(of: thing.at) else { continue }
            let place = row * size.columns + column
            // Thousands are on their way, and few of them are where something else is.
            guard counts[place] > 1 else { continue }
            let top = Int(tops[place]) - 1
            if top >= 0, index.things[top].id == .incident(task) { companions[place, default: 0] += 1 }
        }
        let selected = overlay.selected.flatMap { index[$0] }.flatMap { cell(of: $0.at) }
        for row in 0..<size.rows {
            for column in 0..<size.columns where counts[row * size.columns + column] > 1 {
                let more = counts[row * size.columns + column] - 1 - (companions[row * size.columns + column] ?? 0)
                guard more > 0 else { continue }
                // A long count gives way to a short one where there is no room.
                let gap = selected.map { $0 == (column, row) } == true ? 2 : 1
                if writeFree("+\(more)", column + gap, row, style, into: &grid) { continue }
                _ = writeFree("+", column + gap, row, style, into: &grid)
            }
        }
    }

    /// Writes a text over cells that are all free; false, and nothing, where one is not.
    mutating func writeFree(_ text: String, _ column: Int, _ row: Int, _ style: Style, into grid: inout Grid)
        -> Bool
    {
        let width = TextWidth.columns(of: text)
        guard width > 0, isInside(column, row), isInside(column + width - 1, row) else { return false }
        let cells = (row * size.columns + column)..<(row * size.columns + column + width)
        guard !taken[cells].contains(true) else { return false }
        for place in cells { taken[place] = true }
        grid.write(
            text, column: area.column + column, row: area.row + row, columns: width,
            style: style.on(background(column: column, row: row)), overflow: .clip)
        return true
    }

    /// What must always be seen and lies outside: at the edge, in its direction.
    private mutating func drawOutside(into grid: inout Grid) {
        guard overlay.marksOutside else { return }
        for slot in outside {
            let thing = index.things[slot]
            let place = view.cell(of: thing.at, in: size)
            guard place.x.isFinite, place.y.isFinite, size.columns > 0, size.rows > 0 else { continue }
            let column = Int(min(max(0, place.x), Double(size.columns - 1)))
            let row = Int(min(max(0, place.y), Double(size.rows - 1)))
            let isPlain = palette.glyphs == .ascii
            let shape =
                place.x < 0
                ? (isPlain ? "<" : "◂")
                : place.x >= Double(size.columns)
                    ? (isPlain ? ">" : "▸")
                    : place.y < 0 ? palette.glyphs.moreAbove : palette.glyphs.moreBelow
            let top = Int(tops[row * size.columns + column]) - 1
            if top >= 0, index.things[top].mark.isNeverHidden { continue }
            grid.write(
                shape, column: area.column + column, row: area.row + row, columns: 1,
                style: palette.theme.style(thing.mark == .emergency ? .statusEmergency : .mapP1), overflow: .clip)
        }
    }
}

/// The order of things that are as urgent.
enum MapOrder {
    /// Incidents before units before posts before alerts, each by number.
    static func number(_ id: MapThingID) -> UInt64 {
        switch id {
        case .incident(let id): UInt64(id.rawValue)
        case .unit(let id): 1 << 32 | UInt64(id.rawValue)
        case .post(let number): 1 << 33 | UInt64(number)
        case .alert(let id): 1 << 34 | UInt64(id.rawValue)
        }
    }
}
