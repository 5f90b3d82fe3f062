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
