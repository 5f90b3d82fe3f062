import DispatchModel
import Ground
import TerminalKit
import TestSupport
import Testing
import Themes

@testable import Maps

/// A board made by hand, over a ground of two beats.
struct MadeBoard {
    var board = Board()

    static let corner = WorldPoint(latitude: 37.70, longitude: -122.50)
    static let palette = MapPalette(theme: Theme.load(name: "dark", depth: .direct).theme, glyphs: .unicode)

    static var ground: Ground {
        var builder = GroundBuilder(name: "two beats")
        func square(_ west: Double, _ east: Double) -> [WorldPoint] {
            [(37.70, west), (37.70, east), (37.80, east), (37.80, west)].map {
                WorldPoint(latitude: $0.0, longitude: $0.1)
            }
        }
        builder.add(beat: "W", rings: [square(-122.50, -122.45)])
        builder.add(beat: "E1", rings: [square(-122.45, -122.40)])
        builder.posts = [Ground.Site(name: "Ferry", at: WorldPoint(latitude: 37.71, longitude: -122.42))]
        return builder.build(sources: [])
    }

    mutating func record(_ body: EventBody) {
        board.apply(EventRecord(position: board.position + 1, at: District.now, actor: .system, body: body))
    }

    mutating func add(
        _ number: UInt32, _ priority: Priority, _ latitude: Double?, _ longitude: Double = 0, beat: String = ""
    ) {
        record(
            .incidentReported(
                IncidentReported(
                    incident: IncidentID(rawValue: number), type: "robbery", priority: priority,
                    place: Place(
                        text: "here", point: latitude.flatMap { GeoPoint(latitude: $0, longitude: longitude) }),
                    beat: beat, received: District.now)))
    }

    mutating func add(unit number: UInt32, _ latitude: Double, _ longitude: Double, beat: String = "W") {
        record(
            .unitRegistered(
                UnitRegistered(
                    unit: UnitID(rawValue: number), callsign: "U\(number)", kind: .vehiclePatrol, pane: .patrol,
                    homeBeat: beat)))
        if let point = GeoPoint(latitude: latitude, longitude: longitude) {
            record(
                .unitPositionReported(
                    UnitPositionReported(unit: UnitID(rawValue: number), point: point, at: District.now)))
        }
    }

    func draw(
        _ columns: Int = 40, _ rows: Int = 12, over ground: Ground = Self.ground, palette: MapPalette = Self.palette,
        _ change: (inout MapOverlay) -> Void = { _ in }
    ) -> (grid: Grid, places: MapPlaces) {
        var grid = Grid(size: Size(columns: columns, rows: rows))
        var overlay = MapOverlay()
        overlay.now = District.now
        change(&overlay)
        var index = MapIndex()
        index.rebuild(board, ground: ground, reach: MapReach(.init()))
        guard let box = ground.box else { return (grid, MapPlaces()) }
        let key = MapBackdrop.Key(
            view: MapView(fitting: box, in: grid.size), size: grid.size,
            scale: palette.glyphs == .ascii ? .ascii : .braille, ground: 0)
        let places = MapPicture.draw(
            into: &grid, area: Rect(grid.size), index: index, ground: ground,
            backdrop: MapBackdrop(ground, for: key, avoiding: index.anchors), palette: palette, overlay: overlay)
        return (grid, places)
    }

    /// The page of a board over a ground that is drawn at once.
    func page(
        _ page: inout MapPage, _ columns: Int, _ rows: Int = 20, over ground: (number: Int, ground: Ground)
    ) -> String {
        var grid = Grid(size: Size(columns: columns, rows: rows))
        page.draw(
            into: &grid, area: Rect(grid.size), board: board, now: District.now, over: ground,
            backdrops: { MapBackdrop($0, for: $1, avoiding: $2) }, palette: Self.palette, scale: .braille,
            captions: .init(things: "where", calls: "how many"))
        return grid.text()
    }

    static func index(_ board: Board) -> MapIndex {
        var index = MapIndex()
        index.rebuild(board, ground: ground, reach: MapReach(.init()))
        return index
    }
}

extension Grid {
    func place(of sign: String) -> (column: Int, row: Int)? {
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                var text = ""
                self[column, row].append(to: &text)
                if text == sign { return (column, row) }
            }
        }
        return nil
    }
}

@Suite("The picture of a map")
struct MapPictureTests {
    @Test("300 units in a cell hide no P1, and are counted")
    func crowd() throws {
        var made = MadeBoard()
        for number in 1...300 { made.add(unit: UInt32(number), 37.75, -122.43) }
        made.add(1, .p1, 37.75, -122.43)
        let (grid, places) = made.draw()
        let (column, row) = try #require(grid.place(of: "▲"), "\(grid.text())")
        #expect(grid[column, row].style.background == MadeBoard.palette.theme.style(.mapP1).background)
        #expect(grid.text(row: row).contains("▲+300"), "\(grid.text())")
        #expect(places.cells.contains { $0.thing == .incident(IncidentID(rawValue: 1)) })
        #expect(places.inSight == 302)
    }

    @Test("whatever else there is, every P1 and every call for help is seen", arguments: 1...12 as ClosedRange<UInt64>)
    func everyUrgent(seed: UInt64) {
        var random = Seeded(seed)
        var made = MadeBoard()
        var number: UInt32 = 0
        for _ in 0..<Int.random(in: 1...400, using: &random) {
            number += 1
            let place = (
                Double.random(in: 37.69...37.81, using: &random), Double.random(in: -122.52 ... -122.38, using: &random)
            )
            if random.once(in: 4) {
                made.add(number, random.pick(Priority.allCases), place.0, place.1)
            } else {
                made.add(unit: number, place.0, place.1)
                if random.once(in: 60) {
                    made.record(
                        .unitStatusChanged(
                            UnitStatusChanged(unit: UnitID(rawValue: number), status: .emergency, since: District.now)))
                }
            }
        }
        let index = MadeBoard.index(made.board)
        let (grid, places) = made.draw(30, 10) { overlay in
            overlay.selected = index.things.first?.id
            overlay.lines = index.things.prefix(3).map { .init(from: $0.at, to: MadeBoard.corner, text: "1") }
        }
        let loud = Set(
            [Role.mapP1, .priorityP1, .statusEmergency].map { MadeBoard.palette.theme.style($0).foreground })
        let view = MapView(
            fitting: MadeBoard.ground.box ?? WorldBox(west: 0, east: 1, north: 0, south: 1), in: grid.size)
        for thing in index.things where thing.mark.isNeverHidden {
            let cell = view.cell(of: thing.at, in: grid.size)
            let column = Int(min(max(0, cell.x), 29))
            let row = Int(min(max(0, cell.y), 9))
            #expect(loud.contains(grid[column, row].style.foreground), "seed \(seed): \(thing)\n\(grid.text())")
        }
        for cell in places.cells {
            #expect(index[cell.thing] != nil)
        }
    }

    @Test("what is clicked is what is drawn")
    func hits() throws {
        var made = MadeBoard()
        made.add(1, .p2, 37.72, -122.48)
        made.add(unit: 7, 37.78, -122.42, beat: "E1")
        let (grid, places) = made.draw()
        let diamond = try #require(grid.place(of: "◆"))
        let circle = try #require(grid.place(of: "○"))
        #expect(
            places.cells.first { $0.column == diamond.column && $0.row == diamond.row }?.thing
                == .incident(IncidentID(rawValue: 1)))
        #expect(
            places.cells.first { $0.column == circle.column && $0.row == circle.row }?.thing
                == .unit(UnitID(rawValue: 7)))
        #expect(grid.place(of: "□") != nil, "the post")
    }

    @Test("the selection stands in brackets, and covers no P1")
    func selection() throws {
        var made = MadeBoard()
        made.add(unit: 7, 37.75, -122.47)
        let alone = made.draw { $0.selected = .unit(UnitID(rawValue: 7)) }.grid.text()
        #expect(alone.contains("[○]"), "\(alone)")
        let size = Size(columns: 40, rows: 12)
        let view = MapView(fitting: try #require(MadeBoard.ground.box), in: size)
        var cell = view.cell(of: WorldPoint(latitude: 37.75, longitude: -122.47), in: size)
        cell = CellPoint(x: cell.x.rounded(.down) + 1.5, y: cell.y.rounded(.down) + 0.5)
        let right = view.place(at: cell, in: size).point
        made.add(1, .p1, right.latitude, right.longitude)
        let beside = made.draw { $0.selected = .unit(UnitID(rawValue: 7)) }.grid.text()
        #expect(beside.contains("[○▲"), "\(beside)")
    }

    @Test("old and doubtful positions have shapes of their own")
    func old() throws {
        var made = MadeBoard()
        made.add(unit: 7, 37.75, -122.47)
        made.board.hear(
            UnitID(rawValue: 7), at: made.board.units[UnitID(rawValue: 7)]?.position ?? GeoPoint(), when: District.now)
        #expect(made.draw().grid.place(of: "○") != nil)
        let late = made.draw { $0.now = District.now + .minutes(4) }.grid
        #expect(late.place(of: "◌") != nil && late.place(of: "○") == nil, "\(late.text())")
    }

    @Test(
        "a beat whose units are all gone stands out; a code gives way to what stays, and does not hop about for a unit")
    func uncovered() throws {
        var made = MadeBoard()
        made.add(unit: 7, 37.75, -122.47, beat: "W")
        made.add(unit: 8, 37.79, -122.41, beat: "E1")
        let covered = made.draw().grid
        let code = try #require(covered.place(of: "E"))
        #expect(covered[code.column, code.row].style.foreground == MadeBoard.palette.theme.style(.mapLabel).foreground)
        made.record(
            .unitStatusChanged(UnitStatusChanged(unit: UnitID(rawValue: 8), status: .outOfService, since: District.now))
        )
        let bare = made.draw().grid
        #expect(bare.place(of: "E").map { $0 == code } ?? false)
        #expect(bare[code.column, code.row].style.background == MadeBoard.palette.theme.style(.mapUncovered).background)
        let view = MapView(fitting: try #require(MadeBoard.ground.box), in: bare.size)
        let under = view.place(at: CellPoint(x: Double(code.column) + 0.5, y: Double(code.row) + 0.5), in: bare.size)
            .point
        var passed = made
        passed.add(unit: 9, under.latitude, under.longitude, beat: "W")
        #expect(passed.draw().grid.place(of: "E") == nil, "\(passed.draw().grid.text())")
        made.add(3, .p4, under.latitude, under.longitude)
        let moved = try #require(made.draw().grid.place(of: "E"), "\(made.draw().grid.text())")
        #expect(moved.row != code.row && moved.column > 20, "elsewhere in its own beat")
    }

    @Test("calls fill beats by their number, and a given value takes their place")
    func heat() throws {
        var made = MadeBoard()
        for number in 1...6 { made.add(UInt32(number), .p4, 37.72, -122.48, beat: "W") }
        made.add(9, .p4, 37.72, -122.42, beat: "E1")
        let grid = made.draw { $0.fill = .calls }.grid
        let (west, east) = (try #require(grid.place(of: "W")), try #require(grid.place(of: "E")))
        #expect(grid.text(row: west.row + 1).contains("6"), "\(grid.text())")
        #expect(grid[west.column, west.row].style.background != grid[east.column, east.row].style.background)
        let shaded = made.draw { $0.shades = ["E1": 1] }.grid
        #expect(shaded[east.column, east.row].style.background == MadeBoard.palette.theme.style(.mapHeat).background)
    }

    @Test("a beat's figure is read whatever else is there, but a P1 is seen", arguments: [MapFill.calls, .travel])
    func figures(fill: MapFill) throws {
        var made = MadeBoard()
        var random = Seeded(7)
        for number in 1...400 {
            made.add(
                unit: UInt32(number), Double.random(in: 37.70...37.80, using: &random),
                Double.random(in: -122.5 ... -122.4, using: &random))
        }
        for number in 1...37 {
            made.add(
                UInt32(number), .p3, Double.random(in: 37.70...37.80, using: &random),
                Double.random(in: -122.5 ... -122.45, using: &random), beat: "W")
        }
        made.add(99, .p1, 37.75, -122.43, beat: "E1")
        let (grid, places) = made.draw { $0.fill = fill }
        #expect(
            grid.place(of: "W") != nil && grid.place(of: "E") != nil && grid.place(of: "▲") != nil, "\(grid.text())")
        #expect(!grid.text().contains("+"), "a count beside a figure would be read as one")
        if fill == .calls { #expect(grid.text().contains("37"), "\(grid.text())") }
        #expect(places.inSight == 439)
    }

    @Test("figures of beats beside each other are told apart: 1 and 1 are not read as 11", arguments: 4...40)
    func figuresApart(columns: Int) {
        var builder = GroundBuilder(name: "strips")
        var made = MadeBoard()
        for (strip, code) in "ABCDEFGHIJKL".enumerated() {
            let (west, east) = (-122.5 + 0.003 * Double(strip), -122.497 + 0.003 * Double(strip))
            let ring = [(37.70, west), (37.70, east), (37.80, east), (37.80, west)].map {
                WorldPoint(latitude: $0.0, longitude: $0.1)
            }
            builder.add(beat: String(code), rings: [ring])
            made.add(UInt32(strip + 1), .p4, 37.75, (west + east) / 2, beat: String(code))
        }
        let text = made.draw(columns, 12, over: builder.build(sources: [])) {
            $0.fill = .calls
            $0.showsThings = false
        }.grid.text()
        #expect(text.contains("1") && !text.contains("11"), "\(text)")
        let codes = text.split { !$0.isASCII || $0.isWhitespace || $0.isNumber }
        #expect(codes.allSatisfy { $0.count == 1 }, "\(text)")
    }

    @Test("a page beside which there is room shows the beats by their calls too, and no thing in them twice")
    func page() throws {
        var made = MadeBoard()
        for number in 1...6 { made.add(UInt32(number), .p4, 37.72, -122.48, beat: "W") }
        made.add(9, .p1, 37.75, -122.42, beat: "E1")
        var page = MapPage()
        func text(_ columns: Int) -> String { made.page(&page, columns, over: (1, MadeBoard.ground)) }
        let (wide, narrow) = (text(120), text(50))
        #expect(wide.contains("how many") && wide.contains("where"), "\(wide)")
        #expect(wide.count { $0 == "▲" } == 1 && wide.contains("6"), "\(wide)")
        #expect(!narrow.contains("how many") && narrow.count { $0 == "▲" } == 1, "\(narrow)")
        #expect(text(120) == wide, "what is kept draws the same")
    }

    @Test("a page without a ground keeps its outline until the board or the size is another")
    func outline() {
        var made = MadeBoard()
        made.add(1, .p2, 37.70, -122.50)
        made.add(2, .p2, 37.80, -122.50)
        made.add(3, .p2, 37.80, -122.40)
        func text(_ columns: Int, _ page: inout MapPage) -> String { made.page(&page, columns, over: (0, Ground())) }
        func fresh(_ columns: Int) -> String {
            var page = MapPage()
            return text(columns, &page)
        }
        var page = MapPage()
        let first = text(50, &page)
        let (again, wide, back) = (text(50, &page), text(80, &page), text(50, &page))
        #expect(first.contains("◆") && again == first && wide == fresh(80) && back == first, "\(first)")
        // Another corner within the same rectangle: the view is the same, the outline is not.
        made.add(4, .p2, 37.70, -122.40)
        let (later, anew) = (text(50, &page), fresh(50))
        #expect(later == anew && anew != first, "\(later)\n\(anew)")
    }

    @Test("minutes of the nearest free unit, and none where nobody is free")
    func travel() throws {
        var made = MadeBoard()
        made.add(unit: 1, 37.75, -122.475)
        let index = MadeBoard.index(made.board)
        let east = try #require(MadeBoard.ground.beat("E1")).shape.box.middle
        let minutes = try #require(index.minutes(to: [east])[0])
        let metres = 0.05 * 111_195 * 0.79
        let reach = MapReach(.init()).metres(of: .vehiclePatrol, minutes: 1)
        #expect(abs(minutes - metres / reach) < 0.05, "\(minutes), \(metres / reach)")
        made.record(
            .unitStatusChanged(UnitStatusChanged(unit: UnitID(rawValue: 1), status: .enRoute, since: District.now)))
        #expect(MadeBoard.index(made.board).minutes(to: [east]) == [nil])
        let grid = made.draw { $0.fill = .travel }.grid
        #expect(grid.place(of: "–") != nil, "\(grid.text())")
    }

    @Test("the nearest and the most urgent are the first of everything sorted", arguments: 1...5 as ClosedRange<UInt64>)
    func first(seed: UInt64) throws {
        var random = Seeded(seed)
        var made = MadeBoard()
        for number in 1...60 {
            let place = (
                Double.random(in: 37.70...37.80, using: &random), Double.random(in: -122.5 ... -122.4, using: &random)
            )
            made.add(unit: UInt32(number), place.0, place.1)
            if number % 3 == 0 {
                made.add(
                    UInt32(number), random.pick(Priority.allCases), place.1 < -122.45 ? place.0 : nil, place.1,
                    beat: "W")
            }
        }
        let index = MadeBoard.index(made.board)
        let at = MadeBoard.corner
        func distance(_ thing: MapThing) -> Double {
            (thing.at.x - at.x) * (thing.at.x - at.x) + (thing.at.y - at.y) * (thing.at.y - at.y)
        }
        let own = index.things[0].id
        let near = index.nearest(to: at, atMost: 9, but: own)
        #expect(near.count == 9 && !near.contains { $0.id == own })
        #expect(
            near.map(distance) == Array(index.things.filter { $0.id != own }.map(distance).sorted().prefix(9)),
            "seed \(seed)")
        #expect(
            index.mostUrgent(atMost: 7).map(\.mark) == Array(index.things.map(\.mark).sorted().prefix(7)),
            "seed \(seed)")
        #expect(index.mostUrgent(atMost: 0).isEmpty)
    }

    @Test("a call that is known by its beat alone stands in it; one without a beat is counted")
    func rough() {
        var made = MadeBoard()
        made.add(1, .p1, nil, beat: "E1")
        made.add(2, .p1, nil)
        let index = MadeBoard.index(made.board)
        #expect(index[.incident(IncidentID(rawValue: 1))]?.isRough == true)
        #expect(index.placeless == [IncidentID(rawValue: 2)])
    }

    @Test("without a ground the calls and the middles of beats are a map")
    func noGround() {
        var made = MadeBoard()
        for (number, place) in [(1, (37.72, -122.48)), (2, (37.79, -122.47)), (3, (37.74, -122.41))] {
            made.add(UInt32(number), .p3, place.0, place.1)
        }
        made.record(
            .beatDefined(BeatDefined(beat: "B7", name: "", centre: GeoPoint(latitude: 37.75, longitude: -122.45))))
        var page = MapPage()
        let text = made.page(&page, 40, 12, over: (0, Ground()))
        #expect(text.contains("B7"), "\(text)")
        #expect(text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
        let empty = MadeBoard().page(&page, 40, 12, over: (0, Ground()))
        #expect(empty.allSatisfy { $0 == "\n" })
    }

    @Test("a terminal without Unicode is given ASCII only")
    func ascii() {
        var made = MadeBoard()
        for (number, priority) in Priority.allCases.enumerated() {
            made.add(UInt32(number + 1), priority, 37.71 + Double(number) * 0.015, -122.48)
        }
        for number in 10...14 { made.add(unit: UInt32(number), 37.76, -122.42) }
        let palette = MapPalette(theme: Theme.load(name: "dark", depth: .mono).theme, glyphs: .ascii)
        let grid = made.draw(palette: palette) { $0.selected = .incident(IncidentID(rawValue: 2)) }.grid
        #expect(grid.text().unicodeScalars.allSatisfy { $0.value < 0x7F }, "\(grid.text())")
        #expect(grid.text().contains("!"))
    }

    @Test(
        "every thing has a shape of its own, and none that outlines, blind spots or counts have",
        arguments: [Glyphs.unicode, .ascii])
    func shapes(glyphs: Glyphs) {
        let palette = MapPalette(theme: MadeBoard.palette.theme, glyphs: glyphs)
        // What is waited for and what is served differ by the plate; an answered alert is a slight one.
        let same: Set<MapMark> = [.emergency, .p1Served, .alertCalm]
        var shapes = MapMark.allCases.filter { !same.contains($0) }.map {
            palette.sign($0, isUnit: false, isOld: false, isDoubted: false).shape
        }
        for mark in [MapMark.unitFree, .unitMoving, .unitOnScene] {
            shapes.append(palette.sign(mark, isUnit: true, isOld: true, isDoubted: false).shape)
        }
        shapes.append(palette.sign(.unitFree, isUnit: true, isOld: false, isDoubted: true).shape)
        #expect(Set(shapes).count == shapes.count, "\(shapes)")
        #expect(Set(shapes).isDisjoint(with: [".", ":", "+", "[", "]", "░"]), "\(shapes)")
    }

    @Test("codes from outside are harmless")
    func hostile() {
        var builder = GroundBuilder(name: "x")
        let ring = [(37.70, -122.5), (37.70, -122.4), (37.80, -122.4), (37.80, -122.5)].map {
            WorldPoint(latitude: $0.0, longitude: $0.1)
        }
        builder.add(beat: "\u{1B}[2J\u{202E}", rings: [ring])
        builder.places = [Ground.Site(name: "\u{7}\u{9B}31m名", at: ring[0])]
        let grid = MadeBoard().draw(over: builder.build(sources: [])).grid
        #expect(grid.text().unicodeScalars.allSatisfy { $0 == "\n" || isHarmless($0.value) })
    }
}

@Suite("Things on the map")
struct MapIndexTests {
    @Test("views project there and back", arguments: 1...4 as ClosedRange<UInt64>)
    func views(seed: UInt64) {
        var random = Seeded(seed)
        let size = Size(columns: 96, rows: 46)
        for _ in 0..<200 {
            let view = MapView(
                centre: WorldPoint(
                    x: Double.random(in: 0...1, using: &random), y: Double.random(in: 0...1, using: &random)),
                cellsPerWorld: Double.random(in: 10...4_000_000, using: &random))
            let cell = CellPoint(
                x: Double.random(in: 0...96, using: &random), y: Double.random(in: 0...46, using: &random))
            let back = view.cell(of: view.place(at: cell, in: size), in: size)
            #expect(abs(back.x - cell.x) < 1e-3 && abs(back.y - cell.y) < 1e-3, "seed \(seed)")
        }
    }

    @Test("what is touched is as if everything were taken anew", arguments: 1...10 as ClosedRange<UInt64>)
    func touched(seed: UInt64) {
        var random = Seeded(seed)
        var made = MadeBoard()
        var index = MapIndex()
        let reach = MapReach(.init())
        for round in 0..<120 {
            let number = UInt32.random(in: 1...20, using: &random)
            let place = (
                Double.random(in: 37.70...37.80, using: &random), Double.random(in: -122.5 ... -122.4, using: &random)
            )
            switch Int.random(in: 0..<4, using: &random) {
            case 0: made.add(unit: number, place.0, place.1, beat: random.pick(["W", "E1", ""]))
            case 1:
                made.record(
                    .unitStatusChanged(
                        UnitStatusChanged(
                            unit: UnitID(rawValue: number), status: random.pick(UnitStatus.allCases),
                            since: District.now)))
            case 2:
                made.add(
                    number + UInt32(round) * 100, random.pick(Priority.allCases), random.once(in: 3) ? nil : place.0,
                    place.1, beat: "W")
            default:
                if let open = made.board.incidents.elements.randomElement(using: &random) {
                    made.record(
                        .incidentClosed(IncidentClosed(incident: open.id, disposition: "report", at: District.now)))
                }
            }
            index.refresh(
                units: made.board.units.elements.map(\.id), incidents: made.board.incidents.elements.map(\.id),
                alerts: made.board.alerts.elements.map(\.id), made.board,
                ground: Ground(), reach: reach)
        }
        var anew = MapIndex()
        anew.rebuild(made.board, ground: Ground(), reach: reach)
        #expect(Set(index.things) == Set(anew.things), "seed \(seed)")
        #expect(index.calls == anew.calls)
        #expect(index.placeless == anew.placeless)
        for beat in ["W", "E1"] { #expect(index.isUncovered(beat) == anew.isUncovered(beat)) }
    }

    @Test("arrows go to the nearest thing on their side")
    func directions() {
        var made = MadeBoard()
        made.add(unit: 1, 37.75, -122.45)
        made.add(unit: 2, 37.75, -122.44)
        made.add(unit: 3, 37.752, -122.43)
        made.add(unit: 4, 37.77, -122.45)
        let index = MadeBoard.index(made.board)
        let own = MapThingID.unit(UnitID(rawValue: 1))
        let at = index[own]?.at ?? MadeBoard.corner
        #expect(index.next(.right, from: at, but: own) == .unit(UnitID(rawValue: 2)))
        #expect(index.next(.up, from: at, but: own) == .unit(UnitID(rawValue: 4)))
        #expect(index.next(.left, from: at, but: own) == nil)
        #expect(index.next(.down, from: at, but: own) == nil || index.next(.down, from: at, but: own) == .post(0))
    }
}
