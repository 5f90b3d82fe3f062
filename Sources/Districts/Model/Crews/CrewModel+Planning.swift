import DispatchModel
import DispatchPolicy
import SimulationKit

extension CrewModel {
    /// Brings a crew's plan in line with what the board has of its unit.
    mutating func reconcile(_ id: UnitID, _ board: Board, _ now: Timestamp) {
        guard let unit = board.units[id] else {
            plans[id] = nil
            return
        }
        let old = plans[id]
        var plan = CrewPlan(callsign: unit.callsign)
        plan.place = old?.point(at: now) ?? board.position(of: unit)?.point
        plan.nextReport = old?.nextReport ?? firstReport(unit, now)
        plan.legs = old?.legs ?? 0
        let task = board.currentAssignment(of: unit)
        if let task {
            if foreign[id] == task.assignment.id { return }
            plan.assignment = task.assignment.id
        }
        switch (unit.status, task) {
        case (.outOfService, _): break
        case (.emergency, _): recover(&plan, unit, board, now)
        case (_, let task?): work(&plan, old, unit, task.incident, task.assignment, now)
        case (.available, nil): wait(&plan, old, unit, now)
        case (.clear, nil) where setting.isDistrict:
            plan.step = CrewPlan.Step(
                saying: .status(.available), at: max(now, unit.statusSince + .minutes(2)),
                stated: unit.statusSince + .minutes(2), incident: IncidentID(rawValue: 0))
        default: break
        }
        // Who has nothing to say needs no plan: the board knows where such a unit is.
        plans[id] = plan.next == nil ? nil : plan
    }

    /// In a district every unit reports from the beginning, each at a second of its own.
    private func firstReport(_ unit: FieldUnit, _ now: Timestamp) -> Timestamp? {
        if unit.tracked { return now + Self.standingInterval }
        guard setting.isDistrict else { return nil }
        return now + .seconds(1 + Int64(StreamName.number(unit.callsign) % 60))
    }

    /// The times of an assignment.
    private func times(_ unit: FieldUnit, _ incident: Incident, _ assignment: AssignmentID) -> CrewTimes {
        if let district = setting.district {
            return CrewTimes(
                seed: seed, district: district, work: incident.source.flatMap { setting.work[$0.id] },
                incident: incident, unit: unit, assignment: assignment)
        }
        return CrewTimes(
            seed: seed, assignment: assignment, kind: unit.kind, type: incident.type, priority: incident.priority)
    }

    /// Plans the next part of an assignment from what the board has of it.
    private func work(
        _ plan: inout CrewPlan, _ old: CrewPlan?, _ unit: FieldUnit, _ incident: Incident, _ assignment: Assignment,
        _ now: Timestamp
    ) {
        let times = times(unit, incident, assignment.id)
        func say(_ milestone: Milestone, _ at: Timestamp) {
            plan.step = CrewPlan.Step(
                saying: .milestone(milestone), at: max(at, now), stated: max(at, now), incident: incident.id)
        }
        if let arrived = assignment.arrived {
            if let destination = incident.place.point, old?.movement == nil { plan.place = destination }
            if unit.status == .clear, times.paperwork > .zero {
                say(.cleared, unit.statusSince + times.paperwork)
            } else {
                plan.step = atScene(unit, incident, assignment, arrived, times, now)
            }
        } else if let moving = assignment.enRoute {
            drive(&plan, old, unit, incident, now)
            say(.arrived, plan.movement?.end ?? (moving + times.unknownWay))
        } else if let read = assignment.acknowledged {
            say(.enRoute, read + times.turnout)
        } else {
            say(.acknowledged, (assignment.assigned ?? now) + times.acknowledge)
        }
    }

    /// What a crew at the scene says next: its first report, a call for back-up, or that it is done. One that asked for
    /// back-up stays until it has come and helped, for twenty minutes more at most.
    private func atScene(
        _ unit: FieldUnit, _ incident: Incident, _ assignment: Assignment, _ arrived: Timestamp, _ times: CrewTimes,
        _ now: Timestamp
    ) -> CrewPlan.Step {
        func step(_ saying: CrewPlan.Saying, _ at: Timestamp) -> CrewPlan.Step {
            CrewPlan.Step(saying: saying, at: max(at, now), stated: max(at, now), incident: incident.id)
        }
        let isAlone = !incident.assignments.contains { $0.isOpen && $0.unit != unit.id }
        let asked = incident.reports.last { $0.caller == unit.callsign && $0.at >= arrived }
        let asks = times.backUp.flatMap { asked == nil && isAlone && $0 < times.onScene ? arrived + $0 : nil }
        let reports = assignment.feedback == nil && times.feedback < times.onScene ? arrived + times.feedback : nil
        if let raised = escalation(incident, assignment, times) {
            return step(.escalate(raised.priority), arrived + raised.after)
        }
        if let reports, reports <= asks ?? reports { return step(.milestone(.feedback), reports) }
        if let asks { return step(.backUp, asks) }
        var end = arrived + times.onScene
        if setting.isDistrict {
            // The work is done for all when it is done for those who came first.
            let first = incident.assignments.filter { $0.withdrawn == nil }.compactMap(\.arrived).min() ?? arrived
            end = max(first + times.onScene, arrived + .minutes(2))
        }
        if let asked {
            let help = incident.assignments.filter { $0.unit != unit.id }.compactMap(\.arrived).min()
            end = max(end, help.map { $0 + .minutes(5) } ?? (asked.at + .minutes(20)))
        }
        return times.paperwork > .zero ? step(.status(.clear), end) : step(.milestone(.cleared), end)
    }

    /// What the first crew at a scene finds it to be, when that is more urgent than it was taken for.
    private func escalation(
        _ incident: Incident, _ assignment: Assignment, _ times: CrewTimes
    ) -> (priority: Priority, after: Span)? {
        guard let after = times.escalates, after < times.onScene, !escalated.contains(incident.id),
            let priority = incident.priority.raised,
            incident.assignments.first(where: { $0.arrived != nil })?.id == assignment.id
        else { return nil }
        return (priority, after)
    }

    /// An officer who called for help is safe some time after somebody has come.
    private func recover(_ plan: inout CrewPlan, _ unit: FieldUnit, _ board: Board, _ now: Timestamp) {
        guard setting.isDistrict,
            let alert = board.alerts.elements.last(where: { $0.kind == .emergency && $0.unit == unit.id }),
            let incident = alert.incident.flatMap({ board.survivor(of: $0) }),
            let helper = incident.assignments.filter({ $0.unit != unit.id }).compactMap(\.arrived).min()
        else { return }
        let safe = max(now, helper + CrewTimes.recovery)
        plan.step = CrewPlan.Step(saying: .status(.clear), at: safe, stated: safe, incident: incident.id)
    }
}

/// What one crew does next.
struct CrewPlan: Hashable, Sendable {
    /// What the crew will say.
    struct Step: Hashable, Sendable {
        var saying: Saying
        /// When it says so next.
        var at: Timestamp
        /// When what it says came true.
        var stated: Timestamp
        var incident: IncidentID
        /// How often it was said without the board taking it.
        var said = 0
    }

    /// What a crew may say.
    enum Saying: Hashable, Sendable {
        /// A milestone of its assignment.
        case milestone(Milestone)
        /// A status that is no milestone.
        case status(UnitStatus)
        /// It asks for another unit.
        case backUp
        /// It finds the incident more urgent.
        case escalate(Priority)
        /// It goes to where it was asked to stand, or does not.
        case standing(StandingAnswer)
    }

    let callsign: String
    /// The assignment it works on.
    var assignment: AssignmentID?
    /// What it says next; nil when it waits for the board or has nothing to do.
    var step: Step?
    /// Where it is driving to.
    var movement: Movement?
    /// Where it stands when it is not driving.
    var place: GeoPoint?
    /// When it reports its position next; nil while it never moved.
    var nextReport: Timestamp?
    /// When it moves on in its beat; nil when it does not patrol.
    var nextLeg: Timestamp?
    /// How many ways it has gone on patrol.
    var legs: UInt64 = 0

    /// The time of whatever comes first.
    var next: Timestamp? {
        [step?.at, nextReport, nextLeg].compactMap { $0 }.min()
    }

    /// True while it moves about its beat.
    var isPatrolling: Bool { nextLeg != nil }

    /// Where the unit is at an instant.
    func point(at time: Timestamp) -> GeoPoint? {
        movement?.point(at: time) ?? place
    }
}
