extension XMLReader {
    /// A name of an element or attribute, with its prefix; at most 256 bytes and one colon inside.
    mutating func name() throws(MessageFault) -> String {
        let start = offset
        var colons = 0
        while let byte = next, XMLReader.isNameByte(byte), offset - start < 256 {
            if byte == UInt8(ascii: ":") { colons += 1 }
            offset += 1
        }
        guard offset > start, let first = bytes[start..<offset].first, first != 0x2D, first != 0x2E,
            !(0x30...0x3A).contains(first), colons <= 1, bytes[offset - 1] != UInt8(ascii: ":")
        else {
            offset = start
            throw fault("a name", "名称")
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
        default: false
        }
    }

    /// The value of an attribute, in quotes.
    mutating func quotedValue() throws(MessageFault) -> String {
        guard let quote = next, quote == 0x22 || quote == 0x27 else { throw fault("a value in quotes", "引号内的值") }
        offset += 1
        var text: [UInt8] = []
        while let byte = next, byte != quote {
            guard byte != UInt8(ascii: "<"), text.count < 4096 else { break }
            if byte == UInt8(ascii: "&") {
                text.append(contentsOf: String(try reference()).utf8)
            } else {
                text.append(byte)
                offset += 1
            }
        }
        guard next == quote else {
            throw fault("the closing quote of a value of at most 4096 bytes", "值的结束引号（至多 4096 字节）")
        }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Text up to the next `<`.
    mutating func characters(into text: inout [UInt8]) throws(MessageFault) {
        while let byte = next, byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: "&") {
                text.append(contentsOf: String(try reference()).utf8)
                continue
            }
            text.append(byte)
            offset += 1
        }
    }

    /// One of the five entities that XML itself has, or a character by its number.
    private mutating func reference() throws(MessageFault) -> Unicode.Scalar {
        let entities: [(StaticString, Unicode.Scalar)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
        ]
        for (name, scalar) in entities where begins(name) {
            offset += name.utf8CodeUnitCount
            return scalar
        }
        guard begins("&#") else {
            throw fault("&amp; &lt; &gt; &quot; &apos; or a character's number", "&amp; &lt; &gt; &quot; &apos; 或字符编号")
        }
        let start = offset
        offset += 2
        let isHexadecimal = next == UInt8(ascii: "x")
        if isHexadecimal { offset += 1 }
        var value: UInt32 = 0
        var digits = 0
        while let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80, digits < 8 {
            guard isHexadecimal || digit < 10 else { break }
            value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
            (offset, digits) = (offset + 1, digits + 1)
        }
        guard digits > 0, next == UInt8(ascii: ";"), let scalar = Unicode.Scalar(value),
            value >= 0x20 || value == 9 || value == 10 || value == 13, value != 0xFFFE, value != 0xFFFF
        else {
            offset = start
            throw fault("the number of a character of XML", "XML 字符的编号")
        }
        offset += 1
        return scalar
    }
}
