import DispatchModel
import Districts
import Formats
import Foundation

/// Reads scenario files and says everything that is wrong with them.
package struct ScenarioReader {
    /// Finds the text of a district file that a scenario names, relative to the scenario; nil when there is none.
    package typealias FileText = (String) -> String?

    let root: ScenarioTable
    let problems: ScenarioProblems
    let text: String
    let file: String

    /// Reads a scenario.
    /// - Parameters:
    ///   - text: The text of the TOML file, at most 1 MiB.
    ///   - file: Its name for messages; without `.toml` it is the scenario's id unless it has one of its own.
    ///   - files: Finds the text of a district file that it names.
    /// - Throws: `ScenarioError` with every problem of the file, at least one.
    package static func read(
        text: String, file: String, files: FileText = { _ in nil }
    ) throws(ScenarioError) -> Scenario {
        let root = try ScenarioTable(text: text, file: file)
        let reader = ScenarioReader(root: root, problems: root.problems, text: text, file: file)
        return try reader.scenario(files)
    }

    private func scenario(_ files: FileText) throws(ScenarioError) -> Scenario {
        root.expect([
            "id", "title", "purpose", "district", "seed", "start", "end", "demand", "inject", "objective",
        ])
        let title = root.text("title", required: true)
        let purpose = root.text("purpose", required: true)
        let seed = root.integer("seed", 0...Int.max).map(UInt64.init) ?? 1
        let end = readEnd()
        let injects = readInjects()
        let objectives = readObjectives(injects)
        let demand = readDemand()
        let (found, foreign) = readDistrict(files)
        let start = readStart(found?.timeZone ?? "UTC")
        if let found { check(injects, end, demand, objectives, against: found.names) }
        guard problems.all.isEmpty, foreign.isEmpty, let district = found, let start else {
            throw ScenarioError(problems: problems.all + foreign)
        }
        var scenario = Scenario(
            id: identity(), title: title, purpose: purpose, district: district.model, seed: seed, start: start,
            timeZone: district.timeZone, end: end, demand: demand, injects: injects, objectives: objectives,
            text: district.standalone)
        scenario.doubts = ScenarioDoubts(
            scenario: scenario, problems: SettingsProblems(file: file, table: root.table)
        ).find()
        return scenario
    }

    /// The scenario's own id, else its file's name.
    func identity() -> String {
        if let id = root.table["id"]?.string, !id.isEmpty { return id }
        let name = file.split(separator: "/").last ?? "scenario"
        return name.hasSuffix(".toml") ? String(name.dropLast(5)) : String(name)
    }

    /// A time on the wall of the district, such as `2026-05-15T17:30`.
    private func readStart(_ zone: String) -> Timestamp? {
        guard let text = root.string("start", required: true) else { return nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: zone) ?? TimeZone(secondsFromGMT: 0)
        format.isLenient = false
        for pattern in ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"] {
            format.dateFormat = pattern
            if let date = format.date(from: text) {
                return Timestamp(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
            }
        }
        root.fault(
            "start", "\"\(text)\" is no time; write it as 2026-05-15T17:30, in the district's zone",
            "“\(text)”不是时间；请按辖区时区写作 2026-05-15T17:30")
        return nil
    }

    private func readEnd() -> Scenario.EndCondition {
        guard let table = root.subtable("end") else {
            if !root.has("end") {
                root.fault("end", "missing; write [end] with after = \"45m\"", "缺少；请写 [end]，含 after = \"45m\"")
            }
            return Scenario.EndCondition(after: .hours(1))
        }
        table.expect(["after", "when"])
        let after = table.span("after", required: true) ?? .hours(1)
        if after <= .zero { table.fault("after", "must be longer than nothing", "必须大于零") }
        return Scenario.EndCondition(after: after, when: condition(table, "when"))
    }

    private func readDemand() -> DemandProfile {
        guard let table = root.subtable("demand") else { return .ordinary }
        table.expect(["factor", "off", "steps", "types"])
        if table.flag("off") { return .none }
        var profile = DemandProfile()
        let range = 0...DemandProfile.highestFactor
        if let factor = table.number("factor", range) { profile.steps = [.init(from: .zero, factor: factor)] }
        for step in table.elements("steps") {
            step.expect(["from", "factor"])
            guard let from = step.span("from", required: true), let factor = step.number("factor", range) else {
                if !step.has("factor") { step.fault("factor", "missing; write factor = 1.5", "缺少；请写 factor = 1.5") }
                continue
            }
            profile.steps.append(.init(from: from, factor: factor))
        }
        profile.steps.sort { $0.from < $1.from }
        if let types = table.subtable("types") {
            for code in types.keys { profile.types[code] = types.number(code, range) ?? 1 }
        }
        return profile
    }

    /// A condition, or several that must all hold.
    func condition(_ table: ScenarioTable, _ key: String) -> Condition? {
        let texts = table.strings(key)
        guard !texts.isEmpty else { return nil }
        do throws(ConditionFault) {
            return try ConditionReader.read(texts.joined(separator: " and "))
        } catch {
            table.fault(key, error.english, error.chinese)
            return nil
        }
    }
}

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
            let known = NameList(Scenario.shippedDistricts)
            root.fault(
                "district",
                "missing; write district = \"...\" with a name (\(known.english)) or a file, or a part [district]",
                "缺少；请写 district = \"...\"（名称：\(known.chinese)，或文件），或 [district] 一节")
            return (nil, [])
        }
        if root.table["district"]?.table != nil, let table = root.subtable("district") {
            return (FoundDistrict(model: DistrictReading.read(table, id: identity()), standalone: text), [])
        }
        guard let name = root.string("district") else { return (nil, []) }
        guard let found = Scenario.shippedDistrict(name) ?? files(name) else {
            let known = NameList(Scenario.shippedDistricts)
            root.fault(
                "district", "there is no district or file \"\(name)\"; those that ship: \(known.english)",
                "没有名为“\(name)”的辖区或文件；随附的有：\(known.chinese)")
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

typealias ScenarioTable = SettingsTable
typealias ScenarioProblems = SettingsProblems

extension SettingsTable {
    /// A text in both languages: `["English", "中文"]`.
    func text(_ key: String, required: Bool = false) -> BilingualText {
        bilingual(key, required: required).map { BilingualText($0.english, $0.chinese) } ?? .none
    }

    /// A length of time such as `"90s"`, `"5m"`, `"1h30m"`, at most the longest drill.
    func span(_ key: String, required: Bool = false) -> Span? {
        milliseconds(key, limit: Scenario.longest.milliseconds, required: required).map { Span(milliseconds: $0) }
    }

    /// A point as [latitude, longitude].
    func point(_ key: String, required: Bool = false) -> GeoPoint? {
        degrees(key, required: required).flatMap { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }
}

/// Something in a scenario file that must be put right before the drill can be played.
package typealias ScenarioProblem = SettingsProblem

/// A scenario file that cannot be played, with everything that is wrong with it, in the order of the file.
package typealias ScenarioError = SettingsError
