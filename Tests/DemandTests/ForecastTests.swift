import Demand
import SimulationKit
import Testing

@Suite("Forecasts of calls")
struct ForecastTests {
    /// Days that a kind of city is tried over.
    private static func days(_ kind: MadeUpCity.Kind) -> Int {
        switch kind {
        case .flat, .stormy, .bursty: 10
        case .daily, .early, .large: 7
        case .weekly: 28
        case .trending, .wandering: 14
        case .tiny: 21
        }
    }

    @Test("The band of 80 % holds that much of hours that were not seen", arguments: MadeUpCity.Kind.allCases)
    func band(kind: MadeUpCity.Kind) throws {
        let tried = try (1...6).map { seed in
            try #require(Backtest(MadeUpCity(kind: kind, days: Self.days(kind), seed: seed).series))
        }
        let hours = tried.reduce(0) { $0 + $1.hours }
        let inside = tried.reduce(0) { $0 + $1.inside80 * Double($1.hours) } / Double(hours)
        // Three standard errors of a share of 0.8, and what learning costs.
        let error = 3 * (0.16 / Double(hours)).squareRoot() + 0.03
        #expect(abs(inside - 0.8) < error, "\(kind): \(inside) of \(hours), seeds 1 to 6")
    }

    @Test("It errs less than either naive guess", arguments: MadeUpCity.Kind.allCases)
    func errors(kind: MadeUpCity.Kind) throws {
        let tried = try (1...6).map { seed in
            try #require(Backtest(MadeUpCity(kind: kind, days: Self.days(kind), seed: seed).series))
        }
        let error = tried.reduce(0) { $0 + $1.error }
        #expect(error < tried.reduce(0) { $0 + $1.errorLastHour }, "\(kind)")
        // Where all hours are alike, nothing can be better than their mean; only as good.
        let allowance = kind == .flat ? 1.01 : 1
        #expect(error < tried.reduce(0) { $0 + $1.errorFlat } * allowance, "\(kind)")
    }

    @Test("Of a single day it errs less than either naive guess on most seeds")
    func oneDay() throws {
        let better = try (1...40).count { seed in
            let tried = try #require(Backtest(MadeUpCity(kind: .daily, days: 1, seed: UInt64(seed)).series))
            return tried.error < min(tried.errorLastHour, tried.errorFlat)
        }
        #expect(better >= 26, "\(better) of 40")
    }

    /// The best that chance alone leaves of two days are six logs in ten: 29 hours held out scatter by seven hundredths.
    @Test("Bands of single logs hold 75 to 88 % of theirs", arguments: [(2, 0.7), (3, 0.8), (7, 0.95), (21, 1)])
    func singleLogs(days: Int, share: Double) throws {
        let kinds: [MadeUpCity.Kind] = [.flat, .daily, .early, .weekly, .trending, .large, .bursty, .wandering]
        let inside = try kinds.flatMap { kind in
            try (1...12).map { seed in
                try #require(Backtest(MadeUpCity(kind: kind, days: days, seed: UInt64(seed)).series)).inside80
            }
        }
        let held = Double(inside.count { (0.75...0.88).contains($0) }) / Double(inside.count)
        #expect(held >= share, "\(held) of logs of \(days) days")
    }

    @Test("A city whose day is like no other's is learned by the second day")
    func early() throws {
        let tried = try (1...12).map { seed in
            try #require(Backtest(MadeUpCity(kind: .early, days: 4, seed: seed).series))
        }
        let error = tried.reduce(0) { $0 + $1.error }
        #expect(error < 0.93 * tried.reduce(0) { $0 + $1.errorLastHour })
        #expect(error < 0.7 * tried.reduce(0) { $0 + $1.errorFlat })
    }

    @Test("Nothing of an hour is known when it is foretold: what follows changes nothing")
    func onlyThePast() throws {
        let counts = MadeUpCity(kind: .bursty, days: 5, seed: 3).series.hours.map(\.calls)
        let first = DemandForecaster(HourSeries(counts: Array(counts.prefix(80))))
        var second = DemandForecaster()
        for hour in HourSeries(counts: counts).hours.prefix(80) { second.see(hour) }
        for lead in 1...DemandForecaster.leads { #expect(first.law(lead: lead) == second.law(lead: lead)) }
    }

    @Test("Further ahead the truth scatters no less around the forecast, over many seeds")
    func leads() throws {
        var (near, far) = (0.0, 0.0)
        for seed in 1...10 {
            let forecaster = DemandForecaster(MadeUpCity(kind: .wandering, days: 10, seed: UInt64(seed)).series)
            near += try #require(forecaster.law(lead: 1)).dispersion
            far += try #require(forecaster.law(lead: 6)).dispersion
        }
        #expect(far >= near)
    }

    @Test("Six hours ahead the band holds what it says")
    func sixAhead() throws {
        var (inside, hours) = (0.0, 0.0)
        for seed in 1...4 {
            var forecaster = DemandForecaster()
            let all = MadeUpCity(kind: .wandering, days: 14, seed: UInt64(seed)).series.hours
            for index in all.indices.dropLast(6) {
                forecaster.see(all[index])
                guard index > 168, let law = forecaster.law(lead: 6) else { continue }
                inside += law.insideShare(of: all[index + 6].calls)
                hours += 1
            }
        }
        #expect(abs(inside / hours - 0.8) < 0.06, "\(inside / hours)")
    }

    @Test("A log that is too short holds nothing out")
    func short() {
        #expect(Backtest(HourSeries(counts: [3, 4, 5])) == nil)
        #expect(Backtest(HourSeries(counts: [Int](repeating: 2, count: 13))) == nil)
        #expect(Backtest(HourSeries(counts: [Int](repeating: 2, count: 14))) != nil)
    }

    @Test("Counts of any size are borne")
    func extremes() throws {
        let counts = [0, 0, 0, 1_000_000, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let tried = try #require(Backtest(HourSeries(counts: counts)))
        #expect(tried.error.isFinite && tried.inside80.isFinite)
        let empty = DemandForecaster(HourSeries(counts: [Int](repeating: 0, count: 100)))
        #expect(try #require(empty.law(lead: 1)).median == 0)
    }
}
