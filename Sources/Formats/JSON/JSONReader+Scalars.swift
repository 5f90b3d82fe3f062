extension JSONReader {
    /// A text, from its opening quote on.
    mutating func string() throws(MessageFault) -> String {
        guard next == UInt8(ascii: "\"") else { throw fault("a text in double quotes", "双引号内的文本") }
        offset += 1
        let start = offset
        var allBits: UInt8 = 0
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
            allBits |= byte
            offset += 1
        }
        guard next == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        let plain = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        offset += 1
        // ASCII is always valid; validating it as UTF-8 goes through generic code and takes several times as long.
        return allBits < 0x80 ? String(decoding: plain, as: UTF8.self) : try text(plain, from: start)
    }

    private mutating func escapedString(from start: Int) throws(MessageFault) -> String {
        var decoded = Array(bytes[start..<offset])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                guard let text = String(validating: decoded, as: UTF8.self) else {
                    throw MessageFault.notUTF8(at: start)
                }
                return text
            case UInt8(ascii: "\\"):
                offset += 1
                decoded.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw fault("control characters written as \\u00XX", "控制字符应写作 \\u00XX")
            default:
                decoded.append(byte)
                offset += 1
            }
        }
        throw fault("a closing double quote", "结束的双引号")
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(MessageFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw MessageFault.notUTF8(at: start) }
        return text
    }

    private mutating func escape() throws(MessageFault) -> Unicode.Scalar {
        let escapes: [UInt8: Unicode.Scalar] = [
            0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
        ]
        guard let byte = next else { throw fault("a closing double quote", "结束的双引号") }
        if let scalar = escapes[byte] {
            offset += 1
            return scalar
        }
        guard byte == UInt8(ascii: "u") else { throw fault("an escape of JSON", "JSON 转义符") }
        offset += 1
        let high = try codeUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        if high < 0xDC00 {
            try expect("\\u")
            let low = try codeUnit()
            if low >= 0xDC00, low < 0xE000,
                let scalar = Unicode.Scalar(0x10000 + (UInt32(high - 0xD800) << 10) + UInt32(low - 0xDC00))
            {
                return scalar
            }
        }
        throw fault("both halves of a surrogate pair", "完整的代理对")
    }

    private mutating func codeUnit() throws(MessageFault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw fault("four hexadecimal digits", "四位十六进制数字")
            }
            value = value << 4 | UInt16(digit)
            offset += 1
        }
        return value
    }

    /// A number by the grammar of RFC 8259.
    mutating func number() throws(MessageFault) -> JSON {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        guard next == UInt8(ascii: "0") || isDigit(next) else { throw fault("a value", "一个值") }
        var isWhole = true
        if next == UInt8(ascii: "0") {
            offset += 1
            guard !isDigit(next) else { throw fault("a number without leading zeros", "无前导零的数") }
        } else {
            skipDigits()
        }
        if next == UInt8(ascii: ".") {
            isWhole = false
            offset += 1
            guard isDigit(next) else { throw fault("a digit after the point", "小数点后的数字") }
            skipDigits()
        }
        if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            guard isDigit(next) else { throw fault("a digit of the exponent", "指数的数字") }
            skipDigits()
        }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        if isWhole, let value = Int64(String(decoding: text, as: UTF8.self)) { return .integer(value) }
        guard !limits.wholeNumbers else {
            offset = start
            throw fault("a whole number of 64 bits", "64 位整数")
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            offset = start
            throw fault("a number that 64 bits can hold", "64 位可表示的数")
        }
        return .number(value)
    }

    private func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private mutating func skipDigits() {
        while isDigit(next) { offset += 1 }
    }
}
