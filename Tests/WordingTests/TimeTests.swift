import DispatchModel
import Testing
import Wording

@Suite struct TimeTests {
    private let english = Words(.english)
    private let chinese = Words(.chinese)

    @Test(arguments: [
        (0, "00:00", "00:00"), (252, "04:12", "04:12"), (3599, "59:59", "59:59"), (3753, "1:02:33", "1:02:33"),
        (86_399, "23:59:59", "23:59:59"), (273_700, "3d 4h", "3天4时"), (-5, "-00:05", "-00:05"),
    ])
    func ages(seconds: Int64, english one: String, chinese other: String) {
        #expect(english.age(.seconds(seconds)) == one)
        #expect(chinese.age(.seconds(seconds)) == other)
    }

    @Test(arguments: [
        (2, "2s", "2秒"), (240, "4m", "4分"), (7200, "2h", "2时"), (864_000, "10d", "10天"), (-90, "-1m", "-1分"),
    ])
    func briefAges(seconds: Int64, english one: String, chinese other: String) {
        #expect(english.briefAge(.seconds(seconds)) == one)
        #expect(chinese.briefAge(.seconds(seconds)) == other)
    }

    @Test func lengths() {
        #expect(english.duration(.seconds(100)) == "1:40")
        #expect(english.duration(.seconds(3753)) == "1:02:33")
        #expect(english.length(.seconds(7500)) == "2 h 5 min")
        #expect(chinese.length(.seconds(7500)) == "2小时5分")
        #expect(english.length(.hours(28)) == "1 d 4 h")
        #expect(english.age(Span(milliseconds: .min)).hasPrefix("-"))
        #expect(!english.length(Span(milliseconds: .max)).isEmpty)
    }

    @Test func clocks() {
        let east = Words(.chinese, zone: Zone { _ in 8 * 3600 })
        let time = Timestamp(seconds: 1_700_000_000)
        #expect(english.dateAndClock(time) == "2023-11-14 22:13:20")
        #expect(east.dateAndClock(time) == "2023-11-15 06:13:20")
        #expect(english.when(time, now: time + .hours(1)) == "22:13:20")
        #expect(english.when(time, now: time + .hours(9)) == "2023-11-14 22:13:20")
    }

    /// Walks day by day through 800 years against a calendar counted by hand.
    @Test func calendar() {
        var (year, month, day) = (1600, 1, 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for number in Int64(-135_140)..<157_000 {
            let local = LocalTime(secondsSince1970: number * 86_400 + 5)
            guard (local.year, local.month, local.day, local.second) == (year, month, day, 5) else {
                Issue.record("day \(number): \(local) is not \(year)-\(month)-\(day)")
                return
            }
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            if day > lengths[month - 1] + (month == 2 && leap ? 1 : 0) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test func nextTimeOfDayCrossesMidnightAndDaylightSaving() {
        // Clocks go one hour back at second 3600 of the epoch.
        let zone = Zone { $0.rawValue < 3_600_000 ? 7200 : 3600 }
        let now = Timestamp(seconds: 0)  // 02:00 on the wall
        #expect(zone.next(hour: 2, minute: 30, after: now) == Timestamp(seconds: 1800))
        #expect(zone.next(hour: 5, minute: 0, after: now) == Timestamp(seconds: 4 * 3600))
        #expect(zone.next(hour: 1, minute: 0, after: now) == Timestamp(seconds: 24 * 3600))
        #expect(Zone.utc.next(hour: 14, minute: 5, after: now) == Timestamp(seconds: 14 * 3600 + 300))
        #expect(Zone.utc.next(hour: 0, minute: 0, after: now) == Timestamp(seconds: 86_400))
    }

    @Test func numbersAndSpeeds() {
        #expect(english.grouped(48_211) == "48 211")
        #expect(english.grouped(-1_234_567) == "-1 234 567")
        #expect(english.grouped(9999) == "9999")
        #expect(english.speed(4) == "×4")
        #expect(english.speed(0.25) == "×0.25")
        #expect(english.speed(2.5) == "×2.5")
        #expect(english.speed(nil) == "×max")
        #expect(english.speed(.infinity) == "×max")
        #expect(english.ordinal(2) == "second")
        #expect(english.ordinal(22) == "22nd")
        #expect(english.ordinal(111) == "111th")
        #expect(chinese.ordinal(12) == "第12")
    }
}
