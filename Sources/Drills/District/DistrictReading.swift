import DispatchModel
import Foundation
import Simulation

extension DrillDistrict {
    /// Reads a district from its table; what is wrong is noted in the table's problems.
    static func read(_ table: ScenarioTable) -> DrillDistrict {
        table.expect([
            "name", "zone", "types", "beats", "units", "blind_spots", "absence", "duplicates", "back_ups", "paperwork",
        ])
        let zone = table.string("zone", required: true) ?? "UTC"
        if TimeZone(identifier: zone) == nil {
            table.fault(
                "zone", "\"\(zone)\" is no time zone; write an IANA name such as Asia/Shanghai",
                "“\(zone)”不是时区；请写 IANA 名称，例如 Asia/Shanghai")
        }
        var district = DrillDistrict(name: table.text("name", required: true), timeZone: zone)
        if let types = table.subtable("types") { district.types = types.keys.compactMap { readType($0, types) } }
        if let beats = table.subtable("beats") { district.beats = beats.keys.compactMap { readBeat($0, beats) } }
        if let units = table.subtable("units") {
            district.units = units.keys.compactMap { readUnit($0, units, Set(district.beats.map(\.code))) }
        }
        district.blindSpots = table.elements("blind_spots").compactMap(readBlindSpot)
        if let absence = table.subtable("absence") { district.absence = readAbsence(absence) }
        district.duplicates = table.number("duplicates", 0...1) ?? 0
        district.backUps = table.number("back_ups", 0...1) ?? 0
        district.paperworkMinutes = table.number("paperwork", 0...240) ?? 0
        return district
    }

    private static func readType(_ code: String, _ types: ScenarioTable) -> CallType? {
        guard let table = types.subtable(code) else { return nil }
        table.expect(["name", "per_hour", "priorities", "minutes", "false_alarms", "reports"])
        var type = CallType(code: code, name: table.text("name", required: true))
        type.perHour = table.number("per_hour", 0...1000) ?? 0
        type.minutes = table.number("minutes", 0...1440) ?? 0
        type.falseAlarms = table.number("false_alarms", 0...1) ?? 0
        type.reports = table.strings("reports")
        let priorities = table.strings("priorities").compactMap { name -> Priority? in
            if let priority = ConditionReader.priorities[name] { return priority }
            table.fault("priorities", "\"\(name)\" is no priority; write P1 to P5", "“\(name)”不是优先级；请写 P1 至 P5")
            return nil
        }
        if !priorities.isEmpty { type.priorities = priorities }
        return type
    }

    private static func readBeat(_ code: String, _ beats: ScenarioTable) -> Beat? {
        guard let table = beats.subtable(code) else { return nil }
        table.expect(["name", "at", "corners", "streets"])
        var beat = Beat(code: code, name: table.string("name") ?? code, centre: table.point("at"))
        beat.streets = table.strings("streets")
        beat.corners = table.points("corners")
        return beat
    }

    private static let panes: [String: UnitPane] = ["patrol": .patrol, "quickResponse": .quickResponse]

    private static func readUnit(_ callsign: String, _ units: ScenarioTable, _ beats: Set<String>) -> UnitRegistered? {
        guard let table = units.subtable(callsign) else { return nil }
        table.expect(["kind", "pane", "beat", "at", "place", "skills", "circle"])
        let kind = table.choice("kind", of: ConditionReader.kinds)
        if !table.has("kind") {
            table.fault("kind", "missing; write kind = \"vehiclePatrol\"", "缺少；请写 kind = \"vehiclePatrol\"")
        }
        let beat = table.string("beat") ?? ""
        if !beat.isEmpty, !beats.contains(beat) {
            table.fault("beat", "the district has no beat \"\(beat)\"", "辖区没有巡区“\(beat)”")
        }
        let circle = table.integer("circle", 0...60) ?? 0
        return UnitRegistered(
            callsign: callsign, kind: kind ?? .support,
            pane: table.choice("pane", of: panes) ?? (kind == .quickResponse ? .quickResponse : .patrol),
            homeBeat: beat, dutyPoint: Place(text: table.string("place") ?? "", point: table.point("at")),
            skills: table.strings("skills"), circleMinutes: Int64(circle))
    }

    private static func readBlindSpot(_ table: ScenarioTable) -> RadioCover.Area? {
        table.expect(["centre", "metres"])
        guard let centre = table.point("centre") else {
            if !table.has("centre") {
                table.fault("centre", "missing; write centre = [31.2, 121.4]", "缺少；请写 centre = [31.2, 121.4]")
            }
            return nil
        }
        return .circle(centre: centre, metres: table.number("metres", 10...100_000) ?? 200)
    }

    private static func readAbsence(_ table: ScenarioTable) -> Absence {
        table.expect(["failures_per_day", "failure_minutes", "breaks_per_day", "break_minutes"])
        var absence = Absence()
        absence.failuresPerDay = table.number("failures_per_day", 0...100) ?? 0
        absence.failureMinutes = table.number("failure_minutes", 1...1440) ?? absence.failureMinutes
        absence.breaksPerDay = table.number("breaks_per_day", 0...100) ?? 0
        absence.breakMinutes = table.number("break_minutes", 1...1440) ?? absence.breakMinutes
        return absence
    }
}

extension ScenarioTable {
    /// A list of points, each [latitude, longitude].
    func points(_ key: String) -> [GeoPoint] {
        guard let array = table[key]?.array else {
            if has(key) { fault(key, "must be a list of [latitude, longitude]", "应为 [纬度, 经度] 的列表") }
            return []
        }
        let points = array.compactMap { element -> GeoPoint? in
            let numbers = element.array?.compactMap { $0.double ?? $0.int.map(Double.init) } ?? []
            return numbers.count == 2 ? GeoPoint(latitude: numbers[0], longitude: numbers[1]) : nil
        }
        if points.count == array.count { return points }
        fault(key, "must be a list of [latitude, longitude]", "应为 [纬度, 经度] 的列表")
        return []
    }
}
