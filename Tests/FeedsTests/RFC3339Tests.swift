import DispatchModel
import Feeds
import TestSupport
import Testing

@Suite("Times of RFC 3339")
struct RFC3339Tests {
    @Test(
        "Good times",
        arguments: [
            ("1970-01-01T00:00:00Z", Int64(0)), ("2026-11-24T02:55:20.123Z", 1_795_488_920_123),
            ("2026-11-24T10:55:20+08:00", 1_795_488_920_000), ("2026-11-24 02:55:20z", 1_795_488_920_000),
            ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29T12:00:00-00:00", 951_825_600_000),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("2026-11-24T02:55:20.123456789Z", 1_795_488_920_123),
        ])
    func good(text: String, milliseconds: Int64) {
        #expect(RFC3339.instant(text)?.rawValue == milliseconds)
    }

    @Test(
        "No times",
        arguments: [
            "", "2026-11-24", "2026-11-24T02:55:20", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
            "2026-11-24T24:00:00Z", "2026-11-24T02:60:00Z", "2026-11-24T02:55:20.Z", "2026-11-24T02:55:20+8:00",
            "2026-11-24T02:55:20Zx", "２026-11-24T02:55:20Z", "2026-11-24T02:55:20+08:60",
        ])
    func bad(text: String) {
        #expect(RFC3339.instant(text) == nil)
    }

    @Test("What is written is read again, over 8000 years")
    func roundTrip() {
        var random = Seeded(3339)
        for _ in 0..<20_000 {
            let time = Timestamp(
                milliseconds: Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random))
            #expect(RFC3339.instant(RFC3339.text(time)) == time, "\(RFC3339.text(time))")
        }
    }
}
