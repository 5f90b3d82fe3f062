import DispatchModel
import Foundation

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
