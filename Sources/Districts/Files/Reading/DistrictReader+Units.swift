import DispatchModel
import DispatchPolicy
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

    static let kinds = PlanFile.kinds
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
            homeBeat: beat,
            dutyPoint: Place(
                table.name("place").map(BilingualText.init) ?? BilingualText("", ""), point: point("at", in: table)),
            skills: table.strings("skills"), circleMinutes: Int64(table.integer("circle", 0...60) ?? 0),
            shifts: worked, patrols: table.has("patrols") ? table.flag("patrols") : Self.moving.contains(kind))
    }

    /// Handling, acknowledgement and turn-out.
    func readTimes(into model: inout DistrictModel) {
        model.callHandling = law("handling", in: root) ?? model.callHandling
        model.acknowledgement = law("acknowledgement", in: root) ?? model.acknowledgement
        if let handling = root.subtable("handling_of") {
            handling.expect(Self.priorities.keys.sorted())
            for (name, priority) in Self.priorities { model.handlingOfPriority[priority] = law(name, in: handling) }
        }
        if let stay = root.subtable("stay") {
            for name in stay.keys {
                guard let kind = kind(name, in: stay) else { continue }
                model.stayFactors[kind] = stay.number(name, 0.01...100)
            }
        }
        guard let turnout = root.subtable("turnout") else { return }
        for name in turnout.keys {
            guard let kind = kind(name, in: turnout) else { continue }
            model.turnout[kind] = law(name, in: turnout)
        }
    }

    /// A kind of unit that a key names.
    private func kind(_ name: String, in table: SettingsTable) -> UnitKind? {
        if let kind = Self.kinds[name] { return kind }
        let list = NameList(Self.kinds.keys.sorted())
        table.fault(name, "is no kind of unit; write one of: \(list.english)", "不是警力种类；可选：\(list.chinese)")
        return nil
    }

    /// Speeds as `[urgent, ordinary]` in km/h by kind, traffic and weather.
    func readTravel(into model: inout DistrictModel) {
        model.travel.detour = root.number("detour", 1...5) ?? model.travel.detour
        model.travelStart = root.number("travel_start", 0...3600) ?? 0
        model.travelVariation = root.number("travel_cv", 0...2) ?? 0
        model.weather = root.number("weather", 0.05...2) ?? 1
        model.trafficByHour = root.numbers("traffic", count: 24...24, 0.05...5) ?? model.trafficByHour
        guard let speeds = root.subtable("speeds") else { return }
        for name in speeds.keys {
            guard let kind = kind(name, in: speeds), let pair = speeds.numbers(name, count: 2...2, 0.5...300) else {
                continue
            }
            model.travel[kind] = TravelModel.Speed(urgent: pair[0], ordinary: pair[1])
        }
    }

    /// Response plans, the most particular first; those of the console where the district has none.
    func readPlans(into model: inout DistrictModel) {
        guard root.has("plans") else { return }
        let codes = Set(model.types.map(\.code))
        let plans = PlanFile.plans(root, havePlaces: false)
        for (plan, table) in plans {
            for type in plan.types.subtracting(codes).sorted() {
                table.fault("types", "the district has no type \"\(type)\"", "辖区没有类型“\(type)”")
            }
        }
        guard !plans.isEmpty else { return }
        model.responsePlans = ResponsePlans(plans.map(\.plan))
    }

    static let priorities = PlanFile.priorities

    /// Tiers, wear, radio and the rule of dispatch.
    func readConditions(into model: inout DistrictModel) {
        if let tiers = root.numbers("tiers", count: 1...5, 1...120) {
            model.tiers = tiers.map { Int($0) }
            if zip(tiers, tiers.dropFirst()).contains(where: { $0 >= $1 }) {
                root.fault("tiers", "must rise, such as [1, 3, 5]", "须由小到大，例如 [1, 3, 5]")
            }
        }
        if let wear = root.subtable("wear") {
            wear.expect(["failure_hours", "repair", "break_after_hours", "break"])
            model.wear.failureHours = wear.number("failure_hours", 0.1...100_000)
            model.wear.repair = law("repair", in: wear) ?? model.wear.repair
            model.wear.breakAfterHours = wear.number("break_after_hours", 0.5...24)
            model.wear.pause = law("break", in: wear) ?? model.wear.pause
        }
        if let outages = root.subtable("outages") {
            outages.expect(["hours_between", "lasts"])
            model.radio.outageHours = outages.number("hours_between", 0.1...100_000)
            model.radio.outage = law("lasts", in: outages) ?? model.radio.outage
        }
        model.radio.blindSpots = root.elements("blind_spots").compactMap { table in
            table.expect(["name", "centre", "metres"])
            guard let centre = point("centre", in: table, required: true) else { return nil }
            return DistrictRadio.BlindSpot(
                name: table.name("name").map(BilingualText.init) ?? BilingualText("", ""), centre: centre,
                metres: table.number("metres", 10...100_000) ?? 200)
        }
        guard let rule = root.subtable("rule") else { return }
        rule.expect(["choice", "preempts", "coverage"])
        let choices = Dictionary(uniqueKeysWithValues: DispatchRule.Choice.allCases.map { ($0.rawValue, $0) })
        model.rule.choice = rule.choice("choice", of: choices) ?? model.rule.choice
        model.rule.preempts = rule.flag("preempts")
        if let malus = rule.milliseconds("coverage", limit: 3_600_000) {
            model.rule.coverageSeconds = Double(malus) / 1000
        }
    }
}
