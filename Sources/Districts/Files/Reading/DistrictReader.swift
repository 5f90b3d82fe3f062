import DispatchModel
import DispatchPolicy
import Formats
import Foundation

/// Reads district files and says everything that is wrong with them.
///
/// The format is described in the article *District files*. A scenario may hold the same fields in its own `[district]`.
package struct DistrictReader {
    /// Finds the text of another file that a district names, relative to it; nil when there is none.
    package typealias FileText = (String) -> String?

    let root: SettingsTable
    let files: FileText

    /// Reads a district.
    /// - Parameters:
    ///   - text: The text of the TOML file, at most 1 MiB.
    ///   - file: Its name for messages; without folder and `.toml` it is the district's id.
    ///   - files: Finds the text of an outline file that it names.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package static func read(
        text: String, file: String, files: FileText = { _ in nil }
    ) throws(SettingsError) -> DistrictModel {
        let root = try SettingsTable(text: text, file: file)
        let model = withoutActuallyEscaping(files) {
            read(root, id: id(of: file), files: $0)
        }
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
        return model
    }

    /// Reads a district from a table, as a scenario holds it; what is wrong is noted in the table's problems, and what can
    /// be read is given back all the same.
    package static func read(_ table: SettingsTable, id: String, files: @escaping FileText = { _ in nil })
        -> DistrictModel
    {
        DistrictReader(root: table, files: files).district(id: id)
    }

    /// The name of a file without folder and ending.
    static func id(of file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
    }

    /// The longest lists that are read.
    static let limits = (beats: 500, units: 5000, types: 200)

    private func district(id: String) -> DistrictModel {
        root.expect([
            "name", "zone", "types", "beats", "outlines", "units", "shifts", "demand", "handling", "handling_of",
            "stay", "acknowledgement",
            "turnout", "speeds", "detour", "travel_start", "travel_cv", "traffic", "weather", "tiers", "plans", "wear",
            "blind_spots", "outages",
            "duplicates", "duplicate_delay", "false_alarm_part", "back_ups", "paperwork", "rule",
            // What lies under its map, which whoever shows one reads.
            "ground",
        ])
        let name = root.bilingual("name", required: true) ?? (id, id)
        var model = DistrictModel(id: id, name: BilingualText(name.english, name.chinese), timeZone: zone())
        let shared = SharedFigures(
            backUps: root.number("back_ups", 0...1) ?? 0, paperwork: law("paperwork", in: root) ?? .fixed(0))
        if let types = root.subtable("types") { readTypes(types, shared, into: &model) }
        if let beats = root.subtable("beats") { readBeats(beats, into: &model) }
        readShifts(into: &model)
        if let units = root.subtable("units") { readUnits(units, into: &model) }
        readDemand(into: &model)
        readTimes(into: &model)
        readTravel(into: &model)
        readPlans(into: &model)
        readConditions(into: &model)
        if model.types.isEmpty { root.fault("types", "needs at least one [types.CODE]", "至少需要一个 [types.代码]") }
        if model.beats.isEmpty { root.fault("beats", "needs at least one [beats.CODE]", "至少需要一个 [beats.代码]") }
        return model
    }

    private func zone() -> String {
        root.zone("zone") { TimeZone(identifier: $0) != nil } ?? "UTC"
    }
}

/// Figures that hold for every type that has none of its own.
struct SharedFigures {
    var backUps: Double
    var paperwork: DurationLaw
}

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
