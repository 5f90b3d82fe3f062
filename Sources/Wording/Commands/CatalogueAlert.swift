private let pane: [Mode] = [.alerts]

extension Catalogue {
    /// Answering alerts, and what else is done with them.
    static let alert: [CatalogueEntry] = answering + hiding

    private static let answering: [CatalogueEntry] = [
        CatalogueEntry(.acknowledge, .alert, "Acknowledge the selected alert", "确认所选告警", in: pane)
            .keys(.alerts, "a", "space").hint(1, "acknowledge", "确认")
            .verb("ACK", .alert) { line throws(Stop) in try line.acknowledge() }
            .form("ACK INCIDENT|UNIT|!ALERT|*", "ACK 4821", "acknowledge alerts; * acknowledges all", "确认告警；* 确认全部")
            .action("acknowledge alert", "确认告警")
            .orders(alert: { .acknowledge($0.id, occurrence: $0.occurrence, severity: $0.severity) }),
        CatalogueEntry(.nextAlert, .alert, "Go to the next unanswered alert", "转到下一条未确认告警", in: [.normal])
            .keys(.normal, "!").hint(28, "next alert", "下一告警").looks(),
        CatalogueEntry(
            .openAlertSubject, .alert, "Open the incident or unit the alert is about, or unfold what follows from it",
            "打开告警所涉警情或单元，或展开其后续告警", in: pane
        )
        .keys(.alerts, "enter").hint(5, "open subject", "打开所涉").looks(),
        CatalogueEntry(
            .raiseIncident, .alert, "Make an incident of the alert; the two stay linked", "将告警转为警情并保持关联", in: pane
        )
        .keys(.alerts, "i").hint(6, "incident", "转警情")
        .action("incident from alert", "告警转警情"),
        CatalogueEntry(
            .joinAlert, .alert, "Join the alert to the selected or named incident", "将告警关联到所选或指定警情", in: pane
        )
        .keys(.alerts, "X").argument("[INCIDENT]", "[警情]").hint(11, "join", "关联")
        .action("join alert to incident", "告警关联警情"),
        CatalogueEntry(
            .resetAlert, .alert, "Reset a latched alert whose cause has gone", "复位已消失且已确认的锁定告警", in: pane
        )
        .keys(.alerts, "r").hint(13, "reset", "复位")
        .action("reset alert", "复位告警")
        .orders(alert: { .reset($0.id, occurrence: $0.occurrence) }),
    ]

    private static let hiding: [CatalogueEntry] = [
        CatalogueEntry(
            .shelveAlert, .alert, "Shelve the alert for a time, with a reason", "将告警搁置一段时间并说明原因", in: pane
        )
        .keys(.alerts, "H").argument("[TIME] [REASON]", "[时长] [原因]").hint(7, "shelve", "搁置")
        .action("shelve alert", "搁置告警"),
        CatalogueEntry(
            .alertOutOfService, .alert, "Take the alert out of service, with a reason", "停用告警并说明原因", in: pane
        )
        .keys(.alerts, "O").argument("[REASON]", "[原因]").hint(15, "take out", "停用")
        .action("take alert out of service", "停用告警", of: "take-alert-out-of-service"),
        CatalogueEntry(
            .showAlertAgain, .alert, "Show a shelved alert again, or one out of service", "恢复显示已搁置或停用的告警", in: pane
        )
        .keys(.alerts, "R").hint(17, "show again", "恢复显示")
        .action("show alert again", "恢复显示告警"),
        CatalogueEntry(
            .hiddenAlerts, .alert, "List the alerts out of sight, with reason and end, or those in sight again",
            "列出隐藏的告警及其原因与结束时间，或返回", in: pane
        )
        .keys(.alerts, "V").hint(19, "hidden", "隐藏").looks(),
    ]
}

extension Catalogue {
    /// Where messages come from, and those that could not be understood.
    static let feed: [CatalogueEntry] = [
        CatalogueEntry(
            .deadLetters, .feed, "List the messages that could not be understood", "列出未能理解的消息（死信）", in: [.normal]
        )
        .keys(.normal, "E").alias("dead"),
        CatalogueEntry(
            .resendLetter, .feed, "Send a dead letter to its feed again, after its cause was put right",
            "排除原因后将死信重新送入数据源", in: [.letters]
        )
        .keys(.letters, "r").argument("[NUMBER]", "[编号]").hint(2, "send again", "重送").ordersByItself(),
    ]
}

extension CommandName {
    package static let acknowledge = CommandName("acknowledge")
    package static let nextAlert = CommandName("next-alert")
    package static let openAlertSubject = CommandName("open-alert-subject")
    package static let raiseIncident = CommandName("raise-incident")
    package static let joinAlert = CommandName("join-alert")
    package static let resetAlert = CommandName("reset-alert")
    package static let shelveAlert = CommandName("shelve-alert")
    package static let alertOutOfService = CommandName("alert-out-of-service")
    package static let showAlertAgain = CommandName("show-alert")
    package static let hiddenAlerts = CommandName("hidden-alerts")
    package static let deadLetters = CommandName("dead-letters")
    package static let resendLetter = CommandName("resend-letter")
}
