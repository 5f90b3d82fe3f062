import DispatchModel
import Formats

/// Writes `Recordable` values as members of a JSON object (RFC 8259), for people and other programs.
///
/// Names are the fields' own, words of the vocabulary stand as words, identifiers, times (milliseconds since 1970) and
/// counts as whole numbers. What a record would leave out is left out here too.
struct JSONRecordWriter: FieldVisitor {
    static var isReading: Bool { false }

    private(set) var bytes: [UInt8] = []
    private var first = true

    /// Writes an object around what `body` writes.
    mutating func object(_ body: (inout JSONRecordWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        first = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        first = false
    }

    /// Starts the member of a name.
    mutating func member(_ name: StaticString) {
        if !first { bytes.append(UInt8(ascii: ",")) }
        first = false
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func number(_ value: Int64) {
        bytes.append(contentsOf: "\(value)".utf8)
    }

    /// Writes a text; what JSON does not allow plainly is escaped.
    mutating func string(_ value: String) {
        JSON.append(quoting: value, lineFeed: .number, to: &bytes)
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) {
        guard value != 0 else { return }
        member(name)
        number(value)
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) {
        guard let value else { return }
        member(name)
        number(value)
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) {
        guard !value.isEmpty else { return }
        member(name)
        string(value)
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) {
        array(name, value) { $0.number($1) }
    }

    mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) {
        array(name, value) { $0.string($1) }
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        member(name)
        object { value.fields(&$0) }
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        guard var inner = value else { return }
        member(name)
        object { inner.fields(&$0) }
    }

    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        array(name, value) { writer, item in
            var item = item
            writer.object { item.fields(&$0) }
        }
    }

    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value
    ) where Value.RawValue: FixedWidthInteger {
        member(name)
        string(CaseWords.word(of: value))
    }

    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value?
    ) where Value.RawValue: FixedWidthInteger {
        guard let word = value else { return }
        member(name)
        string(CaseWords.word(of: word))
    }

    /// Never called: a writer takes the values as they are.
    mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {}

    private mutating func array<Item>(
        _ name: StaticString, _ items: [Item], _ write: (inout JSONRecordWriter, Item) -> Void
    ) {
        guard !items.isEmpty else { return }
        member(name)
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}

/// The words by which the exported form names the values of an enumeration: its cases' names.
enum CaseWords {
    static func word<Value: RawRepresentable & CaseIterable>(of value: Value) -> String {
        String(describing: value)
    }

    static func value<Value: RawRepresentable & CaseIterable>(of word: String) -> Value? {
        Value.allCases.first { CaseWords.word(of: $0) == word }
    }
}
