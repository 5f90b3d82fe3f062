import DispatchModel
import DispatchPolicy
import Formats

/// The parts of a district that say how its crews work, for readers and writers of other files that hold a district: what is
/// written in one means the same in the other.
package enum WorkingSections {
    /// The keys of these parts.
    package static let keys = [
        "acknowledgement", "turnout", "speeds", "detour", "travel_start", "travel_cv", "shifts", "plans",
    ]

    /// Reads acknowledgement, turn-out, travel, shifts and response plans into a model that has its types and not yet its
    /// units; what is wrong is noted in the table's problems.
    package static func read(_ table: SettingsTable, into model: inout DistrictModel) {
        let reader = DistrictReader(root: table, files: { _ in nil })
        reader.readShifts(into: &model)
        reader.readTimes(into: &model)
        reader.readTravel(into: &model)
        reader.readPlans(into: &model)
    }

    /// The same parts of a model as lines of TOML: single values first, to stand behind the header of the district, then
    /// sections, whose headers begin with a prefix such as `district.`.
    package static func lines(_ model: DistrictModel, prefix: String) -> (values: [String], sections: [String]) {
        let values = [
            "acknowledgement = \(DistrictWriter.law(model.acknowledgement))",
            "detour = \(DistrictWriter.number(model.travel.detour))",
            "travel_start = \(DistrictWriter.number(model.travelStart))",
            "travel_cv = \(DistrictWriter.number(model.travelVariation))",
        ]
        var lines = DistrictWriter.turnout(model) + DistrictWriter.speeds(model)
        if !model.shifts.isEmpty { lines += ["", "[shifts]"] + model.shifts.map(DistrictWriter.shift) }
        lines += model.responsePlans == .standard ? [] : model.responsePlans.plans.flatMap(DistrictWriter.plan)
        let sections = lines.map { line in
            if line.hasPrefix("[[") { return "[[\(prefix)" + line.dropFirst(2) }
            return line.hasPrefix("[") ? "[\(prefix)" + line.dropFirst() : line
        }
        return (values, sections)
    }
}
