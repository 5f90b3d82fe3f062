/// A value of a JSON text (RFC 8259).
package enum JSON: Hashable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A number without fraction that fits 64 bits.
    case integer(Int64)
    /// Any other number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members in the order of the text; names are unique.
    case object([Member])

    /// One member of an object.
    package struct Member: Hashable, Sendable {
        /// Its name.
        package var name: String
        /// Its value.
        package var value: JSON

        /// Creates a member.
        @inlinable package init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The member of an object with this name; nil when there is none or it is no object.
    @inlinable package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a text.
    @inlinable package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The elements of a list.
    @inlinable package var elements: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object.
    @inlinable package var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// A number, whole or not.
    @inlinable package var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}

/// What a reader of JSON takes at most.
package struct JSONLimits: Hashable, Sendable {
    /// Bytes of the whole text.
    package var bytes = 1 << 20
    /// Lists and objects inside one another.
    package var depth = 16
    /// Values in all, names of members not counted. With the bytes it bounds the time that reading takes.
    package var values = 20_000
    /// Members of one object.
    package var members = 256
    /// True when whole numbers of 64 bits are the only ones.
    package var wholeNumbers = false

    /// The limits of a feed's message.
    package init() {}

    /// Limits for a collection of messages, as a webhook sends it: 4 MiB and 100,000 values.
    package static let batch: JSONLimits = {
        var limits = JSONLimits()
        limits.bytes = 4 << 20
        limits.values = 100_000
        return limits
    }()
}
