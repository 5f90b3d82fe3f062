import DispatchModel
import DispatchPolicy
import Testing

@testable import Wording

@Suite("The room's rules in words")
struct RuleWordTests {
    @Test(
        "What a disposition asks for stands behind it in either language",
        arguments: [
            ("report: 2026-0042", "report: 2026-0042", "已出报告：2026-0042"),
            ("Ferried over / 已摆渡: 7", "Ferried over: 7", "已摆渡：7"), ("Ferried over / 已摆渡", "Ferried over", "已摆渡"),
            ("told them: go home", "told them: go home", "told them: go home"), ("report", "report", "已出报告"),
        ])
    func disposition(text: String, english: String, chinese: String) {
        #expect(Words(.english).disposition(text) == english)
        #expect(Words(.chinese).disposition(text) == chinese)
    }

    @Test("The shipped dispositions are the console's own, by code and words")
    func shipped() {
        #expect(RoomDisposition.standard.map(\.code) == Disposition.allCases.map(\.rawValue))
        for (one, own) in zip(RoomDisposition.standard, Disposition.allCases) {
            #expect(one.recorded == own.rawValue)
            for language in Language.allCases { #expect(one.name[language] == own.text(in: language)) }
        }
    }

    @Test("A slot that stays empty is named as the room names it")
    func slot() {
        let named = PlanRequirement(kinds: [.rescue], count: 2, name: BilingualText("rescue boat", "救援艇"))
        #expect(Words(.english).missing([named]).contains("2 × rescue boat"))
        #expect(Words(.chinese).missing([named]).contains("2 × 救援艇"))
    }

    @Test("A difference says the rule, old and new", arguments: Language.allCases)
    func difference(language: Language) throws {
        let words = RuleWords(Words(language))
        let other = try RoomRules.read(text: "reserve = 4", file: "")
        let line = try words.difference(#require(RoomRules().differences(to: other).first))
        #expect(line == (language == .english ? "reserve: (none) → 4" : "reserve: （无） → 4"))
        for text in [
            words.inForce("12", isShipped: true), words.inForce("12", isShipped: false), words.more(3),
            words.differs("room.toml", count: 1), words.question("room.toml", count: 2), words.keepButton,
            words.adoptButton,
        ] {
            #expect(!text.isEmpty && Latin.foreign(in: text).isEmpty == (language == .chinese), "\(text)")
        }
    }
}
