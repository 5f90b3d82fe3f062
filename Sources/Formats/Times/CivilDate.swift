/// A date of the Gregorian calendar, carried on before its beginning (proleptic), without a zone.
///
/// Days are counted in eras of 400 years of 146,097 days, years beginning in March so that a leap day is the last day of
/// its year. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil and
/// civil_from_days.
public struct CivilDate: Hashable, Sendable {
    /// The year, such as 2026; the year 0 is 1 BC.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, from 1.
    public var day: Int

    /// Creates a date, whether there is such a day or not.
    @inlinable public init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The date of a day counted from 1970-01-01, which is day 0.
    @inlinable public init(daysSince1970 days: Int64) {
        let (era, ofEra) = (days + 719_468).flooredDivision(by: 146_097)
        let dayOfEra = Int(ofEra)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01. Of a date that does not exist, a number without meaning.
    @inlinable public var daysSince1970: Int64 {
        let (era, yearOfEra) = Int64(month <= 2 ? year - 1 : year).flooredDivision(by: 400)
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// True when the calendar has this day.
    @inlinable public var exists: Bool {
        (1...12).contains(month) && day >= 1 && day <= CivilDate.days(in: month, of: year)
    }

    /// The days of a month, 1 to 12, of a year.
    @inlinable public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day of the week of a day counted from 1970-01-01, a Thursday: 0 for Sunday to 6.
    public static func weekday(daysSince1970 days: Int64) -> Int {
        Int((days + 4).flooredDivision(by: 7).rest)
    }
}

extension Int64 {
    /// The quotient rounded down, and the rest, which is never negative; the divisor must be positive.
    @inlinable public func flooredDivision(by divisor: Int64) -> (quotient: Int64, rest: Int64) {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}
