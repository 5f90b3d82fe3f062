/// Collects the problems of one settings file.
package final class SettingsProblems {
    /// The file's name for messages.
    package let file: String
    private let table: TOMLTable
    /// Everything noted so far.
    package private(set) var all: [SettingsProblem] = []

    /// Nothing noted yet of a file that holds a table.
    package init(file: String, table: TOMLTable) {
        self.file = file
        self.table = table
    }

    /// Notes a problem at the position of a path; people see array elements counted from 1.
    package func add(_ path: String, _ english: String, _ chinese: String) {
        let place = table.place(at: path)
        let field = path.split(separator: ".").reduce(into: "") { field, part in
            if let index = Int(part) { field += "[\(index + 1)]" } else { field += field.isEmpty ? part : ".\(part)" }
        }
        all.append(
            SettingsProblem(
                file: file, line: place?.line ?? 0, column: place?.column ?? 0, field: field, english: english,
                chinese: chinese))
    }
}

/// One table of a settings file, read with a note of everything that is wrong.
package struct SettingsTable {
    /// The table as read.
    package let table: TOMLTable
    /// Where it stands in the file; empty for the whole file.
    package let path: String
    /// Where faults are noted.
    package let problems: SettingsProblems

    /// The whole file. What its reader finds wrong with it goes into `problems`.
    /// - Throws: `SettingsError` when the text is no TOML.
    package init(text: String, file: String) throws(SettingsError) {
        do throws(TOMLProblem) {
            let table = try CheckedTOML.table(text)
            self.init(table: table, path: "", problems: SettingsProblems(file: file, table: table))
        } catch {
            throw SettingsError(problems: [
                SettingsProblem(
                    file: file, line: error.line, column: error.column, field: "", english: error.english,
                    chinese: error.chinese)
            ])
        }
    }

    init(table: TOMLTable, path: String, problems: SettingsProblems) {
        self.table = table
        self.path = path
        self.problems = problems
    }

    /// Its keys, sorted.
    package var keys: [String] { table.keys.sorted() }

    /// True when a key is written.
    package func has(_ key: String) -> Bool { table[key] != nil }

    /// The path of a key.
    package func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The line on which a key stands, from 1; 0 when it is not written.
    package func line(of key: String) -> Int { table.place(of: key)?.line ?? 0 }

    /// Notes a fault of a key.
    package func fault(_ key: String, _ english: String, _ chinese: String) {
        problems.add(field(key), english, chinese)
    }

    /// Notes every key that is not among these.
    package func expect(_ known: [String]) {
        for key in keys where !known.contains(key) {
            let list = known.joined(separator: ", ")
            fault(key, "unknown; remove it or write one of: \(list)", "未知字段；请删除，或改为：\(list)")
        }
    }

    /// A text; one that is required must not be empty.
    package func string(_ key: String, required: Bool = false) -> String? {
        guard let value = table[key] else {
            if required { fault(key, "missing; write \(key) = \"...\"", "缺少；请写 \(key) = \"...\"") }
            return nil
        }
        if let text = value.string, !text.isEmpty || !required { return text }
        fault(key, "must be a text in quotes that is not empty", "应为引号内的非空文本")
        return nil
    }

    /// A text or a list of texts.
    package func strings(_ key: String) -> [String] {
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
    package func bilingual(_ key: String, required: Bool = false) -> (english: String, chinese: String)? {
        guard let value = table[key] else {
            if required {
                fault(key, "missing; write \(key) = [\"English\", \"中文\"]", "缺少；请写 \(key) = [\"English\", \"中文\"]")
            }
            return nil
        }
        let texts = value.array?.compactMap { $0.string } ?? []
        if texts.count == 2, texts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= Self.textLimit }) {
            return (texts[0], texts[1])
        }
        fault(
            key, "must be both languages, [\"English\", \"中文\"], at most \(Self.textLimit) bytes each",
            "应为两种语言 [\"English\", \"中文\"]，每个不超过 \(Self.textLimit) 字节")
        return nil
    }

    /// The longest text in bytes of UTF-8.
    package static let textLimit = 1500

    /// A table inside.
    package func subtable(_ key: String) -> SettingsTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            fault(key, "must be a table: write [\(field(key))]", "应为表：请写 [\(field(key))]")
            return nil
        }
        return SettingsTable(table: inner, path: field(key), problems: problems)
    }

    /// The elements of an array of tables.
    package func elements(_ key: String) -> [SettingsTable] {
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
            return SettingsTable(table: inner, path: "\(field(key)).\(index)", problems: problems)
        }
    }

    /// A word that stands for one of the cases of an enumeration.
    package func choice<Value>(_ key: String, of names: [String: Value]) -> Value? {
        guard let text = string(key) else { return nil }
        if let value = names[text] { return value }
        let list = names.keys.sorted().joined(separator: ", ")
        fault(key, "\"\(text)\" is none of: \(list)", "“\(text)”不在可选值中：\(list)")
        return nil
    }

    /// True or false; false when it is not written.
    package func flag(_ key: String) -> Bool {
        guard let value = table[key] else { return false }
        if let flag = value.bool { return flag }
        fault(key, "must be true or false", "应为 true 或 false")
        return false
    }

    /// A whole number within a range.
    package func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = table[key] else { return nil }
        if let number = value.int, range.contains(number) { return number }
        let (low, high) = (range.lowerBound, range.upperBound)
        fault(key, "must be a whole number from \(low) to \(high)", "应为 \(low) 至 \(high) 的整数")
        return nil
    }

    /// A number within a range.
    package func number(_ key: String, _ range: ClosedRange<Double>) -> Double? {
        guard let value = table[key] else { return nil }
        if let number = value.number, range.contains(number) { return number }
        let (low, high) = (range.lowerBound, range.upperBound)
        fault(key, "must be a number from \(low) to \(high)", "应为 \(low) 至 \(high) 的数")
        return nil
    }
}
