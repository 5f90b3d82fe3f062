/// Calls an hour by hour and weekday, with what little there is to it said.
package struct HeatMap: Hashable, Sendable {
    /// An hour of the week.
    package struct Cell: Hashable, Sendable {
        /// Such hours that were seen.
        package var hours: Int
        /// Calls that came in them.
        package var calls: Int
        /// Calls an hour, shrunk.
        package var estimate: Double
        /// The rate lies between these with a probability of 80 %.
        package var low: Double
        /// The greater end of it.
        package var high: Double
        /// True when so few such hours were seen that the estimate leans on its neighbours more than on them.
        package var isThin: Bool { hours < HeatMap.enough }
    }

    /// The hours of the week: 24 for Monday, then those of Tuesday, and on to Sunday.
    package let cells: [Cell]
    /// All hours that were seen.
    package let hours: Int
    /// All calls that came in them.
    package let calls: Int

    /// Such hours that say enough for themselves.
    package static let enough = 3
    /// What the hour of the day says of an hour of the week counts as much as this many of its own.
    private static let strength = 2.0

    /// The map of a series.
    ///
    /// Each hour of the week is shrunk to its hour of the day, and that to its neighbours around the clock: Gamma–Poisson
    /// (`GammaPoisson`).
    package init(_ series: HourSeries) {
        var (seen, calls) = ([Int](repeating: 0, count: 168), [Int](repeating: 0, count: 168))
        for hour in series.hours {
            seen[hour.weekHour] += 1
            calls[hour.weekHour] += hour.calls
        }
        hours = series.hours.count
        self.calls = calls.reduce(0, +)
        let mean = hours > 0 ? Double(self.calls) / Double(hours) : 0
        let days = Self.days(seen, calls, mean)
        cells = (0..<168).map { hour in
            let rate = GammaPoisson(
                calls: Double(calls[hour]), hours: Double(seen[hour]), prior: days[hour % 24],
                strength: Self.strength)
            return Cell(
                hours: seen[hour], calls: calls[hour], estimate: rate.mean, low: rate.quantile(0.1),
                high: rate.quantile(0.9))
        }
    }

    /// Calls an hour by hour of the day.
    private static func days(_ seen: [Int], _ calls: [Int], _ mean: Double) -> [Double] {
        let dayCalls = (0..<24).map { hour in (0..<7).reduce(0) { $0 + calls[$1 * 24 + hour] } }
        let daySeen = (0..<24).map { hour in (0..<7).reduce(0) { $0 + seen[$1 * 24 + hour] } }
        return (0..<24).map { hour in
            let (before, after) = ((hour + 23) % 24, (hour + 1) % 24)
            let near = Double(dayCalls[before] + dayCalls[after]) + mean * strength
            let around = near / (Double(daySeen[before] + daySeen[after]) + strength)
            return GammaPoisson(
                calls: Double(dayCalls[hour]), hours: Double(daySeen[hour]), prior: around, strength: strength
            ).mean
        }
    }

    /// The greatest estimate, to scale colours by.
    package var most: Double { cells.map(\.estimate).max() ?? 0 }
}
