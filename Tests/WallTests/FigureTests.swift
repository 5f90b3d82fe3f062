import Core
import DispatchModel
import DispatchPolicy
import Foundation
import TestSupport
import Testing
import Wording

@testable import Wall

@Suite("What the wall counts")
struct FigureTests {
    @Test("A quiet board: the force, the beats and the circles")
    func quiet() {
        let figures = WallFixture.quiet().figures
        #expect(figures.p1.count == 0 && figures.p2.count == 0 && figures.lower.count == 2)
        #expect(figures.units == (25, 34) && figures.quick == (6, 6))
        #expect(figures.beats.defined == 12 && figures.beats.open.isEmpty)
        #expect(figures.circles.defined == 6 && figures.circles.open.isEmpty)
        #expect(WallMood(figures) == .calm)
        #expect(figures.lastP1?.there == .seconds(250))
    }

    @Test("An alarm: counts, what is open, the change in ten minutes")
    func alarm() {
        let figures = WallFixture.alarm().figures
        #expect(figures.p1.count == 2 && figures.p1.change == 2)
        #expect(figures.p2.count == 5 && figures.p2.change == 5)
        #expect(figures.alerts.count == 3 && figures.alerts.oldest == WallFixture.now - .seconds(362))
        #expect(figures.beats.open == ["B39"])
        #expect(figures.circles.open.map(\.place.english) == ["Twin Peaks"])
        #expect(figures.p1.worst.first?.over(at: WallFixture.now) == .seconds(72))
        #expect(WallMood(figures) == .alarm)
    }

    @Test("Two units that are overdue at one incident are one incident in the list")
    func oneRow() {
        var fixture = WallFixture.quiet()
        let call = fixture.call("robbery", .p1, "Mission/16th", "B07", ago: 4000)
        for unit: UInt32 in [3, 4] { fixture.send(unit, to: call, ago: 3900, arrived: nil) }
        fixture.fold()
        let figures = fixture.figures
        #expect(figures.items.count { $0.incident == IncidentID(rawValue: call) } == 1, "\(figures.items)")
        #expect(figures.itemCount == figures.items.count)
    }

    @Test(
        "An officer in danger stands first in the list until that is resolved, whoever was sent",
        arguments: [nil, 5, 2])
    func dangerFirst(sent: UInt32?) throws {
        var fixture = WallFixture.alarm()
        fixture.status(2, .emergency, ago: 95)
        let id = fixture.call("officer-emergency", .p1, "Pier 39, east gate", "B02", ago: 95, emergency: 2)
        if let sent { fixture.send(sent, to: id, ago: 60, arrived: 20) }
        // One that has waited far longer for its limit.
        fixture.call("robbery", .p1, "Mission/18th", "B08", ago: 4000)
        fixture.fold()
        let call = IncidentID(rawValue: id)
        #expect(fixture.figures.items.first?.incident == call, "\(fixture.figures.items)")
        #expect(fixture.figures.items.count { $0.incident == call } == 1)
        for (columns, rows) in [(50, 14), (160, 48)] {
            let text = fixture.draw(columns, rows).text()
            let places = ["B02", "B08"].map { text.range(of: $0, options: .backwards) }
            let (first, second) = (try #require(places[0]), try #require(places[1]))
            #expect(first.lowerBound < second.lowerBound, "\(text)")
        }
        fixture.close(id, ago: 0)
        fixture.fold()
        #expect(fixture.figures.items.allSatisfy { $0.incident != call })
    }

    @Test(
        "A P1 that a unit was sent to too long ago has the large figure while none waits", arguments: Language.allCases)
    func overdue(language: Language) {
        var fixture = WallFixture.quiet()
        let call = fixture.call("robbery", .p1, "Mission/16th", "B07", ago: 1300)
        fixture.send(3, to: call, ago: 1260, arrived: nil)
        fixture.fold()
        let figures = fixture.figures
        #expect(figures.p1.count == 0 && figures.p1Overdue.map(\.incident.rawValue) == [call])
        #expect(WallMood(figures) == .busy)
        let words = WallWords(Words(language))
        for (columns, rows) in [(31, 9), (50, 14), (80, 24), (160, 48), (240, 67)] {
            let grid = fixture.draw(columns, rows, language)
            let text = grid.text()
            #expect(text.contains(words.overdueTitle(.p1)), "\(text)")
            // A digit of the count is as high as any of the wall's.
            let urgent = WallFixture.look().style(.priorityP1)
            let digits = grid.cells.count {
                $0.style.background == urgent.background || $0.style.background == urgent.foreground
            }
            #expect(digits >= 10, "\(text)")
        }
        // One that waits has the place, and the other is named below it.
        fixture.call("assist", .p1, "Ferry Sq", "B01", ago: 41)
        fixture.fold()
        let text = fixture.draw(80, 24, language).text()
        #expect(text.contains(words.waitingTitle(.p1)) && !text.contains(words.overdueTitle(.p1)), "\(text)")
        #expect(text.contains("B07"), "\(text)")
    }

    @Test(
        "The clock of an overdue P1 has the overdue colour at every size",
        arguments: [(50, 14), (80, 24), (160, 48), (240, 67)])
    func overdueClock(columns: Int, rows: Int) {
        var fixture = WallFixture.quiet()
        let call = fixture.call("robbery", .p1, "Mission/16th", "B07", ago: 1300)
        fixture.send(3, to: call, ago: 1260, arrived: nil)
        fixture.fold()
        let grid = fixture.draw(columns, rows)
        let layout = WallLayout(size: grid.size, place: .usual)
        let first =
            2 * layout.scale + BigDigits.columns(of: 1, bit: 2 * layout.scale) + max(3, 2 * layout.scale)
        let colour = WallFixture.look().theme.style(.ageOverdue).foreground
        // The rows of the clock: below the title, which has that colour as well.
        var inked = 0
        for row in (layout.upper.row + 1)...(layout.upper.row + 2) {
            for column in first..<(first + 15) {
                let style = grid[column, row].style
                if style.foreground == colour || style.background == colour { inked += 1 }
            }
        }
        #expect(inked >= 3, "\(grid.text())")
    }

    @Test("A P1 is not overdue while a crew is there, whoever else is still under way", arguments: Language.allCases)
    func attended(language: Language) {
        var fixture = WallFixture.quiet()
        let call = fixture.call("robbery", .p1, "Mission/16th", "B07", ago: 900)
        fixture.send(3, to: call, ago: 880, arrived: 420)
        fixture.send(13, to: call, ago: 400, arrived: nil)
        fixture.fold()
        let item = fixture.figures.items.first
        #expect(fixture.figures.p1.count == 0 && fixture.figures.p1Overdue.isEmpty)
        #expect(item?.cause == .attended(UnitID(rawValue: 3), .onScene))
        #expect(item?.age(at: fixture.now) == .seconds(420) && item?.over(at: fixture.now) == nil)
        let words = WallWords(Words(language))
        for (columns, rows) in [(80, 24), (160, 48)] {
            let text = fixture.draw(columns, rows, language).text()
            #expect(text.contains(words.attended("3A12", .onScene)), "\(text)")
            #expect(!text.contains(words.overdueTitle(.p1)), "\(text)")
            #expect(!text.contains(words.lasts("3A22", .dispatched)), "\(text)")
        }
        // Once it has left, the other one is waited for.
        fixture.apply(
            .assignmentAdvanced(
                AssignmentAdvanced(
                    incident: IncidentID(rawValue: call), assignment: AssignmentID(rawValue: 3),
                    unit: UnitID(rawValue: 3), milestone: .cleared, at: fixture.now - .seconds(60))), ago: 60)
        fixture.fold()
        #expect(fixture.figures.p1Overdue.map(\.incident.rawValue) == [call])
    }

    @Test("A crew that stays at a P1 for too long has its row, and the P1 is not overdue")
    func longStay() {
        var fixture = WallFixture.quiet()
        let call = fixture.call("robbery", .p1, "Mission/16th", "B07", ago: 7900)
        fixture.send(3, to: call, ago: 7890, arrived: 7800)
        fixture.fold()
        #expect(fixture.figures.p1Overdue.isEmpty)
        #expect(fixture.figures.items.first?.cause == .unit(UnitID(rawValue: 3), .onScene))
    }

    @Test(
        "A circle is open while its own unit is away, whoever waits at its duty point: as the desk counts it",
        arguments: Language.allCases)
    func ownCircle(language: Language) {
        var fixture = WallFixture.quiet()
        fixture.unit("Q7", circle: 5, post: "Twin Peaks")
        let call = fixture.call("noise", .p3, "Noe St", "B07", ago: 70)
        fixture.send(35, to: call, ago: 60, arrived: nil)
        fixture.fold()
        let figures = fixture.figures
        #expect(fixture.board.units.elements.filter(\.isCircleOpen).map(\.callsign) == ["Q7"])
        #expect(figures.circles.defined == 7 && figures.circles.open.map(\.place.english) == ["Twin Peaks"])
        let words = WallWords(Words(language))
        for (columns, rows) in [(50, 14), (80, 24), (160, 48), (240, 67)] {
            let text = fixture.draw(columns, rows, language).text()
            #expect(!text.contains(words.everyCircle), "\(text)")
            #expect(
                text.contains(words.openCircles(1, of: 7))
                    || text.contains(words.openCircle("Twin Peaks", minutes: 5)), "\(text)")
        }
    }

    @Test("A feed without a heartbeat is not called fresh", arguments: Language.allCases)
    func unjudged(language: Language) {
        let feeds = [WriterFeed(name: "cad", isFresh: true, silence: .minutes(90), isJudged: false)]
        let words = WallWords(Words(language))
        let text = WallFixture.quiet().draw(80, 24, language) { $0.feeds = feeds }.text()
        #expect(text.contains(words.noHeartbeat(["cad"])), "\(text)")
        let page = WallFixture.alarm().draw(80, 24, language) {
            ($0.feeds, $0.page) = (feeds, (.feeds, 2, 2))
        }.text()
        #expect(page.contains(words.unjudged(words.briefAge(.minutes(90)))), "\(page)")
        #expect(!page.contains(words.fresh(words.briefAge(.minutes(90)))), "\(page)")
    }

    @Test("An alert that has returned before anybody answered is none of those that the wall and the desk count")
    func returnedAlerts() {
        var fixture = WallFixture.alarm()
        fixture.apply(.alertCleared(AlertCleared(alert: AlertID(rawValue: 1), at: fixture.now)), ago: 0)
        fixture.fold()
        let alert = fixture.board.alerts[AlertID(rawValue: 1)]
        #expect(alert?.state == .returnedUnacknowledged && alert?.asksForAnswer == true && alert?.isUnanswered == false)
        #expect(fixture.figures.alerts.count == 2 && fixture.figures.alerts.oldest == fixture.now - .seconds(200))
    }

    @Test("Every P1 first; what waits is ordered by age over limit, and what has no limit comes last")
    func order() {
        let figures = WallFixture.alarm().figures
        let (first, others) = (figures.items.prefix { $0.priority == .p1 }, figures.items.drop { $0.priority == .p1 })
        #expect(first.count == figures.p1.count && others.allSatisfy { $0.priority != .p1 })
        for part in [first, others] {
            let ratios = part.map { $0.ratio(at: WallFixture.now) }
            #expect(ratios == ratios.sorted(by: >))
        }
        #expect(figures.items.last?.limit == nil && figures.items.count == 9)
    }

    @Test("A hold that runs keeps a call aside, one that has run out does not")
    func holds() {
        var fixture = WallFixture.quiet()
        let held = fixture.call("robbery", .p1, "A", "B01", ago: 100)
        let over = fixture.call("robbery", .p1, "B", "B01", ago: 100)
        let open = fixture.call("robbery", .p1, "C", "B01", ago: 100)
        let ends: [(UInt32, Timestamp?)] = [
            (held, WallFixture.now + .seconds(60)), (over, WallFixture.now - .seconds(5)), (open, nil),
        ]
        for (call, until) in ends {
            fixture.apply(.incidentHeld(IncidentHeld(incident: IncidentID(rawValue: call), until: until)), ago: 50)
        }
        fixture.fold()
        #expect(fixture.figures.p1.worst.map(\.incident.rawValue) == [over])
    }

    @Test("A unit that was sent and one that was withdrawn: the first serves a call, the second does not")
    func served() {
        var fixture = WallFixture.quiet()
        let sent = fixture.call("robbery", .p1, "A", "B01", ago: 1200)
        fixture.send(3, to: sent, ago: 30, arrived: nil)
        fixture.fold()
        #expect(fixture.figures.p1.count == 0)
        // It waited ten minutes ago and does not now.
        #expect(fixture.figures.p1.change == -1)
    }

    @Test("18,000 that wait are counted, none is left out, and it is not calm")
    func many() {
        var fixture = WallFixture.quiet()
        for index in 0..<18_000 { fixture.call("noise", .p3, "St \(index)", "B01", ago: 3000) }
        fixture.fold()
        let figures = fixture.figures
        #expect(figures.lower.count == 18_002 && figures.itemCount == 18_002)
        #expect(figures.items.count <= WallFigures.kept)
        #expect(WallMood(figures) == .busy)
    }

    @Test("The worst of many are those of a full sort", arguments: [1, 2, 3] as [UInt64])
    func worst(seed: UInt64) {
        var random = Seeded(seed)
        var fixture = WallFixture.quiet()
        for index in 0..<400 {
            let priority = Priority.allCases.randomElement(using: &random) ?? .p1
            fixture.call("noise", priority, "St \(index)", "B01", ago: Int64.random(in: 0...5000, using: &random))
        }
        fixture.fold()
        let now = WallFixture.now
        let all = fixture.board.incidents.elements.filter { $0.waits(at: now) }.map { incident in
            WallItem(
                incident: incident.id, priority: incident.priority, since: incident.waitingFrom,
                limit: Deadlines.standard.waiting[incident.priority]?.limit, cause: .waits
            ).ratio(at: now)
        }
        let kept = fixture.figures.items.map { $0.ratio(at: now) }
        #expect(kept == Array(all.sorted(by: >).prefix(WallFigures.kept)), "seed \(seed)")
    }

    @Test("A silent unit is named with the blind spot it was in")
    func blindSpots() throws {
        var fixture = WallFixture.quiet()
        let point = try #require(GeoPoint(latitude: 37.765, longitude: -122.42))
        fixture.apply(
            .unitPositionReported(
                UnitPositionReported(unit: UnitID(rawValue: 4), point: point, at: WallFixture.now - .seconds(400))),
            ago: 400)
        fixture.fold()
        let other = try #require(GeoPoint(latitude: 37.8, longitude: -122.4))
        fixture.apply(
            .unitPositionReported(
                UnitPositionReported(unit: UnitID(rawValue: 7), point: other, at: WallFixture.now - .seconds(900))),
            ago: 900)
        fixture.fold()
        let rules = WallRules { $0 == point ? "N2" : nil }
        let figures = WallFigures(fixture.board, rules: rules, now: WallFixture.now)
        // The one in the blind spot stands first, however long the other has been silent.
        #expect(figures.silent.map(\.unit.rawValue) == [4, 7])
        #expect(figures.silent.map(\.spot) == ["N2", nil])
        for (columns, rows) in [(50, 14), (160, 48)] {
            let text = fixture.draw(columns, rows) { $0.figures = figures }.text()
            #expect(text.contains("no radio, N2: 3A13 silent 06:40"), "\(text)")
        }
        let unnamed = WallFigures(fixture.board, rules: WallRules { _ in "" }, now: WallFixture.now)
        #expect(fixture.draw(160, 48, .chinese) { $0.figures = unnamed }.text().contains("盲区 3A16 失联 15:00"))
    }

    @Test("Below the reserve it is not calm")
    func reserve() {
        let fixture = WallFixture.quiet()
        let figures = WallFigures(fixture.board, rules: WallRules(reserve: 27), now: WallFixture.now)
        #expect(figures.isBelowReserve && WallMood(figures) == .busy)
    }

    @Test("It counts by the rules that its board has adopted; a reserve that it was started with goes before theirs")
    func adopted() throws {
        let text = "reserve = 5\n[deadlines.waiting]\nP1 = \"90s\""
        let adoption = try RoomRules.read(text: text, file: "room.toml").adoption
        var board = Board()
        board.apply(EventRecord(position: 1, at: WallFixture.now, actor: .system, body: .rulesAdopted(adoption)))
        var (rules, own) = (WallRules(), WallRules(reserve: 9))
        rules.follow(board)
        own.follow(board)
        #expect(rules.reserve == 5 && own.reserve == 9)
        #expect(rules.deadlines.waiting[.p1]?.limit == .seconds(90))
        rules.follow(Board())
        #expect(rules.reserve == nil && rules.deadlines == .standard)
    }
}

@Suite("What can be read from where")
struct LegibilityTests {
    @Test("Rows and columns of a 55-inch screen", arguments: [(3.0, 23, 81), (5, 14, 50), (8, 9, 31)])
    func rows(distance: Double, rows: Int, columns: Int) {
        let place = WallPlace(inches: 55, distance: distance)
        #expect(place.rows == rows)
        #expect(abs(place.columns - columns) <= 1)
    }

    @Test("A desk's 160x48 on a wall: words to 1.4 m, digits of two rows a dot to 24 m")
    func small() {
        #expect(Int(WallPlace.usual.wordsLegible(rows: 48) * 10) == 14)
        #expect(Int(WallPlace.usual.digitsLegible(rows: 48, scale: 2)) == 24)
    }

    @Test("The font that is set makes just the legible rows")
    func font() {
        for distance in stride(from: 2.0, through: 12, by: 0.5) {
            let place = WallPlace(inches: 55, distance: distance)
            let line = Double(place.font(pixels: 2160)) * 1.164
            #expect(Int(2160 / line) >= place.rows)
            #expect(2160 / line < Double(place.rows) + 1)
        }
    }

    @Test("A larger terminal gets larger figures, never smaller ones")
    func scales() {
        let sizes = [(50, 14), (80, 24), (160, 48), (240, 67)]
        let scales = sizes.map {
            WallLayout(size: .init(columns: $0.0, rows: $0.1), place: .usual).scale
        }
        #expect(scales == scales.sorted() && scales == [1, 2, 3, 5])
        // As tall on the wall as five legible rows, about.
        for (size, scale) in zip(sizes, scales) {
            #expect(WallPlace.usual.digitsLegible(rows: size.1, scale: scale) > 24)
        }
    }
}
