import DispatchModel
import Testing

@testable import Wording

@Suite struct MomentTests {
    /// Half past two of 2024-03-10, UTC.
    private static let shown = Timestamp(seconds: 1_710_081_000)
    private static let scale = Moment.Scale(
        shown: shown, present: shown + .hours(1), first: shown - .hours(24 * 40), last: 500)

    @Test(
        "what operators type",
        arguments: [
            ("14:05", 1_710_079_500), ("14:05:30", 1_710_079_530), ("9:00", 1_710_061_200),
            ("23:00", 1_710_025_200), ("2024-03-01 14:05", 1_709_301_900), ("2024-03-01T14:05:07", 1_709_301_907),
            ("2024-02-29", 1_709_164_800), ("-10m", 1_710_080_400), ("- 10 m", 1_710_080_400), ("-90", 1_710_075_600),
            ("+30m", 1_710_082_800), ("-1h30m", 1_710_075_600), ("-2d", 1_709_908_200), ("-10分", 1_710_080_400),
        ] as [(String, Int64)])
    func times(text: String, seconds: Int64) throws {
        #expect(
            try Moment.read(text, on: MomentTests.scale, words: Words(.english)) == .time(Timestamp(seconds: seconds)))
    }

    @Test("events and ends")
    func others() throws {
        let words = Words(.chinese)
        #expect(try Moment.read("#500", on: MomentTests.scale, words: words) == .position(500))
        #expect(try Moment.read(" start ", on: MomentTests.scale, words: words) == .start)
        #expect(try Moment.read("末尾", on: MomentTests.scale, words: words) == .end)
        #expect(try Moment.read("NOW", on: MomentTests.scale, words: words) == .now)
    }

    @Test(
        "what cannot be shown is refused in both languages with a remedy",
        arguments: [
            "", "14", "14:5", "24:00", "14:60", "2024-02-30", "2024-13-01 10:00", "yesterday", "#0", "#-4", "#501", "#",
            "#99999999999999999999", "+2h", "-41d", "2024-03-10 14:05 extra", "-", "٣:٠٥", "99999-01-01",
        ], Language.allCases)
    func refused(text: String, language: Language) {
        let refusal = #expect(throws: Moment.Refusal.self) {
            try Moment.read(text, on: MomentTests.scale, words: Words(language))
        }
        #expect(refusal?.message.isEmpty == false && refusal?.remedy.isEmpty == false)
    }

    @Test("a zone's clock, over a change to daylight saving")
    func zones() throws {
        // Five hours behind UTC, four from 2024-03-10 07:00 UTC on.
        let zone = Zone { $0 < Timestamp(seconds: 1_710_054_000) ? -18_000 : -14_400 }
        let words = Words(.english, zone: zone)
        #expect(
            try Moment.read("01:30", on: MomentTests.scale, words: words) == .time(Timestamp(seconds: 1_710_052_200)))
        #expect(
            try Moment.read("03:30", on: MomentTests.scale, words: words) == .time(Timestamp(seconds: 1_710_055_800)))
    }

    @Test("an instant is where its local time says it is, on 2,000 random days", arguments: [1, 2] as [UInt64])
    func roundTrip(seed: UInt64) {
        print("seed \(seed)")
        var state = seed
        for _ in 0..<2000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let time = Timestamp(seconds: Int64(state >> 31) % 8_000_000_000)
            let local = Zone.utc.local(time)
            let back = Zone.utc.instant(
                year: local.year, month: local.month, day: local.day, hour: local.hour, minute: local.minute,
                second: local.second)
            #expect(back == time)
        }
    }
}
