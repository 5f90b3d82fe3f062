import DispatchModel
import Formats

extension Mapping {
    private static let priorityNames: [String: Priority] = [
        "P1": .p1, "P2": .p2, "P3": .p3, "P4": .p4, "P5": .p5,
    ]
    private static let kindNames = Dictionary(uniqueKeysWithValues: UnitKind.allCases.map { ("\($0)", $0) })
    private static let paneNames = Dictionary(uniqueKeysWithValues: UnitPane.allCases.map { ("\($0)", $0) })

    mutating func readPriorities(_ table: SettingsTable) {
        table.expect(["default", "values"])
        priorities.standard = table.choice("default", of: Self.priorityNames, standard: .p3)
        guard let values = table.subtable("values") else { return }
        for raw in values.keys {
            guard let priority = values.choice(raw, of: Self.priorityNames) else { continue }
            if priorities.values.has(raw), priorities[raw] != priority {
                values.fault(raw, "says another priority than a rule for the same text above", "与前面同一文本的规则优先级不同")
            }
            priorities.values.add(raw, priority)
        }
    }

    mutating func readTypes(_ table: SettingsTable) {
        for raw in table.keys {
            let words = table.strings(raw)
            let priority = words.count == 4 ? Self.priorityNames[words[3]] : nil
            guard words.count == 3 || priority != nil, !words[0].isEmpty else {
                table.problems.add(
                    table.field(raw),
                    "must be [\"CODE\", \"English\", \"中文\"], and \"P1\" to \"P5\" behind it if wanted",
                    "应为 [\"代码\", \"English\", \"中文\"]，其后可加 \"P1\" 至 \"P5\"")
                continue
            }
            types.add(raw, TypeRule(code: words[0], english: words[1], chinese: words[2], priority: priority))
        }
    }

    mutating func readUnits(_ table: SettingsTable) {
        table.expect(["types", "callsigns"])
        if let inner = table.subtable("types") {
            for raw in inner.keys { unitRule(inner, raw).map { unitTypes.add(raw, $0) } }
        }
        if let inner = table.subtable("callsigns") {
            for raw in inner.keys { unitRule(inner, raw).map { callsigns.add(raw, $0) } }
        }
    }

    private func unitRule(_ table: SettingsTable, _ raw: String) -> UnitRule? {
        guard let inner = table.subtable(raw) else { return nil }
        inner.expect(["kind", "pane", "skills", "circle"])
        return Self.unitRule(inner)
    }

    private static func unitRule(_ table: SettingsTable) -> UnitRule {
        var rule = UnitRule()
        rule.kind = table.choice("kind", of: kindNames, standard: .support)
        rule.pane = table.choice("pane", of: paneNames, standard: .patrol)
        rule.skills = table.strings("skills")
        guard let value = table.table["circle"] else { return rule }
        if let minutes = value.int, (0...60).contains(minutes) {
            rule.circleMinutes = Int64(minutes)
        } else {
            table.problems.add(table.field("circle"), "must be minutes from 0 to 60", "应为 0 至 60 的分钟数")
        }
        return rule
    }

    mutating func readRoster(_ table: SettingsTable) {
        for callsign in table.keys {
            guard let inner = table.subtable(callsign) else { continue }
            inner.expect(["kind", "pane", "skills", "circle", "beat", "at", "place"])
            roster.append(
                RosterUnit(
                    callsign: callsign, rule: Self.unitRule(inner), beat: inner.string("beat") ?? "",
                    dutyPoint: Place(text: inner.string("place") ?? "", point: inner.point("at"))))
        }
    }

    mutating func readBeats(_ table: SettingsTable) {
        beatName = table.string("name") ?? beatName
        for beat in table.keys where beat != "name" {
            guard let inner = table.subtable(beat) else { continue }
            inner.expect(["name", "at"])
            beats[beat] = BeatRule(name: inner.string("name") ?? beat, centre: inner.point("at"))
        }
    }

    mutating func readHome(_ table: SettingsTable) {
        table.expect(["area", "numbered", "name"])
        guard let area = table.string("area", required: true) else { return }
        home = HomeRule(
            area: Self.normalised(area), numbered: table.strings("numbered"), name: table.string("name") ?? "{area}")
    }
}
