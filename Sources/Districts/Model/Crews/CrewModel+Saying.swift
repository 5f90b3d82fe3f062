import DispatchModel

extension CrewModel {
    /// Takes from a plan what is due.
    func say(_ plan: inout CrewPlan, until now: Timestamp) -> [Observation] {
        var result: [Observation] = []
        if let report = newestReport(plan, until: now) {
            if let point = plan.point(at: report), !setting.radio.isDead(at: point, report) {
                result.append(
                    Observation(
                        at: report, actor: .crew(plan.callsign),
                        content: .position(callsign: plan.callsign, point: point, at: report)))
            }
            schedule(&plan, after: report)
        }
        while let step = plan.step, step.at <= now, isUnheard(plan, step) {
            plan.step?.at = step.at + Self.radioRetry
        }
        guard var step = plan.step, step.at <= now else { return result }
        result.append(
            Observation(at: step.at, actor: .crew(plan.callsign), content: content(of: step, plan.callsign)))
        step.said += 1
        step.at = max(now, step.at) + Self.repeatAfter
        plan.step = step.said < Self.repeatLimit ? step : nil
        return result
    }

    /// What a step says. A crew can only have read an assignment when radio has brought it.
    private func content(of step: CrewPlan.Step, _ callsign: String) -> Observation.Content {
        switch step.saying {
        case .milestone(let milestone):
            .milestone(
                MilestoneObservation(
                    incident: .number(step.incident), callsign: callsign, milestone: milestone,
                    stated: milestone == .acknowledged || step.said > 0 ? step.at : step.stated))
        case .status(let status): .status(callsign: callsign, status: status)
        case .standing(let answer): .standing(callsign: callsign, answer: answer)
        case .escalate(let priority): .graded(.number(step.incident), type: "", priority: priority)
        case .backUp:
            .report(
                .number(step.incident),
                Report(
                    at: step.at, caller: callsign, words: BilingualText("requests back-up", "请求增援"), source: nil))
        }
    }

    /// True while radio does not carry what the crew says. A crew that has something to tell walks to a
    /// telephone after a while; one that has not been reached does not know that it should.
    private func isUnheard(_ plan: CrewPlan, _ step: CrewPlan.Step) -> Bool {
        guard setting.radio.isDead(at: plan.point(at: step.at), step.at) else { return false }
        switch step.saying {
        case .milestone(.acknowledged): return true
        default: return step.at - step.stated < Self.telephoneAfter
        }
    }

    /// The newest time up to now at which the unit reports; what lies between is passed over.
    private func newestReport(_ plan: CrewPlan, until now: Timestamp) -> Timestamp? {
        guard let first = plan.nextReport, first <= now else { return nil }
        let interval = interval(plan)
        let limit = plan.movement.map { min($0.end, now) } ?? now
        if first >= limit { return first }
        let count = (limit - first).milliseconds / interval.milliseconds
        let regular = first + Span(milliseconds: count * interval.milliseconds)
        return plan.movement.map { $0.end <= now ? $0.end : regular } ?? regular
    }

    private func schedule(_ plan: inout CrewPlan, after report: Timestamp) {
        guard let movement = plan.movement else {
            plan.nextReport = report + Self.standingInterval
            return
        }
        if report >= movement.end {
            plan.place = movement.to
            plan.movement = nil
            plan.nextReport = report + Self.standingInterval
        } else {
            plan.nextReport = min(report + interval(plan), movement.end)
        }
    }

    /// How often the unit reports its position.
    func interval(_ plan: CrewPlan) -> Span {
        if plan.movement == nil { return Self.standingInterval }
        return plan.isPatrolling ? Self.patrolInterval : Self.movingInterval
    }
}
