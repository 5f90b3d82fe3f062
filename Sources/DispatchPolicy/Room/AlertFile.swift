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
