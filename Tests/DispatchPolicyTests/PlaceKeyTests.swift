import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("One place written in two ways")
struct PlaceKeyTests {
    @Test(
        "These are the same",
        arguments: [
            ("Mission St / 16th St", "16TH STREET & MISSION STREET"), ("12 Zoo Road", "12  zoo rd."),
            ("HOWARD ST/10TH ST", "10th St / Howard St"), ("100 Block of Market St", "100 MARKET STREET"),
            ("N Main St & E Walnut", "E WALNUT / NORTH MAIN ST"), ("Ferry Plaza", "the FERRY PLAZA"),
            ("King's Cross", "Kings Cross"), ("Ｍｉｓｓｉｏｎ　Ｓｔ　１２", "Mission St 12"),
            ("解放路12号", "解放路 12 号"), ("解放路１２号", "解放路十二号"), ("人民路与解放路交叉口", "解放路/人民路"),
            ("中山一路和平安大街路口", "平安大街 / 中山一路"), ("和平路5号门口", "和平路5号"), ("五一路二十号", "五一路20号"),
        ])
    func same(one: String, other: String) throws {
        let (left, right) = (try #require(PlaceKey(one)), try #require(PlaceKey(other)))
        #expect(left.words == right.words)
        #expect(left == right)
    }

    @Test(
        "These are not",
        arguments: [
            ("12 Zoo Rd", "21 Zoo Rd"), ("Mission St / 16th", "Mission St / 17th"), ("Mission St", "Mission Av"),
            ("解放路12号", "解放路21号"), ("人民路", "解放路"), ("中山一路", "中山二路"), ("和平路", "平路"),
        ])
    func different(one: String, other: String) {
        #expect(PlaceKey(one)?.words != PlaceKey(other)?.words)
    }

    @Test(
        "A street's name alone is no spot",
        arguments: [
            ("Mission St", false), ("解放路", false), ("Mission St 12", true), ("Mission St / 16th", true),
            ("Ferry Plaza", true), ("人民医院", true),
        ])
    func exact(text: String, isExact: Bool) throws {
        #expect(try #require(PlaceKey(text)).isExact == isExact)
    }

    @Test("What says nothing has no key", arguments: ["", "  ", "/", "&&&", "\u{202E}", "…"])
    func nothing(text: String) {
        #expect(PlaceKey(text) == nil)
    }

    @Test("A place of any length costs no more than its first part")
    func long() throws {
        let long = String(repeating: "a", count: 100_000)
        #expect(try #require(PlaceKey(long)).words.count <= PlaceKey.limit)
    }

    @Test(
        "The words that say what happened",
        arguments: [
            ("A man with a KNIFE in the pharmacy!", ["knife", "pharmacy"]), ("Two cars crashed", ["car", "crashed"]),
            ("药店有人持刀", ["药店", "人持", "持刀"]), ("抢劫，持刀", ["抢劫", "持刀"]), ("", []), ("the and of", []),
        ])
    func words(text: String, words: [String]) {
        #expect(ReportWords.words(of: text) == words)
    }

    @Test("The hashes are those of the words", arguments: [1, 2, 3] as [UInt64])
    func shortCut(seed: UInt64) {
        var random = Seeded(seed)
        let pieces = [
            "the", "knives", "KNIFE", "glass", "o'clock", "12", "A1", "cars", "bus", " ", "-", ".", "/", "\n", "x",
            "药店", "人", "的", "持刀", "１２", "ＡＢ", "，", "é", "Straße", "号", "　",
        ]
        for _ in 0..<500 {
            let text = (0..<random.below(60)).map { _ in (random.element(of: pieces) ?? "") + " " }.joined()
            let slow = Set(ReportWords.words(of: text).map(FoldedText.hash)).sorted()
            #expect(ReportWords.hashes(of: text) == slow, "seed \(seed): \(text)")
        }
    }

    @Test("Percent and bits are exact")
    func scale() {
        #expect([0, 10, 20, 30, -10, 69, 200, -200].map(Scale.percent) == [50, 67, 80, 89, 33, 99, 99, 1])
        #expect(Scale.bits(1, 1) == 0 && Scale.bits(2, 1) == 10 && Scale.bits(8, 1) == 30 && Scale.bits(1, 9) == 0)
        #expect(Scale.bits(3, 2) == 5)
        for sum: Int64 in -80..<80 { #expect(Scale.percent(sum) <= Scale.percent(sum + 1)) }
    }
}
