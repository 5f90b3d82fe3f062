import DispatchModel
import Formats

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
        let date = CivilDate(year: year, month: month, day: day)
        guard date.exists, (1...9999).contains(year), (0...23).contains(hour), (0...59).contains(minute),
            (0...60).contains(second)
        else { return nil }
        let seconds = date.daysSince1970 * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        return seconds * 1000 + Int64(millisecond)
    }

    /// The year of a time (UTC).
    static func year(of time: Timestamp) -> Int {
        CivilDate(daysSince1970: time.rawValue.flooredDivision(by: 86_400_000).quotient).year
    }
}
