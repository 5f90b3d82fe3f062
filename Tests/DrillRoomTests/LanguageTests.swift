import Testing

@testable import DrillRoom

/// What a trainer types.
@Suite struct ControlLanguageTests {
    private let hour: Int64 = 3_600_000

    @Test(
        arguments: [
            ("10m", 600_000), ("90s", 90_000), ("1h30m", 5_400_000), ("5", 300_000), ("10分", 600_000),
            ("2 h", 7_200_000),
        ] as [(String, Int64)])
    func lengths(_ text: String, _ milliseconds: Int64) {
        #expect(ControlLanguage.jump(text, at: 0, secondsEast: 0)?.by == milliseconds)
    }

    @Test(arguments: ["", "x", "10x", "-5m", "m", "1h30", "99999999999h", "25:00", "12:60", "1:2:3:4", "::"])
    func nonsense(_ text: String) {
        #expect(ControlLanguage.jump(text, at: 0, secondsEast: 0) == nil, "\(text)")
    }

    @Test func aTimeOfDayIsTheNextOne() {
        // 22:13:20 UTC is 06:13:20 in a zone eight hours ahead.
        let now: Int64 = 1_700_000_000_000
        let later = ControlLanguage.jump("06:20", at: now, secondsEast: 8 * 3600)
        #expect(later?.to == now + 400_000)
        let tomorrow = ControlLanguage.jump("06:13:20", at: now, secondsEast: 8 * 3600)
        #expect(tomorrow?.to == now + 24 * hour)
        #expect(ControlLanguage.jump("23:00", at: -hour, secondsEast: 0)?.to == 23 * hour)
    }

    @Test(arguments: [("4", 4.0), ("x4", 4), ("×0.5", 0.5), ("max", 0)] as [(String, Double)])
    func speeds(_ text: String, _ speed: Double) {
        #expect(ControlLanguage.speed(text)?.speed == speed)
    }

    @Test func aUnitAndWhy() {
        let request = ControlLanguage.out("3A12 flat tyre on Main St")
        #expect(request.callsign == "3A12" && request.text == "flat tyre on Main St")
        #expect(ControlLanguage.out("3A12").text == nil)
    }
}
