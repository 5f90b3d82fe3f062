/// What keeps a text from being read as TOML.
package struct TOMLProblem: Error, Hashable, Sendable {
    /// The line, from 1; 0 when it is the text as a whole.
    package var line: Int
    /// The column, from 1; 0 when it is the whole line.
    package var column: Int
    /// What is wrong, in English.
    package var english: String
    /// What is wrong, in Chinese.
    package var chinese: String

    /// Creates a problem.
    package init(line: Int, column: Int, english: String, chinese: String) {
        self.line = line
        self.column = column
        self.english = english
        self.chinese = chinese
    }
}

/// Reads TOML from files that people write.
package enum CheckedTOML {
    /// The longest text that is read, in bytes of UTF-8.
    package static let limit = 1 << 20

    /// The table that a text describes.
    package static func table(_ text: String) throws(TOMLProblem) -> TOMLTable {
        guard text.utf8.count <= limit else {
            throw TOMLProblem(
                line: 0, column: 0, english: "longer than \(limit) bytes", chinese: "超过 \(limit) 字节")
        }
        var reader = TOMLReader(text)
        return try reader.document()
    }
}
