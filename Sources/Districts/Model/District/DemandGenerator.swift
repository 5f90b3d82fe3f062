import DispatchModel
import SimulationKit

/// Brings the district's calls in the order of time, without end.
///
/// Calls are a Poisson process whose rate is constant within each hour of the week (inversion of the cumulative rate), and
/// thinned where a drill bends the demand (Lewis and Shedler, 1979). Times, types, places, service and luck each have a
/// random stream of their own, so that changing one leaves the others as they were. A value: a copy goes on by itself.
package struct DemandGenerator: Sendable {
    /// The random streams, by number under the seed.
    enum Source: UInt64 {
        case arrivals = 101
        case thinning, types, places, service, luck
    }

    private let model: DistrictModel
    private let rate: DemandRate
    private let tables: DemandTables
    /// Milliseconds between the beginning of the week, Monday at midnight local time, and the beginning of the run.
    private let offset: Int64

    private var arrivals: RandomStream
    private var thinning: RandomStream
    private var types: RandomStream
    private var places: RandomStream
    private var service: RandomStream
    private var luck: RandomStream
    private var clock: Int64 = 0
    private var count = 0

    private static let hour: Int64 = 3_600_000
    private static let week = 168 * hour

    /// A run's calls.
    /// - Parameters:
    ///   - minuteOfWeek: Local time of the beginning, in minutes since Monday at midnight.
    ///   - seed: The same seed, the same calls.
    ///   - antithetic: True for the mirrored partner of the same seed.
    package init(
        model: DistrictModel, seed: UInt64, minuteOfWeek: Int = 0, rate: DemandRate = .ordinary,
        antithetic: Bool = false
    ) {
        self.model = model
        self.rate = rate
        tables = DemandTables(model, types: rate.types)
        offset = Int64(minuteOfWeek) * 60_000
        func stream(_ source: Source) -> RandomStream {
            RandomStream(seed: seed, stream: source.rawValue, antithetic: antithetic)
        }
        arrivals = stream(.arrivals)
        thinning = stream(.thinning)
        types = stream(.types)
        places = stream(.places)
        service = stream(.service)
        luck = stream(.luck)
    }

    /// The next call; nil when there is no demand at all, or nowhere for it to come from.
    package mutating func next() -> DemandCall? {
        guard tables.highest > 0, rate.highest > 0, !model.beats.isEmpty else { return nil }
        repeat {
            guard let time = nextArrival() else { return nil }
            clock = time
        } while thinning.uniform() * rate.highest >= rate.factor(clock)
        defer { count += 1 }
        return call()
    }

    /// The next point of the process at the highest factor.
    private mutating func nextArrival() -> Int64? {
        var need = arrivals.exponential(mean: 1)
        var time = clock
        while true {
            let inWeek = (time + offset) % Self.week
            let slot = Int(inWeek / Self.hour)
            let end = time + (Int64(slot) + 1) * Self.hour - inWeek
            let perMillisecond = tables.rates[slot] * rate.highest / Double(Self.hour)
            let room = Double(end - time) * perMillisecond
            if need < room { return time + Int64((need / perMillisecond).rounded(.up)) }
            need -= room
            time = end
        }
    }

    private mutating func call() -> DemandCall {
        let hour = Int((clock + offset) / Self.hour % 24)
        let type = types.index(cumulative: tables.types[hour])
        let priority = Priority(rawValue: UInt8(types.index(cumulative: tables.priorities[type]) + 1)) ?? .p3
        let beat = places.index(cumulative: tables.beats)
        let point = model.beats[beat].place(&places, in: tables.boxes[beat])
        let streets = max(model.beats[beat].streets.count, 1)
        let kind = model.types[type]
        let isFalse = luck.chance(kind.falseAlarms)
        let part = isFalse ? model.falseAlarmFactor : 1
        let onScene = kind.onScene.draw(&service)
        let others = kind.onScene.draw(&service)
        let paperwork = kind.paperwork.draw(&service)
        let isTwice = luck.chance(model.duplicateCallers)
        let later = model.duplicateDelay.draw(&luck)
        return DemandCall(
            number: count, at: clock, type: type, priority: priority, beat: beat, point: point,
            street: places.index(below: streets), house: places.index(below: 400) + 1,
            onScene: Int64(Double(onScene) * part), onSceneOfOthers: Int64(Double(others) * part), paperwork: paperwork,
            isFalseAlarm: isFalse, duplicateAfter: isTwice ? later : nil, asksForBackUp: luck.chance(kind.backUp),
            escalates: luck.chance(kind.escalates), lot: luck.index(below: 1 << 20))
    }
}

/// Running totals to draw from, worked out once.
struct DemandTables: Sendable {
    /// Calls an hour in each of the 168 hours of a week.
    let rates: [Double]
    /// For each hour of the day the running totals of the types' weights.
    let types: [[Double]]
    /// For each type the running totals of its priorities.
    let priorities: [[Double]]
    /// The running totals of the beats' weights.
    let beats: [Double]
    /// The beats' boxes.
    let boxes: [DistrictBeat.Box]

    /// The highest rate of the week.
    var highest: Double { rates.max() ?? 0 }

    init(_ model: DistrictModel, types factors: [String: Double]) {
        func totals(_ weights: [Double]) -> [Double] {
            var sum = 0.0
            return weights.map {
                sum += $0
                return sum
            }
        }
        let byHour = (0..<24).map { hour in
            (
                plain: model.types.reduce(0) { $0 + $1.weights[hour] },
                bent: totals(model.types.map { $0.weights[hour] * (factors[$0.code] ?? 1) })
            )
        }
        types = byHour.map(\.bent)
        // More of one type means more calls, not fewer of the others.
        rates = (0..<168).map { slot in
            let (plain, bent) = byHour[slot % 24]
            let factor = plain > 0 ? (bent.last ?? 0) / plain : 0
            return model.callsPerHour[slot % 24] * model.weekdayFactors[slot / 24] * factor
        }
        priorities = model.types.map { totals($0.priorities) }
        beats = totals(model.beats.map(\.weight))
        boxes = model.beats.map(\.box)
    }
}

/// A call that the district's demand brings. Everything about it is drawn with the call, not when somebody is sent, so
/// that whatever rule answers it meets the same call.
package struct DemandCall: Hashable, Sendable {
    /// Counts calls from 0.
    package var number: Int
    /// Milliseconds since the beginning.
    package var at: Int64
    /// Which of the model's types.
    package var type: Int
    /// How urgent it is.
    package var priority: Priority
    /// Which of the model's beats.
    package var beat: Int
    /// Where.
    package var point: GeoPoint
    /// Which of the beat's streets; 0 where it has none.
    package var street: Int
    /// The house number, 1 to 400.
    package var house: Int
    /// The first unit's time at the scene in milliseconds.
    package var onScene: Int64
    /// The time of every further unit.
    var onSceneOfOthers: Int64
    /// The time for the report after it.
    package var paperwork: Int64
    /// True when it turns out to be nothing; its times are shorter already.
    var isFalseAlarm: Bool
    /// How long after it somebody else calls about the same; nil when nobody does.
    package var duplicateAfter: Int64?
    /// True when the first unit at the scene asks for one more.
    package var asksForBackUp: Bool
    /// True when the first unit at the scene finds it more urgent.
    package var escalates: Bool
    /// A number that picks among the type's sayings and dispositions.
    package var lot: Int
}

/// How a drill or a study bends the district's demand.
package struct DemandRate: Sendable {
    /// The highest factor there ever is, above 0.
    package var highest: Double
    /// The factor at so many milliseconds since the beginning, 0 to `highest`.
    package var factor: @Sendable (Int64) -> Double
    /// Further factors by type code, at least 0; 1 where nothing is said.
    package var types: [String: Double]

    /// Creates a rate.
    package init(
        highest: Double = 1, types: [String: Double] = [:], factor: @escaping @Sendable (Int64) -> Double = { _ in 1 }
    ) {
        self.highest = highest
        self.types = types
        self.factor = factor
    }

    /// The district as it is.
    package static let ordinary = DemandRate()
}
