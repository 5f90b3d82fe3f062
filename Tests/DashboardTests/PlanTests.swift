import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("A plan sent short at the console")
struct PlanTests {
    /// The robbery asks for two patrols and a quick-response unit.
    @Test("It is told, marked in the row as long as it is so, and explained beside it", arguments: Language.allCases)
    func told(language: Language) throws {
        let desk = try Desk(language: language)
        let words = Words(language)
        desk.line("D 3A12 4821")
        #expect(
            desk.bottom.contains("✓") && desk.bottom.contains(language == .english ? "missing" : "缺"), "\(desk.bottom)")
        desk.shows("1/3")
        desk.line("D 3A14 4821")
        desk.shows("2/3")
        desk.line("D Q2 4821")
        desk.hides("3/3")
        desk.hides("2/3")
        #expect(!desk.bottom.contains(language == .english ? "missing" : "缺"), "\(desk.bottom)")
        desk.line("W 3A14")
        desk.shows("2/3")
        #expect(desk.bottom.contains(language == .english ? "missing" : "缺"), "\(desk.bottom)")
        desk.goTo(District.robbery)
        desk.shows(words.plan("p1"))
    }

    @Test("A unit that comes free for it raises an alert, recorded like every other")
    func alert() throws {
        let desk = try Desk()
        for unit in ["Q2", "Q5"] { desk.line("D \(unit) 4807") }
        desk.line("D 3A12 4821")
        desk.line("D 3A14 4821")
        desk.line("W Q2")
        desk.run(for: .seconds(2))
        let alert = try #require(desk.board.alerts.elements.first { $0.kind == .planShort })
        #expect(alert.incident == District.robbery && alert.unit == District.q2)
        desk.shows("Q2 (QRU) came free")
        try desk.checkFold()
    }

    @Test("Sent to a place without a point, it says that nobody knows how far", arguments: Language.allCases)
    func blind(language: Language) throws {
        let desk = try Desk(language: language)
        desk.line("n robbery @nowhere p1")
        let id = try #require(desk.board.incidents.elements.last?.id)
        desk.goTo(id)
        desk.type("r")
        #expect(desk.board.incidents[id]?.openAssignments.isEmpty == false, "\(desk.text)")
        #expect(desk.bottom.contains(language == .english ? "without travel times" : "无坐标"), "\(desk.bottom)")
    }

    @Test("A plan that finds nobody says what for")
    func nobody() throws {
        let desk = try Desk()
        for unit in ["Q2", "Q5"] { desk.line("D \(unit) 4807") }
        for unit in ["3A12", "3A14"] { desk.line("D \(unit) 4821") }
        desk.goTo(District.robbery)
        desk.type("r")
        desk.shows("no free unit for 1 × QRU")
    }
}
