import DispatchModel

/// The short fixed words on the screen: the status strip's and the detail view's.
package enum Label: String, CaseIterable, Hashable, Sendable {
    /// Incidents without a unit.
    case waiting
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
    /// Standing still on purpose.
    case paused
    /// The picture does not move, on purpose.
    case frozen
    /// Another console writes.
    case watching
    /// A circle with its unit at home.
    case covered
    /// A circle without its unit.
    case uncovered
    /// Reports of callers.
    case reports
    /// Who reported.
    case caller
    /// What happened, in order.
    case timeline
    /// The units sent and their times.
    case assignments
    /// The ranked units.
    case recommended
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
    /// A unit's home beat.
    case homeBeat = "home-beat"
    /// When an incident came in.
    case received
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

extension Label {
    /// The word.
    package var text: BilingualText {
        switch self {
        case .waiting: BilingualText("waiting", "待派")
        case .free: BilingualText("free", "可派")
        case .alerts: BilingualText("alerts", "告警")
        case .unanswered: BilingualText("unanswered", "未确认")
        case .feed: BilingualText("feed", "数据源")
        case .feeds: BilingualText("feeds", "数据源")
        case .paused: BilingualText("PAUSED", "已暂停")
        case .frozen: BilingualText("FROZEN", "已冻结")
        case .watching: BilingualText("WATCHING ONLY", "仅观看")
        case .covered: BilingualText("covered", "已覆盖")
        case .uncovered: BilingualText("OPEN", "空缺")
        case .reports: BilingualText("Reports", "报警记录")
        case .caller: BilingualText("caller", "报警人")
        case .timeline: BilingualText("Timeline", "时间线")
        case .assignments: BilingualText("Assignments", "派警记录")
        case .recommended: BilingualText("Recommended", "推荐警力")
        case .linked: BilingualText("linked", "关联")
        case .duplicates: BilingualText("The same event?", "是否同一警情？")
        case .earlierHere: BilingualText("earlier here", "此前警情")
        case .disposition: BilingualText("disposition", "处置结果")
        case .position: BilingualText("position", "位置")
        case .doubtful: BilingualText("doubtful", "定位存疑")
        case .skills: BilingualText("skills", "技能")
        case .reason: BilingualText("reason", "原因")
        case .homeBeat: BilingualText("home beat", "所属巡区")
        case .received: BilingualText("received", "接报")
        case .origin: BilingualText("from", "来自")
        case .heartbeat: BilingualText("heartbeat", "心跳")
        case .lastMessage: BilingualText("last", "最近")
        case .messages: BilingualText("messages", "消息")
        case .pace: BilingualText("pace", "速率")
        case .times: BilingualText("times", "时间")
        case .losses: BilingualText("losses", "损失")
        case .mediation: BilingualText("mediation", "调解")
        case .due: BilingualText("due", "期限")
        }
    }
}
