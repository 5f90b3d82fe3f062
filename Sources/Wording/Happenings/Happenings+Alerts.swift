import DispatchModel

extension Happenings {
    func tell(_ event: AlertReset, _ board: Board, _ viewpoint: Viewpoint) -> String {
        pick("reset \(alertName(event.alert, board))", "复位告警：\(alertName(event.alert, board))")
    }

    func tell(_ event: AlertHidden, _ board: Board, _ viewpoint: Viewpoint) -> String {
        hidden(event, board)
    }

    func tell(_ event: AlertShown, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let (name, cause) = (alertName(event.alert, board), cause(event.cause))
        return pick(
            "no longer \(hiding(event.way)) (\(cause)): \(name)", "结束\(hiding(event.way))（\(cause)）：\(name)")
    }

    func tell(_ event: AlertEscalated, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let name = alertName(event.alert, board)
        return pick("unanswered, call \(event.level): \(name)", "无人确认，第\(event.level)次升级：\(name)")
    }

    func tell(_ event: AlertConductChanged, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let (name, conduct) = (alertName(event.alert, board), conduct(event.conduct))
        return pick("alert now \(conduct): \(name)", "告警现为\(conduct)：\(name)")
    }

    func tell(_ event: AlertLinked, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let name = alertName(event.alert, board)
        return told(event.incident, viewpoint, pick("alert joined: \(name)", "关联告警：\(name)")) {
            pick("alert joined to \($0): \(name)", "告警关联 \($0)：\(name)")
        }
    }

    func tell(_ event: FloodChanged, _ board: Board, _ viewpoint: Viewpoint) -> String {
        event.isFlood
            ? pick("alert flood: \(event.count) in 10 min", "告警泛滥：10 分钟 \(event.count) 条")
            : pick("alert flood over: \(event.count) in 10 min", "告警泛滥结束：10 分钟 \(event.count) 条")
    }

    private func hidden(_ event: AlertHidden, _ board: Board) -> String {
        let (name, way) = (alertName(event.alert, board), hiding(event.hiding.way))
        let reason = event.hiding.reason.isEmpty ? "" : pick(" (\(event.hiding.reason))", "（\(event.hiding.reason)）")
        guard let until = event.hiding.until else { return pick("\(way)\(reason): \(name)", "\(way)\(reason)：\(name)") }
        return pick(
            "\(way) until \(clockMinutes(until))\(reason): \(name)", "\(way)至 \(clockMinutes(until))\(reason)：\(name)")
    }

    func tell(_ event: DuplicateProposed, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let other = number(event.proposal.other)
        let percent = "\(event.proposal.likeness) %"
        return told(
            event.incident, viewpoint, pick("may be \(other) (\(percent))", "疑与 \(other) 重复（\(percent)）")
        ) { pick("\($0) may be \(other) (\(percent))", "\($0) 疑与 \(other) 重复（\(percent)）") }
    }

    func tell(_ event: DuplicateDismissed, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let other = number(event.with)
        return told(event.incident, viewpoint, pick("is not \(other)", "与 \(other) 并非同一警情")) {
            pick("\($0) is not \(other)", "\($0) 与 \(other) 并非同一警情")
        }
    }

    func tell(_ event: DisputeGraded, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let grade = grade(event.grade)
        return told(event.incident, viewpoint, pick("dispute graded \(grade)", "纠纷定为\(grade)")) {
            pick("\($0) is a dispute, graded \(grade)", "\($0) 为纠纷，定为\(grade)")
        }
    }

    func tell(_ event: DisputeAdvanced, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let step = done(event.step)
        return told(event.incident, viewpoint, pick("dispute \(step)", "纠纷\(step)")) {
            pick("dispute \($0) \(step)", "\($0) 纠纷\(step)")
        }
    }

    func tell(_ event: MediationBegun, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let kind = mediation(event.mediation.kind)
        let due = "\(date(event.mediation.due)) \(clockMinutes(event.mediation.due))"
        return told(event.incident, viewpoint, pick("handed over to \(kind), due \(due)", "移交\(kind)，期限 \(due)")) {
            pick("\($0) handed over to \(kind), due \(due)", "\($0) 移交\(kind)，期限 \(due)")
        }
    }
}
