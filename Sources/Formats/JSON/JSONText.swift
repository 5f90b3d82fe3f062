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
