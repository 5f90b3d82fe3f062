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
        #expect(ControlLanguage.jump(text, at: 0, began: 0, secondsEast: 0)?.by == milliseconds)
    }

    @Test(arguments: ["", "x", "10x", "-5m", "m", "1h30", "99999999999h", "25:00", "12:60", "1:2:3:4", "::"])
    func nonsense(_ text: String) {
        #expect(ControlLanguage.jump(text, at: 0, began: 0, secondsEast: 0) == nil, "\(text)")
    }

    @Test func aTimeOfDayIsTheOneOfThisDrill() {
        // 22:13:20 UTC is 06:13:20 in a zone eight hours ahead.
        let now: Int64 = 1_700_000_000_000
        func jump(_ text: String, began: Int64, east: Int64 = 8) -> Int64? {
            ControlLanguage.jump(text, at: now, began: began, secondsEast: east * 3600)?.to
        }
        #expect(jump("06:20", began: now - hour) == now + 400_000)
        // What has been since the drill began is that, not tomorrow's: the jump is then refused.
        #expect(jump("06:05", began: now - hour) == now - 500_000)
        #expect(jump("06:13:20", began: now - hour) == now)
        // Before it began there was none of it: then it is the next one, over midnight too.
        #expect(jump("05:00", began: now - hour) == now - 4_400_000 + 24 * hour)
        #expect(ControlLanguage.jump("00:10", at: -hour, began: -2 * hour, secondsEast: 0)?.to == 600_000)
        #expect(ControlLanguage.jump("23:00", at: -hour, began: -2 * hour, secondsEast: 0)?.to == -hour)
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
