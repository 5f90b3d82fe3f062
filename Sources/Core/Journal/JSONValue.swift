/// A value of a JSON text (RFC 8259). Numbers are whole, as everything in an export is.
indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Int64)
    case string(String)
    case array([JSONValue])
    /// Members in the order of the text; names are unique.
    case object([String: JSONValue])

    /// What the value is, for messages.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Why a line is no JSON that an export could hold.
struct JSONSyntaxError: Error, Hashable, Sendable {
    /// Counts the line's bytes from 1.
    var column: Int
    var english: String
    var chinese: String
}

/// Reads one JSON value. Strict: no trailing text, no repeated names, no fractions, valid UTF-8, bounded depth.
struct JSONParser {
    private let bytes: [UInt8]
    private var offset = 0
    private static let depthLimit = 32

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        guard parser.offset == bytes.count else { throw parser.error("text after the value", "值之后有多余内容") }
        return value
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private func error(_ english: String, _ chinese: String) -> JSONSyntaxError {
        JSONSyntaxError(column: offset + 1, english: english, chinese: chinese)
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { offset += 1 }
    }

    private mutating func expect(_ text: StaticString) throws(JSONSyntaxError) {
        let found = text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
        guard found else { throw error("\(text) expected", "此处应为 \(text)") }
        offset += text.utf8CodeUnitCount
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard depth < JSONParser.depthLimit else { throw error("nested too deeply", "嵌套过深") }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try expect("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try expect("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try expect("null")
            return .null
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number(try number())
        default: throw error("a value expected", "此处应为一个值")
        }
    }

    private mutating func object(_ depth: Int) throws(JSONSyntaxError) -> JSONValue {
        var members: [String: JSONValue] = [:]
        try expect("{")
        skipBlanks()
        if next == UInt8(ascii: "}") {
            offset += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            let name = try string()
            skipBlanks()
            try expect(":")
            let old = members.updateValue(try value(depth: depth + 1), forKey: name)
            guard old == nil else { throw error("the name \"\(name)\" repeated", "名称“\(name)”重复") }
            skipBlanks()
            if next == UInt8(ascii: ",") {
                offset += 1
                continue
            }
            try expect("}")
            return .object(members)
        }
    }

    private mutating func array(_ depth: Int) throws(JSONSyntaxError) -> JSONValue {
        var items: [JSONValue] = []
        try expect("[")
        skipBlanks()
        if next == UInt8(ascii: "]") {
            offset += 1
            return .array(items)
        }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if next == UInt8(ascii: ",") {
                offset += 1
                continue
            }
            try expect("]")
            return .array(items)
        }
    }

    private mutating func number() throws(JSONSyntaxError) -> Int64 {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        let fraction = next.map { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") } ?? false
        guard !fraction, let value = Int64(text) else {
            throw error("a whole number of 64 bits expected", "此处应为 64 位整数")
        }
        return value
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = next {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let valid = String(validating: text, as: UTF8.self) else {
                    throw error("text that is not valid UTF-8", "文本不是有效的 UTF-8")
                }
                return valid
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw error("a control character in a text", "文本中有控制字符")
            default: text.append(byte)
            }
        }
        throw error("a text without an end", "文本没有结尾")
    }

    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let byte = next else { throw error("a text without an end", "文本没有结尾") }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error("an escape that JSON does not have", "JSON 中没有该转义")
        }
    }

    private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let high = try codeUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00 else { throw error("half a surrogate pair", "代理对不完整") }
        try expect("\\u")
        let low = try codeUnit()
        guard low >= 0xDC00, low < 0xE000,
            let scalar = Unicode.Scalar(0x10000 + (UInt32(high - 0xD800) << 10) + UInt32(low - 0xDC00))
        else { throw error("half a surrogate pair", "代理对不完整") }
        return scalar
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
        guard offset + 4 <= bytes.count else { throw error("four hexadecimal digits expected", "此处应为四位十六进制数") }
        var value: UInt16 = 0
        for byte in bytes[offset..<offset + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("four hexadecimal digits expected", "此处应为四位十六进制数")
            }
            value = value << 4 | UInt16(digit)
        }
        offset += 4
        return value
    }
}
