/// A value of a JSON text (RFC 8259).
public enum JSON: Hashable, Sendable {
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
    public struct Member: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: JSON

        /// Creates a member.
        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The member of an object with this name; nil when there is none or it is no object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a text.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The elements of a list.
    public var elements: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// A number, whole or not.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}

/// What a reader of JSON takes at most.
public struct JSONLimits: Hashable, Sendable {
    /// Bytes of the whole text.
    public var bytes = 1 << 20
    /// Lists and objects inside one another.
    public var depth = 16
    /// Values in all, names of members not counted. With the bytes it bounds the time that reading takes.
    public var values = 20_000
    /// Members of one object.
    public var members = 256

    /// The limits of a feed's message.
    public init() {}

    /// Limits for a collection of messages, as a webhook sends it: 4 MiB and 100,000 values.
    public static let batch: JSONLimits = {
        var limits = JSONLimits()
        limits.bytes = 4 << 20
        limits.values = 100_000
        return limits
    }()
}
