import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("The first run")
struct TourTests {
    /// What a newcomer presses, a step at a time.
    private static let presses: [(TourStep, String)] = [
        (.queue, "j"), (.forces, "2"), (.backToQueue, "1"), (.detail, "\n"), (.assign, "\u{1B}a"), (.alerts, "\u{1B}!"),
        (.filter, "1/"), (.line, "\u{1B}:"), (.help, "\u{1B}?"),
    ]

    @Test("The tour goes on by the real keys on the real panes, to its end", arguments: Language.allCases)
    func tour(_ language: Language) throws {
        let desk = try Desk(language: language)
        let said = FirstRunWords(Words(language))
        desk.line("tour")
        #expect(TourTests.presses.map(\.0) == TourStep.allCases)
        for (number, (step, keys)) in TourTests.presses.enumerated() {
            #expect(desk.console.attention.tour == step)
            desk.shows(said.title(number + 1, of: TourStep.allCases.count))
            desk.type(keys)
        }
        #expect(desk.console.attention.tour == nil && desk.console.view.banner == nil, "\(desk.text)")
        // Nothing was ordered by it.
        #expect(try desk.records().count == District.events.count)
    }

    @Test("Who starts without a roster is told how to get one, and what to try things on", arguments: Language.allCases)
    func bare(_ language: Language) throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24), language: language, events: []) { $0.offersTour = true }
        desk.shows("roster.toml")
        desk.shows("watchfloor replay")
        // Nobody is free where nobody is.
        #expect(!desk.rows[0].contains(language == .chinese ? "可派" : "free"), "\(desk.text)")
        desk.line("tour")
        desk.shows(language == .chinese ? "当前没有警情" : "Nothing is open here")
        #expect(desk.rows.allSatisfy { !$0.contains("…") }, "\(desk.text)")
    }

    @Test("Esc leaves it, and it can be called again")
    func left() throws {
        let desk = try Desk()
        desk.line("tour")
        desk.type("j\u{1B}")
        desk.hides("Tour 2")
        desk.shows(":tour shows it again")
        #expect(desk.console.attention.tour == nil)
        desk.type("2")
        #expect(desk.console.view.focus == .patrol)
        desk.line("tour")
        desk.shows("Tour 1 of")
    }

    @Test("It names the keys that are bound, not those that once were")
    func keys() throws {
        let merged = Keymap.builtIn.merging(
            text: "[normal]\n\"f5\" = \"focus-patrol\"\n\"2\" = \"\"\n", file: "keys.toml")
        let desk = try Desk { $0.keymap = merged.0 }
        desk.line("tour")
        desk.type("j")
        desk.shows("press f5")
    }

    @Test("It is offered once to whoever is new, and not over what is wrong")
    func offer() throws {
        let new = try Desk { $0.offersTour = true }
        new.shows(":tour shows you round")
        let troubled = try Desk {
            $0.offersTour = true
            $0.notices = [Notice(.warning, "keys.toml:1: no such command")]
        }
        troubled.hides(":tour shows you round")
        try Desk().hides(":tour shows you round")
    }

    @Test("A live board without units says how to get some", arguments: Language.allCases)
    func roster(_ language: Language) throws {
        let desk = try Desk(language: language, events: [])
        desk.shows("roster.toml")
        desk.shows(language == .english ? "has no roster" : "尚无编成")
        try Desk(language: language).hides("roster.toml")
    }
}

@Suite("The mouse, when it is on")
struct MouseTests {
    private func desk() throws -> Desk {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        desk.line("mouse on")
        return desk
    }

    private func turn(_ desk: Desk, _ action: MouseEvent.Action, over pane: PaneName) throws {
        let region = try #require(
            desk.console.painter.info.regions.last {
                if case .row(pane, _) = $0.target { true } else { false }
            })
        desk.screen.feed([
            [.mouse(MouseEvent(action: action, column: region.rect.column + 1, row: region.rect.row))]
        ])
        desk.settle()
    }

    @Test("The wheel moves the pane that it is over")
    func wheel() throws {
        let desk = try desk()
        desk.type("1g")
        let first = desk.selected
        try turn(desk, .wheelDown, over: .dispatch)
        #expect(desk.selected != first)
        try turn(desk, .wheelUp, over: .dispatch)
        #expect(desk.selected == first)
        let unit = desk.console.view.patrolList.selected
        try turn(desk, .wheelDown, over: .patrol)
        #expect(desk.console.view.focus == .patrol && desk.console.view.patrolList.selected != unit)
        #expect(desk.selected == first)
    }

    @Test("Over a dialog the wheel moves the dialog, wherever it is")
    func wheelOverDialog() throws {
        let desk = try desk()
        desk.type("T")
        let before = desk.console.layers.popup(ThemeView.self)?.chosen
        try turn(desk, .wheelDown, over: .dispatch)
        #expect(desk.console.layers.popup(ThemeView.self)?.chosen != before)
        #expect(desk.console.view.focus == .dispatch)
    }

    @Test("A click on what lies below turns the page")
    func below() throws {
        let desk = try Desk(size: Size(columns: 110, rows: 28))
        for number in 0..<30 { desk.feed(District.call(number, priority: .p3)) }
        desk.settle()
        desk.line("mouse on")
        let region = try #require(
            desk.console.painter.info.regions.last { $0.target == .moreBelow(.dispatch) })
        let before = desk.selected
        desk.screen.feed([[.mouse(MouseEvent(action: .press, column: region.rect.column, row: region.rect.row))]])
        desk.settle()
        #expect(desk.selected != before)
    }
}
