import DispatchModel
import DispatchPolicy

/// Everything that the wall tells of a board at a time. It is counted from the board alone: no list, filter, order or hidden
/// row of any desk has a part in it.
package struct WallFigures: Sendable {
    /// Incidents of one priority or more that wait for a unit.
    package struct Waiting: Hashable, Sendable {
        /// How many there are.
        package var count = 0
        /// How many more there are than ten minutes before; less than 0 for fewer.
        package var change = 0
        /// The worst of them first, at most ``WallFigures/kept``.
        package var worst: [WallItem] = []
    }

    /// Something of which the wall says whether all of it is covered.
    package struct Cover<Open: Hashable & Sendable>: Hashable, Sendable {
        /// How many there are.
        package var defined = 0
        /// Those that nobody covers.
        package var open: [Open] = []
    }

    /// A response circle that nobody stands ready for.
    package struct OpenCircle: Hashable, Sendable {
        /// The duty point, or the callsign where it has no name, in each language.
        package var place: BilingualText
        /// Its reach in minutes.
        package var minutes: Int64
        /// Since when its unit is away.
        package var since: Timestamp
    }

    /// A unit that has gone silent.
    package struct SilentUnit: Hashable, Sendable {
        /// Which.
        package var unit: UnitID
        /// When it was last heard.
        package var since: Timestamp
        /// The name of the area without radio that it was in, empty for one without a name; nil where radio reaches.
        package var spot: String?
    }

    /// Calls for help that are not resolved, the gravest first.
    package var emergencies: [Emergency] = []
    /// P1 that wait.
    package var p1 = Waiting()
    /// P1 that somebody was sent to and that nobody has come to for too long, the worst first.
    package var p1Overdue: [WallItem] = []
    /// P2 that wait.
    package var p2 = Waiting()
    /// Everything less urgent that waits.
    package var lower = Waiting()
    /// Alerts that nobody has answered, and when the oldest came on.
    package var alerts: (count: Int, oldest: Timestamp?) = (0, nil)
    /// Units that are free, and all that are not out of service.
    package var units: (free: Int, total: Int) = (0, 0)
    /// Quick-response units that are free, and all that are not out of service.
    package var quick: (free: Int, total: Int) = (0, 0)
    /// How many free units the room wants at least.
    package var reserve = 0
    /// Officers in danger, then what waits or is overdue, worst first by age over limit, at most ``kept``.
    package var items: [WallItem] = []
    /// How many wait or are overdue in all.
    package var itemCount = 0
    /// The beats, and those without a free unit.
    package var beats = Cover<String>()
    /// The response circles, and those that nobody stands ready for.
    package var circles = Cover<OpenCircle>()
    /// Units that have gone silent, those in areas without radio first, the longest first.
    package var silent: [SilentUnit] = []
    /// Calls in each of the last hours, the newest last.
    package var calls: [Int] = []
    /// True when the board no longer has all calls of the last hour.
    package var callsAreCut = false
    /// The newest P1, and how long it took until somebody was there.
    package var lastP1: (received: Timestamp, there: Span?)?
    /// How the clocks were kept.
    package var attainment: [TargetAttainment] = []
    /// True while nothing is on the board at all.
    package var isEmpty = true

    /// How many of a list are kept.
    package static let kept = 48
    /// How many hours of calls are counted.
    package static let hours = 12
    /// How far back a count is compared.
    static let comparedWith = Span.minutes(10)

    /// Nothing counted.
    package init() {}

    /// True while fewer units are free than the room wants.
    package var isBelowReserve: Bool { units.total > 0 && units.free < reserve }
    /// The calls of the last hour.
    package var callsThisHour: Int { calls.last ?? 0 }
    /// Everything that waits.
    package var waiting: Int { p1.count + p2.count + lower.count }
}

/// Something that waits or has lasted too long.
package struct WallItem: Hashable, Sendable {
    /// What of it has lasted.
    package enum Cause: Hashable, Sendable {
        /// It waits for a unit.
        case waits
        /// A unit is in a status for too long.
        case unit(UnitID, UnitStatus)
        /// A unit that was sent as well is in a status for too long, and this one, in a status, is there: nothing is overdue.
        case attended(UnitID, UnitStatus)
        /// An officer's call for help is not resolved, whoever was sent.
        case danger
    }

    /// The incident.
    package var incident: IncidentID
    /// How urgent it is.
    package var priority: Priority
    /// Since when.
    package var since: Timestamp
    /// How long it may last; nil for no limit.
    package var limit: Span?
    /// What of it.
    package var cause: Cause
    /// True for an officer's call for help: nothing stands before it.
    package var isCallForHelp = false

    /// True where somebody is there, so that it is not overdue.
    var isAttended: Bool {
        if case .attended = cause { return true }
        return false
    }
    /// How weighty it is beside its age: the least first.
    var rank: Int { isCallForHelp ? 0 : priority == .p1 ? 1 : 2 }
    /// Its age at a time.
    package func age(at now: Timestamp) -> Span { max(.zero, now - since) }
    /// Its age over its limit; 0 for no limit.
    package func ratio(at now: Timestamp) -> Double {
        guard let limit, limit > .zero else { return 0 }
        return Double(age(at: now).milliseconds) / Double(limit.milliseconds)
    }
    /// By how much its limit has passed; nil while it has not.
    package func over(at now: Timestamp) -> Span? {
        guard let limit, age(at: now) > limit else { return nil }
        return Span(milliseconds: age(at: now).milliseconds - limit.milliseconds)
    }
}

/// What the demand picture adds to the calls of the board.
package struct WallDemand: Hashable, Sendable {
    /// Calls in the last hours, the newest last.
    package var hours: [Int]
    /// Calls in the same hour of last week; nil when that is not known.
    package var lastWeek: Int?
    /// The band in which the next hour's calls are expected; nil when nobody can say.
    package var nextHour: ClosedRange<Int>?

    /// Creates what is known.
    package init(hours: [Int], lastWeek: Int? = nil, nextHour: ClosedRange<Int>? = nil) {
        self.hours = hours
        self.lastWeek = lastWeek
        self.nextHour = nextHour
    }
}
