import DispatchModel
import TOMLKit

/// Collects the problems of one scenario file.
final class ScenarioProblems {
    let file: String
    let positions: FieldPositions
    private(set) var all: [ScenarioProblem] = []

    init(file: String, text: String) {
        self.file = file
        positions = FieldPositions(text)
    }

    /// Notes a problem at the position of a path; people see array elements counted from 1.
    func add(_ path: String, _ english: String, _ chinese: String) {
        let (line, column) = positions[path]
        let field = path.split(separator: ".").reduce(into: "") { field, part in
            if let index = Int(part) { field += "[\(index + 1)]" } else { field += field.isEmpty ? part : ".\(part)" }
        }
        all.append(
            ScenarioProblem(file: file, line: line, column: column, field: field, english: english, chinese: chinese))
    }
}

/// One table of a scenario file, read with a note of everything that is wrong.
struct ScenarioTable {
    let table: TOMLTable
    let path: String
    let problems: ScenarioProblems

    var keys: [String] { table.keys.sorted() }

    func has(_ key: String) -> Bool { table[key] != nil }

    func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func fault(_ key: String, _ english: String, _ chinese: String) {
        problems.add(field(key), english, chinese)
    }

    /// Notes every key that is not among these.
    func expect(_ known: [String]) {
        for key in keys where !known.contains(key) {
            let list = known.joined(separator: ", ")
            fault(key, "unknown; remove it or write one of: \(list)", "未知字段；请删除，或改为：\(list)")
        }
    }

    func string(_ key: String, required: Bool = false) -> String? {
        guard let value = table[key] else {
            if required { fault(key, "missing; write \(key) = \"...\"", "缺少；请写 \(key) = \"...\"") }
            return nil
        }
        if let text = value.string, !text.isEmpty { return text }
        fault(key, "must be a text in quotes that is not empty", "应为引号内的非空文本")
        return nil
    }

    func strings(_ key: String) -> [String] {
        guard let value = table[key] else { return [] }
        if let text = value.string { return [text] }
        if let array = value.array {
            let texts = array.compactMap { $0.string }
            if texts.count == array.count { return texts }
        }
        fault(key, "must be a text or a list of texts", "应为文本或文本列表")
        return []
    }

    /// A text in both languages: `["English", "中文"]`.
    func text(_ key: String, required: Bool = false) -> DrillText {
        guard let value = table[key] else {
            if required {
                fault(key, "missing; write \(key) = [\"English\", \"中文\"]", "缺少；请写 \(key) = [\"English\", \"中文\"]")
            }
            return .none
        }
        let texts = value.array?.compactMap { $0.string } ?? []
        if texts.count == 2, texts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= Self.textLimit }) {
            return DrillText(texts[0], texts[1])
        }
        fault(
            key, "must be both languages, [\"English\", \"中文\"], at most \(Self.textLimit) bytes each",
            "应为两种语言 [\"English\", \"中文\"]，每个不超过 \(Self.textLimit) 字节")
        return .none
    }

    /// The longest text in bytes of UTF-8.
    static let textLimit = 1500

    func subtable(_ key: String) -> ScenarioTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            fault(key, "must be a table: write [\(field(key))]", "应为表：请写 [\(field(key))]")
            return nil
        }
        return ScenarioTable(table: inner, path: field(key), problems: problems)
    }

    /// The elements of an array of tables.
    func elements(_ key: String) -> [ScenarioTable] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else {
            fault(key, "must be a list of tables: write [[\(field(key))]]", "应为表的列表：请写 [[\(field(key))]]")
            return []
        }
        return array.enumerated().compactMap { index, element in
            guard let inner = element.table else {
                fault(key, "must be a list of tables: write [[\(field(key))]]", "应为表的列表：请写 [[\(field(key))]]")
                return nil
            }
            return ScenarioTable(table: inner, path: "\(field(key)).\(index)", problems: problems)
        }
    }

    func choice<Value>(_ key: String, of names: [String: Value]) -> Value? {
        guard let text = string(key) else { return nil }
        if let value = names[text] { return value }
        let list = names.keys.sorted().joined(separator: ", ")
        fault(key, "\"\(text)\" is none of: \(list)", "“\(text)”不在可选值中：\(list)")
        return nil
    }

    func flag(_ key: String) -> Bool {
        guard let value = table[key] else { return false }
        if let flag = value.bool { return flag }
        fault(key, "must be true or false", "应为 true 或 false")
        return false
    }

    func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = table[key] else { return nil }
        if let number = value.int, range.contains(number) { return number }
        let (low, high) = (range.lowerBound, range.upperBound)
        fault(key, "must be a whole number from \(low) to \(high)", "应为 \(low) 至 \(high) 的整数")
        return nil
    }

    func number(_ key: String, _ range: ClosedRange<Double>) -> Double? {
        guard let value = table[key] else { return nil }
        if let number = value.double ?? value.int.map(Double.init), range.contains(number) { return number }
        let (low, high) = (range.lowerBound, range.upperBound)
        fault(key, "must be a number from \(low) to \(high)", "应为 \(low) 至 \(high) 的数")
        return nil
    }

    /// A length of time such as `"90s"`, `"5m"`, `"1h30m"`.
    func span(_ key: String, required: Bool = false) -> Span? {
        guard let value = table[key] else {
            if required { fault(key, "missing; write \(key) = \"5m\"", "缺少；请写 \(key) = \"5m\"") }
            return nil
        }
        if let text = value.string, let span = Span(written: text), span <= Scenario.longest { return span }
        fault(
            key, "must be a length of time up to 7 days such as \"90s\", \"5m\" or \"1h30m\"",
            "应为不超过 7 天的时长，例如 \"90s\"、\"5m\" 或 \"1h30m\"")
        return nil
    }

    /// A point as [latitude, longitude].
    func point(_ key: String) -> GeoPoint? {
        guard let value = table[key] else { return nil }
        let numbers = value.array?.compactMap { $0.double ?? $0.int.map(Double.init) } ?? []
        if numbers.count == 2, let point = GeoPoint(latitude: numbers[0], longitude: numbers[1]) { return point }
        fault(
            key, "must be [latitude, longitude] in degrees, such as [31.23, 121.47]",
            "应为 [纬度, 经度]（度），例如 [31.23, 121.47]")
        return nil
    }
}
