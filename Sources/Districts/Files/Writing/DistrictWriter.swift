import DispatchModel
import DispatchPolicy

/// Writes a district as a file that `DistrictReader` reads back as the same district, to the precision written.
package enum DistrictWriter {
    /// The text of a TOML file.
    /// - Parameter remarks: Lines for its head, without `#`.
    package static func text(_ model: DistrictModel, remarks: [String] = []) -> String {
        var lines = remarks.map { "# " + $0.replacing("\n", with: " ") }
        lines += head(model)
        lines += sections(model)
        lines += model.types.flatMap(type)
        lines += model.beats.flatMap(beat)
        lines += ["", "[units]"] + model.units.map(unit)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func head(_ model: DistrictModel) -> [String] {
        [
            "name = \(both(model.name))",
            "zone = \(quoted(model.timeZone))",
            "handling = \(law(model.callHandling))",
            "acknowledgement = \(law(model.acknowledgement))",
            "duplicates = \(number(model.duplicateCallers))",
            "duplicate_delay = \(law(model.duplicateDelay))",
            "false_alarm_part = \(number(model.falseAlarmFactor))",
            "detour = \(number(model.travel.detour))",
            "travel_start = \(number(model.travelStart))",
            "travel_cv = \(number(model.travelVariation))",
            "weather = \(number(model.weather))",
            "traffic = \(list(model.trafficByHour))",
            "tiers = [\(model.tiers.map(String.init).joined(separator: ", "))]",
        ]
    }

    private static func sections(_ model: DistrictModel) -> [String] {
        let perHour = (0..<24).map { hour in model.types.reduce(0) { $0 + $1.weights[hour] } }
        let byHour = zip(model.callsPerHour, perHour).map { $1 > 0 ? $0 / $1 : 0 }
        var lines = ["", "[demand]", "by_hour = \(list(byHour))", "by_weekday = \(list(model.weekdayFactors))"]
        lines += turnout(model)
        if !model.handlingOfPriority.isEmpty {
            lines += ["", "[handling_of]"]
            lines += model.handlingOfPriority.sorted { $0.key < $1.key }.map {
                "P\($0.key.rawValue) = \(law($0.value))"
            }
        }
        if !model.stayFactors.isEmpty {
            lines += ["", "[stay]"]
            lines += model.stayFactors.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                "\($0.key) = \(number($0.value))"
            }
        }
        lines += speeds(model)
        lines += wear(model.wear) + radio(model.radio) + rule(model.rule)
        if !model.shifts.isEmpty { lines += ["", "[shifts]"] + model.shifts.map(shift) }
        return lines + model.responsePlans.plans.flatMap(plan)
    }

    static func turnout(_ model: DistrictModel) -> [String] {
        guard !model.turnout.isEmpty else { return [] }
        let kinds = model.turnout.sorted { $0.key.rawValue < $1.key.rawValue }
        return ["", "[turnout]"] + kinds.map { "\($0.key) = \(law($0.value))" }
    }

    static func speeds(_ model: DistrictModel) -> [String] {
        let kinds = Set(model.units.map(\.kind)).sorted { $0.rawValue < $1.rawValue }
        return ["", "[speeds]"]
            + kinds.map { kind in
                let speed = model.travel[kind]
                return "\(kind) = [\(number(speed.urgent)), \(number(speed.ordinary))]"
            }
    }

    private static func wear(_ wear: DistrictWear) -> [String] {
        var lines = ["", "[wear]"]
        if let hours = wear.failureHours { lines.append("failure_hours = \(number(hours))") }
        lines.append("repair = \(law(wear.repair))")
        if let hours = wear.breakAfterHours { lines.append("break_after_hours = \(number(hours))") }
        return lines + ["break = \(law(wear.pause))"]
    }

    private static func radio(_ radio: DistrictRadio) -> [String] {
        var lines: [String] = []
        if let hours = radio.outageHours {
            lines += ["", "[outages]", "hours_between = \(number(hours))", "lasts = \(law(radio.outage))"]
        }
        for spot in radio.blindSpots {
            lines += [
                "", "[[blind_spots]]", "name = \(both(spot.name))", "centre = \(point(spot.centre))",
                "metres = \(number(spot.metres))",
            ]
        }
        return lines
    }

    private static func rule(_ rule: DispatchRule) -> [String] {
        [
            "", "[rule]", "choice = \(quoted(rule.choice.rawValue))", "preempts = \(rule.preempts)",
            "coverage = \"\(Int(rule.coverageSeconds.rounded()))s\"",
        ]
    }

    static func shift(_ shift: DistrictShift) -> String {
        func time(_ minute: Int) -> String {
            let (hours, minutes) = (minute / 60, minute % 60)
            return quoted("\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)")
        }
        return "\(key(shift.name)) = { begins = \(time(shift.begins)), ends = \(time(shift.ends)) }"
    }

    static func plan(_ plan: ResponsePlan) -> [String] {
        ["", "[[plans]]"] + PlanFile.entries(plan).map { "\($0.key) = \($0.value)" }
    }
}
