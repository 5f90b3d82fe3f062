import DispatchModel
import Formats

/// Reads and writes run cards as `[[plans]]` of a room's or a district's file.
///
/// ```toml
/// [[plans]]
/// name = ["Ferry", "渡轮"]
/// types = ["ferry"]              # all when left out
/// down_to = "P2"                 # the least urgent priority; P5 when left out
/// beats = ["B02"]                # everywhere when left out
/// hours = "22:00-06:00"          # by when the call was received; always when left out
/// send = [
///     "2 vehiclePatrol|footPatrol",                               # any of these kinds
///     { count = 1, kinds = ["engine"], else = ["rescue"], name = ["engine", "消防车"] },
/// ]
/// ```
package enum PlanFile {
    /// The most cards of a file.
    package static let limit = 200
    /// The most slots of a card.
    package static let slotLimit = 20
    /// The most units of a slot.
    package static let countLimit = 20

    /// The kinds of unit by their words in files.
    package static let kinds = Dictionary(uniqueKeysWithValues: UnitKind.allCases.map { ("\($0)", $0) })
    /// The priorities by their words in files.
    package static let priorities = Dictionary(uniqueKeysWithValues: Priority.allCases.map { ("P\($0.rawValue)", $0) })

    /// The cards of a file, each with the table that it stands in; what is wrong is noted. Where no card is for a place or
    /// for some hours alone, as in a district that is simulated, those fields are faults.
    package static func plans(
        _ root: SettingsTable, havePlaces: Bool = true
    ) -> [(plan: ResponsePlan, table: SettingsTable)] {
        let tables = root.elements("plans")
        if tables.count > limit {
            root.fault("plans", "\(tables.count) cards; at most \(limit)", "共 \(tables.count) 张，至多 \(limit) 张")
        }
        var names: Set<String> = []
        return tables.prefix(limit).map { table in
            table.expectOnly(["name", "types", "down_to", "send"] + (havePlaces ? ["beats", "hours"] : []))
            let name = table.name("name", required: true).map { BilingualText(written: $0).both } ?? ""
            if !name.isEmpty, !names.insert(name).inserted {
                table.fault("name", "\"\(name)\" is taken; give each card its own", "“\(name)”已被使用；名称不得重复")
            }
            let plan = ResponsePlan(
                name: name, types: Set(table.strings("types")),
                downTo: table.choice("down_to", of: priorities) ?? .p5, requirements: slots(table),
                beats: Set(table.strings("beats")), hours: AlertFile.hours(table))
            return (plan, table)
        }
    }

    private static func slots(_ table: SettingsTable) -> [PlanRequirement] {
        let advice = "[\"2 vehiclePatrol|footPatrol\"]"
        let written = table.table["send"].map { $0.array ?? [$0] } ?? []
        guard (1...slotLimit).contains(written.count) else {
            table.fault(
                "send", "write 1 to \(slotLimit) slots, such as send = \(advice)",
                "请写 1 至 \(slotLimit) 项，例如 send = \(advice)")
            return []
        }
        let isList = table.table["send"]?.array != nil
        return written.enumerated().compactMap { index, value in
            let key = isList ? "send.\(index)" : "send"
            if let line = value.string { return slot(line, key, in: table) }
            guard let inner = value.table else {
                table.fault(
                    key, "must be a text such as \"2 vehiclePatrol|footPatrol\" or { count = 1, kinds = [\"engine\"] }",
                    "应为文本（如 \"2 vehiclePatrol|footPatrol\"）或 { count = 1, kinds = [\"engine\"] }")
                return nil
            }
            return slot(table.inside(inner, key))
        }
    }

    /// `2 vehiclePatrol|footPatrol`.
    private static func slot(_ line: String, _ key: String, in table: SettingsTable) -> PlanRequirement? {
        let words = line.split(separator: " ")
        let named = words.count == 2 ? words[1].split(separator: "|").map(String.init) : []
        guard words.count == 2, let count = Int(words[0]), (1...countLimit).contains(count), !named.isEmpty else {
            table.fault(
                key, "\"\(line)\": write a number and kinds, \"2 vehiclePatrol|footPatrol\"",
                "“\(line)”：请写数量与种类，如 \"2 vehiclePatrol|footPatrol\"")
            return nil
        }
        return PlanRequirement(kinds: table.unitKinds(named, key), count: count)
    }

    private static func slot(_ table: SettingsTable) -> PlanRequirement? {
        table.expectOnly(["count", "kinds", "else", "name"])
        let kinds = table.unitKinds(table.strings("kinds"), "kinds")
        let substitutes = table.unitKinds(table.strings("else"), "else")
        if !table.has("kinds") {
            table.fault("kinds", "missing; write kinds = [\"engine\"]", "缺少；请写 kinds = [\"engine\"]")
        }
        if let both = UnitKind.allCases.first(where: { kinds.contains($0) && substitutes.contains($0) }) {
            table.fault(
                "else", "\(both) stands in kinds already; take it out of one of the two",
                "\(both) 已在 kinds 中；请从其中之一删去")
        }
        let count = table.integer("count", 1...countLimit) ?? 1
        let name = table.name("name").map { BilingualText(written: $0) }
        guard !kinds.isEmpty else { return nil }
        return PlanRequirement(
            kinds: kinds.union(substitutes), count: count, substitutes: substitutes.subtracting(kinds), name: name)
    }

    /// A card as lines of a file, without its header.
    package static func entries(_ plan: ResponsePlan) -> [(key: String, value: String)] {
        var lines = [("name", RulesTOML.name(BilingualText(written: plan.name)))]
        if !plan.types.isEmpty { lines.append(("types", RulesTOML.texts(plan.types.sorted()))) }
        lines.append(("down_to", RulesTOML.quoted("P\(plan.downTo.rawValue)")))
        if !plan.beats.isEmpty { lines.append(("beats", RulesTOML.texts(plan.beats.sorted()))) }
        if let hours = plan.hours { lines.append(("hours", RulesTOML.hours(hours))) }
        lines.append(("send", "[" + plan.requirements.map(slot).joined(separator: ", ") + "]"))
        return lines
    }

    private static func slot(_ slot: PlanRequirement) -> String {
        guard !slot.substitutes.isEmpty || slot.name != nil else {
            return RulesTOML.quoted("\(slot.count) \(RulesTOML.kinds(slot.kinds).joined(separator: "|"))")
        }
        var fields = ["count = \(slot.count)", "kinds = \(RulesTOML.texts(RulesTOML.kinds(slot.preferred)))"]
        if !slot.substitutes.isEmpty { fields.append("else = \(RulesTOML.texts(RulesTOML.kinds(slot.substitutes)))") }
        if let name = slot.name { fields.append("name = \(RulesTOML.name(name))") }
        return "{ \(fields.joined(separator: ", ")) }"
    }
}

extension BilingualText {
    /// A name as a file writes it, in one language or two.
    init(written name: WrittenName) {
        switch name {
        case .one(let text): self.init(written: text)
        case .both(let english, let chinese): self.init(english, chinese)
        }
    }
}

extension SettingsTable {
    /// Notes every key that is not among these, with the one that it was probably meant to be.
    func expectOnly(_ known: [String]) {
        for key in keys where !known.contains(key) {
            let list = NameList(known)
            guard let near = Spelling.nearest(to: key, among: known) else {
                fault(key, "unknown; remove it or write one of: \(list.english)", "未知字段；请删除，或改为：\(list.chinese)")
                continue
            }
            fault(key, "unknown; did you mean \(near)?", "未知字段；是否为 \(near)？")
        }
    }

    /// The kinds of unit that words name; what is wrong with them is noted at a key.
    func unitKinds(_ words: [String], _ key: String) -> Set<UnitKind> {
        Set(words.compactMap { unitKind($0, key) })
    }

    /// The kind of unit that a word names.
    func unitKind(_ word: String, _ key: String) -> UnitKind? {
        choice(of: PlanFile.kinds, word, key, "kind of unit", "警力种类")
    }

    /// The value that a word stands for; what is wrong with it is noted at a key.
    func choice<Value>(
        of names: [String: Value], _ word: String, _ key: String, _ english: String, _ chinese: String
    ) -> Value? {
        if let value = names[word] { return value }
        let known = names.keys.sorted()
        guard let near = Spelling.nearest(to: word, among: known) else {
            let list = NameList(known)
            fault(
                key, "\"\(word)\" is no \(english); write one of: \(list.english)",
                "“\(word)”不是\(chinese)；可选：\(list.chinese)")
            return nil
        }
        fault(key, "\"\(word)\" is no \(english); did you mean \(near)?", "“\(word)”不是\(chinese)；是否为 \(near)？")
        return nil
    }
}
