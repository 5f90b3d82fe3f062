import DispatchModel
import DispatchPolicy
import SimulationKit

/// A district model as plain numbers, worked out once for all replications: places on a plane in metres, kinds as bits,
/// response plans as rows.
struct StaffingLayout: Sendable {
    /// A point on the plane, in metres east and north of the district's middle.
    struct Spot: Sendable {
        var x = 0.0
        var y = 0.0

        /// Metres along the straight line.
        @inline(__always)
        func metres(to other: Spot) -> Double {
            let (east, north) = (other.x - x, other.y - y)
            return (east * east + north * north).squareRoot()
        }
    }

    /// What of a unit never changes.
    struct Post: Sendable {
        var kind: Int
        var kindBit: UInt32
        /// The beat it belongs to, -1 for none.
        var beat: Int
        /// The response circle it keeps, -1 for none.
        var circle: Int
        var patrols: Bool
        var duty: Spot
        var startsOn: Bool
        /// Names its random streams: a roster with a unit more leaves the others' numbers as they were.
        var stream: UInt64
        /// Seconds that a dispatcher reckons with until it moves.
        var expectedTurnout: Double
        /// Seconds on the road for a metre of the straight line.
        var ordinaryPace: Double
        var urgentPace: Double

        @inline(__always)
        func pace(isUrgent: Bool) -> Double { isUrgent ? urgentPace : ordinaryPace }
    }

    /// By how much a way takes longer or shorter than reckoned: a lognormal factor of mean 1.
    struct TravelSpread: Sendable {
        var location: Double
        var deviation: Double

        init(variation: Double) {
            let variance = PlainMath.log(1 + variation * variation)
            location = -variance / 2
            deviation = variance.squareRoot()
        }
    }

    /// The most requirements of one response plan that count.
    static let planWidth = 8

    /// What one plan asks for: kinds and numbers.
    struct Plan: Sendable {
        var masks = SIMD8<UInt32>()
        var counts = SIMD8<UInt8>()
        var width = 0
    }

    let model: DistrictModel
    let posts: [Post]
    /// Minutes of the day at which each unit goes on or off duty, rising.
    let shiftChanges: [[Int]]
    /// Turn-out by the kinds' raw values.
    let turnouts: [DurationLaw]
    /// Handling by priority, P1 first.
    let handlings: [DurationLaw]
    /// Times the stay at the scene, by kind.
    let stayFactors: [Double]
    let travelSpread: TravelSpread
    let plans: [Plan]
    /// The plan of each type and priority: index type × 5 + priority.
    let planOf: [Int]
    let centres: [Spot]
    /// Points of each beat that its patrols go to.
    let rounds: [[Spot]]
    let blindSpots: [(spot: Spot, metres: Double)]
    /// The names of the response circles, and their number.
    let circles: [String]
    private let origin: GeoPoint
    private let metresEast: Double

    static let metresPerDegree = 111_195.0
    /// Patrols drive at half the speed of a unit that has somewhere to go.
    static let patrolPace = 2.0
    private static let pointsOfRound = 64

    init(_ model: DistrictModel) {
        self.model = model
        origin = model.beats.first?.centre ?? GeoPoint()
        let cosine = PlainMath.sineCosine(turns: origin.latitude / 360).cosine
        metresEast = Self.metresPerDegree * cosine
        let plane = Plane(origin: origin, metresEast: metresEast)
        centres = model.beats.map { plane.spot($0.centre) }
        rounds = model.beats.indices.map { Self.round(model.beats[$0], plane, stream: UInt64($0)) }
        blindSpots = model.radio.blindSpots.map { (plane.spot($0.centre), $0.metres) }
        let circles = Self.circleNames(model)
        self.circles = circles
        posts = model.units.map { Self.post($0, model, plane, circles) }
        shiftChanges = model.units.map { Self.changes($0, model) }
        let highest = UnitKind.allCases.map(\.rawValue).max() ?? 0
        turnouts = (0...Int(highest)).map { raw in
            UnitKind(rawValue: UInt8(raw)).map(model.turnout) ?? DistrictModel.standardTurnout
        }
        handlings = Priority.allCases.map { model.handlingOfPriority[$0] ?? model.callHandling }
        stayFactors = (0...Int(highest)).map { raw in
            UnitKind(rawValue: UInt8(raw)).flatMap { model.stayFactors[$0] } ?? 1
        }
        travelSpread = TravelSpread(variation: model.travelVariation)
        let present = posts.reduce(UInt32(0)) { $0 | $1.kindBit }
        (plans, planOf) = Self.plans(model, present: present)
    }

    /// Where a point lies on the plane.
    func spot(_ point: GeoPoint) -> Spot { Plane(origin: origin, metresEast: metresEast).spot(point) }

    /// The hour of the day, 0 to 23, so many milliseconds after a midnight.
    @inline(__always)
    static func hour(_ time: Int64) -> Int { Int(time / 3_600_000 % 24) }
}

extension StaffingLayout {
    /// The plane that touches the district.
    fileprivate struct Plane {
        var origin: GeoPoint
        var metresEast: Double

        func spot(_ point: GeoPoint) -> Spot {
            Spot(
                x: Double(point.longitudeMicrodegrees - origin.longitudeMicrodegrees) / 1e6 * metresEast,
                y: Double(point.latitudeMicrodegrees - origin.latitudeMicrodegrees) / 1e6 * metresPerDegree)
        }
    }

    private static func round(_ beat: DistrictBeat, _ plane: Plane, stream: UInt64) -> [Spot] {
        var random = RandomStream(seed: 0x7061_7472_6F6C, stream: stream)
        let box = beat.box
        var points: [Spot] = []
        for _ in 0..<(pointsOfRound * 8) where points.count < pointsOfRound {
            let point = GeoPoint(
                latitudeMicrodegrees: box.south + Int64(random.uniform() * Double(box.north - box.south)),
                longitudeMicrodegrees: box.west + Int64(random.uniform() * Double(box.east - box.west)))
            if beat.contains(point) { points.append(plane.spot(point)) }
        }
        return points.isEmpty ? [plane.spot(beat.centre)] : points
    }

    /// One circle a duty point and tier, by the name of the place; units that wait together keep it together.
    private static func circleName(_ unit: DistrictUnit) -> String? {
        guard unit.circleMinutes > 0 else { return nil }
        return unit.dutyPoint.text.isEmpty ? unit.callsign : unit.dutyPoint.text
    }

    private static func circleNames(_ model: DistrictModel) -> [String] {
        var seen: Set<String> = []
        return model.units.compactMap(circleName).filter { seen.insert($0).inserted }
    }

    private static func post(
        _ unit: DistrictUnit, _ model: DistrictModel, _ plane: Plane, _ circles: [String]
    ) -> Post {
        let beat = model.beats.firstIndex { $0.code == unit.homeBeat }
        let point = unit.dutyPoint.point ?? beat.map { model.beats[$0].centre } ?? plane.origin
        let onRoad = model.travel.detour * 3.6 / model.weather
        return Post(
            kind: Int(unit.kind.rawValue), kindBit: 1 << UInt32(unit.kind.rawValue), beat: beat ?? -1,
            circle: circleName(unit).flatMap(circles.firstIndex) ?? -1, patrols: unit.patrols && beat != nil,
            duty: plane.spot(point), startsOn: model.works(unit, minuteOfDay: 0),
            stream: StreamName.number(unit.callsign),
            expectedTurnout: model.turnout(of: unit.kind).mean,
            ordinaryPace: onRoad / model.travel.speed(of: unit.kind, urgent: false),
            urgentPace: onRoad / model.travel.speed(of: unit.kind, urgent: true))
    }

    private static func changes(_ unit: DistrictUnit, _ model: DistrictModel) -> [Int] {
        let isOn = (0..<1440).map { model.works(unit, minuteOfDay: $0) }
        return (0..<1440).filter { isOn[$0] != isOn[($0 + 1439) % 1440] }
    }

    /// The plan of every type and priority, without what nobody on the roster can give. Where nothing is left, one unit
    /// of any kind goes.
    private static func plans(_ model: DistrictModel, present: UInt32) -> ([Plan], [Int]) {
        let known = model.responsePlans.plans.map { plan($0, present: present) } + [anyUnit(present)]
        let planOf = model.types.flatMap { type in
            Priority.allCases.map { priority in
                let index = model.responsePlans.plans.firstIndex { plan in
                    (plan.types.isEmpty || plan.types.contains(type.code)) && priority <= plan.downTo
                }
                guard let index, known[index].width > 0 else { return known.count - 1 }
                return index
            }
        }
        return (known, planOf)
    }

    private static func plan(_ plan: ResponsePlan, present: UInt32) -> Plan {
        var numbers = Plan()
        for requirement in plan.requirements where numbers.width < planWidth && requirement.count > 0 {
            let mask = requirement.kinds.reduce(UInt32(0)) { $0 | 1 << UInt32($1.rawValue) } & present
            if mask == 0 { continue }
            numbers.masks[numbers.width] = mask
            numbers.counts[numbers.width] = UInt8(min(requirement.count, 100))
            numbers.width += 1
        }
        return numbers
    }

    private static func anyUnit(_ present: UInt32) -> Plan {
        var plan = Plan()
        plan.masks[0] = present
        plan.counts[0] = 1
        plan.width = 1
        return plan
    }
}
