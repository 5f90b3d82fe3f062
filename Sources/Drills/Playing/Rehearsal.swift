import DispatchModel
import DispatchPolicy

/// Plays a scenario to its end without console, journal or clock: the room's deciders, the deadlines, the director, and
/// the automatic dispatcher at the desk. The same scenario and seed give the same records.
package struct Rehearsal: Sendable {
    /// The board as it stands.
    package private(set) var board = Board()
    /// Everything that was recorded, in order.
    package private(set) var records: [EventRecord] = []
    /// The director.
    package private(set) var director: DrillDirector
    /// Orders that the rules refused.
    package private(set) var refused: [Rejection] = []

    private var dispatcher: AutomaticDispatcher?
    private let policy: Policy
    private let commands: CommandDecider
    private let observations: ObservationDecider
    private let sampler = PositionSampler()
    private var engine: DeadlineEngine
    private var plans: PlanWatch
    private var personnel: PersonnelWatch

    /// A room before the beginning.
    /// - Parameters:
    ///   - dispatcher: Who plays; nil for nobody.
    package init(
        scenario: Scenario, seed: UInt64, policy: Policy? = nil, dispatcher: AutomaticDispatcher? = nil
    ) {
        let policy = policy ?? scenario.policy
        director = DrillDirector(scenario: scenario, seed: seed)
        self.policy = policy
        self.dispatcher = dispatcher
        commands = CommandDecider(policy: policy)
        observations = ObservationDecider(policy: policy)
        engine = DeadlineEngine(deadlines: policy.deadlines, board: board)
        plans = PlanWatch(plans: policy.responsePlans, board: board)
        personnel = PersonnelWatch(policy: policy, board: board)
    }

    /// Plays a scenario with the automatic dispatcher to its end.
    package static func play(_ scenario: Scenario, seed: UInt64? = nil) -> Rehearsal {
        var room = Rehearsal(
            scenario: scenario, seed: seed ?? scenario.seed,
            dispatcher: AutomaticDispatcher(start: scenario.start, policy: scenario.policy))
        room.run()
        return room
    }

    /// The score of what was played so far.
    package var score: DrillScore { DrillScore(scenario: director.scenario, records: records) }

    /// Plays on to the end, or up to an instant.
    package mutating func run(until limit: Timestamp? = nil) {
        while let next = nextDue, limit.map({ next <= $0 }) ?? true {
            step(at: next)
            if director.ending != nil { return }
        }
    }

    /// The next time at which anything is due.
    private var nextDue: Timestamp? {
        guard let due = director.nextDue else { return nil }
        return [due, engine.nextDue, plans.nextDue, personnel.nextDue, dispatcher?.nextLook].compactMap { $0 }.map {
            max($0, board.lastEventAt)
        }.min()
    }

    /// Deadlines first, then what is heard until nothing more is, then the dispatcher.
    private mutating func step(at now: Timestamp) {
        tick(now)
        while true {
            let heard = director.due(at: now, board: board)
            for observation in heard { takeObservation(observation) }
            if heard.isEmpty { break }
        }
        tick(now)
        guard director.ending == nil else { return }
        for request in dispatcher?.orders(board: board, now: now) ?? [] { perform(request, now: now) }
    }

    /// Carries out an order of somebody at the desk. What the rules refuse is kept in `refused`.
    package mutating func perform(_ request: CommandRequest, now: Timestamp) {
        switch commands.decide(request, board: board, now: now) {
        case .success(let events): record(events, at: now, request.actor, nil)
        case .failure(let rejection): refused.append(rejection)
        }
    }

    private mutating func tick(_ now: Timestamp) {
        while let due = engine.nextDue, due <= now {
            let events = engine.due(at: now, board: board)
            record(events, at: now, .policy, nil)
            if events.isEmpty { break }
        }
        if let due = personnel.nextDue, due <= now {
            record(personnel.due(at: now, board: board), at: now, .policy, nil)
        }
        if plans.nextDue != nil { record(plans.due(at: now, board: board), at: now, .policy, nil) }
    }

    private mutating func takeObservation(_ observation: Observation) {
        if case .position(let callsign, let point, let at) = observation.content {
            guard let unit = board.unit(callsign: callsign) else { return }
            board.hear(unit.id, at: point, when: at)
            engine.heard(unit.id)
            guard let event = sampler.sample(unit: unit, point: point, at: at, every: policy.positionSample) else {
                return
            }
            return record([event], at: observation.at, observation.actor, nil)
        }
        guard case .success(let events) = observations.decide(observation, board: board) else { return }
        record(events, at: observation.at, observation.actor, observation.source)
    }

    private mutating func record(_ events: [EventBody], at: Timestamp, _ actor: Actor, _ source: SourceKey?) {
        let first = records.count
        for body in events {
            let key = records.count == first ? source : nil
            let event = EventRecord(position: board.position + 1, at: at, actor: actor, source: key, body: body)
            board.apply(event)
            engine.observe(event, board: board)
            plans.observe(event, board: board)
            personnel.observe(event, board: board)
            records.append(event)
        }
        for event in records[first...] { director.observe(event, board: board) }
    }
}
