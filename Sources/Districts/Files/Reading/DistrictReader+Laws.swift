import Formats

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
