import DispatchModel
import Formats

extension AlertFile {
    /// The fields that say which alerts a rule is about.
    static let patternKeys = ["feed", "kind", "text", "place", "severity", "standing"]

    private static let kinds: [String: AlertKind] = [
        "waiting": .waitingTooLong, "overdue": .statusOverdue, "not-heard": .notHeard, "emergency": .emergency,
        "hold-ended": .holdEnded, "reported": .reported, "dispute-warning": .disputeWarning,
        "dispute-routing": .disputeRouting, "dispute-settling": .disputeSettling, "mediation-due": .mediationDue,
        "plan-short": .planShort,
    ]
    private static let severities: [String: AlertSeverity] = ["high": .high, "medium": .medium, "low": .low]

    /// Which alerts a table is about.
    static func pattern(_ table: SettingsTable, known: [String], mostSevere: AlertSeverity) -> AlertPattern {
        table.expect(known)
        var pattern = AlertPattern(mostSevere: mostSevere)
        pattern.feeds = table.strings("feed").map { TextPattern($0) }
        pattern.kinds = choices(table, "kind", of: kinds)
        let standings = Dictionary(uniqueKeysWithValues: AlertStanding.allCases.map { ("\($0)", $0) })
        pattern.standings = choices(table, "standing", of: standings)
        pattern.text = text(table, "text")
        pattern.place = text(table, "place")
        if let severity = table.choice("severity", of: severities) { pattern.mostSevere = severity }
        if !patternKeys.contains(where: table.has) {
            table.fault(
                "feed", "missing; say which alerts are meant: \(patternKeys.joined(separator: ", "))",
                "缺少；请说明所指告警：\(patternKeys.joined(separator: "、"))")
        }
        return pattern
    }

    private static func text(_ table: SettingsTable, _ key: String) -> TextPattern? {
        guard let text = table.string(key, required: table.has(key)) else { return nil }
        if text.utf8.count > SettingsTable.textLimit {
            table.fault(
                key, "longer than \(SettingsTable.textLimit) bytes; shorten it", "超过 \(SettingsTable.textLimit) 字节；请缩短")
        }
        return TextPattern(text)
    }

    private static func choices<Value>(_ table: SettingsTable, _ key: String, of names: [String: Value]) -> [Value] {
        table.strings(key).compactMap { word in
            if let value = names[word] { return value }
            let list = names.keys.sorted().joined(separator: ", ")
            table.fault(key, "\"\(word)\" is none of: \(list)", "“\(word)”不在可选值中：\(list)")
            return nil
        }
    }

    /// A program with its arguments. A text alone is refused: it looks like a line for a shell, and none is asked.
    static func command(_ table: SettingsTable, _ key: String) -> [String] {
        guard table.has(key) else { return [] }
        let words = table.strings(key)
        let isList = table.table[key]?.array != nil
        guard isList, let program = words.first, !program.isEmpty, words.count <= 64,
            words.allSatisfy({ $0.utf8.count <= SettingsTable.textLimit })
        else {
            table.fault(
                key,
                "must be a list of the program and its arguments, such as [\"aplay\", \"alert.wav\"]; no shell reads it",
                "应为程序及其参数的列表，例如 [\"aplay\", \"alert.wav\"]；不经 shell 解释")
            return []
        }
        if program.contains("{") {
            table.fault(key, "the program itself cannot hold {…}; write its path", "程序名不可含 {…}；请写明路径")
        }
        for word in words.dropFirst() {
            for hole in holes(word) where !NoticeSettings.placeholders.contains(hole) {
                let list = NoticeSettings.placeholders.joined(separator: " ")
                table.fault(key, "\(hole) stands for nothing; there are \(list)", "\(hole) 无含义；可用 \(list)")
            }
        }
        return words
    }

    /// The words in braces of a text, such as `{text}`.
    private static func holes(_ text: String) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let word = rest[open...close]
            if word.dropFirst().dropLast().allSatisfy({ $0.isASCII && $0.isLetter }) { found.append(String(word)) }
            rest = rest[rest.index(after: open)...]
        }
        return found
    }

    /// Hours of the day such as `22:00-06:00`.
    static func hours(_ table: SettingsTable) -> DailyHours? {
        guard let text = table.string("hours") else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { minute(String($0)) }
        if ends.count == 2, let from = ends[0], let to = ends[1] { return DailyHours(from: from, to: to) }
        table.fault("hours", "must be hours of the day such as \"22:00-06:00\"", "应为一天中的时段，例如 \"22:00-06:00\"")
        return nil
    }

    /// When the shifts change.
    static func shifts(_ table: SettingsTable, _ standard: Shifts) -> Shifts {
        table.expect(["starts", "utc-offset"])
        var (starts, east) = (standard.starts, standard.minutesEast)
        if table.has("starts") {
            let words = table.strings("starts")
            let minutes = words.compactMap(minute)
            if minutes.count == words.count, (1...24).contains(minutes.count), Set(minutes).count == minutes.count {
                starts = minutes
            } else {
                table.fault(
                    "starts", "must be 1 to 24 times of day such as [\"08:00\", \"20:00\"]",
                    "应为 1 至 24 个时刻，例如 [\"08:00\", \"20:00\"]")
            }
        }
        if let text = table.string("utc-offset") {
            let isWest = text.hasPrefix("-")
            let minutes = text.hasPrefix("+") || isWest ? minute(String(text.dropFirst())) : nil
            if let minutes, minutes <= 14 * 60 {
                east = isWest ? -minutes : minutes
            } else {
                table.fault("utc-offset", "must be such as \"+08:00\" or \"-05:00\"", "应类似 \"+08:00\" 或 \"-05:00\"")
            }
        }
        return Shifts(starts: starts, minutesEast: east)
    }

    /// The minute of the day of `08:00`.
    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }
}
