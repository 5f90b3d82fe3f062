/// Brings a document into UTF-8.
///
/// UTF-16 is read when it begins with a byte order mark, as XML 1.0 asks of it (section 4.3.3); a document whose
/// declaration names another encoding than its bytes have is refused, never guessed at.
enum XMLEncoding {
    /// The document in UTF-8 without byte order mark, all its characters such as XML has. Throws for encodings that are
    /// not read.
    static func utf8(_ bytes: [UInt8]) throws(MessageFault) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { throw unread("UTF-32") }
        let decoded: [UInt8]
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            decoded = try wide(bytes.dropFirst(2), isBigEndian: bytes[0] == 0xFE)
            if let name = declared(decoded)?.uppercased(), !name.hasPrefix("UTF-16") {
                throw disagreeing("UTF-16", MessageFault.excerpt(name))
            }
        } else {
            decoded = try narrow(bytes)
        }
        try checkCharacters(decoded)
        return decoded
    }

    /// A document of single bytes, or of UTF-8.
    private static func narrow(_ bytes: [UInt8]) throws(MessageFault) -> [UInt8] {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
        if bytes.prefix(4).contains(0) { throw unread("UTF-16 or UTF-32 without byte order mark") }
        let name = declared(bytes)?.uppercased()
        switch name {
        case nil, "UTF-8", "UTF8": break
        case "US-ASCII", "ASCII":
            if let index = bytes.firstIndex(where: { $0 >= 0x80 }) {
                throw place(
                    bytes, index, "byte \(bytes[index])", "字节 \(bytes[index])", "US-ASCII as declared", "所声明的 US-ASCII")
            }
        case "ISO-8859-1", "LATIN1", "LATIN-1":
            guard !isMarked else { throw disagreeing("UTF-8", "ISO-8859-1") }
            return bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
        case .some(let name) where name.hasPrefix("UTF-16"): throw disagreeing("UTF-8", MessageFault.excerpt(name))
        case .some(let name): throw unread(name.isEmpty ? "\"\"" : MessageFault.excerpt(name))
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            let index = firstIllFormed(bytes)
            throw place(bytes, index, "bytes that are not UTF-8", "非 UTF-8 字节", "UTF-8", "UTF-8")
        }
        return bytes
    }

    private static func wide(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) throws(MessageFault) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        guard index == bytes.endIndex, let text = String(validating: units, as: UTF16.self) else {
            throw MessageFault(
                path: "encoding", found: "broken UTF-16", foundChinese: "残缺的 UTF-16",
                expected: "UTF-16 of whole characters", expectedChinese: "由完整字符组成的 UTF-16")
        }
        return Array(text.utf8)
    }

    /// Control characters and U+FFFE, U+FFFF are no characters of XML (section 2.2), wherever they stand.
    private static func checkCharacters(_ bytes: [UInt8]) throws(MessageFault) {
        let index = bytes.withUnsafeBufferPointer { bytes in
            bytes.indices.first { index in
                switch bytes[index] {
                case 0x09, 0x0A, 0x0D: false
                case 0..<0x20: true
                case 0xBE, 0xBF: index >= 2 && bytes[index - 2] == 0xEF && bytes[index - 1] == 0xBF
                default: false
                }
            }
        }
        guard let index else { return }
        let byte = bytes[index]
        throw place(bytes, index, "byte \(byte)", "字节 \(byte)", "no control characters", "无控制字符")
    }

    private static func firstIllFormed(_ bytes: [UInt8]) -> Int {
        var (low, high) = (0, bytes.count)
        // The longest well-formed beginning, but for a character that is cut in two: near enough to be found.
        while low < high {
            let middle = (low + high + 1) / 2
            var end = middle
            while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80, middle - end < 3 { end -= 1 }
            if String(validating: bytes[..<end], as: UTF8.self) != nil { low = middle } else { high = middle - 1 }
        }
        return min(low, max(0, bytes.count - 1))
    }

    private static func place(
        _ bytes: [UInt8], _ index: Int, _ found: String, _ foundChinese: String, _ expected: String,
        _ expectedChinese: String
    ) -> MessageFault {
        MessageFault(
            path: XMLReader.place(of: index, in: bytes), found: found, foundChinese: foundChinese, expected: expected,
            expectedChinese: expectedChinese)
    }

    private static func unread(_ found: String) -> MessageFault {
        MessageFault(
            path: "encoding", found: found, foundChinese: " \(found)",
            expected: "UTF-8, UTF-16 with a byte order mark, US-ASCII or ISO-8859-1",
            expectedChinese: "UTF-8、带字节顺序标记的 UTF-16、US-ASCII 或 ISO-8859-1")
    }

    private static func disagreeing(_ actual: String, _ declared: String) -> MessageFault {
        MessageFault(
            path: "encoding", found: "\(actual) declared as \(declared)", foundChinese: "\(actual)，却声明为 \(declared)",
            expected: "the encoding that is declared", expectedChinese: "与声明一致的编码")
    }

    /// The encoding that the XML declaration names.
    private static func declared(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
        let head = String(decoding: bytes.prefix(200).prefix { $0 != 0x3E }, as: UTF8.self)
        guard let start = head.firstRange(of: "encoding")?.upperBound else { return nil }
        let rest = head[start...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}
