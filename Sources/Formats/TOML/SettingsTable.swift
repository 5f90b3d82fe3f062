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
            let list = NameList(known)
            fault(key, "unknown; remove it or write one of: \(list.english)", "未知字段；请删除，或改为：\(list.chinese)")
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

    /// A text in both languages: `["English", "中文"]` or `{ en = "English", zh = "中文" }`.
    package func bilingual(_ key: String, required: Bool = false) -> (english: String, chinese: String)? {
        guard let value = table[key] else {
            if required {
                fault(key, "missing; write \(key) = [\"English\", \"中文\"]", "缺少；请写 \(key) = [\"English\", \"中文\"]")
            }
            return nil
        }
        if let both = Self.pair(value) { return both }
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

    /// A table that stands within a value of this one, at a path from here such as `send.1`.
    package func inside(_ inner: TOMLTable, _ path: String) -> SettingsTable {
        SettingsTable(table: inner, path: field(path), problems: problems)
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
        let list = NameList(names.keys.sorted())
        fault(key, "\"\(text)\" is none of: \(list.english)", "“\(text)”不在可选值中：\(list.chinese)")
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
        if numbers.count == 2, abs(numbers[0]) <= 180, abs(numbers[1]) <= 90 {
            fault(
                key, "has the longitude first; write [latitude, longitude]: [\(numbers[1]), \(numbers[0])]",
                "经度写在了前面；应为 [纬度, 经度]：[\(numbers[1]), \(numbers[0])]")
            return nil
        }
        fault(
            key, "must be [latitude, longitude] in degrees, such as \(advice)", "应为 [纬度, 经度]（度），例如 \(advice)")
        return nil
    }
}

/// Something in a settings file that must be put right before the file can be used.
package struct SettingsProblem: Hashable, Sendable {
    /// The file.
    package var file: String
    /// The line, from 1; 0 when it is about the file as a whole.
    package var line: Int
    /// The column, from 1; 0 when it is about the whole line or file.
    package var column: Int
    /// The field, such as `inject[3].within`.
    package var field: String
    /// What is wrong and what to do, in English.
    package var english: String
    /// The same in Chinese.
    package var chinese: String

    /// Creates a problem.
    package init(file: String, line: Int, column: Int, field: String, english: String, chinese: String) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.english = english
        self.chinese = chinese
    }

    /// Where, for the front of a message.
    package var position: String {
        let place = line == 0 ? file : "\(file):\(line):\(column)"
        return field.isEmpty ? place : "\(place): \(field)"
    }
}

/// A settings file that cannot be used, with everything that is wrong with it.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one problem, in the order of the file.
    package var problems: [SettingsProblem]

    /// Creates an error of these problems, put in the order of the file.
    package init(problems: [SettingsProblem]) {
        self.problems = problems.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element)
    }

    /// One line a problem, in English and Chinese.
    package var description: String {
        problems.map { "\($0.position): \($0.english) / \($0.chinese)" }.joined(separator: "\n")
    }
}
