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

/// Speeds of a clock as people write them: `4`, `x4`, `×4`, `0.5`, `max`.
package enum WrittenSpeed {
    /// How many times as fast as the clock on the wall, more than 0; infinity for `max`, nil for what is no speed.
    ///
    /// Blanks and capitals make no difference.
    package static func factor(_ text: String) -> Double? {
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        if bare == "max" { return .infinity }
        let digits = bare.hasPrefix("x") || bare.hasPrefix("×") ? String(bare.dropFirst()) : bare
        guard let number = Double(digits), number.isFinite, number > 0 else { return nil }
        return number
    }
}

/// How a time zone is written in a settings file: the IANA name of a place, or hours from UTC.
///
/// Letters such as CST are refused: they mean several zones (Chicago, Shanghai, Havana), and systems pick one in silence.
package enum WrittenZone: Hashable, Sendable {
    /// A name to be looked up; hours from UTC are written `GMT+0800` in it, whatever the file has.
    case name(String)
    /// Letters that mean several zones, with the names of those that they are likely to mean.
    case ambiguous([String])

    /// Reads a zone: `Asia/Shanghai`, `UTC`, `UTC+8`, `UTC-03:30`.
    package init(_ text: String) {
        if let hours = WrittenZone.hoursFromUTC(text) {
            self = .name(hours)
        } else if text.contains("/") || WrittenZone.names.contains(text) || !WrittenZone.isLetters(text) {
            self = .name(text)
        } else {
            self = .ambiguous(WrittenZone.meanings[text.uppercased()] ?? [])
        }
    }

    /// What is wrong and what to do about letters that mean several zones.
    package static func fault(_ text: String, meaning names: [String]) -> (english: String, chinese: String) {
        let list = names.isEmpty ? ["Asia/Shanghai", "UTC+8"] : names
        return (
            "\"\(text)\" means several time zones or none; write an IANA name or the hours from UTC: "
                + list.joined(separator: ", "),
            "“\(text)”可指多个时区或不是时区；请写 IANA 名称或与 UTC 的时差：\(list.joined(separator: "、"))"
        )
    }

    /// `UTC+8` as `GMT+0800`; nil when it is not written so.
    private static func hoursFromUTC(_ text: String) -> String? {
        guard text.hasPrefix("UTC") || text.hasPrefix("GMT") else { return nil }
        let rest = text.dropFirst(3).filter { $0 != " " }
        guard let sign = rest.first else { return "UTC" }
        guard sign == "+" || sign == "-" || sign == "−" else { return nil }
        let digits = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        let isShort = digits.count == 1 && digits[0].utf8.count <= 2
        let hours = digits.first.flatMap { Int(isShort || digits.count == 2 ? $0 : $0.dropLast(2)) }
        let minutes = isShort ? 0 : digits.last.flatMap { Int($0.suffix(2)) }
        let isWhole =
            digits.allSatisfy { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            && digits.count <= 2 && (digits.count == 1 || digits[1].utf8.count == 2)
        guard isWhole, let hours, let minutes, hours <= 14, minutes < 60 else { return nil }
        let figures = [hours, minutes].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "GMT\(sign == "+" ? "+" : "-")\(figures)"
    }

    private static func isLetters(_ text: String) -> Bool {
        (1...5).contains(text.utf8.count) && text.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
    }

    /// Names of the IANA data base without a slash that mean one place.
    private static let names: Set<String> = [
        "UTC", "GMT", "UCT", "Zulu", "PRC", "ROC", "ROK", "GB", "NZ", "Cuba", "Egypt", "Eire", "Iran", "Japan", "Libya",
    ]

    /// What letters are likely to mean.
    private static let meanings: [String: [String]] = [
        "CST": ["Asia/Shanghai", "America/Chicago", "America/Havana"], "CDT": ["America/Chicago"],
        "EST": ["America/New_York", "UTC-5"], "EDT": ["America/New_York"],
        "MST": ["America/Denver", "America/Phoenix"],
        "MDT": ["America/Denver"], "PST": ["America/Los_Angeles", "Asia/Manila"], "PDT": ["America/Los_Angeles"],
        "HST": ["Pacific/Honolulu"], "AKST": ["America/Anchorage"], "AST": ["America/Halifax", "Asia/Riyadh"],
        "BST": ["Europe/London", "Asia/Dhaka"], "IST": ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
        "WET": ["Europe/Lisbon"], "CET": ["Europe/Berlin", "Europe/Paris", "UTC+1"], "CEST": ["Europe/Berlin"],
        "MET": ["Europe/Berlin"], "EET": ["Europe/Helsinki", "UTC+2"], "MSK": ["Europe/Moscow"],
        "HKT": ["Asia/Hong_Kong"], "SGT": ["Asia/Singapore"], "JST": ["Asia/Tokyo"], "KST": ["Asia/Seoul"],
        "BJT": ["Asia/Shanghai"], "TST": ["Asia/Taipei"], "AEST": ["Australia/Sydney", "Australia/Brisbane"],
        "AEDT": ["Australia/Sydney"], "ACST": ["Australia/Darwin"], "AWST": ["Australia/Perth"],
        "NZST": ["Pacific/Auckland"], "NZDT": ["Pacific/Auckland"],
    ]
}

extension SettingsTable {
    /// The time zone of a key, as a name to be looked up; a fault is noted where it is missing, ambiguous or unknown.
    /// - Parameter isKnown: Whether this machine knows a zone of that name.
    package func zone(_ key: String, isKnown: (String) -> Bool) -> String? {
        guard let text = string(key, required: true) else { return nil }
        switch WrittenZone(text) {
        case .name(let name) where isKnown(name): return name
        case .name:
            fault(
                key, "\"\(text)\" is no time zone; write an IANA name such as Asia/Shanghai, or UTC+8",
                "“\(text)”不是时区；请写 IANA 名称（如 Asia/Shanghai）或 UTC+8")
        case .ambiguous(let names):
            let (english, chinese) = WrittenZone.fault(text, meaning: names)
            fault(key, english, chinese)
        }
        return nil
    }
}
