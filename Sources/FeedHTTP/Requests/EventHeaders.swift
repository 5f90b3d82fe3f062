import Feeds
import Formats
import NIOHTTP1

/// The attributes of a CloudEvent in binary mode.
///
/// Source: CloudEvents HTTP protocol binding 1.0.2, section 3.1.3: `ce-` and the name; in the value, quoted strings are
/// undone first, then percent-encoding, once, and the bytes must be UTF-8. `datacontenttype` is `Content-Type`.
enum EventHeaders {
    /// The most attributes of one event.
    static let limit = 64

    /// The fields as they came.
    static func fields(_ headers: HTTPHeaders) -> [(name: String, value: String)] {
        var fields = headers.filter { $0.name.lowercased().hasPrefix("ce-") }.map {
            (name: $0.name.lowercased(), value: $0.value)
        }
        if let type = headers.first(name: "content-type") { fields.append(("content-type", type)) }
        return fields
    }

    /// The attributes by their names.
    static func attributes(_ fields: [(name: String, value: String)]) throws(MessageFault) -> [String: String] {
        guard fields.count <= limit else {
            throw fault(
                "", "\(fields.count) attributes", "\(fields.count) 个属性", "at most \(limit)", "至多 \(limit) 个")
        }
        var attributes: [String: String] = [:]
        for (field, value) in fields {
            let name = field == "content-type" ? "datacontenttype" : String(field.dropFirst(3))
            guard !name.isEmpty, name.utf8.allSatisfy(isAttribute), name != "data",
                field == "content-type" || name != "datacontenttype"
            else {
                throw fault(
                    "ce-", "an attribute with another name", "其他名称的属性", "lower-case letters and digits", "小写字母与数字")
            }
            guard attributes[name] == nil else {
                throw fault(field, "the attribute again", "重复的属性", "each attribute once", "每个属性仅一次")
            }
            attributes[name] = field == "content-type" ? value : try decoded(value, field)
        }
        return attributes
    }

    /// The text of a value.
    static func decoded(_ value: String, _ field: String) throws(MessageFault) -> String {
        let bytes = unquoted(Array(value.utf8))
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            guard index + 2 < bytes.count, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) else {
                throw fault(field, "% without two digits", "% 后无两位数字", "% and two hexadecimal digits", "% 加两位十六进制数字")
            }
            text.append(high << 4 | low)
            index += 3
        }
        guard let decoded = String(validating: text, as: UTF8.self) else {
            throw fault(field, "bytes that are not UTF-8", "非 UTF-8 字节", "UTF-8", "UTF-8")
        }
        return decoded
    }

    /// The content of a quoted string (RFC 9110, section 5.6.4); anything else as it is.
    private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return bytes }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in bytes.dropFirst().dropLast() {
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
            } else {
                text.append(byte)
                isEscaped = false
            }
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        byte < 0x80 ? Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) : nil
    }

    private static func isAttribute(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func fault(
        _ path: String, _ found: String, _ foundChinese: String, _ expected: String, _ expectedChinese: String
    ) -> MessageFault {
        MessageFault(
            path: path, found: found, foundChinese: foundChinese, expected: expected, expectedChinese: expectedChinese)
    }
}
