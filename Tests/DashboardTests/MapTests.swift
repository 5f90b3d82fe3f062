import DispatchModel
import DispatchPolicy
import Ground
import Maps
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("The map")
struct MapTests {
    /// The district's beats as two squares, and a post.
    static let ground: Ground = {
        var builder = GroundBuilder(name: "made up")
        func square(_ south: Int64, _ north: Int64, _ west: Int64, _ east: Int64) -> [WorldPoint] {
            [(south, west), (south, east), (north, east), (north, west)].map { WorldPoint(District.point($0.0, $0.1)) }
        }
        builder.add(beat: "B07", rings: [square(-1500, 1700, -1500, 1700)])
        builder.add(beat: "B02", rings: [square(1700, 5500, 1700, 5500)])
        builder.posts = [Ground.Site(name: "Ferry gate", at: WorldPoint(District.point(5000, 2000)))]
        return builder.build(sources: [Array("made up".utf8)])
    }()

    static func desk(_ columns: Int = 160, _ rows: Int = 48, language: Language = .english, watching: Bool = false)
        throws -> Desk
    {
        try Desk(size: Size(columns: columns, rows: rows), language: language) {
            $0.ground = MapTests.ground
            $0.watching = watching
        }
    }

    @Test("M opens it, goes to it and closes it; Esc gives the keys back", arguments: [(80, 24), (160, 48), (240, 67)])
    func opens(columns: Int, rows: Int) throws {
        let desk = try Self.desk(columns, rows)
        desk.goTo(District.robbery)
        desk.type("M")
        #expect(desk.console.view.focus == .map)
        desk.shows("#4821 Robbery")
        #expect(desk.console.view.map.selected == .incident(District.robbery), "what was selected stays so")
        desk.type("\u{1B}")
        #expect(desk.console.view.focus == .dispatch)
        #expect(desk.console.view.map.isOpen == (columns >= 110), "below 110 columns it is gone with that")
        desk.type("M")
        desk.type("M")
        #expect(desk.console.view.focus == .dispatch && !desk.console.view.map.isOpen)
    }

    @Test func theForcesComeBackWhenTheyHaveTheKeys() throws {
        let desk = try Self.desk()
        desk.type("M2")
        #expect(desk.console.view.focus == .patrol)
        desk.shows("2 Patrol")
        desk.type("1")
        desk.shows("Map")
    }

    @Test("Tab goes through everything in sight, the most urgent first, and back")
    func tab() throws {
        let desk = try Self.desk()
        desk.type("M")
        var seen: [MapThingID] = []
        let view = try #require(desk.console.view.map.view)
        let count = desk.console.view.map.index.ordered(in: view.box(in: desk.console.view.map.size)).count
        #expect(count > 8)
        for _ in 0..<count {
            desk.type("\t")
            seen += [desk.console.view.map.selected].compactMap(\.self)
        }
        #expect(Set(seen).count == count, "\(seen)")
        let marks = seen.compactMap { desk.console.view.map.index[$0]?.mark }
        let first = marks.firstIndex(of: marks.min() ?? .post) ?? 0
        #expect(Array(marks[first...] + marks[..<first]) == marks.sorted())
        let last = desk.console.view.map.selected
        desk.type("\t")
        try desk.chord("shift-tab")
        #expect(desk.console.view.map.selected == last)
    }

    @Test("a key sends a unit to the incident under the cursor, and lines show the first three")
    func assigns() throws {
        let desk = try Self.desk()
        desk.goTo(District.robbery)
        desk.type("Ma")
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(assign.incident == District.robbery)
        for digit in ["1", "2", "3"] { desk.shows(digit) }
        desk.type("1")
        #expect(desk.units(on: District.robbery) == [assign.ranked[0].unit])
        #expect(desk.console.view.focus == .map)
        try desk.checkFold()
    }

    @Test("an order from the map is about its cursor alone, whatever is marked elsewhere")
    func marks() throws {
        let desk = try Self.desk()
        for id in [District.noise, District.alarm] {
            desk.goTo(id)
            desk.type(" ")
        }
        desk.goTo(District.fight)
        desk.type("Mt")
        desk.shows("#4805")
        desk.type("\u{1B}")
        desk.type(" ")
        desk.shows(Words(.english).nothingToMark)
    }

    @Test(
        "no order can be given to nothing",
        arguments: ["a", "r", "t", "n", "H", "x", "m", "X", "~", "va", "vo", "vx", "vw", "Dg", "f", "i", "\n"])
    func nothing(keys: String) throws {
        let desk = try Self.desk()
        desk.type("M")
        desk.console.view.map.selectNothing()
        let before = desk.core.head.position
        desk.type(keys)
        desk.type("\n1")
        #expect(desk.core.head.position == before, "\(desk.text)")
    }

    @Test("a post can be gone to, and is ordered nothing", arguments: ["a", "r", "x", "va", "t"])
    func post(keys: String) throws {
        let desk = try Self.desk()
        desk.type("M")
        desk.console.view.map.select(.post(0))
        desk.console.isDirty = true
        desk.settle()
        desk.shows("post Ferry gate")
        let before = desk.core.head.position
        #expect(desk.console.targets.subject == nil)
        desk.type(keys)
        desk.type("\n1")
        #expect(desk.core.head.position == before, "\(desk.text)")
    }

    @Test("what leaves the map is told, and nothing takes its place under the next key")
    func lost() throws {
        let desk = try Self.desk()
        desk.goTo(District.noise)
        desk.type("M")
        #expect(desk.other(.close(District.noise, disposition: "report")))
        desk.settle()
        #expect(desk.console.view.map.selected == nil)
        let before = desk.core.head.position
        desk.type("r")
        #expect(desk.core.head.position == before, "\(desk.text)")
    }

    @Test("what changed since it was drawn is refused with the difference")
    func changed() throws {
        let desk = try Self.desk()
        desk.goTo(District.noise)
        desk.type("M")
        #expect(desk.other(.assign(District.noise, [District.a12], divert: false)))
        let before = desk.core.head.position
        desk.type("r")
        #expect(desk.core.head.position == before, "\(desk.text)")
        #expect(desk.console.teller.notice?.kind == .error, "\(desk.text)")
    }

    @Test("zoom, all of it, pan, follow")
    func moves() throws {
        let desk = try Self.desk()
        desk.goTo(District.robbery)
        desk.type("M")
        let whole = try #require(desk.console.view.map.view)
        desk.type("++")
        let near = try #require(desk.console.view.map.view)
        #expect(abs(near.cellsPerWorld / whole.cellsPerWorld - 4) < 1e-6)
        #expect(near.centre == desk.console.view.map.index[.incident(District.robbery)]?.at, "around the cursor")
        desk.type("-")
        desk.type("g")
        #expect(desk.console.view.map.view == whole)
        desk.type("--")
        #expect(desk.console.view.map.view == whole, "no farther out than all of it")
        desk.type("+f")
        try desk.chord("pagedown")
        #expect(!desk.console.view.map.follows, "whoever looks elsewhere is not called back")
        for _ in 0..<40 { try desk.chord("pagedown") }
        let view = try #require(desk.console.view.map.view)
        #expect(desk.console.view.map.ground.box?.contains(view.centre) == true)
    }

    @Test("the map follows a unit that moves")
    func follows() throws {
        let desk = try Self.desk()
        desk.type("M+")
        desk.console.view.map.select(.unit(District.a12))
        desk.type("f")
        desk.shows("following")
        let there = District.point(3000, 3000)
        desk.feed(
            Observation(
                at: desk.hand.now, actor: .feed("avl"),
                content: .position(callsign: "3A12", point: there, at: desk.hand.now)))
        desk.run(for: .seconds(2))
        #expect(desk.console.view.map.view?.centre == WorldPoint(there))
    }

    @Test("a beat without a free unit is gone to, with the free unit that is nearest")
    func uncovered() throws {
        let desk = try Self.desk()
        desk.type("MU")
        desk.shows(Words(.english).map.everyBeatCovered)
        for unit in ["3A12", "3A14", "Q2"] { desk.line("OOS \(unit) refuel") }
        desk.type("M")
        if desk.console.view.focus != .map { desk.type("M") }
        desk.type("U")
        desk.shows("has no free unit")
        #expect(desk.console.view.map.beat == "B07", "\(desk.text)")
        guard case .unit(let unit)? = desk.console.view.map.selected else { throw Missing.overlay }
        #expect(desk.unit(unit)?.isFree == true)
    }

    @Test("the lens shows its surroundings four times as large")
    func lens() throws {
        let desk = try Self.desk()
        desk.goTo(District.robbery)
        desk.type("Mi")
        desk.shows("x4")
        desk.type("\u{1B}")
        desk.hides("x4")
        #expect(desk.console.view.focus == .map)
    }

    @Test("fills and dots by name; what there is not is refused")
    func byName() throws {
        let desk = try Self.desk()
        desk.type("M")
        desk.line("map-fill calls")
        #expect(desk.console.view.map.fill == .calls)
        desk.shows(Words(.english).map.callsFilled)
        desk.line("map-fill heat")
        #expect(desk.console.view.map.fill == .calls)
        desk.line("map-dots quadrant")
        #expect(desk.console.view.map.scale == .quadrant)
        desk.line("zoom-in")
        desk.type("1")
        desk.line("map-in")
        desk.shows("only in: map")
    }

    @Test("an alert with a place of its own stands on the map by its severity, and Tab goes to it")
    func alerts() throws {
        let point = District.point(4000, 4000)
        let places: [(AlertSeverity, GeoPoint?)] = [(.low, point), (.medium, point), (.high, point), (.high, nil)]
        let events = places.enumerated().map { number, alert in
            EventBody.alertRaised(
                AlertRaised(
                    alert: AlertID(rawValue: UInt32(100 + number)), kind: .reported, severity: alert.0,
                    at: District.now,
                    reported: ReportedAlert(
                        source: SourceKey(source: "plant", id: "\(number)"), text: "crowd at the gate",
                        place: Place(text: "Gate 4", point: alert.1))))
        }
        let desk = try Desk(size: Size(columns: 160, rows: 48), events: District.events + events) {
            $0.ground = MapTests.ground
        }
        desk.type("M")
        let things = desk.console.view.map.index.things.filter { if case .alert = $0.id { true } else { false } }
        #expect(Set(things.map(\.mark)) == [.alertHigh, .alertMedium, .alertLow], "\(desk.text)")
        desk.shows("★")
        let high = try #require(things.first { $0.mark == .alertHigh })
        desk.console.view.map.selectNothing()
        for _ in 0..<40 where desk.console.view.map.selected != high.id { desk.type("\t") }
        #expect(desk.console.view.map.selected == high.id)
        desk.shows("crowd at the gate")
        guard case .alert(let id) = high.id else { throw Missing.overlay }
        let alert = try #require(desk.board.alerts[id])
        #expect(desk.other(.acknowledge(id, occurrence: alert.occurrence, severity: alert.severity)))
        desk.settle()
        #expect(desk.console.view.map.index[high.id]?.mark == .alertCalm)
    }

    @Test(
        "beside a narrow ground what is near the cursor is listed, the nearest first, and what is most urgent without one"
    )
    func near() throws {
        let desk = try Self.desk(80, 24)
        desk.goTo(District.robbery)
        desk.type("M")
        desk.shows("Near #4821")
        desk.console.view.map.selectNothing()
        desk.console.isDirty = true
        desk.settle()
        desk.shows("Most urgent")
        desk.shows("P1")
    }

    @Test("beats are filled in turn by cover, calls, travel time and not at all")
    func fills() throws {
        let desk = try Self.desk()
        desk.type("MF")
        desk.shows(Words(.english).map.callsFilled)
        desk.type("F")
        desk.shows(Words(.english).map.travelFilled)
        desk.type("FF")
        desk.hides(Words(.english).map.travelFilled)
        #expect(desk.console.view.map.fill == .uncovered)
    }

    @Test("the backdrop is drawn once for a view, and not again for a key or a tick")
    func kept() throws {
        let desk = try Self.desk()
        desk.type("M")
        let key = try #require(desk.console.view.map.backdrop?.key)
        desk.type("\t\t")
        desk.run(for: .seconds(3))
        #expect(desk.console.view.map.backdrop?.key == key)
        desk.type("+")
        #expect(desk.console.view.map.backdrop?.key != key)
    }

    @Test("the backdrop is drawn anew when duty points come, since codes keep clear of them, and once")
    func dutyPoints() throws {
        var (map, board, touched) = (MapState(), Board(), Touched())
        let size = Size(columns: 60, rows: 20)
        map.use(Self.ground, travel: TravelModel())
        map.isOpen = true
        map.refresh(board: board, touched: .all)
        map.settle(size)
        let before = try #require(map.backdrop?.key)
        let unit = UnitRegistered(
            unit: UnitID(rawValue: 900), callsign: "U9", kind: .vehiclePatrol, pane: .patrol,
            dutyPoint: Place(text: "gate", point: District.point(0, 0)))
        board.apply(
            EventRecord(position: board.position + 1, at: District.now, actor: .system, body: .unitRegistered(unit)))
        touched.units = [unit.unit]
        map.refresh(board: board, touched: touched)
        map.settle(size)
        let after = try #require(map.backdrop?.key)
        #expect(after.anchors.count == 1 && before.anchors.isEmpty && after.view == before.view)
        map.refresh(board: board, touched: .all)
        map.settle(size)
        #expect(map.backdrop?.key == after)
    }

    @Test("which ground there was is in the journal, once")
    func recorded() throws {
        let adopted = GroundAdopted(name: "made up", digest: Self.ground.digest)
        let source = ListSource(waiting: [
            Observation(at: District.now, actor: .system, content: .ground(adopted)),
            Observation(at: District.now, actor: .system, content: .ground(adopted)),
        ])
        let desk = try Desk(sources: [source])
        desk.settle()
        #expect(desk.board.ground == adopted)
        #expect(try desk.records().count { $0.body.kind == .groundAdopted } == 1)
        try desk.checkFold()
    }

    @Test("a map that nobody has opened costs nothing, and one over nothing says so")
    func unopened() throws {
        let desk = try Self.desk()
        desk.run(for: .seconds(2))
        #expect(desk.console.view.map.index.count == 0)
        let empty = try Desk(events: [])
        empty.type("M")
        empty.shows("--ground")
        empty.type("\tUfi+-ga\u{1B}")
        #expect(empty.console.view.focus == .dispatch)
    }

    @Test("a console that watches looks about and orders nothing")
    func watching() throws {
        let desk = try Self.desk(watching: true)
        desk.type("M\t\t+i")
        #expect(desk.console.view.map.selected != nil)
        desk.type("r")
        desk.shows(Words(.english).watchingOnly)
    }

    @Test("A post with a name in each language is called by that of the screen", arguments: Language.allCases)
    func postNames(_ language: Language) throws {
        var builder = GroundBuilder(name: "made up")
        builder.add(
            beat: "B07",
            rings: [
                [(-1500, -700), (-1500, 700), (5500, 700), (5500, -700)].map {
                    WorldPoint(District.point($0.0, $0.1))
                }
            ])
        builder.posts = [Ground.Site(name: "Ferry gate / 渡口门", at: WorldPoint(District.point(300, 30)))]
        let ground = builder.build(sources: [])
        let desk = try Desk(size: Size(columns: 240, rows: 67), language: language) { $0.ground = ground }
        desk.goTo(District.robbery)
        desk.type("M")
        desk.shows(language == .chinese ? "值守点 渡口门" : "post Ferry gate")
        desk.hides(language == .chinese ? "Ferry gate" : "渡口门")
    }
}
