import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("The room's rules at the console")
struct RoomRulesDeskTests {
    private static let file = """
        [deadlines.waiting]
        P1 = "90s"
        [types.ferry]
        name = ["Ferry", "渡轮"]
        [[plans]]
        name = ["Ferry", "渡轮"]
        types = ["ferry"]
        send = ["1 vehiclePatrol", { count = 1, kinds = ["rescue"], name = ["rescue boat", "救援艇"] }]
        [status.outOfService]
        reason = true
        reasons = [["meal", "用餐"]]
        [[dispositions]]
        code = "report"
        asks = "report_number"
        """

    /// A file that is read once, and again whenever it is put anew.
    private final class File {
        var next: RuleFileLook?
        init(_ text: String?) throws { if let text { try put(text) } }
        func put(_ text: String) throws {
            next = .rules(try RoomRules.read(text: text, file: "room.toml"), file: "room.toml")
        }
        func take() -> RuleFileLook? {
            defer { next = nil }
            return next
        }
    }

    private func desk(_ file: File, language: Language = .english) throws -> Desk {
        try Desk(language: language, rules: { file.take() })
    }

    @Test("At the start the difference is shown, and counts once it is confirmed", arguments: Language.allCases)
    func start(language: Language) throws {
        let desk = try desk(try File(Self.file), language: language)
        desk.shows("deadlines.waiting.P1: \"3m\" → \"90s\"")
        #expect(desk.board.rules == nil)
        desk.type("y")
        #expect(desk.board.rules?.digest == (try RoomRules.read(text: Self.file, file: "")).digest)
        #expect(desk.core.policy.deadlines.waiting[.p1]?.limit == .seconds(90))
        #expect(desk.console.view.limits.deadlines.waiting[.p1]?.limit == .seconds(90))
        #expect(desk.console.openNotices.isEmpty)
        try desk.checkFold()
    }

    @Test("Enter keeps the rules in force; that the file says otherwise stands until it is adopted")
    func kept() throws {
        let desk = try desk(try File(Self.file))
        desk.press(Key(.enter))
        #expect(desk.board.rules == nil && desk.console.layers.hasNoPopup)
        #expect(desk.console.openNotices.count == 1)
        desk.line("rules")
        desk.shows("Adopt")
        desk.type("y")
        #expect(desk.board.rules != nil && desk.console.openNotices.isEmpty)
        desk.line("rules")
        desk.shows("the room's own rules are in force")
    }

    @Test("Saved while it runs the file is told of and asks nothing by itself")
    func saved() throws {
        let file = try File(nil)
        let desk = try desk(file)
        try file.put("reserve = 3")
        desk.run(for: .seconds(2))
        #expect(desk.console.layers.hasNoPopup && desk.board.rules == nil)
        #expect(desk.console.openNotices.first?.text.contains("1 line") == true)
        file.next = .faulty([
            .init(file: "room.toml", line: 3, column: 1, field: "reserv", english: "unknown", chinese: "未知")
        ])
        desk.run(for: .seconds(2))
        #expect(desk.console.openNotices.first?.text.contains("room.toml:3:1: reserv: unknown") == true)
        #expect(desk.board.rules == nil)
    }

    @Test(
        "The key for the plan sends the room's own card and names the slot that stays empty",
        arguments: Language.allCases)
    func card(language: Language) throws {
        let desk = try desk(try File(Self.file), language: language)
        desk.type("y")
        let before = desk.board.counters.incidents
        desk.line("n ferry @pier p2")
        let call = IncidentID(rawValue: before + 1)
        #expect(desk.incident(call)?.type == "ferry", "\(desk.text)")
        desk.goTo(call)
        desk.type("r")
        #expect(desk.units(on: call).compactMap { desk.unit($0)?.kind } == [.vehiclePatrol], "\(desk.text)")
        desk.shows(language == .english ? "1 × rescue boat" : "1 × 救援艇")
        try desk.checkFold()
    }

    @Test("The alert rises at 90 seconds and not at 89")
    func alert() throws {
        let desk = try desk(try File(Self.file))
        desk.type("y")
        desk.line("n ferry @pier p1")
        let call = IncidentID(rawValue: desk.board.counters.incidents)
        let received = try #require(desk.incident(call)?.received)
        func isOn() -> Bool {
            desk.board.alerts.elements.contains { $0.kind == .waitingTooLong && $0.incident == call }
        }
        while desk.hand.now < received + .seconds(89) { desk.step() }
        #expect(!isOn())
        while desk.hand.now < received + .seconds(91) { desk.step() }
        desk.settle()
        #expect(isOn())
        #expect(desk.board.alerts.elements.first { $0.incident == call }?.raised == received + .seconds(90))
    }

    @Test("A disposition that asks for a number is asked about, a status that wants a reason offers the room's")
    func asks() throws {
        let desk = try desk(try File(Self.file))
        desk.type("y")
        desk.goTo(District.noise)
        desk.type("x1")
        #expect(desk.incident(District.noise)?.isOpen == true)
        desk.type("\n")
        #expect(desk.incident(District.noise)?.isOpen == true, "\(desk.text)")
        desk.type("2026-0042\n")
        #expect(desk.incident(District.noise)?.disposition == "report: 2026-0042", "\(desk.text)")
        desk.line("OOS 3A14")
        #expect(desk.unit(District.a14)?.status != .outOfService)
        desk.type("o3A14\nvx1")
        #expect(desk.unit(District.a14)?.status == .outOfService, "\(desk.text)")
        #expect(desk.unit(District.a14)?.reason == "meal / 用餐")
    }
}
