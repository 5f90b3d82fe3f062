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
public enum CheckedTOML {
    /// The longest text that is read, in bytes of UTF-8.
    public static let limit = 1 << 20

    /// The table that a text describes.
    public static func table(_ text: String) throws(TOMLProblem) -> TOMLTable {
        guard text.utf8.count <= limit else {
            throw TOMLProblem(
                line: 0, column: 0, english: "longer than \(limit) bytes", chinese: "超过 \(limit) 字节")
        }
        var reader = TOMLReader(text)
        return try reader.document()
    }
}
