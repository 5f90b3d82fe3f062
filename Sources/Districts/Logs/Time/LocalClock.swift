import DispatchModel
import Formats
import Foundation

/// Turns times on the wall of one zone into instants, remembering the zone's offsets.
///
/// Where a clock is put back, one reading names two instants: the first is meant, unless it lies before the time that the
/// reading must follow. Where a clock is put forward, a reading in the gap is taken with the offset before it.
struct LocalClock: Sendable {
    private let zone: TimeZone
    /// Offsets by quarter of an hour on the wall; no zone changes its offset within one.
    private var known: [Int64: Offsets] = [:]
    private var lastQuarter = Int64.min
    private var last = Offsets(first: 0, second: nil)

    /// The seconds east of UTC that a reading may have: two when it names two instants.
    private struct Offsets {
        var first: Int64
        var second: Int64?
    }

    /// Creates the clock of a zone; nil when there is no zone of that IANA name. Letters that several zones go by, such as
    /// CST, are none.
    init?(zone name: String) {
        guard case .name(let name) = WrittenZone(name), let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// The instant of a reading.
    mutating func instant(_ wall: Int64, notBefore: Timestamp?) -> Timestamp {
        let quarter = wall >= 0 ? wall / 900_000 : (wall - 899_999) / 900_000
        if quarter != lastQuarter {
            lastQuarter = quarter
            last = offsets(quarter)
        }
        let instant = Timestamp(milliseconds: wall - last.first * 1000)
        guard let second = last.second, let notBefore, instant < notBefore else { return instant }
        let later = Timestamp(milliseconds: wall - second * 1000)
        return later < notBefore ? instant : later
    }

    private mutating func offsets(_ quarter: Int64) -> Offsets {
        if let offsets = known[quarter] { return offsets }
        let wall = quarter * 900
        let before = offset(at: wall - offset(at: wall - 86_400) - 86_400)
        let after = offset(at: wall - offset(at: wall + 86_400) + 86_400)
        let isBefore = offset(at: wall - before) == before
        let isAfter = offset(at: wall - after) == after
        let found: Offsets
        switch (isBefore, isAfter) {
        case (true, true): found = Offsets(first: before, second: before == after ? nil : after)
        case (true, false), (false, false): found = Offsets(first: before, second: nil)
        case (false, true): found = Offsets(first: after, second: nil)
        }
        if known.count >= 2_000_000 { known.removeAll() }
        known[quarter] = found
        return found
    }

    /// The year that the wall shows at an instant.
    func year(of time: Timestamp) -> Int {
        let wall = time.rawValue + offset(at: time.rawValue.flooredDivision(by: 1000).quotient) * 1000
        return CivilDate(daysSince1970: wall.flooredDivision(by: 86_400_000).quotient).year
    }

    private func offset(at seconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

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
}
