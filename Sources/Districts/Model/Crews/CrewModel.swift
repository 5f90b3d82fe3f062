import DispatchModel
import DispatchPolicy
import SimulationKit

/// Crews that answer a dispatcher: they read the assignment, drive, report, finish and drive home.
///
/// The model is simple and states itself (see the article *Simulation*). It is pure: it knows the board only from what it
/// is shown, gives out what the crews say as observations, and draws every number from its seed and the assignment, so
/// that no unit's luck depends on another's and a restart draws the same again.
///
/// Show it every record behind `Board.apply`. Ask `due` again after what it gave was decided, until it gives nothing:
/// a crew says its next milestone only when the board has the one before.
package struct CrewModel: Sendable {
    /// How often a moving unit reports its position.
    static let movingInterval = Span.seconds(5)
    /// How often a unit on patrol reports its position.
    static let patrolInterval = Span.seconds(20)
    /// How often a standing unit that has moved before reports its position.
    static let standingInterval = Span.seconds(60)
    /// After how long a crew repeats what the board did not take, and how often at most.
    static let repeatAfter = Span.seconds(60)
    static let repeatLimit = 5
    /// How often a crew that is not heard tries again, and after how long it walks to a telephone once it has arrived.
    static let radioRetry = Span.seconds(10)
    static let telephoneAfter = Span.minutes(3)

    /// Travel times.
    package var travel = TravelModel()
    /// How the crews behave.
    package var setting = CrewSetting()

    let seed: UInt64
    var plans: [UnitID: CrewPlan] = [:]
    /// Assignments that a feed makes and reports on itself; one a unit.
    var foreign: [UnitID: AssignmentID] = [:]

    /// Incidents that a crew found more urgent; each is raised once.
    var escalated: Set<IncidentID> = []

    /// When a crew says something next; nil when nothing is planned.
    package private(set) var nextDue: Timestamp?

    /// Creates crews for an empty board.
    package init(seed: UInt64, setting: CrewSetting = CrewSetting()) {
        self.seed = seed
        self.setting = setting
    }

    /// Creates crews for a board in the midst of things, as after a restart: every open assignment goes on from where the
    /// board has it, and units away from their duty point drive there.
    package init(seed: UInt64, resuming board: Board, now: Timestamp) {
        self.seed = seed
        for unit in board.units.elements { reconcile(unit.id, board, now) }
        settle()
    }

    /// Shows the crews what was recorded, after the board has folded it.
    package mutating func observe(_ record: EventRecord, board: Board) {
        if case .unitPositionReported = record.body { return }
        if case .unitAssigned(let event) = record.body, record.actor.kind == .feed {
            foreign[event.unit] = event.assignment
        }
        if case .incidentTriaged(let event) = record.body, record.actor.kind == .crew {
            escalated.insert(event.incident)
        }
        if case .incidentClosed(let event) = record.body { escalated.remove(event.incident) }
        var isFirstTouched = false
        for unit in touched(by: record.body, board).sorted() {
            if let next = plans[unit]?.next, next == nextDue { isFirstTouched = true }
            reconcile(unit, board, record.at)
            if let next = plans[unit]?.next { nextDue = min(nextDue ?? next, next) }
        }
        // Going through all plans is only needed when the first of them may have gone.
        if isFirstTouched { settle() }
    }

    /// The units whose plans an event may change: its own, those at its incidents, and officers who wait for help there.
    private func touched(by body: EventBody, _ board: Board) -> Set<UnitID> {
        var touched: Set<UnitID> = []
        if let unit = body.unit { touched.insert(unit) }
        let (first, second) = body.incidents
        for id in [first, second] {
            guard let id, let incident = board.incidents[id] else { continue }
            for assignment in incident.assignments { touched.insert(assignment.unit) }
            guard setting.isDistrict else { continue }
            for alert in board.alerts.elements where alert.kind == .emergency && alert.incident == id {
                if let unit = alert.unit { touched.insert(unit) }
            }
        }
        return touched
    }

    /// What the crews say up to an instant, in the order of time. Of several positions of a unit only the newest is given.
    package mutating func due(until now: Timestamp, board: Board) -> [Observation] {
        guard let nextDue, nextDue <= now else { return [] }
        var said: [(unit: UnitID, observation: Observation)] = []
        for (id, plan) in plans where plan.next.map({ $0 <= now }) ?? false {
            var plan = plan
            for observation in say(&plan, until: now) { said.append((id, observation)) }
            if plan.nextLeg.map({ $0 <= now }) ?? false { goOn(&plan, board.units[id], now) }
            plans[id] = plan
        }
        settle()
        // Positions of an instant come before milestones, so that a unit is heard at the place where it says it is.
        said.sort {
            ($0.observation.at, $0.unit, $0.observation.isPosition) < (
                $1.observation.at, $1.unit, $1.observation.isPosition
            )
        }
        return said.map(\.observation)
    }

    private mutating func settle() {
        nextDue = plans.values.lazy.compactMap(\.next).min()
    }
}

extension Observation {
    /// 0 for a position, 1 for anything else.
    fileprivate var isPosition: Int {
        if case .position = content { return 0 }
        return 1
    }
}

extension CrewModel {
    /// Sets the unit moving towards its incident, or leaves it on the way it is on.
    func drive(
        _ plan: inout CrewPlan, _ old: CrewPlan?, _ unit: FieldUnit, _ incident: Incident, _ now: Timestamp
    ) {
        guard let target = incident.place.point, let from = plan.place else { return }
        if let old, old.assignment == plan.assignment, let movement = old.movement, movement.to == target {
            plan.movement = movement
            return
        }
        move(
            &plan, unit, from: from, to: target, at: now, urgent: incident.priority <= .p2,
            luck: luck(of: unit, on: incident))
    }

    /// What a way to a call takes beside the driving, and a factor on the driving, as the district has them.
    private func luck(of unit: FieldUnit, on incident: Incident) -> (seconds: Double, factor: Double) {
        guard let district = setting.district else { return (0, 1) }
        guard district.travelVariation > 0 else { return (district.travelStart, 1) }
        let call = incident.source?.id ?? "\(incident.id.rawValue)"
        var stream = RandomStream(seed: seed, stream: StreamName.number("way|\(call)|\(unit.callsign)"))
        let factor = stream.lognormal(mean: 1, coefficientOfVariation: district.travelVariation)
        return (district.travelStart, factor)
    }

    /// A free unit patrols its beat, or goes back to its duty point.
    func wait(_ plan: inout CrewPlan, _ old: CrewPlan?, _ unit: FieldUnit, _ now: Timestamp) {
        answer(&plan, unit, now)
        guard !patrolPoints(of: unit).isEmpty, Self.stand(of: unit) == nil else { return goHome(&plan, old, unit, now) }
        if let old, old.assignment == nil, old.isPatrolling {
            plan.movement = old.movement
            plan.nextLeg = old.nextLeg
        } else {
            plan.nextLeg = now + pause(unit, plan.legs)
        }
    }

    /// A crew that was asked to stand somewhere answers after it has looked at it: nine in ten go. What it does is drawn from the
    /// seed, the unit and the time of the question alone, so that nothing else of a drill changes by it.
    private func answer(_ plan: inout CrewPlan, _ unit: FieldUnit, _ now: Timestamp) {
        guard let proposal = unit.standing, proposal.isOpen(at: now) else { return }
        let draw = StreamName.number("\(seed)|standing|\(unit.callsign)|\(proposal.since.rawValue)")
        let at = proposal.since + .seconds(20 + Int64(draw % 100))
        // Who finds no time before it lapses says nothing.
        guard at < proposal.until else { return }
        plan.step = CrewPlan.Step(
            saying: .standing(draw / 100 % 10 == 0 ? .declined : .accepted), at: max(at, now), stated: max(at, now),
            incident: IncidentID(rawValue: 0))
    }

    /// Where a unit has agreed to stand, until it is sent somewhere.
    private static func stand(of unit: FieldUnit) -> GeoPoint? {
        guard let standing = unit.standing, standing.answer == .accepted, standing.since >= unit.statusSince else {
            return nil
        }
        return standing.place.point
    }

    /// The points that a unit patrols between; none when it waits at its duty point.
    private func patrolPoints(of unit: FieldUnit) -> [GeoPoint] {
        setting.patrols.contains(unit.callsign) ? setting.patrolPoints[unit.homeBeat] ?? [] : []
    }

    /// How long a patrol stands before it moves on.
    private func pause(_ unit: FieldUnit, _ leg: UInt64) -> Span {
        .seconds(30 + Int64(StreamName.number("\(seed)|pause|\(unit.callsign)|\(leg)") % 150))
    }

    /// Starts the next way of a patrol, at half the ordinary speed, and plans the one after it.
    func goOn(_ plan: inout CrewPlan, _ unit: FieldUnit?, _ now: Timestamp) {
        guard let unit, let leg = plan.nextLeg, let from = plan.point(at: leg) else {
            plan.nextLeg = nil
            return
        }
        let points = patrolPoints(of: unit)
        guard !points.isEmpty else {
            plan.nextLeg = nil
            return
        }
        let choice = StreamName.number("\(seed)|leg|\(unit.callsign)|\(plan.legs)") % UInt64(points.count)
        plan.legs += 1
        let to = points[Int(choice)]
        if TravelModel.metres(from: from, to: to) > 30 {
            move(&plan, unit, from: from, to: to, at: leg, urgent: false, slower: 2)
        }
        plan.nextLeg = (plan.movement?.end ?? leg) + pause(unit, plan.legs)
        if let report = plan.nextReport { plan.nextReport = min(report, leg + interval(plan)) }
    }

    /// Sends a free unit to where it agreed to stand, or back to its duty point, when it is more than 30 m away.
    private func goHome(_ plan: inout CrewPlan, _ old: CrewPlan?, _ unit: FieldUnit, _ now: Timestamp) {
        guard let home = Self.stand(of: unit) ?? unit.dutyPoint.point, let from = plan.place else { return }
        if let old, old.assignment == nil, let movement = old.movement, movement.to == home {
            plan.movement = movement
            return
        }
        if TravelModel.metres(from: from, to: home) <= 30 { return }
        move(&plan, unit, from: from, to: home, at: now, urgent: false)
    }

    private func move(
        _ plan: inout CrewPlan, _ unit: FieldUnit, from: GeoPoint, to: GeoPoint, at now: Timestamp, urgent: Bool,
        slower: Double = 1, luck: (seconds: Double, factor: Double) = (0, 1)
    ) {
        let driving =
            travel.seconds(from: from, to: to, kind: unit.kind, urgent: urgent) * slower / setting.speed(at: now)
        let seconds = (luck.seconds + driving) * luck.factor
        let end = now + Span(milliseconds: max(1000, Int64(seconds * 1000)))
        plan.movement = Movement(from: from, to: to, start: now, end: end)
        plan.nextReport = min(now + interval(plan), end)
    }
}

/// A unit under way along a straight line at an even speed.
struct Movement: Hashable, Sendable {
    var from: GeoPoint
    var to: GeoPoint
    var start: Timestamp
    var end: Timestamp

    /// Where the unit is at an instant.
    func point(at time: Timestamp) -> GeoPoint {
        if time <= start || end <= start { return time < end ? from : to }
        if time >= end { return to }
        let part = Double((time - start).milliseconds) / Double((end - start).milliseconds)
        func between(_ a: Int64, _ b: Int64) -> Int64 { a + Int64((Double(b - a) * part).rounded()) }
        return GeoPoint(
            latitudeMicrodegrees: between(from.latitudeMicrodegrees, to.latitudeMicrodegrees),
            longitudeMicrodegrees: between(from.longitudeMicrodegrees, to.longitudeMicrodegrees))
    }
}
