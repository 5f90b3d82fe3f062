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
    /// When something happened.
    case clock
    /// Who did something.
    case actor
    /// What happened.
    case event
    /// The place in a ranking.
    case rank
    /// Travel time.
    case travel
    /// How much alike two incidents are.
    case likeness
    /// How far apart two incidents are.
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

extension Words {
    /// A column's header.
    package func header(_ column: ColumnName) -> String {
        switch column {
        case .priority: pick("PRI", "等级")
        case .age: pick("AGE", "时长")
        case .number: pick("NO.", "编号")
        case .stage: pick("STAGE", "阶段")
        case .type: pick("TYPE", "类型")
        case .place: pick("PLACE", "地点")
        case .beat: pick("BEAT", "巡区")
        case .units: pick("UNITS", "警力")
        case .reports: pick("REPORTS", "报警")
        case .received: pick("RECEIVED", "接报")
        case .grade: pick("DISPUTE", "纠纷")
        case .unit: pick("UNIT", "单元")
        case .kind: pick("KIND", "类别")
        case .status: pick("STATUS", "状态")
        case .time: pick("TIME", "历时")
        case .heard: pick("HEARD", "信号")
        case .task: pick("TASK", "任务")
        case .dutyPoint: pick("DUTY POINT", "值守点")
        case .circle: pick("CIRCLE", "快反圈")
        case .severity: pick("SEV", "级别")
        case .alert: pick("ALERT", "告警")
        case .subject: pick("SUBJECT", "对象")
        case .state: pick("STATE", "状态")
        case .clock: pick("CLOCK", "时刻")
        case .actor: pick("BY", "人员")
        case .event: pick("EVENT", "事件")
        case .rank: pick("NO.", "序号")
        case .travel: pick("TRAVEL", "行程")
        case .likeness: pick("ALIKE", "相似度")
        case .distance: pick("APART", "相距")
        case .why: pick("WHY", "理由")
        case .uncovers: pick("UNCOVERS", "空出")
        case .feed, .origin, .last, .rate, .lag, .skew, .errors, .drops, .deadLetters, .repetitions:
            feedHeader(column)
        case .figure: pick("FIGURE", "指标")
        case .value: pick("VALUE", "数值")
        case .limit: pick("LIMIT", "限值")
        case .verdict: pick("VERDICT", "评定")
        }
    }

    private func feedHeader(_ column: ColumnName) -> String {
        switch column {
        case .feed: pick("FEED", "数据源")
        case .origin: pick("FROM", "来自")
        case .last: pick("LAST", "最近")
        case .rate: pick("MSG/S", "条/秒")
        case .lag: pick("LAG", "延迟")
        case .skew: pick("CLOCK", "时差")
        case .errors: pick("ERRORS", "故障")
        case .drops: pick("LOST", "丢失")
        case .deadLetters: pick("DEAD", "死信")
        case .repetitions: pick("REPEATS", "重复")
        default: ""
        }
    }
}
