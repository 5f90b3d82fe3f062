import DispatchModel
import DispatchPolicy
import Ground
import Maps
import TerminalKit

/// Where the person is on the map, and what of it is kept from one frame to the next.
package struct MapState: Sendable {
    /// True from when it was asked for until it is closed.
    package internal(set) var isOpen = false
    /// True while the screen has a place for it, opened or not.
    package internal(set) var stands = false
    /// What lies under the map: the ground that was given, or the outline of what the board holds.
    package private(set) var ground = Ground()
    /// The things on it.
    package private(set) var index = MapIndex()
    /// The part of the world that is shown.
    package internal(set) var view: MapView?
    /// What keys are about; nil for nothing.
    package private(set) var selected: MapThingID?
    /// The beat that stands out, by its code; empty for none.
    package internal(set) var beat = ""
    /// True while the selected thing stays in the middle.
    package internal(set) var follows = false
    /// True while what lies around the selected thing is magnified.
    package internal(set) var hasLens = false
    /// What the beats show.
    package internal(set) var fill = MapFill.uncovered
    /// A value from 0 to 1 a beat that is shown in place of `fill`; nil for none.
    package var shades: [String: Double]?
    /// How finely it is drawn.
    package internal(set) var scale = DotScale.braille
    /// How many P1s and calls for help lie outside the part that is shown.
    package private(set) var urgentOutside = 0

    /// The ground drawn for the part that is shown; nil while the map is not on the screen.
    package private(set) var backdrop: MapBackdrop?
    /// The same for the lens; nil without one.
    package private(set) var lens: MapBackdrop?
    /// The size of the picture; empty while the map is not on the screen.
    package private(set) var size = Size(columns: 0, rows: 0)

    private var given = Ground()
    private var groundNumber = 0
    private var reach = MapReach(TravelModel())
    private var isBehind = true
    private var outlined = -1
    /// What was selected and has left the map, until somebody was told.
    private var lost: MapThingID?
    /// True from when the map was gone to until its things are there: then something is selected, `wanted` if it is on it.
    private var isEntered = false
    private var wanted: MapThingID?

    /// How many times as large the lens shows its part.
    package static let lensFactor = 4.0

    /// A map that is not open, over nothing.
    package init() {}

    /// Uses a ground and the speeds of a room from now on.
    package mutating func use(_ ground: Ground, travel: TravelModel) {
        given = ground
        self.ground = ground
        reach = MapReach(travel)
        groundNumber += 1
        isBehind = true
        view = nil
    }

    // MARK: Following the board

    private var isSeen: Bool { isOpen || stands }

    /// Brings the things up to date while the map can be seen.
    package mutating func refresh(board: Board, touched: Touched) {
        guard isSeen else {
            isBehind = true
            return
        }
        if isBehind || touched.everything {
            index.rebuild(board, ground: given, reach: reach)
            isBehind = false
        } else {
            index.refresh(
                units: touched.units, incidents: touched.incidents, alerts: touched.alerts, board, ground: given,
                reach: reach)
        }
        if given.isEmpty { outline(board) }
        if isEntered {
            isEntered = false
            if let wanted, index[wanted] != nil { selected = wanted }
            selected = selected ?? index.mostUrgent
        }
        if let selected, index[selected] == nil {
            lost = selected
            self.selected = nil
            follows = false
            hasLens = false
        }
    }

    /// Without a ground the outline grows with what the board holds: drawn anew when that is half as much again.
    private mutating func outline(_ board: Board) {
        let count = index.count + board.beats.count
        guard outlined < 0 || count > outlined + outlined / 2 || count < outlined / 2 else { return }
        let isWhole = view.flatMap { view in ground.box.map { self.isWhole(view, $0) } } ?? true
        outlined = count
        ground = index.outline(of: board)
        groundNumber += 1
        if isWhole { view = nil }
    }

    /// Puts the map on a part of the screen, or nowhere.
    package mutating func settle(_ size: Size?) {
        guard isSeen, let size, size.columns > 0, size.rows > 0,
            let box = ground.box ?? WorldBox(index.things.map(\.at))
        else {
            backdrop = nil
            lens = nil
            self.size = size ?? Size(columns: 0, rows: 0)
            return
        }
        if view == nil || self.size != size, view.map({ isWhole($0, box) }) ?? true {
            view = MapView(fitting: box, in: size)
        }
        self.size = size
        if follows, let selected, let thing = index[selected] { view?.centre = thing.at }
        guard let view else { return }
        keep(&backdrop, key(view, size))
        settleLens(view)
        countOutside(view)
    }

    private func key(_ view: MapView, _ size: Size) -> MapBackdrop.Key {
        MapBackdrop.Key(view: view, size: size, scale: scale, ground: groundNumber, anchors: index.anchors)
    }

    private func keep(_ backdrop: inout MapBackdrop?, _ key: MapBackdrop.Key) {
        if backdrop?.key != key { backdrop = MapBackdrop(ground, for: key, avoiding: key.anchors) }
    }

    /// True when a view shows all that there is, as on a screen of the size before.
    private func isWhole(_ view: MapView, _ box: WorldBox) -> Bool { view == MapView(fitting: box, in: size) }

    private mutating func settleLens(_ view: MapView) {
        guard hasLens, let selected, let thing = index[selected] else {
            lens = nil
            return
        }
        let size = MapState.lensSize(in: self.size)
        var near = view.magnified(by: MapState.lensFactor)
        near.centre = thing.at
        keep(&lens, key(near, size))
    }

    /// The size of the lens on a map of a size.
    package static func lensSize(in size: Size) -> Size {
        Size(columns: min(41, max(9, size.columns / 2)), rows: min(13, max(5, size.rows / 2)))
    }

    private mutating func countOutside(_ view: MapView) {
        let box = view.box(in: size)
        urgentOutside = index.things.count { $0.mark.isNeverHidden && !box.contains($0.at) }
    }

    // MARK: What is selected

    /// Selects a thing, if it is on the map, and brings it into sight.
    @discardableResult
    package mutating func select(_ id: MapThingID) -> Bool {
        guard let thing = index[id] else { return false }
        selected = id
        beat = ""
        show(thing.at)
        return true
    }

    /// The map was gone to from where this was selected; with the next picture it is selected here, or the most urgent thing
    /// when nothing is.
    mutating func enter(from came: MapThingID?) {
        isOpen = true
        isEntered = true
        wanted = came
    }

    /// Nothing is selected any more.
    package mutating func selectNothing() {
        selected = nil
        follows = false
        hasLens = false
    }

    /// What was selected and has left the map, once.
    mutating func takeLost() -> MapThingID? {
        defer { lost = nil }
        return lost
    }

    /// Moves the part that is shown so that a place lies inside it.
    package mutating func show(_ place: WorldPoint) {
        guard let view, size.columns > 0 else { return }
        let cell = view.cell(of: place, in: size)
        let (columns, rows) = (Double(size.columns), Double(size.rows))
        let isInside = cell.x >= 0 && cell.y >= 0 && cell.x < columns && cell.y < rows
        if !isInside { self.view?.centre = place }
    }

    // MARK: Moving about

    /// Goes to the nearest thing in a direction; where there is none, to the next part of the map.
    package mutating func step(_ direction: MapIndex.Direction) {
        guard let view else { return }
        let own = selected.flatMap { index[$0] }
        if let next = index.next(direction, from: own?.at ?? view.centre, but: selected) {
            select(next)
        } else {
            pan(direction)
        }
    }

    /// Moves the part that is shown by a quarter of it, never away from everything.
    package mutating func pan(_ direction: MapIndex.Direction) {
        guard var view, let whole = ground.box else { return }
        let box = view.box(in: size)
        let (across, down) = ((box.east - box.west) / 4, (box.south - box.north) / 4)
        switch direction {
        case .left: view.centre.x -= across
        case .right: view.centre.x += across
        case .up: view.centre.y -= down
        case .down: view.centre.y += down
        }
        view.centre.x = min(max(whole.west, view.centre.x), whole.east)
        view.centre.y = min(max(whole.north, view.centre.y), whole.south)
        self.view = view
        follows = false
    }

    /// Shows it so many times as large, around the selected thing or the middle. From all of it to some metres a cell.
    package mutating func zoom(by factor: Double) {
        guard let view, let box = ground.box ?? WorldBox(index.things.map(\.at)) else { return }
        let whole = MapView(fitting: box, in: size)
        var next = view.magnified(by: factor)
        if next.cellsPerWorld <= whole.cellsPerWorld * 1.01 {
            next = whole
        } else {
            next.cellsPerWorld = min(next.cellsPerWorld, max(whole.cellsPerWorld, MapState.nearest))
            if let selected, let thing = index[selected] { next.centre = thing.at }
        }
        self.view = next
    }

    /// The most cells that the world is across: a cell of about ten metres at the equator.
    private static let nearest = 4_000_000.0

    /// Shows all of it.
    package mutating func showEverything() {
        view = nil
        follows = false
    }

    /// The next or previous thing in sight by urgency.
    package mutating func next(_ step: Int) {
        guard let view else { return }
        let inSight = index.ordered(in: view.box(in: size))
        guard !inSight.isEmpty else { return }
        let place = selected.flatMap { inSight.firstIndex(of: $0) }
        let next = place.map { ($0 + step + inSight.count) % inSight.count } ?? (step > 0 ? 0 : inSight.count - 1)
        select(inSight[next])
    }

    /// Goes to the next beat without a free unit after the one that stands out, and selects the free unit nearest to it.
    /// The beat's code; nil when every beat has one.
    package mutating func showNextUncovered() -> String? {
        let bare = ground.beats.filter { index.isUncovered($0.code) }
        guard let first = bare.first else { return nil }
        let next = bare.first { $0.code > beat } ?? first
        let middle = next.shape.box.middle
        follows = false
        if let unit = index.nearest(to: middle, where: { $0.mark == .unitFree }) {
            select(unit)
        } else {
            selectNothing()
        }
        beat = next.code
        show(middle)
        return next.code
    }
}
