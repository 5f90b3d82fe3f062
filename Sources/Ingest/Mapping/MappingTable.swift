import DispatchModel
import TOMLKit

/// Collects the problems of one mapping file.
final class MappingProblems {
    let file: String
    let positions: KeyPositions
    private(set) var all: [MappingProblem] = []

    init(file: String, text: String) {
        self.file = file
        positions = KeyPositions(text)
    }

    func add(_ field: String, _ english: String, _ chinese: String) {
        let (line, column) = positions[field]
        all.append(
            MappingProblem(
                file: file, line: line, column: column, field: field, english: english, chinese: chinese))
    }
}

/// One table of a mapping file, read with a note of everything that is wrong.
struct MappingTable {
    let table: TOMLTable
    let path: String
    let problems: MappingProblems

    /// The keys, sorted.
    var keys: [String] { table.keys.sorted() }

    func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// Notes every key that is not among these.
    func expect(_ known: [String]) {
        for key in keys where !known.contains(key) {
            let list = known.joined(separator: ", ")
            problems.add(field(key), "unknown; remove it or write one of: \(list)", "未知字段；请删除，或改为：\(list)")
        }
    }

    func string(_ key: String, required: Bool = false) -> String? {
        guard let value = table[key] else {
            if required { problems.add(field(key), "missing; write \(key) = \"...\"", "缺少；请写 \(key) = \"...\"") }
            return nil
        }
        if let text = value.string, !text.isEmpty || !required { return text }
        problems.add(field(key), "must be a text in quotes that is not empty", "应为引号内的非空文本")
        return nil
    }

    /// A text or a list of texts.
    func strings(_ key: String) -> [String] {
        guard let value = table[key] else { return [] }
        if let text = value.string { return [text] }
        if let array = value.array {
            let texts = array.compactMap { $0.string }
            if texts.count == array.count { return texts }
        }
        problems.add(field(key), "must be a text or a list of texts", "应为文本或文本列表")
        return []
    }

    func subtable(_ key: String) -> MappingTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            problems.add(field(key), "must be a table: write [\(field(key))]", "应为表：请写 [\(field(key))]")
            return nil
        }
        return MappingTable(table: inner, path: field(key), problems: problems)
    }

    /// A value that stands for one of the cases of an enumeration.
    func choice<Value>(_ key: String, of names: [String: Value], standard: Value) -> Value {
        guard let text = string(key) else { return standard }
        if let value = names[text] { return value }
        let list = names.keys.sorted().joined(separator: ", ")
        problems.add(field(key), "\"\(text)\" is none of: \(list)", "“\(text)”不在可选值中：\(list)")
        return standard
    }

    /// A point as [latitude, longitude].
    func point(_ key: String) -> GeoPoint? {
        guard let value = table[key] else { return nil }
        let numbers = value.array?.compactMap { $0.double ?? $0.int.map(Double.init) } ?? []
        if numbers.count == 2, let point = GeoPoint(latitude: numbers[0], longitude: numbers[1]) { return point }
        problems.add(
            field(key), "must be [latitude, longitude] in degrees, such as [37.77, -122.42]",
            "应为 [纬度, 经度]（度），例如 [37.77, -122.42]")
        return nil
    }
}
