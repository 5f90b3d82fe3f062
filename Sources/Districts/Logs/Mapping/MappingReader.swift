import DispatchModel
import Formats

extension Mapping {
    /// Reads a mapping from the text of a TOML file; `file` is its name for messages.
    /// - Throws: `MappingError` with every problem of the file.
    package init(text: String, file: String) throws(MappingError) {
        self.init()
        name = file
        let root = try SettingsTable(text: text, file: file)
        read(root)
        if !root.problems.all.isEmpty { throw MappingError(problems: root.problems.all) }
    }

    /// Reads only the sections that a roster has. Of a file that is no whole mapping every other one is a fault, so that
    /// no unit stays away without a word.
    init(rosterText text: String, file: String) throws(MappingError) {
        self.init()
        let root = try SettingsTable(text: text, file: file)
        let sections = ["types", "roster", "beats"]
        if !root.has("columns") { root.expect(sections + ["ground"]) }
        if root.problems.all.isEmpty, !sections.contains(where: root.has) {
            root.fault(
                "roster", "missing; write [roster] with the units, [beats] or [types]",
                "缺少；请写列出单元的 [roster]，或 [beats]、[types]")
        }
        if let table = root.subtable("types") { readTypes(table) }
        if let table = root.subtable("roster") { readRoster(table) }
        if let table = root.subtable("beats") { readBeats(table) }
        if !root.problems.all.isEmpty { throw MappingError(problems: root.problems.all) }
    }

    private mutating func read(_ root: SettingsTable) {
        root.expect([
            "title", "source", "detect", "file", "time", "columns", "priority", "types", "units", "roster", "beats",
            "home", "ground",
        ])
        title = root.name("title", required: true).map(Self.title) ?? BilingualText("", "")
        source = root.string("source", required: true) ?? ""
        detect = root.strings("detect").map(Self.normalised)
        if let table = root.subtable("file") { readFile(table) }
        readTime(root)
        readColumns(root)
        if let table = root.subtable("priority") { readPriorities(table) }
        if let table = root.subtable("types") { readTypes(table) }
        if let table = root.subtable("units") { readUnits(table) }
        if let table = root.subtable("roster") { readRoster(table) }
        if let table = root.subtable("beats") { readBeats(table) }
        if let table = root.subtable("home") { readHome(table) }
    }

    /// A title; one text with both languages behind one another, `Seattle Police 西雅图警察`, is taken apart.
    private static func title(_ written: WrittenName) -> BilingualText {
        guard case .one(let text) = written,
            let parts = text.wholeMatch(of: /([ -~]*[!-~]) (\p{Han}[^A-Za-z]*)/)
        else { return BilingualText(written) }
        return BilingualText(String(parts.output.1), String(parts.output.2))
    }

    private mutating func readTime(_ root: SettingsTable) {
        guard let table = root.subtable("time") else {
            root.problems.add(
                "time", "missing; write [time] with format and zone", "缺少；请写 [time]，含 format 和 zone")
            return
        }
        table.expect(["format", "zone", "calendar"])
        let counts = Dictionary(uniqueKeysWithValues: YearCount.allCases.map { ($0.rawValue, $0) })
        let calendar = table.choice("calendar", of: counts, standard: .gregorian)
        for pattern in table.strings("format") {
            if let format = TimeFormat(pattern, calendar: calendar) {
                timeFormats.append(format)
            } else {
                table.problems.add(
                    "time.format",
                    "\"\(pattern)\" is no time format; use yyyy MM dd HH hh mm ss SSS a X, or ISO 8601",
                    "“\(pattern)”不是时间格式；可用 yyyy MM dd HH hh mm ss SSS a X，或 ISO 8601")
            }
        }
        if table.table["format"] == nil {
            table.problems.add("time.format", "missing; write format = \"...\"", "缺少；请写 format = \"...\"")
        }
        timeZone = table.zone("zone") { LocalClock(zone: $0) != nil } ?? ""
    }

    private static let columnNames: [(String, WritableKeyPath<Columns, [String]> & Sendable)] = [
        ("incident", \.incident), ("unit", \.unit), ("row", \.row), ("received", \.received), ("closed", \.closed),
        ("disposition", \.disposition), ("type", \.type), ("priority", \.priority), ("place", \.place),
        ("place_zh", \.placeChinese), ("report_zh", \.reportChinese),
        ("report", \.report), ("beat", \.beat), ("latitude", \.latitude), ("longitude", \.longitude),
        ("location", \.location), ("unit_type", \.unitType),
    ]

    private static let milestoneNames: [(String, Milestone)] = [
        ("assigned", .assigned), ("acknowledged", .acknowledged), ("en_route", .enRoute), ("arrived", .arrived),
        ("transporting", .transporting), ("at_destination", .atDestination), ("feedback", .feedback),
        ("cleared", .cleared),
    ]

    private mutating func readColumns(_ root: SettingsTable) {
        guard let table = root.subtable("columns") else {
            root.problems.add(
                "columns", "missing; write [columns] with the log's header names", "缺少；请写 [columns]，填入日志的表头名称")
            return
        }
        table.expect(Self.columnNames.map(\.0) + Self.milestoneNames.map(\.0))
        for (name, path) in Self.columnNames { columns[keyPath: path] = table.strings(name).map(Self.normalised) }
        for (name, milestone) in Self.milestoneNames {
            let names = table.strings(name).map(Self.normalised)
            if !names.isEmpty { columns.milestones[milestone] = names }
        }
        if columns.received.isEmpty {
            table.problems.add(
                "columns.received", "missing; name the column with the time of the call", "缺少；请指定接警时间所在的列")
        }
        if !columns.milestones.isEmpty, columns.unit.isEmpty {
            table.problems.add(
                "columns.unit",
                "missing; times of assignments need the column with the unit's callsign. Where the log tells only of the "
                    + "first unit, name the column of its station or agency",
                "缺少；有派警时间就需要指定警力呼号所在的列。若记录只有首个警力的时间，请指定其站点或机构所在的列")
        }
    }

    /// A header name as it is compared: no blanks around it and single ones within.
    static func normalised(_ name: String) -> String {
        name.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static let priorityNames: [String: Priority] = [
        "P1": .p1, "P2": .p2, "P3": .p3, "P4": .p4, "P5": .p5,
    ]
    private static let kindNames = Dictionary(uniqueKeysWithValues: UnitKind.allCases.map { ("\($0)", $0) })
    private static let paneNames = Dictionary(uniqueKeysWithValues: UnitPane.allCases.map { ("\($0)", $0) })

    mutating func readPriorities(_ table: SettingsTable) {
        table.expect(["default", "values"])
        priorities.standard = table.choice("default", of: Self.priorityNames, standard: .p3)
        guard let values = table.subtable("values") else { return }
        for raw in values.keys {
            guard let priority = values.choice(raw, of: Self.priorityNames) else { continue }
            if priorities.values.has(raw), priorities[raw] != priority {
                values.fault(raw, "says another priority than a rule for the same text above", "与前面同一文本的规则优先级不同")
            }
            priorities.values.add(raw, priority)
        }
    }

    mutating func readTypes(_ table: SettingsTable) {
        for raw in table.keys {
            let words = table.strings(raw)
            let priority = words.count == 4 ? Self.priorityNames[words[3]] : nil
            guard words.count == 3 || priority != nil, !words[0].isEmpty else {
                table.problems.add(
                    table.field(raw),
                    "must be [\"CODE\", \"English\", \"中文\"], and \"P1\" to \"P5\" behind it if wanted",
                    "应为 [\"代码\", \"English\", \"中文\"]，其后可加 \"P1\" 至 \"P5\"")
                continue
            }
            types.add(raw, TypeRule(code: words[0], english: words[1], chinese: words[2], priority: priority))
        }
    }

    mutating func readUnits(_ table: SettingsTable) {
        table.expect(["types", "callsigns"])
        if let inner = table.subtable("types") {
            for raw in inner.keys { unitRule(inner, raw).map { unitTypes.add(raw, $0) } }
        }
        if let inner = table.subtable("callsigns") {
            for raw in inner.keys { unitRule(inner, raw).map { callsigns.add(raw, $0) } }
        }
    }

    private func unitRule(_ table: SettingsTable, _ raw: String) -> UnitRule? {
        guard let inner = table.subtable(raw) else { return nil }
        inner.expect(["kind", "pane", "skills", "circle"])
        return Self.unitRule(inner)
    }

    private static func unitRule(_ table: SettingsTable) -> UnitRule {
        var rule = UnitRule()
        rule.kind = table.choice("kind", of: kindNames, standard: .support)
        rule.pane = table.choice("pane", of: paneNames, standard: .patrol)
        rule.skills = table.strings("skills")
        guard let value = table.table["circle"] else { return rule }
        if let minutes = value.int, (0...60).contains(minutes) {
            rule.circleMinutes = Int64(minutes)
        } else {
            table.problems.add(table.field("circle"), "must be minutes from 0 to 60", "应为 0 至 60 的分钟数")
        }
        return rule
    }

    mutating func readRoster(_ table: SettingsTable) {
        for callsign in table.keys {
            guard let inner = table.subtable(callsign) else { continue }
            inner.expect(["kind", "pane", "skills", "circle", "beat", "at", "place"])
            roster.append(
                RosterUnit(
                    callsign: callsign, rule: Self.unitRule(inner), beat: inner.string("beat") ?? "",
                    dutyPoint: Place(inner.names(of: "place") ?? BilingualText("", ""), point: inner.point("at"))))
        }
    }

    mutating func readBeats(_ table: SettingsTable) {
        beatName = table.names(of: "name") ?? beatName
        for beat in table.keys where beat != "name" {
            guard let inner = table.subtable(beat) else { continue }
            inner.expect(["name", "at", "station"])
            beats[beat] = BeatRule(
                name: inner.names(of: "name") ?? BilingualText(beat, beat), centre: inner.point("at"),
                station: inner.names(of: "station") ?? BilingualText("", ""))
        }
    }

    mutating func readHome(_ table: SettingsTable) {
        table.expect(["area", "numbered", "name"])
        guard let area = table.string("area", required: true) else { return }
        home = HomeRule(
            area: Self.normalised(area), numbered: table.strings("numbered"),
            name: table.names(of: "name") ?? BilingualText("{area}", "{area}"))
    }
}

/// A mapping file that cannot be used, with everything that is wrong with it.
package typealias MappingError = SettingsError

extension SettingsTable {
    /// A word that stands for one of the cases of an enumeration, or the standard one.
    func choice<Value>(_ key: String, of names: [String: Value], standard: Value) -> Value {
        choice(key, of: names) ?? standard
    }

    /// What a thing is called, in each language; nil when it is not written, or wrong, which is noted.
    package func names(of key: String) -> BilingualText? { name(key).map(BilingualText.init) }

    /// A point as [latitude, longitude].
    func point(_ key: String) -> GeoPoint? {
        degrees(key).flatMap { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }
}
