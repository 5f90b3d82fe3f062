import Core
import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Testing
import Wording

@testable import Wall

extension Grid {
    /// True when a text stands on it in words, as a headline, or in letters of dots.
    func holds(_ words: String) -> Bool {
        let rows = (0..<size.rows).map { text(row: $0) }
        if rows.contains(where: { $0.contains(words) || $0.contains(words.uppercased()) }) { return true }
        return BigLetters.Face.allCases.contains { face in
            guard let columns = BigLetters.columns(of: words, face) else { return false }
            var own = Grid(size: Size(columns: columns, rows: face.rows))
            BigLetters.draw(words, face, into: &own, column: 0, row: 0, style: Style())
            return (0...max(0, size.rows - face.rows)).contains { row in
                (0...max(0, size.columns - columns)).contains { column in
                    (0..<face.rows).allSatisfy { line in
                        (0..<columns).allSatisfy { own[$0, line].base == self[column + $0, row + line].base }
                    }
                }
            }
        }
    }

    /// The column in which a text begins, and its row; nil where it does not stand.
    func place(of text: String) -> [Int]? {
        for row in 0..<size.rows {
            let line = self.text(row: row)
            guard let range = line.range(of: text) else { continue }
            return [TextWidth.columns(of: String(line[..<range.lowerBound])), row]
        }
        return nil
    }
}

/// Where figures stand, and that none of them is lost.
@Suite("Where figures stand on the wall")
struct WallPlacesTests {
    private static let full = [(50, 14), (80, 24), (160, 48), (240, 67)]

    private static var busy: [WallFixture] {
        var one = WallFixture.quiet()
        one.call("crash", .p2, "Lombard", "B06", ago: 480)
        one.fold()
        var two = WallFixture.quiet()
        two.alert(ago: 70)
        two.fold()
        return [one, two, .alarm(), .emergency()]
    }

    @Test("Whoever called, the wall is the same: it says nothing of callers", arguments: full)
    func noCallers(size: (Int, Int)) {
        for fixture in WallPlacesTests.busy {
            var known = fixture
            for incident in fixture.board.incidents.elements {
                guard let report = incident.reports.first else { continue }
                let caller = Caller(name: "Ms Li", callback: "555-0100", flat: "1203", way: .walkIn)
                known.apply(
                    .callerCorrected(CallerCorrected(incident: incident.id, report: report.number, after: caller)))
            }
            known.fold()
            #expect(known.board.incidents.elements.contains { $0.reports.contains { $0.callback == "555-0100" } })
            let (with, without) = (known.draw(size.0, size.1), fixture.draw(size.0, size.1))
            #expect((0..<size.1).map { with.text(row: $0) } == (0..<size.1).map { without.text(row: $0) })
        }
    }

    @Test("P2 and alerts have places of their own, whatever is urgent", arguments: full, Language.allCases)
    func fixed(size: (Int, Int), language: Language) throws {
        let words = WallWords(Words(language))
        var places: Set<[[Int]]> = []
        for fixture in WallPlacesTests.busy {
            let grid = fixture.draw(size.0, size.1, language)
            let marks = ["◆ \(words.priority(.p2))", "● \(words.alerts)"]
            places.insert(try marks.map { try #require(grid.place(of: $0), "\(grid.text())") })
        }
        #expect(places.count == 1, "\(places)")
    }

    @Test("In an emergency P1, P2, alerts and the free units stay in sight", arguments: full + [(31, 9)])
    func emergency(columns: Int, rows: Int) {
        let text = WallFixture.emergency().draw(columns, rows).text()
        let marks = rows > 9 ? ["◆ P2", "● alerts", "○ free 22/34"] : ["▲ P1 2", "◆ P2 5", "● 3", "○ 22/34"]
        for figure in marks { #expect(text.contains(figure), "\(figure)\n\(text)") }
        if rows > 9 { #expect(text.contains("▲ P1 2 04:12!"), "\(text)") }
    }

    @Test("That nobody was sent to an officer is said in so many words", arguments: Language.allCases)
    func nobody(language: Language) {
        var fixture = WallFixture.alarm()
        fixture.status(2, .emergency, ago: 95)
        fixture.call("officer-emergency", .p1, "Pier 39", "B02", ago: 95, emergency: 2)
        fixture.fold()
        let words = WallWords(Words(language))
        for (columns, rows) in WallPlacesTests.full {
            let text = fixture.draw(columns, rows, language).text()
            #expect(text.contains(words.oldestWaiting) && text.contains(words.nobodySent), "\(text)")
        }
    }

    @Test("An age that has stopped says so whole, with its limit", arguments: full, Language.allCases)
    func late(size: (Int, Int), language: Language) {
        let words = WallWords(Words(language))
        let lives = [
            WallLife.late(.seconds(4)), .dead(WallDeath(.writerSilent, since: WallFixture.now, ago: .seconds(45))),
        ]
        for life in lives {
            let text = WallFixture.alarm().draw(size.0, size.1, language) { $0.life = life }.text()
            #expect(text.contains(words.lastHeardAge) && text.contains("3:00"), "\(text)")
        }
    }

    @Test(
        "A picture that is old keeps P2, alerts and the free units, hatched, and says which picture it is",
        arguments: full + [(31, 9)], BoardMode.allCases)
    func dead(size: (Int, Int), mode: BoardMode) {
        let words = WallWords(Words(.english))
        let grid = WallFixture.alarm().draw(size.0, size.1) { scene in
            scene.mode = mode
            scene.life = .dead(WallDeath(.writerSilent, since: WallFixture.now, ago: .seconds(45)))
        }
        let text = grid.text()
        let marks = size.1 > 9 ? ["P1", "◆ P2", "● alerts", "free 24/34"] : ["P1", "◆ P2 5", "● 3", "○ 24/34"]
        for figure in marks { #expect(text.contains(figure), "\(figure)\n\(text)") }
        #expect(text.contains(" \(words.modePlate(mode))") || mode == .live, "\(text)")
        #expect(text.contains("when last heard"), "\(text)")
        guard size.1 > 9 else { return }
        // Whose time it is, and whom to ring.
        #expect(text.contains("board 19:32:07") && text.contains("4417"), "\(text)")
        // Digits of P1, P2 and alerts are hatched.
        let ends = [0] + ["◆ P2", "● alerts"].compactMap { grid.place(of: $0)?[0] } + [size.0]
        for (first, end) in zip(ends, ends.dropFirst()) {
            let cells = (3..<(size.1 / 2 + 1)).flatMap { row in (first..<end).map { grid[$0, row].base } }
            #expect(cells.contains(0x2592), "\(first)\n\(text)")
        }
    }

    @Test("The clock of a replay and of an exercise is named", arguments: [(50, 14), (80, 24)])
    func clocks(columns: Int, rows: Int) {
        for mode in [BoardMode.replay, .exercise] {
            let row = WallFixture.alarm().draw(columns, rows) { $0.mode = mode }.text(row: 0)
            #expect(row.contains(WallWords(Words(.english)).clock(WallFixture.now, of: mode)), "\(row)")
        }
    }

    @Test("The guard's own plate keeps the figures and the mark of an exercise", arguments: [false, true])
    func guardian(wasOld: Bool) {
        let words = WallWords(Words(.english))
        let picture = GuardPicture(words: words, look: WallFixture.look(), contact: "4417")
        let death = WallDeath(.wall(restarts: 0), since: WallFixture.now, ago: .seconds(4))
        let last = WallFixture.alarm().sent(80, 24) { scene in
            scene.mode = .exercise
            if wasOld { scene.life = .dead(WallDeath(.writerSilent, since: scene.now, ago: .seconds(45))) }
        }
        let text = picture.dead(death, last: last, size: last.grid.size, now: WallFixture.now + .seconds(4)).text()
        for figure in ["NOT LIVE", "EXERCISE", "P1", "P2", "alerts", "free 24/34", "now 19:32:11"] {
            #expect(text.contains(figure), "\(figure)\n\(text)")
        }
        #expect(text.split(separator: "\n").count { $0.contains("NOT LIVE") } == 1)
    }

    @Test("In ASCII, where two figures have one mark, the row of words loses none of them")
    func ascii() {
        let marks = ["▲": "!", "◆": "*", "●": "#", "○": "o", "□": "o"]
        let look = WallFixture.look(glyphs: .ascii)
        for fixture in WallPlacesTests.busy {
            for columns in 28...60 {
                let row = fixture.draw(columns, 9).text(row: 7)
                let expected = marks.reduce(row) { $0.replacing($1.key, with: $1.value) }
                #expect(fixture.draw(columns, 9, look: look).text(row: 7) == expected, "\(columns) \(row)")
            }
        }
        let text = WallFixture.alarm().draw(31, 9, look: look).text()
        #expect(text.contains("* P2 5 09:58 # 3 o 24/34 o 2"), "\(text)")
    }

    @Test("What has no room is counted")
    func more() {
        var fixture = WallFixture.quiet()
        for unit in 29...34 { fixture.status(UInt32(unit), .onScene, ago: Int64(60 * unit)) }
        fixture.call("crash", .p2, "Lombard", "B06", ago: 480)
        fixture.fold()
        #expect(fixture.figures.circles.open.count == 6)
        for (columns, rows) in WallPlacesTests.full {
            let grid = fixture.draw(columns, rows)
            let line = grid.text(row: WallLayout(size: grid.size, place: .usual).uncovered.row)
            let shown = line.count { $0 == "▯" }
            #expect(line.contains("+\(6 - shown)"), "\(line)")
        }
        var feeds = [WriterFeed]()
        for index in 0..<30 { feeds.append(WriterFeed(name: "feed\(index)", isFresh: true, silence: .seconds(1))) }
        let page = WallFixture.quiet().draw(80, 24) { ($0.feeds, $0.page) = (feeds, (.feeds, 1, 1)) }.text()
        let shown = (0..<30).count { page.contains("feed\($0) ") }
        #expect(shown > 0 && page.contains("+\(30 - shown)"), "\(page)")
        let kept = WallFixture.quiet().draw(46, 14).text()
        let named = ["ack ", "en route ", "arrive "].count { kept.contains($0) }
        #expect(kept.contains("kept this shift") && named < 3 && kept.contains("+\(3 - named)"), "\(kept)")
    }

    @Test("A nought is no large figure, live or not", arguments: full)
    func nought(columns: Int, rows: Int) throws {
        var fixture = WallFixture.quiet()
        fixture.alert(ago: 70)
        fixture.fold()
        let look = WallFixture.look()
        let lives = [WallLife.live, .dead(WallDeath(.writerSilent, since: WallFixture.now, ago: .seconds(45)))]
        for life in lives {
            let grid = fixture.draw(columns, rows) { $0.life = life }
            let (p2, alerts) = (try #require(grid.place(of: "◆ P2")), try #require(grid.place(of: "● alerts")))
            func inked(_ columns: Range<Int>) -> Int {
                (p2[1] + 1...p2[1] + 5 * (rows / 14)).reduce(0) { count, row in
                    count
                        + columns.count { column in
                            let cell = grid[column, row]
                            return cell.base == 0x2592 || cell.style.background != look.ground.background
                        }
                }
            }
            #expect(inked(p2[0]..<alerts[0]) == 0 && inked(alerts[0]..<columns) > 0, "\(grid.text())")
        }
    }

    @Test("A queue that leaves room has the map below it, and one that does not keeps its rows", arguments: full)
    func mapBelow(columns: Int, rows: Int) {
        for (fixture, isFull) in [(WallFixture.quiet(), false), (.alarm(), true)] {
            var areas: [Rect] = []
            let grid = fixture.draw(columns, rows) { scene in
                scene.map = { _, _, area in areas.append(area) }
            }
            let layout = WallLayout(size: grid.size, place: .usual)
            #expect(areas.count == (layout.isWide && (!isFull || rows > 48) ? 1 : 0), "\(columns)x\(rows) \(areas)")
            for area in areas {
                for row in area.row..<area.endRow {
                    let left = String(grid.text(row: row).prefix(area.columns))
                    #expect(!left.contains { $0 != " " }, "\(left)")
                }
            }
        }
    }

    @Test("The title over what is covered fits what stands below it", arguments: Language.allCases)
    func coverage(language: Language) {
        let words = WallWords(Words(language))
        let grid = WallFixture.alarm().draw(160, 48, language)
        #expect(grid.text().contains(words.coverage))
        let old = WallFixture.alarm().draw(160, 48, language) { $0.life = .late(.seconds(4)) }
        #expect(old.text().contains(words.coverageThen))
    }
}

@Suite("Letters of dots")
struct BigLettersTests {
    private static let signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-+.,':()&#!"

    @Test("Every sign has its own form, as high as its face", arguments: BigLetters.Face.allCases)
    func forms(face: BigLetters.Face) throws {
        var forms: [String: Character] = [:]
        for sign in BigLettersTests.signs {
            let columns = try #require(BigLetters.columns(of: String(sign), face), "\(sign)")
            var grid = Grid(size: Size(columns: columns, rows: face.rows))
            BigLetters.draw(String(sign), face, into: &grid, column: 0, row: 0, style: Style())
            let form = grid.text()
            #expect(forms.updateValue(sign, forKey: form) == nil, "\(sign) looks like another")
            #expect(form.contains { $0 != " " && $0 != "\n" })
        }
        #expect(BigLetters.columns(of: "", face) == nil && BigLetters.columns(of: "抢劫", face) == nil)
    }

    @Test("Small letters are drawn as capitals, and a word takes the room that was said")
    func words() {
        for face in BigLetters.Face.allCases {
            #expect(BigLetters.columns(of: "Pier 39", face) == BigLetters.columns(of: "PIER 39", face))
            let columns = BigLetters.columns(of: "Pier 39", face) ?? 0
            var grid = Grid(size: Size(columns: columns + 8, rows: face.rows))
            BigLetters.draw("Pier 39", face, into: &grid, column: 0, row: 0, style: Style())
            for row in 0..<face.rows {
                for column in columns..<grid.size.columns { #expect(grid[column, row].base == 0x20) }
            }
        }
    }

    @Test("Type and place of a P1 are drawn large where cells are smaller than a legible row")
    func large() {
        // A word that has room only in letters of half columns stands in the terminal's own.
        for (columns, rows, isLarge) in [(50, 14, false), (80, 24, false), (160, 48, true), (240, 67, true)] {
            let grid = WallFixture.alarm().draw(columns, rows)
            let upper = WallLayout(size: grid.size, place: .usual).upper
            let words = (upper.row..<upper.endRow).map { grid.text(row: $0) }.joined(separator: "\n")
            #expect(words.contains("ROBBERY") != isLarge, "\(words)")
            #expect(grid.holds("ROBBERY") && grid.holds("Mission/16th"), "\(grid.text())")
            // There is no such font for Chinese: the strip says which font is wanted.
            let chinese = WallFixture.alarm().draw(columns, rows, .chinese)
            #expect(chinese.text().contains("抢劫正在发生") && chinese.text(row: 0).contains("宜用") == (rows > 14))
        }
    }

    @Test("What has no room in any face, or a letter without dots, stands in words")
    func inWords() {
        var fixture = WallFixture.quiet()
        fixture.call("robbery", .p1, "Straße des 17. Juni, corner of Bellevue", "B07", ago: 252)
        fixture.fold()
        for (columns, rows) in [(80, 24), (240, 67)] {
            let grid = fixture.draw(columns, rows)
            #expect(grid.holds("ROBBERY") && grid.text().contains("Straße des 17."), "\(grid.text())")
        }
    }
}
