import Core
import DispatchModel
import Testing
import Wording

@testable import Dashboard

@Suite("What cannot be read from a journal")
struct JournalTroubleTests {
    private func fails() throws(JournalError) -> Int { throw JournalError(.unreadable, path: "/data/\u{1B}[2J") }

    @Test("It is told once until it can be read again; figures whenever they are asked", arguments: Language.allCases)
    func told(_ language: Language) throws {
        let (trouble, words) = (JournalTrouble(), Words(language))
        #expect(trouble.take(.events) { () throws(JournalError) in 7 } == 7)
        #expect(trouble.takeWarning(words) == nil)
        #expect(trouble.take(.events, fails) == nil && trouble.take(.events, fails) == nil)
        let warning = try #require(trouble.takeWarning(words))
        #expect(warning.contains(language == .chinese ? "显示不完整" : "not everything is shown"))
        #expect(!warning.contains("\u{1B}"))
        #expect(trouble.take(.events, fails) == nil && trouble.takeWarning(words) == nil)
        _ = trouble.take(.events) { () throws(JournalError) in 7 }
        #expect(trouble.take(.events, fails) == nil && trouble.takeWarning(words) != nil, "anew")
        for _ in 0..<2 {
            #expect(trouble.take(.figures, fails) == nil && trouble.takeWarning(words) != nil)
        }
    }
}
