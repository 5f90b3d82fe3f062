import DispatchModel

/// Everything that a console shows of demand.
package struct DemandPicture: Hashable, Sendable {
    /// A unit that could stand somewhere better.
    package struct Offer: Hashable, Sendable {
        /// The unit.
        package var unit: UnitID
        /// Where it would stand.
        package var place: StandingPlan.Place
        /// Metres from where it is; nil when that is not known.
        package var metres: Int?
    }

    /// Why nobody is told to stand elsewhere.
    package enum Idle: Hashable, Sendable {
        /// No unit is free that stands where it is asked to.
        case noUnits
        /// Less is known than advice needs.
        case little(hours: Int, calls: Int)
        /// Neither calls nor beats nor posts have points.
        case noPlaces
        /// Every free unit stands well.
        case allStandWell
    }

    /// Calls an hour by hour and weekday.
    package let heat: HeatMap
    /// The next hours, and those just past.
    package let now: DemandNow
    /// Beats of which more is asked than usual.
    package let hot: HotBeats
    /// Where the free units would stand best; nil without places, demand or free units.
    package let plan: StandingPlan?
    /// Which unit would go where, the farthest first.
    package let offers: [Offer]
    /// Why there are none; nil when there are.
    package let idle: Idle?

    /// The most units that are placed.
    package static let unitLimit = 60
    /// Whole hours and calls before anybody is told where to stand.
    package static let known = (hours: 24, calls: 50)
    /// The share of what all units cover for which fewer are enough.
    private static let nearly = 0.98
    /// Metres within which a unit stands where it is to stand.
    private static let there = 500.0
    /// Minutes within which a call is to be reached.
    package static let minutes = 5

    /// The picture of a history on a board, with a forecaster that has seen the whole hours before now.
    package init(
        _ history: DemandHistory, _ series: HourSeries, _ forecaster: DemandForecaster, on board: Board,
        at time: Timestamp
    ) {
        heat = HeatMap(series)
        now = DemandNow(history, series, forecaster, at: time)
        hot = HotBeats(history, series)
        let free = board.units.elements.filter { $0.isFree && $0.kind.standsAtPosts }.prefix(Self.unitLimit)
        let choice = StandingChoice(history, board: StandingPlaces(board), minutes: Self.minutes)
        let isKnown = series.hours.count >= Self.known.hours && heat.calls >= Self.known.calls
        let plan = free.isEmpty || !isKnown ? nil : Self.plan(choice, upTo: free.count)
        let offers = plan.map { Self.offers($0, Array(free), on: board) } ?? []
        (self.plan, self.offers) = (plan, offers)
        idle =
            if !offers.isEmpty { nil } else if free.isEmpty { .noUnits } else if !isKnown {
                .little(hours: series.hours.count, calls: heat.calls)
            } else if choice.isEmpty { .noPlaces } else { .allStandWell }
    }

    /// As many units as are needed for nearly all that all of them would cover; the others stay where they are. More units never
    /// cover less, so that the number is found by halving.
    private static func plan(_ choice: StandingChoice, upTo units: Int) -> StandingPlan? {
        guard var best = choice.plan(units: units) else { return nil }
        let enough = best.covered * nearly
        var fewer = [3, 5, 8, 12, 16, 20, 30, 40].filter { $0 < units }[...]
        while !fewer.isEmpty {
            let middle = fewer.startIndex + fewer.count / 2
            if let plan = choice.plan(units: fewer[middle]), plan.covered >= enough {
                best = plan
                fewer = fewer[..<middle]
            } else {
                fewer = fewer[(middle + 1)...]
            }
        }
        return best
    }

    /// Each place goes to the nearest unit that has none, the nearest pair first.
    private static func offers(_ plan: StandingPlan, _ units: [FieldUnit], on board: Board) -> [Offer] {
        let places = plan.standings.flatMap { [StandingPlan.Place](repeating: $0.place, count: $0.units) }
        let points = units.map { board.position(of: $0)?.point ?? $0.dutyPoint.point }
        var pairs: [(metres: Double, unit: Int, place: Int)] = []
        for (unit, point) in points.enumerated() {
            for (place, target) in places.enumerated() {
                pairs.append((point.map { StandingChoice.metres($0, target.point) } ?? 1e9, unit, place))
            }
        }
        pairs.sort { ($0.metres, $0.unit, $0.place) < ($1.metres, $1.unit, $1.place) }
        var (takenUnits, takenPlaces): (Set<Int>, Set<Int>) = ([], [])
        var offers: [Offer] = []
        for pair in pairs where !takenUnits.contains(pair.unit) && !takenPlaces.contains(pair.place) {
            takenUnits.insert(pair.unit)
            takenPlaces.insert(pair.place)
            guard pair.metres > there else { continue }
            offers.append(
                Offer(
                    unit: units[pair.unit].id, place: places[pair.place],
                    metres: pair.metres < 1e8 ? Int(pair.metres) : nil))
        }
        return offers.sorted { ($1.metres ?? .max, $0.unit) < ($0.metres ?? .max, $1.unit) }
    }
}

/// What is seen when demand is looked at.
package enum DemandLook: Hashable, Sendable {
    /// The journal is still being read, so many percent of it.
    case reading(percent: Int)
    /// The picture.
    case picture(DemandPicture)
}

extension UnitKind {
    /// True for kinds that drive or walk where they are asked to.
    fileprivate var standsAtPosts: Bool {
        switch self {
        case .vehiclePatrol, .quickResponse, .bicyclePatrol, .engine, .truck, .ambulance, .rescue: true
        case .footPatrol, .onlineWatch, .stakeout, .auxiliaryPolice, .gridWorker, .patrolVolunteer, .propertyGuard,
            .railwayPolice, .commandOfficer, .investigation, .support:
            false
        }
    }
}
