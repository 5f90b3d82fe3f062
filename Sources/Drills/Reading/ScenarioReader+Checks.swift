import DispatchModel

/// What a scenario may name of its district.
struct DistrictNames {
    var types: Set<String>
    var beats: Set<String>
    var callsigns: Set<String>
}

extension ScenarioReader {
    /// Notes every name that leads nowhere.
    func check(
        _ injects: [Inject], _ end: Scenario.EndCondition, _ demand: DemandProfile, _ objectives: [Objective],
        against names: DistrictNames
    ) {
        let known = Dictionary(injects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, table) in root.elements("inject").enumerated() {
            guard let inject = injects.first(where: { $0.id == table.table["id"]?.string }) else { continue }
            if case .when(let condition, _) = inject.trigger { check(condition, table, "when", known, names) }
            if let expected = inject.expected { check(expected.check, table, "check", known, names) }
            if case .at(let span) = inject.trigger, span >= end.after {
                table.fault("at", "comes after the end of the drill", "晚于演练结束时间")
            }
            if let of = inject.action.continues, known[of]?.action.makesIncident != true {
                problems.add(
                    "inject.\(index)", "\"\(of)\" is no inject that makes an incident", "“\(of)”不是产生警情的注入")
            }
            check(inject.action, "inject.\(index)", names)
        }
        if let when = end.when, let table = root.subtable("end") { check(when, table, "when", known, names) }
        for code in demand.types.keys.sorted() where !names.types.contains(code) {
            problems.add("demand.types.\(code)", "the district has no such type", "辖区没有此类型")
        }
        for (index, objective) in objectives.enumerated() {
            for code in objective.types.sorted() where !names.types.contains(code) {
                problems.add("objective.\(index).types", Self.noType(code).english, Self.noType(code).chinese)
            }
        }
    }

    private static func noType(_ code: String) -> BilingualText {
        BilingualText("the district has no type \"\(code)\"", "辖区没有类型“\(code)”")
    }

    private func check(
        _ condition: Condition, _ table: ScenarioTable, _ key: String, _ known: [String: Inject], _ names: DistrictNames
    ) {
        for id in condition.injects where known[id] == nil {
            table.fault(key, "there is no inject \"\(id)\"", "没有名为“\(id)”的注入")
        }
        for callsign in condition.callsigns where !names.callsigns.contains(callsign) {
            table.fault(key, "the district has no unit \"\(callsign)\"", "辖区没有单元“\(callsign)”")
        }
        for case .incident(let id, let check, _) in condition.clauses {
            if let inject = known[id], !inject.action.makesIncident {
                table.fault(key, "inject \"\(id)\" makes no incident", "注入“\(id)”不产生警情")
            }
            if case .type(let code) = check, !names.types.contains(code) {
                table.fault(key, Self.noType(code).english, Self.noType(code).chinese)
            }
        }
    }

    private func check(_ action: InjectAction, _ path: String, _ names: DistrictNames) {
        func unit(_ callsign: String, _ field: String) {
            guard !names.callsigns.contains(callsign) else { return }
            problems.add(
                "\(path).\(field)", "the district has no unit \"\(callsign)\"", "辖区没有单元“\(callsign)”")
        }
        func type(_ code: String, _ field: String) {
            guard !code.isEmpty, !names.types.contains(code) else { return }
            problems.add("\(path).\(field)", Self.noType(code).english, Self.noType(code).chinese)
        }
        func beat(_ code: String, _ field: String) {
            guard !code.isEmpty, !names.beats.contains(code) else { return }
            problems.add("\(path).\(field)", "the district has no beat \"\(code)\"", "辖区没有巡区“\(code)”")
        }
        switch action {
        case .report(let call):
            type(call.type, "report.type")
            beat(call.beat, "report.beat")
        case .alert(let call):
            type(call.type, "alert.type")
            beat(call.beat, "alert.beat")
        case .escalate(_, let code, _, _): type(code, "escalate.type")
        case .takeOut(let callsign, _, _): unit(callsign, "take_out.unit")
        case .bringBack(let callsign): unit(callsign, "bring_back")
        case .emergency(.callsign(let callsign)): unit(callsign, "emergency.unit")
        case .radioOut(.beats(let beats), _): for code in beats { beat(code, "radio_out.beats") }
        default: break
        }
    }
}

extension Objective {
    /// The incident types that it names.
    var types: Set<String> {
        switch measure {
        case .interval(_, let filter, _, _), .closed(let filter, _, _): filter.types
        default: []
        }
    }
}
