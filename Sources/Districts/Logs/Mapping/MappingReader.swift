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
        if !root.has("columns") { root.expect(sections) }
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
            "home",
        ])
        title = root.string("title", required: true) ?? ""
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
}
