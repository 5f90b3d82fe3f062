import Testing

@testable import Formats

@Suite("Words that were mistyped")
struct SpellingTests {
    @Test("The nearest word is the one with the fewest slips, at most one for each three letters")
    func nearest() {
        let words = ["assign", "alerts", "acknowledge", "hold"]
        #expect(Spelling.nearest(to: "asign", among: words) == "assign")
        #expect(Spelling.nearest(to: "acknowlegde", among: words) == "acknowledge")
        #expect(Spelling.nearest(to: "hodl", among: words) == "hold")
        #expect(Spelling.nearest(to: "xyz", among: words) == nil)
        #expect(Spelling.nearest(to: "", among: words) == nil)
    }

    @Test(
        "One slip in four letters, two at most, and neighbours that change places are one",
        arguments: [
            ("buglary", "burglary", true), ("Burglray", "burglary", true), ("bruglray", "burglary", true),
            ("bxxglaxy", "burglary", false), ("hodl", "hold", true), ("fir", "fire", true), ("far", "fir", false),
            ("盗窃", "盗窃案", false),
        ])
    func near(typed: String, word: String, isNear: Bool) {
        #expect(Spelling.isNear(typed, word) == isNear)
    }

    @Test("A pasted text is no misspelling of anything")
    func pasted() {
        #expect(!Spelling.isNear(String(repeating: "a", count: 100_000), "burglary"))
    }
}
