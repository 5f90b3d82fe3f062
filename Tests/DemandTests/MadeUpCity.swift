import Demand
import SimulationKit

/// Cities whose laws are known, for forecasts to be held against.
struct MadeUpCity {
    /// What is peculiar about it.
    enum Kind: CaseIterable {
        case flat, daily, early, weekly, trending, tiny, large, stormy, bursty, wandering
    }

    var kind: Kind
    var days: Int
    var seed: UInt64

    /// Calls hour by hour, from a Monday's midnight on.
    var series: HourSeries {
        var stream = RandomStream(seed: seed, stream: StreamName.number("\(kind)"))
        var drift = 0.0
        let counts = (0..<(days * 24)).map { hour in
            drift = 0.8 * drift + 0.25 * PlainMath.normalQuantile(stream.uniform())
            let rate = rate(hour) * (kind == .wandering ? PlainMath.exp(drift) : 1)
            let burst = kind == .bursty ? Self.gamma(shape: 3, &stream) / 3 : 1
            return Self.poisson(rate * burst, &stream)
        }
        return HourSeries(counts: counts)
    }

    private func rate(_ hour: Int) -> Double {
        guard kind != .flat else { return 12 }
        // Nobody's general shape has its peak at 4 in the morning.
        let peak = kind == .early ? 22 : 10
        let day = 12 * (1 + 0.7 * PlainMath.sineCosine(turns: Double(hour % 24 - peak) / 24).sine)
        switch kind {
        case .flat, .daily, .early, .bursty, .wandering: return day
        case .weekly: return day * (hour / 24 % 7 >= 5 ? 1.6 : 0.8)
        case .trending: return day * (1 + 1.5 * Double(hour) / Double(days * 24))
        case .tiny: return day * 0.02
        case .large: return day * 10
        case .stormy: return day * ((days * 15..<(days * 15 + 10)).contains(hour) ? 4 : 1)
        }
    }

    private static func poisson(_ mean: Double, _ stream: inout RandomStream) -> Int {
        NegativeBinomial(mean: mean, dispersion: 0).quantile(stream.uniform())
    }

    /// A sum of exponentials.
    private static func gamma(shape: Int, _ stream: inout RandomStream) -> Double {
        (0..<shape).reduce(0) { sum, _ in sum - PlainMath.log(1 - stream.uniform()) }
    }
}
