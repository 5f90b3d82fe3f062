import DispatchModel
import Testing

@testable import Districts

private func wall(_ format: TimeFormat, _ text: String) -> Int64? {
    Array(text.utf8).withUnsafeBufferPointer { format.read($0)?.civil.milliseconds }
}

@Suite struct TimeTests {
    static let readings: [(pattern: String, text: String, seconds: Int64?)] = [
        ("MM/dd/yyyy hh:mm:ss a", "12/31/2016 11:57:56 PM", 1_483_228_676),
        ("MM/dd/yyyy hh:mm:ss a", "01/01/2017 12:04:18 AM", 1_483_229_058),
        ("MM/dd/yyyy hh:mm:ss a", "1/1/2017 12:04:18 pm", 1_483_272_258),
        ("MM/dd/yyyy hh:mm:ss a", "01/01/2017 13:04:18 PM", nil),
        ("MM/dd/yyyy hh:mm:ss a", "01/01/2017 12:04:18", nil),
        ("MM/dd/yyyy hh:mm:ss a", "01/01/2017 12:04:18 AM ", nil),
        ("MM/dd/yyyy hh:mm:ss a", "02/29/2017 12:04:18 AM", nil),
        ("MM/dd/yyyy hh:mm:ss a", "02/29/2016 12:00:00 AM", 1_456_704_000),
        ("yyyy-MM-dd HH:mm", "2016-01-15 12:01", 1_452_859_260),
        ("yyyy-MM-dd HH:mm", "2016-01-15 24:01", nil),
        ("yyyy-MM-dd HH:mm", "", nil),
        ("dd.MM.yy 'um' H:mm", "05.07.19 um 8:03", 1_562_313_780),
        ("yyyy-MM-dd HH:mm:ss.SSS", "2016-01-15 12:01:02.5", 1_452_859_262),
        ("ISO 8601", "2016-12-31T23:57:56", 1_483_228_676),
        ("ISO 8601", "2016-12-31 23:57", 1_483_228_620),
        ("ISO 8601", "2016-12-31T23:57:56.250Z", 1_483_228_676),
        ("ISO 8601", "2016-12-31T23:57:56+08:00", 1_483_228_676),
        ("ISO 8601", "2016-12-31", 1_483_142_400),
        ("ISO 8601", "2016-12-31T23:57:56X", nil),
        ("ISO 8601", "2016-13-31T23:57:56", nil),
    ]

    @Test(arguments: readings) func readsTimes(pattern: String, text: String, seconds: Int64?) throws {
        let format = try #require(TimeFormat(pattern))
        #expect(wall(format, text).map { $0 / 1000 } == seconds, "\(pattern): \(text)")
    }

    @Test func readsOffsets() throws {
        let format = try #require(TimeFormat("yyyy-MM-dd HH:mm X"))
        for (text, offset) in [
            ("2016-01-15 12:01 Z", 0), ("2016-01-15 12:01 +0530", 19_800), ("2016-01-15 12:01 -08", -28_800),
        ] {
            let reading = Array(text.utf8).withUnsafeBufferPointer { format.read($0) }
            #expect(reading?.offset == offset, "\(text)")
        }
    }

    @Test(arguments: ["", "yyyy-QQ", "hh:mm:ss 'open", "yyyyy"]) func refusesPatterns(_ pattern: String) {
        #expect(TimeFormat(pattern) == nil)
    }

    /// Wall readings of Los Angeles and the UTC they stand for, both as texts. `after` is the time a reading must follow.
    static let daylight: [(name: String, wall: String, after: String?, utc: String)] = [
        ("winter", "2017-01-01 12:00", nil, "2017-01-01 20:00"),
        ("summer", "2016-07-01 12:00", nil, "2016-07-01 19:00"),
        ("before spring", "2016-03-13 01:59", nil, "2016-03-13 09:59"),
        ("gap of spring", "2016-03-13 02:30", nil, "2016-03-13 10:30"),
        ("after spring", "2016-03-13 03:00", nil, "2016-03-13 10:00"),
        ("before autumn", "2016-11-06 00:59", nil, "2016-11-06 07:59"),
        ("twice in autumn, first", "2016-11-06 01:30", nil, "2016-11-06 08:30"),
        ("twice in autumn, after the first", "2016-11-06 01:30", "2016-11-06 08:20", "2016-11-06 08:30"),
        ("twice in autumn, second", "2016-11-06 01:01", "2016-11-06 08:58", "2016-11-06 09:01"),
        ("twice in autumn, before both", "2016-11-06 01:01", "2016-11-06 12:00", "2016-11-06 08:01"),
        ("after autumn", "2016-11-06 02:00", nil, "2016-11-06 10:00"),
    ]

    @Test(arguments: daylight) func followsDaylightSaving(name: String, text: String, after: String?, utc: String)
        throws
    {
        let format = try #require(TimeFormat("yyyy-MM-dd HH:mm"))
        var clock = try #require(LocalClock(zone: "America/Los_Angeles"))
        let floor = after.flatMap { wall(format, $0) }.map { Timestamp(milliseconds: $0) }
        let reading = try #require(wall(format, text))
        let wanted = try #require(wall(format, utc))
        #expect(clock.instant(reading, notBefore: floor).rawValue == wanted, "\(name)")
        #expect(clock.instant(reading, notBefore: floor).rawValue == wanted, "\(name), remembered")
    }

    @Test func knowsItsZones() throws {
        #expect(LocalClock(zone: "Mars/Olympus") == nil)
        var shanghai = try #require(LocalClock(zone: "Asia/Shanghai"))
        #expect(shanghai.instant(8 * 3_600_000, notBefore: nil) == .epoch)
    }
}
