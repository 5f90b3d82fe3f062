import DispatchModel
import Formats

/// What is wrong with a field of an exported line.
struct FieldDefect: Error, Hashable, Sendable {
    /// The field's name, those around it before it, with dots between.
    var field: String
    var what: BilingualText
}

/// Reads what `JSONRecordWriter` wrote. The first thing it could not read is in `defect`.
struct JSONRecordReader: FieldVisitor {
    static var isReading: Bool { true }

    private(set) var defect: FieldDefect?
    private var members: [String: JSON]
    private var path: String

    init(_ members: [JSON.Member], path: String = "") {
        self.members = Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
        self.path = path
    }

    /// Notes a member that no field asked for: a mistake, or a newer program's.
    mutating func finish() {
        guard let name = members.keys.min() else { return }
        fail(name, "a field that this program does not know", "本程序不认识该字段")
    }

    private mutating func takeMember(_ name: StaticString) -> JSON? {
        members.removeValue(forKey: "\(name)")
    }

    private mutating func fail(_ name: String, _ english: String, _ chinese: String) {
        guard defect == nil else { return }
        let field = path.isEmpty ? name : "\(path).\(name)"
        defect = FieldDefect(field: field, what: BilingualText(english, chinese))
    }

    private mutating func wrong(_ name: StaticString, _ found: JSON, _ wanted: String, _ chinese: String) {
        fail("\(name)", "\(wanted) expected, found \(found.kind)", "应为\(chinese)")
    }

    /// A whole number, or nil when it is not there.
    mutating func number(_ name: StaticString) -> Int64? {
        guard let found = takeMember(name) else { return nil }
        if case .integer(let number) = found { return number }
        wrong(name, found, "a whole number", "整数")
        return nil
    }

    /// A text, or nil when it is not there.
    mutating func text(_ name: StaticString) -> String? {
        guard let found = takeMember(name) else { return nil }
        if case .string(let text) = found { return text }
        wrong(name, found, "a text", "文本")
        return nil
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) {
        if let number = number(name) { value = number }
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) {
        value = number(name)
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) {
        if let text = text(name) { value = text }
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) {
        value = items(name) { reader, item, _ in
            if case .integer(let number) = item { return number }
            reader.wrong(name, item, "whole numbers", "整数列表")
            return nil
        }
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) {
        value = items(name) { reader, item, _ in
            if case .string(let text) = item { return text }
            reader.wrong(name, item, "texts", "文本列表")
            return nil
        }
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        if let found = takeMember(name), let read: Value = inner(name, "\(name)", found) { value = read }
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        value = takeMember(name).flatMap { inner(name, "\(name)", $0) }
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        value = items(name) { reader, item, index in reader.inner(name, "\(name)[\(index)]", item) }
    }

    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value
    ) where Value.RawValue: FixedWidthInteger {
        if let word: Value = word(name) { value = word }
    }

    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value?
    ) where Value.RawValue: FixedWidthInteger {
        value = word(name)
    }

    mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {
        fail("\(name)", "\(value) is out of range", "\(value) 超出范围")
    }

    /// Reads a payload by a function that visits its fields.
    mutating func members<Result>(
        of name: StaticString, _ read: (inout JSONRecordReader) -> Result
    ) -> Result? {
        guard let found = takeMember(name) else {
            fail("\(name)", "the field is missing", "缺少该字段")
            return nil
        }
        guard case .object(let members) = found else {
            wrong(name, found, "an object", "对象")
            return nil
        }
        var reader = JSONRecordReader(members, path: path.isEmpty ? "\(name)" : "\(path).\(name)")
        let result = read(&reader)
        reader.finish()
        if defect == nil { defect = reader.defect }
        return result
    }

    private mutating func word<Value: RawRepresentable & CaseIterable>(_ name: StaticString) -> Value?
    where Value.RawValue: FixedWidthInteger {
        guard let text = text(name) else { return nil }
        if let value: Value = CaseWords.value(of: text) { return value }
        let known = NameList(Value.allCases.map { CaseWords.word(of: $0) })
        fail("\(name)", "\"\(text)\" is not one of \(known.english)", "“\(text)”不在可选值之内：\(known.chinese)")
        return nil
    }

    private mutating func inner<Value: Recordable>(_ name: StaticString, _ label: String, _ found: JSON) -> Value? {
        guard case .object(let members) = found else {
            wrong(name, found, "an object", "对象")
            return nil
        }
        var reader = JSONRecordReader(members, path: path.isEmpty ? label : "\(path).\(label)")
        var value = Value()
        value.fields(&reader)
        reader.finish()
        if defect == nil { defect = reader.defect }
        return value
    }

    private mutating func items<Item>(
        _ name: StaticString, _ read: (inout JSONRecordReader, JSON, Int) -> Item?
    ) -> [Item] {
        guard let found = takeMember(name) else { return [] }
        guard case .array(let values) = found else {
            wrong(name, found, "a list", "列表")
            return []
        }
        return values.enumerated().compactMap { read(&self, $0.element, $0.offset) }
    }
}

extension JSON {
    /// What the value is, for messages.
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
