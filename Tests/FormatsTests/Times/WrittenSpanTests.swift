import Testing

@testable import Formats

@Suite("Lengths of time and speeds as people write them")
struct WrittenSpanTests {
    @Test(
        "Every way of writing a length",
        arguments: [
            ("90s", 90_000), ("2 min", 120_000), ("1h30m", 5_400_000), ("1H 30M", 5_400_000), ("2d", 172_800_000),
            ("10分", 600_000), ("15分钟", 900_000), ("2小时", 7_200_000), ("2时5秒", 7_205_000), ("3天", 259_200_000),
            ("40 sec", 40_000), ("0s", 0), ("9999999s", 9_999_999_000),
        ] as [(String, Int64)])
    func lengths(text: String, milliseconds: Int64) {
        #expect(WrittenSpan.milliseconds(text) == milliseconds)
        #expect(WrittenSpan.milliseconds(text, bare: 60_000) == milliseconds)
    }

    @Test("What is no length", arguments: ["", " ", "m", "-5m", "1h30", "10x", "1.5h", "99999999s", "5 m x", "٣m"])
    func nonsense(text: String) {
        #expect(WrittenSpan.milliseconds(text) == nil)
        #expect(WrittenSpan.milliseconds(text, bare: 60_000) == nil)
    }

    @Test("A number that stands alone counts what it is said to")
    func bare() {
        #expect(WrittenSpan.milliseconds("45") == nil)
        #expect(WrittenSpan.milliseconds("45", bare: 60_000) == 2_700_000)
        #expect(WrittenSpan.milliseconds(" 2 ", bare: 86_400_000) == 172_800_000)
    }

    @Test("However many parts a length has, it ends in a number or in none")
    func parts() {
        #expect(WrittenSpan.milliseconds(String(repeating: "1d", count: 1000)) == 86_400_000_000)
        #expect(WrittenSpan.milliseconds(String(repeating: "999999d", count: 110_000)) == nil)
    }

    @Test(
        "Every way of writing a speed",
        arguments: [
            ("4", 4), ("x4", 4), ("X4", 4), ("×4", 4), ("× 0.5", 0.5), ("0.5", 0.5), ("max", .infinity),
            ("MAX", .infinity),
        ] as [(String, Double)])
    func speeds(text: String, factor: Double) {
        #expect(WrittenSpeed.factor(text) == factor)
    }

    @Test("What is no speed", arguments: ["", "x", "0", "-1", "4x", "inf", "nan", "fast", "××4"])
    func noSpeeds(text: String) {
        #expect(WrittenSpeed.factor(text) == nil)
    }
}
