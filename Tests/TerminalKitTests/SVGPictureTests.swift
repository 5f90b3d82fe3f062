import Foundation
import Testing

@testable import TerminalKit

@Suite struct SVGPictureTests {
    /// A text of a picture: where it stands, how long it is, and what it says.
    struct Run: Equatable {
        var x, y, length: Int
        var text: String
    }

    /// The value of an attribute of an element.
    static func value(_ name: String, in element: Substring) -> String? {
        guard let start = element.range(of: " \(name)=\"")?.upperBound else { return nil }
        return element[start...].firstIndex(of: "\"").map { String(element[start..<$0]) }
    }

    /// The texts of a picture, in the order drawn.
    static func runs(_ svg: String) -> [Run] {
        svg.split(separator: "\n").filter { $0.hasPrefix("<text ") }.map { line in
            let text = line[line.index(after: line.firstIndex(of: ">") ?? line.startIndex)...].dropLast("</text>".count)
            func number(_ name: String) -> Int { value(name, in: line).flatMap { Int($0) } ?? -1 }
            return Run(x: number("x"), y: number("y"), length: number("textLength"), text: String(text))
        }
    }

    static func picture(_ text: String, style: Style = .plain, columns: Int = 40) -> String {
        var grid = Grid(size: Size(columns: columns, rows: 1))
        grid.write(text, column: 0, row: 0, style: style)
        return SVGPicture(title: "T").draw(grid)
    }

    struct Case: Sendable {
        var text: String
        var runs: [(column: Int, columns: Int, text: String)]
    }

    static let cases = [
        Case(text: "one two", runs: [(0, 7, "one two")]),
        Case(text: "one  two", runs: [(0, 3, "one"), (5, 3, "two")]),
        Case(text: "   far     apart   ", runs: [(3, 3, "far"), (11, 5, "apart")]),
        Case(text: "▲ P1  01:07", runs: [(0, 1, "▲"), (2, 2, "P1"), (6, 5, "01:07")]),
        Case(text: "a●b", runs: [(0, 1, "a"), (1, 1, "●"), (2, 1, "b")]),
        Case(text: "山苑路 No 3", runs: [(0, 6, "山苑路"), (7, 4, "No 3")]),
        Case(text: "ab山c", runs: [(0, 2, "ab"), (2, 2, "山"), (4, 1, "c")]),
        Case(text: "e\u{301}t\u{e9}", runs: [(0, 3, "e\u{301}t\u{e9}")]),
        Case(text: "<&>\"", runs: [(0, 4, "&lt;&amp;&gt;&quot;")]),
        Case(text: "│x│", runs: [(1, 1, "x")]),
    ]

    /// No browser's treatment of blanks, and no font's widths, move a run from its cells.
    @Test(arguments: cases) func eachRunStandsOnItsCells(_ example: Case) {
        let expected = example.runs.map { Run(x: $0.column * 9, y: 14, length: $0.columns * 9, text: $0.text) }
        let svg = SVGPictureTests.picture(example.text)
        #expect(SVGPictureTests.runs(svg) == expected)
        #expect(!svg.contains("xml:space"))
    }

    @Test func noRunOfAFullScreenHasBlanksThatABrowserWouldTakeAway() {
        var grid = Grid(size: Size(columns: 80, rows: 24))
        for row in 0..<24 {
            grid.write(
                String(repeating: " x", count: row) + "   y", column: row, row: row,
                style: Style(attributes: .underline))
        }
        let runs = SVGPictureTests.runs(SVGPicture(title: "T").draw(grid))
        #expect(runs.count > 24)
        for run in runs {
            #expect(!run.text.contains("  ") && !run.text.hasPrefix(" ") && !run.text.hasSuffix(" "), "\(run)")
            #expect(run.length == 9 * run.text.count)
        }
    }

    @Test func styleAndWidthEndARun() {
        var grid = Grid(size: Size(columns: 10, rows: 1))
        grid.write("ab", column: 0, row: 0, style: .plain)
        grid.write("cd", column: 2, row: 0, style: Style(attributes: .bold))
        let svg = SVGPicture(title: "T").draw(grid)
        #expect(SVGPictureTests.runs(svg).map(\.text) == ["ab", "cd"])
        #expect(svg.contains("font-weight=\"bold\">cd<"))
    }

    @Test func anUnderlineGoesUnderBlanksToo() {
        let svg = SVGPictureTests.picture("a  b ", style: Style(attributes: .underline), columns: 5)
        #expect(svg.contains("<path d=\"M0 16.5H45\""))
    }

    @Test func reversedCellsExchangeTheirColours() {
        var grid = Grid(size: Size(columns: 4, rows: 1))
        let style = Style(foreground: .rgb(255, 0, 0), background: .rgb(0, 0, 255), attributes: .reverse)
        grid.write("x", column: 0, row: 0, style: style)
        let svg = SVGPicture(title: "T").draw(grid)
        #expect(svg.contains("<rect x=\"0\" y=\"0\" width=\"9\" height=\"19\" fill=\"#ff0000\"/>"))
        #expect(svg.contains("fill=\"#0000ff\">x<"))
    }

    @Test func theCommonestGroundIsPaintedOnce() {
        var grid = Grid(size: Size(columns: 30, rows: 10), style: Style(background: .rgb(250, 250, 250)))
        grid.write("x", column: 3, row: 3, style: Style(background: .rgb(250, 250, 250)))
        let svg = SVGPicture(title: "T").draw(grid)
        #expect(svg.components(separatedBy: "#fafafa").count == 2)
    }

    @Test func linesBlocksShadesAndDotsAreShapes() {
        let svg = SVGPictureTests.picture("──┐ ██ ▁▐ ░▒ ⠁⢀ ▚")
        #expect(SVGPictureTests.runs(svg).isEmpty)
        #expect(svg.contains("<path d=\"M0 9.5H18\""))
        #expect(svg.contains("<rect x=\"36\" y=\"0\" width=\"18\" height=\"19\" fill="))
        #expect(svg.contains("<rect x=\"63\" y=\"16.625\" width=\"9\" height=\"2.375\""))
        #expect(svg.contains("<rect x=\"76.5\" y=\"0\" width=\"4.5\" height=\"19\""))
        #expect(svg.contains("fill-opacity=\"0.25\"") && svg.contains("fill-opacity=\"0.50\""))
        #expect(svg.contains("<path d=\"M118 1h3v3h-3z\""))
        #expect(svg.contains("<path d=\"M131 16h3v3h-3z\""))
    }

    @Test func textOfOthersCannotLeaveTheText() {
        let svg = SVGPictureTests.picture("</text><script>\u{1b}[31m\u{7}")
        #expect(!svg.contains("<script") && !svg.contains("\u{1b}") && !svg.contains("\u{7}"))
    }
}
