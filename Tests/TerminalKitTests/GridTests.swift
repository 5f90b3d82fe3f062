import Formats
import TestSupport
import Testing

@testable import TerminalKit

@Suite struct GridTests {
    struct Writing: Sendable {
        var text: String
        var column = 0
        var limit = Int.max
        var overflow = Grid.Overflow.ellipsis
        var shown: String
        var columns: Int
    }

    static let writings: [Writing] = [
        Writing(text: "abc", shown: "abc.....", columns: 3),
        Writing(text: "abcdefgh", shown: "abcdefgh", columns: 8),
        Writing(text: "abcdefghi", shown: "abcdefg…", columns: 8),
        Writing(text: "abcdefghi", overflow: .clip, shown: "abcdefgh", columns: 8),
        Writing(text: "abcd", limit: 3, shown: "ab….....", columns: 3),
        Writing(text: "abcd", column: 6, shown: "......a…", columns: 2),
        Writing(text: "abcd", column: 7, limit: 1, overflow: .clip, shown: ".......a", columns: 1),
        Writing(text: "警情", shown: "警情....", columns: 4),
        Writing(text: "警情甲乙丙", shown: "警情甲… ", columns: 8),
        Writing(text: "警情甲", limit: 5, shown: "警情…...", columns: 5),
        Writing(text: "警情甲", limit: 5, overflow: .clip, shown: "警情 ...", columns: 5),
        Writing(text: "警", limit: 1, overflow: .clip, shown: " .......", columns: 1),
        Writing(text: "警", limit: 1, shown: "….......", columns: 1),
        Writing(text: "abc", column: -1, shown: "bc......", columns: 3),
        Writing(text: "警a", column: -1, shown: " a......", columns: 3),
        Writing(text: "abc", column: 8, shown: "........", columns: 0),
        Writing(text: "abc", column: -9, limit: 3, shown: "........", columns: 0),
        Writing(text: "e\u{301}\u{302}\u{303}x", shown: "e\u{301}\u{302}x......", columns: 2),
        Writing(text: "\u{301}x", shown: "◌\u{301}x......", columns: 2),
        Writing(text: "a\u{1B}[2Jb", shown: "a␛[2Jb..", columns: 6),
        Writing(text: "a\u{202E}b", shown: "a␦b.....", columns: 3),
        Writing(text: "a\u{200B}\u{9B}b", shown: "a␦␦b....", columns: 4),
        Writing(text: "\u{FE0F}\u{200D}", shown: "␦␦......", columns: 2),
        Writing(text: "👩‍🚒", shown: "👩🚒....", columns: 4),
        Writing(text: "☎️x", shown: "☎x......", columns: 2),
        Writing(text: "\u{E000}\u{FFFF}", shown: "\u{FFFD}\u{FFFD}......", columns: 2),
        Writing(text: "\r\n\t", shown: "␍␊␉.....", columns: 3),
    ]

    @Test(arguments: writings) func textIsWritten(_ writing: Writing) {
        var grid = Grid(size: Size(columns: 8, rows: 1))
        grid.fill(Rect(grid.size), with: ".", style: .plain)
        let columns = grid.write(
            writing.text, column: writing.column, row: 0, columns: writing.limit, style: .plain,
            overflow: writing.overflow)
        var shown = ""
        for cell in grid.cells { cell.append(to: &shown) }
        #expect(Array(shown.unicodeScalars) == Array(writing.shown.unicodeScalars))
        #expect(columns == writing.columns)
        #expect(defect(of: grid) == nil)
    }

    @Test func halvesOfWideGlyphsAreMended() {
        var grid = Grid(size: Size(columns: 6, rows: 1))
        grid.write("警情甲", column: 0, row: 0, style: .plain)
        grid.write("x", column: 1, row: 0, style: .plain)
        #expect(grid.text() == " x情甲")
        grid.write("y", column: 2, row: 0, style: .plain)
        #expect(grid.text() == " xy 甲")
        grid.fill(Rect(column: 5, row: 0, columns: 1, rows: 1), style: .plain)
        #expect(grid.text() == " xy")
    }

    @Test func outsideTheGridNothingHappens() {
        var grid = Grid(size: Size(columns: 3, rows: 2))
        let before = grid
        grid.write("abc", column: 0, row: 2, style: .plain)
        grid.write("abc", column: 0, row: -1, style: .plain)
        grid.fill(Rect(column: 5, row: 5, columns: 2, rows: 2), with: "x", style: .plain)
        grid.drawBox(Rect(column: 9, row: 9, columns: 4, rows: 4), style: .plain)
        #expect(grid == before)
        #expect(grid[-1, 0] == .blank && grid[0, 7] == .blank)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8]) func nothingTearsAGlyphOrLetsAControlIn(_ seed: UInt64) {
        var random = Seeded(seed)
        let alphabet: [Unicode.Scalar] = [
            "a", "z", " ", "警", "情", "\u{301}", "\u{200D}", "\u{FE0F}", "👩", "\u{1B}", "\u{9B}", "\u{202E}", "\u{2028}",
            "ﾊ",
            "\u{1160}", "\u{E0041}", "\u{10FFFF}", "\u{7F}", "é",
        ]
        var grid = Grid(size: Size(columns: 13, rows: 4))
        var other = Grid(size: Size(columns: 9, rows: 3))
        for step in 0..<800 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                text.append(alphabet.randomElement(using: &random) ?? "a")
            }
            let column = Int.random(in: -4...14, using: &random)
            let row = Int.random(in: -1...4, using: &random)
            let extent = Int.random(in: 0...12, using: &random)
            let area = Rect(column: column, row: row, columns: extent, rows: 2)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: grid.fill(area, style: .plain)
            case 1: grid.drawBox(area, style: .plain, title: String(text), note: "警")
            case 2: grid.copy(area, of: other, column: extent - 3, row: row)
            case 3: other.write(String(text), column: column, row: row, style: .plain)
            default:
                let overflow: Grid.Overflow = Bool.random(using: &random) ? .clip : .ellipsis
                let used = grid.write(
                    String(text), column: column, row: row, columns: extent, style: .plain, overflow: overflow)
                #expect(used <= extent)
            }
            if let defect = defect(of: grid) {
                Issue.record("seed \(seed), step \(step): \(defect)\n\(grid.text())")
                return
            }
        }
    }

    @Test func boxWithTitleAndNote() {
        var grid = Grid(size: Size(columns: 30, rows: 3))
        grid.drawBox(
            Rect(grid.size), style: .plain, title: "1 派警", titleStyle: Style(attributes: .bold), note: "18 waiting")
        #expect(
            grid.styledText() == """
                ┌─ 1 派警 ────── 18 waiting ─┐
                ~...aaaaaa
                │                            │
                └────────────────────────────┘
                a = default on default bold
                """)
        grid.drawBox(
            Rect(grid.size), style: .plain, glyphs: .ascii, title: "A", note: "no room for a note as long as this")
        #expect(grid.text(row: 0) == "+- A ------------------------+")
    }

    @Test func everySymbolHasAnASCIIStandInOfOneColumn() {
        for (rich, plain) in zip(Glyphs.unicode.all, Glyphs.ascii.all) {
            #expect(TextWidth.columns(of: rich) == 1)
            #expect(plain.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        }
        for value in [0x1B, 0x7F, 0x9B, 0x4E2D, 0x2500, 0x25B2, 0x1F600] as [UInt32] where value > 0x7E {
            #expect((0x20...0x7E).contains(ASCIIFallback.scalar(for: value)))
        }
    }
}
