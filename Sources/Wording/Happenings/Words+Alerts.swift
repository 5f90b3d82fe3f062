import DispatchModel

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

    /// What an alert is about: the incident, else the unit with its task.
    package func subject(of alert: Alert, on board: Board) -> String {
        if let id = alert.incident {
            guard let incident = board.incidents[id] else { return number(id) }
            return "\(number(id)) \(type(of: incident, on: board))"
        }
        if let reported = alert.reported {
            if let own = reported.ownFeed ?? reported.uncalled { return own }
            return reported.place.text.isEmpty ? reported.source.source : reported.place.text
        }
        guard let id = alert.unit else { return "" }
        guard let unit = board.units[id] else { return callsign(id, on: board) }
        // What it does now is not what an alert that is over was about.
        if alert.active, let task = unit.incident { return "\(unit.callsign) \(number(task))" }
        return unit.homeBeat.isEmpty ? unit.callsign : "\(unit.callsign) \(unit.homeBeat)"
    }
}
