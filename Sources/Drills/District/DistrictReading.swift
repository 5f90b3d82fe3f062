import DispatchModel
import Districts
import Foundation

/// Reads the district that stands in a scenario itself; what is wrong is noted in the table's problems.
struct DistrictReading {
    private var district: DistrictModel

    /// The district of a table.
    static func read(_ table: ScenarioTable, id: String) -> DistrictModel {
        table.expect(
            ["name", "zone", "types", "beats", "units", "blind_spots", "wear", "duplicates", "ground"]
                + WorkingSections.keys)
        let zone = table.zone("zone") { TimeZone(identifier: $0) != nil } ?? "UTC"
        var reading = DistrictReading(
            district: DistrictModel(id: id, name: table.text("name", required: true), timeZone: zone))
        reading.readTypes(table)
        reading.readBeats(table)
        WorkingSections.read(table, into: &reading.district)
        reading.readUnits(table)
        reading.district.radio.blindSpots = table.elements("blind_spots").compactMap(blindSpot)
        if let wear = table.subtable("wear") { reading.district.wear = Self.wear(wear) }
        reading.district.duplicateCallers = table.number("duplicates", 0...0.5) ?? 0
        return reading.district
    }

    /// Rates are of every hour: a drill says itself how the demand rises and falls.
    private mutating func readTypes(_ table: ScenarioTable) {
        guard let types = table.subtable("types") else { return }
        var perHour = 0.0
        for code in types.keys {
            guard let table = types.subtable(code), let (type, rate) = Self.type(code, table) else { continue }
            district.types.append(type)
            perHour += rate
        }
        district.callsPerHour = [Double](repeating: perHour, count: 24)
    }

    private static func type(_ code: String, _ table: ScenarioTable) -> (DistrictCallType, Double)? {
        table.expect([
            "name", "per_hour", "priorities", "minutes", "paperwork", "false_alarms", "back_up", "escalates", "sayings",
        ])
        let rate = table.number("per_hour", 0...1000) ?? 0
        var shares = [Double](repeating: 0, count: 5)
        for name in table.strings("priorities") {
            if let priority = ConditionReader.priorities[name] {
                shares[Int(priority.rawValue) - 1] += 1
            } else {
                table.fault("priorities", "\"\(name)\" is no priority; write P1 to P5", "“\(name)”不是优先级；请写 P1 至 P5")
            }
        }
        if shares.allSatisfy({ $0 == 0 }) { shares[2] = 1 }
        let minutes = table.number("minutes", 0...1440) ?? 18
        let paperwork = table.number("paperwork", 0...240) ?? 0
        let type = DistrictCallType(
            code: code, name: table.text("name", required: true), weights: [Double](repeating: rate, count: 24),
            priorities: shares, onScene: .lognormal(mean: max(1, minutes) * 60, variation: 0.45),
            paperwork: paperwork > 0 ? .lognormal(mean: paperwork * 60, variation: 0.5) : .fixed(0),
            falseAlarms: table.number("false_alarms", 0...1) ?? 0, backUp: table.number("back_up", 0...1) ?? 0,
            escalates: table.number("escalates", 0...1) ?? 0,
            sayings: table.pairs("sayings"))
        return (type, rate)
    }

    private mutating func readBeats(_ table: ScenarioTable) {
        guard let beats = table.subtable("beats") else { return }
        for code in beats.keys {
            guard let table = beats.subtable(code) else { continue }
            table.expect(["name", "at", "corners", "weight", "streets"])
            let corners = table.points("corners")
            guard let centre = table.point("at") else {
                if !table.has("at") {
                    table.fault("at", "missing; write at = [31.2, 121.4]", "缺少；请写 at = [31.2, 121.4]")
                }
                continue
            }
            district.beats.append(
                DistrictBeat(
                    code: code, name: table.text("name", required: true), centre: centre,
                    outline: corners.count >= 3 ? [corners] : [], weight: table.number("weight", 0...1000) ?? 1,
                    streets: table.pairs("streets")))
        }
    }

    private static let panes: [String: UnitPane] = ["patrol": .patrol, "quickResponse": .quickResponse]

    private mutating func readUnits(_ table: ScenarioTable) {
        guard let units = table.subtable("units") else { return }
        for callsign in units.keys {
            guard let table = units.subtable(callsign) else { continue }
            table.expect(["kind", "pane", "beat", "at", "place", "skills", "circle", "shifts", "patrols"])
            if !table.has("kind") {
                table.fault("kind", "missing; write kind = \"vehiclePatrol\"", "缺少；请写 kind = \"vehiclePatrol\"")
            }
            let kind = table.choice("kind", of: ConditionReader.kinds) ?? .support
            let beat = table.string("beat") ?? ""
            if !beat.isEmpty, district.beat(beat) == nil {
                table.fault("beat", "the district has no beat \"\(beat)\"", "辖区没有巡区“\(beat)”")
            }
            let shifts = table.strings("shifts")
            for shift in shifts where !district.shifts.contains(where: { $0.name == shift }) {
                table.fault("shifts", "the district has no shift \"\(shift)\"", "辖区没有班次“\(shift)”")
            }
            district.units.append(
                DistrictUnit(
                    callsign: callsign, kind: kind,
                    pane: table.choice("pane", of: Self.panes) ?? (kind == .quickResponse ? .quickResponse : .patrol),
                    homeBeat: beat, dutyPoint: Place(table.names(of: "place") ?? .none, point: table.point("at")),
                    skills: table.strings("skills"), circleMinutes: Int64(table.integer("circle", 0...60) ?? 0),
                    shifts: shifts, patrols: table.flag("patrols")))
        }
    }

    private static func blindSpot(_ table: ScenarioTable) -> DistrictRadio.BlindSpot? {
        table.expect(["name", "centre", "metres"])
        guard let centre = table.point("centre") else {
            if !table.has("centre") {
                table.fault("centre", "missing; write centre = [31.2, 121.4]", "缺少；请写 centre = [31.2, 121.4]")
            }
            return nil
        }
        return DistrictRadio.BlindSpot(
            name: table.text("name"), centre: centre, metres: table.number("metres", 10...100_000) ?? 200)
    }

    private static func wear(_ table: ScenarioTable) -> DistrictWear {
        table.expect(["failure_hours", "repair_minutes", "break_after_hours", "break_minutes"])
        return DistrictWear(
            failureHours: table.number("failure_hours", 0.5...100_000),
            repair: .lognormal(mean: (table.number("repair_minutes", 1...1440) ?? 40) * 60, variation: 0.4),
            breakAfterHours: table.number("break_after_hours", 0.5...1000),
            pause: .fixed((table.number("break_minutes", 1...1440) ?? 30) * 60))
    }
}

extension ScenarioTable {
    /// A list of texts in both languages: `[["English", "中文"], …]`.
    func pairs(_ key: String) -> [BilingualText] {
        guard let array = table[key]?.array else {
            if has(key) { fault(key, "must be a list of [\"English\", \"中文\"]", "应为 [\"English\", \"中文\"] 的列表") }
            return []
        }
        let pairs = array.compactMap { element -> BilingualText? in
            let texts = element.array?.compactMap { $0.string } ?? []
            return texts.count == 2 ? BilingualText(texts[0], texts[1]) : nil
        }
        if pairs.count == array.count { return pairs }
        fault(key, "must be a list of [\"English\", \"中文\"]", "应为 [\"English\", \"中文\"] 的列表")
        return []
    }

    /// A list of points, each [latitude, longitude].
    func points(_ key: String) -> [GeoPoint] {
        guard let array = table[key]?.array else {
            if has(key) { fault(key, "must be a list of [latitude, longitude]", "应为 [纬度, 经度] 的列表") }
            return []
        }
        let points = array.compactMap { element -> GeoPoint? in
            let numbers = element.array?.compactMap(\.number) ?? []
            return numbers.count == 2 ? GeoPoint(latitude: numbers[0], longitude: numbers[1]) : nil
        }
        if points.count == array.count { return points }
        fault(key, "must be a list of [latitude, longitude]", "应为 [纬度, 经度] 的列表")
        return []
    }
}

/// Moves the text of a district into and out of the `[district]` part of a scenario, line by line, so that the lines of
/// messages stay true.
enum DistrictLines {
    /// The text of a district file as the `[district]` part of a scenario.
    static func embedded(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let body = line.drop { $0 == " " || $0 == "\t" }
            if body.hasPrefix("[["), !body.hasPrefix("[[[") { return "[[district." + body.dropFirst(2) }
            // A line that goes on with a list of points begins with a bracket too, and with a number behind it.
            if body.hasPrefix("["), let second = body.dropFirst().first, second.isLetter || second == "\"" {
                return "[district." + body.dropFirst()
            }
            return String(line)
        }
        return "[district]\n" + lines.joined(separator: "\n")
    }

    /// The scenario without its line `district = "..."`, followed by the district's text.
    static func standalone(_ scenario: String, district: String) -> String {
        var isTop = true
        let lines = scenario.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let body = line.drop { $0 == " " || $0 == "\t" }
            if body.hasPrefix("[") { isTop = false }
            let key = body.prefix { $0 != "=" }.filter { $0 != " " && $0 != "\t" }
            return isTop && key == "district" ? "# \(line)" : String(line)
        }
        let text = lines.joined(separator: "\n")
        return text + (text.hasSuffix("\n") ? "\n" : "\n\n") + embedded(district)
    }
}
