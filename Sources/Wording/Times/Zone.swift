import DispatchModel

/// A time zone as the console needs it: how far local time is from UTC at an instant.
package struct Zone: Sendable {
    /// Seconds east of UTC at an instant, daylight saving included.
    package var secondsEast: @Sendable (Timestamp) -> Int64

    /// A zone by its offsets.
    package init(secondsEast: @escaping @Sendable (Timestamp) -> Int64) {
        self.secondsEast = secondsEast
    }

    /// Coordinated universal time.
    package static let utc = Zone { _ in 0 }

    /// The local calendar date and time of day at an instant.
    package func local(_ time: Timestamp) -> LocalTime {
        LocalTime(secondsSince1970: Zone.floorDivide(time.rawValue, 1000) + secondsEast(time))
    }

    /// The first instant after `now` at which a clock on the wall shows `hour`:`minute`.
    package func next(hour: Int, minute: Int, after now: Timestamp) -> Timestamp {
        let local = Zone.floorDivide(now.rawValue, 1000) + secondsEast(now)
        let midnight = local - (local - Zone.floorDivide(local, 86_400) * 86_400)
        let wanted = midnight + Int64(hour * 3600 + minute * 60)
        for candidate in [wanted, wanted + 86_400] {
            // The offset that holds then may differ from the one that holds now.
            let rough = Timestamp(seconds: candidate - secondsEast(now))
            let exact = Timestamp(seconds: candidate - secondsEast(rough))
            if exact > now { return exact }
        }
        return Timestamp(seconds: wanted + 2 * 86_400 - secondsEast(now))
    }

    static func floorDivide(_ value: Int64, _ by: Int64) -> Int64 {
        let quotient = value / by
        return value % by < 0 ? quotient - 1 : quotient
    }
}

/// A local date and time of day in the proleptic Gregorian calendar.
package struct LocalTime: Hashable, Sendable {
    /// The year, such as 2026.
    package var year: Int
    /// The month, 1 to 12.
    package var month: Int
    /// The day of the month, from 1.
    package var day: Int
    /// The hour, 0 to 23.
    package var hour: Int
    /// The minute, 0 to 59.
    package var minute: Int
    /// The second, 0 to 59.
    package var second: Int
    /// The day of the week, 0 for Sunday to 6.
    package var weekday: Int

    /// Counts from 1970-01-01 by whole 400-year eras of 146,097 days, years beginning in March so that a leap day is the
    /// last day of its year.
    package init(secondsSince1970 seconds: Int64) {
        let days = Zone.floorDivide(seconds, 86_400)
        let ofDay = Int(seconds - days * 86_400)
        (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
        let fromMarch0000 = days + 719_468
        let era = Zone.floorDivide(fromMarch0000, 146_097)
        let dayOfEra = Int(fromMarch0000 - era * 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
        weekday = Int(((days + 4) % 7 + 7) % 7)
    }
}
