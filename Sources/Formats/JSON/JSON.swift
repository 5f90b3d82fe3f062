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

extension JSON {
    /// The value as a JSON text, on one line, or indented by two blanks a level.
    package func written(indented: Bool = false) -> String {
        var text = ""
        write(to: &text, level: indented ? 0 : nil)
        return text
    }

    /// How a line feed in a text is escaped.
    package enum LineFeed: Sendable {
        /// As `\n`.
        case name
        /// As `\u000a`, like every other control character.
        case number
    }

    /// A text in double quotes, with what JSON asks to be escaped.
    package static func quoted(_ text: String, lineFeed: LineFeed = .name) -> String {
        var bytes: [UInt8] = []
        append(quoting: text, lineFeed: lineFeed, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds a text in double quotes, with what JSON asks to be escaped.
    package static func append(quoting text: String, lineFeed: LineFeed, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            for byte in utf8 {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                    bytes.append(UInt8(ascii: "\\"))
                    bytes.append(byte)
                case 0x0A where lineFeed == .name: bytes.append(contentsOf: "\\n".utf8)
                case 0..<0x20, 0x7F:
                    bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
                    bytes.append(contentsOf: String(byte, radix: 16).utf8)
                default: bytes.append(byte)
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole JSON text with what would change how a terminal or an editor shows what stands around it escaped: C1 controls and
    /// bidirectional ones. Such signs stand in strings alone, so that the value is the same.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isOrder) else { return text }
        return text.unicodeScalars.reduce(into: "") { safe, scalar in
            guard isOrder(scalar) else { return safe.unicodeScalars.append(scalar) }
            let digits = String(scalar.value, radix: 16)
            safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }

    private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private func write(to text: inout String, level: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? String(value) : "null"
        case .string(let value): text += JSON.quoted(value)
        case .array(let elements):
            JSON.list(elements, "[", "]", to: &text, level) { element, text, level in
                element.write(to: &text, level: level)
            }
        case .object(let members):
            JSON.list(members, "{", "}", to: &text, level) { member, text, level in
                text += JSON.quoted(member.name) + (level == nil ? ":" : ": ")
                member.value.write(to: &text, level: level)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ level: Int?,
        _ write: (Element, inout String, Int?) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let level { text += "\n" + String(repeating: "  ", count: level + 1) }
            write(element, &text, level.map { $0 + 1 })
        }
        if let level, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
        text += close
    }
}
