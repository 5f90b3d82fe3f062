import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Themes
import Wording

@testable import Dashboard

@Suite("Languages and themes")
struct LanguageTests {
    /// English that a Chinese screen may show: names of keys and commands, callsigns, places and codes of the district.
    private static let allowed: Set<String> = [
        "ctrl", "enter", "esc", "space", "tab", "shift", "home", "end", "pageup", "pagedown", "up", "down", "left",
        "right", "zh", "hans", "en", "on", "off", "max", "fg", "live", "utc", "wl", "st", "mission", "valencia", "zoo",
        "rd", "ferry", "plaza", "grid", "backspace", "delete", "feed", "caller", "of", "post", "robbery", "beat", "m",
    ]

    /// The words that commands are called by.
    private static let names = Set(
        Catalogue.entries.flatMap { ([$0.name.rawValue] + $0.aliases).flatMap { $0.split(separator: "-") } }
            .map(String.init))

    @Test(
        "A Chinese screen has no English sentence",
        arguments: Somewhere.allCases.filter { ![.line, .note, .form].contains($0) }.tiered())
    func chinese(place: Somewhere) throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48), language: .chinese)
        desk.run(for: .minutes(4))
        place.enter(desk)
        for row in desk.rows {
            let words = row.split { !$0.isLetter || !$0.isASCII }.map { $0.lowercased() }
            let english = words.filter {
                $0.count > 2 && !LanguageTests.allowed.contains($0) && !LanguageTests.names.contains($0)
            }
            #expect(english.count < 3, "\(english) in “\(row)”")
        }
    }

    @Test("Switching the language redraws everything, there and back")
    func switching() throws {
        let desk = try Desk()
        desk.shows("1 Dispatch")
        desk.type("L")
        desk.run(for: .seconds(10))
        desk.shows("1 调度")
        desk.hides("1 Dispatch")
        desk.type("L")
        desk.run(for: .seconds(10))
        desk.hides("1 调度")
        desk.shows("1 Dispatch")
    }

    @Test("Switching the theme draws every cell anew; an unknown one is told")
    func themes() throws {
        let desk = try Desk()
        let style = desk.screen.frame?[5, 5].style
        let invalidations = desk.screen.invalidations
        desk.line("theme light")
        #expect(desk.screen.frame?[5, 5].style != style)
        #expect(desk.screen.invalidations == invalidations + 1)
        desk.line("theme nonsense")
        #expect(desk.console.teller.notice?.kind == .warning, "\(desk.text)")
        #expect(desk.console.settings.theme == "light", "the good one stays")
    }

    @Test(
        "A dispatcher's evening in Chinese and English: create, send, follow, close, undo", arguments: Language.allCases
    )
    func journey(language: Language) throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24), language: language)
        desk.type("c")
        desk.type(language == .chinese ? "抢劫" : "robb")
        desk.type("\t人民路 12\t1\t\t\n")
        let made = try #require(desk.board.incidents.elements.last)
        #expect(made.type == "robbery" && made.place.text == "人民路 12", "\(desk.text)")
        desk.type("a1")
        let unit = try #require(desk.units(on: made.id).first, "\(desk.text)")
        desk.type("vk")
        desk.type("ve")
        desk.type("vo")
        #expect(desk.unit(unit)?.status == .onScene, "\(desk.text)")
        desk.type("x1")
        #expect(desk.incident(made.id)?.isOpen == false, "\(desk.text)")
        #expect(desk.unit(unit)?.status == .available)
        desk.type("u")
        #expect(desk.incident(made.id)?.isOpen == true, "\(desk.text)")
        #expect(desk.unit(unit)?.status == .onScene)
        try desk.checkFold()
    }
}
