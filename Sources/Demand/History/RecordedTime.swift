import DispatchModel

/// When a room recorded: its records themselves say so, whatever they are about.
///
/// A journal has no hours without calls, but hours in which nobody listened. Those lie before a room that begins anew
/// (`resume`), and where no record of any kind came for longer than the room's own rate of records makes by chance.
struct RecordedTime: Sendable {
    /// A time without a record.
    private struct Gap {
        var from: Timestamp
        var to: Timestamp
        /// True when the room is known to have begun anew at its end.
        var isCertain: Bool
    }

    /// Shorter times without a record say nothing by themselves.
    private static let least = Span.hours(3)
    /// The most gaps that are kept, the newest.
    private static let limit = 2_048

    private var first: Timestamp?
    private var last: Timestamp?
    /// Minutes in which something was recorded.
    private var minutes = 0
    private var gaps: [Gap] = []
    /// What gaps that are kept no more took, in milliseconds.
    private var forgotten: Int64 = 0

    /// Takes the time of the next record.
    mutating func hear(at time: Timestamp, resumes: Bool) {
        defer { last = max(last ?? time, time) }
        first = first ?? time
        guard let last, time > last else {
            minutes = max(1, minutes)
            return
        }
        if time.rawValue / 60_000 != last.rawValue / 60_000 { minutes += 1 }
        guard resumes || time - last >= Self.least else { return }
        gaps.append(Gap(from: last, to: time, isCertain: resumes))
        if gaps.count >= 2 * Self.limit {
            forgotten += gaps.prefix(Self.limit).reduce(0) { $0 + ($1.to - $1.from).milliseconds }
            gaps.removeFirst(Self.limit)
        }
    }

    /// The times in which nothing was recorded, in order.
    var missing: [ClosedRange<Timestamp>] {
        guard let first, let last else { return [] }
        let silent = forgotten + gaps.reduce(0) { $0 + ($1.to - $1.from).milliseconds }
        let hours = Double(max(3_600_000, (last - first).milliseconds - silent)) / 3_600_000
        let rate = Double(minutes) / hours
        return gaps.filter { gap in
            let length = Double((gap.to - gap.from).milliseconds) / 3_600_000
            return gap.isCertain || HourSeries.isBeyondChance(rate * length, hours: length)
        }.map { $0.from...$0.to }
    }
}
