import DispatchModel
import Formats

extension ScenarioReader {
    /// The keys under which an inject says what happens; each has one of them.
    private static let actions = [
        "report", "alert", "duplicate", "callback", "escalate", "take_out", "bring_back", "radio_out", "radio_back",
        "conditions", "emergency", "message",
    ]

    func readInjects() -> [Inject] {
        let elements = root.elements("inject")
        if elements.count > Scenario.injectLimit {
            root.fault(
                "inject", "more than \(Scenario.injectLimit); take some out", "超过 \(Scenario.injectLimit) 个，请删减")
        }
        var seen: Set<String> = []
        return elements.prefix(Scenario.injectLimit).compactMap { table in
            let inject = readInject(table)
            if let inject, !seen.insert(inject.id).inserted {
                table.fault("id", "\"\(inject.id)\" was used above; write another", "“\(inject.id)”已用过，请改写")
            }
            return inject
        }
    }

    private func readInject(_ table: ScenarioTable) -> Inject? {
        table.expect(
            ["id", "title", "at", "when", "not_before", "by_hand", "expect", "check", "within", "note"] + Self.actions)
        let id = table.string("id", required: true) ?? ""
        if id.contains(where: { $0.isWhitespace || $0 == "/" }) {
            table.fault("id", "must have no blanks and no /", "不得含空白或 /")
        }
        let title = table.text("title", required: true)
        let trigger = readTrigger(table)
        let expected = readExpectation(table)
        let note = table.text("note")
        guard let action = readAction(table) else { return nil }
        return Inject(id: id, title: title, trigger: trigger, action: action, expected: expected, note: note)
    }

    private func readTrigger(_ table: ScenarioTable) -> Inject.Trigger {
        let given = ["at", "when", "by_hand"].filter(table.has)
        guard given.count == 1 else {
            table.fault(
                given.last ?? "id", "needs one of at = \"5m\", when = \"...\" and by_hand = true",
                "须有 at = \"5m\"、when = \"...\"、by_hand = true 之一")
            return .byHand
        }
        if table.has("by_hand") { return .byHand }
        if table.has("at") { return .at(table.span("at") ?? .zero) }
        return condition(table, "when").map { .when($0, notBefore: table.span("not_before") ?? .zero) } ?? .byHand
    }

    private func readExpectation(_ table: ScenarioTable) -> Inject.Expectation? {
        guard ["expect", "check", "within"].contains(where: table.has) else { return nil }
        let action = table.text("expect", required: true)
        let within = table.span("within", required: true)
        guard table.has("check") else {
            table.fault(
                "check", "missing; write how the journal shows it, such as check = \"incident ID assigned\"",
                "缺少；请写日志如何体现，例如 check = \"incident ID assigned\"")
            return nil
        }
        guard let check = condition(table, "check"), let within else { return nil }
        return Inject.Expectation(action: action, check: check, within: within)
    }

    private func readAction(_ table: ScenarioTable) -> InjectAction? {
        let given = Self.actions.filter(table.has)
        guard given.count == 1, let name = given.first else {
            let list = NameList(Self.actions)
            table.fault(given.last ?? "id", "needs exactly one of: \(list.english)", "须恰有其一：\(list.chinese)")
            return nil
        }
        switch name {
        case "message":
            let text = table.text("message")
            return text.isEmpty ? nil : .message(text)
        case "radio_back":
            if !table.flag("radio_back") { table.fault("radio_back", "write true", "请写 true") }
            return .radioBack
        case "bring_back": return table.string("bring_back").map { .bringBack(callsign: $0) }
        default: return table.subtable(name).flatMap { readAction(name, $0) }
        }
    }

    private func readAction(_ name: String, _ table: ScenarioTable) -> InjectAction? {
        switch name {
        case "report": return readCall(table).map { .report($0) }
        case "alert": return readCall(table).map { .alert($0) }
        case "take_out":
            table.expect(["unit", "reason", "for"])
            let (reason, span) = (table.text("reason"), table.span("for"))
            return table.string("unit", required: true).map { .takeOut(callsign: $0, reason: reason, for: span) }
        case "radio_out":
            table.expect(["beats", "centre", "metres", "for"])
            return .radioOut(area: readArea(table), for: table.span("for"))
        case "conditions":
            table.expect(["speed", "demand", "say"])
            let (speed, demand) = (table.number("speed", 0.05...2), table.number("demand", 0...20))
            return .conditions(speed: speed ?? 1, demand: demand ?? 1, table.text("say", required: true))
        case "emergency":
            table.expect(["unit", "at_incident"])
            if let unit = table.string("unit") { return .emergency(.callsign(unit)) }
            return table.string("at_incident", required: true).map { .emergency(.atIncident(inject: $0)) }
        default: return readSequel(name, table)
        }
    }

    /// What goes on from the incident of another inject.
    private func readSequel(_ name: String, _ table: ScenarioTable) -> InjectAction? {
        table.expect(
            ["of", "text", "caller"]
                + (name == "duplicate" ? ["metres"] : name == "escalate" ? ["type", "priority"] : []))
        guard let of = table.string("of", required: true) else { return nil }
        let words = ScriptedWords(caller: table.string("caller") ?? "", text: table.text("text", required: true))
        switch name {
        case "duplicate": return .duplicate(of: of, words, metres: table.number("metres", 0...2000) ?? 60)
        case "callback": return .callback(of: of, words)
        default:
            return .escalate(
                of: of, type: table.string("type") ?? "",
                priority: table.choice("priority", of: ConditionReader.priorities), words)
        }
    }

    private func readCall(_ table: ScenarioTable) -> ScriptedCall? {
        table.expect(["type", "priority", "place", "at", "beat", "text", "caller", "triaged", "on_scene"])
        let type = table.string("type", required: true)
        let priority = table.choice("priority", of: ConditionReader.priorities)
        if !table.has("priority") {
            table.fault("priority", "missing; write priority = \"P2\"", "缺少；请写 priority = \"P2\"")
        }
        guard let type, let priority, let place = table.name("place", required: true) else { return nil }
        return ScriptedCall(
            type: type, priority: priority, place: Place(BilingualText(place), point: table.point("at")),
            beat: table.string("beat") ?? "",
            words: ScriptedWords(caller: table.string("caller") ?? "", text: table.text("text")),
            isTriaged: table.flag("triaged"), onScene: table.span("on_scene"))
    }

    private func readArea(_ table: ScenarioTable) -> RadioArea {
        if table.has("beats") { return .beats(table.strings("beats")) }
        guard let centre = table.point("centre") else { return .everywhere }
        return .circle(centre: centre, metres: table.number("metres", 10...100_000) ?? 1000)
    }
}
