import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Which pane stands where")
struct LayoutTests {
    private static let lists: [PaneName] = [.dispatch, .patrol, .quickResponse, .alerts, .activity]

    private func layout(_ columns: Int, _ rows: Int, focus: PaneName = .dispatch, isOpened: Bool = false) -> Layout {
        var view = Fixture.evening().view
        view.focus = focus
        if isOpened { view.layers.open(DetailLayer()) }
        return Layout(size: Size(columns: columns, rows: rows), view: view)
    }

    @Test("panes fill the screen and lie over none, at every size, opened or not")
    func tiles() {
        for columns in stride(from: 60, through: 300, by: 10) {
            for rows in stride(from: 16, through: 90, by: 6) {
                for isOpened in [false, true] {
                    for focus in LayoutTests.lists {
                        let layout = layout(columns, rows, focus: focus, isOpened: isOpened)
                        let cells = layout.panes.values.reduce(0) { $0 + $1.columns * $1.rows }
                        let body = layout.body.rows - layout.tabs.rows
                        #expect(
                            cells == columns * body, "\(columns)x\(rows) \(focus) \(isOpened): \(layout.panes)")
                    }
                }
            }
        }
    }

    @Test("an opened detail leaves the list that it was opened from in sight where there is room for both")
    func opened() {
        for (columns, rows) in [(140, 28), (160, 48), (190, 44), (240, 67)] {
            for focus in LayoutTests.lists {
                let layout = layout(columns, rows, focus: focus, isOpened: true)
                #expect(layout.rect(focus) != nil && layout.rect(.detail) != nil, "\(columns)x\(rows) \(focus)")
            }
        }
        for (columns, rows) in [(80, 24), (120, 40), (160, 27)] {
            #expect(Set(layout(columns, rows, isOpened: true).panes.keys) == [.detail], "\(columns)x\(rows)")
        }
    }

    @Test("a large screen has a place for the map at any time, and the opened detail takes it")
    func standingMap() {
        #expect(layout(240, 67).rect(.map) != nil && layout(240, 67).rect(.detail) != nil)
        #expect(layout(240, 57).rect(.map) == nil && layout(189, 67).rect(.map) == nil)
        #expect(layout(240, 67, isOpened: true).rect(.map) == nil)
    }
}
