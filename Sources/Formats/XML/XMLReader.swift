/// An element of an XML document, with its text and the elements inside it.
package struct XMLNode: Sendable {
    /// Its name without prefix.
    package var name: String
    /// The namespace that its prefix stands for; empty for none.
    package var namespace: String
    /// All text directly inside, without blanks at the ends.
    package var text = ""
    /// The elements directly inside, in order.
    package var children: [XMLNode] = []

    /// Creates an element without text.
    package init(name: String, namespace: String, children: [XMLNode] = []) {
        self.name = name
        self.namespace = namespace
        self.children = children
    }

    /// The first element of this name inside, of the same namespace.
    package func child(_ name: String) -> XMLNode? {
        children.first { $0.name == name && $0.namespace == namespace }
    }

    /// All elements of this name inside, of the same namespace.
    package func all(_ name: String) -> [XMLNode] {
        children.filter { $0.name == name && $0.namespace == namespace }
    }
}

/// What a reader of XML takes at most.
package struct XMLLimits: Sendable {
    /// Bytes of the whole document.
    package var bytes = 4 << 20
    /// Elements inside one another.
    package var depth = 32
    /// Elements in all. With the bytes it bounds the time that reading takes.
    package var elements = 50_000
    /// Attributes of one element.
    package var attributes = 64
    /// Namespaces declared at a time. With the elements it bounds the time that looking up prefixes takes.
    package var namespaces = 64

    /// The limits of a feed's message.
    package init() {}
}

/// Reads one XML document from foreign bytes: a strict, bounded subset of XML 1.0 (fifth edition) with namespaces.
///
/// There is no document type and so no entity but the five of XML itself: nothing is expanded, no file is read, no
/// network is touched. A document with `<!DOCTYPE` is refused. UTF-8, UTF-16 with a byte order mark, US-ASCII and
/// ISO 8859-1 are read.
package struct XMLReader {
    var bytes: [UInt8]
    var offset = 0
    private let limits: XMLLimits
    private var count = 0
    /// What each prefix stands for, the innermost last.
    private var namespaces: [(prefix: String, uri: String)] = [("xml", "http://www.w3.org/XML/1998/namespace")]

    /// The root element of a document.
    package static func read(
        _ text: some Collection<UInt8>, limits: XMLLimits = XMLLimits()
    ) throws(MessageFault) -> XMLNode {
        guard text.count <= limits.bytes else { throw MessageFault.tooLong(text.count, limit: limits.bytes) }
        var reader = XMLReader(bytes: try XMLEncoding.utf8(Array(text)), limits: limits)
        try reader.skipMisc()
        let root = try reader.element(depth: 1)
        try reader.skipMisc()
        guard reader.next == nil else { throw reader.fault("nothing after the root element", "根元素之后无其他内容") }
        return root
    }

    private init(bytes: [UInt8], limits: XMLLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func begins(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard offset + count <= bytes.count else { return false }
        return bytes[offset..<offset + count].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
    }

    func fault(_ english: String, _ chinese: String) -> MessageFault {
        let end = min(bytes.count, offset + 20)
        let text = offset < end ? String(decoding: bytes[offset..<end], as: UTF8.self) : ""
        let shown = text.isEmpty ? ("the end", "结尾") : (MessageFault.excerpt(text), " " + MessageFault.excerpt(text))
        return MessageFault(
            path: XMLReader.place(of: offset, in: bytes), found: shown.0, foundChinese: shown.1, expected: english,
            expectedChinese: chinese)
    }

    /// Where an offset lies, as an editor counts: `line 3, column 14`.
    static func place(of offset: Int, in bytes: [UInt8]) -> String {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = (before.lastIndex(of: 0x0A).map { before[($0 + 1)...] } ?? before).count { $0 & 0xC0 != 0x80 } + 1
        return "line \(line), column \(column)"
    }

    mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
    }

    /// Goes past a text that ends a comment or the like.
    mutating func skip(past end: StaticString) throws(MessageFault) {
        while offset < bytes.count {
            if begins(end) {
                offset += end.utf8CodeUnitCount
                return
            }
            offset += 1
        }
        throw fault("\(end)", "\(end)")
    }

    /// Blanks, comments and processing instructions outside of the root.
    private mutating func skipMisc() throws(MessageFault) {
        while true {
            skipBlanks()
            if begins("<?") {
                try skip(past: "?>")
            } else if begins("<!--") {
                offset += 4
                try skip(past: "-->")
            } else if begins("<!") {
                throw fault("no document type: entities and DTDs are not read", "无 DOCTYPE：不读取实体与 DTD")
            } else {
                return
            }
        }
    }

    private mutating func element(depth: Int) throws(MessageFault) -> XMLNode {
        guard next == UInt8(ascii: "<") else { throw fault("an element", "元素") }
        count += 1
        guard depth <= limits.depth, count <= limits.elements else {
            throw fault(
                "at most \(limits.depth) elements in one another and \(limits.elements) in all",
                "至多嵌套 \(limits.depth) 层、共 \(limits.elements) 个元素")
        }
        offset += 1
        let scope = namespaces.count
        defer { namespaces.removeSubrange(scope...) }
        let name = try self.name()
        let isEmpty = try attributes()
        var node = try resolved(name)
        if isEmpty { return node }
        try content(of: &node, depth: depth)
        let closing = try self.name()
        guard closing == name else {
            throw MessageFault(
                path: XMLReader.place(of: offset, in: bytes), found: "</\(MessageFault.excerpt(closing))>",
                foundChinese: " </\(MessageFault.excerpt(closing))>", expected: "</\(MessageFault.excerpt(name))>",
                expectedChinese: " </\(MessageFault.excerpt(name))>")
        }
        skipBlanks()
        guard next == UInt8(ascii: ">") else { throw fault(">", ">") }
        offset += 1
        return node
    }

    /// Everything up to the closing tag, whose `</` it goes past.
    private mutating func content(of node: inout XMLNode, depth: Int) throws(MessageFault) {
        var text: [UInt8] = []
        while let byte = next {
            if byte != UInt8(ascii: "<") {
                try characters(into: &text)
            } else if begins("</") {
                offset += 2
                node.text = XMLReader.trimmed(text)
                return
            } else if begins("<!--") {
                offset += 4
                try skip(past: "-->")
            } else if begins("<![CDATA[") {
                offset += 9
                let start = offset
                try skip(past: "]]>")
                text.append(contentsOf: bytes[start..<offset - 3])
            } else if begins("<?") {
                try skip(past: "?>")
            } else {
                node.children.append(try element(depth: depth + 1))
            }
        }
        throw fault("</\(MessageFault.excerpt(node.name))>", " </\(MessageFault.excerpt(node.name))>")
    }

    private static func trimmed(_ text: [UInt8]) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(decoding: text[first...last], as: UTF8.self)
    }

    /// Reads attributes to the end of the tag; only declarations of namespaces are kept. True for an empty element.
    private mutating func attributes() throws(MessageFault) -> Bool {
        var seen: Set<String> = []
        while true {
            skipBlanks()
            if begins("/>") {
                offset += 2
                return true
            }
            if next == UInt8(ascii: ">") {
                offset += 1
                return false
            }
            let name = try self.name()
            guard seen.insert(name).inserted, seen.count <= limits.attributes else {
                throw fault("each attribute once, at most \(limits.attributes)", "属性不重复，至多 \(limits.attributes) 个")
            }
            skipBlanks()
            guard next == UInt8(ascii: "=") else { throw fault("=", "=") }
            offset += 1
            skipBlanks()
            let value = try quotedValue()
            if name == "xmlns" { namespaces.append(("", value)) }
            if name.hasPrefix("xmlns:") { namespaces.append((String(name.dropFirst(6)), value)) }
            guard namespaces.count <= limits.namespaces else {
                throw fault(
                    "at most \(limits.namespaces) namespaces at a time", "同时至多 \(limits.namespaces) 个命名空间")
            }
        }
    }

    private func resolved(_ name: String) throws(MessageFault) -> XMLNode {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        let uri = namespaces.last { $0.prefix == prefix }?.uri
        guard uri != nil || prefix.isEmpty else {
            throw MessageFault.text(
                XMLReader.place(of: offset, in: bytes), prefix, "a prefix that is declared", "已声明的前缀")
        }
        return XMLNode(name: String(parts[parts.count - 1]), namespace: uri ?? "")
    }
}

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
