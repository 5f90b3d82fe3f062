import DispatchModel
import Formats

extension ScenarioReader {
    func readObjectives(_ injects: [Inject]) -> [Objective] {
        var seen: Set<String> = []
        return root.elements("objective").compactMap { table in
            let id = table.string("id", required: true) ?? ""
            if !id.isEmpty, !seen.insert(id).inserted {
                table.fault("id", "\"\(id)\" was used above; write another", "“\(id)”已用过，请改写")
            }
            let title = table.text("title", required: true)
            return readMeasure(table, injects).map { Objective(id: id, title: title, measure: $0) }
        }
    }

    private static let measures = [
        "dispatch", "acknowledge", "response", "close", "alerts-answered", "alerts", "coverage", "injects", "closed",
    ]

    private func readMeasure(_ table: ScenarioTable, _ injects: [Inject]) -> Objective.Measure? {
        guard let name = table.string("measure", required: true) else { return nil }
        if let interval = Objective.Interval(rawValue: name) {
            expect(table, ["priority", "types", "injects", "percentile", "limit"])
            let filter = readFilter(table, injects)
            let percentile = table.integer("percentile", 1...100) ?? 100
            return table.span("limit", required: true).map {
                .interval(interval, of: filter, percentile: percentile, limit: $0)
            }
        }
        switch name {
        case "alerts-answered": return answered(table)
        case "alerts":
            expect(table, ["alert", "at_most"])
            return .alerts(
                table.choice("alert", of: ConditionReader.alertKinds), atMost: table.integer("at_most", 0...10_000) ?? 0
            )
        case "coverage": return coverage(table)
        case "injects":
            expect(table, ["injects", "share"])
            return .injects(known(table, injects), share: table.integer("share", 1...100) ?? 100)
        case "closed":
            expect(table, ["priority", "types", "injects", "share", "grace"])
            return .closed(
                of: readFilter(table, injects), share: table.integer("share", 1...100) ?? 100,
                grace: table.span("grace") ?? .zero)
        default:
            let list = NameList(Self.measures)
            table.fault("measure", "\"\(name)\" is none of: \(list.english)", "“\(name)”不在可选值中：\(list.chinese)")
            return nil
        }
    }

    private func answered(_ table: ScenarioTable) -> Objective.Measure? {
        expect(table, ["alert", "percentile", "limit"])
        let kind = table.choice("alert", of: ConditionReader.alertKinds)
        let percentile = table.integer("percentile", 1...100) ?? 100
        return table.span("limit", required: true).map { .acknowledged(kind, percentile: percentile, limit: $0) }
    }

    private func coverage(_ table: ScenarioTable) -> Objective.Measure? {
        expect(table, ["free", "kinds", "beat", "share"])
        guard table.has("free") else {
            table.fault("free", "missing; write free = 4", "缺少；请写 free = 4")
            return nil
        }
        var kinds: Set<UnitKind> = []
        for name in table.strings("kinds") {
            guard let kind = ConditionReader.kinds[name] else {
                let list = NameList(ConditionReader.kinds.keys.sorted())
                table.fault("kinds", "\"\(name)\" is none of: \(list.english)", "“\(name)”不在可选值中：\(list.chinese)")
                continue
            }
            kinds.insert(kind)
        }
        let (beat, share) = (table.string("beat") ?? "", table.integer("share", 1...100) ?? 100)
        return table.integer("free", 0...10_000).map { .coverage(free: $0, kinds: kinds, beat: beat, share: share) }
    }

    private func expect(_ table: ScenarioTable, _ keys: [String]) {
        table.expect(["id", "title", "measure"] + keys)
    }

    private func readFilter(_ table: ScenarioTable, _ injects: [Inject]) -> Objective.Filter {
        var filter = Objective.Filter(types: Set(table.strings("types")), injects: Set(known(table, injects)))
        for name in table.strings("priority") {
            guard let priority = ConditionReader.priorities[name] else {
                table.fault("priority", "\"\(name)\" is no priority; write P1 to P5", "“\(name)”不是优先级；请写 P1 至 P5")
                continue
            }
            filter.priorities.insert(priority)
        }
        return filter
    }

    /// The injects that an objective names; each must be in the scenario.
    private func known(_ table: ScenarioTable, _ injects: [Inject]) -> [String] {
        let names = table.strings("injects")
        for name in names where !injects.contains(where: { $0.id == name }) {
            table.fault("injects", "there is no inject \"\(name)\"", "没有名为“\(name)”的注入")
        }
        return names
    }
}
