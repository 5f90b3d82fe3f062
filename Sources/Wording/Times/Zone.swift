import DispatchModel
import Formats

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
        LocalTime(secondsSince1970: time.rawValue.flooredDivision(by: 1000).quotient + secondsEast(time))
    }

    /// The first instant after `now` at which a clock on the wall shows `hour`:`minute`.
    package func next(hour: Int, minute: Int, after now: Timestamp) -> Timestamp {
        let local = now.rawValue.flooredDivision(by: 1000).quotient + secondsEast(now)
        let midnight = local.flooredDivision(by: 86_400).quotient * 86_400
        let wanted = midnight + Int64(hour * 3600 + minute * 60)
        for candidate in [wanted, wanted + 86_400] {
            // The offset that holds then may differ from the one that holds now.
            let rough = Timestamp(seconds: candidate - secondsEast(now))
            let exact = Timestamp(seconds: candidate - secondsEast(rough))
            if exact > now { return exact }
        }
        return Timestamp(seconds: wanted + 2 * 86_400 - secondsEast(now))
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

    /// The date and time of day that many seconds after 1970-01-01 00:00 on the same wall.
    package init(secondsSince1970 seconds: Int64) {
        let (days, rest) = seconds.flooredDivision(by: 86_400)
        let (date, ofDay) = (CivilDate(daysSince1970: days), Int(rest))
        (year, month, day) = (date.year, date.month, date.day)
        (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
    }
}

extension Zone {
    /// The instant at which a calendar and a clock on the wall show this; nil when there is no such date or time of day.
    ///
    /// Of a local time that daylight saving skips the instant as far behind the gap is taken; of one that comes twice
    /// either may be.
    package func instant(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) -> Timestamp? {
        let date = CivilDate(year: year, month: month, day: day)
        guard (1...9999).contains(year), date.exists, (0..<24).contains(hour), (0..<60).contains(minute),
            (0..<60).contains(second)
        else { return nil }
        let local = date.daysSince1970 * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        // The offset that holds then is only known once about when it is is known.
        let rough = Timestamp(seconds: local - secondsEast(Timestamp(seconds: local)))
        return Timestamp(seconds: local - secondsEast(rough))
    }
}
