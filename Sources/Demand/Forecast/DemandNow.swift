import DispatchModel

/// Demand in a few numbers: what a wall or a strip shows.
package struct DemandNow: Hashable, Sendable {
    /// When it was reckoned.
    package var at: Timestamp
    /// Calls of each of the last whole hours, the oldest first; at most 24.
    package var lastHours: [Int]
    /// Calls since the hour struck.
    package var thisHour: Int
    /// Calls of the last whole hour a week before; nil while that is not known.
    package var weekAgo: Int?
    /// The next whole hours, the nearest first: the first is the one that is under way. Empty while nothing is known.
    package var next: [Next]

    /// What is foretold of an hour.
    package struct Next: Hashable, Sendable {
        /// When it begins.
        package var starts: Timestamp
        /// Calls, as often more as less.
        package var median: Int
        /// The band of 80 %: its least and its greatest count.
        package var low: Int
        /// The greatest count of the band.
        package var high: Int
    }

    /// Calls to be expected in the hour that is under way, with its band; nil while nothing is known.
    package var nextHour: Next? { next.first }

    /// Reckons the numbers of a history at a moment, from a forecaster that has seen the whole hours before it.
    package init(_ history: DemandHistory, _ series: HourSeries, _ forecaster: DemandForecaster, at now: Timestamp) {
        at = now
        let current = history.hour(of: now)
        var known: [Int: Int] = [:]
        for hour in series.hours.suffix(170) { known[hour.number] = hour.calls }
        lastHours = (1...24).reversed().compactMap { known[current - $0] }
        thisHour = history.cells.reduce(0) { $0 + (Int($1.key.hour) == current ? Int($1.value) : 0) }
        weekAgo = known[current - 1 - 168]
        next = []
        guard let last = series.hours.last, forecaster.hours > 0 else { return }
        for lead in 1...DemandForecaster.leads {
            let hour = last.number + lead
            guard hour >= current, let law = forecaster.law(lead: lead) else { continue }
            let band = law.band80
            next.append(
                Next(
                    starts: history.start(ofHour: hour), median: law.median, low: band.lowerBound,
                    high: band.upperBound))
        }
    }
}
