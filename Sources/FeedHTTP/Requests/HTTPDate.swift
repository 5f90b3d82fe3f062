import DispatchModel
import Formats

/// Times as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A time to the second.
    static func text(_ time: Timestamp) -> String {
        let (days, rest) = time.rawValue.flooredDivision(by: 86_400_000)
        let date = CivilDate(daysSince1970: days)
        let seconds = Int(rest / 1000)
        return "\(weekdays[CivilDate.weekday(daysSince1970: days)]), \(padded(date.day, 2)) \(months[date.month - 1]) "
            + "\(padded(date.year, 4)) \(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
            + " GMT"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
