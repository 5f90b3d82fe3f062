/// Writes `Recordable` values as bytes.
///
/// Every field starts with one byte, `tag << 2 | shape`: shape 0 is a zigzag variable-length number, shape 1 is a
/// length of four bytes (little-endian) and so many bytes. Numbers equal to zero, empty texts and empty lists are left
/// out. A list's bytes are its elements, each a field of tag 0. A reader can therefore skip what it does not know.
package struct RecordWriter: FieldVisitor {
    /// Values are only read.
    package static var isReading: Bool { false }

    /// What was written so far.
    package private(set) var bytes: [UInt8]

    /// A writer that adds to these bytes.
    package init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Adds bytes that stand before the fields.
    mutating func append(_ more: [UInt8]) {
        bytes += more
    }

    /// Makes room in advance.
    package mutating func reserve(_ capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// A whole number; not written while it equals zero.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) {
        if value != 0 { number(tag, value) }
    }

    /// A whole number that may be absent.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) {
        if let value { number(tag, value) }
    }

    /// A text; not written while it is empty.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) {
        if !value.isEmpty { text(tag, value) }
    }

    /// A list of whole numbers.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) {
        guard !value.isEmpty else { return }
        let start = open(tag)
        for item in value { variable(item) }
        close(start)
    }

    /// A list of texts.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) {
        guard !value.isEmpty else { return }
        let start = open(tag)
        for item in value { text(0, item) }
        close(start)
    }

    /// A value inside this one.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        let start = open(tag)
        value.fields(&self)
        close(start)
    }

    /// A value inside this one that may be absent.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        guard var inner = value else { return }
        let start = open(tag)
        inner.fields(&self)
        close(start)
    }

    /// A list of values.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        guard !value.isEmpty else { return }
        let start = open(tag)
        for index in value.indices {
            var item = value[index]
            let inner = open(0)
            item.fields(&self)
            close(inner)
        }
        close(start)
    }

    /// Never called: a writer takes the values as they are.
    package mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {}

    private mutating func number(_ tag: UInt8, _ value: Int64) {
        bytes.append(tag << 2)
        variable(value)
    }

    private mutating func text(_ tag: UInt8, _ value: String) {
        let start = open(tag)
        bytes.append(contentsOf: value.utf8)
        close(start)
    }

    private mutating func variable(_ value: Int64) {
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    private mutating func open(_ tag: UInt8) -> Int {
        bytes.append(tag << 2 | 1)
        bytes.append(0)
        bytes.append(0)
        bytes.append(0)
        bytes.append(0)
        return bytes.count
    }

    private mutating func close(_ start: Int) {
        let length = UInt32(bytes.count - start)
        bytes[start - 4] = UInt8(truncatingIfNeeded: length)
        bytes[start - 3] = UInt8(truncatingIfNeeded: length >> 8)
        bytes[start - 2] = UInt8(truncatingIfNeeded: length >> 16)
        bytes[start - 1] = UInt8(truncatingIfNeeded: length >> 24)
    }
}
