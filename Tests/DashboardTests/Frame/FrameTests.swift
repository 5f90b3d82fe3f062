import DispatchModel
import DispatchPolicy
import Foundation
import TerminalKit
import TestSupport
import Testing
import Themes
import Wording

@testable import Dashboard

@Suite("Frames")
struct FrameTests {
    @Test("nothing traps, at any size, in any state", arguments: [31, 32])
    func anySize(seed: UInt64) {
        var random = Seeded(seed)
        let themes = [
            Fixture.theme("dark"), Fixture.theme("light", depth: .eight), Fixture.theme("dark", noColour: true),
        ]
        var fixture = Fixture.evening()
        for step in 0..<120 {
            let columns = step < 40 ? step + 1 : Int.random(in: 1...300, using: &random)
            let rows = step < 40 ? step % 20 + 1 : Int.random(in: 1...100, using: &random)
            fixture.randomise(using: &random)
            let grid = fixture.draw(
                columns, rows, step % 2 == 0 ? .english : .chinese, theme: themes[step % 3],
                glyphs: step % 5 == 0 ? .ascii : .unicode, blinkOn: step % 7 == 0)
            #expect(grid.size == Size(columns: columns, rows: rows), "seed \(seed), step \(step)")
        }
        for (columns, rows) in [
            (0, 0), (1, 0), (0, 1), (1, 1), (2, 2), (300, 1), (1, 100), (59, 16), (60, 15), (60, 16),
        ] {
            let grid = fixture.draw(columns, rows)
            #expect(grid.size == Size(columns: columns, rows: rows))
        }
    }

    @Test("a small terminal is told what is needed", arguments: Language.allCases)
    func tooSmall(language: Language) {
        var fixture = Fixture.evening()
        let text = fixture.draw(40, 10, language).text()
        #expect(text.contains("60x16"))
        #expect(text.contains("40x10"))
    }

    @Test("hostile text leaves the borders where they are", arguments: Language.allCases)
    func hostileText(language: Language) {
        let shared = Hostile.shared()
        let handfuls = stride(from: 0, to: shared.count, by: 10).map { Array(shared[$0..<min($0 + 10, shared.count)]) }
        for texts in (Hostile.own.map { [$0] } + handfuls).tiered() {
            var fixture = Fixture.evening()
            fixture.poison(with: texts)
            expectStraightBorders(fixture.draw(112, 34, language), [0, 67, 68, 111], texts)
            fixture.view.focus = .feeds
            expectStraightBorders(fixture.draw(112, 34, language), [0, 67, 68, 111], texts)
            fixture.view.zoomed = .feeds
            expectStraightPopup(fixture.draw(112, 34, language), texts)
            fixture.view.scorecard = Fixture.scorecard(hostile: texts)
            (fixture.view.focus, fixture.view.zoomed) = (.scorecard, nil)
            expectStraightBorders(fixture.draw(112, 34, language), [0, 67, 68, 111], texts)
            (fixture.view.focus, fixture.view.zoomed) = (.dispatch, nil)
            for letters in [
                Fixture.letters(at: fixture.now, hostile: texts), Fixture.openLetter(at: fixture.now, hostile: texts),
            ] {
                fixture.view.layers.open(letters)
                expectStraightPopup(fixture.draw(112, 34, language), texts)
            }
            fixture.view.layers.open(fixture.assignView())
            expectStraightBorders(fixture.draw(112, 34, language), [0, 111], texts)
        }
    }

    /// A pop-up over the whole screen keeps both its sides.
    private func expectStraightPopup(_ grid: Grid, _ texts: [String]) {
        for row in 3..<grid.size.rows - 3 {
            #expect(grid[0, row].base == 0x2502, "row \(row): \(texts.debugDescription)")
            #expect(grid[grid.size.columns - 1, row].base == 0x2502, "row \(row): \(texts.debugDescription)")
        }
    }

    private func expectStraightBorders(_ grid: Grid, _ columns: [Int], _ texts: [String]) {
        let vertical: Set<UInt32> = [0x2502, 0x250C, 0x2510, 0x2514, 0x2518]
        for row in 1..<grid.size.rows - 1 {
            let crooked = columns.filter { !vertical.contains(grid[$0, row].base) }
            #expect(crooked.isEmpty, "row \(row): \(texts.debugDescription)")
        }
    }

    @Test(
        "a unit whose position is doubted has a mark in its row, and its detail says why", arguments: Language.allCases)
    func doubtful(language: Language) throws {
        var fixture = Fixture.evening()
        let (unit, words) = (UnitID(rawValue: 2), Words(language))
        let before = fixture.draw(160, 48, language).text()
        fixture.board.doubt(unit, [.noFix, .inaccurate], at: fixture.now - .seconds(70))
        fixture.board.doubt(unit, [.noFix, .inaccurate], at: fixture.now - .seconds(3))
        let row = fixture.draw(160, 48, language).text()
        let known = try #require(fixture.board.units[unit])
        let at = try #require(fixture.board.position(of: known)?.at)
        for mark in [known.callsign + "?", "? " + words.briefAge(fixture.now - at)] {
            #expect(row.contains(mark) && !before.contains(mark), "\(mark)\n\(row)")
        }
        fixture.view.focus = .detail
        fixture.view.detailSubject = .unit(unit)
        fixture.view.layers.open(DetailLayer())
        let text = fixture.draw(160, 48, language).text()
        for mark in [words.doubts([.noFix, .inaccurate]), words.label(.doubtful)] {
            #expect(text.contains(mark) && !before.contains(mark), "\(mark)\n\(text)")
        }
    }

    @Test("every priority and severity can be told without colour")
    func withoutColour() {
        var fixture = Fixture.evening()
        let theme = Fixture.theme("dark", noColour: true)
        let grid = fixture.draw(160, 48, theme: theme)
        let lines = grid.text().split(separator: "\n").map(String.init)
        for priority in ["▲ P1", "◆ P2", "  P3", "  P4", "  P5"] {
            #expect(lines.contains { $0.contains(priority) }, "\(priority)")
        }
        for severity in ["● high", "● medium", "● low", "◌ medium", "○ medium"] {
            #expect(lines.contains { $0.contains(severity) }, "\(severity)")
        }
        #expect(lines.contains { $0.contains("04:12!") }, "what is overdue has a mark of its own")
        #expect(grid.cells.allSatisfy { $0.style.foreground == .standard && $0.style.background == .standard })
    }

    @Test("only the markers of severe unanswered alerts flash")
    func blink() {
        var fixture = Fixture.evening()
        let off = fixture.draw(160, 48)
        let on = fixture.draw(160, 48, blinkOn: true)
        var changed: [UInt32] = []
        for (before, after) in zip(off.cells, on.cells) where before != after { changed.append(after.base) }
        #expect(changed == [0x25CF])
    }

    @Test("an ASCII frame holds ASCII")
    func ascii() {
        var fixture = Fixture.evening()
        fixture.view.freeze(at: fixture.now - .seconds(9))
        let grid = fixture.draw(160, 48, glyphs: .ascii)
        let foreign = grid.cells.filter { $0.base > 0x7E }.compactMap { Unicode.Scalar($0.base).map(Character.init) }
        // Names and reports are what they are, and an ellipsis is made ASCII by the backend.
        let own = Set(foreign).subtracting("解放公园路号红袖章店员两名男子持刀抢走收银机现金，：…“”×")
        #expect(own.isEmpty, "\(own)")
    }

    @Test("a click finds the thing that was drawn")
    func regions() {
        var fixture = Fixture.evening()
        let size = Size(columns: 160, rows: 48)
        var grid = Grid(size: size)
        fixture.view.settle(size: size)
        let info = drawConsole(
            board: fixture.board, view: fixture.view, strip: fixture.strip, words: Words(.english),
            theme: Fixture.theme("dark"), glyphs: .unicode, now: fixture.now, blinkOn: false, into: &grid)
        #expect(info.target(column: 30, row: 3) == .row(.dispatch, .incident(IncidentID(rawValue: 4821))))
        #expect(info.target(column: 4, row: 2) == .header(.dispatch, .priority))
        #expect(info.target(column: 120, row: 4) == .row(.patrol, .unit(UnitID(rawValue: 2))))
        #expect(info.visibleRows[.dispatch] == fixture.view.incidentList.height)
    }

    @Test("a frozen, paused or watching console says so", arguments: Language.allCases)
    func banners(language: Language) {
        var fixture = Fixture.evening()
        fixture.view.freeze(at: fixture.now - .seconds(130))
        fixture.strip.paused = true
        fixture.strip.watching = true
        let words = Words(language)
        for (columns, rows) in [(80, 24), (160, 48)] {
            let first = fixture.draw(columns, rows, language).text(row: 0)
            #expect(first.contains(words.label(.frozen) + " 02:10"), "\(columns)x\(rows)")
            #expect(first.contains(words.label(.watching)), "\(columns)x\(rows)")
            #expect(first.contains(words.label(.paused)), "\(columns)x\(rows)")
            #expect(first.contains(words.clock(fixture.now)), "\(columns)x\(rows)")
        }
    }

    @Test("what comes in above is announced, and the row under the cursor stays where it is")
    func newAbove() {
        var fixture = Fixture.evening()
        let chosen = IncidentID(rawValue: 4832)
        _ = fixture.draw(80, 24)
        fixture.view.incidentList.select(chosen, in: fixture.view.incidents)
        let before = fixture.draw(80, 24).text().split(separator: "\n").firstIndex { $0.contains("#4832") }
        var touched = Touched()
        for number in UInt32(5001)...5003 {
            let id = IncidentID(rawValue: number)
            fixture.apply(
                .incidentReported(
                    IncidentReported(incident: id, type: "fight", priority: .p1, received: fixture.now - .seconds(800)))
            )
            touched.incidents.insert(id)
        }
        fixture.fold()
        fixture.view.refresh(board: fixture.board, touched: touched)
        let lines = fixture.draw(80, 24).text().split(separator: "\n")
        #expect(lines.contains { $0.contains("▲ 3 new above · g") })
        #expect(lines.firstIndex { $0.contains("#4832") } == before)
        #expect(fixture.view.incidentList.selected == chosen)
        fixture.view.incidentList.top(in: fixture.view.incidents)
        let top = fixture.draw(80, 24).text()
        #expect(!top.contains("new above"))
        #expect(top.contains("#5001"))
    }

    @Test("a row that has just come in is flagged for a while")
    func newRow() {
        var fixture = Fixture.evening()
        fixture.apply(
            .incidentReported(
                IncidentReported(incident: IncidentID(rawValue: 5001), priority: .p1, received: fixture.now)))
        fixture.refresh()
        let fresh = fixture.draw(160, 48).text()
        #expect(fresh.contains("+ ▲ P1"))
        fixture.now = fixture.now + fixture.view.newFor
        let later = fixture.draw(160, 48).text()
        #expect(!later.contains("+ ▲ P1"))
    }

    @Test("the cursor of a text being typed is reported")
    func cursor() {
        var fixture = Fixture.evening()
        fixture.view.bottom = .input(InputLine(prompt: ":", field: TextField("D 3A12")))
        let size = Size(columns: 80, rows: 24)
        var grid = Grid(size: size)
        let info = drawConsole(
            board: fixture.board, view: fixture.view, strip: fixture.strip, words: Words(.english),
            theme: Fixture.theme("dark"), glyphs: .unicode, now: fixture.now, blinkOn: false, into: &grid)
        #expect(info.cursor == .init(column: 8, row: 23))
        #expect(grid.text(row: 23) == " :D 3A12")
    }
}
