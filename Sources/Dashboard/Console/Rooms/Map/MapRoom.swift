import DispatchModel
import Formats
import Maps
import TerminalKit
import Themes
import Wording

/// The map: the ground of the district and what is on the board, each where it is.
///
/// What keys are about is always a thing, bound as a row is: an incident or a unit. A post can be gone to and ordered nothing.
struct MapRoom: Room {
    var name: PaneName { .map }
    func mode(in view: ConsoleView) -> Mode { .map }
    var hasThings: Bool { true }
    var standsAside: Bool { true }
    var hasTab: Bool { false }
    var movesAside: Bool { true }

    func subject(in view: ConsoleView) -> Subject? { view.map.selected.flatMap(Subject.init) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool { self.subject(in: view) == subject }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        switch step {
        case .rows(let distance): view.map.step(distance < 0 ? .up : .down)
        case .columns(let distance): view.map.step(distance < 0 ? .left : .right)
        case .pages(let pages): view.map.pan(pages < 0 ? .up : .down)
        case .top: view.map.showEverything()
        case .bottom: view.map.zoom(by: 8)
        }
    }

    func takeLost(in view: inout ConsoleView) -> Subject? { view.map.takeLost().flatMap(Subject.init) }

    func enter(on console: Console) {
        // What was selected where the keys come from is selected here.
        let came = console.view.returnFocus.room.subject(in: console.view)
        console.view.map.enter(from: came.flatMap(MapThingID.init))
    }

    func zoom(_ steps: Int, on console: Console) -> Bool {
        console.run(steps > 0 ? .mapIn : .mapOut)
        return true
    }

    func open(on console: Console) {
        guard subject(in: console.view) != nil else { return console.say(.info, console.words.map.nothingOnMap) }
        console.layers.open(DetailLayer())
    }

    func settle(in view: inout ConsoleView, inside: Rect?) {
        let size = inside.map { parts($0, view.map).picture.size }
        view.map.settle(size)
    }

    func notes(_ frame: Frame) -> [String] {
        let (map, words) = (frame.view.map, frame.words)
        var notes: [String] = []
        if map.urgentOutside > 0 { notes.append("\(frame.glyphs.triangle) \(words.map.outside(map.urgentOutside))") }
        if !map.index.placeless.isEmpty { notes.append(words.map.placeless(map.index.placeless.count)) }
        if map.shades == nil {
            switch map.fill {
            case .plain, .uncovered: break
            case .calls: notes.append(words.map.callsFilled)
            case .travel: notes.append(words.map.travelFilled)
            }
        }
        if map.follows { notes.append(words.map.following) }
        return notes
    }

    func isUrgent(_ frame: Frame) -> Bool { frame.view.map.urgentOutside > 0 }
    func emptyText(_ frame: Frame) -> String { frame.words.map.noMap }
}

extension PaneName {
    /// Where everything is.
    package static let map = PaneName("map", "Map", "地图")
}

extension Subject {
    /// The thing of the map as orders are about it; nil for a post, about which there are none.
    init?(_ id: MapThingID) {
        switch id {
        case .incident(let id): self = .incident(id)
        case .unit(let id): self = .unit(id)
        case .alert(let id): self = .alert(id)
        case .post: return nil
        }
    }
}

extension MapThingID {
    /// Where a thing of the board is looked for on the map; nil for what has no place there.
    init?(_ subject: Subject) {
        switch subject {
        case .incident(let id): self = .incident(id)
        case .unit(let id): self = .unit(id)
        case .alert(let id): self = .alert(id)
        case .feed: return nil
        }
    }
}

// MARK: - On the screen

extension MapRoom {
    /// What the pane is made of.
    private struct Parts {
        var picture: Rect
        /// The line about what is selected.
        var line: Rect
        var legend: Rect
        /// What lies around what is selected: where the ground leaves room beside it.
        var list: Rect
    }

    private func parts(_ inside: Rect, _ map: MapState) -> Parts {
        var rest = inside
        let legend = rest.takeBottom(inside.rows >= 18 && inside.columns >= 56 ? 1 : 0)
        let line = rest.takeBottom(inside.rows > 4 ? 1 : 0)
        var list = rest
        let columns = listColumns(in: rest.size, map)
        rest.columns -= columns
        list = Rect(column: rest.endColumn, row: rest.row, columns: columns, rows: rest.rows)
        return Parts(picture: rest, line: line, legend: legend, list: list)
    }

    /// How wide the list is: what the whole ground leaves free, so that it takes nothing of it.
    private func listColumns(in size: Size, _ map: MapState) -> Int {
        guard size.rows >= 8, let box = map.ground.box else { return 0 }
        let whole = MapView(fitting: box, in: size)
        let free = size.columns - 3 - Int((box.east - box.west) * whole.cellsPerWorld)
        return free >= 26 ? min(38, free) : 0
    }

    func draw(_ inside: Rect, into frame: inout Frame) {
        let map = frame.view.map
        let parts = parts(inside, map)
        let (picture, line, legend) = (parts.picture, parts.line, parts.legend)
        guard let backdrop = map.backdrop, backdrop.key.size == picture.size else {
            return frame.drawEmpty(.map, picture)
        }
        let palette = MapPalette(theme: frame.theme, glyphs: frame.glyphs)
        let overlay = overlay(in: frame)
        let places = MapPicture.draw(
            into: &frame.grid, area: picture, index: map.index, ground: map.ground, backdrop: backdrop,
            palette: palette, overlay: overlay)
        for cell in places.cells {
            guard let subject = Subject(cell.thing) else { continue }
            frame.info.regions.append(
                .init(
                    rect: Rect(column: cell.column, row: cell.row, columns: 1, rows: 1), target: .row(.map, subject)))
        }
        drawLens(picture, palette, overlay, into: &frame)
        if line.rows > 0 { frame.write(selectedLine(in: frame), line) }
        if legend.rows > 0 { drawLegend(legend, into: &frame) }
        if parts.list.columns > 0 { drawList(parts.list, palette, overlay, into: &frame) }
    }

    /// What lies around the selected thing, the nearest first; without one what is most urgent.
    private func drawList(_ list: Rect, _ palette: MapPalette, _ overlay: MapOverlay, into frame: inout Frame) {
        let (map, words) = (frame.view.map, frame.words)
        let selected = map.selected.flatMap { map.index[$0] }
        let perMetre = selected?.at.perMetre ?? 1
        var rest = list
        let heading = rest.takeTop(1)
        let things: [MapThing]
        if let selected {
            frame.write(RichText(" " + words.map.near(shortName(selected.id, in: frame)), .header), heading)
            things = map.index.nearest(to: selected.at, atMost: rest.rows, but: selected.id)
        } else {
            frame.write(RichText(" " + words.map.mostUrgent, .header), heading)
            things = map.index.mostUrgent(atMost: rest.rows)
        }
        for thing in things {
            let row = rest.takeTop(1)
            var place = row
            if let selected {
                let metres = thing.at.squaredDistance(to: selected.at).squareRoot() / perMetre
                let text = words.distance(Int64(min(metres, 1e8)))
                let width = TextWidth.columns(of: text)
                place.columns -= width + 2
                frame.write(
                    text, Rect(column: row.endColumn - width - 1, row: row.row, columns: width, rows: 1), .textDim)
            }
            let sign = palette.sign(thing, overlay)
            frame.write(
                RichText(" ", .text).then(sign.shape, sign.role).then(" " + longName(thing.id, in: frame), .text), place
            )
            if let subject = Subject(thing.id) {
                frame.info.regions.append(.init(rect: row, target: .row(.map, subject)))
            }
        }
    }

    private func shortName(_ id: MapThingID, in frame: Frame) -> String {
        switch id {
        case .incident(let id): frame.words.number(id)
        case .unit(let id): frame.words.callsign(id, on: frame.board)
        case .alert, .post: longName(id, in: frame)
        }
    }

    private func longName(_ id: MapThingID, in frame: Frame) -> String {
        let (words, board) = (frame.words, frame.board)
        switch id {
        case .incident(let id):
            return words.number(id) + (board.incidents[id].map { " " + words.type(of: $0, on: board) } ?? "")
        case .unit(let id):
            return words.callsign(id, on: board) + (board.units[id].map { " " + words.status($0.status) } ?? "")
        case .alert(let id): return board.alerts[id].map { words.alert($0, on: board, now: frame.now) } ?? ""
        case .post(let number):
            let posts = frame.view.map.ground.posts
            return posts.indices.contains(number) ? words.map.post(posts[number].names) : ""
        }
    }

    /// What keys are about: while they go to a list, what is selected there.
    private func selected(in frame: Frame) -> MapThingID? {
        guard frame.view.focus != .map, let subject = frame.view.subject.flatMap(MapThingID.init) else {
            return frame.view.map.selected
        }
        return frame.view.map.index[subject] == nil ? nil : subject
    }

    private func overlay(in frame: Frame) -> MapOverlay {
        let map = frame.view.map
        var overlay = MapOverlay()
        overlay.fill = map.fill
        overlay.shades = map.shades
        overlay.selected = selected(in: frame)
        overlay.beat = map.beat
        overlay.positionStale = frame.view.limits.positionStale
        overlay.now = frame.now
        overlay.lines = lines(in: frame)
        return overlay
    }

    /// From the incident whose ranked units are shown to the first three of them.
    private func lines(in frame: Frame) -> [MapOverlay.Line] {
        let map = frame.view.map
        guard let assign = frame.view.layers.popup(AssignView.self),
            let incident = map.index[.incident(assign.incident)]
        else { return [] }
        return assign.ranked.prefix(3).enumerated().compactMap { place, choice in
            map.index[.unit(choice.unit)].map {
                MapOverlay.Line(from: incident.at, to: $0.at, text: "\(place + 1)")
            }
        }
    }

    /// What lies around the selected thing, several times as large, in the corner that is farthest from it.
    private func drawLens(_ picture: Rect, _ palette: MapPalette, _ overlay: MapOverlay, into frame: inout Frame) {
        let map = frame.view.map
        guard let lens = map.lens, let view = map.view, let thing = map.selected.flatMap({ map.index[$0] }) else {
            return
        }
        let size = lens.key.size
        let cell = view.cell(of: thing.at, in: picture.size)
        let isLeft = cell.x > Double(picture.columns) / 2
        let isTop = cell.y > Double(picture.rows) / 2
        let box = Rect(
            column: isLeft ? picture.column : picture.endColumn - size.columns - 2,
            row: isTop ? picture.row : picture.endRow - size.rows - 2, columns: size.columns + 2, rows: size.rows + 2
        ).intersection(picture)
        guard box.size == Size(columns: size.columns + 2, rows: size.rows + 2) else { return }
        let inside = box.inset(columns: 1, rows: 1)
        frame.grid.fill(inside, style: frame.style(.text))
        frame.drawBox(box, title: "x\(Int(MapState.lensFactor))", note: "", focused: true)
        var overlay = overlay
        overlay.marksOutside = false
        MapPicture.draw(
            into: &frame.grid, area: inside, index: map.index, ground: map.ground, backdrop: lens, palette: palette,
            overlay: overlay)
    }

    // MARK: Lines below it

    private func selectedLine(in frame: Frame) -> RichText {
        let map = frame.view.map
        switch selected(in: frame) {
        case .incident(let id)?: return incidentLine(id, in: frame)
        case .unit(let id)?: return unitLine(id, in: frame)
        case .alert(let id)?: return alertLine(id, in: frame)
        case .post(let number)? where map.ground.posts.indices.contains(number):
            return RichText(" " + frame.words.map.post(map.ground.posts[number].names), .textStrong)
        case .post?, nil: return RichText(" " + frame.words.map.nothingOnMap, .textDim)
        }
    }

    private func incidentLine(_ id: IncidentID, in frame: Frame) -> RichText {
        let words = frame.words
        guard let incident = frame.board.incidents[id] else { return RichText("", .text) }
        let age = frame.age(of: incident)
        var line = RichText(" \(words.priority(incident.priority)) ", frame.role(incident.priority))
            .then("\(words.number(id)) \(words.type(of: incident, on: frame.board))", .textStrong)
            .then("  \(incident.place[words.language])", .text)
            .then("  \(words.progress(incident.progress)) ", frame.role(incident.progress))
            .then(age.text, age.role)
        let units = incident.openAssignments.map { words.callsign($0.unit, on: frame.board) }
        if !units.isEmpty { line = line.then("  " + units.joined(separator: " "), .textLink) }
        if frame.view.map.index[.incident(id)]?.isRough == true { line = line.then("  \(words.map.byBeat)", .stale) }
        return line
    }

    private func alertLine(_ id: AlertID, in frame: Frame) -> RichText {
        let words = frame.words
        guard let alert = frame.board.alerts[id] else { return RichText("", .text) }
        let isMeant = alert.standing == .actual
        return RichText(
            " \(isMeant ? words.severity(alert.severity) : words.standing(alert.standing)) ", frame.role(of: alert)
        )
        .then(" " + words.alert(alert, on: frame.board, now: frame.now), .textStrong)
        .then("  " + words.age(frame.now - alert.raised), .textDim)
        .then("  " + words.subject(of: alert, on: frame.board), .text)
    }

    private func unitLine(_ id: UnitID, in frame: Frame) -> RichText {
        let words = frame.words
        guard let unit = frame.board.units[id] else { return RichText("", .text) }
        let age = frame.age(of: unit)
        var line = RichText(" \(unit.callsign) ", .callsign)
            .then("\(words.kind(unit.kind)) ", .textDim)
            .then("\(words.status(unit.status)) ", frame.role(unit.status)).then(age.text, age.role)
        if let incident = unit.incident { line = line.then("  \(words.number(incident))", .textLink) }
        if frame.board.doubt(about: unit) != nil {
            line = line.then("  \(words.map.doubtedPosition)", .stale)
        } else if unit.tracked, let at = frame.board.position(of: unit)?.at {
            let old = frame.now - at
            line = line.then(
                "  \(words.map.positionAge(words.briefAge(old)))",
                old > frame.view.limits.positionStale ? .stale : .textDim
            )
        }
        return line
    }

    private func drawLegend(_ line: Rect, into frame: inout Frame) {
        let glyphs = frame.glyphs
        let gap = line.columns < 100 ? " " : "  "
        let shapes = MapLegendShapes(
            first: glyphs.triangle, second: glyphs.diamond, third: glyphs == .ascii ? "x" : "▪",
            lower: glyphs == .ascii ? "'" : "·",
            served: glyphs == .ascii ? "&" : "◇", free: glyphs.circle, moving: glyphs.arrow, onScene: glyphs.disc,
            alert: glyphs == .ascii ? "A" : "★", old: glyphs == .ascii ? "c" : "◌", doubted: "?",
            blind: glyphs == .ascii ? ":" : "░")
        var text = RichText(" ", .textDim)
        for (shape, word) in frame.words.map.mapLegend(shapes) {
            let longer = text.then("\(text.columns > 1 ? gap : "")\(shape) ", .text).then(word, .textDim)
            // What has no room is left out as a whole.
            if longer.columns <= line.columns { text = longer }
        }
        frame.write(text, line)
    }
}
