import DispatchModel
import DispatchPolicy

/// What an alert says.
extension Words {
    /// What an alert says: `P1 waiting past 3:00`, `3A40 not heard for 4 min`. It says what was so when it came on; once it
    /// is over, that it was.
    package func alert(_ alert: Alert, on board: Board, now: Timestamp) -> String {
        let limit = duration(.seconds(alert.limit))
        let incident = alert.incident.flatMap { board.incidents[$0] }
        let unit = alert.unit.flatMap { board.units[$0] }
        let callsign = alert.unit.map { self.callsign($0, on: board) } ?? pick("a unit", "单元")
        switch alert.kind {
        case .waitingTooLong:
            guard let level = alert.priority.map(priority) else {
                return alert.active
                    ? pick("waiting past \(limit)", "待派超过 \(limit)") : pick("waited past \(limit)", "曾待派超过 \(limit)")
            }
            guard alert.active else { return pick("\(level) waited past \(limit)", "\(level)警情曾待派超过 \(limit)") }
            return pick("\(level) waiting past \(limit)", "\(level)警情待派超过 \(limit)")
        case .statusOverdue:
            guard let status = alert.status.map(status) else {
                return alert.active
                    ? pick("\(callsign) past \(limit) in its status", "\(callsign) 状态超过 \(limit)")
                    : pick("\(callsign) was overdue, past \(limit)", "\(callsign) 状态曾超过 \(limit)")
            }
            return alert.active
                ? pick("\(callsign) \(status) past \(limit)", "\(callsign) \(status)超过 \(limit)")
                : pick("\(callsign) was \(status) past \(limit)", "\(callsign) 曾\(status)超过 \(limit)")
        case .notHeard:
            let silent = length(unit.map { now - board.lastHeard(from: $0) } ?? now - alert.raised)
            guard alert.active else { return pick("\(callsign) was not heard", "\(callsign) 曾失联") }
            return pick("\(callsign) not heard for \(silent)", "\(callsign) 失联 \(silent)")
        case .emergency:
            return alert.active
                ? pick("\(callsign) officer emergency", "\(callsign) 紧急求助")
                : pick("\(callsign) called for help", "\(callsign) 曾紧急求助")
        case .planShort: return freed(callsign, unit?.kind, alert)
        case .holdEnded:
            return alert.active
                ? pick("hold ended, still waiting", "搁置到期，仍待派") : pick("hold had ended", "搁置曾到期")
        case .reported: return reported(alert, now)
        case .personnelCheck: return unanswered(callsign, alert)
        case .timer: return ringing(alert, on: board)
        case .disputeWarning, .disputeRouting, .disputeSettling, .mediationDue:
            return disputeAlert(alert, incident?.dispute, now: now)
        }
    }

    /// A unit that a response plan lacks came free.
    private func freed(_ callsign: String, _ kind: UnitKind?, _ alert: Alert) -> String {
        let name = kind.map { "\(callsign) (\(self.kind($0)))" } ?? callsign
        return alert.active
            ? pick("\(name) came free, plan is short", "\(name) 已空闲，预案缺员")
            : pick("\(name) had come free for a short plan", "\(name) 曾空闲，当时预案缺员")
    }

    /// A crew was not heard within its interval, or did not answer a roll call.
    private func unanswered(_ callsign: String, _ alert: Alert) -> String {
        guard alert.active else { return pick("\(callsign) had not answered", "\(callsign) 曾未应答") }
        guard alert.limit > 0 else { return pick("\(callsign) did not answer the roll call", "\(callsign) 点名未应答") }
        let silent = length(.seconds(alert.limit))
        return pick("\(callsign): no word for \(silent), call it", "\(callsign) 已\(silent)无应答，请呼叫")
    }

    /// What a timer was set for.
    private func ringing(_ alert: Alert, on board: Board) -> String {
        guard let text = alert.timer.flatMap(board.timer)?.text, !text.isEmpty else {
            return alert.active ? pick("timer rings", "计时到时") : pick("timer rang", "计时曾到时")
        }
        return alert.active ? pick("timer: \(text)", "计时提醒：\(text)") : pick("timer rang: \(text)", "计时曾到时：\(text)")
    }

    /// What a feed reports, with words before it that tell an exercise or a test from what is so, and what has ended by
    /// its sender's own word from what goes on.
    private func reported(_ alert: Alert, _ now: Timestamp) -> String {
        guard let reported = alert.reported else { return kind(alert.kind) }
        if let feed = reported.silentFeed { return silent(feed, alert, now) }
        if let feed = reported.refusedFeed { return refused(feed, reported, alert) }
        if let feed = reported.unreadFeed { return unread(feed, reported, alert) }
        if let name = reported.uncalled { return uncalled(name, reported, alert) }
        var marks = [standing(reported.standing)].filter { !$0.isEmpty }
        if let end = reported.end, end <= now {
            marks.append(pick("expired \(length(now - end)) ago", "\(length(now - end))前已过期"))
        } else if let expires = reported.expires, expires <= now {
            marks.append(pick("not renewed", "未续报"))
        }
        if reported.isUnlinked { marks.append(pick("update", "更新")) }
        let text = reported.text.isEmpty ? reported.source.id : reported.text
        guard !marks.isEmpty else { return text }
        return pick("[\(marks.joined(separator: ", "))] \(text)", "【\(marks.joined(separator: "，"))】\(text)")
    }

    /// A feed past its heartbeat deadline, with the time since it was last heard.
    private func silent(_ feed: String, _ alert: Alert, _ now: Timestamp) -> String {
        guard alert.active else { return pick("source \(feed) was stale", "数据源 \(feed) 曾失效") }
        let silence = length(now - alert.raised + .seconds(alert.limit))
        return pick("source \(feed) stale, silent for \(silence)", "数据源 \(feed) 失效，已静默\(silence)")
    }

    /// Messages of a feed that were not taken, with why the first was not.
    private func refused(_ feed: String, _ reported: ReportedAlert, _ alert: Alert) -> String {
        guard alert.active else { return pick("messages of \(feed) were refused", "数据源 \(feed) 的消息曾被拒收") }
        let reason = pick(reported.bilingualText.english, reported.bilingualText.chinese)
        return pick("\(feed): message refused: \(reason)", "\(feed)：消息被拒收：\(reason)")
    }

    /// A feed whose origin cannot be read, with why.
    private func unread(_ feed: String, _ reported: ReportedAlert, _ alert: Alert) -> String {
        guard alert.active else { return pick("source \(feed) could not be read", "数据源 \(feed) 曾无法读取") }
        let reason = pick(reported.bilingualText.english, reported.bilingualText.chinese)
        return pick("source \(feed) cannot be read: \(reason)", "数据源 \(feed) 无法读取：\(reason)")
    }

    /// A supervisor who could not be called.
    private func uncalled(_ name: String, _ reported: ReportedAlert, _ alert: Alert) -> String {
        guard alert.active else { return pick("\(name) could not be called for a while", "曾一度无法呼叫 \(name)") }
        let reason = pick(reported.bilingualText.english, reported.bilingualText.chinese)
        return pick("\(name) could not be called: \(reason)", "无法呼叫 \(name)：\(reason)")
    }
}

/// What an alert about a dispute says.
extension Words {
    /// What an alert about a dispute's deadline says: `warn by 19:40, 5 min left`; once it is over, that it was.
    func disputeAlert(_ alert: Alert, _ dispute: Dispute?, now: Timestamp) -> String {
        let what = alert.kind.disputeStep.map(stepDeadline) ?? pick("outcome of the mediation", "调解结果")
        guard alert.active else { return pick("\(what): was near", "\(what)：曾临近时限") }
        let by = alert.kind.disputeStep.map { dispute?[$0].by } ?? dispute?.mediation?.due
        guard let by else {
            return alert.severity == .high
                ? pick("\(what): passed", "\(what)：已超时限") : pick("\(what): near", "\(what)：临近时限")
        }
        return pick(
            "\(what) by \(deadline(by, now: now)), \(left(by, now: now))",
            "\(what)限 \(deadline(by, now: now))，\(left(by, now: now))")
    }

    /// What a step asks for, as the beginning of a line: `warn those concerned`.
    package func stepDeadline(_ step: DisputeStep) -> String {
        switch step {
        case .warned: pick("warn those concerned", "预警")
        case .routed: pick("route the dispute", "分流")
        case .settled: pick("settle the dispute", "化解")
        }
    }
}

/// What the scorecard says of the console's own alerts.
extension Words {
    /// How many alerts came on in a time.
    package func alerts(_ count: Int, from start: Timestamp, to end: Timestamp) -> String {
        let (from, to) = (dateAndClock(start), dateAndClock(end))
        return pick("\(count) alerts from \(from) to \(to)", "\(from) 至 \(to)，共 \(count) 条告警")
    }

    /// The heading of the sources.
    package var worstSources: String { pick("Sources with the most alerts", "告警最多的来源") }

    /// A source of the console's own alerts: what they are about, and whose they are where it is one thing's.
    package func alertSource(_ kind: AlertKind, of subject: String) -> String {
        subject.isEmpty ? self.kind(kind) : pick("\(self.kind(kind)): \(subject)", "\(self.kind(kind))：\(subject)")
    }
}

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
        pick(
            "\(count) unanswered not in the filter · \(key(.clearFilter))",
            "筛选之外有\(count)项未确认 · \(key(.clearFilter))")
    }

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

/// What the line of an officer's call for help says.
extension Words {
    /// What it is, before the callsign.
    package var emergencyMark: String { pick("EMERGENCY", "紧急求助") }

    /// Who is on the way to the officer, and how far the first of them has come.
    package func help(_ units: [UnitID], _ progress: IncidentProgress, on board: Board) -> String {
        guard !units.isEmpty else { return pick("NOBODY SENT", "尚未派增援") }
        let names = callsigns(Array(units.prefix(3)), on: board) + (units.count > 3 ? " +\(units.count - 3)" : "")
        return pick("\(names) \(self.progress(progress))", "\(names) \(self.progress(progress))")
    }

    /// What resolves a call of which only one half is left: the unit's status, or the open incident; nil while both are.
    package func callEnds(_ call: Emergency, on board: Board) -> String? {
        let callsign = callsign(call.unit, on: board)
        if call.incident == nil { return pick("AV \(callsign) ends it", "用 AV \(callsign) 结束") }
        guard !call.isUnitInDanger, let id = call.incident else { return nil }
        let status = board.units[call.unit].map { self.status($0.status) } ?? ""
        return pick(
            "\(callsign) is \(status) again: close \(number(id)) to end it",
            "\(callsign) 已\(status)，办结 \(number(id)) 即结束")
    }

    /// That a call for help is entered again by itself.
    package var callEnteredAgain: String { pick("entered again once recording is possible", "恢复记录后自动重新登记") }

    /// The same, and that it is so now where the board of an earlier time is shown, or that it could not be recorded.
    package func emergencyMark(isRecorded: Bool, isOfPresent: Bool) -> String {
        guard isRecorded else { return pick("NOT RECORDED: \(emergencyMark)", "未记录：\(emergencyMark)") }
        return isOfPresent ? pick("NOW: \(emergencyMark)", "当前\(emergencyMark)") : emergencyMark
    }

    /// Who called for help without a line of their own; the most urgent are named.
    package func moreCalls(_ callsigns: [String]) -> String {
        let names = callsigns.prefix(4).joined(separator: " ") + (callsigns.count > 4 ? " …" : "")
        return pick("+\(callsigns.count) MORE: \(names)", "另有\(callsigns.count)起：\(names)")
    }

    /// That nobody is on the way to an officer, where the key that goes to such a call has nothing better to go to.
    package func nobodySent(to callsign: String) -> String {
        pick("nobody is sent to \(callsign) yet", "尚未向 \(callsign) 派增援")
    }

    /// The keys that go to a call for help.
    package func goesThere(_ keys: [String]) -> String {
        pick("\(keys.joined(separator: " ")) goes there", "按 \(keys.joined(separator: " ")) 前往")
    }

    /// What the key that accepts does while the proposed callsign stands in the line that asks whose emergency it is.
    package func emergencyPreview(_ callsign: String) -> String {
        pick(
            "\(keycap(.accept)): \(callsign) calls for help · or type another callsign",
            "\(keycap(.accept))：\(callsign) 紧急求助 · 或输入其他呼号")
    }

    /// A held order of rows was let go because an officer called for help.
    package func emergencyThaws(_ callsign: String) -> String {
        pick("\(callsign) calls for help: the picture runs again", "\(callsign) 紧急求助：画面已恢复更新")
    }
}
