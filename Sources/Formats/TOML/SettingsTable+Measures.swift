extension SettingsTable {
    /// A list of so many numbers, each within a range.
    package func numbers(_ key: String, count: ClosedRange<Int>, _ range: ClosedRange<Double>) -> [Double]? {
        guard let value = table[key] else { return nil }
        let numbers = value.array?.compactMap(\.number) ?? []
        if numbers.count == value.array?.count, count.contains(numbers.count), numbers.allSatisfy(range.contains) {
            return numbers
        }
        let many =
            count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
        let span = "\(range.lowerBound) to \(range.upperBound)"
        fault(key, "must be a list of \(many) numbers from \(span)", "应为 \(many) 个数的列表，每个在 \(span) 之间")
        return nil
    }

    /// A length of time such as `"90s"`, `"5m"`, `"1h30m"` in milliseconds, at most a limit.
    package func milliseconds(_ key: String, limit: Int64, required: Bool = false) -> Int64? {
        guard let value = table[key] else {
            if required { fault(key, "missing; write \(key) = \"5m\"", "缺少；请写 \(key) = \"5m\"") }
            return nil
        }
        if let text = value.string, let length = WrittenSpan.milliseconds(text), length <= limit { return length }
        let most = WrittenSpan.text(limit)
        fault(
            key, "must be a length of time up to \(most) such as \"90s\", \"5m\" or \"1h30m\"",
            "应为不超过 \(most) 的时长，例如 \"90s\"、\"5m\" 或 \"1h30m\"")
        return nil
    }

    /// A place as [latitude, longitude] in degrees, the latitude within 90 and the longitude within 180.
    package func degrees(_ key: String, required: Bool = false) -> (latitude: Double, longitude: Double)? {
        let advice = "[31.23, 121.47]"
        guard let value = table[key] else {
            if required { fault(key, "missing; write \(key) = \(advice)", "缺少；请写 \(key) = \(advice)") }
            return nil
        }
        let numbers = value.array?.compactMap(\.number) ?? []
        if numbers.count == 2, abs(numbers[0]) <= 90, abs(numbers[1]) <= 180 { return (numbers[0], numbers[1]) }
        fault(
            key, "must be [latitude, longitude] in degrees, such as \(advice)", "应为 [纬度, 经度]（度），例如 \(advice)")
        return nil
    }
}
