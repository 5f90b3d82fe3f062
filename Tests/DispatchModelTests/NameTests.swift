import DispatchModel
import Testing

@Suite("Names in two languages")
struct NameTests {
    @Test(
        "One text is two names only where one side is Chinese",
        arguments: [
            ("Old Town / 老城", "Old Town", "老城"), ("老城", "老城", "老城"),
            ("Mission St / 16th St", "Mission St / 16th St", nil),
            ("解放路 / 中山路", "解放路 / 中山路", nil), ("老城 / Old Town", "老城 / Old Town", nil), ("", "", nil),
            ("A/城", "A/城", nil), (" / 城", " / 城", nil), ("Pier / 码头 / 3", "Pier", "码头 / 3"),
        ])
    func written(text: String, english: String, chinese: String?) {
        #expect(BilingualText(written: text) == BilingualText(english, chinese ?? english))
    }

    @Test("A record never has the second name alone, and none that says the same")
    func recorded() {
        #expect(Place(BilingualText("Old Town", "老城")) == Place(text: "Old Town", chinese: "老城"))
        #expect(Place(BilingualText("", "老城")) == Place(text: "老城"))
        #expect(Place(BilingualText("老城", "老城")) == Place(text: "老城"))
        #expect(Place(BilingualText("Old Town", "")) == Place(text: "Old Town"))
        #expect(BeatDefined(beat: "B", names: BilingualText("", "老城")).name == "老城")
    }

    @Test("The name in the language is shown, and the other where it has none")
    func shown() {
        let both = Place(text: "Old Town", chinese: "老城")
        #expect(both[.english] == "Old Town" && both[.chinese] == "老城" && both.allWords == "Old Town / 老城")
        let one = Place(text: "老城")
        #expect(one[.english] == "老城" && one[.chinese] == "老城" && one.allWords == "老城")
        let report = Report(at: .epoch, caller: "", words: BilingualText("Help", "救命"), source: nil)
        #expect(report[.english] == "Help" && report[.chinese] == "救命" && report.allWords == "Help / 救命")
        let mode = ModeDeclared(title: "Evening", chinese: "晚高峰")
        #expect(mode.titles == BilingualText("Evening", "晚高峰"))
    }

    @Test("A thing with one name is written as it was before there were two")
    func bytes() throws {
        let named = BeatDefined(beat: "B01", name: "Old Town", chinese: "老城")
        let (one, two) = (BeatDefined(beat: "B01", name: "Old Town").encoded(), named.encoded())
        // A tag, four bytes of length, six of text.
        #expect(two.count == one.count + 11 && Array(two.prefix(one.count)) == one)
        #expect(try BeatDefined(encoded: two) == named)
    }
}
