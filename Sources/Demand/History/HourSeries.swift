import DispatchModel

/// Calls hour by hour, with what is known of each hour.
package struct HourSeries: Sendable {
    /// An hour.
    package struct Hour: Hashable, Sendable {
        /// Which hour, as the history counts them.
        package var number: Int
        /// The hour of the local week, 0 for Monday from midnight on.
        package var weekHour: Int
        /// Calls that came in.
        package var calls: Int
        /// True when the hour before it is not known: the first one, and one behind a hole.
        package var isFirst: Bool
    }

    /// The hours that are wholly known, in order.
    package private(set) var hours: [Hour] = []
    /// Stretches in which nothing is known between hours that are.
    package private(set) var holes = 0

    /// Where the history comes from, and thereby which of its hours are wholly known.
    package enum Kind: Hashable, Sendable {
        /// A journal: everything between its first and its last record is known.
        case journal
        /// A log that somebody cut out of something: its edges may be the tails of calls that ended in what was cut out.
        case log
        /// A log that is being played on a board: it begins as a log does, and its last hour is not over.
        case played
    }

    /// True when the hours are a sample, stretches shorter than a day: little is to be learned of what follows what.
    package var isSampled: Bool { holes > 0 && hours.count < 24 * (holes + 1) }

    /// The series of a history: of all its calls, or of those of a beat, a priority or a group.
    package init(
        _ history: DemandHistory, as kind: Kind,
        where isWanted: (_ beat: Int, _ priority: Priority, _ group: Int) -> Bool
    ) {
        self.init(history, as: kind)
        let places = Dictionary(uniqueKeysWithValues: hours.indices.map { (hours[$0].number, $0) })
        for index in hours.indices { hours[index].calls = 0 }
        for (cell, count) in history.cells where isWanted(Int(cell.beat), cell.priority, Int(cell.group)) {
            if let index = places[Int(cell.hour)] { hours[index].calls += Int(count) }
        }
    }

    /// The series of all calls of a history.
    package init(_ history: DemandHistory, as kind: Kind) {
        guard let first = history.first, let end = history.end else { return }
        let oldest = max(history.hour(of: first), history.hour(of: end) - history.weeks * 168 + 1)
        let newest = history.hour(of: end)
        var counts = [Int](repeating: 0, count: newest - oldest + 1)
        for (cell, count) in history.cells {
            let index = Int(cell.hour) - oldest
            if counts.indices.contains(index) { counts[index] += Int(count) }
        }
        var wanted = 0..<counts.count
        switch kind {
        case .journal: wanted = Self.insideJournal(history, first, end, oldest, counts.count)
        case .log: wanted = Self.insideLog(history, end, oldest, counts)
        case .played:
            let inside = Self.insideLog(history, end, oldest, counts)
            wanted = inside.lowerBound..<max(inside.lowerBound, min(inside.upperBound, counts.count - 1))
        }
        keep(counts, wanted, oldest, history)
    }

    /// A series of counts made up: for tests and benchmarks.
    package init(counts: [Int], firstWeekHour: Int = 0) {
        for (index, calls) in counts.enumerated() {
            hours.append(
                Hour(number: index, weekHour: (firstWeekHour + index) % 168, calls: calls, isFirst: index == 0))
        }
    }

    /// The first and the last hour of a journal are not over or were not whole.
    private static func insideJournal(
        _ history: DemandHistory, _ first: Timestamp, _ end: Timestamp, _ oldest: Int, _ count: Int
    ) -> Range<Int> {
        let isWhole = history.start(ofHour: history.hour(of: first)) == first
        let low = history.hour(of: first) == oldest && !isWhole ? 1 : 0
        return low..<max(low, count - 1)
    }

    /// A log's first day counts from midnight on: what lies before, when a whole day follows, is often the tail of calls that
    /// were filed by their end. Its last hour counts unless calls seem to be missing at its end.
    private static func insideLog(_ history: DemandHistory, _ end: Timestamp, _ oldest: Int, _ counts: [Int]) -> Range<
        Int
    > {
        var low = 0
        let hourOfDay = history.weekHour(oldest) % 24
        let midnight = (24 - hourOfDay) % 24
        let isFollowed =
            counts.count - midnight >= 24
            && holes(counts, 0..<counts.count).allSatisfy { $0.lowerBound >= midnight + 24 }
        if isFollowed { low = midnight }
        var high = counts.count
        let rate = Double(counts.reduce(0, +)) / Double(max(1, counts.count { $0 > 0 }))
        let left = Double(history.start(ofHour: oldest + high).rawValue - end.rawValue) / 3_600_000
        // A silence this long at the end would come by chance once in twenty.
        if high - low > 1, rate * left > 3 { high -= 1 }
        return low..<max(low, high)
    }

    private mutating func keep(_ counts: [Int], _ wanted: Range<Int>, _ oldest: Int, _ history: DemandHistory) {
        var isKnown = counts.indices.map(wanted.contains)
        for hole in Self.holes(counts, wanted) { for index in hole { isKnown[index] = false } }
        // The hours in which recording ended and began again are known in part alone.
        for missing in history.recorded.missing {
            let from = max(0, history.hour(of: missing.lowerBound) - oldest)
            let to = min(counts.count - 1, history.hour(of: missing.upperBound) - oldest)
            if from <= to { for index in from...to { isKnown[index] = false } }
        }
        for index in wanted where isKnown[index] {
            let isFirst = index == wanted.lowerBound || !isKnown[index - 1]
            if isFirst, !hours.isEmpty { holes += 1 }
            hours.append(
                Hour(
                    number: oldest + index, weekHour: history.weekHour(oldest + index), calls: counts[index],
                    isFirst: isFirst))
        }
    }

    /// Stretches without a call that chance does not make: nobody recorded then, or somebody cut them out.
    ///
    /// At the rate of the rest a day or more without a call counts when 25 were to be expected (once in e²⁵), three hours or
    /// more when five times as many were, since a night may be five times quieter than the mean.
    static func holes(_ counts: [Int], _ wanted: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = wanted.lowerBound
        while index < wanted.upperBound {
            var end = index
            while end < wanted.upperBound, counts[end] == 0 { end += 1 }
            if end - index >= 3 { runs.append(index..<end) }
            index = max(end, index + 1)
        }
        let silent = runs.filter { $0.count >= 24 }.reduce(0) { $0 + $1.count }
        let rate = Double(wanted.reduce(0) { $0 + counts[$1] }) / Double(max(1, wanted.count - silent))
        return runs.filter { isBeyondChance(rate * Double($0.count), hours: Double($0.count)) }
    }

    /// How many were to be expected in a silence that chance does not make: in a day or more, and in less.
    static let expected = (long: 25.0, short: 125.0)

    /// Whether chance does not make a silence of so many hours in which so many were to be expected.
    static func isBeyondChance(_ count: Double, hours: Double) -> Bool {
        count >= (hours >= 24 ? expected.long : expected.short)
    }
}
