/// Reads one JSON value from foreign bytes: strict, bounded and in time linear in their number.
///
/// Refused are text after the value, names that repeat, control characters in texts, texts that are not UTF-8, halves of
/// surrogate pairs, numbers that JSON does not have or that 64 bits cannot hold, and whatever passes ``JSONLimits``.
package struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    var offset = 0
    private var values = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The value of a text. Throws what was found, and where, when it is no JSON within the limits.
    package static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = JSONLimits()
    ) throws(MessageFault) -> JSON {
        try read(buffer: bytes, limits).get()
    }

    /// The value of a text. Throws what was found, and where, when it is no JSON within the limits.
    @inlinable package static func read(
        _ bytes: some Collection<UInt8>, limits: JSONLimits = JSONLimits()
    ) throws(MessageFault) -> JSON {
        let result = bytes.withContiguousStorageIfAvailable { read(buffer: $0, limits) }
        if let result { return try result.get() }
        return try Array(bytes).withUnsafeBufferPointer { read(buffer: $0, limits) }.get()
    }

    @usableFromInline static func read(
        buffer: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits
    ) -> Result<JSON, MessageFault> {
        var reader = JSONReader(buffer, limits)
        do throws(MessageFault) {
            guard buffer.count <= limits.bytes else {
                throw MessageFault.tooLong(buffer.count, limit: limits.bytes)
            }
            // RFC 8259, section 8.1: a byte order mark may be passed over.
            if buffer.count > 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { reader.offset = 3 }
            let value = try reader.value(depth: 0)
            reader.skipBlanks()
            guard reader.offset == buffer.count else {
                throw reader.fault("nothing after the value", "值之后无其他内容")
            }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    /// The byte that is to be read next; nil at the end.
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// What was found here instead of what is expected.
    func fault(_ english: String, _ chinese: String) -> MessageFault {
        let found: (String, String) =
            switch next {
            case nil: ("the end of the text", "文本结尾")
            case .some(let byte) where byte > 0x20 && byte < 0x7F:
                ("\"\(Character(Unicode.Scalar(byte)))\"", "“\(Character(Unicode.Scalar(byte)))”")
            case .some(let byte): ("byte \(byte)", "字节 \(byte)")
            }
        return MessageFault(
            path: "byte \(offset + 1)", found: found.0, foundChinese: found.1, expected: english,
            expectedChinese: chinese, offset: offset)
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    mutating func expect(_ text: StaticString) throws(MessageFault) {
        for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
            guard next == byte else { throw fault("\(text)", "\(text)") }
            offset += 1
        }
    }

    private mutating func value(depth: Int) throws(MessageFault) -> JSON {
        values += 1
        guard values <= limits.values else {
            throw fault("at most \(limits.values) values in a text", "每个文本至多 \(limits.values) 个值")
        }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(try deeper(depth))
        case UInt8(ascii: "["): return try array(try deeper(depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    /// A word that stands for a value; any other that begins alike is no value, and no attempt at this one.
    private mutating func literal(_ text: StaticString, _ value: JSON) throws(MessageFault) -> JSON {
        let start = offset
        do throws(MessageFault) {
            try expect(text)
            return value
        } catch {
            // What breaks off is told as such.
            guard next != nil else { throw error }
            offset = start
            throw fault("a value", "一个值")
        }
    }

    private func deeper(_ depth: Int) throws(MessageFault) -> Int {
        guard depth < limits.depth else {
            throw fault("at most \(limits.depth) lists and objects in one another", "嵌套至多 \(limits.depth) 层")
        }
        return depth + 1
    }

    private mutating func object(_ depth: Int) throws(MessageFault) -> JSON {
        var members: [JSON.Member] = []
        members.reserveCapacity(8)
        var names: Set<String> = []
        offset += 1
        skipBlanks()
        if next == UInt8(ascii: "}") {
            offset += 1
            return .object([])
        }
        while true {
            skipBlanks()
            let start = offset
            let name = try string()
            let isNew: Bool
            if members.count < 24 {
                isNew = !members.contains { $0.name == name }
            } else {
                if names.isEmpty { names = Set(members.map(\.name)) }
                isNew = names.insert(name).inserted
            }
            guard isNew, members.count < limits.members else {
                offset = start
                throw isNew
                    ? fault("at most \(limits.members) members in an object", "每个对象至多 \(limits.members) 个成员")
                    : MessageFault.repeated(name, at: start)
            }
            skipBlanks()
            try expect(":")
            members.append(JSON.Member(name: name, value: try value(depth: depth)))
            skipBlanks()
            if next == UInt8(ascii: ",") {
                offset += 1
                continue
            }
            guard next == UInt8(ascii: "}") else { throw fault("a comma or }", "逗号或 }") }
            offset += 1
            return .object(members)
        }
    }

    private mutating func array(_ depth: Int) throws(MessageFault) -> JSON {
        var elements: [JSON] = []
        offset += 1
        skipBlanks()
        if next == UInt8(ascii: "]") {
            offset += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth))
            skipBlanks()
            if next == UInt8(ascii: ",") {
                offset += 1
                continue
            }
            guard next == UInt8(ascii: "]") else { throw fault("a comma or ]", "逗号或 ]") }
            offset += 1
            return .array(elements)
        }
    }
}
