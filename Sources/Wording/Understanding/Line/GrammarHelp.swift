import DispatchModel

/// The command line's verbs as help, README and the man page show them.
package struct GrammarHelp: Hashable, Sendable {
    /// The verb.
    package var verb: Verb
    /// How it is written: capitals after the verb stand for something, what is in brackets may be left out, … repeats.
    package var form: String
    /// A line that works.
    package var example: String
    /// What it does, in English.
    package var english: String
    /// What it does, in Chinese.
    package var chinese: String

    init(_ verb: Verb, _ form: String, _ example: String, _ english: String, _ chinese: String) {
        self.verb = verb
        self.form = form
        self.example = example
        self.english = english
        self.chinese = chinese
    }

    /// How it is written, with the words for what has to be put in, in a language.
    package func form(in language: Language) -> String {
        guard language == .chinese else { return form }
        return GrammarHelp.placeholders.reduce(form) { $0.replacing($1.english, with: $1.chinese) }
    }

    private static let placeholders: [(english: String, chinese: String)] = [
        ("DISPOSITION", "处置结果"), ("MEDIATOR", "调解机构"), ("DUE", "期限"), ("INCIDENT", "警情"), ("REASON", "原因"),
        ("STATUS", "状态"), ("REPORT", "报警序号"),
        ("PLACE", "地点"), ("ALERT", "告警号"), ("BEAT", "巡区"), ("TYPE", "类型"), ("TEXT", "文字"), ("UNIT", "单元"),
    ]

    /// What it does, in a language.
    package func text(in language: Language) -> String {
        language == .english ? english : chinese
    }

    /// Every form there is, in the order help shows them.
    package static let all: [GrammarHelp] = units + incidents + disputes + relations

    /// The forms of a verb.
    package static func forms(of verb: Verb) -> [GrammarHelp] { all.filter { $0.verb == verb } }

    /// What holds for every line, in a language.
    package static func rules(in language: Language) -> [String] {
        let words = Words(language)
        return [
            words.pick(
                "Verbs may be typed in any case; after a verb, dots separate like blanks: D.3A12.4821",
                "动词不分大小写；动词后可用点代替空格：D.3A12.4821"),
            words.pick(". stands for the selected incident or unit", ". 表示当前选中的警情或单元"),
            words.pick("* stands for the response plan's units", "* 表示预案所需警力"),
            words.pick(
                "What could mean several things is asked, never guessed; text in quotes is taken as typed",
                "有歧义时会询问，从不猜测；引号中的文字按原样录入"),
            words.pick(
                "N followed by an incident's number (or .) is a note, otherwise a new incident",
                "N 后接警情编号（或 .）为备注，否则为新建警情"),
        ]
    }

    private static let units: [GrammarHelp] = [
        GrammarHelp(
            .dispatch, "D UNIT… INCIDENT", "D 3A12 3A14 4821", "dispatch units; * sends the response plan",
            "派警；* 按预案派出"),
        GrammarHelp(
            .divert, "DV UNIT… INCIDENT", "DV 3A07 4821", "divert units that are busy elsewhere", "改派正在处置其他警情的单元"),
        GrammarHelp(.acknowledged, "AK UNIT…", "AK 3A12", "unit has acknowledged", "单元签收"),
        GrammarHelp(.enRoute, "EN UNIT…", "EN 3A12", "unit en route", "单元出警赶赴"),
        GrammarHelp(.arrived, "A UNIT…", "A 3A12 3A14", "unit arrived", "单元到场"),
        GrammarHelp(.feedback, "FB UNIT… [TEXT]", "FB 3A12 two in custody", "feedback from the scene", "现场反馈"),
        GrammarHelp(.transporting, "T UNIT…", "T 3A12", "unit transporting", "单元押送"),
        GrammarHelp(.atDestination, "TD UNIT…", "TD 3A12", "unit at its destination", "单元送达"),
        GrammarHelp(
            .clearUnit, "CU UNIT… [DISPOSITION]", "CU 3A12 REPORT",
            "unit clear; with a disposition the last unit closes the incident", "单元处置完毕；附处置结果时，最后一个单元办结警情"),
        GrammarHelp(.withdraw, "W UNIT [REASON]", "W 3A12", "withdraw a unit from its incident", "撤回单元"),
        GrammarHelp(.outOfService, "OOS UNIT [REASON]", "OOS 3A12 refuel", "unit out of service", "单元离岗"),
        GrammarHelp(.available, "AV UNIT…", "AV 3A12", "unit available", "单元待命"),
        GrammarHelp(
            .status, "ST UNIT STATUS [REASON]", "ST 3A12 clear radio failed",
            "set a status; what the rules do not allow needs a reason", "设定状态；规则不允许时须注明原因"),
        GrammarHelp(.emergency, "E UNIT", "E 3A12", "officer emergency", "警员紧急求助"),
    ]

    private static let incidents: [GrammarHelp] = [
        GrammarHelp(
            .new, "N TYPE @PLACE [P1…P5] [b:BEAT] [> UNIT…] [\"TEXT\"]", "n robbery @mission st p1 > 3A12 3A14",
            "new incident; > * sends the response plan", "新建警情；> * 按预案派出"),
        GrammarHelp(.new, "N INCIDENT TEXT", "N 4821 two men, one armed", "note on an incident", "为警情添加备注"),
        GrammarHelp(.report, "R INCIDENT TEXT", "R 4821 second caller", "another caller's report", "添加一条报警"),
        GrammarHelp(.triage, "TR INCIDENT", "TR 4821", "confirm type, priority, place and beat", "分流确认"),
        GrammarHelp(
            .priority, "P INCIDENT 1…5|+|-", "P 4821 1", "set, raise or lower the priority", "设定、上调或下调等级"),
        GrammarHelp(.type, "TY INCIDENT TYPE", "TY 4821 robbery", "set the type", "设定类型"),
        GrammarHelp(.place, "PL INCIDENT PLACE", "PL 4821 mission st", "set the place", "设定地点"),
        GrammarHelp(.beat, "BT INCIDENT BEAT", "BT 4821 B07", "set the beat", "设定巡区"),
        GrammarHelp(
            .hold, "H INCIDENT 15m|until 14:05|open [REASON]", "H 4821 15m no unit",
            "hold, for a time or until released",
            "搁置一段时间，或直至解除"),
        GrammarHelp(.releaseHold, "HR INCIDENT", "HR 4821", "release a hold", "解除搁置"),
        GrammarHelp(
            .close, "CE INCIDENT DISPOSITION", "CE 4821 UNFOUNDED", "close; its units come free", "办结警情，所派单元转为待命"),
        GrammarHelp(.reopen, "RO INCIDENT [REASON]", "RO 4821", "reopen a closed incident", "重新打开已解决警情"),
    ]

    private static let disputes: [GrammarHelp] = [
        GrammarHelp(
            .grade, "GR INCIDENT red|orange|yellow|blue", "GR 4821 red",
            "a dispute's grade; its deadlines run from the first report", "纠纷定级；时限自首次接报起算"),
        GrammarHelp(.warned, "WN INCIDENT", "WN 4821", "those concerned in the dispute were warned", "纠纷已预警"),
        GrammarHelp(.routed, "RT INCIDENT", "RT 4821", "the dispute was routed to whoever settles it", "纠纷已分流"),
        GrammarHelp(.settled, "SE INCIDENT", "SE 4821", "the dispute was settled", "纠纷已化解"),
        GrammarHelp(
            .mediate, "MD INCIDENT people|administrative|judicial [MEDIATOR] DUE",
            "MD 4821 people Hexie St committee 7d",
            "hand the dispute over to mediation; it stays on the board until its outcome is recorded",
            "移交调解；在记录结果前一直留在看板上"),
    ]

    private static let relations: [GrammarHelp] = [
        GrammarHelp(
            .merge, "M INCIDENT INCIDENT", "M 4822 4821", "merge the first into the second", "将前者并入后者"),
        GrammarHelp(
            .split, "SP INCIDENT REPORT…", "SP 4821 2", "split reports off into a new incident, by their order",
            "将第几条报警拆分为新警情"),
        GrammarHelp(.crossReference, "X INCIDENT INCIDENT", "X 4821 4822", "cross-reference two incidents", "关联两起警情"),
        GrammarHelp(
            .acknowledge, "ACK INCIDENT|UNIT|!ALERT|*", "ACK 4821", "acknowledge alerts; * acknowledges all",
            "确认告警；* 确认全部"),
        GrammarHelp(.undo, "U", "U", "undo your own last action", "撤销本人上一操作"),
    ]
}
