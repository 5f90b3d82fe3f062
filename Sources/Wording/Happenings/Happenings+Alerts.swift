import DispatchModel

extension Happenings {
    /// The line that tells how an alert is dealt with, beyond coming on, being answered and ending.
    func alertConductHappening(_ body: EventBody, _ board: Board, _ viewpoint: Viewpoint) -> String {
        switch body {
        case .alertReset(let event):
            return pick("reset \(alertName(event.alert, board))", "复位告警：\(alertName(event.alert, board))")
        case .alertHidden(let event): return hidden(event, board)
        case .alertShown(let event):
            let (name, cause) = (alertName(event.alert, board), cause(event.cause))
            return pick(
                "no longer \(hiding(event.way)) (\(cause)): \(name)", "结束\(hiding(event.way))（\(cause)）：\(name)")
        case .alertEscalated(let event):
            let name = alertName(event.alert, board)
            return pick("unanswered, call \(event.level): \(name)", "无人确认，第\(event.level)次升级：\(name)")
        case .alertConductChanged(let event):
            let (name, conduct) = (alertName(event.alert, board), conduct(event.conduct))
            return pick("alert now \(conduct): \(name)", "告警现为\(conduct)：\(name)")
        case .alertLinked(let event):
            let name = alertName(event.alert, board)
            return told(event.incident, viewpoint, pick("alert joined: \(name)", "关联告警：\(name)")) {
                pick("alert joined to \($0): \(name)", "告警关联 \($0)：\(name)")
            }
        case .floodChanged(let event):
            return event.isFlood
                ? pick("alert flood: \(event.count) in 10 min", "告警泛滥：10 分钟 \(event.count) 条")
                : pick("alert flood over: \(event.count) in 10 min", "告警泛滥结束：10 分钟 \(event.count) 条")
        default: return ""
        }
    }

    private func hidden(_ event: AlertHidden, _ board: Board) -> String {
        let (name, way) = (alertName(event.alert, board), hiding(event.hiding.way))
        let reason = event.hiding.reason.isEmpty ? "" : pick(" (\(event.hiding.reason))", "（\(event.hiding.reason)）")
        guard let until = event.hiding.until else { return pick("\(way)\(reason): \(name)", "\(way)\(reason)：\(name)") }
        return pick(
            "\(way) until \(clockMinutes(until))\(reason): \(name)", "\(way)至 \(clockMinutes(until))\(reason)：\(name)")
    }

    /// The line that tells what is thought of two incidents.
    func duplicateHappening(_ body: EventBody, _ viewpoint: Viewpoint) -> String {
        switch body {
        case .duplicateProposed(let event):
            let other = number(event.proposal.other)
            let percent = "\(event.proposal.likeness) %"
            return told(
                event.incident, viewpoint, pick("may be \(other) (\(percent))", "疑与 \(other) 重复（\(percent)）")
            ) { pick("\($0) may be \(other) (\(percent))", "\($0) 疑与 \(other) 重复（\(percent)）") }
        case .duplicateDismissed(let event):
            let other = number(event.with)
            return told(event.incident, viewpoint, pick("is not \(other)", "与 \(other) 并非同一警情")) {
                pick("\($0) is not \(other)", "\($0) 与 \(other) 并非同一警情")
            }
        default: return ""
        }
    }

    /// The line that tells what happens to a dispute.
    func disputeHappening(_ body: EventBody, _ viewpoint: Viewpoint) -> String {
        switch body {
        case .disputeGraded(let event):
            let grade = grade(event.grade)
            return told(event.incident, viewpoint, pick("dispute graded \(grade)", "纠纷定为\(grade)")) {
                pick("\($0) is a dispute, graded \(grade)", "\($0) 为纠纷，定为\(grade)")
            }
        case .disputeAdvanced(let event):
            let step = done(event.step)
            return told(event.incident, viewpoint, pick("dispute \(step)", "纠纷\(step)")) {
                pick("dispute \($0) \(step)", "\($0) 纠纷\(step)")
            }
        case .mediationBegun(let event):
            let kind = mediation(event.mediation.kind)
            let due = "\(date(event.mediation.due)) \(clockMinutes(event.mediation.due))"
            return told(event.incident, viewpoint, pick("handed over to \(kind), due \(due)", "移交\(kind)，期限 \(due)")) {
                pick("\($0) handed over to \(kind), due \(due)", "\($0) 移交\(kind)，期限 \(due)")
            }
        default: return ""
        }
    }
}
