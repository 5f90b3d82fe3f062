import DispatchModel

extension Words {
    /// How grave a dispute is.
    package func grade(_ grade: DisputeGrade) -> String {
        switch grade {
        case .red: pick("red", "红色")
        case .orange: pick("orange", "橙色")
        case .yellow: pick("yellow", "黄色")
        case .blue: pick("blue", "蓝色")
        }
    }

    /// A step of a dispute, as what is to be done.
    package func step(_ step: DisputeStep) -> String {
        switch step {
        case .warned: pick("warn", "预警")
        case .routed: pick("route", "分流")
        case .settled: pick("settle", "化解")
        }
    }

    /// A step of a dispute, as what was done.
    package func done(_ step: DisputeStep) -> String {
        switch step {
        case .warned: pick("warned", "已预警")
        case .routed: pick("routed", "已分流")
        case .settled: pick("settled", "已化解")
        }
    }

    /// Who mediates.
    package func mediation(_ kind: MediationKind) -> String {
        switch kind {
        case .people: pick("people's mediation", "人民调解")
        case .administrative: pick("administrative mediation", "行政调解")
        case .judicial: pick("judicial mediation", "司法调解")
        }
    }
}
