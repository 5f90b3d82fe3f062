import DispatchModel
import Feeds

/// Times as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A time to the second.
    static func text(_ time: Timestamp) -> String {
        let written = RFC3339.text(time)
        let parts = written.split { "-T.".contains($0) }.map(String.init)
        // 1970-01-01 was a Thursday.
        let day = Int(time.rawValue / 86_400_000 - (time.rawValue < 0 ? 1 : 0))
        let month = Int(parts[1]).map { months[$0 - 1] } ?? ""
        return "\(weekdays[((day % 7) + 7) % 7]), \(parts[2]) \(month) \(parts[0]) \(parts[3]) GMT"
    }
}
