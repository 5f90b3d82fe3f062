/// What the forecast would have been worth: every hour held out is foretold from the hours before it alone, one hour ahead
/// (rolling origin: Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16, 2000).
package struct Backtest: Hashable, Sendable {
    /// Hours held out.
    package private(set) var hours = 0
    /// The share of them that lay within the 80 % band, a count at its edge reckoned as the part of its probability that lies
    /// within (`NegativeBinomial.insideShare(of:)`); 0 to 1, 0.8 when the laws are right.
    package private(set) var inside80 = 0.0
    /// The share of them that lay within the whole numbers of the band, edges included; 0 to 1. Of small counts more than 0.8
    /// whatever the law.
    package private(set) var insideWhole = 0.0
    /// The mean absolute error of the forecast, calls an hour: of its median.
    package private(set) var error = 0.0
    /// That of the guess that an hour is as the one before.
    package private(set) var errorLastHour = 0.0
    /// That of the guess that an hour is as the mean of all before.
    package private(set) var errorFlat = 0.0
    /// Hours that were only learned from.
    package private(set) var learned = 0

    /// The least hours that a share of is worth telling.
    package static let leastHours = 6

    /// The hours that are only learned from: four in ten, from eight to a week.
    package static func warmUp(of count: Int) -> Int { min(168, max(8, (count * 2 + 4) / 5)) }

    /// Plays a series; nil when less than `leastHours` would be held out.
    ///
    /// Hours whose hour before is not known are learned from, and not held out: there is no hour before to guess by.
    package init?(_ series: HourSeries) {
        let warmUp = Self.warmUp(of: series.hours.count)
        guard series.hours.dropFirst(warmUp).count(where: { !$0.isFirst }) >= Self.leastHours else { return nil }
        var forecaster = DemandForecaster(leads: 1, isSampled: series.isSampled)
        var last = 0
        for (index, hour) in series.hours.enumerated() {
            if index >= warmUp, !hour.isFirst, let law = forecaster.law(ofWeekHour: hour.weekHour) {
                hold(hour.calls, law, last: last, flat: forecaster.flat)
            }
            forecaster.see(hour)
            last = hour.calls
        }
        learned = series.hours.count - hours
        let count = Double(hours)
        inside80 /= count
        insideWhole /= count
        error /= count
        errorLastHour /= count
        errorFlat /= count
    }

    private mutating func hold(_ calls: Int, _ law: NegativeBinomial, last: Int, flat: Double) {
        hours += 1
        inside80 += law.insideShare(of: calls)
        insideWhole += law.band80.contains(calls) ? 1 : 0
        error += abs(Double(calls - law.median))
        errorLastHour += abs(Double(calls - last))
        errorFlat += abs(Double(calls) - flat)
    }
}
