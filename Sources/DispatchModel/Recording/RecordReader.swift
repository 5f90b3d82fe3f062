/// Why bytes could not be read.
package enum RecordError: Error, Hashable, Sendable {
    /// The bytes end inside a field, or a length points beyond the end.
    case truncated(offset: Int)
    /// A text is not valid UTF-8.
    case notText(field: String)
    /// A field holds a number that this program gives no meaning to: made by a newer program, or damaged.
    case unknownValue(field: String, value: Int64)
    /// An event of a kind that this program does not know: made by a newer program, or damaged.
    case unknownKind(UInt8)
    /// A format that this program does not know: made by a newer program, or damaged.
    case unknownVersion(UInt8)
}

/// Reads what `RecordWriter` wrote. Reads every byte at most once, skips fields it does not know and never traps on
/// damaged bytes; the first thing it could not read is in `failure`.
package struct RecordReader: FieldVisitor {
    /// Values are replaced.
    package static var isReading: Bool { true }

    /// The first thing that could not be read.
    package private(set) var failure: RecordError?
    private let bytes: UnsafeRawBufferPointer
    private var offset: Int
    private var end: Int

    /// A reader of these bytes, which must outlive it.
    package init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        offset = 0
        end = bytes.count
    }

    /// A whole number.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64) {
        if seek(tag, shape: 0) { value = variable() }
    }

    /// A whole number that may be absent.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?) {
        value = seek(tag, shape: 0) ? variable() : nil
    }

    /// A text.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String) {
        if seek(tag, shape: 1) { value = text(name) }
    }

    /// A list of whole numbers.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64]) {
        value = []
        inside(tag) { reader in
            while reader.offset < reader.end, reader.failure == nil { value.append(reader.variable()) }
        }
    }

    /// A list of texts.
    package mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String]) {
        value = []
        inside(tag) { reader in
            while reader.seek(0, shape: 1) { value.append(reader.text(name)) }
        }
    }

    /// A value inside this one.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value) {
        inside(tag) { reader in value.fields(&reader) }
    }

    /// A value inside this one that may be absent.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?) {
        value = nil
        inside(tag) { reader in
            var inner = Value()
            inner.fields(&reader)
            value = inner
        }
    }

    /// A list of values.
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value]) {
        value = []
        inside(tag) { reader in
            value.reserveCapacity(reader.itemCount)
            while reader.offset < reader.end, reader.failure == nil {
                let known = reader.inside(0) { element in
                    var item = Value()
                    item.fields(&element)
                    value.append(item)
                }
                if !known { break }
            }
        }
    }

    /// Notes that a field holds a number without a meaning.
    package mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64) {
        fail(.unknownValue(field: "\(name)", value: value))
    }

    /// How many values stand in the list that is being read, as far as their lengths make sense: room for them is made once.
    private var itemCount: Int {
        // Each is a field of tag 0 and shape 1, with four bytes of length before its own.
        var count = 0
        var place = offset
        while place + 5 <= end, bytes[place] == 1 {
            let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 1, as: UInt32.self)))
            guard length <= end - place - 5 else { break }
            place += 5 + length
            count += 1
        }
        return count
    }

    /// Reads within a field of bytes and goes on after it; false when the field is not there.
    @discardableResult
    private mutating func inside(_ tag: UInt8, _ read: (inout RecordReader) -> Void) -> Bool {
        guard seek(tag, shape: 1), let length = length() else { return false }
        let outer = end
        end = offset + length
        let after = end
        read(&self)
        offset = after
        end = outer
        return true
    }

    /// Moves to the field of a tag, past unknown ones; false when it was not written.
    private mutating func seek(_ tag: UInt8, shape: UInt8) -> Bool {
        while offset < end, failure == nil {
            let head = bytes[offset]
            if head >> 2 > tag { return false }
            offset += 1
            if head >> 2 == tag, head & 3 == shape { return true }
            switch head & 3 {
            case 0: _ = variable()
            case 1:
                guard let length = length() else { return false }
                offset += length
            default: fail(.truncated(offset: offset))
            }
        }
        return false
    }

    private mutating func text(_ name: StaticString) -> String {
        guard let length = length() else { return "" }
        let slice = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
        offset += length
        guard let text = String(validating: slice, as: UTF8.self) else {
            fail(.notText(field: "\(name)"))
            return ""
        }
        return text
    }

    private mutating func length() -> Int? {
        guard offset + 4 <= end else {
            fail(.truncated(offset: offset))
            return nil
        }
        let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        guard length <= end - offset - 4 else {
            fail(.truncated(offset: offset))
            return nil
        }
        offset += 4
        return length
    }

    private mutating func variable() -> Int64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return Int64(bitPattern: (result >> 1) ^ (0 &- (result & 1))) }
            shift += 7
        }
        fail(.truncated(offset: offset))
        return 0
    }

    private mutating func fail(_ error: RecordError) {
        if failure == nil { failure = error }
    }
}
