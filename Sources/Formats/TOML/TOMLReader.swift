/// Reads the text of a TOML 1.0 file (https://toml.io/en/v1.0.0) in one pass.
///
/// Every text ends either in a table or in one problem with its place: nothing is indexed that was not looked at before,
/// depth and length are bounded. A NUL is refused even where TOML allows it, since settings become names of files.
struct TOMLReader {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var column = 1
    /// How many headers have been read; dotted keys of another section may not go on with a table.
    private var section = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The table of the whole text.
    mutating func document() throws(TOMLProblem) -> TOMLTable {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        let root = TableNode(.header, at: place, depth: 0)
        var table = root
        while true {
            skipBlanks()
            guard let byte = peek else { return root.table }
            switch byte {
            case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "["): table = try header(in: root)
            default: try assignment(in: table, section: section)
            }
            try endOfLine()
        }
    }

    // MARK: Headers and keys

    private mutating func header(in root: TableNode) throws(TOMLProblem) -> TableNode {
        let place = place
        section += 1
        advance()
        let isElement = peek == UInt8(ascii: "[")
        if isElement { advance() }
        skipBlanks()
        guard let byte = peek, Self.beginsKey(byte) else {
            throw problem("a table's name must follow [; write [name]", "[ 之后须为表名，请写作 [名称]")
        }
        let path = try keyPath()
        for bracket in isElement ? "]]" : "]" {
            guard peek == bracket.asciiValue else {
                let whole = isElement ? "[[name]]" : "[name]"
                throw problem("the header is not closed; write \(whole)", "表头没有结束，请写作 \(whole)")
            }
            advance()
        }
        var node = root
        for key in path.dropLast() { node = try node.passed(by: key, header: place) }
        guard let last = path.last else { return node }
        return isElement ? try node.appended(by: last, header: place) : try node.named(by: last, header: place)
    }

    /// A key with its value, put into a table.
    private mutating func assignment(in table: TableNode, section: Int) throws(TOMLProblem) {
        let path = try keyPath()
        guard peek == UInt8(ascii: "=") else {
            throw problem("= and a value must follow a key; write key = value", "键之后须为 = 和值，请写作 键 = 值")
        }
        advance()
        skipBlanks()
        var node = table
        for key in path.dropLast() { node = try node.opened(by: key, section: section) }
        guard let last = path.last else { return }
        try node.set(last, to: try value(depth: node.depth))
    }

    /// The parts of a key, with the blanks behind it taken up.
    private mutating func keyPath() throws(TOMLProblem) -> [TOMLKey] {
        var path = [try key()]
        skipBlanks()
        while peek == UInt8(ascii: ".") {
            advance()
            skipBlanks()
            path.append(try key())
            skipBlanks()
        }
        return path
    }

    private mutating func key() throws(TOMLProblem) -> TOMLKey {
        let place = place
        switch peek {
        case UInt8(ascii: "\"")?, UInt8(ascii: "'")?:
            if let byte = peek, peek(1) == byte, peek(2) == byte {
                throw problem("a key must stand on one line; write \"key\"", "键须写在一行内，请写作 \"键\"")
            }
            return TOMLKey(name: try text(), place: place)
        case let byte? where Self.isBare(byte):
            let start = index
            while let next = peek, Self.isBare(next) { advance() }
            return TOMLKey(name: String(decoding: bytes[start..<index], as: UTF8.self), place: place)
        case nil, .some:
            throw problem(
                "a key must be here: letters, digits, - and _, or anything in quotes such as \"my key\"",
                "此处应为键：字母、数字、- 和 _，或加引号，例如 \"我的键\"")
        }
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func beginsKey(_ byte: UInt8) -> Bool {
        isBare(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    // MARK: Values

    /// A value; `depth` is how many tables and lists it lies within.
    private mutating func value(depth: Int) throws(TOMLProblem) -> TOMLValue {
        let place = place
        switch peek {
        case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: return TOMLValue(content: .string(try text()), place: place)
        case UInt8(ascii: "[")?: return TOMLValue(content: .array(try elements(depth: depth + 1)), place: place)
        case UInt8(ascii: "{")?: return TOMLValue(content: .table(try inlineTable(depth: depth + 1)), place: place)
        case nil, .some: return TOMLValue(content: try word(at: place), place: place)
        }
    }

    private mutating func elements(depth: Int) throws(TOMLProblem) -> [TOMLValue] {
        try TOMLKey(name: "[", place: place).checkDepth(depth)
        let start = line
        advance()
        var elements: [TOMLValue] = []
        while true {
            try skipLines()
            if peek == UInt8(ascii: "]") { break }
            guard peek != nil else { throw unclosed("list", "列表", "]", start) }
            elements.append(try value(depth: depth))
            try skipLines()
            if peek == UInt8(ascii: ",") {
                advance()
            } else if peek != UInt8(ascii: "]") {
                throw peek == nil
                    ? unclosed("list", "列表", "]", start)
                    : problem("a comma or ] must follow an element of a list", "列表元素之后须为逗号或 ]")
            }
        }
        advance()
        return elements
    }

    private mutating func inlineTable(depth: Int) throws(TOMLProblem) -> TOMLTable {
        try TOMLKey(name: "{", place: place).checkDepth(depth)
        let node = TableNode(.header, at: place, depth: depth)
        advance()
        skipBlanks()
        if peek == UInt8(ascii: "}") {
            advance()
            return node.table
        }
        while true {
            if peek == nil || peek == UInt8(ascii: "\n") || peek == UInt8(ascii: "\r") { throw unclosedInlineTable }
            try assignment(in: node, section: 0)
            skipBlanks()
            let byte = peek
            guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else { throw unclosedInlineTable }
            advance()
            if byte == UInt8(ascii: "}") { return node.table }
            skipBlanks()
        }
    }

    private var unclosedInlineTable: TOMLProblem {
        problem(
            "a comma or } must follow on the same line; a longer table stands under a header such as [name]",
            "同一行内须有逗号或 }；较长的表请用表头，例如 [名称]")
    }

    /// A number, a time, true or false.
    private mutating func word(at place: TextPlace) throws(TOMLProblem) -> TOMLValue.Content {
        let start = index
        while let byte = peek, Self.isWord(byte) { advance() }
        // A date and a time may have a blank between them.
        if index - start == 10, bytes[start + 4] == UInt8(ascii: "-"), peek == UInt8(ascii: " "),
            let next = peek(1), TOMLWord.isDigit(next)
        {
            advance()
            while let byte = peek, Self.isWord(byte) { advance() }
        }
        guard start < index else { throw problem("a value must be here; write key = value", "此处应为值，请写作 键 = 值") }
        do throws(TOMLWord.Fault) {
            return try TOMLWord.content(bytes[start..<index])
        } catch {
            throw TOMLProblem(line: place.line, column: place.column, english: error.english, chinese: error.chinese)
        }
    }

    /// True for what a word goes on with: all but blanks, ends of lines, comments and what holds lists and tables together.
    private static func isWord(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !",]}#=[{\"'".utf8.contains(byte)
    }

    // MARK: Texts

    /// A text in quotes of any of the four kinds.
    private mutating func text() throws(TOMLProblem) -> String {
        let start = place
        guard let quote = peek else { return "" }
        advance()
        guard peek == quote else { return try singleLine(quote, start) }
        advance()
        guard peek == quote else { return "" }
        advance()
        return try severalLines(quote, start)
    }

    private mutating func singleLine(_ quote: UInt8, _ start: TextPlace) throws(TOMLProblem) -> String {
        var text: [UInt8] = []
        while let byte = peek {
            if byte == quote {
                advance()
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                try escape(into: &text)
            } else {
                try checkCharacter(byte)
                text.append(byte)
                advance()
            }
        }
        throw TOMLProblem(
            line: start.line, column: start.column,
            english: "the text is not closed on its line; put a quote behind it",
            chinese: "文本未在本行结束，请在其后加引号")
    }

    private mutating func severalLines(_ quote: UInt8, _ start: TextPlace) throws(TOMLProblem) -> String {
        if peek == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { advance() }
        if peek == UInt8(ascii: "\n") { advance() }
        var text: [UInt8] = []
        while let byte = peek {
            if byte == quote, peek(1) == quote, peek(2) == quote {
                for _ in 0..<3 { advance() }
                // Up to two quotes right before the closing three belong to the text.
                for _ in 0..<2 where peek == quote {
                    text.append(quote)
                    advance()
                }
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if !skipsLineEnd() { try escape(into: &text) }
            } else if byte == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") {
                advance()
            } else {
                if byte != UInt8(ascii: "\n") { try checkCharacter(byte) }
                text.append(byte)
                advance()
            }
        }
        let three = String(repeating: Character(Unicode.Scalar(quote)), count: 3)
        throw unclosed("text", "文本", three, start.line)
    }

    /// Takes up a backslash at the end of a line with all blanks and line ends behind it; false when it is none.
    private mutating func skipsLineEnd() -> Bool {
        var ahead = 1
        while peek(ahead) == UInt8(ascii: " ") || peek(ahead) == UInt8(ascii: "\t") { ahead += 1 }
        if peek(ahead) == UInt8(ascii: "\r") { ahead += 1 }
        guard peek(ahead) == UInt8(ascii: "\n") else { return false }
        advance()
        while let byte = peek,
            " \t\n".utf8.contains(byte) || byte == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n")
        {
            advance()
        }
        return true
    }

    private mutating func escape(into text: inout [UInt8]) throws(TOMLProblem) {
        let start = place
        advance()
        guard let byte = peek else { return }
        if let plain = Self.escapes[byte] {
            text.append(plain)
            advance()
            return
        }
        let digits = byte == UInt8(ascii: "u") ? 4 : byte == UInt8(ascii: "U") ? 8 : 0
        let hexadecimal = (1...8).prefix { $0 <= digits }.compactMap { peek($0).flatMap(TOMLWord.hexadecimal) }
        let number = hexadecimal.reduce(UInt32(0)) { $0 << 4 | UInt32($1) }
        guard digits > 0, hexadecimal.count == digits, let scalar = Unicode.Scalar(number) else {
            throw TOMLProblem(
                line: start.line, column: start.column,
                english:
                    "unknown escape; write \\\\ for a backslash, \\\" for a quote, \\n, \\t or \\u and four digits",
                chinese: "未知的转义；反斜杠写作 \\\\，引号写作 \\\"，另可用 \\n、\\t 或 \\u 加四位十六进制")
        }
        guard number != 0 else { throw nul(start) }
        text.append(contentsOf: String(Character(scalar)).utf8)
        for _ in 0...digits { advance() }
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "f"): 12,
        UInt8(ascii: "r"): 13, UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92,
    ]

    // MARK: Blanks, lines and problems

    private var place: TextPlace { TextPlace(line: line, column: column) }
    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
    private func peek(_ ahead: Int) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }

    private mutating func advance() {
        if bytes[index] == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if bytes[index] & 0xC0 != 0x80 {
            column += 1
        }
        index += 1
    }

    private mutating func skipBlanks() {
        while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\t") { advance() }
    }

    /// Takes up a comment and the end of its line, which must follow here.
    private mutating func endOfLine() throws(TOMLProblem) {
        skipBlanks()
        if peek == UInt8(ascii: "#") {
            while let byte = peek, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
                try checkCharacter(byte)
                advance()
            }
        }
        if peek == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { advance() }
        switch peek {
        case nil: return
        case UInt8(ascii: "\n")?: advance()
        case let byte?:
            try checkCharacter(byte)
            throw problem("something follows on the same line; begin a new line", "同一行之后还有内容，请另起一行")
        }
    }

    /// Takes up blanks, comments and ends of lines.
    private mutating func skipLines() throws(TOMLProblem) {
        while true {
            skipBlanks()
            guard let byte = peek, "#\n\r".utf8.contains(byte) else { return }
            try endOfLine()
        }
    }

    /// Refuses control characters, which TOML allows nowhere but for the tab.
    private func checkCharacter(_ byte: UInt8) throws(TOMLProblem) {
        if byte == 0 { throw nul(place) }
        guard byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F else { return }
        throw problem("holds a control character; take it out", "含有控制字符，请删除")
    }

    private func nul(_ place: TextPlace) -> TOMLProblem {
        TOMLProblem(
            line: place.line, column: place.column, english: "holds a NUL character; take it out",
            chinese: "含有 NUL 字符，请删除")
    }

    private func unclosed(_ english: String, _ chinese: String, _ end: String, _ start: Int) -> TOMLProblem {
        problem(
            "the \(english) that begins in line \(start) is not closed; write \(end)",
            "第 \(start) 行开始的\(chinese)没有结束，请写 \(end)")
    }

    private func problem(_ english: String, _ chinese: String) -> TOMLProblem {
        TOMLProblem(line: line, column: column, english: english, chinese: chinese)
    }
}
