import SimulationKit

/// What an hour's calls are made of: a level that lasts for a while, times the shape of the week.
///
/// Several memories and several shapes side by side. A level is a gamma law that forgets (West, Harrison and Migon, "Dynamic
/// Generalized Linear Models and Bayesian Forecasting", JASA 80, 1985): calls and the hours they came in, both discounted by
/// the half-life, with one hour of the long mean before anything. A shape is shrunk by the Gamma–Poisson law to the shape
/// that calls for service have everywhere: few before dawn, most towards evening.
struct LevelBank: Sendable {
    /// Half-lives in hours; the last one forgets nothing.
    static let halfLives: [Double] = [0.75, 1.5, 3, 8, 24, .infinity]
    /// The shapes: none, a bold one, a cautious one, one for each day of the week, and one that believes this log alone.
    static let shapes = 5
    /// How many guesses there are.
    static let count = halfLives.count * shapes

    /// What the general shape counts as, in calls of an hour of the day.
    private static let bold = 20.0
    private static let cautious = 60.0
    /// What "all hours are alike" counts as for the shape that believes the log alone, in calls of an hour of the day: a city
    /// whose day is not like that of others is known by its second day.
    private static let own = 2.0
    /// How much an hour of the day scatters from day to day beyond chance: a busy hour tells less than its calls.
    private static let scatter = 0.1
    /// Before this a day of the week has hardly been seen twice: its shape is that of all days.
    private static let twoWeeks = 336
    private static let kernel = [0.25, 0.5, 0.25]

    private static let discounts = halfLives.map { $0.isFinite ? PlainMath.power(0.5, 1 / $0) : 1 }
    /// What pulls a level to the long mean, in hours; less for short memories.
    private static let pulls = halfLives.map { min(1, $0 / 4) }

    /// Calls of an hour of the day as a share of the mean, before anything is known: a swing of 0.45 around 1, least at 4:30.
    static let general = (0..<24).map { hour in
        1 - 0.45 * PlainMath.sineCosine(turns: (Double(hour) - 4.5) / 24).cosine
    }

    private var calls = [Double](repeating: 0, count: halfLives.count)
    private var exposures = [Double](repeating: 0, count: count)
    /// What each shape makes of all hours so far: over it, all calls are the long mean.
    private var shapeHours = [Double](repeating: 0, count: shapes)
    private var total = 0.0
    /// Hours taken.
    private(set) var hours = 0
    /// Calls and what they would have been without a shape, by hour of the week.
    private var weekCalls = [Double](repeating: 0, count: 168)
    private var weekHours = [Double](repeating: 0, count: 168)
    private var tables = [[Double]](repeating: [Double](repeating: 1, count: 168), count: shapes)

    /// The mean of all hours so far.
    var flat: Double { hours > 0 ? total / Double(hours) : 0 }

    /// What each memory with each shape expects of an hour of the week; the shapes of a memory stand together.
    func expectations(_ weekHour: Int) -> [Double] {
        var found: [Double] = []
        found.reserveCapacity(Self.count)
        for memory in 0..<Self.halfLives.count {
            for shape in 0..<Self.shapes {
                let long = total / max(1e-9, shapeHours[shape])
                let pull = Self.pulls[memory]
                let exposure = exposures[memory * Self.shapes + shape]
                found.append((calls[memory] + long * pull) / (exposure + pull) * tables[shape][weekHour])
            }
        }
        return found
    }

    /// Takes an hour in.
    mutating func see(_ count: Int, _ weekHour: Int) {
        let y = Double(count)
        for shape in 0..<Self.shapes { shapeHours[shape] += tables[shape][weekHour] }
        for memory in 0..<Self.halfLives.count {
            let discount = Self.discounts[memory]
            calls[memory] = discount * calls[memory] + y
            for shape in 0..<Self.shapes {
                let place = memory * Self.shapes + shape
                exposures[place] = discount * exposures[place] + tables[shape][weekHour]
            }
        }
        total += y
        hours += 1
        let level = max(1e-6, total / shapeHours[1])
        let weight = 1 / (1 + Self.scatter * level)
        weekCalls[weekHour] += weight * y
        weekHours[weekHour] += weight * level
        shapeAnew()
    }

    private mutating func shapeAnew() {
        var (dayCalls, dayHours) = ([Double](repeating: 0, count: 24), [Double](repeating: 0, count: 24))
        for hour in 0..<168 {
            dayCalls[hour % 24] += weekCalls[hour]
            dayHours[hour % 24] += weekHours[hour]
        }
        (dayCalls, dayHours) = (Self.smoothed(dayCalls), Self.smoothed(dayHours))
        let level = [Double](repeating: 1, count: 24)
        for (shape, strength, prior) in [
            (1, Self.bold, Self.general), (2, Self.cautious, Self.general), (4, Self.own, level),
        ] {
            let day = (0..<24).map { (strength * prior[$0] + dayCalls[$0]) / (strength + dayHours[$0]) }
            let mean = day.reduce(0, +) / 24
            for hour in 0..<168 { tables[shape][hour] = day[hour % 24] / mean }
        }
        guard hours >= Self.twoWeeks else {
            tables[3] = tables[1]
            return
        }
        let week = (0..<168).map { (Self.bold * tables[1][$0] + weekCalls[$0]) / (Self.bold + weekHours[$0]) }
        let mean = week.reduce(0, +) / 168
        for hour in 0..<168 { tables[3][hour] = week[hour] / mean }
    }

    /// Each hour with its neighbours around the clock.
    private static func smoothed(_ day: [Double]) -> [Double] {
        (0..<24).map { kernel[0] * day[($0 + 23) % 24] + kernel[1] * day[$0] + kernel[2] * day[($0 + 1) % 24] }
    }
}
