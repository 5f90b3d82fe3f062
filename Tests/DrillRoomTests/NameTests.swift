import DrillRoom
import Testing

/// A drill's name never leads out of the drills' folder.
@Suite struct NameTests {
    @Test(arguments: ["evening-peak", "夜班2", "a", "Storm_3"]) func good(_ name: String) {
        #expect(DrillName(name)?.text == name)
    }

    @Test(arguments: [
        "", ".", "..", "a/b", "../live", "-x", "a b", "a\u{1B}", "x.y", String(repeating: "a", count: 61),
    ])
    func bad(_ name: String) {
        #expect(DrillName(name) == nil)
    }

    @Test func numbersStayWithinTheLimit() {
        let long = DrillName(String(repeating: "a", count: 60))
        #expect(long?.numbered(12).text.utf8.count == 60)
        #expect(DrillName("peak")?.numbered(2).text == "peak-2")
    }
}
