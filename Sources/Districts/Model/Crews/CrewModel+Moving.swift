import DispatchModel
import DispatchPolicy
import SimulationKit

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
        guard !patrolPoints(of: unit).isEmpty else { return goHome(&plan, old, unit, now) }
        if let old, old.assignment == nil, old.isPatrolling {
            plan.movement = old.movement
            plan.nextLeg = old.nextLeg
        } else {
            plan.nextLeg = now + pause(unit, plan.legs)
        }
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
