extension Catalogue {
    /// What only the line can order: it names more than a key could.
    static let lineOnly: [VerbForm] = [
        VerbForm(.divert, [.units, .incident], words: ["divert"])
            .form("DV UNIT… INCIDENT", "DV 3A07 4821", "divert units that are busy elsewhere", "改派正在处置其他警情的单元"),
        VerbForm(.atDestination, [.units])
            .form("TD UNIT…", "TD 3A12", "unit at its destination", "单元送达"),
        VerbForm(.clearUnit, [.units, .disposition])
            .form(
                "CU UNIT… [DISPOSITION]", "CU 3A12 REPORT",
                "unit clear; with a disposition the last unit closes the incident", "单元处置完毕；附处置结果时，最后一个单元办结警情"),
        VerbForm(.status, [.unit, .status, .text])
            .form(
                "ST UNIT STATUS [REASON]", "ST 3A12 clear radio failed",
                "set a status; what the rules do not allow needs a reason", "设定状态；规则不允许时须注明原因"),
        VerbForm(.report, [.incident, .text])
            .form("R INCIDENT TEXT", "R 4821 second caller", "another caller's report", "添加一条报警"),
        VerbForm(.priority, [.incident, .priority])
            .form("P INCIDENT 1…5|+|-", "P 4821 1", "set, raise or lower the priority", "设定、上调或下调等级"),
        VerbForm(.type, [.incident, .type])
            .form("TY INCIDENT TYPE", "TY 4821 robbery", "set the type", "设定类型"),
        VerbForm(.place, [.incident, .place])
            .form("PL INCIDENT PLACE", "PL 4821 mission st", "set the place", "设定地点"),
        VerbForm(.beat, [.incident, .beat])
            .form("BT INCIDENT BEAT", "BT 4821 B07", "set the beat", "设定巡区"),
        VerbForm(.releaseHold, [.incident], words: ["release-hold"])
            .form("HR INCIDENT", "HR 4821", "release a hold", "解除搁置"),
    ]
}
