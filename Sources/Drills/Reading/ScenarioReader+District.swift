import Districts
import Formats

/// A scenario's district as it was found.
struct FoundDistrict {
    var model: DistrictModel
    /// The scenario's text with the district in it, so that it can be read without any other file.
    var standalone: String

    var timeZone: String { model.timeZone }

    var names: DistrictNames {
        DistrictNames(
            types: Set(model.types.map(\.code)), beats: Set(model.beats.map(\.code)),
            callsigns: Set(model.units.map(\.callsign)))
    }
}

extension ScenarioReader {
    /// The district: in the scenario itself, one that ships, or another file. Problems of that file come with its name.
    func readDistrict(_ files: FileText) -> (FoundDistrict?, [ScenarioProblem]) {
        guard root.has("district") else {
            let known = Scenario.shippedDistricts.joined(separator: ", ")
            root.fault(
                "district", "missing; write district = \"...\" with a name (\(known)) or a file, or a part [district]",
                "缺少；请写 district = \"...\"（名称：\(known)，或文件），或 [district] 一节")
            return (nil, [])
        }
        if root.table["district"]?.table != nil, let table = root.subtable("district") {
            return (FoundDistrict(model: DistrictReading.read(table, id: identity()), standalone: text), [])
        }
        guard let name = root.string("district") else { return (nil, []) }
        guard let found = Scenario.shippedDistrict(name) ?? files(name) else {
            let known = Scenario.shippedDistricts.joined(separator: ", ")
            root.fault(
                "district", "there is no district or file \"\(name)\"; those that ship: \(known)",
                "没有名为“\(name)”的辖区或文件；随附的有：\(known)")
            return (nil, [])
        }
        return Self.district(found, name, standalone: DistrictLines.standalone(text, district: found))
    }

    private static func district(
        _ text: String, _ name: String, standalone: String
    ) -> (FoundDistrict?, [ScenarioProblem]) {
        do throws(SettingsError) {
            let table = try ScenarioTable(text: text, file: name)
            let model = DistrictReading.read(table, id: name)
            return (FoundDistrict(model: model, standalone: standalone), table.problems.all)
        } catch {
            return (nil, error.problems)
        }
    }
}
