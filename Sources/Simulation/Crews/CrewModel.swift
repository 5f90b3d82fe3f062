import DispatchModel
import DispatchPolicy

/// Crews that answer a dispatcher: they read the assignment, drive, report, finish and drive home.
///
/// The model is simple and states itself (see the article *Simulation*). It is pure: it knows the board only from what it
/// is shown, gives out what the crews say as observations, and draws every number from its seed and the assignment, so
/// that no unit's luck depends on another's and a restart draws the same again.
///
/// Show it every record behind `Board.apply`. Ask `due` again after what it gave was decided, until it gives nothing:
/// a crew says its next milestone only when the board has the one before.
public struct CrewModel: Sendable {
    /// How often a moving unit reports its position.
    public static let movingInterval = Span.seconds(5)
    /// How often a standing unit that has moved before reports its position.
    public static let standingInterval = Span.seconds(60)
    /// After how long a crew repeats what the board did not take, and how often at most.
    static let repeatAfter = Span.seconds(60)
    static let repeatLimit = 5

    /// Travel times.
    public var travel = TravelModel()

    private let seed: UInt64
    private var plans: [UnitID: CrewPlan] = [:]
    /// Assignments that a feed makes and reports on itself; one a unit.
    private var foreign: [UnitID: AssignmentID] = [:]

    /// When a crew says something next; nil when nothing is planned.
    public private(set) var nextDue: Timestamp?

    /// Creates crews for an empty board.
    public init(seed: UInt64) {
        self.seed = seed
    }

    /// Creates crews for a board in the midst of things, as after a restart: every open assignment goes on from where the
    /// board has it, and units away from their duty point drive there.
    public init(seed: UInt64, resuming board: Board, now: Timestamp) {
        self.seed = seed
        for unit in board.units.elements { reconcile(unit.id, board, now) }
        settle()
    }

    /// Shows the crews what was recorded, after the board has folded it.
    public mutating func observe(_ record: EventRecord, board: Board) {
        if case .unitPositionReported = record.body { return }
        if case .unitAssigned(let event) = record.body, record.actor.kind == .feed {
            foreign[event.unit] = event.assignment
        }
        var touched: Set<UnitID> = []
        if let unit = record.body.unit { touched.insert(unit) }
        let (first, second) = record.body.incidents
        for id in [first, second] {
            guard let id, let incident = board.incidents[id] else { continue }
            for assignment in incident.assignments { touched.insert(assignment.unit) }
        }
        var isFirstTouched = false
        for unit in touched.sorted() {
            if let next = plans[unit]?.next, next == nextDue { isFirstTouched = true }
            reconcile(unit, board, record.at)
            if let next = plans[unit]?.next { nextDue = min(nextDue ?? next, next) }
        }
        // Going through all plans is only needed when the first of them may have gone.
        if isFirstTouched { settle() }
    }

    /// What the crews say up to an instant, in the order of time. Of several positions of a unit only the newest is given.
    public mutating func due(until now: Timestamp, board: Board) -> [Observation] {
        guard let nextDue, nextDue <= now else { return [] }
        var said: [(unit: UnitID, observation: Observation)] = []
        for (id, plan) in plans where plan.next.map({ $0 <= now }) ?? false {
            var plan = plan
            for observation in Self.say(&plan, until: now) { said.append((id, observation)) }
            plans[id] = plan
        }
        settle()
        // Positions of an instant come before milestones, so that a unit is heard at the place where it says it is.
        said.sort {
            ($0.observation.at, $0.unit, $0.observation.isMilestone) < (
                $1.observation.at, $1.unit, $1.observation.isMilestone
            )
        }
        return said.map(\.observation)
    }

    /// Takes from a plan what is due.
    private static func say(_ plan: inout CrewPlan, until now: Timestamp) -> [Observation] {
        var result: [Observation] = []
        if let report = newestReport(plan, until: now), let point = plan.point(at: report) {
            result.append(
                Observation(
                    at: report, actor: .crew(plan.callsign),
                    content: .position(callsign: plan.callsign, point: point, at: report)))
            schedule(&plan, after: report)
        }
        guard var step = plan.step, step.at <= now else { return result }
        let milestone = MilestoneObservation(
            incident: .number(step.incident), callsign: plan.callsign, milestone: step.milestone, stated: step.at)
        result.append(Observation(at: step.at, actor: .crew(plan.callsign), content: .milestone(milestone)))
        step.said += 1
        step.at = max(now, step.at) + repeatAfter
        plan.step = step.said < repeatLimit ? step : nil
        return result
    }

    /// The newest time up to now at which the unit reports; what lies between is passed over.
    private static func newestReport(_ plan: CrewPlan, until now: Timestamp) -> Timestamp? {
        guard let first = plan.nextReport, first <= now else { return nil }
        let interval = plan.movement == nil ? standingInterval : movingInterval
        let limit = plan.movement.map { min($0.end, now) } ?? now
        if first >= limit { return first }
        let count = (limit - first).milliseconds / interval.milliseconds
        let regular = first + Span(milliseconds: count * interval.milliseconds)
        return plan.movement.map { $0.end <= now ? $0.end : regular } ?? regular
    }

    private static func schedule(_ plan: inout CrewPlan, after report: Timestamp) {
        guard let movement = plan.movement else {
            plan.nextReport = report + standingInterval
            return
        }
        if report >= movement.end {
            plan.place = movement.to
            plan.movement = nil
            plan.nextReport = report + standingInterval
        } else {
            plan.nextReport = min(report + movingInterval, movement.end)
        }
    }

    private mutating func settle() {
        nextDue = plans.values.lazy.compactMap(\.next).min()
    }
}

extension CrewModel {
    /// Brings a crew's plan in line with what the board has of its unit.
    private mutating func reconcile(_ id: UnitID, _ board: Board, _ now: Timestamp) {
        guard let unit = board.units[id] else {
            plans[id] = nil
            return
        }
        let old = plans[id]
        var plan = CrewPlan(callsign: unit.callsign)
        plan.place = old?.point(at: now) ?? board.position(of: unit)?.point
        plan.nextReport = old?.nextReport ?? (unit.tracked ? now + Self.standingInterval : nil)
        if let (incident, assignment) = board.currentAssignment(of: unit) {
            if foreign[id] == assignment.id { return }
            plan.assignment = assignment.id
            if unit.status != .emergency, unit.status != .outOfService {
                work(&plan, old, unit, incident, assignment, now)
            }
        } else if unit.status == .available {
            goHome(&plan, old, unit, now)
        }
        // Who has nothing to say needs no plan: the board knows where such a unit is.
        plans[id] = plan.next == nil ? nil : plan
    }

    /// Plans the next part of an assignment from what the board has of it.
    private func work(
        _ plan: inout CrewPlan, _ old: CrewPlan?, _ unit: FieldUnit, _ incident: Incident, _ assignment: Assignment,
        _ now: Timestamp
    ) {
        let times = CrewTimes(
            seed: seed, assignment: assignment.id, kind: unit.kind, type: incident.type, priority: incident.priority)
        func say(_ milestone: Milestone, _ at: Timestamp) {
            plan.step = CrewPlan.Step(milestone: milestone, at: max(at, now), incident: incident.id)
        }
        if let arrived = assignment.arrived {
            let isFeedbackDue = assignment.feedback == nil && times.feedback < times.onScene
            if isFeedbackDue {
                say(.feedback, arrived + times.feedback)
            } else {
                say(.cleared, arrived + times.onScene)
            }
            if let destination = incident.place.point, old?.movement == nil { plan.place = destination }
        } else if let moving = assignment.enRoute {
            drive(&plan, old, unit, incident, now)
            say(.arrived, plan.movement?.end ?? (moving + times.unknownWay))
        } else if let read = assignment.acknowledged {
            say(.enRoute, read + times.turnout)
        } else {
            say(.acknowledged, (assignment.assigned ?? now) + times.acknowledge)
        }
    }

    /// Sets the unit moving towards its incident, or leaves it on the way it is on.
    private func drive(
        _ plan: inout CrewPlan, _ old: CrewPlan?, _ unit: FieldUnit, _ incident: Incident, _ now: Timestamp
    ) {
        guard let target = incident.place.point, let from = plan.place else { return }
        if let old, old.assignment == plan.assignment, let movement = old.movement, movement.to == target {
            plan.movement = movement
            return
        }
        move(&plan, unit, from: from, to: target, at: now, urgent: incident.priority <= .p2)
    }

    /// Sends a free unit back to its duty point when it is more than 30 m away.
    private func goHome(_ plan: inout CrewPlan, _ old: CrewPlan?, _ unit: FieldUnit, _ now: Timestamp) {
        guard let home = unit.dutyPoint.point, let from = plan.place else { return }
        if let old, old.assignment == nil, let movement = old.movement, movement.to == home {
            plan.movement = movement
            return
        }
        if TravelModel.metres(from: from, to: home) <= 30 { return }
        move(&plan, unit, from: from, to: home, at: now, urgent: false)
    }

    private func move(
        _ plan: inout CrewPlan, _ unit: FieldUnit, from: GeoPoint, to: GeoPoint, at now: Timestamp, urgent: Bool
    ) {
        let seconds = travel.seconds(from: from, to: to, kind: unit.kind, urgent: urgent)
        let end = now + Span(milliseconds: max(1000, Int64(seconds * 1000)))
        plan.movement = Movement(from: from, to: to, start: now, end: end)
        plan.nextReport = min(now + Self.movingInterval, end)
    }
}

extension Observation {
    /// 1 for a milestone, 0 for anything else.
    fileprivate var isMilestone: Int {
        if case .milestone = content { return 1 }
        return 0
    }
}
