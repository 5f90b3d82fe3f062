import DispatchModel
import DispatchPolicy

/// Incidents: their priority, stage, type, beat and disposition.
extension Vocabulary {
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
        guard let name = board.beats[code]?.names[language], !name.isEmpty, name != code else { return code }
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
        return pick("\(head), \(incident.place[.english])", "\(head)，\(incident.place[.chinese])")
    }

    /// How an incident ended. The dispositions that the console knows are translated, any other is shown as it is, or in the half of it that is in the language.
    package func disposition(_ text: String) -> String {
        if let known = Disposition(naming: text) { return disposition(known) }
        // What a disposition asks for stands behind a colon.
        if let colon = text.firstRange(of: ": ") {
            let head = String(text[..<colon.lowerBound])
            let own = Disposition(naming: head).map { disposition($0) } ?? BilingualText(written: head)[language]
            if own != head || Disposition(naming: head) != nil {
                return own + pick(": ", "：") + text[colon.upperBound...]
            }
        }
        return BilingualText(written: text)[language]
    }

    /// The words for a disposition of the room; one that asks for more says so.
    package func disposition(_ disposition: RoomDisposition) -> String {
        let name = Disposition(rawValue: disposition.code).map { self.disposition($0) }
        // A room may call a disposition of the console's own list something else.
        let isShipped = RoomDisposition.standard.contains { $0.code == disposition.code && $0.name == disposition.name }
        let own = isShipped ? name ?? disposition.name[language] : disposition.name[language]
        return disposition.asks.isEmpty ? own : own + " …"
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
        default: BilingualText(written: name)[language]
        }
    }
}

/// Places.
extension Vocabulary {
    func quoted(_ text: String) -> String {
        text.isEmpty ? pick("an unknown place", "未知地点") : pick("“\(text)”", "“\(text)”")
    }
}

/// Deadlines of disputes.
extension Vocabulary {
    /// How long until a deadline, or for how long it has passed: `5 min left`, `over by 12 min`.
    package func left(_ by: Timestamp, now: Timestamp) -> String {
        by > now
            ? pick("\(length(by - now)) left", "剩\(length(by - now))")
            : pick("over by \(length(now - by))", "超\(length(now - by))")
    }

    /// A time as a deadline is written: the time of day, with the date when it is not today's, without seconds.
    package func deadline(_ time: Timestamp, now: Timestamp) -> String {
        date(time) == date(now) ? clockMinutes(time) : "\(date(time)) \(clockMinutes(time))"
    }

    /// The state of a dispute that was handed over, with the time that is left: `mediation 6d`.
    func inMediation(_ mediation: Mediation, now: Timestamp) -> String {
        guard mediation.due > now else { return pick("mediation due", "调解到期") }
        let left = briefAge(mediation.due - now)
        return pick("mediation \(left)", "调解\(left)")
    }

    /// A mediation in a sentence: `people's mediation, Hexie St committee`.
    package func mediation(_ mediation: Mediation) -> String {
        let kind = self.mediation(mediation.kind)
        return mediation.body.isEmpty ? kind : pick("\(kind), \(mediation.body)", "\(kind)，\(mediation.body)")
    }
}

/// Who reported.
extension Vocabulary {
    /// How a report came in.
    package func way(_ way: CallWay) -> String {
        switch way {
        case .phone: pick("phone", "电话")
        case .text: pick("text", "短信")
        case .alarm: pick("alarm", "报警器")
        case .walkIn: pick("walk-in", "当面")
        case .otherDesk: pick("other desk", "其他席位")
        }
    }

    /// Every way in which a report comes in, in a sentence.
    package var ways: String { list(CallWay.allCases.map(way)) }

    /// A flat, room or floor: one that is a number says what it is.
    package func flat(_ flat: String) -> String {
        guard let first = flat.unicodeScalars.first, first.value < 0x80, first.properties.numericType != nil else {
            return flat
        }
        return pick("flat \(flat)", "\(flat)室")
    }

    /// All that is known of a caller, the number whole: `Ms Li, 555-0100, flat 1203, walk-in`; a dash for nobody.
    package func caller(_ caller: Caller) -> String {
        let parts = [
            caller.name, caller.callback, caller.flat.isEmpty ? "" : flat(caller.flat), caller.way.map(way) ?? "",
        ]
        let said = parts.filter { !$0.isEmpty }
        return said.isEmpty ? "–" : list(said)
    }
}

/// Which report and which call.
extension Vocabulary {
    /// Which call about an incident, short: `2nd call`, 第2次报警.
    package func call(_ number: Int) -> String {
        let teen = (11...13).contains(number % 100)
        let ending = teen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return pick("\(number)\(ending) call", "第\(number)次报警")
    }

    /// The place in a row: `first`, `second`, `11th`; 第一, 第二, 第11.
    package func ordinal(_ number: Int) -> String {
        let english = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        if (1...10).contains(number) { return pick(english[number - 1], "第\(chinese[number - 1])") }
        let teen = (11...13).contains(number % 100)
        let ending = teen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return pick("\(number)\(ending)", "第\(number)")
    }
}

/// Disputes: their grade, steps and mediation.
extension Vocabulary {
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
