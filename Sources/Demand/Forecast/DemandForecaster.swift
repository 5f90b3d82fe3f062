/// Forecasts the calls of the next hours from those of the hours before, good from the first day on.
///
/// *Forecast* in this target's documentation has the formulas, what was tried beside them, and what came of it.
package struct DemandForecaster: Sendable {
    /// The most hours that it looks ahead.
    package static let leads = 6
    /// How far the guess that all hours are alike is ahead at the start: of hours that follow one another, and of a log with
    /// holes, whose hours are a sample (`HourSeries.isSampled`). In such a one little can be learned of what follows what.
    private static let flatStart = (whole: 2.0, sampled: 7.0)

    private var bank = LevelBank()
    private var scorers: [LeadScorer]
    private var lastWeekHour: Int?

    /// Before any hour; `leads` is how many hours it will be asked to look ahead, `isSampled` whether hours are missing between
    /// those that it will be shown.
    package init(leads: Int = DemandForecaster.leads, isSampled: Bool = false) {
        let start = isSampled ? Self.flatStart.sampled : Self.flatStart.whole
        scorers = (1...max(1, leads)).map { LeadScorer(lead: $0, flatStart: start, isSampled: isSampled) }
    }

    /// A forecaster that has seen a series.
    package init(_ series: HourSeries, leads: Int = DemandForecaster.leads) {
        self.init(leads: leads, isSampled: series.isSampled)
        for hour in series.hours { see(hour) }
    }

    /// Hours that were taken.
    package var hours: Int { bank.hours }

    /// The mean of all hours so far.
    package var flat: Double { bank.flat }

    /// The law of the calls of the hour that is `lead` hours after the last one taken, 1 for the next; nil before any hour.
    package func law(lead: Int) -> NegativeBinomial? {
        guard let lastWeekHour, scorers.indices.contains(lead - 1) else { return nil }
        return scorers[lead - 1].law(bank.expectations((lastWeekHour + lead) % 168))
    }

    /// The law of the next hour that is known, of which hour of the week it is; nil before any hour. Behind a hole that is
    /// not the one that follows.
    package func law(ofWeekHour weekHour: Int) -> NegativeBinomial? {
        bank.hours > 0 ? scorers[0].law(bank.expectations(weekHour)) : nil
    }

    /// Takes the next hour.
    package mutating func see(_ hour: HourSeries.Hour) {
        if hour.isFirst {
            for index in scorers.indices { scorers[index].forget() }
            // The next hour that is known is foretold behind a hole too.
            if bank.hours > 0 { scorers[0].expect(bank.expectations(hour.weekHour)) }
        }
        for index in scorers.indices { scorers[index].learn(hour.calls) }
        bank.see(hour.calls, hour.weekHour)
        lastWeekHour = hour.weekHour
        for index in scorers.indices {
            scorers[index].expect(bank.expectations((hour.weekHour + index + 1) % 168))
        }
    }
}
