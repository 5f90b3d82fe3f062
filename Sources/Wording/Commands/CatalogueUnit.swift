private let subjects: [Mode] = [.units, .detail, .dispatch]

extension Catalogue {
    /// What a dispatcher does with a unit, under the chord `v`.
    static let unit: [CatalogueEntry] = [
        CatalogueEntry(
            .emergency, .unit, "Officer emergency: a unit calls for help; live everywhere", "警员紧急求助（任何界面均有效）",
            in: [.always]
        )
        .keys(.always, "ctrl-e", "f12").argument("[UNIT]", "[单元]").hint(16, "emergency", "紧急求助")
        .verb(.emergency, .unit)
        .form("E UNIT", "E 3A12", "officer emergency", "警员紧急求助"),
        status(.statusAvailable, "v a", "Unit available", "单元待命")
            .verb(.available, .units)
            .form("AV UNIT…", "AV 3A12", "unit available", "单元待命"),
        status(.statusAcknowledged, "v k", "Unit has acknowledged its assignment", "单元已签收")
            .verb(.acknowledged, .units)
            .form("AK UNIT…", "AK 3A12", "unit has acknowledged", "单元签收"),
        status(.statusEnRoute, "v e", "Unit en route", "单元赶赴现场")
            .verb(.enRoute, .units)
            .form("EN UNIT…", "EN 3A12", "unit en route", "单元出警赶赴"),
        status(.statusOnScene, "v o", "Unit on scene", "单元到场")
            .verb(.arrived, .units)
            .form("A UNIT…", "A 3A12 3A14", "unit arrived", "单元到场"),
        status(.statusTransporting, "v t", "Unit transporting", "单元押送中")
            .verb(.transporting, .units)
            .form("T UNIT…", "T 3A12", "unit transporting", "单元押送"),
        status(.statusClear, "v c", "Unit clear of its incident", "单元处置完毕"),
        status(.statusOutOfService, "v x", "Unit out of service", "单元离岗")
            .verb(.outOfService, .unit, .text)
            .form("OOS UNIT [REASON]", "OOS 3A12 refuel", "unit out of service", "单元离岗"),
        CatalogueEntry(.feedback, .unit, "Record the unit's feedback", "记录单元反馈", in: subjects)
            .keys(.normal, "v f").argument("[UNIT] TEXT", "[单元] 文字")
            .verb(.feedback, .units, .text)
            .form("FB UNIT… [TEXT]", "FB 3A12 two in custody", "feedback from the scene", "现场反馈"),
    ]

    private static func status(
        _ name: CommandName, _ chord: String, _ english: String, _ chinese: String
    ) -> CatalogueEntry {
        CatalogueEntry(name, .unit, english, chinese, in: subjects).keys(.normal, chord).argument("[UNIT]", "[单元]")
    }
}
