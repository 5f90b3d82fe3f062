import DispatchModel
import Formats

extension DistrictReader {
    /// Shifts: `[shifts.day]` with `begins = "08:00"`, `ends = "20:00"`.
    func readShifts(into model: inout DistrictModel) {
        guard let shifts = root.subtable("shifts") else { return }
        for name in shifts.keys {
            guard let table = shifts.subtable(name) else { continue }
            table.expect(["begins", "ends"])
            guard let begins = minuteOfDay("begins", in: table), let ends = minuteOfDay("ends", in: table) else {
                continue
            }
            model.shifts.append(DistrictShift(name: name, begins: begins, ends: ends))
        }
    }

    private func minuteOfDay(_ key: String, in table: SettingsTable) -> Int? {
        guard let text = table.string(key, required: true) else { return nil }
        let parts = text.split(separator: ":").compactMap { Int($0) }
        if parts.count == 2, text.utf8.count == 5, (0...23).contains(parts[0]), (0...59).contains(parts[1]) {
            return parts[0] * 60 + parts[1]
        }
        table.fault(key, "must be a time such as \"08:00\"", "应为时刻，例如 \"08:00\"")
        return nil
    }

    /// The roster.
    func readUnits(_ units: SettingsTable, into model: inout DistrictModel) {
        guard units.keys.count <= Self.limits.units else {
            root.fault("units", "more than \(Self.limits.units) units", "警力单元超过 \(Self.limits.units) 个")
            return
        }
        let beats = Set(model.beats.map(\.code))
        let shifts = Set(model.shifts.map(\.name))
        for callsign in units.keys {
            guard let table = units.subtable(callsign) else { continue }
            model.units.append(readUnit(callsign, table, beats: beats, shifts: shifts))
        }
    }

    static let kinds = Dictionary(uniqueKeysWithValues: UnitKind.allCases.map { ("\($0)", $0) })
    private static let panes: [String: UnitPane] = ["patrol": .patrol, "quickResponse": .quickResponse]
    /// Kinds that move about their beat unless they are told not to.
    private static let moving: Set<UnitKind> = [.vehiclePatrol, .footPatrol, .bicyclePatrol]

    private func readUnit(
        _ callsign: String, _ table: SettingsTable, beats: Set<String>, shifts: Set<String>
    ) -> DistrictUnit {
        table.expect(["kind", "pane", "beat", "at", "place", "skills", "circle", "shifts", "patrols"])
        if !table.has("kind") {
            table.fault("kind", "missing; write kind = \"vehiclePatrol\"", "缺少；请写 kind = \"vehiclePatrol\"")
        }
        let kind = table.choice("kind", of: Self.kinds) ?? .support
        let beat = table.string("beat") ?? ""
        if !beat.isEmpty, !beats.contains(beat) {
            table.fault("beat", "the district has no beat \"\(beat)\"", "辖区没有巡区“\(beat)”")
        }
        let worked = table.strings("shifts")
        for shift in worked where !shifts.contains(shift) {
            table.fault("shifts", "the district has no shift \"\(shift)\"", "辖区没有班次“\(shift)”")
        }
        return DistrictUnit(
            callsign: callsign, kind: kind,
            pane: table.choice("pane", of: Self.panes) ?? (kind == .quickResponse ? .quickResponse : .patrol),
            homeBeat: beat, dutyPoint: Place(text: table.string("place") ?? "", point: point("at", in: table)),
            skills: table.strings("skills"), circleMinutes: Int64(table.integer("circle", 0...60) ?? 0),
            shifts: worked, patrols: table.has("patrols") ? table.flag("patrols") : Self.moving.contains(kind))
    }
}
