/// The short fixed words on the screen: the status strip's and the detail view's.
package enum Label: String, CaseIterable, Hashable, Sendable {
    /// Incidents without a unit.
    case waiting
    /// Incidents not closed.
    case open
    /// Units that can be sent.
    case free
    /// Alerts.
    case alerts
    /// Alerts nobody answered.
    case unanswered
    /// A source of observations.
    case feed
    /// Several sources.
    case feeds
    /// The journal.
    case journal
    /// The longest waiting.
    case oldest
    /// The clock.
    case clock
    /// The replay's speed.
    case speed
    /// Standing still on purpose.
    case paused
    /// The picture does not move, on purpose.
    case frozen
    /// Another console writes.
    case watching
    /// Response circles.
    case circles
    /// A circle with its unit at home.
    case covered
    /// A circle without its unit.
    case uncovered
    /// Reports of callers.
    case reports
    /// Notes.
    case notes
    /// What happened, in order.
    case timeline
    /// The units sent and their times.
    case assignments
    /// The ranked units.
    case recommended
    /// The set a response plan asks for.
    case plan
    /// Cross-referenced incidents.
    case linked
    /// Incidents that seem to be the same event.
    case duplicates
    /// Earlier incidents at the same place.
    case earlierHere
    /// How an incident ended.
    case disposition
    /// Where a unit is.
    case position
    /// Why a unit's newest position is not believed.
    case doubtful
    /// What a unit can do.
    case skills
    /// Why a unit has its status.
    case reason
    /// Who reported.
    case caller
    /// A unit's home beat.
    case homeBeat = "home-beat"
    /// When an incident came in.
    case received
    /// The words rows are chosen by.
    case filter
    /// The column rows are ordered by.
    case sortedBy = "sorted-by"
    /// Where a feed comes from.
    case origin
    /// How long a feed may be silent.
    case heartbeat
    /// The last message of a feed.
    case lastMessage = "last-message"
    /// What came of a feed's messages.
    case messages
    /// How fast a feed is.
    case pace
    /// The times that a feed states.
    case times
    /// What was lost of a feed.
    case losses
    /// Who mediates a dispute.
    case mediation
    /// Until when a mediation lasts.
    case due
}

extension Words {
    /// A fixed word on the screen.
    package func label(_ label: Label) -> String {
        switch label {
        case .waiting: pick("waiting", "待派")
        case .open: pick("open", "在办")
        case .free: pick("free", "可派")
        case .alerts: pick("alerts", "告警")
        case .unanswered: pick("unanswered", "未确认")
        case .feed: pick("feed", "数据源")
        case .feeds: pick("feeds", "数据源")
        case .journal: pick("journal", "日志")
        case .oldest: pick("oldest", "最久")
        case .clock: pick("clock", "时钟")
        case .speed: pick("speed", "倍速")
        case .paused: pick("PAUSED", "已暂停")
        case .frozen: pick("FROZEN", "已冻结")
        case .watching: pick("WATCHING ONLY", "仅观看")
        case .circles: pick("circles", "快反圈")
        case .covered: pick("covered", "已覆盖")
        case .uncovered: pick("OPEN", "空缺")
        case .reports: pick("Reports", "报警记录")
        case .notes: pick("Notes", "备注")
        case .timeline: pick("Timeline", "时间线")
        case .assignments: pick("Assignments", "派警记录")
        case .recommended: pick("Recommended", "推荐警力")
        case .plan: pick("plan", "预案")
        case .linked: pick("linked", "关联")
        case .duplicates: pick("The same event?", "是否同一警情？")
        case .earlierHere: pick("earlier here", "此前警情")
        case .disposition: pick("disposition", "处置结果")
        case .position: pick("position", "位置")
        case .doubtful: pick("doubtful", "定位存疑")
        case .skills: pick("skills", "技能")
        case .reason: pick("reason", "原因")
        case .caller: pick("caller", "报警人")
        case .homeBeat: pick("home beat", "所属巡区")
        case .received: pick("received", "接报")
        case .filter: pick("filter", "筛选")
        case .sortedBy: pick("by", "排序")
        case .origin: pick("from", "来自")
        case .heartbeat: pick("heartbeat", "心跳")
        case .lastMessage: pick("last", "最近")
        case .messages: pick("messages", "消息")
        case .pace: pick("pace", "速率")
        case .times: pick("times", "时间")
        case .losses: pick("losses", "损失")
        case .mediation: pick("mediation", "调解")
        case .due: pick("due", "期限")
        }
    }
}
