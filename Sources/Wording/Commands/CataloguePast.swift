private let panes: [Mode] = [.normal]

extension Catalogue {
    /// Looking back: the board as it stood before. Every key also stands under the chord `b`, which lists them.
    static let past: [CatalogueEntry] = [
        CatalogueEntry(
            .asof, .past, "Show the whole board as it stood at a time or event", "显示某一时刻或事件时的整个看板", in: panes
        )
        .keys(.normal, "@", "b @").argument("TIME|-SPAN|#EVENT", "时刻|-时长|#事件").hint(72, "look back", "回看"),
        CatalogueEntry(.backToNow, .past, "Leave the past: show the present again", "离开历史，返回当前", in: panes)
            .keys(.normal, "=", "b =").alias("now").hint(91, "now", "返回当前"),
        CatalogueEntry(.backMinute, .past, "Back by a minute", "后退1分钟", in: panes)
            .keys(.normal, "<", "b <").hint(92, "-1 min", "-1分"),
        CatalogueEntry(.forwardMinute, .past, "Forward by a minute", "前进1分钟", in: panes)
            .keys(.normal, ">", "b >").hint(93, "+1 min", "+1分"),
        CatalogueEntry(.backTenMinutes, .past, "Back by ten minutes", "后退10分钟", in: panes).keys(.normal, "{", "b {"),
        CatalogueEntry(.forwardTenMinutes, .past, "Forward by ten minutes", "前进10分钟", in: panes)
            .keys(.normal, "}", "b }"),
        CatalogueEntry(.backHour, .past, "Back by an hour", "后退1小时", in: panes).keys(.normal, "(", "b ("),
        CatalogueEntry(.forwardHour, .past, "Forward by an hour", "前进1小时", in: panes).keys(.normal, ")", "b )"),
        CatalogueEntry(.previousEvent, .past, "Back to before the last event", "退回上一事件", in: panes)
            .keys(.normal, "K", "b k").hint(94, "event back", "上一事件"),
        CatalogueEntry(.nextEvent, .past, "Forward by an event", "前进到下一事件", in: panes)
            .keys(.normal, "J", "b j").hint(95, "next event", "下一事件"),
        CatalogueEntry(
            .previousOwnEvent, .past, "Back to the previous event of the selected incident or unit", "退到所选警情或单元的上一事件",
            in: panes
        ).keys(.normal, "B", "b b"),
        CatalogueEntry(
            .nextOwnEvent, .past, "Forward to the next event of the selected incident or unit", "前进到所选警情或单元的下一事件",
            in: panes
        ).keys(.normal, "W", "b w"),
        CatalogueEntry(.firstEvent, .past, "Back to where the journal begins", "退到日志开头", in: panes)
            .keys(.normal, "0", "b 0"),
        CatalogueEntry(.lastEvent, .past, "Forward to the newest event", "前进到最新事件", in: panes)
            .keys(.normal, "$", "b $"),
    ]
}
