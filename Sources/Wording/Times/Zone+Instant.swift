import DispatchModel
import Formats

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
