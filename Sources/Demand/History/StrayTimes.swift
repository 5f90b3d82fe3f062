import DispatchModel

/// Calls of a log whose times cannot be right: a clock at its zero, a mistyped year, day and month swapped.
///
/// One such row makes a hole of years. By rule, and told: calls, few of all, that stand apart from all others by a silence that
/// the log's own rate does not make (25 expected calls and at least a day, as `HourSeries` takes holes). Many such calls are
/// no slips but what the log is made of, and stay.
package struct StrayTimes: Hashable, Sendable {
    private var times: Set<Timestamp> = []

    /// Calls below which a log has no rate to judge by.
    private static let least = 20
    /// Calls that stand apart together, and strays of a log in all, as numbers and as shares of the log.
    private static let most = (together: (count: 2, share: 0.01), all: (count: 3, share: 0.02))
    private static let day = Span.hours(24)

    /// None.
    package init() {}

    /// The strays among the times of a log's calls, in any order.
    package init(_ received: [Timestamp]) {
        let sorted = received.sorted()
        guard sorted.count >= Self.least, let silence = Self.silence(sorted) else { return }
        let size = Double(sorted.count)
        let together = max(Self.most.together.count, Int(size * Self.most.together.share))
        var found: [Timestamp] = []
        var start = 0
        for index in 1...sorted.count
        where index == sorted.count || sorted[index] - sorted[index - 1] >= silence {
            if index - start <= together { found += sorted[start..<index] }
            start = index
        }
        guard found.count <= max(Self.most.all.count, Int(size * Self.most.all.share)) else { return }
        times = Set(found)
    }

    /// Whether a call of this time is left out.
    package func contains(_ time: Timestamp) -> Bool { times.contains(time) }

    /// A silence that chance does not make, by the rate of the middle eight tenths of the calls, whatever lies at the ends; nil
    /// when they all came at once.
    private static func silence(_ sorted: [Timestamp]) -> Span? {
        let tenth = sorted.count / 10
        let middle = sorted[sorted.count - 1 - tenth] - sorted[tenth]
        guard middle > .zero else { return nil }
        let each = Double(middle.milliseconds) / Double(sorted.count - 2 * tenth)
        return max(day, Span(milliseconds: Int64(min(1e15, each * HourSeries.expected.long))))
    }
}
