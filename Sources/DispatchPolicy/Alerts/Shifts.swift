import DispatchModel

/// When a room's shifts change, on a clock that the room agrees on.
///
/// A fixed distance from UTC, so that the same journal gives the same decisions on every machine: a room that keeps
/// daylight saving states the distance that holds now.
package struct Shifts: Hashable, Sendable {
    /// The minutes of the local day, 0..<1440, at which a shift begins, in order.
    package let starts: [Int]
    /// How far local time is ahead of UTC, in minutes (-1440...1440).
    package let minutesEast: Int

    /// Shifts that begin at these minutes of the local day; minutes outside a day are left out.
    package init(starts: [Int], minutesEast: Int = 0) {
        self.starts = Set(starts).filter { (0..<1440).contains($0) }.sorted()
        self.minutesEast = min(max(minutesEast, -1440), 1440)
    }

    /// Three shifts, at 00:00, 08:00 and 16:00 UTC.
    package static let standard = Shifts(starts: [0, 8 * 60, 16 * 60])

    /// When the shift began that is on duty at this time. Without starts a day before.
    package func start(at now: Timestamp) -> Timestamp {
        guard !starts.isEmpty else { return now - .hours(24) }
        let day: Int64 = 86_400_000
        let east = Int64(minutesEast) * 60_000
        let local = now.rawValue &+ east
        let midnight = local &- ((local % day) + day) % day
        let begun = starts.last { midnight &+ Int64($0) * 60_000 <= local }.map { midnight &+ Int64($0) * 60_000 }
        let yesterday = midnight &- day &+ Int64(starts.last ?? 0) * 60_000
        return Timestamp(rawValue: (begun ?? yesterday) &- east)
    }

    /// When the shift ends that is on duty at this time: the next start, strictly later. Without starts a day later.
    package func end(at now: Timestamp) -> Timestamp {
        let day: Int64 = 86_400_000
        let east = Int64(minutesEast) * 60_000
        let local = now.rawValue &+ east
        let midnight = local &- ((local % day) + day) % day
        let next = starts.lazy.map { midnight &+ Int64($0) * 60_000 }.first { $0 > local }
        let tomorrow = midnight &+ day &+ Int64(starts.first ?? 0) * 60_000
        guard !starts.isEmpty else { return now + .hours(24) }
        return Timestamp(rawValue: (next ?? tomorrow) &- east)
    }
}
