import DispatchModel

/// What an alert is about.
extension Vocabulary {
    /// What an alert is about: the incident, else the unit with its task.
    package func subject(of alert: Alert, on board: Board) -> String {
        if let id = alert.incident {
            guard let incident = board.incidents[id] else { return number(id) }
            return "\(number(id)) \(type(of: incident, on: board))"
        }
        if let reported = alert.reported {
            if let own = reported.ownFeed ?? reported.uncalled { return own }
            return reported.place.text.isEmpty ? reported.source.source : reported.place[language]
        }
        guard let id = alert.unit else { return "" }
        guard let unit = board.units[id] else { return callsign(id, on: board) }
        // What it does now is not what an alert that is over was about.
        if alert.active, let task = unit.incident { return "\(unit.callsign) \(number(task))" }
        return unit.homeBeat.isEmpty ? unit.callsign : "\(unit.callsign) \(unit.homeBeat)"
    }
}

/// What an alert is called.
extension Vocabulary {
    /// An alert in a sentence; one that has left the board has no name any more.
    func alertName(_ id: AlertID, _ board: Board) -> String {
        board.alerts[id].map { alertName($0, board) } ?? pick("an alert that is over", "一条已消除的告警")
    }

    /// An alert in a sentence: what its sender said, else its kind and what it is about.
    func alertName(_ alert: Alert, _ board: Board) -> String {
        if let reported = alert.reported { return reportedName(reported, alert, board) }
        if alert.kind == .emergency {
            let caller = alert.unit.map { callsign($0, on: board) + " " } ?? ""
            return caller + kind(alert.kind) + (alert.incident.map { " " + number($0) } ?? "")
        }
        // What has happened is told of the unit, not of what it is doing by now.
        let subject = alert.incident == nil ? alert.unit.map { callsign($0, on: board) } : nil
        return "\(kind(alert.kind)) \(subject ?? self.subject(of: alert, on: board))"
    }

    private func reportedName(_ reported: ReportedAlert, _ alert: Alert, _ board: Board) -> String {
        if let feed = reported.silentFeed { return pick("silence of \(feed)", "数据源 \(feed) 静默") }
        if let feed = reported.refusedFeed { return pick("refused messages of \(feed)", "数据源 \(feed) 消息被拒") }
        if let name = reported.uncalled { return pick("call to \(name)", "呼叫 \(name)") }
        let text = reported.text.isEmpty ? reported.source.id : reported.text
        let about = subject(of: alert, on: board)
        return about.isEmpty || about == reported.source.source ? text : pick("\(text), \(about)", "\(text)，\(about)")
    }
}

/// How an alert behaves and is hidden.
extension Vocabulary {
    /// In which way an alert is out of sight.
    package func hiding(_ way: AlertHidingWay) -> String {
        switch way {
        case .shelved: pick("shelved", "搁置")
        case .suppressed: pick("suppressed", "抑制")
        case .outOfService: pick("out of service", "停用")
        }
    }

    /// What brought an alert back into sight.
    package func cause(_ cause: AlertShowingCause) -> String {
        switch cause {
        case .ordered: pick("by order", "人工恢复")
        case .expired: pick("its time is over", "到期")
        case .conditionEnded: pick("the condition ended", "条件消失")
        case .severityRose: pick("it became more severe", "级别升高")
        case .ruleEnded: pick("the rule no longer hides it", "规则不再适用")
        }
    }

    /// How an alert comes and goes.
    package func conduct(_ conduct: AlertConduct) -> String {
        switch conduct {
        case .steady: pick("steady", "平稳")
        case .chattering: pick("chattering", "频繁触发")
        case .flapping: pick("flapping", "反复抖动")
        }
    }
}

/// The mode of the board, the state of an alert, and who did something.
extension Vocabulary {
    /// What the board shows, for the mark in the status strip.
    package func mode(_ mode: BoardMode) -> String {
        switch mode {
        case .live: pick("LIVE", "实况")
        case .replay: pick("REPLAY", "回放")
        case .exercise: pick("EXERCISE", "演练")
        }
    }

    /// How much an alert matters.
    package func severity(_ severity: AlertSeverity) -> String {
        switch severity {
        case .high: pick("high", "高")
        case .medium: pick("medium", "中")
        case .low: pick("low", "低")
        }
    }

    /// An alert's state.
    package func state(_ state: AlertState) -> String {
        switch state {
        case .normal: pick("normal", "正常")
        case .unacknowledged: pick("unanswered", "未确认")
        case .acknowledged: pick("acknowledged", "已确认")
        case .returnedUnacknowledged: pick("ended, unanswered", "已消失，未确认")
        case .latchedUnacknowledged: pick("latched, unanswered", "已锁定，未确认")
        case .latchedAcknowledged: pick("latched", "已锁定")
        case .shelved: pick("shelved", "已搁置")
        case .suppressed: pick("suppressed", "已抑制")
        case .outOfService: pick("out of service", "已停用")
        }
    }

    /// What an alert is about, without its subject.
    package func kind(_ kind: AlertKind) -> String {
        switch kind {
        case .waitingTooLong: pick("waiting too long", "待派超时")
        case .statusOverdue: pick("status overdue", "状态超时")
        case .notHeard: pick("not heard from", "失联")
        case .emergency: pick("officer emergency", "紧急求助")
        case .holdEnded: pick("hold ended", "搁置到期")
        case .reported: pick("reported by a feed", "数据源告警")
        case .disputeWarning: pick("dispute to be warned of", "纠纷预警时限")
        case .disputeRouting: pick("dispute to be routed", "纠纷分流时限")
        case .disputeSettling: pick("dispute to be settled", "纠纷化解时限")
        case .mediationDue: pick("mediation due", "调解到期")
        case .planShort: pick("unit free for a short plan", "预案缺员可补")
        case .personnelCheck: pick("crew did not answer", "人员未应答")
        case .timer: pick("timer", "计时提醒")
        }
    }

    /// Whether an alert from a feed is meant, in a word that stands before what it says; empty when it is.
    package func standing(_ standing: AlertStanding) -> String {
        switch standing {
        case .actual: ""
        case .exercise: pick("EXERCISE", "演练")
        case .test: pick("TEST", "测试")
        case .system: pick("SYSTEM", "系统消息")
        case .draft: pick("DRAFT", "草稿")
        }
    }

    /// A kind of actor.
    package func actorKind(_ kind: ActorKind) -> String {
        switch kind {
        case .system: pick("system", "系统")
        case .dispatcher: pick("dispatcher", "调度员")
        case .feed: pick("feed", "数据源")
        case .policy: pick("policy", "规则")
        case .crew: pick("crew", "警组")
        }
    }

    /// Who made an event: `dispatcher wl`, `feed cameras`, `policy`; a crew is called by its callsign alone.
    package func actor(_ actor: Actor) -> String {
        guard !actor.name.isEmpty else { return actorKind(actor.kind) }
        guard actor.kind != .crew else { return actor.name }
        return "\(actorKind(actor.kind)) \(actor.name)"
    }
}
