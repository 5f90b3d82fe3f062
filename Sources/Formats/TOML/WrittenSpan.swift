/// Lengths of time as people write them: `90s`, `5m`, `1h30m`, `2 min`.
package enum WrittenSpan {
    /// Milliseconds of a written length; nil when it is none.
    package static func milliseconds(_ text: String) -> Int64? {
        var milliseconds: Int64 = 0
        var rest = Substring(text.filter { $0 != " " })
        if rest.isEmpty { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            let word = rest.prefix { !("0"..."9").contains($0) }
            rest = rest.dropFirst(word.count)
            guard digits.count <= 6, let number = Int64(digits), let unit = units[String(word)] else { return nil }
            // A file may write more parts than any length holds.
            let (sum, isTooLong) = milliseconds.addingReportingOverflow(number * unit)
            if isTooLong { return nil }
            milliseconds = sum
        }
        return milliseconds
    }

    private static let units: [String: Int64] = [
        "s": 1000, "sec": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000,
    ]

    /// A length as a file writes it, to the second: `1h30m`.
    package static func text(_ milliseconds: Int64) -> String {
        let (hours, minutes, seconds) = (milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds / 1000 % 60)
        let parts = [(hours, "h"), (minutes, "m"), (seconds, "s")].filter { $0.0 > 0 }
        return parts.isEmpty ? "0s" : parts.map { "\($0.0)\($0.1)" }.joined()
    }
}
