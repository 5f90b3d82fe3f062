/// A value that can be written down and read back, field by field.
///
/// One function, `fields`, serves every encoding in both directions: a visitor that writes takes the values, one that
/// reads replaces them. Tags are the field's identity on disk: they ascend within a type, are never used twice and
/// never change their meaning. A field that was not written keeps the value that `init()` gave it, so a newer program
/// reads older records.
package protocol Recordable {
    /// A value with every field at its default.
    init()

    /// Shows every field to the visitor, in ascending order of tags.
    mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor)
}

extension Recordable {
    /// A value as a visitor that reads finds it.
    @inlinable
    package init<Visitor: FieldVisitor>(reading visitor: inout Visitor) {
        self.init()
        fields(&visitor)
    }
}

/// Writes or reads the fields of `Recordable` values.
package protocol FieldVisitor {
    /// True when values are replaced by what was read.
    static var isReading: Bool { get }

    /// A whole number; not written while it equals zero.
    mutating func visit(_ tag: UInt8, _ name: StaticString, integer value: inout Int64)
    /// A whole number that may be absent.
    mutating func visit(_ tag: UInt8, _ name: StaticString, optional value: inout Int64?)
    /// A text; not written while it is empty.
    mutating func visit(_ tag: UInt8, _ name: StaticString, text value: inout String)
    /// A list of whole numbers.
    mutating func visit(_ tag: UInt8, _ name: StaticString, integers value: inout [Int64])
    /// A list of texts.
    mutating func visit(_ tag: UInt8, _ name: StaticString, texts value: inout [String])
    /// A value inside this one.
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, nested value: inout Value)
    /// A value inside this one that may be absent.
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, optional value: inout Value?)
    /// A list of values.
    mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, list value: inout [Value])

    /// A word of the vocabulary; recorded as its number unless the encoding is for people.
    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value
    ) where Value.RawValue: FixedWidthInteger
    /// The same, when it may be absent.
    mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value?
    ) where Value.RawValue: FixedWidthInteger

    /// Told that a field holds a number that this program gives no meaning to.
    mutating func reject(_ tag: UInt8, _ name: StaticString, value: Int64)
}

extension FieldVisitor {
    /// A word of the vocabulary, recorded as its number.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value
    ) where Value.RawValue: FixedWidthInteger {
        visit(tag, name, raw: &value)
    }

    /// The same, when it may be absent.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, word value: inout Value?
    ) where Value.RawValue: FixedWidthInteger {
        visit(tag, name, raw: &value)
    }

    /// A word of the vocabulary.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, _ value: inout Value
    ) where Value.RawValue: FixedWidthInteger {
        visit(tag, name, word: &value)
    }

    /// The same, when it may be absent.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable & CaseIterable>(
        _ tag: UInt8, _ name: StaticString, _ value: inout Value?
    ) where Value.RawValue: FixedWidthInteger {
        visit(tag, name, word: &value)
    }

    /// An identifier or a time, recorded as its number.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable>(_ tag: UInt8, _ name: StaticString, _ value: inout Value)
    where Value.RawValue: FixedWidthInteger {
        visit(tag, name, raw: &value)
    }

    /// The same, when it may be absent.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable>(_ tag: UInt8, _ name: StaticString, _ value: inout Value?)
    where Value.RawValue: FixedWidthInteger {
        visit(tag, name, raw: &value)
    }

    /// Anything that stands for a number, recorded as that.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable>(_ tag: UInt8, _ name: StaticString, raw value: inout Value)
    where Value.RawValue: FixedWidthInteger {
        var number = Int64(truncatingIfNeeded: value.rawValue)
        visit(tag, name, integer: &number)
        guard let raw = Value.RawValue(exactly: number), let read = Value(rawValue: raw) else {
            return reject(tag, name, value: number)
        }
        value = read
    }

    /// The same, when it may be absent.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable>(_ tag: UInt8, _ name: StaticString, raw value: inout Value?)
    where Value.RawValue: FixedWidthInteger {
        var number = value.map { Int64(truncatingIfNeeded: $0.rawValue) }
        visit(tag, name, optional: &number)
        guard let number else {
            value = nil
            return
        }
        guard let raw = Value.RawValue(exactly: number), let read = Value(rawValue: raw) else {
            return reject(tag, name, value: number)
        }
        value = read
    }

    /// A list of identifiers.
    @inlinable @inline(__always)
    package mutating func visit<Value: RawRepresentable>(_ tag: UInt8, _ name: StaticString, _ value: inout [Value])
    where Value.RawValue: FixedWidthInteger {
        var numbers = value.map { Int64(truncatingIfNeeded: $0.rawValue) }
        visit(tag, name, integers: &numbers)
        value = numbers.compactMap { number in
            guard let raw = Value.RawValue(exactly: number), let read = Value(rawValue: raw) else {
                reject(tag, name, value: number)
                return nil
            }
            return read
        }
    }

    /// Yes or no, recorded as 1 or 0.
    @inlinable @inline(__always)
    package mutating func visit(_ tag: UInt8, _ name: StaticString, _ value: inout Bool) {
        var number: Int64 = value ? 1 : 0
        visit(tag, name, integer: &number)
        value = number != 0
    }

    /// A whole number.
    @inlinable @inline(__always)
    package mutating func visit<Value: FixedWidthInteger>(_ tag: UInt8, _ name: StaticString, _ value: inout Value) {
        var number = Int64(truncatingIfNeeded: value)
        visit(tag, name, integer: &number)
        value = Value(truncatingIfNeeded: number)
    }

    /// A list of whole numbers.
    @inlinable @inline(__always)
    package mutating func visit(_ tag: UInt8, _ name: StaticString, _ value: inout [Int64]) {
        visit(tag, name, integers: &value)
    }

    /// A text.
    @inlinable @inline(__always)
    package mutating func visit(_ tag: UInt8, _ name: StaticString, _ value: inout String) {
        visit(tag, name, text: &value)
    }

    /// A list of texts.
    @inlinable @inline(__always)
    package mutating func visit(_ tag: UInt8, _ name: StaticString, _ value: inout [String]) {
        visit(tag, name, texts: &value)
    }

    /// A value inside this one.
    @inlinable @inline(__always)
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, _ value: inout Value) {
        visit(tag, name, nested: &value)
    }

    /// A value inside this one that may be absent.
    @inlinable @inline(__always)
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, _ value: inout Value?) {
        visit(tag, name, optional: &value)
    }

    /// A list of values.
    @inlinable @inline(__always)
    package mutating func visit<Value: Recordable>(_ tag: UInt8, _ name: StaticString, _ value: inout [Value]) {
        visit(tag, name, list: &value)
    }
}
