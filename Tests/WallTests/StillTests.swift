import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import Wall

@Suite("A wall that stands still")
struct StillTests {
    private func still(_ page: WallPage, _ change: (inout WallSettings) -> Void = { _ in }) -> String {
        let look = WallFixture.look()
        var settings = WallSettings(
            words: Words(.english), folder: "/data", themes: WallThemes(day: look.theme, night: look.theme))
        change(&settings)
        let board = WallFixture.quiet(open: true).board
        return WallStill(board: board, settings: settings, page: page)
            .draw(size: Size(columns: 160, rows: 48), glyphs: .of(unicode: true)).text()
    }

    @Test("it shows a board at its last record, alive and without a plate that says otherwise")
    func lastRecord() {
        let text = still(.queue)
        #expect(!text.contains("NOT LIVE") && !text.contains("LATE"), "\(text)")
        #expect(text.contains("B07"), "\(text)")
    }

    @Test("a page that there is comes; one that has nothing to show gives way to the queue")
    func pages() {
        let drawsMap: (inout WallSettings) -> Void = { settings in
            settings.map = { _, _, look, grid, area in
                grid.write("HERE", column: area.column, row: area.row, columns: 4, style: look.style(.text))
            }
        }
        #expect(still(.map, drawsMap).contains("HERE"))
        #expect(still(.queue, drawsMap) != still(.map, drawsMap), "below a short queue there is room for the map, too")
        #expect(still(.map) == still(.queue))
    }
}
