import DispatchModel
import DispatchPolicy

private let assignmentModes: [Mode] = [.dispatch, .units, .detail, .map]

extension Catalogue {
    /// Sending units to incidents.
    static let assignment: [CatalogueEntry] =
        [
            CatalogueEntry(
                .assign, .assignment, "Open the ranked units for this incident, or incidents for this unit",
                "打开推荐警力（或为该单元推荐警情）", in: assignmentModes
            )
            .keys(assignmentModes, "a").argument("[UNIT… INCIDENT]", "[单元… 警情]").hint(1, "assign", "派警")
            .verb("D", .units, .incident) { line throws(Stop) in try line.send(divert: false) }
            .form(
                "D UNIT… INCIDENT", "D 3A12 3A14 4821", "dispatch units; * sends the response plan", "派警；* 按预案派出"
            )
            .action("assign", "派警"),
            CatalogueEntry(
                .sendPlan, .assignment, "Send the whole response plan", "按预案派出全部警力", in: incidentModes + [.assign]
            )
            .keys(incidentModes, "r").keys(.assign, "p").argument("[INCIDENT]", "[警情]")
            .hint(2, "send plan", "按预案派"),
            CatalogueEntry(
                .withdraw, .assignment, "Withdraw a unit from its incident", "撤回已派单元", in: assignmentModes
            )
            .keys(.normal, "v w").argument("[UNIT]", "[单元]").alias("unassign")
            .verb("W", .unit, .text) { line throws(Stop) in try line.withdraw() }
            .form("W UNIT [REASON]", "W 3A12", "withdraw a unit from its incident", "撤回单元")
            .action("withdraw", "撤回")
            .orders(unit: { .withdraw($0, reason: "") }),
        ] + picks

    private static let picks: [CatalogueEntry] = [
        pick(.pick1, 1), pick(.pick2, 2), pick(.pick3, 3), pick(.pick4, 4), pick(.pick5, 5), pick(.pick6, 6),
        pick(.pick7, 7), pick(.pick8, 8), pick(.pick9, 9),
    ]

    private static func pick(_ name: CommandName, _ number: Int) -> CatalogueEntry {
        CatalogueEntry(
            name, .assignment, "Send the unit in row \(number) of the recommendation", "派出推荐列表第 \(number) 行的单元",
            in: [.assign]
        )
        .keys(.assign, "\(number)")
    }
}

private let incidentModes: [Mode] = [.dispatch, .detail, .map]
/// Where `+` and `-` are about the incident: on the map they are about the map.
private let priorityModes: [Mode] = [.dispatch, .detail]

extension Catalogue {
    /// What a dispatcher does with an incident. Each has a key of its own and one under the chord `e`.
    static let incident: [CatalogueEntry] = handling + joining + alike + disputes

    private static let handling: [CatalogueEntry] = [
        CatalogueEntry(.create, .incident, "Record a new incident", "新建警情", in: [.normal])
            .keys(.normal, "c", "e c").argument("[TYPE @PLACE PRIORITY > UNIT…]", "[类型 @地点 等级 > 单元…]")
            .alias("new").hint(10, "create", "新建").ordersByItself()
            .verb("N", .newIncident) { line throws(Stop) in try line.newOrNote() }
            .form(
                "N TYPE @PLACE [P1…P5] [b:BEAT] [> UNIT…] [\"TEXT\"]", "n robbery @mission st p1 > 3A12 3A14",
                "new incident; > * sends the response plan", "新建警情；> * 按预案派出"
            )
            .form(
                "N TYPE @PLACE [cb:NUMBER] [caller:NAME] [flat:FLAT] [via:WAY]",
                "n robbery @mission st cb:555-0100 caller:\"Ms Li\" flat:1203 via:phone",
                "with what is known of the caller", "并记录报警人信息"
            )
            .action("new incident", "新建警情"),
        CatalogueEntry(
            .triage, .incident, "Set the incident's type, priority and beat", "分流：设定类型、等级与巡区", in: incidentModes
        )
        .keys(incidentModes, "t").keys(.normal, "e t").argument("[INCIDENT]", "[警情]").hint(12, "triage", "分流")
        .verb("TR", .incident, words: []) { line throws(Stop) in try line.change(nil) }
        .form("TR INCIDENT", "TR 4821", "confirm type, priority, place and beat", "分流确认")
        .action("triage", "分流"),
        CatalogueEntry(.note, .incident, "Add a note to the incident", "为警情添加备注", in: incidentModes)
            .keys(incidentModes, "n").keys(.normal, "e n").argument("[INCIDENT] TEXT", "[警情] 文字").hint(14, "note", "备注")
            .verb("N", .newIncident) { line throws(Stop) in try line.newOrNote() }
            .form("N INCIDENT TEXT", "N 4821 two men, one armed", "note on an incident", "为警情添加备注")
            .action("note", "备注"),
        CatalogueEntry(
            .correctCaller, .incident, "Put right who reported the incident: number, name, flat, how it came in",
            "更正报警人：号码、姓名、户号、报警方式", in: incidentModes
        )
        .keys(.normal, "e p").argument("[INCIDENT] [REPORT] cb:NUMBER …", "[警情] [第几条] cb:号码 …").alias("caller")
        .verb("CB", .incident, .caller, words: ["correct-caller", "caller"]) { line throws(Stop) in
            try line.correctCaller()
        }
        .form(
            "CB INCIDENT [REPORT] cb:NUMBER caller:NAME flat:FLAT via:WAY", "CB 4821 cb:555-0101",
            "put right who made a report, the newest where none is named", "更正报警人；未指明第几条时为最新一条"
        )
        .action("put the caller right", "更正报警人"),
        CatalogueEntry(.raisePriority, .incident, "Raise the incident's priority by one", "警情等级上调一级", in: incidentModes)
            .keys(priorityModes, "+").keys(.normal, "e +").argument("[INCIDENT]", "[警情]"),
        CatalogueEntry(.lowerPriority, .incident, "Lower the incident's priority by one", "警情等级下调一级", in: incidentModes)
            .keys(priorityModes, "-").keys(.normal, "e -").argument("[INCIDENT]", "[警情]"),
        CatalogueEntry(
            .hold, .incident, "Hold the incident for a time, or release it", "搁置警情一段时间，或解除搁置", in: incidentModes
        )
        .keys(incidentModes, "H").keys(.normal, "e h").argument("[INCIDENT] MINUTES", "[警情] 分钟").hint(
            40, "hold", "搁置"
        )
        .verb("H", .incident, .duration, .text) { line throws(Stop) in try line.hold(release: false) }
        .form(
            "H INCIDENT 15m|until 14:05|open [REASON]", "H 4821 15m no unit", "hold, for a time or until released",
            "搁置一段时间，或直至解除"
        )
        .action("hold", "搁置"),
        CatalogueEntry(
            .closeIncident, .incident, "Close the incident with its disposition; its units come free",
            "以处置结果关闭警情，所派单元转为待命", in: incidentModes
        )
        .keys(incidentModes, "x").keys(.normal, "e x").argument("[INCIDENT] DISPOSITION", "[警情] 处置结果")
        .hint(42, "close out", "办结")
        .verb("CE", .incident, .disposition, words: ["close-incident", "close"]) { line throws(Stop) in
            try line.close()
        }
        .form("CE INCIDENT DISPOSITION", "CE 4821 UNFOUNDED", "close; its units come free", "办结警情，所派单元转为待命")
        .action("close incident", "办结警情"),
        CatalogueEntry(.reopen, .incident, "Reopen a closed incident", "重新打开已办结的警情", in: incidentModes)
            .keys(incidentModes, "R").keys(.normal, "e o").argument("[INCIDENT]", "[警情]")
            .verb("RO", .closedIncident, .text) { line throws(Stop) in try line.reopen() }
            .form("RO INCIDENT [REASON]", "RO 4821", "reopen a closed incident", "重新打开已解决警情")
            .action("reopen", "重新打开"),
    ]

    private static let joining: [CatalogueEntry] = [
        CatalogueEntry(
            .merge, .incident, "Merge a duplicate into the incident; every report is kept", "并入重复警情，保留全部报警记录",
            in: incidentModes + [.duplicates]
        )
        .keys(incidentModes, "m").keys(.normal, "e m").keys(.duplicates, "m").argument(
            "[INCIDENT] INCIDENT", "[警情] 警情"
        )
        .hint(44, "merge", "合并")
        .verb("M", .incident, .incident) { line throws(Stop) in try line.relate(merge: true) }
        .form("M INCIDENT INCIDENT", "M 4822 4821", "merge the first into the second", "将前者并入后者")
        .action("merge", "合并"),
        CatalogueEntry(
            .split, .incident, "Split a report off into an incident of its own", "将一条报警拆分为独立警情", in: incidentModes
        )
        .keys(.normal, "e s").argument("[INCIDENT]", "[警情]")
        .verb("SP", .incident, .reports) { line throws(Stop) in try line.split() }
        .form(
            "SP INCIDENT REPORT…", "SP 4821 2", "split reports off into a new incident, by their order",
            "将第几条报警拆分为新警情"
        )
        .action("split", "拆分"),
        CatalogueEntry(
            .crossReference, .incident, "Cross-reference two incidents without merging them", "关联两起警情但不合并",
            in: incidentModes + [.duplicates]
        )
        .keys(incidentModes, "X").keys(.normal, "e r").keys(.duplicates, "x").argument(
            "[INCIDENT] INCIDENT", "[警情] 警情"
        )
        .verb("X", .incident, .incident) { line throws(Stop) in try line.relate(merge: false) }
        .form("X INCIDENT INCIDENT", "X 4821 4822", "cross-reference two incidents", "关联两起警情")
        .action("cross-reference", "关联"),
    ]

    private static let alike: [CatalogueEntry] = [
        CatalogueEntry(
            .duplicates, .incident, "Compare the incident with those that seem to be the same event", "与疑似同一警情逐一比对",
            in: incidentModes
        )
        .keys(incidentModes, "~").keys(.normal, "e d").argument("[INCIDENT]", "[警情]").hint(46, "same?", "比对"),
        CatalogueEntry(
            .notSame, .incident, "Say that two incidents are two events", "确认两起警情并非同一事件", in: [.duplicates]
        )
        .keys(.duplicates, "n").argument("INCIDENT INCIDENT", "警情 警情")
        .action("not the same", "并非同一警情", of: "dismiss-duplicate"),
        CatalogueEntry(
            .joinReport, .incident, "Add what is being entered to the incident that is shown as the same event",
            "将正在录入的报警并入所示的同一警情", in: [.input]
        )
        .keys(.input, "ctrl-r"),
    ]

    /// The steps of a dispute, under the chord `D`.
    private static let disputes: [CatalogueEntry] = [
        CatalogueEntry(
            .gradeDispute, .incident, "Grade the incident as a dispute; its deadlines run from the first report",
            "定为纠纷等级，时限自首次接报起算", in: incidentModes
        )
        .keys(.normal, "D g").argument("[INCIDENT] red|orange|yellow|blue", "[警情] 红|橙|黄|蓝")
        .verb("GR", .incident, .grade) { line throws(Stop) in try line.gradeDispute() }
        .form(
            "GR INCIDENT red|orange|yellow|blue", "GR 4821 red",
            "a dispute's grade; its deadlines run from the first report", "纠纷定级；时限自首次接报起算"
        )
        .action("grade dispute", "纠纷定级", of: "grade-dispute"),
        CatalogueEntry(
            .disputeWarned, .incident, "Those concerned in the dispute were warned", "纠纷已预警", in: incidentModes
        )
        .keys(.normal, "D w").argument("[INCIDENT]", "[警情]").alias("warned")
        .verb("WN", .incident, words: ["warned"]) { line throws(Stop) in try line.advanceDispute(.warned) }
        .form("WN INCIDENT", "WN 4821", "those concerned in the dispute were warned", "纠纷已预警")
        .orders(incident: { .advanceDispute($0, .warned) }),
        CatalogueEntry(
            .disputeRouted, .incident, "The dispute went to whoever settles it", "纠纷已分流", in: incidentModes
        )
        .keys(.normal, "D r").argument("[INCIDENT]", "[警情]").alias("routed")
        .verb("RT", .incident, words: ["routed"]) { line throws(Stop) in try line.advanceDispute(.routed) }
        .form("RT INCIDENT", "RT 4821", "the dispute was routed to whoever settles it", "纠纷已分流")
        .orders(incident: { .advanceDispute($0, .routed) }),
        CatalogueEntry(.disputeSettled, .incident, "The dispute was settled", "纠纷已化解", in: incidentModes)
            .keys(.normal, "D s").argument("[INCIDENT]", "[警情]").alias("settled")
            .verb("SE", .incident, words: ["settled"]) { line throws(Stop) in try line.advanceDispute(.settled) }
            .form("SE INCIDENT", "SE 4821", "the dispute was settled", "纠纷已化解")
            .orders(incident: { .advanceDispute($0, .settled) }),
        CatalogueEntry(
            .mediate, .incident, "Hand the dispute over to mediation, with a due date", "移交调解并设定期限", in: incidentModes
        )
        .keys(.normal, "D m").argument("[INCIDENT] KIND [MEDIATOR] DUE", "[警情] 类别 [调解机构] 期限")
        .verb("MD", .incident, .mediation, .text) { line throws(Stop) in try line.mediate() }
        .form(
            "MD INCIDENT people|administrative|judicial [MEDIATOR] DUE", "MD 4821 people Hexie St committee 7d",
            "hand the dispute over to mediation; it stays on the board until its outcome is recorded",
            "移交调解；在记录结果前一直留在看板上"
        )
        .action("hand over to mediation", "移交调解"),
    ]
}

private let unitModes: [Mode] = [.units, .detail, .dispatch, .map]

extension Catalogue {
    /// What a dispatcher does with a unit, under the chord `v`.
    static let unit: [CatalogueEntry] = [
        CatalogueEntry(
            .emergency, .unit, "Officer emergency: a unit calls for help; live everywhere", "警员紧急求助（任何界面均有效）",
            in: [.always]
        )
        .keys(.always, "ctrl-e", "f12").argument("[UNIT]", "[单元]").hint(16, "emergency", "紧急求助")
        .verb("E", .unit) { line throws(Stop) in try line.emergency() }
        .form("E UNIT", "E 3A12", "officer emergency", "警员紧急求助")
        .action("officer emergency", "紧急求助"),
        status(.statusAvailable, "v a", "Unit available", "单元待命")
            .verb("AV", .units) { line throws(Stop) in try line.available() }
            .form("AV UNIT…", "AV 3A12", "unit available", "单元待命"),
        status(.statusAcknowledged, "v k", "Unit has acknowledged its assignment", "单元已签收")
            .verb("AK", .units) { line throws(Stop) in try line.advance(.acknowledged) }
            .form("AK UNIT… [@TIME]", "AK 3A12", "unit has acknowledged", "单元签收")
            .orders(unit: { .advance($0, .acknowledged, disposition: "") }),
        status(.statusEnRoute, "v e", "Unit en route", "单元赶赴现场")
            .verb("EN", .units) { line throws(Stop) in try line.advance(.enRoute) }
            .form("EN UNIT… [@TIME]", "EN 3A12", "unit en route", "单元出警赶赴")
            .orders(unit: { .advance($0, .enRoute, disposition: "") }),
        status(.statusOnScene, "v o", "Unit on scene", "单元到场")
            .verb("A", .units) { line throws(Stop) in try line.advance(.arrived) }
            .form("A UNIT… [@TIME]", "A 3A12 3A14", "unit arrived", "单元到场")
            .orders(unit: { .advance($0, .arrived, disposition: "") }),
        status(.statusTransporting, "v t", "Unit transporting", "单元押送中")
            .verb("T", .units) { line throws(Stop) in try line.transportOrTimer() }
            .form("T UNIT… [@TIME]", "T 3A12", "unit transporting", "单元押送")
            .orders(unit: { .advance($0, .transporting, disposition: "") }),
        status(.statusClear, "v c", "Unit clear of its incident", "单元处置完毕"),
        status(.statusOutOfService, "v x", "Unit out of service", "单元离岗")
            .verb("OOS", .unit, .text) { line throws(Stop) in try line.outOfService() }
            .form("OOS UNIT [REASON]", "OOS 3A12 refuel", "unit out of service", "单元离岗"),
        CatalogueEntry(.feedback, .unit, "Record the unit's feedback", "记录单元反馈", in: unitModes)
            .keys(.normal, "v f").argument("[UNIT] TEXT", "[单元] 文字")
            .verb("FB", .units, .text) { line throws(Stop) in try line.feedback() }
            .form("FB UNIT… [@TIME] [TEXT]", "FB 3A12 two in custody", "feedback from the scene", "现场反馈")
            .orders(unit: { .advance($0, .feedback, disposition: "") }),
        CatalogueEntry(
            .acceptStanding, .unit, "The unit goes to stand where it was asked to", "单元接受驻点建议", in: unitModes
        )
        .keys(.normal, "v y").argument("[UNIT]", "[单元]")
        .verb("SY", .unit) { line throws(Stop) in try line.answerStanding(.accepted) }
        .form("SY UNIT", "SY 3A12", "the unit goes to stand where it was asked to", "单元接受驻点建议")
        .action("accept the place", "接受驻点").orders(unit: { .answerStanding($0, .accepted) }),
        CatalogueEntry(
            .declineStanding, .unit, "The unit does not go where it was asked to stand", "单元谢绝驻点建议", in: unitModes
        )
        .keys(.normal, "v n").argument("[UNIT]", "[单元]")
        .verb("SN", .unit) { line throws(Stop) in try line.answerStanding(.declined) }
        .form("SN UNIT", "SN 3A12", "the unit does not go where it was asked to stand", "单元谢绝驻点建议")
        .action("decline the place", "谢绝驻点").orders(unit: { .answerStanding($0, .declined) }),
    ]

    private static func status(
        _ name: CommandName, _ chord: String, _ english: String, _ chinese: String
    ) -> CatalogueEntry {
        CatalogueEntry(name, .unit, english, chinese, in: unitModes).keys(.normal, chord).argument("[UNIT]", "[单元]")
    }
}

extension Catalogue {
    /// What is asked of crews, and timers.
    static let personnel: [CatalogueEntry] = [
        CatalogueEntry(
            .personnelCheck, .unit, "The crew was asked and is well (PAR); PAR on the line sets how often it is asked",
            "已询问单元，平安（人员清点）；命令 PAR 设定间隔", in: unitModes
        )
        .keys(.normal, "v p").argument("[UNIT] [20m|ok|off]", "[单元] [20m|ok|off]")
        .verb("PAR", .unit, .text, words: ["par"]) { line throws(Stop) in try line.check() }
        .form(
            "PAR UNIT…|INCIDENT [INTERVAL|ok|off]", "PAR 3A12 20m",
            "ask a crew, or all at an incident, in intervals; any word resets it, misses raise the emergency",
            "按间隔清点单元或警情到场警力；任何应答均重新计时，多次未应答即报紧急求助"
        )
        .action("personnel check", "人员清点", of: "answer-check").orders(unit: { .answerCheck([$0]) }),
        CatalogueEntry(
            .rollCall, .unit, "Roll call: every crew on duty, one key each", "电台点名：逐一呼叫在岗单元，一键一答", in: [.normal]
        )
        .keys(.normal, "v r").alias("rollcall", "点名").action("roll call", "电台点名", of: "call-roll").ordersByItself(),
        CatalogueEntry(.crewAnswers, .unit, "The crew answers the roll call", "该单元应答", in: [.rollCall])
            .keys(.rollCall, "space", "y").hint(1, "answers", "应答").looks(),
        CatalogueEntry(.crewSilent, .unit, "The crew does not answer", "该单元未应答", in: [.rollCall])
            .keys(.rollCall, "m", "n").hint(2, "no answer", "未应答").looks(),
        CatalogueEntry(.clearCrewAnswer, .unit, "Take back what was noted of the crew", "收回该单元的记录", in: [.rollCall])
            .keys(.rollCall, "backspace", "u").looks(),
        CatalogueEntry(
            .timers, .program, "Timers: what is to be thought of, the next first", "计时提醒列表，先到先列", in: [.normal]
        )
        .alias("提醒"),
        CatalogueEntry(.setTimer, .program, "Set a timer on a thing, or on none", "设定计时提醒", in: [.normal])
            .argument("TIME [#INCIDENT|UNIT] [TEXT]", "时间 [#警情|单元] [文字]").alias("timer")
            .verb("TM", .duration, .text, words: ["timer", "set-timer"]) { line throws(Stop) in try line.timer() }
            .form(
                "TM TIME [#INCIDENT|UNIT] [TEXT]", "TM 10m #4821 look in",
                "a timer: it rings as an alert, and answering that ends it", "计时提醒：到时告警，确认即结束"
            )
            .action("set timer", "设定提醒", of: "set-timer").ordersByItself(),
        CatalogueEntry(.endTimer, .program, "End the timer", "结束该提醒", in: [.timers])
            .keys(.timers, "x", "delete").hint(1, "end", "结束").action("end timer", "结束提醒").ordersByItself(),
    ]
}

extension CommandName {
    package static let personnelCheck = CommandName("personnel-check")
    package static let rollCall = CommandName("roll-call")
    package static let crewAnswers = CommandName("crew-answers")
    package static let crewSilent = CommandName("crew-silent")
    package static let clearCrewAnswer = CommandName("clear-crew-answer")
    package static let timers = CommandName("timers")
    package static let setTimer = CommandName("set-timer")
    package static let endTimer = CommandName("end-timer")
    package static let assign = CommandName("assign")
    package static let acceptStanding = CommandName("accept-standing")
    package static let declineStanding = CommandName("decline-standing")
    package static let withdraw = CommandName("withdraw")
    package static let sendPlan = CommandName("send-plan")
    package static let pick1 = CommandName("pick-1")
    package static let pick2 = CommandName("pick-2")
    package static let pick3 = CommandName("pick-3")
    package static let pick4 = CommandName("pick-4")
    package static let pick5 = CommandName("pick-5")
    package static let pick6 = CommandName("pick-6")
    package static let pick7 = CommandName("pick-7")
    package static let pick8 = CommandName("pick-8")
    package static let pick9 = CommandName("pick-9")
    package static let create = CommandName("create")
    package static let triage = CommandName("triage")
    package static let note = CommandName("note")
    package static let correctCaller = CommandName("correct-caller")
    package static let hold = CommandName("hold")
    package static let merge = CommandName("merge")
    package static let split = CommandName("split")
    package static let reopen = CommandName("reopen")
    package static let raisePriority = CommandName("raise-priority")
    package static let lowerPriority = CommandName("lower-priority")
    package static let crossReference = CommandName("cross-reference")
    package static let duplicates = CommandName("duplicates")
    package static let notSame = CommandName("not-same")
    package static let joinReport = CommandName("join-report")
    package static let closeIncident = CommandName("close-incident")
    package static let gradeDispute = CommandName("grade")
    package static let disputeWarned = CommandName("dispute-warned")
    package static let disputeRouted = CommandName("dispute-routed")
    package static let disputeSettled = CommandName("dispute-settled")
    package static let mediate = CommandName("mediate")
    package static let emergency = CommandName("emergency")
    package static let feedback = CommandName("feedback")
    package static let statusAvailable = CommandName("status-available")
    package static let statusAcknowledged = CommandName("status-acknowledged")
    package static let statusEnRoute = CommandName("status-en-route")
    package static let statusOnScene = CommandName("status-on-scene")
    package static let statusTransporting = CommandName("status-transporting")
    package static let statusClear = CommandName("status-clear")
    package static let statusOutOfService = CommandName("status-out-of-service")
}
