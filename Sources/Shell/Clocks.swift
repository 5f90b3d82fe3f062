import DispatchModel
import Foundation
import Synchronization
import Wording

/// The wall's time.
package func wallTime() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

/// Time that never steps: the wall's as it was when it was first asked, and what has passed since, sleep included. For
/// everything that lasts.
package func steadyTime() -> Timestamp {
    steadyStart + Span(milliseconds: elapsedMilliseconds() - steadyStartElapsed)
}

private let steadyStart = wallTime()
private let steadyStartElapsed = elapsedMilliseconds()

private func elapsedMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}

/// Remembers a zone's offset for the quarter of an hour it was asked for: no zone changes within one.
final class ZoneCache: Sendable {
    private let zone: TimeZone
    private let last = Mutex<(quarter: Int64, seconds: Int64)>((.min, 0))

    init(_ zone: TimeZone) {
        self.zone = zone
    }

    /// Seconds east of UTC at an instant.
    func secondsEast(at time: Timestamp) -> Int64 {
        let quarter = Int64((Double(time.rawValue) / 900_000).rounded(.down))
        return last.withLock { last in
            if last.quarter != quarter {
                let date = Date(timeIntervalSince1970: Double(quarter) * 900)
                last = (quarter, Int64(zone.secondsFromGMT(for: date)))
            }
            return last.seconds
        }
    }
}

/// The zone in which times are shown.
package func zone(named name: String) -> Zone {
    let zone = TimeZone(identifier: name) ?? .current
    let cache = ZoneCache(zone)
    return Zone { cache.secondsEast(at: $0) }
}
