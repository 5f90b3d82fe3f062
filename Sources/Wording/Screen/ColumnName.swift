import DispatchModel

/// The columns of the console's tables; the raw value is what `:sort` calls them.
package enum ColumnName: String, CaseIterable, Hashable, Sendable {
    /// An incident's priority.
    case priority
    /// How long an incident has been known.
    case age
    /// An incident's number.
    case number
    /// The state of an incident's handling.
    case stage
    /// An incident's type.
    case type
    /// Where it is.
    case place
    /// The beat.
    case beat
    /// The units assigned.
    case units
    /// How many reports came in.
    case reports
    /// When the first report came in.
    case received
    /// What the newest report says.
    case said
    /// A dispute's grade; sorted by, its next deadline.
    case grade
    /// A unit's callsign.
    case unit
    /// A unit's kind.
    case kind
    /// A unit's status.
    case status
    /// How long the unit has been in its status.
    case time
    /// How long ago the unit was heard.
    case heard
    /// What the unit is busy with.
    case task
    /// Where a unit waits.
    case dutyPoint = "duty-point"
    /// The state of a unit's response circle.
    case circle
    /// How much an alert matters.
    case severity
    /// What an alert says.
    case alert
    /// What an alert is about.
    case subject
    /// An alert's state.
    case state
    /// The place in a ranking.
    case rank
    /// Travel time.
    case travel
    /// How much alike two incidents are.
    case likeness
    /// How far apart two incidents are, or how far a unit is from the selected one.
    case distance
    /// Why a unit is recommended.
    case why
    /// What sending a unit leaves bare.
    case uncovers
    /// A feed's name.
    case feed
    /// Where a feed's bytes come from.
    case origin
    /// How long ago something last came.
    case last
    /// Messages a second.
    case rate
    /// How long messages are on their way.
    case lag
    /// How far a sender's clock is behind.
    case skew
    /// Troubles with an origin.
    case errors
    /// What was lost for good.
    case drops
    /// Messages that could not be understood.
    case deadLetters = "dead-letters"
    /// Messages that came before.
    case repetitions
    /// What is measured.
    case figure
    /// How much it is.
    case value
    /// How much it may be.
    case limit
    /// What it is worth.
    case verdict
}

extension ColumnName {
    /// Its name in an English sentence: `duty point`.
    var inWords: String { rawValue.replacing("-", with: " ") }

    /// The header of the column.
    package var header: BilingualText {
        switch self {
        case .priority: BilingualText("PRI", "等级")
        case .age: BilingualText("AGE", "时长")
        case .number: BilingualText("NO.", "编号")
        case .stage: BilingualText("STAGE", "阶段")
        case .type: BilingualText("TYPE", "类型")
        case .place: BilingualText("PLACE", "地点")
        case .beat: BilingualText("BEAT", "巡区")
        case .units: BilingualText("UNITS", "警力")
        case .reports: BilingualText("REPORTS", "报警")
        case .received: BilingualText("RECEIVED", "接报")
        case .said: BilingualText("CALLER SAYS", "报警内容")
        case .grade: BilingualText("DISPUTE", "纠纷")
        case .unit: BilingualText("UNIT", "单元")
        case .kind: BilingualText("KIND", "类别")
        case .status: BilingualText("STATUS", "状态")
        case .time: BilingualText("TIME", "历时")
        case .heard: BilingualText("HEARD", "信号")
        case .task: BilingualText("TASK", "任务")
        case .dutyPoint: BilingualText("DUTY POINT", "值守点")
        case .circle: BilingualText("CIRCLE", "快反圈")
        case .severity: BilingualText("SEV", "级别")
        case .alert: BilingualText("ALERT", "告警")
        case .subject: BilingualText("SUBJECT", "对象")
        case .state: BilingualText("STATE", "状态")
        case .rank: BilingualText("NO.", "序号")
        case .travel: BilingualText("TRAVEL", "行程")
        case .likeness: BilingualText("ALIKE", "相似度")
        case .distance: BilingualText("AWAY", "相距")
        case .why: BilingualText("WHY", "理由")
        case .uncovers: BilingualText("UNCOVERS", "空出")
        case .feed: BilingualText("FEED", "数据源")
        case .origin: BilingualText("FROM", "来自")
        case .last: BilingualText("LAST", "最近")
        case .rate: BilingualText("MSG/S", "条/秒")
        case .lag: BilingualText("LAG", "延迟")
        case .skew: BilingualText("CLOCK", "时差")
        case .errors: BilingualText("ERRORS", "故障")
        case .drops: BilingualText("LOST", "丢失")
        case .deadLetters: BilingualText("DEAD", "死信")
        case .repetitions: BilingualText("REPEATS", "重复")
        case .figure: BilingualText("FIGURE", "指标")
        case .value: BilingualText("VALUE", "数值")
        case .limit: BilingualText("LIMIT", "限值")
        case .verdict: BilingualText("VERDICT", "评定")
        }
    }
}
