/// A forecaster that is shown a series again and again as it grows, and takes only what is new of it.
package struct FollowingForecaster: Sendable {
    /// What has seen every hour so far, as if it had been made of the whole series at once.
    package private(set) var forecaster = DemandForecaster()
    /// The last hour that it has seen, how many holes there were then, and whether hours were a sample.
    private var seen: (hour: Int, holes: Int, isSampled: Bool)?

    /// Before any series.
    package init() {}

    /// Shows it the hours that it has not seen; all anew when a hole was found, or when hours are a sample no more.
    package mutating func follow(_ series: HourSeries) {
        if seen?.holes != series.holes || seen?.isSampled != series.isSampled {
            forecaster = DemandForecaster(isSampled: series.isSampled)
            seen = nil
        }
        for hour in series.hours where hour.number > seen?.hour ?? .min {
            forecaster.see(hour)
            seen = (hour.number, series.holes, series.isSampled)
        }
    }
}
