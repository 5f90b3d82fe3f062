/// Texts of other systems brought to the lengths that the console keeps.
enum ForeignText {
    /// A text on one line: every run of blanks is one, and it ends at a limit of scalars.
    static func line(_ text: String, limit: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.unicodeScalars.count <= limit
            ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit)))
    }
}

/// A hash that is the same in every run and on every machine: FNV-1a, 64 bits, twice with different starts.
enum StableHash {
    /// A name within a limit of scalars: itself, or a hash of it when it is longer or has invisible characters.
    static func bounded(_ text: String, _ limit: Int) -> String {
        text.unicodeScalars.count <= limit && FieldRule.isVisible(text) ? text : "long-" + hexadecimal(text)
    }

    static func hexadecimal(_ text: String) -> String {
        [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142].map { (start: UInt64) in
            let hash = text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
