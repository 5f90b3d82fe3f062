import DispatchModel

/// Units: their kind, status, callsign and assignment.
extension Vocabulary {
    /// Why a unit's newest position is not believed: `no fix, receiver's date wrong`.
    package func doubts(_ reasons: Set<PositionDoubt>) -> String {
        list(PositionDoubt.allCases.filter(reasons.contains).map(doubt))
    }

    private func doubt(_ reason: PositionDoubt) -> String {
        switch reason {
        case .noFix: pick("no fix", "无定位")
        case .rolledOverDate: pick("receiver's date wrong", "接收机日期错误")
        case .noTime: pick("no time stated", "无时间")
        case .jump: pick("jumped farther than it can drive", "位置跳变")
        case .inaccurate: pick("error over 200 m", "误差超过200米")
        case .atZero: pick("at 0°, 0°", "位于0°, 0°")
        case .farFromDuty: pick("over 1000 km from its duty point", "距值守点逾1000公里")
        }
    }

    /// What a unit can do beyond its kind: the skills that the shipped districts name are translated, any other is shown as it
    /// is.
    package func skill(_ skill: String) -> String {
        switch skill {
        case "first-aid": pick("first aid", "急救")
        case "armed": pick("armed", "持枪")
        case "dog": pick("dog", "警犬")
        case "mediation": pick("mediation", "调解")
        case "medical": pick("medical", "医疗")
        case "transport": pick("transport", "转运")
        case "fire": pick("fire", "灭火")
        case "ladder": pick("ladder", "云梯")
        case "command": pick("command", "指挥")
        default: skill
        }
    }

    /// A unit's kind in a column: `car`, 车巡.
    package func kind(_ kind: UnitKind) -> String {
        switch kind {
        case .vehiclePatrol: pick("car", "车巡")
        case .footPatrol: pick("foot", "步巡")
        case .bicyclePatrol: pick("bike", "骑巡")
        case .onlineWatch: pick("online", "网巡")
        case .stakeout: pick("stakeout", "蹲守")
        case .quickResponse: pick("QRU", "快反")
        case .auxiliaryPolice: pick("aux", "辅警")
        case .gridWorker: pick("grid", "网格")
        case .patrolVolunteer: pick("volunteer", "红袖章")
        case .propertyGuard: pick("guard", "保安")
        case .railwayPolice: pick("railway", "铁警")
        case .engine: pick("engine", "消防车")
        case .truck: pick("truck", "云梯车")
        case .ambulance: pick("medic", "救护车")
        case .commandOfficer: pick("chief", "指挥")
        case .rescue: pick("rescue", "救援")
        case .investigation: pick("investig.", "勘查")
        case .support: pick("support", "保障")
        }
    }

    /// A unit's kind in full.
    package func kindInFull(_ kind: UnitKind) -> String {
        switch kind {
        case .vehiclePatrol: pick("patrol vehicle", "车巡单元")
        case .footPatrol: pick("foot patrol", "步巡单元")
        case .bicyclePatrol: pick("bicycle patrol", "骑巡单元")
        case .onlineWatch: pick("online watch", "网巡单元")
        case .stakeout: pick("stakeout", "蹲守单元")
        case .quickResponse: pick("quick-response unit", "快反单元")
        case .auxiliaryPolice: pick("auxiliary police", "辅警")
        case .gridWorker: pick("grid worker", "网格员")
        case .patrolVolunteer: pick("patrol volunteer", "红袖章志愿者")
        case .propertyGuard: pick("property guard", "物业保安")
        case .railwayPolice: pick("railway police", "铁路警察")
        case .engine: pick("fire engine", "消防水罐车")
        case .truck: pick("ladder truck", "消防云梯车")
        case .ambulance: pick("ambulance or medic unit", "救护单元")
        case .commandOfficer: pick("command officer", "现场指挥员")
        case .rescue: pick("rescue squad", "抢险救援队")
        case .investigation: pick("investigation", "勘查单元")
        case .support: pick("support", "保障单元")
        }
    }

    /// What a unit is doing.
    package func status(_ status: UnitStatus) -> String {
        switch status {
        case .available: pick("available", "待命")
        case .dispatched: pick("dispatched", "已派")
        case .enRoute: pick("en route", "赶赴")
        case .onScene: pick("on scene", "到场")
        case .transporting: pick("transporting", "押送")
        case .clear: pick("clear", "处置完毕")
        case .outOfService: pick("out of service", "离岗")
        case .emergency: pick("EMERGENCY", "紧急求助")
        }
    }

    /// What a unit is doing, for a column of eight cells.
    package func statusShort(_ status: UnitStatus) -> String {
        switch status {
        case .available: pick("avail", "待命")
        case .dispatched: pick("sent", "已派")
        case .enRoute: pick("en route", "赶赴")
        case .onScene: pick("on scene", "到场")
        case .transporting: pick("transp", "押送")
        case .clear: pick("clear", "完毕")
        case .outOfService: pick("out", "离岗")
        case .emergency: pick("EMERG", "求助")
        }
    }

    /// A time of an assignment.
    package func milestone(_ milestone: Milestone) -> String {
        switch milestone {
        case .assigned: pick("assigned", "派警")
        case .acknowledged: pick("acknowledged", "签收")
        case .enRoute: pick("en route", "出警")
        case .arrived: pick("arrived", "到场")
        case .transporting: pick("transporting", "押送")
        case .atDestination: pick("at destination", "送达")
        case .feedback: pick("feedback", "反馈")
        case .cleared: pick("cleared", "处置完毕")
        }
    }

    /// A unit's callsign; a unit the board does not know is named by its number.
    package func callsign(_ unit: UnitID, on board: Board) -> String {
        guard let callsign = board.units[unit]?.callsign, !callsign.isEmpty else {
            return pick("unit \(unit.rawValue)", "\(unit.rawValue)号单元")
        }
        return callsign
    }

    /// Some units' callsigns in a sentence; `none` when there are none.
    package func callsigns(_ units: [UnitID], on board: Board) -> String {
        units.isEmpty ? pick("none", "无") : list(units.map { callsign($0, on: board) })
    }

    /// The pane that shows a unit.
    package func pane(_ pane: UnitPane) -> String { pane.title[language] }
}

extension UnitPane {
    /// The pane's title.
    package var title: BilingualText {
        switch self {
        case .patrol: BilingualText("Patrol", "巡逻")
        case .quickResponse: BilingualText("Quick response", "快反")
        }
    }
}
