import DispatchModel

extension Words {
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
