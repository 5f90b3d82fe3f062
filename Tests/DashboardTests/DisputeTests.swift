import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Disputes at the console")
struct DisputeTests {
    @Test("Graded, warned, routed and settled by keys, and taken back", arguments: Language.allCases)
    func keys(language: Language) throws {
        let desk = try Desk(language: language)
        desk.goTo(District.noise)
        desk.type("Dg")
        desk.shows(language == .english ? "warn 5 min" : "预警 5分钟")
        desk.type("1")
        #expect(desk.incident(District.noise)?.dispute?.grade == .red, "\(desk.text)")
        desk.shows(language == .english ? "■ red" : "■ 红色")
        desk.type("Dw")
        desk.type("Dr")
        #expect(desk.incident(District.noise)?.dispute?.warned != nil)
        #expect(desk.incident(District.noise)?.dispute?.routed != nil)
        desk.type("Dr")
        desk.shows(language == .english ? "routed already" : "已分流 · 可用撤销收回")
        desk.type("Ds")
        #expect(desk.incident(District.noise)?.dispute?.settled != nil)
        desk.type("u")
        #expect(desk.incident(District.noise)?.dispute?.settled == nil)
        try desk.checkFold()
    }

    @Test("Handed over by a menu and a line that says what is wanted")
    func mediation() throws {
        let desk = try Desk()
        desk.goTo(District.fight)
        desk.type("Dm")
        desk.shows("is not graded as a dispute")
        desk.type("Dg3Dm")
        desk.shows("people's mediation")
        desk.type("1")
        desk.typeAtOnce("Hexie St committee")
        desk.shows("then the due date")
        desk.type("\n")
        #expect(desk.incident(District.fight)?.dispute?.mediation == nil)
        desk.typeAtOnce(" 3d")
        desk.shows("over to people's mediation, Hexie St committee")
        desk.type("\n")
        let mediation = try #require(desk.incident(District.fight)?.dispute?.mediation)
        #expect(mediation.body == "Hexie St committee" && mediation.kind == .people)
        #expect(mediation.due - mediation.since == .hours(72))
        #expect(desk.units(on: District.fight).isEmpty, "its units are free")
        desk.shows("mediation 2d")
        try desk.checkFold()
    }

    @Test("By lines, with the selected incident when none is named")
    func lines() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.line("grade orange")
        desk.line("warned")
        desk.line("routed \(District.noise.rawValue)")
        desk.line("mediate people committee 2026-01-01")
        #expect(desk.incident(District.noise)?.dispute?.grade == .orange)
        #expect(desk.incident(District.noise)?.dispute?.warned != nil)
        #expect(desk.incident(District.noise)?.dispute?.routed != nil)
        #expect(desk.incident(District.noise)?.dispute?.mediation == nil, "more than a year from now")
        desk.press(Key(.escape))
        desk.type("/grade:orange\n")
        #expect(desk.console.view.incidents.count == 1)
        desk.type("FDg4")
        desk.line("sort grade")
        #expect(desk.console.view.incidents.sort == .deadline)
        #expect(desk.console.view.incidents.id(at: 0) == District.noise, "\(desk.text)")
    }

    @Test("A deadline comes near, passes, and is told")
    func deadline() throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        desk.goTo(District.noise)
        desk.type("Dg1")
        let received = try #require(desk.incident(District.noise)?.received)
        desk.hand.now = max(desk.hand.now, received + .minutes(4))
        desk.settle()
        let kinds = desk.board.alerts.elements.filter { $0.incident == District.noise }.map(\.kind)
        #expect(kinds.contains(.disputeWarning), "\(desk.text)")
        desk.hand.now = received + .minutes(16)
        desk.settle()
        desk.shows("warn those concerned")
        desk.shows("over by")
        desk.type("Ds")
        desk.settle()
        #expect(!desk.board.alerts.elements.contains { $0.active && $0.kind == .disputeWarning })
    }
}
