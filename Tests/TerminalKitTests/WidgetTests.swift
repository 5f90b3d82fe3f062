import TestSupport
import Testing

@testable import TerminalKit

@Suite struct ColumnsTests {
    static let table = [
        ColumnSpecification(minimum: 4, ideal: 4, importance: 9),
        ColumnSpecification(minimum: 5, ideal: 5, importance: 7),
        ColumnSpecification(minimum: 8, ideal: 20, grows: 2, importance: 8),
        ColumnSpecification(minimum: 6, ideal: 16, grows: 1, importance: 5),
        ColumnSpecification(minimum: 4, ideal: 4, importance: 3),
    ]

    @Test(arguments: [
        (80, [4, 5, 38, 25, 4]), (53, [4, 5, 20, 16, 4]), (40, [4, 5, 17, 6, 4]), (31, [4, 5, 8, 6, 4]),
        (30, [4, 5, 12, 6, 0]),
        (19, [4, 5, 8, 0, 0]), (18, [4, 0, 13, 0, 0]), (12, [4, 0, 0, 0, 0]), (3, [3, 0, 0, 0, 0]),
        (0, [0, 0, 0, 0, 0]),
    ]) func columnsGiveWayByImportance(_ available: Int, _ widths: [Int]) {
        #expect(Columns.widths(ColumnsTests.table, available: available) == widths)
    }

    @Test(arguments: [UInt64(21), 22, 23]) func theRoomIsNeverExceeded(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<500 {
            let table = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                ColumnSpecification(
                    minimum: Int.random(in: 0...9, using: &random), ideal: Int.random(in: 0...30, using: &random),
                    grows: Int.random(in: 0...2, using: &random), importance: Int.random(in: 0...4, using: &random))
            }
            let available = Int.random(in: 0...120, using: &random)
            let widths = Columns.widths(table, available: available)
            let shown = widths.filter { $0 > 0 }
            #expect(shown.reduce(0, +) + max(0, shown.count - 1) <= available, "seed \(seed)")
            #expect(available == 0 || !shown.isEmpty, "seed \(seed)")
        }
    }
}

@Suite struct ListWindowTests {
    @Test func theSelectionStaysInSight() {
        var window = ListWindow()
        window.follow(selection: 0, count: 100, rows: 10)
        #expect(window.visible == 0..<10)
        window.follow(selection: 8, count: 100, rows: 10)
        #expect(window.offset == 1)
        window.follow(selection: 99, count: 100, rows: 10)
        #expect(window.visible == 90..<100)
        window.follow(selection: 93, count: 100, rows: 10)
        #expect(window.offset == 90)
        window.follow(selection: 3, count: 5, rows: 10)
        #expect(window.visible == 0..<5)
        window.follow(selection: nil, count: 0, rows: 0)
        #expect(window.visible == 0..<0)
    }

    @Test(arguments: [UInt64(31), 32]) func anyMoveKeepsTheRules(_ seed: UInt64) {
        var random = Seeded(seed)
        var window = ListWindow()
        for _ in 0..<2000 {
            let count = Int.random(in: 0...40, using: &random)
            let rows = Int.random(in: 0...15, using: &random)
            let selection = Int.random(in: 0...45, using: &random)
            if Bool.random(using: &random) {
                window.scroll(by: Int.random(in: -50...50, using: &random), count: count, rows: rows)
            }
            window.follow(selection: selection, count: count, rows: rows)
            #expect(window.visible.count == min(count, rows), "seed \(seed)")
            #expect(window.offset >= 0 && window.visible.upperBound <= count, "seed \(seed)")
            if count > 0, rows > 0 { #expect(window.visible.contains(min(selection, count - 1)), "seed \(seed)") }
        }
    }
}

@Suite struct TextFieldTests {
    func typed(_ keys: [Key], into text: String = "") -> (text: String, cursor: Int) {
        var field = TextField(text)
        for key in keys where !field.handle(key) { Issue.record("\(key) was not handled") }
        return (field.text, field.cursor)
    }

    @Test func keysEdit() {
        #expect(typed([Key(.character("a")), Key(.character("警"))]) == ("a警", 2))
        #expect(typed([Key(.left), Key(.character("x"))], into: "ab") == ("axb", 2))
        #expect(typed([Key(.character("w"), .control)], into: "one two") == ("one ", 4))
        #expect(typed([Key(.home), Key(.delete)], into: "ab") == ("b", 0))
        #expect(typed([Key(.left, .control), Key(.character("k"), .control)], into: "one two") == ("one ", 4))
        #expect(typed([Key(.backspace)], into: "e\u{301}") == ("", 0))
        #expect(typed([Key(.character("\u{301}")), Key(.backspace)], into: "xe") == ("x", 1))
        #expect(typed([Key(.character("u"), .control), Key(.backspace), Key(.left)], into: "ab") == ("", 0))
    }

    @Test func otherKeysAreLeftToTheCaller() {
        var field = TextField("ab")
        for key in [Key(.enter), Key(.escape), Key(.tab), Key(.up), Key(.function(1)), Key(.character("x"), .alt)] {
            let handled = field.handle(key)
            #expect(!handled)
        }
        #expect(field.text == "ab")
    }

    @Test func pasteBecomesOneLineAndIsBounded() {
        var field = TextField("", limit: 8)
        let fits = field.insert("a\r\nb\tc")
        #expect(fits)
        #expect(field.text == "a b c")
        let more = field.insert("more")
        #expect(!more)
        #expect(field.text == "a b c")
    }

    @Test func theCursorIsAlwaysInSight() {
        var grid = Grid(size: Size(columns: 10, rows: 1))
        var field = TextField("0123456789警情甲乙")
        for _ in 0..<16 {
            let column = field.draw(into: &grid, column: 2, row: 0, columns: 6, style: .plain)
            #expect((2..<8).contains(column))
            if let under = Array(field.text)[safe: field.cursor] {
                var shown = ""
                grid[column, 0].append(to: &shown)
                #expect(shown == String(under) || grid[column, 0] == .blank)
            }
            #expect(defect(of: grid) == nil)
            field.move(by: -1)
        }
        #expect(grid.text() == "  012345")
    }

    @Test func historyIsBoundedAndKeepsTheDraft() {
        var history = InputHistory(limit: 2)
        for line in ["one", "two", "two", "", "three"] { history.add(line) }
        #expect(history.lines == ["two", "three"])
        var field = TextField("draft")
        var shown: [String] = []
        for _ in 0..<3 {
            let moved = history.older(&field)
            shown.append(moved ? field.text : "no more")
        }
        for _ in 0..<3 {
            let moved = history.newer(&field)
            shown.append(moved ? field.text : "no more")
        }
        #expect(shown == ["three", "two", "no more", "three", "draft", "no more"])
    }
}

@Suite struct PictureTests {
    @Test func everyCellIsWhereItBelongsAndTextIsEscaped() {
        var grid = Grid(size: Size(columns: 12, rows: 2))
        grid.write("a<b>&警", column: 0, row: 0, style: Style(foreground: .rgb(1, 2, 3), background: .indexed(1)))
        grid.write("└──\u{1B}", column: 0, row: 1, style: Style(attributes: .bold))
        let svg = SVGPicture(title: "\"T\" & more").draw(grid)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 108 38\""))
        #expect(svg.contains("<title id=\"title\">&quot;T&quot; &amp; more</title>"))
        #expect(svg.contains("<rect x=\"0\" y=\"0\" width=\"63\" height=\"19\" fill=\"#cd0000\"/>"))
        #expect(svg.contains(">a&lt;b&gt;&amp;</text>"))
        #expect(
            svg.contains(
                "<text x=\"45\" y=\"14\" textLength=\"18\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#010203\">警</text>")
        )
        #expect(svg.contains("font-weight=\"bold\">␛</text>"))
        #expect(svg.contains("<path d=\"M4.5 28.5H9M4.5 19V28.5\"") && svg.contains("<path d=\"M9 28.5H27\""))
        #expect(!svg.unicodeScalars.contains("\u{1B}"))
    }
}

@Suite struct MemoryScreenTests {
    @Test func playsItsScriptAndKeepsFrames() {
        let screen = MemoryScreen(
            size: Size(columns: 4, rows: 1), script: [[.key(Key(.enter))], [.resized(Size(columns: 9, rows: 3))]],
            frameLimit: 2)
        #expect(screen.inputs(timeout: nil, wake: nil) == [.key(Key(.enter))])
        _ = screen.inputs(timeout: 0, wake: nil)
        #expect(screen.size == Size(columns: 9, rows: 3))
        #expect(screen.inputs(timeout: nil, wake: nil) == [.ended(signal: 0)])
        #expect(screen.inputs(timeout: nil, wake: nil).isEmpty)
        for _ in 0..<3 { screen.present(Grid(size: screen.size), cursor: (1, 0)) }
        #expect(screen.frames.count == 2 && screen.frameCount == 3 && screen.cursor?.column == 1)
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
