import DispatchModel
import SimulationKit

/// The ordinary calls of a drill: a Poisson stream whose rate follows the scenario.
///
/// Candidates come at the highest rate there ever is, and each is kept with the share that holds at its time (thinning,
/// Lewis and Shedler, 1979). Everything about the n-th candidate is drawn from a stream of its own, so that changing the
/// rate changes which calls come and nothing about those that do.
struct DrillCalls: Sendable {
    /// What an inject has made of the rate; 1 as usual.
    var factor = 1.0

    private let district: DrillDistrict
    private let demand: DemandProfile
    private let start: Timestamp
    private let seed: UInt64
    /// Types that come by themselves, and their rates added up.
    private let types: [DrillDistrict.CallType]
    private let totals: [Double]
    /// The highest factor there ever is.
    private let highest: Double
    private var arrivals: RandomStream
    private var number: UInt64 = 0
    private var next: Timestamp?
    /// Second callers of incidents that came, by time.
    private var echoes: Agenda = Agenda([])

    init(_ scenario: Scenario, seed: UInt64) {
        district = scenario.district
        demand = scenario.demand
        start = scenario.start
        self.seed = seed
        types = district.types.filter { $0.perHour * (scenario.demand.types[$0.code] ?? 1) > 0 }
        var total = 0.0
        totals = types.map { type in
            total += type.perHour * (scenario.demand.types[type.code] ?? 1)
            return total
        }
        let injected = scenario.injects.reduce(1.0) { most, inject in
            if case .conditions(_, let demand, _) = inject.action { return max(most, demand) }
            return most
        }
        highest = scenario.demand.highest * injected
        arrivals = RandomStream(seed: seed, stream: StreamName.number("arrivals"))
        draw(after: start)
    }

    /// When somebody calls next, as far as that is known.
    var nextDue: Timestamp? {
        [next, echoes.nextDue].compactMap { $0 }.min()
    }

    /// The calls up to an instant, in order.
    mutating func due(at now: Timestamp, board: Board) -> [Observation] {
        var due: [Observation] = []
        while let at = next, at <= now {
            var stream = RandomStream(seed: seed, stream: StreamName.number("call|\(number)"))
            if stream.uniform() * highest < demand.factor(at: at - start) * factor,
                let call = call(&stream, at: at)
            {
                due.append(call)
            }
            draw(after: at)
        }
        return due + echoes.due(at: now)
    }

    /// Takes notice of a call that reached the board: somebody else may report it too.
    mutating func observe(_ record: EventRecord) {
        guard case .incidentReported(let event) = record.body, let key = record.source, key.source == Situation.source,
            key.id.hasPrefix("call/"), !key.id.hasSuffix("/again")
        else { return }
        var stream = RandomStream(seed: seed, stream: StreamName.number("\(key.id)|again"))
        guard stream.chance(district.duplicates) else { return }
        let again = SourceKey(source: Situation.source, id: "\(key.id)/again")
        let at = record.at + .seconds(Int64(stream.uniform(20...150)))
        var echo = event
        echo.received = at
        echo.source = again
        echo.stage = .gathered
        echo.report = Report(at: at, caller: Self.caller(&stream), text: event.report.text, source: again)
        if let point = echo.place.point {
            echo.place.point = GeoPoint(
                latitudeMicrodegrees: point.latitudeMicrodegrees + Int64(stream.uniform(-600...600)),
                longitudeMicrodegrees: point.longitudeMicrodegrees + Int64(stream.uniform(-600...600)))
        }
        echoes.add(Observation(source: again, at: at, actor: InjectTelling.callTaker, content: .incident(echo)))
    }

    /// The time of the next candidate.
    private mutating func draw(after time: Timestamp) {
        let perHour = (totals.last ?? 0) * highest
        guard perHour > 0 else { return }
        number += 1
        let wait = arrivals.exponential(mean: 3_600_000 / perHour)
        next = time + Span(milliseconds: max(1, Int64(wait)))
    }

    private func call(_ stream: inout RandomStream, at: Timestamp) -> Observation? {
        let type = types[stream.index(cumulative: totals)]
        guard let priority = pick(type.priorities, &stream), let beat = pick(district.beats, &stream) else {
            return nil
        }
        let street = pick(beat.streets, &stream) ?? beat.name
        let house = stream.index(below: 280) + 1
        let key = SourceKey(source: Situation.source, id: "call/\(number)")
        let report = Report(
            at: at, caller: Self.caller(&stream), text: pick(type.reports, &stream) ?? type.name.both, source: key)
        let content = IncidentReported(
            type: type.code, priority: priority,
            place: Place(text: "\(house) \(street)", point: beat.randomPoint(&stream)),
            beat: beat.code, received: at, report: report, stage: .gathered, source: key)
        return Observation(source: key, at: at, actor: InjectTelling.callTaker, content: .incident(content))
    }

    private func pick<Item>(_ items: [Item], _ stream: inout RandomStream) -> Item? {
        items.isEmpty ? nil : items[stream.index(below: items.count)]
    }

    /// A telephone number that nobody has.
    private static func caller(_ stream: inout RandomStream) -> String {
        "555-\(1000 + stream.index(below: 9000))"
    }
}
