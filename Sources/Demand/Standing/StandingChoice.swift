import DispatchModel
import SimulationKit

/// The places that units may be told to stand at: posts that have a name, and the middles of beats.
package struct StandingPlaces: Hashable, Sendable {
    /// The posts, each once.
    package private(set) var posts: [StandingPlan.Place] = []
    /// The middles of the beats that have one.
    package private(set) var centres: [String: GeoPoint] = [:]

    /// None.
    package init() {}

    /// Those of a board: the duty points of its units and the middles of its beats.
    package init(_ board: Board) {
        for beat in board.beats.elements { add(beat) }
        for unit in board.units.elements { add(unit.dutyPoint) }
    }

    /// Takes a beat's middle.
    package mutating func add(_ beat: BeatDefined) {
        if let centre = beat.centre, !centre.isAtZero { centres[beat.beat] = centre }
    }

    /// Takes a duty point that has a name and a point.
    package mutating func add(_ place: Place) {
        guard let point = place.point, !point.isAtZero, !posts.contains(where: { $0.point == point }) else { return }
        posts.append(StandingPlan.Place(name: place.text, point: point))
    }
}

/// What a plan of where to stand is made of: places, demand, how far a unit gets, how often it is busy.
package struct StandingChoice {
    /// The share of its time that a unit is busy unless something else is said.
    package static let busyFraction = 0.4
    /// Metres a minute: 50 km/h, the speed to urgent calls, over roads 1.3 times as long as the straight line, as the
    /// recommendation of units has it.
    private static let metresPerMinute = 50_000.0 / 60 / 1.3
    /// The most posts, the most points of demand and the most cells of the ground to stand in.
    private static let limits = (posts: 600, demand: 250, cells: 100)

    private let places: [StandingPlan.Place]
    private let demand: [StandingPlan.Demand]
    private let busy: Double
    /// The demand that each place reaches.
    private let reach: [[Int]]

    /// What is to be chosen from for a history on a board.
    package init(
        _ history: DemandHistory, board places: StandingPlaces, minutes: Int,
        busyFraction: Double = StandingChoice.busyFraction
    ) {
        demand = history.expectedDemand(centres: places.centres, limit: Self.limits.demand)
        busy = busyFraction
        let metres = Double(minutes) * Self.metresPerMinute
        var all = Array(places.posts.prefix(Self.limits.posts))
        all += places.centres.sorted { $0.key < $1.key }.map {
            StandingPlan.Place(name: $0.key, point: $0.value, beat: $0.key)
        }
        let named = all.filter { !$0.name.isEmpty }
        let known = Set(all.map(\.point))
        all += demand.prefix(Self.limits.cells).map(\.point).filter { !known.contains($0) }.map { point in
            StandingPlan.Place(name: Self.name(point), point: point, near: NearPlace(to: point, of: named))
        }
        self.places = all
        let targets = demand.map(\.point)
        reach = all.map { place in targets.indices.filter { Self.metres(place.point, targets[$0]) <= metres } }
    }

    /// True when there is no place to stand at or nothing to stand for.
    var isEmpty: Bool { places.isEmpty || demand.isEmpty }

    /// A point as people write it.
    private static func name(_ point: GeoPoint) -> String {
        func degrees(_ micro: Int64) -> String {
            let thousandths = (micro.magnitude + 500) / 1000
            let rest = String(thousandths % 1000)
            return (micro < 0 ? "-" : "") + "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count)
                + rest
        }
        return degrees(point.latitudeMicrodegrees) + " " + degrees(point.longitudeMicrodegrees)
    }

    /// The plan for so many units; nil without places or demand.
    package func plan(units: Int) -> StandingPlan? {
        StandingPlan(units: units, places: places, demand: demand, busyFraction: busy, reach: reach)
    }

    /// Metres along the straight line, right to a tenth of a percent within a city.
    static func metres(_ from: GeoPoint, _ to: GeoPoint) -> Double {
        let perMicrodegree = 0.111_195
        let north = Double(to.latitudeMicrodegrees - from.latitudeMicrodegrees) * perMicrodegree
        let middle = Double(to.latitudeMicrodegrees + from.latitudeMicrodegrees) / 2e6 / 360
        let narrow = middle < 0 ? -middle : middle
        let east =
            Double(to.longitudeMicrodegrees - from.longitudeMicrodegrees) * perMicrodegree
            * PlainMath.sineCosine(turns: narrow).cosine
        return (north * north + east * east).squareRoot()
    }
}
