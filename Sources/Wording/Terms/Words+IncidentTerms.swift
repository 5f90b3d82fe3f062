import DispatchModel

extension Words {
    /// A priority: `P1`, 一级.
    package func priority(_ priority: Priority) -> String {
        switch priority {
        case .p1: pick("P1", "一级")
        case .p2: pick("P2", "二级")
        case .p3: pick("P3", "三级")
        case .p4: pick("P4", "四级")
        case .p5: pick("P5", "五级")
        }
    }

    /// What a priority stands for, in a few words.
    package func priorityMeaning(_ priority: Priority) -> String {
        switch priority {
        case .p1: pick("life in danger or crime in progress", "危及生命或正在发案")
        case .p2: pick("urgent", "紧急")
        case .p3: pick("needs a unit, not at once", "需派警，不紧急")
        case .p4: pick("can wait", "可等待")
        case .p5: pick("service request", "服务求助")
        }
    }

    /// A stage of an incident's handling.
    package func stage(_ stage: IncidentStage) -> String {
        switch stage {
        case .gathered: pick("gathered", "归集")
        case .triaged: pick("triaged", "分流")
        case .assigned: pick("assigned", "派警")
        case .handled: pick("handled", "办理")
        case .closed: pick("closed", "解决")
        }
    }

    /// The state of an incident's handling as its row shows it.
    package func progress(_ progress: IncidentProgress) -> String {
        switch progress {
        case .held: pick("held", "搁置")
        case .waiting: pick("waiting", "待派")
        case .noUnit: pick("to close", "待办结")
        case .assigned: pick("assigned", "已派")
        case .enRoute: pick("en route", "赶赴")
        case .onScene: pick("on scene", "到场")
        case .transporting: pick("transporting", "押送")
        case .closed: pick("closed", "解决")
        }
    }

    /// The state of an incident's handling, a hold with its remaining time: `held 15m`.
    package func progress(of incident: Incident, now: Timestamp) -> String {
        let progress = incident.progress
        if progress == .held, let mediation = incident.dispute?.mediation { return inMediation(mediation, now: now) }
        guard progress == .held, let until = incident.heldUntil, until > now else { return self.progress(progress) }
        let left = briefAge(until - now)
        return pick("held \(left)", "搁置\(left)")
    }

    /// An incident's number: `#4821`.
    package func number(_ incident: IncidentID) -> String {
        "#\(incident.rawValue)"
    }

    /// Some incidents' numbers in a sentence.
    package func numbers(_ incidents: [IncidentID]) -> String {
        list(incidents.map(number))
    }

    /// What an incident type is called on a board; its code when the board has no words for it.
    package func type(_ code: String, on board: Board) -> String {
        guard !code.isEmpty else { return pick("type not known", "类型未知") }
        guard let names = board.typeNames[code] else { return knownType(code) ?? code }
        let (own, other) = language == .english ? (names.english, names.chinese) : (names.chinese, names.english)
        if !own.isEmpty { return own }
        return other.isEmpty ? knownType(code) ?? code : other
    }

    /// The words for the types that the console itself makes or plans for.
    func knownType(_ code: String) -> String? {
        switch code {
        case "officer-emergency": pick("officer emergency", "警员紧急求助")
        case "structure-fire": pick("structure fire", "建筑火灾")
        case "outside-fire": pick("outside fire", "室外火灾")
        case "vehicle-fire": pick("vehicle fire", "车辆火灾")
        case "fire": pick("fire", "火警")
        case "alarms": pick("alarms", "报警器报警")
        case "medical": pick("medical", "医疗急救")
        default: nil
        }
    }

    /// A beat: its name when it has one that says more than its code.
    package func beat(_ code: String, on board: Board) -> String {
        guard !code.isEmpty else { return pick("no beat", "无巡区") }
        guard let name = board.beats[code]?.name, !name.isEmpty, name != code else { return code }
        return "\(code) \(name)"
    }

    /// The type of an incident; of a call for help also whose it is.
    package func type(of incident: Incident, on board: Board) -> String {
        let type = type(incident.type, on: board)
        return incident.emergency.map { "\(callsign($0, on: board)) \(type)" } ?? type
    }

    /// An incident in a sentence: `#4821 P1 robbery, Mission St / 16th`.
    package func incident(_ incident: Incident, on board: Board) -> String {
        let type = type(of: incident, on: board)
        let head = "\(number(incident.id)) \(priority(incident.priority)) \(type)"
        guard !incident.place.text.isEmpty else { return head }
        return pick("\(head), \(incident.place.text)", "\(head)，\(incident.place.text)")
    }

    /// How an incident ended. The dispositions that the console knows are translated, any other is shown as it is.
    package func disposition(_ text: String) -> String {
        guard let known = Disposition(naming: text) else { return text }
        return disposition(known)
    }

    /// The words for a disposition of the console's own list.
    package func disposition(_ disposition: Disposition) -> String {
        disposition.text(in: language)
    }

    /// What a response plan is called.
    package func plan(_ name: String) -> String {
        switch name {
        case "": pick("no plan", "无预案")
        case "structure-fire": pick("structure fire", "建筑火灾")
        case "medical-urgent": pick("urgent medical", "紧急医疗")
        case "medical": pick("medical", "医疗急救")
        case "fire": pick("fire", "火警")
        case "p1": pick("P1", "一级")
        case "p2": pick("P2", "二级")
        case "one": pick("one unit", "单警力")
        default: name
        }
    }
}
