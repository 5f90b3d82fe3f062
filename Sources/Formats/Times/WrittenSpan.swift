/// Lengths of time as people write them: `90s`, `5m`, `1h30m`, `2 min`, `1d`, `15分钟`.
package enum WrittenSpan {
    /// Milliseconds of a written length; nil when it is none. Blanks and capitals make no difference.
    ///
    /// - Parameter bare: What a number that stands alone counts, in milliseconds; nil where it must have a unit.
    package static func milliseconds(_ text: String, bare: Int64? = nil) -> Int64? {
        var milliseconds: Int64 = 0
        let whole = text.filter { !$0.isWhitespace }.lowercased()
        var rest = Substring(whole)
        if rest.isEmpty { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            let word = rest.prefix { !("0"..."9").contains($0) }
            rest = rest.dropFirst(word.count)
            guard digits.count <= 7, let number = Int64(digits),
                let unit = digits.count == whole.count ? bare : units[String(word)]
            else { return nil }
            // A file may write more parts than any length holds.
            milliseconds += number * unit
            guard milliseconds <= longest else { return nil }
        }
        return milliseconds
    }

    /// 9,999,999 days: what is longer is no length, so that it can be added to any time.
    private static let longest: Int64 = 9_999_999 * 86_400_000

    private static let units: [String: Int64] = [
        "s": 1000, "sec": 1000, "秒": 1000, "m": 60_000, "min": 60_000, "分": 60_000, "分钟": 60_000, "h": 3_600_000,
        "时": 3_600_000, "小时": 3_600_000, "d": 86_400_000, "天": 86_400_000,
    ]

    /// A length as a file writes it, to the second: `1h30m`.
    package static func text(_ milliseconds: Int64) -> String {
        let (hours, minutes, seconds) = (milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds / 1000 % 60)
        let parts = [(hours, "h"), (minutes, "m"), (seconds, "s")].filter { $0.0 > 0 }
        return parts.isEmpty ? "0s" : parts.map { "\($0.0)\($0.1)" }.joined()
    }
}
