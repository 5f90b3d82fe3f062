import DispatchModel
import Formats

/// Reading what of `room.toml` is figures: limits, speeds, cover, positions.
extension RoomRules {
    /// The longest limit, 31 days.
    private static let longest: Int64 = 31 * 86_400_000

    mutating func readDeadlines(_ root: SettingsTable) {
        guard let table = root.subtable("deadlines") else { return }
        table.expectOnly(["waiting", "waiting_of", "status", "not_heard", "disputes"])
        if let waiting = table.subtable("waiting") {
            readWaiting(waiting, into: &deadlines.waiting)
        }
        if let types = table.subtable("waiting_of") {
            for code in types.keys {
                guard let type = types.subtable(code) else { continue }
                var own: [Priority: Deadline] = [:]
                readWaiting(type, into: &own)
                deadlines.waitingOfType[code] = own
            }
        }
        if let statuses = table.subtable("status") {
            let names = Dictionary(uniqueKeysWithValues: UnitStatus.allCases.map { ("\($0)", $0) })
            for name in statuses.keys {
                guard let status = statuses.choice(of: names, name, name, "status", "状态") else { continue }
                guard let limit = limit(name, usual: Self.usualSeverity(status), in: statuses) else { continue }
                deadlines.status[status] = limit
            }
        }
        if let limit = limit("not_heard", usual: .medium, in: table), let limit { deadlines.notHeard = limit }
        if let disputes = table.subtable("disputes") { readDisputes(disputes) }
    }

    private func readWaiting(_ table: SettingsTable, into waiting: inout [Priority: Deadline]) {
        for name in table.keys {
            guard let priority = table.choice(of: PlanFile.priorities, name, name, "priority", "等级") else { continue }
            guard let limit = limit(name, usual: Self.usualSeverity(priority), in: table) else { continue }
            waiting[priority] = limit
        }
    }

    /// `"90s"`, `{ within = "90s", severity = "high" }` or `"none"`; nil when it is not written or wrong.
    private func limit(_ key: String, usual: AlertSeverity, in table: SettingsTable) -> Deadline?? {
        guard let value = table.table[key] else { return nil }
        if value.string == "none", key != "not_heard" { return .some(nil) }
        guard let inner = value.table else {
            return Self.span(key, in: table).map { Deadline($0, usual) }
        }
        let limits = table.inside(inner, key)
        limits.expectOnly(["within", "severity"])
        if !limits.has("within") {
            limits.fault("within", "missing; write within = \"90s\"", "缺少；请写 within = \"90s\"")
        }
        let severities = Dictionary(uniqueKeysWithValues: AlertSeverity.allCases.map { ("\($0)", $0) })
        let severity = limits.choice("severity", of: severities) ?? usual
        return Self.span("within", in: limits).map { Deadline($0, severity) }
    }

    /// A length of time of a second at least.
    private static func span(_ key: String, in table: SettingsTable) -> Span? {
        guard let length = table.milliseconds(key, limit: longest) else { return nil }
        guard length >= 1000 else {
            table.fault(key, "must be \"1s\" at least", "至少为 \"1s\"")
            return nil
        }
        return Span(milliseconds: length)
    }

    /// How much it matters that an incident has waited too long, unless a file says otherwise.
    static func usualSeverity(_ priority: Priority) -> AlertSeverity {
        switch priority {
        case .p1: .high
        case .p2: .medium
        case .p3, .p4, .p5: .low
        }
    }

    /// How much it matters that a unit has been in a status too long, unless a file says otherwise.
    static func usualSeverity(_ status: UnitStatus) -> AlertSeverity {
        switch status {
        case .dispatched, .enRoute: .medium
        case .available, .onScene, .transporting, .clear, .outOfService: .low
        case .emergency: .high
        }
    }

    private mutating func readDisputes(_ table: SettingsTable) {
        table.expectOnly(["near"] + DisputeGrade.allCases.map { "\($0)" })
        if let near = table.integer("near", 1...100) { deadlines.disputes.nearPercent = Int64(near) }
        for grade in DisputeGrade.allCases {
            guard let spans = table.subtable("\(grade)") else { continue }
            spans.expectOnly(["warn", "route", "settle"])
            var own = deadlines.disputes.spans[grade] ?? .init(warn: nil, route: nil, settle: nil)
            func read(_ key: String, _ span: inout Span?) {
                if spans.table[key]?.string == "none" {
                    span = nil
                    return
                }
                span = Self.span(key, in: spans) ?? span
            }
            read("warn", &own.warn)
            read("route", &own.route)
            read("settle", &own.settle)
            deadlines.disputes.spans[grade] = own
        }
    }

    // MARK: Ways

    mutating func readTravel(_ root: SettingsTable) {
        travel.detour = root.number("detour", 1...5) ?? travel.detour
        travel.traffic = root.numbers("traffic", count: 24...24, 0.05...5) ?? travel.traffic
        guard let speeds = root.subtable("speeds") else { return }
        for name in speeds.keys {
            guard let kind = speeds.unitKind(name, name),
                let pair = speeds.numbers(name, count: 2...2, 0.5...300)
            else { continue }
            travel[kind] = TravelModel.Speed(urgent: pair[0], ordinary: pair[1])
        }
    }

    mutating func readCover(_ root: SettingsTable) {
        guard let table = root.subtable("cover") else { return }
        for name in table.keys {
            guard let kind = table.unitKind(name, name) else { continue }
            let standIns = table.unitKinds(table.strings(name), name)
            cover.standIns[kind] = standIns.isEmpty ? nil : standIns.subtracting([kind])
        }
    }

    mutating func readPositions(_ root: SettingsTable) {
        guard let table = root.subtable("positions") else { return }
        table.expectOnly(["stale", "sample"])
        positionStale = Self.span("stale", in: table) ?? positionStale
        positionSample = Self.span("sample", in: table) ?? positionSample
    }
}
