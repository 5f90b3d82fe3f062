/// Texts of other systems brought to the lengths that the console keeps.
enum ForeignText {
    /// A text on one line: every run of blanks is one, and it ends at a limit of scalars.
    static func line(_ text: String, limit: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.unicodeScalars.count <= limit
            ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit)))
    }
}
