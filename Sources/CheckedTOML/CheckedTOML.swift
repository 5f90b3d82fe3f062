import TOMLKit

/// What keeps a text from being read as TOML.
public struct TOMLProblem: Error, Hashable, Sendable {
    /// The line, from 1; 0 when it is the text as a whole.
    public var line: Int
    /// The column, from 1; 0 when it is the whole line.
    public var column: Int
    /// What is wrong, in English.
    public var english: String
    /// What is wrong, in Chinese.
    public var chinese: String

    /// Creates a problem.
    public init(line: Int, column: Int, english: String, chinese: String) {
        self.line = line
        self.column = column
        self.english = english
        self.chinese = chinese
    }
}

/// Reads TOML from files that people write.
///
/// The library ends the process on some texts: a table header that begins with anything but a key or a quote, and a key
/// with a NUL in it. Such texts are refused before the library sees them.
public enum CheckedTOML {
    /// The longest text that is read, in bytes of UTF-8.
    public static let limit = 1 << 20

    /// The table that a text describes.
    public static func table(_ text: String) throws(TOMLProblem) -> TOMLTable {
        try check(text)
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw TOMLProblem(
                line: error.source.begin.line, column: error.source.begin.column,
                english: "not valid TOML, \(error.description)", chinese: "不是有效的 TOML（\(error.description)）")
        } catch {
            throw TOMLProblem(line: 0, column: 0, english: "cannot be read, \(error)", chinese: "无法读取（\(error)）")
        }
    }

    private static func check(_ text: String) throws(TOMLProblem) {
        guard text.utf8.count <= limit else {
            throw TOMLProblem(
                line: 0, column: 0, english: "longer than \(limit) bytes", chinese: "超过 \(limit) 字节")
        }
        var number = 1
        // The library begins a new line, and with it perhaps a header, after each of these.
        for line in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isLineBreak) {
            defer {
                if line.endIndex < text.unicodeScalars.endIndex, text.unicodeScalars[line.endIndex] == "\n" {
                    number += 1
                }
            }
            if let column = headerFault(line) {
                throw TOMLProblem(
                    line: number, column: column, english: "a table's name must follow [; write [name]",
                    chinese: "[ 之后须为表名，请写作 [名称]")
            }
            if line.contains("\u{0}") || String(line).contains("\\u0000") || String(line).contains("\\U00000000") {
                throw TOMLProblem(
                    line: number, column: 0, english: "holds a NUL character; take it out", chinese: "含有 NUL 字符，请删除")
            }
        }
    }

    /// The column at which a line that begins with `[` does not go on as a table header or an array does.
    private static func headerFault(_ line: Substring.UnicodeScalarView) -> Int? {
        var rest = line
        func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }
        skipBlanks()
        guard rest.first == "[" else { return nil }
        rest.removeFirst()
        if rest.first == "[" { rest.removeFirst() }
        skipBlanks()
        let column = line.count - rest.count + 1
        guard let next = rest.first else { return column }
        let isQuote = next == "\"" || next == "'"
        let isBare = ("a"..."z").contains(next) || ("A"..."Z").contains(next) || ("0"..."9").contains(next)
        return isQuote || isBare || next == "_" || next == "-" ? nil : column
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        (0x0A...0x0D).contains(scalar.value) || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
