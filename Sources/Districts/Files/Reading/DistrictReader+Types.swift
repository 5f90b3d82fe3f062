import DispatchModel
import Formats

extension DistrictReader {
    /// Types, each with its calls an hour; together they are the district's demand.
    func readTypes(_ types: SettingsTable, _ shared: SharedFigures, into model: inout DistrictModel) {
        guard types.keys.count <= Self.limits.types else {
            root.fault("types", "more than \(Self.limits.types) types", "类型超过 \(Self.limits.types) 个")
            return
        }
        let pattern = hourPattern(root.subtable("demand"))
        for code in types.keys {
            guard let table = types.subtable(code) else { continue }
            model.types.append(readType(code, table, shared))
        }
        let perHour = (0..<24).map { hour in model.types.reduce(0) { $0 + $1.weights[hour] } }
        model.callsPerHour = zip(perHour, pattern).map { $0 * $1 }
    }

    private func readType(_ code: String, _ table: SettingsTable, _ shared: SharedFigures) -> DistrictCallType {
        table.expect([
            "name", "per_hour", "by_hour", "priorities", "minutes", "on_scene", "paperwork", "false_alarms", "back_ups",
            "escalates", "reports", "dispositions",
        ])
        let name = table.bilingual("name", required: true) ?? (code, code)
        var type = DistrictCallType(code: code, name: DistrictText(name.english, name.chinese))
        let perHour = table.number("per_hour", 0...1000) ?? 0
        let byHour = weights("by_hour", in: table, count: 24) ?? [Double](repeating: 1, count: 24)
        type.weights = byHour.map { $0 * perHour }
        type.priorities = priorities(table)
        if let minutes = table.number("minutes", 0...1440), minutes > 0 {
            type.onScene = .lognormal(mean: minutes * 60, variation: 0.45)
        }
        if let law = law("on_scene", in: table) { type.onScene = law }
        type.paperwork = law("paperwork", in: table) ?? shared.paperwork
        type.falseAlarms = table.number("false_alarms", 0...1) ?? 0
        type.backUp = table.number("back_ups", 0...1) ?? shared.backUps
        type.escalates = table.number("escalates", 0...1) ?? 0
        type.sayings = table.strings("reports").map(DistrictText.init(both:))
        type.dispositions = table.strings("dispositions").map(DistrictText.init(both:))
        return type
    }

    /// Shares `[0.1, 0.3, 0.4, 0.2, 0]`, or words, each as likely: `["P1", "P2", "P2"]`.
    private func priorities(_ table: SettingsTable) -> [Double] {
        guard let array = table.table["priorities"]?.array else {
            if table.has("priorities") { _ = table.strings("priorities") }
            return [0, 0, 1, 0, 0]
        }
        if array.allSatisfy({ $0.string == nil }) {
            return weights("priorities", in: table, count: 5) ?? [0, 0, 1, 0, 0]
        }
        var shares = [Double](repeating: 0, count: 5)
        for name in table.strings("priorities") {
            guard let digit = name.last?.wholeNumberValue, (1...5).contains(digit), name.count == 2,
                name.uppercased().hasPrefix("P")
            else {
                table.fault("priorities", "\"\(name)\" is no priority; write P1 to P5", "“\(name)”不是优先级；请写 P1 至 P5")
                continue
            }
            shares[digit - 1] += 1
        }
        return shares.contains { $0 > 0 } ? shares : [0, 0, 1, 0, 0]
    }

    /// Factors on every type's calls by hour of the day.
    private func hourPattern(_ demand: SettingsTable?) -> [Double] {
        demand?.numbers("by_hour", count: 24...24, 0...100) ?? [Double](repeating: 1, count: 24)
    }

    /// The rest of the demand: weekdays and callers who call again.
    func readDemand(into model: inout DistrictModel) {
        if let demand = root.subtable("demand") {
            demand.expect(["by_hour", "by_weekday"])
            model.weekdayFactors = demand.numbers("by_weekday", count: 7...7, 0...100) ?? model.weekdayFactors
        }
        model.duplicateCallers = root.number("duplicates", 0...0.99) ?? 0
        model.duplicateDelay = law("duplicate_delay", in: root) ?? model.duplicateDelay
        model.falseAlarmFactor = root.number("false_alarm_part", 0...1) ?? model.falseAlarmFactor
    }
}

extension DistrictText {
    /// A text as logs and files write both languages in one: `English / 中文`.
    init(both text: String) {
        guard let slash = text.firstRange(of: " / ") else {
            self.init(text, text)
            return
        }
        self.init(String(text[..<slash.lowerBound]), String(text[slash.upperBound...]))
    }
}
