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
        let name = table.name("name", required: true) ?? .one(code)
        var type = DistrictCallType(code: code, name: BilingualText(name))
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
        type.sayings = table.names("reports").map(BilingualText.init)
        type.dispositions = table.names("dispositions").map(BilingualText.init)
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

extension BilingualText {
    /// What a settings file calls a thing; both languages may stand in one text, `English / 中文`.
    package init(_ name: WrittenName) {
        switch name {
        case .one(let text): self.init(written: text)
        case .both(let english, let chinese): self.init(english, chinese)
        }
    }
}

extension DistrictReader {
    /// The longest time that a law may have, in seconds.
    static let longest = 86_400.0

    /// How long something takes: `"90s"` for always, `{ mean = "90s", cv = 0.5 }` for lognormal (0.5 unless written),
    /// `{ exponential = "5m" }`, or `{ observed = [10, 25, 60] }` in seconds. Nil when the field is not written.
    func law(_ key: String, in table: SettingsTable) -> DurationLaw? {
        guard let value = table.table[key] else { return nil }
        if value.string != nil { return seconds(key, in: table).map { .fixed($0) } }
        guard value.table != nil, let inner = table.subtable(key) else {
            table.fault(
                key,
                "must be a length such as \"90s\", or { mean = \"90s\", cv = 0.5 }, or { observed = [10, 25, 60] }",
                "应为时长（如 \"90s\"）、{ mean = \"90s\", cv = 0.5 } 或 { observed = [10, 25, 60] }")
            return nil
        }
        inner.expect(["mean", "cv", "exponential", "observed"])
        if inner.has("observed") { return observed(inner) }
        if inner.has("exponential") { return seconds("exponential", in: inner).map { .exponential(mean: $0) } }
        guard let mean = seconds("mean", in: inner, required: true) else { return nil }
        let variation = inner.number("cv", 0...5) ?? 0.5
        return variation == 0 || mean == 0 ? .fixed(mean) : .lognormal(mean: mean, variation: variation)
    }

    private func observed(_ table: SettingsTable) -> DurationLaw? {
        guard let values = table.numbers("observed", count: 2...101, 0...Self.longest) else { return nil }
        guard zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            table.fault("observed", "must rise from the least to the greatest", "须由小到大排列")
            return nil
        }
        return .observed(values)
    }

    private func seconds(_ key: String, in table: SettingsTable, required: Bool = false) -> Double? {
        table.milliseconds(key, limit: Int64(Self.longest * 1000), required: required).map { Double($0) / 1000 }
    }

    /// Shares that are not all nothing.
    func weights(_ key: String, in table: SettingsTable, count: Int) -> [Double]? {
        guard let values = table.numbers(key, count: count...count, 0...1_000_000) else { return nil }
        if values.contains(where: { $0 > 0 }) { return values }
        table.fault(key, "must not be all 0", "不能全为 0")
        return nil
    }
}
