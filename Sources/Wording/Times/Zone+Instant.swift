import DispatchModel

extension Zone {
    /// The instant at which a calendar and a clock on the wall show this; nil when there is no such date or time of day.
    ///
    /// Of a local time that daylight saving skips the instant as far behind the gap is taken; of one that comes twice
    /// either may be.
    package func instant(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) -> Timestamp? {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0..<24).contains(hour),
            (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        let days = Zone.days(year: Int64(year), month: Int64(month), day: Int64(day))
        let local = days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        let shown = LocalTime(secondsSince1970: local)
        guard shown.year == year, shown.month == month, shown.day == day else { return nil }
        // The offset that holds then is only known once about when it is is known.
        let rough = Timestamp(seconds: local - secondsEast(Timestamp(seconds: local)))
        return Timestamp(seconds: local - secondsEast(rough))
    }

    /// Days from 1970-01-01 to a date, by the same years from March in eras of 400 as `LocalTime`.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = floorDivide(year, 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
