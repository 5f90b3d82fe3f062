import DispatchModel
import Districts
import SimulationKit

/// The ordinary calls of a drill: the district's demand, bent by the scenario, as somebody tells them at the telephone.
struct DrillCalls: Sendable {
    /// One call as the board hears it, and what was drawn with it.
    struct Call: Sendable {
        var observation: Observation
        /// What there is to do; nil for somebody's second call.
        var work: CallWork?
    }

    /// What an inject has made of the rate; 1 as usual, at most what the scenario's injects ask for.
    var factor = 1.0

    private let district: DistrictModel
    private let start: Timestamp
    private let seed: UInt64
    private let highest: Double
    private var generator: DemandGenerator
    private var next: DemandCall?
    /// Second callers of incidents that came, by time.
    private var echoes = Agenda([])

    init(_ scenario: Scenario, seed: UInt64) {
        let demand = scenario.demand
        let end = scenario.end.after.milliseconds
        district = scenario.district
        start = scenario.start
        self.seed = seed
        highest = scenario.injects.reduce(1.0) { most, inject in
            if case .conditions(_, let demand, _) = inject.action { return max(most, demand) }
            return most
        }
        generator = DemandGenerator(
            model: scenario.district, seed: seed, minuteOfWeek: scenario.minuteOfWeek,
            rate: DemandRate(highest: demand.highest * highest, types: demand.types) { [highest] time in
                // Behind the drill's end calls go on, so that the generator finds one even when the rate fell to nothing.
                (time > end ? demand.highest : demand.factor(at: Span(milliseconds: time))) * highest
            })
        next = demand.highest > 0 ? generator.next() : nil
    }

    /// When somebody calls next, as far as that is known.
    var nextDue: Timestamp? {
        [next.map(time), echoes.nextDue].compactMap { $0 }.min()
    }

    /// The calls up to an instant, in order. The demand comes as if the most that the injects ask for held all the time;
    /// of that each call is kept with the share that holds now.
    mutating func due(at now: Timestamp) -> [Call] {
        var due: [Call] = []
        while let call = next, time(call) <= now {
            next = generator.next()
            var stream = RandomStream(seed: seed, stream: StreamName.number("call|\(call.number)"))
            guard stream.uniform() * highest < factor else { continue }
            due.append(told(call, &stream))
        }
        return due + echoes.due(at: now).map { Call(observation: $0, work: nil) }
    }

    private func time(_ call: DemandCall) -> Timestamp { start + Span(milliseconds: call.at) }

    private mutating func told(_ call: DemandCall, _ stream: inout RandomStream) -> Call {
        let type = district.types[call.type]
        let beat = district.beats[call.beat]
        let at = time(call)
        let street = beat.streets.isEmpty ? beat.name : beat.streets[call.street]
        let says = type.sayings.isEmpty ? type.name : type.sayings[call.lot % type.sayings.count]
        let address = BilingualText("\(call.house) \(street.english)", "\(street.chinese)\(call.house)号")
        let key = SourceKey(source: Situation.source, id: "call/\(call.number)")
        let content = IncidentReported(
            type: type.code, priority: call.priority, place: Place(address, point: call.point),
            beat: beat.code, received: at,
            report: Report(at: at, caller: Self.caller(&stream), words: says, source: key),
            stage: .gathered, source: key)
        if let later = call.duplicateAfter { echo(content, after: Span(milliseconds: later), &stream) }
        return Call(
            observation: Observation(
                source: key, at: at, actor: InjectTelling.callTaker, content: .incident(content)),
            work: CallWork(call))
    }

    /// Somebody else calls about the same a little later, from some 50 m away.
    private mutating func echo(_ first: IncidentReported, after: Span, _ stream: inout RandomStream) {
        var echo = first
        let key = SourceKey(source: Situation.source, id: "\(first.source?.id ?? "")/again")
        echo.received = first.received + after
        echo.source = key
        echo.report = Report(at: echo.received, caller: Self.caller(&stream), words: first.report.words, source: key)
        if let point = first.place.point {
            echo.place.point = GeoPoint(
                latitudeMicrodegrees: point.latitudeMicrodegrees + Int64(stream.uniform(-600...600)),
                longitudeMicrodegrees: point.longitudeMicrodegrees + Int64(stream.uniform(-600...600)))
        }
        echoes.add(
            Observation(source: key, at: echo.received, actor: InjectTelling.callTaker, content: .incident(echo)))
    }

    /// A telephone number that nobody has.
    private static func caller(_ stream: inout RandomStream) -> String {
        "555-\(1000 + stream.index(below: 9000))"
    }
}

/// Observations that wait for their time.
struct Agenda: Sendable {
    /// The latest first, so that the next is the last.
    private var items: [Observation]

    init(_ items: [Observation]) {
        self.items = items.reversed()
    }

    var nextDue: Timestamp? { items.last?.at }

    /// Adds an observation behind those of the same time.
    mutating func add(_ item: Observation) {
        let place = items.firstIndex { $0.at <= item.at } ?? items.endIndex
        items.insert(item, at: place)
    }

    /// Takes out what is due.
    mutating func due(at now: Timestamp) -> [Observation] {
        var due: [Observation] = []
        while let last = items.last, last.at <= now { due.append(items.removeLast()) }
        return due
    }
}
