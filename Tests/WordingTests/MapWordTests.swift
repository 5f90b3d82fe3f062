import DispatchModel
import Formats
import Testing

@testable import Wording

@Suite("What is said about the map's files")
struct MapWordTests {
    /// A long name in each writing.
    static let names = [
        "seattle", String(repeating: "Neighbourhood ", count: 8), String(repeating: "临江区巡逻底图", count: 9), "",
    ]

    @Test("a notice fits 80 columns in both languages, whatever the map is called", arguments: names, Language.allCases)
    func fits(name: String, language: Language) {
        let words = Words(language).map
        let adopted = GroundAdopted(name: name, digest: String(repeating: "e3b0c442", count: 8))
        let problem = SettingsProblem(
            file: "maps/" + name, line: 123_456, column: 1, field: "features", english: "", chinese: "")
        let texts = [
            words.otherGround(adopted, isNone: true), words.otherGround(adopted, isNone: false),
            words.leftOut(20_000, first: problem), words.foreignBeats(own: name, board: name),
        ]
        // The line has a mark before it and a column at either end.
        for text in texts { #expect(TextWidth.columns(of: text) <= 75, "\(text)") }
        #expect(texts[0].contains("--ground"))
    }
}
