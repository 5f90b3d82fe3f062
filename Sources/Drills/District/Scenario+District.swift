import DispatchModel
import DispatchPolicy
import Simulation
import SimulationKit

extension Scenario {
    /// The rules of the room: a dispute asks for a patrol and somebody who can mediate, besides the plans that ship.
    public var policy: Policy {
        var policy = Policy()
        let patrol: Set<UnitKind> = [.vehiclePatrol, .footPatrol, .bicyclePatrol]
        let mediators: Set<UnitKind> = [.gridWorker, .auxiliaryPolice]
        let car = PlanRequirement(kinds: patrol, count: 1)
        let mediator = PlanRequirement(kinds: mediators, count: 1)
        let disputes = Set(district.types.map(\.code).filter { $0.contains("dispute") })
        guard !disputes.isEmpty else { return policy }
        policy.responsePlans.plans.insert(
            contentsOf: [
                ResponsePlan(
                    name: "dispute-red", types: disputes, downTo: .p1,
                    requirements: [
                        PlanRequirement(kinds: patrol, count: 2), mediator,
                        PlanRequirement(kinds: [.quickResponse], count: 1),
                        PlanRequirement(kinds: [.commandOfficer], count: 1),
                    ]),
                ResponsePlan(
                    name: "dispute-urgent", types: disputes, downTo: .p2,
                    requirements: [PlanRequirement(kinds: patrol, count: 2), mediator]),
                ResponsePlan(name: "dispute", types: disputes, downTo: .p5, requirements: [car, mediator]),
            ], at: 0)
        return policy
    }

    /// What the board is told at the beginning.
    func setup() -> [Observation] {
        let mode = ModeDeclared(
            mode: .exercise, title: title.both, timeZone: timeZone, source: Situation.source)
        return ([.mode(mode)] + district.contents).map { Observation(at: start, actor: .trainer, content: $0) }
    }

    /// The parts of the district where a scripted failure of radio is felt.
    func radioAreas(_ area: RadioArea) -> [RadioCover.Area] {
        switch area {
        case .everywhere: [.everywhere]
        case .circle(let centre, let metres): [.circle(centre: centre, metres: metres)]
        case .beats(let codes): codes.compactMap { district.beat($0)?.area }
        }
    }

    /// How long units have to do at the scene of a scripted call, by the record it becomes.
    var scriptedTimes: [String: Span] {
        var times: [String: Span] = [:]
        for inject in injects {
            switch inject.action {
            case .report(let call), .alert(let call):
                if let span = call.onScene { times[Situation.key(inject: inject.id).id] = span }
            default: break
            }
        }
        return times
    }
}

extension CrewSetting {
    /// The crews of a scenario's district.
    init(_ scenario: Scenario, seed: UInt64) {
        self.init()
        isDistrict = true
        radio = RadioCover(blindSpots: scenario.district.blindSpots)
        for beat in scenario.district.beats {
            var stream = RandomStream(seed: seed, stream: StreamName.number("patrol|\(beat.code)"))
            let points = (0..<8).compactMap { _ in beat.randomPoint(&stream) }
            if !points.isEmpty { patrolPoints[beat.code] = points }
        }
        let law = CrewLaw(scenario)
        times = { law.times($0) }
    }
}

/// How long crews take in a district.
struct CrewLaw: Sendable {
    private let types: [String: DrillDistrict.CallType]
    private let scripted: [String: Span]
    private let paperworkMinutes: Double
    private let backUps: Double

    init(_ scenario: Scenario) {
        types = Dictionary(scenario.district.types.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        scripted = scenario.scriptedTimes
        paperworkMinutes = scenario.district.paperworkMinutes
        backUps = scenario.district.backUps
    }

    /// Draws the times of an assignment. What is the same for every unit (how much there is to do, whether it is a false
    /// alarm) depends on the call alone.
    func times(_ task: CrewTask) -> CrewTimes {
        var own = RandomStream(seed: task.seed, stream: task.stream)
        var call = RandomStream(seed: task.seed, stream: task.source.map { StreamName.number($0.id) } ?? task.stream)
        let type = types[task.type]
        let isFire = [UnitKind.engine, .truck, .rescue].contains(task.kind)
        let turnout = own.lognormal(mean: isFire ? 65 : 45, coefficientOfVariation: 0.4)
        let mean = type.map { $0.minutes > 0 ? $0.minutes : Self.minutes(task.priority) } ?? Self.minutes(task.priority)
        let isNothing = call.chance(type?.falseAlarms ?? 0)
        var onScene = call.lognormal(mean: isNothing ? 5 : mean, coefficientOfVariation: 0.45) * 60
        if let span = task.source.flatMap({ scripted[$0.id] }) { onScene = Double(span.milliseconds) / 1000 }
        var times = CrewTimes(
            acknowledge: Self.span(own.uniform(5...20), 5...20), turnout: Self.span(turnout, 10...240),
            unknownWay: Self.span(own.lognormal(mean: 390, coefficientOfVariation: 0.4), 60...1800),
            feedback: Self.span(own.lognormal(mean: 150, coefficientOfVariation: 0.5), 30...1200),
            onScene: Self.span(onScene, 60...14_400))
        let asks = own.chance(isNothing || task.priority > .p2 ? 0 : backUps)
        if asks { times.backUp = Self.span(own.uniform(60...240), 60...240) }
        if paperworkMinutes > 0 {
            times.paperwork = Self.span(
                own.lognormal(mean: paperworkMinutes * 60, coefficientOfVariation: 0.5), 30...3600)
        }
        return times
    }

    /// The mean time at the scene of a type without a figure of its own.
    private static func minutes(_ priority: Priority) -> Double {
        switch priority {
        case .p1: 28
        case .p2: 22
        case .p3: 16
        case .p4: 13
        case .p5: 11
        }
    }

    private static func span(_ seconds: Double, _ range: ClosedRange<Double>) -> Span {
        Span(milliseconds: Int64(min(max(seconds, range.lowerBound), range.upperBound) * 1000))
    }
}

/// The number of a random stream from its name, the same on every machine: FNV-1a, 64 bits (Fowler, Noll and Vo).
enum StreamName {
    static func number(_ name: String) -> UInt64 {
        name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension DrillDistrict.Beat {
    /// A point of the beat, each as likely; nil when nobody knows where the beat is. A beat whose corners enclose next to
    /// nothing gives its middle.
    func randomPoint(_ stream: inout RandomStream) -> GeoPoint? {
        guard let area else { return nil }
        let middle = centre ?? corners.first
        let (low, high) = bounds
        for _ in 0..<32 {
            let point = GeoPoint(
                latitudeMicrodegrees: low.latitudeMicrodegrees
                    + Int64(stream.uniform() * Double(high.latitudeMicrodegrees - low.latitudeMicrodegrees)),
                longitudeMicrodegrees: low.longitudeMicrodegrees
                    + Int64(stream.uniform() * Double(high.longitudeMicrodegrees - low.longitudeMicrodegrees)))
            if area.contains(point) { return point }
        }
        return middle
    }

    /// The south-west and the north-east corner of the smallest rectangle around the beat.
    private var bounds: (GeoPoint, GeoPoint) {
        guard corners.count >= 3 else {
            let middle = centre ?? GeoPoint()
            // A degree of latitude is 111,195 m; east to west the circle is cut a little, which does not matter here.
            let reach = Int64(Self.radius / 111_195 * 1_000_000)
            return (
                GeoPoint(
                    latitudeMicrodegrees: middle.latitudeMicrodegrees - reach,
                    longitudeMicrodegrees: middle.longitudeMicrodegrees - reach),
                GeoPoint(
                    latitudeMicrodegrees: middle.latitudeMicrodegrees + reach,
                    longitudeMicrodegrees: middle.longitudeMicrodegrees + reach)
            )
        }
        let north = corners.map(\.latitudeMicrodegrees)
        let east = corners.map(\.longitudeMicrodegrees)
        return (
            GeoPoint(latitudeMicrodegrees: north.min() ?? 0, longitudeMicrodegrees: east.min() ?? 0),
            GeoPoint(latitudeMicrodegrees: north.max() ?? 0, longitudeMicrodegrees: east.max() ?? 0)
        )
    }
}
