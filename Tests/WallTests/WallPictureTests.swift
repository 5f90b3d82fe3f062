import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Themes
import Wording

@testable import Wall

/// Each fault that was seen on the old wall, on drawn pictures.
@Suite("What the wall shows")
struct WallPictureTests {
    private static let sizes = [(50, 14), (31, 9), (80, 24), (160, 48), (240, 67)]

    /// Cells filled with the colour of a role: the ink of a digit, or its plate.
    private func filled(_ grid: Grid, _ look: WallLook, _ role: Role) -> Int {
        let colour = look.plate(role).background
        return grid.cells.count { $0.style.background == colour }
    }

    @Test("From 8 m on 55 inches the count, the type and the place of a P1 are there and legible")
    func eightMetres() {
        let place = WallPlace(inches: 55, distance: 8)
        let grid = WallFixture.alarm().draw(31, 9) { $0.place = place }
        #expect(grid.size.rows <= place.rows && grid.size.columns <= place.columns)
        #expect(place.wordsLegible(rows: grid.size.rows) > 7.5)
        let text = grid.text()
        #expect(text.contains("ROBBERY") && text.contains("Mission/16th") && text.contains("04:12!"))
        // The count in digits of five rows on the plate.
        let plate = WallFixture.look().plate(.priorityP1)
        let ink = (1...6).filter { row in
            (0..<10).contains { grid[$0, row].style.background == plate.foreground }
        }
        #expect(ink.count == 5)
    }

    @Test("The plate stands only while a P1 waits", arguments: sizes)
    func plate(columns: Int, rows: Int) {
        let look = WallFixture.look()
        #expect(filled(WallFixture.alarm().draw(columns, rows), look, .priorityP1) > columns)
        #expect(filled(WallFixture.quiet().draw(columns, rows), look, .priorityP1) == 0)
    }

    @Test("An answered emergency keeps the plate until it is resolved", arguments: sizes)
    func emergency(columns: Int, rows: Int) {
        var fixture = WallFixture.emergency()
        #expect(fixture.board.alerts.elements.allSatisfy { $0.kind != .emergency || $0.acknowledged })
        let magenta = WallFixture.look().theme.style(.emergency).background
        func plate() -> Int { fixture.draw(columns, rows).cells.count { $0.style.background == magenta } }
        #expect(plate() > columns)
        #expect(fixture.draw(columns, rows).holds("3A11"))
        fixture.status(2, .available, ago: 0)
        fixture.close(UInt32(fixture.board.counters.incidents), ago: 0)
        fixture.fold()
        #expect(plate() == 0)
    }

    @Test("Nothing is said to be covered that was not counted")
    func noFalseAllClear() {
        let words = WallWords(Words(.english))
        let empty = WallFixture().draw(80, 24).text()
        #expect(empty.contains(words.emptyBoard) && empty.contains(words.noBeats) && empty.contains(words.noCircles))
        #expect(!empty.contains(words.everyBeat) && !empty.contains(words.everyCircle))
        let quiet = WallFixture.quiet().draw(80, 24).text()
        #expect(quiet.contains(words.everyBeat) && quiet.contains(words.everyCircle))
        var open = WallFixture.quiet()
        open.status(29, .onScene, ago: 60)
        open.status(30, .onScene, ago: 60)
        open.fold()
        for (columns, rows) in WallPictureTests.sizes {
            let text = open.draw(columns, rows).text()
            #expect(!text.contains(words.everyCircle), "\(columns)x\(rows)")
            #expect(text.contains("circles open"), "\(columns)x\(rows)")
        }
    }

    @Test("18,000 that wait below P2 are on the picture", arguments: sizes)
    func many(columns: Int, rows: Int) {
        var fixture = WallFixture.quiet()
        for index in 0..<18_000 { fixture.call("noise", .p3, "St \(index)", "B01", ago: 3000) }
        fixture.fold()
        let text = fixture.draw(columns, rows).text()
        let isInDigits =
            BigDigits.columns(
                of: 18_002, bit: 2 * WallLayout(size: Size(columns: columns, rows: rows), place: .usual).scale) + 4
            <= columns
        #expect(text.contains("18 002") || isInDigits)
        #expect(text.contains("P3+"))
    }

    @Test("A number of three digits is as tall as one of one digit", arguments: sizes)
    func threeDigits(columns: Int, rows: Int) {
        var fixture = WallFixture.quiet()
        for index in 0..<123 { fixture.call("robbery", .p1, "St \(index)", "B01", ago: 300) }
        fixture.fold()
        let look = WallFixture.look()
        let ink = look.plate(.priorityP1).foreground
        func height(_ grid: Grid) -> Int {
            (0..<rows).count { row in (0..<columns).contains { grid[$0, row].style.background == ink } }
        }
        let (many, few) = (fixture.draw(columns, rows), WallFixture.alarm().draw(columns, rows))
        #expect(height(many) == height(few) && height(few) > 0)
        #expect(many.holds("Robbery"))
    }

    @Test(
        "P1 differs from P2 by its form at every depth of colour", arguments: ColourDepth.allCases, ["dark", "light"])
    func forms(depth: ColourDepth, theme: String) {
        let look = WallFixture.look(theme, depth: depth, noColour: depth == .mono)
        let plate = look.plate(.priorityP1)
        let ground = look.theme.style(.text)
        // A plate is filled; P2 stands in its ink on the ground, and each has a mark of its own.
        #expect(plate.background != ground.background || plate.attributes.contains(.reverse))
        let grid = WallFixture.alarm().draw(50, 14, look: look)
        #expect(grid[1, 1].style.background == plate.background)
        #expect(grid[1, 1].style.attributes.contains(.reverse) == plate.attributes.contains(.reverse))
        #expect(grid[29, 1].style.background == ground.background && !grid[29, 1].style.attributes.contains(.reverse))
        #expect(grid.text().contains("▲ P1") && grid.text().contains("◆ P2"))
    }

    @Test("The abnormal is the most salient: free units have no colour and no digits while a P1 waits")
    func salience() {
        let grid = WallFixture.alarm().draw(50, 14)
        let look = WallFixture.look()
        #expect(grid.cells.count { $0.style.background == look.theme.style(.text).foreground } == 0)
        #expect(grid.text().contains("free 24/34"))
    }

    @Test("At night the ground is black, and the plate stands out seven to one")
    func night() {
        var look = WallFixture.look()
        look.isNight = true
        let grid = WallFixture.alarm().draw(50, 14, look: look)
        let black = Colour.rgb(0, 0, 0)
        #expect(grid[49, 5].style.background == black && grid[49, 0].style.background == black)
        let plate = look.plate(.priorityP1)
        #expect(contrast(plate.background, black) >= 7)
        #expect(contrast(plate.background, plate.foreground) >= 7)
    }

    /// The contrast of two colours (WCAG 2.2).
    private func contrast(_ one: Colour, _ other: Colour) -> Double {
        func light(_ colour: Colour) -> Double {
            guard let parts = colour.parts else { return 0 }
            let values = [parts.red, parts.green, parts.blue].map { channel($0) }
            return 0.2126 * values[0] + 0.7152 * values[1] + 0.0722 * values[2]
        }
        // Between the squares and the cubes: within a hundredth of the curve of sRGB.
        func channel(_ value: UInt8) -> Double {
            let part = Double(value) / 255
            return part * part * (0.6 + 0.4 * part)
        }
        let (a, b) = (max(light(one), light(other)), min(light(one), light(other)))
        return (a + 0.05) / (b + 0.05)
    }

    @Test("While the picture is not live nothing has a colour, digits are hatched, ages say when", arguments: sizes)
    func dead(columns: Int, rows: Int) {
        let look = WallFixture.look()
        let coloured: [Role] = [.priorityP1, .priorityP2, .freshnessGood, .modeLive, .coverageOpen]
        let colours = Set(coloured.flatMap { [look.theme.style($0).foreground, look.theme.style($0).background] })
            .subtracting([look.theme.style(.text).background, look.theme.style(.strip).background])
        for life in [
            WallLife.late(.seconds(4)), .dead(WallDeath(.writerSilent, since: WallFixture.now, ago: .seconds(45))),
        ] {
            let grid = WallFixture.alarm().draw(columns, rows) { $0.life = life }
            let found = grid.cells.filter {
                colours.contains($0.style.foreground) || colours.contains($0.style.background)
            }
            #expect(found.isEmpty, "\(columns)x\(rows) \(life)")
            #expect(grid.text().contains("▒"))
            #expect(grid.text().contains(life == .late(.seconds(4)) ? "LATE" : "NOT LIVE"))
        }
    }

    @Test(
        "What is dead is named, and whom to ring",
        arguments: [
            (WallDeath.Cause.writerSilent, "the console that writes is silent"),
            (.writerEnded, "no console writes the journal"), (.disk("the disk is full"), "the disk is full"),
            (.store("moved"), "moved"), (.feeds, "every feed is silent"), (.wall(restarts: 2), "start 2"),
        ])
    func causes(cause: WallDeath.Cause, says: String) {
        let grid = WallFixture.alarm().draw(50, 14) {
            $0.life = .dead(WallDeath(cause, since: WallFixture.now - .seconds(45), ago: .seconds(45)))
        }
        #expect(grid.text().contains(says) && grid.text().contains("call the desk · 4417"))
        #expect(grid.text().contains("00:45"))
    }

    @Test("Nothing but the marker's cell changes while it flashes")
    func flashing() {
        let fixture = WallFixture.alarm()
        for (columns, rows) in WallPictureTests.sizes {
            let frames = [false, true].map { lit in
                fixture.draw(columns, rows) { ($0.flashes, $0.blinkOn) = (true, lit) }
            }
            let changed = frames[0].cells.indices.filter { frames[0].cells[$0] != frames[1].cells[$0] }
            #expect(changed.count == 1, "\(columns)x\(rows)")
            #expect(changed.allSatisfy { frames[0].cells[$0].base == UInt32(0x25B2) })
            #expect(frames[0].text() == frames[1].text())
        }
    }

    @Test("The title of an exercise stands on the strip and covers no figure")
    func exercise() {
        var fixture = WallFixture.alarm()
        fixture.apply(.modeDeclared(ModeDeclared(mode: .exercise, title: "Evening peak")))
        fixture.apply(.exerciseNoted(ExerciseNoted()))
        fixture.fold()
        let (drill, live) = (fixture.draw(80, 24), WallFixture.alarm().draw(80, 24))
        #expect(drill.text(row: 0).contains("EXERCISE"))
        for row in 1..<24 { #expect(drill.text(row: row) == live.text(row: row)) }
    }

    @Test("In Chinese every row is as wide as it should be", arguments: sizes)
    func wide(columns: Int, rows: Int) {
        let grid = WallFixture.alarm().draw(columns, rows, .chinese)
        #expect(grid.text().contains("一级"))
        for row in 0..<rows {
            let width = (0..<columns).reduce(0) { $0 + Int(grid[$1, row].width) }
            #expect(width == columns)
        }
    }

    @Test("No size makes it refuse, and what stands on it is never outside")
    func anySize() {
        for (columns, rows) in [(1, 1), (10, 3), (23, 7), (24, 8), (45, 13), (46, 12), (300, 90), (500, 20), (40, 200)]
        {
            for fixture in [WallFixture.alarm(), .quiet(), .emergency(), WallFixture()] {
                let grid = fixture.draw(columns, rows) { $0.shift = 3 }
                #expect(grid.size == Size(columns: columns, rows: rows))
                if rows > 2, columns > 20, fixture.figures.p1.count > 0 { #expect(grid.text().contains("P1")) }
            }
        }
    }

    @Test("A ground that is read, or that cannot be used, is told of, and its page goes on without it")
    func ground() {
        var fixture = WallFixture.quiet()
        fixture.fold()
        let fault = "/etc/watchfloor/ground.toml:3:1: beats: no polygon has the property \"code\""
        for (columns, rows) in [(50, 14), (80, 24), (160, 48), (240, 67)] {
            func page(_ note: WallGroundNote) -> String {
                fixture.draw(columns, rows) { scene in
                    scene.feeds = []
                    (scene.ground, scene.page) = (note, (.map, 2, 3))
                    scene.map = { look, grid, area in
                        grid.write("(map)", column: area.column, row: area.row, style: look.style(.text))
                    }
                }.text()
            }
            let (reading, faulty) = (page(.reading), page(.faulty(fault)))
            #expect(reading.split(separator: "\n").first?.contains("reading the ground") == true, "\(reading)")
            #expect(faulty.split(separator: "\n").first?.contains("ground faulty") == true, "\(faulty)")
            guard rows > 14 else { continue }
            #expect(faulty.contains("ground.toml:3:1") && faulty.contains("(map)"), "\(faulty)")
        }
        let waiting = fixture.draw(80, 24) { scene in
            scene.ground = .faulty(fault)
            scene.life = .waiting(WallWait(folder: "/srv"))
        }
        #expect(waiting.text().contains("ground.toml:3:1"))
    }
}
