import TestSupport
import Testing

@testable import TerminalKit

@Suite("Dots in cells")
struct DotCanvasTests {
    static func text(_ canvas: DotCanvas) -> String {
        (0..<canvas.size.rows).map { row in
            String(
                String.UnicodeScalarView(
                    (0..<canvas.size.columns).map { canvas.sign(column: $0, row: row) ?? " " }))
        }.joined(separator: "\n")
    }

    static func triangle(_ scale: DotScale) -> DotCanvas {
        var canvas = DotCanvas(size: Size(columns: 6, rows: 3), scale: scale)
        canvas.lines([(0.25, 0.25), (5.75, 0.25), (0.25, 2.75)].map { CellPoint(x: $0, y: $1) }, closed: true, ink: 1)
        return canvas
    }

    @Test(
        "a triangle on every rung",
        arguments: [
            (DotScale.braille, "⡖⠒⠒⠒⢒⠖\n⡇ ⡠⠔⠁ \n⡧⠊    "), (.quadrant, "▛▀▀▀█▀\n▌ ▄▀  \n▙▀    "),
            (.half, "█▀▀▀█▀\n█ ▄▀  \n█▀    "),
            (.ascii, "......\n. ..  \n..    "),
        ])
    func drawn(scale: DotScale, expected: String) {
        let found = Self.text(Self.triangle(scale))
        #expect(found == expected, "\n\(found)")
    }

    @Test func everySignIsDifferent() {
        for scale in DotScale.allCases where scale != .ascii {
            let count = 1 << (scale.across * scale.down)
            let signs = Set((0..<count).map { scale.sign(UInt8($0)) })
            #expect(signs.count == count, "\(scale)")
        }
        #expect(DotScale.octant.sign(0x04).value == 0x1CD00)
        #expect(DotScale.octant.sign(0xFE).value == 0x1CDE5)
        #expect(DotScale.octant.sign(0xFF) == "█")
    }

    @Test func withoutUnicodeThereIsASCIIOnly() {
        #expect(DotScale.allCases.allSatisfy { $0.shown(unicode: false) == .ascii && $0.shown(unicode: true) == $0 })
        #expect(DotScale.usual(unicode: false) == .ascii)
    }

    @Test func areasByTheMiddlesOfCellsWithHoles() {
        var canvas = DotCanvas(size: Size(columns: 8, rows: 5), scale: .braille)
        func ring(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> [CellPoint] {
            [(left, top), (right, top), (right, bottom), (left, bottom)].map { CellPoint(x: $0, y: $1) }
        }
        func rows(_ area: UInt16) -> [String] {
            (0..<5).map { row in (0..<8).map { canvas.area(column: $0, row: row) == area ? "#" : "." }.joined() }
        }
        canvas.fill([ring(1, 0.4, 7, 5), ring(3, 2, 5, 3).reversed()], area: 7)
        #expect(rows(7) == [".######.", ".######.", ".##..##.", ".######.", ".######."])
        // Parts that overlap take nothing from each other.
        canvas.fill([ring(0, 0, 5, 3), ring(3, 1, 8, 5)], area: 8)
        #expect(rows(8) == ["#####...", "########", "########", "...#####", "...#####"])
    }

    @Test("lines from anywhere to anywhere are cut off at the edge", arguments: 1...5 as ClosedRange<UInt64>)
    func clipped(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<300 {
            var canvas = DotCanvas(size: Size(columns: 9, rows: 4), scale: .braille)
            func far() -> CellPoint {
                CellPoint(
                    x: Double.random(in: -1e9...1e9, using: &random), y: Double.random(in: -50...50, using: &random))
            }
            canvas.line(from: far(), to: far(), ink: 1)
            canvas.fill([[far(), far(), far()]], area: 1)
        }
        var canvas = DotCanvas(size: Size(columns: 9, rows: 4), scale: .braille)
        canvas.line(from: CellPoint(x: .nan, y: 0), to: CellPoint(x: 1, y: 1), ink: 1)
        canvas.line(from: CellPoint(x: 0, y: .infinity), to: CellPoint(x: 1, y: 1), ink: 1)
        canvas.line(from: CellPoint(x: -5, y: -5), to: CellPoint(x: -1, y: 90), ink: 1)
        #expect(Self.text(canvas).allSatisfy { $0 == " " || $0 == "\n" })
        canvas.line(from: CellPoint(x: -100, y: 2), to: CellPoint(x: 100, y: 2), ink: 1)
        #expect((0..<9).allSatisfy { canvas.sign(column: $0, row: 2) == "⠉" })
    }

    @Test func ofSeveralInksTheGreatestIsSeen() {
        var canvas = DotCanvas(size: Size(columns: 1, rows: 1), scale: .braille)
        canvas.dot(0, 0, ink: 3)
        canvas.dot(1, 3, ink: 2)
        #expect(canvas.ink(column: 0, row: 0) == 3)
        #expect(canvas.sign(column: 0, row: 0) == "⢁")
        canvas.clear(column: 0, row: 0)
        #expect(canvas.sign(column: 0, row: 0) == nil)
    }

    @Test func onAGridOutsideIsLeftOut() {
        var grid = Grid(size: Size(columns: 4, rows: 2))
        grid.draw(Self.triangle(.braille), at: Rect(column: 1, row: 1, columns: 6, rows: 3)) { ink, _ in
            Style(foreground: .indexed(ink))
        }
        #expect(grid.text() == "\n ⡖⠒⠒")
        #expect(grid[1, 1].style.foreground == .indexed(1))
    }
}
