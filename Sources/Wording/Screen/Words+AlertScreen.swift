import DispatchModel
import DispatchPolicy

/// What the alert pane and its forms say.
extension Words {
    /// The word for a state that is neither plainly on nor plainly answered; nil for those.
    package func stateWord(of alert: Alert) -> String? {
        switch alert.state {
        case .returnedUnacknowledged: pick("returned", "已恢复")
        case .latchedUnacknowledged, .latchedAcknowledged: pick("latched", "已锁定")
        case .shelved, .suppressed, .outOfService, .normal, .unacknowledged, .acknowledged: nil
        }
    }

    /// How an alert is hidden, until when and why.
    package func hidden(_ hiding: AlertHiding, now: Timestamp) -> String {
        let way = self.hiding(hiding.way)
        let reason = hiding.reason.isEmpty ? "" : pick(": \(hiding.reason)", "：\(hiding.reason)")
        guard let until = hiding.until else { return way + reason }
        let end = when(until, now: now)
        let once = hiding.once ? pick(" or its end", "或告警结束") : ""
        return pick("\(way) until \(end)\(once)\(reason)", "\(way)至 \(end)\(once)\(reason)")
    }

    /// How many alerts are out of sight, by the way: `2 shelved · 1 out of service`.
    package func hiddenSummary(_ hidden: [AlertHidingWay: Int]) -> String {
        AlertHidingWay.allCases.compactMap { way in
            hidden[way].map { pick("\($0) \(hiding(way))", "\(hiding(way))\($0)") }
        }.joined(separator: " · ")
    }

    /// How many alerts are out of sight in any way.
    package func hiddenCount(_ count: Int) -> String { pick("\(count) hidden", "隐藏\(count)") }

    /// What shows the alerts out of sight.
    package var showsHiddenHint: String { pick("\(key(.hiddenAlerts)) shows them", "按 \(key(.hiddenAlerts)) 查看") }

    /// What folds under an alert: `+41 (3 medium, 38 low)`.
    package func folded(_ group: AlertGroups.Row) -> String {
        var parts: [String] = []
        if group.medium > 0 { parts.append(pick("\(group.medium) medium", "中\(group.medium)")) }
        if group.low > 0 { parts.append(pick("\(group.low) low", "低\(group.low)")) }
        return foldedCount(group) + pick(" (\(list(parts)))", "（\(list(parts))）")
    }

    /// How many fold under an alert.
    package func foldedCount(_ group: AlertGroups.Row) -> String { "+\(grouped(group.folded.count))" }

    /// How often supervisors were called about an alert, in its row.
    package func escalated(_ level: Int64) -> String { pick("call \(level)", "升级\(level)") }

    /// How often supervisors were called about an alert.
    package func calledSupervisors(_ level: Int64) -> String {
        pick("nobody answered: supervisors called, level \(level)", "无人确认：已通知上级，第\(level)级")
    }

    /// What to do about an alert that comes and goes too often.
    package var offersShelf: String {
        pick("\(key(.shelveAlert)) shelves it for 30 min", "按 \(key(.shelveAlert)) 搁置30分钟")
    }

    /// A flood: how many came on lately, and since when it lasts.
    package func flood(_ count: Int, since: Timestamp, now: Timestamp) -> String {
        let (start, number) = (clockMinutes(since), grouped(count))
        return pick(
            "FLOOD since \(start): \(number) on the board came on in 10 min",
            "告警泛滥，自 \(start)：看板上 10 分钟内触发\(number)条")
    }

    /// A flood in the status strip.
    package var floodMark: String { pick("FLOOD", "告警泛滥") }

    /// What the list holds while it shows the alerts out of sight.
    package var hiddenListNote: String {
        pick("out of sight · \(key(.hiddenAlerts)) goes back", "隐藏的告警 · 按 \(key(.hiddenAlerts)) 返回")
    }

    /// The list of alerts out of sight is empty.
    package var noneHidden: String { pick("No alert is out of sight.", "没有隐藏的告警。") }

    /// The list now shows what is out of sight, or in sight again.
    package func showingHidden(_ shows: Bool) -> String {
        shows
            ? pick(
                "showing the alerts out of sight · \(key(.showAlert)) shows one again",
                "正在显示隐藏的告警 · 按 \(key(.showAlert)) 恢复显示")
            : pick("showing the alerts in sight", "正在显示可见的告警")
    }

    /// An alert that is not out of sight.
    package var notHidden: String { pick("the alert is in sight already", "该告警并未隐藏") }

    /// What stands before the incident that an alert is to be joined to.
    package func joinPrompt(_ alert: String) -> String { pick("Join “\(alert)” to incident: ", "将“\(alert)”归入警情：") }

    /// Unanswered alerts that the filter leaves out.
    package func unansweredOutside(_ count: Int) -> String {
        pick("\(count) unanswered not in the filter · F", "筛选之外有\(count)项未确认 · F")
    }

    // MARK: Forms

    /// The title of the form that shelves an alert.
    package func shelfTitle(_ alert: String) -> String { pick("Shelve: \(alert)", "搁置：\(alert)") }
    /// The title of the form that makes an incident of an alert.
    package func raiseTitle(_ alert: String) -> String { pick("New incident from: \(alert)", "告警转警情：\(alert)") }
    /// For how long an alert is shelved.
    package var shelfUntilLabel: String { pick("FOR", "时长") }
    /// Whether a shelf ends with its alert.
    package var shelfOnceLabel: String { pick("ONCE", "单次") }
    /// Why an alert is shelved.
    package var shelfReasonLabel: String { pick("REASON", "原因") }
    /// What may be typed for how long.
    package var shelfUntilHint: String {
        pick("15m, 30m, 1h, shift (its end), or a time such as 22:30", "15m、30m、1h、班末，或时刻如 22:30")
    }
    /// What may be typed for once.
    package var shelfOnceHint: String { pick("y: it also ends when the alert does", "y：告警结束时搁置也结束") }
    /// What may be typed as the reason.
    package var shelfReasonHint: String { pick("why; it stands in the journal", "搁置原因，将记入日志") }
    /// The words for the end of the shift, the one that is offered first.
    package var shiftEndWords: [String] { pick("shift,end of shift", "班末,本班结束").split(separator: ",").map(String.init) }
    /// The reason that is offered for an alert that comes and goes too often.
    package func flappingReason(_ conduct: AlertConduct) -> String { self.conduct(conduct) }
    /// What stands before the reason for taking an alert out of service.
    package func outOfServicePrompt(_ alert: String) -> String {
        pick("“\(alert)” out of service, because: ", "停用“\(alert)”，原因：")
    }
}
