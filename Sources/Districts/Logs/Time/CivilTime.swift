import DispatchModel

/// A date and time of day as a clock on the wall shows it, without a zone.
struct CivilTime: Hashable, Sendable {
    var year = 1970
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0

    /// Milliseconds since 1970-01-01 00:00 on the same wall; nil when there is no such date or time.
    var milliseconds: Int64? {
        guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, year), (1...9999).contains(year),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let seconds = Self.daysSince1970(year, month, day) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        return seconds * 1000 + Int64(millisecond)
    }

    private static func days(in month: Int, _ year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The year of a time (UTC).
    static func year(of time: Timestamp) -> Int {
        let day = Int64((Double(time.rawValue) / 86_400_000).rounded(.down))
        let guess = 1970 + Int((Double(day) / 365.2425).rounded(.down))
        return (guess - 1...guess + 1).last { daysSince1970($0, 1, 1) <= day } ?? guess
    }

    /// Days since 1970 of a date of the Gregorian calendar, counted in eras of 400 years from March.
    static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }
}
