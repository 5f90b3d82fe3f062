/// Words that data bases and workbooks write where there is nothing.
enum AbsentWord {
    private static let longest = 19

    /// True for nothing at all and for a word that says so in any field.
    static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.isEmpty { return true }
        guard bytes.count <= 6, let first = bytes.first, starts.contains(first) else { return false }
        return texts.contains(folded(bytes))
    }

    /// True for nothing at all and for a word that says so where a time should stand.
    static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if isText(bytes) { return true }
        guard bytes.count <= longest else { return false }
        let isDigit = (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[0])
        return !isDigit && times.contains(folded(bytes))
    }

    private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private static let texts: Set<String> = ["null", "(null)", "n/a", "#n/a", "\\n", "-", "--", "—"]
    private static let starts = Set(texts.union(["N"]).compactMap(\.utf8.first))
    private static let times: Set<String> = [
        "na", "none", "nil", "nan", "nat", "?", "unknown", "无", "0", "0000-00-00", "0000-00-00 00:00:00",
    ]
}
