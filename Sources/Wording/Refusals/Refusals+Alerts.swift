import DispatchModel
import DispatchPolicy

extension Refusals {
    /// Why a command about an alert was refused and what to do instead.
    func alertRefusal(_ rejection: Rejection) -> Refusal {
        switch rejection {
        case .unknownAlert:
            Refusal(
                pick("The alert has ended and was answered", "该告警已结束并已确认"),
                pick("nothing needs to be done", "无需操作"))
        case .alertMoved:
            Refusal(
                pick("The alert has come on again or become more severe", "该告警再次出现或已升级"),
                pick("read it again and answer what it says now", "请重新查看后再操作"))
        case .alertAnswered:
            Refusal(
                pick("The alert was acknowledged already", "该告警已被确认"),
                pick("nothing needs to be done", "无需操作"))
        case .notLatched(_, let state): notLatched(state)
        case .alertHasIncident(_, let incident):
            Refusal(
                pick("The alert belongs to \(number(incident)) already", "该告警已关联 \(number(incident))"),
                pick("work on that incident", "请直接处理该警情"))
        default: hidingRefusal(rejection)
        }
    }

    private func hidingRefusal(_ rejection: Rejection) -> Refusal {
        switch rejection {
        case .alertHidden(_, let way):
            Refusal(
                pick("The alert is \(hiding(way))", "该告警已\(hiding(way))"),
                way == .suppressed
                    ? pick("it shows again when its rule no longer applies", "规则不再适用时会重新显示")
                    : pick("show it again first", "请先恢复显示"))
        case .alertNotHidden(_, let way):
            Refusal(
                pick("The alert is not \(hiding(way))", "该告警并未\(hiding(way))"),
                pick("nothing needs to be done", "无需操作"))
        case .hiddenByRule(_, let rule):
            Refusal(
                pick("The rule “\(rule)” hides this alert", "该告警由规则“\(rule)”抑制"),
                pick("change the rule in alerts.toml and reload", "请修改 alerts.toml 中的规则并重新载入"))
        case .shelfInPast:
            Refusal(
                pick("The end of the shelf lies in the past", "搁置的结束时间已过"),
                pick("choose a later time", "请选择更晚的时间"))
        case .shelfBeyondShift(_, let latest):
            Refusal(
                pick("A shelf ends with the shift at the latest", "搁置最晚到本班次结束"),
                pick("choose \(clockMinutes(latest)) or earlier", "请选择 \(clockMinutes(latest)) 或更早"))
        default: Refusal("")
        }
    }

    private func notLatched(_ state: AlertState) -> Refusal {
        let reason = pick(
            "Only an alert that has gone and was acknowledged can be reset; this one is \(self.state(state))",
            "只有已消失且已确认的锁存告警可以复位；该告警现为“\(self.state(state))”")
        return switch state {
        case .latchedUnacknowledged, .returnedUnacknowledged: Refusal(reason, pick("acknowledge it", "请先确认"))
        case .unacknowledged, .acknowledged:
            Refusal(reason, pick("its cause has to end first", "须待告警条件消失"))
        case .shelved, .suppressed, .outOfService: Refusal(reason, pick("show it again first", "请先恢复显示"))
        case .normal, .latchedAcknowledged: Refusal(reason, pick("look again and repeat the command", "请核对后重新下达"))
        }
    }
}
