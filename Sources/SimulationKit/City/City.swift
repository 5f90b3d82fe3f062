/// A city of 16 by 10 kilometres with 40 sectors, patrols at home in them and quick-response units between: a model
/// precise to the last decision, so that any two simulators can be compared call for call.
///
/// Kilometres and minutes; distances along the streets (|dx| + |dy|). Patrols have three homes a sector and drive 1 km/min
/// to priorities 1 and 2, 40/60 km/min to 3 to 5. Twelve quick-response units drive 1.2 km/min and serve priorities 1
/// and 2 alone. A free unit drives home at 0.5 km/min, first along x, then along y, and is available all the while.
package struct City: Hashable, Sendable {
    /// How the city is staffed.
    package enum Variant: String, CaseIterable, Hashable, Sendable {
        /// 120 patrols.
        case a = "A"
        /// 104 patrols: the outer rows have two a sector.
        case b = "B"
        /// As B; priorities 4 and 5 start only while more than six patrols are available.
        case c = "C"
    }

    /// The staffing.
    package var variant: Variant
    /// Days on which calls come; the first is not measured.
    package var days: Int

    /// Creates the city.
    package init(variant: Variant, days: Int = 365) {
        self.variant = variant
        self.days = days
    }

    /// Patrols that must stay available before priority 4 or 5 starts.
    var reserve: Int { variant == .c ? 6 : 0 }

    /// Ticks to a minute: a power of two, so that times of a year are exact as floating-point minutes too.
    static let ticksPerMinute = 0x1p32
    /// Minutes to a tick.
    static let minutesPerTick = 0x1p-32

    /// Calls an hour by hour of the day.
    static let rates: [Double] = [
        92, 74, 61, 52, 50, 56, 74, 98, 117, 123, 129, 135, 141, 141, 147, 154, 160, 166, 166, 160, 154, 147, 135, 111,
    ]
    /// Running totals of the shares of the priorities.
    static let priorities = [0.05, 0.2, 0.5, 0.8, 1.0]
    /// Time on scene of the first unit by priority; the last is a backup's.
    static let services: [Distribution] = zip([60, 45, 40, 35, 30, 30], [0.8, 0.8, 0.7, 0.7, 0.6, 0.8]).map {
        .lognormal(mean: $0, coefficientOfVariation: $1)
    }

    /// Running totals of the sectors' shares of the calls.
    static let sectors: [Double] = {
        var total = 0.0
        return (0..<40).map { sector in
            let column = Double(sector % 8) - 3.5
            let row = Double(sector / 8) - 2
            total += 1 + 3 * PlainMath.exp(-(column * column + row * row) / 4)
            return total
        }
    }()

    /// Homes and sectors of the patrols, in their order.
    var patrols: [(x: Double, y: Double, sector: Int)] {
        var homes: [(x: Double, y: Double, sector: Int)] = []
        for sector in 0..<40 {
            let row = sector / 8
            let places = variant != .a && (row == 0 || row == 4) ? 2 : 3
            for place in 1...places {
                homes.append((2 * Double(sector % 8) + Double(place) * 0.5, 2 * Double(row) + 1, sector))
            }
        }
        return homes
    }

    /// Homes of the quick-response units, in their order.
    var quickUnits: [(x: Double, y: Double)] {
        (0..<12).map { unit in
            let (row, column) = (Double(unit / 4), Double(unit % 4))
            return (2 + 4 * column, 10.0 / 6 * (2 * row + 1))
        }
    }
}

/// A call of the city: all that is known of it before anybody is sent. Minutes and kilometres.
package struct CityCall: Hashable, Sendable {
    /// Minutes from the start.
    package var time: Double
    /// 1 is highest, 5 lowest.
    package var priority: Int
    /// East, 0 to 16.
    package var x: Double
    /// North, 0 to 10.
    package var y: Double
    /// Minutes on scene of the first unit.
    package var service: Double
    /// Minutes on scene of a backup.
    package var backupService: Double

    /// Creates a call.
    package init(time: Double, priority: Int, x: Double, y: Double, service: Double, backupService: Double) {
        self.time = time
        self.priority = priority
        self.x = x
        self.y = y
        self.service = service
        self.backupService = backupService
    }

    /// The sector that the place lies in.
    package var sector: Int { min(4, Int(y / 2)) * 8 + min(7, Int(x / 2)) }
}

/// What was decided for a call.
package struct CityDecision: Hashable, Sendable {
    /// The unit sent; -1 when none was.
    package internal(set) var unit = -1
    /// The backup; -1 when none was.
    package internal(set) var backup = -1
    /// When the unit was sent, in minutes.
    package internal(set) var dispatched = -1.0
    /// When it arrived, in minutes.
    package internal(set) var onScene = -1.0
}

/// What one replication of the city measured, by priority and in all. Minutes.
package struct CityResult: Hashable, Sendable {
    /// Mean time from call to first unit on scene.
    package internal(set) var meanResponse = [Double](repeating: 0, count: 5)
    /// The same time's ninetieth percentile, right to a thousandth.
    package internal(set) var p90Response = [Double](repeating: 0, count: 5)
    /// Mean time from call to dispatch.
    package internal(set) var meanWait = [Double](repeating: 0, count: 5)
    /// Share of calls dispatched later than called.
    package internal(set) var fractionQueued = [Double](repeating: 0, count: 5)
    /// Mean travel time of the first unit.
    package internal(set) var meanTravel = [Double](repeating: 0, count: 5)
    /// Share of time that a patrol is busy.
    package internal(set) var patrolUtilisation = 0.0
    /// Share of time that a quick-response unit is busy.
    package internal(set) var quickUtilisation = 0.0
    /// Share of first dispatches by patrols at home in another sector.
    package internal(set) var crossSector = 0.0
    /// Share of priority-1 calls that got a backup.
    package internal(set) var withBackup = 0.0
    /// Calls that came.
    package internal(set) var calls = 0
    /// Arrivals of calls, arrivals on scene and ends of service.
    package internal(set) var events = 0
}
