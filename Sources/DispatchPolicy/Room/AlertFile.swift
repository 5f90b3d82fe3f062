import DispatchModel
import Formats

/// Reads `alerts.toml` and says everything that is wrong with it.
///
/// ```toml
/// [shifts]
/// starts = ["00:00", "08:00", "16:00"]
/// utc-offset = "+08:00"            # the machine's when left out
///
/// [[latch]]                        # stays until it is reset
/// feed = "fire-panel"
///
/// [[suppress]]
/// name = "links of a mast that is down"
/// feed = "nms"
/// text = "link *"                  # * and ? fit the whole text; without them it may stand anywhere
/// severity = "medium"              # the most severe that is hidden; "high" must be written
/// same-place = true
/// hours = "22:00-06:00"
/// [suppress.while]                 # only while another alert is on
/// text = "mast down"
///
/// [escalation]
/// first = "60s"
/// every = "2m"
/// [[escalation.supervisor]]
/// name = "duty officer"
/// command = ["page", "--to", "duty", "{text}"]
///
/// [sound]
/// bell = true
/// command = ["aplay", "/usr/share/sounds/alert.wav"]
/// every = "5s"
/// ```
package enum AlertFile {
    /// The most latching rules, suppression rules and supervisors.
    package static let limit = AlertRules.suppressionLimit

    /// What a file says, in a zone so many minutes ahead of UTC unless the file names another.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package static func read(text: String, file: String, minutesEast: Int = 0) throws(SettingsError) -> RoomSettings {
        let root = try SettingsTable(text: text, file: file)
        root.expect(["shifts", "latch", "suppress", "escalation", "flood", "sound"])
        var settings = RoomSettings(minutesEast: minutesEast)
        if let shifts = root.subtable("shifts") { settings.shifts = self.shifts(shifts, settings.shifts) }
        settings.alerts.latching = few(root, "latch").map { pattern($0, known: patternKeys, mostSevere: .high) }
        settings.alerts.suppression = suppression(root)
        if let escalation = root.subtable("escalation") { self.escalation(escalation, &settings) }
        if let flood = root.subtable("flood") { settings.alerts.flood = self.flood(flood) }
        if let sound = root.subtable("sound") { self.sound(sound, &settings.notices) }
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
        return settings
    }

    /// The elements of a list, as many as there may be.
    static func few(_ table: SettingsTable, _ key: String) -> [SettingsTable] {
        let elements = table.elements(key)
        if elements.count > limit {
            table.fault(key, "\(elements.count) of them; at most \(limit)", "共 \(elements.count) 个，至多 \(limit) 个")
        }
        return Array(elements.prefix(limit))
    }

    private static func suppression(_ root: SettingsTable) -> [SuppressionRule] {
        var names: Set<String> = []
        return few(root, "suppress").map { table in
            let pattern = pattern(
                table, known: patternKeys + ["name", "hours", "same-place", "while"], mostSevere: .medium)
            let name = table.string("name", required: true) ?? ""
            if name.utf8.count > 200 { table.fault("name", "longer than 200 bytes; shorten it", "超过 200 字节；请缩短") }
            if !name.isEmpty, !names.insert(name).inserted {
                table.fault("name", "\"\(name)\" is taken; give each rule its own", "“\(name)”已被使用；名称不得重复")
            }
            var rule = SuppressionRule(name: name, pattern: pattern, samePlace: table.flag("same-place"))
            rule.cause = table.subtable("while").map { self.pattern($0, known: patternKeys, mostSevere: .high) }
            rule.hours = hours(table)
            if rule.samePlace, rule.cause == nil {
                table.fault(
                    "same-place", "needs [suppress.while], the other alert at the same place",
                    "须与 [suppress.while] 同用，即同一地点的另一告警")
            }
            return rule
        }
    }

    private static func escalation(_ table: SettingsTable, _ settings: inout RoomSettings) {
        table.expect(["first", "every", "supervisor"])
        var escalation = Escalation()
        let day: Int64 = 86_400_000
        if let first = table.milliseconds("first", limit: day) { escalation.first = Span(milliseconds: first) }
        if let every = table.milliseconds("every", limit: day) { escalation.every = Span(milliseconds: every) }
        if escalation.every < .seconds(1) {
            table.fault("every", "must be \"1s\" at least", "至少为 \"1s\"")
        }
        settings.notices.supervisors = few(table, "supervisor").map { element in
            element.expect(["name", "command"])
            return Supervisor(
                name: element.string("name", required: true) ?? "", command: command(element, "command"))
        }
        escalation.supervisors = settings.notices.supervisors.map(\.name)
        settings.alerts.escalation = escalation
    }

    private static func flood(_ table: SettingsTable) -> FloodLimits {
        table.expect(["above", "below"])
        var limits = FloodLimits()
        limits.above = table.integer("above", 1...10_000) ?? limits.above
        limits.below = table.integer("below", 1...10_000) ?? min(limits.below, limits.above)
        if limits.below > limits.above {
            table.fault("below", "must be \(limits.above) at most, where a flood begins", "至多为泛滥开始的 \(limits.above)")
        }
        return limits
    }

    private static func sound(_ table: SettingsTable, _ notices: inout NoticeSettings) {
        table.expect(["bell", "command", "every"])
        if table.has("bell") { notices.bell = table.flag("bell") }
        notices.sound = command(table, "command")
        if let every = table.milliseconds("every", limit: 3_600_000) {
            notices.soundEvery = max(Span(milliseconds: every), .seconds(1))
        }
    }
}

extension AlertFile {
    /// The fields that say which alerts a rule is about.
    static let patternKeys = ["feed", "kind", "text", "place", "severity", "standing"]

    private static let kinds: [String: AlertKind] = [
        "waiting": .waitingTooLong, "overdue": .statusOverdue, "not-heard": .notHeard, "emergency": .emergency,
        "hold-ended": .holdEnded, "reported": .reported, "dispute-warning": .disputeWarning,
        "dispute-routing": .disputeRouting, "dispute-settling": .disputeSettling, "mediation-due": .mediationDue,
        "plan-short": .planShort, "personnel-check": .personnelCheck, "timer": .timer,
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
            let list = NameList(names.keys.sorted())
            table.fault(key, "\"\(word)\" is none of: \(list.english)", "“\(word)”不在可选值中：\(list.chinese)")
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
