import Districts
import Drills
import Formats
import Foundation

/// The district of a TOML file, or one that ships, by name. `noting` is told of each file that is read beside it.
package func openDistrict(_ name: String, noting: (String) -> Void = { _ in }) throws -> DistrictModel {
    do throws(SettingsError) {
        if let builtin = try BuiltinDistricts.district(name) { return builtin }
    } catch {
        throw Failure(error)
    }
    guard let text = try namedText(name) else {
        let known = NameList(BuiltinDistricts.texts.map(\.name))
        throw Failure(
            .usage, say("\(name): no such file or built-in district", "\(name)：没有该文件或内置辖区"),
            remedy: say("built in are: \(known.english)", "内置辖区有：\(known.chinese)"))
    }
    let folder = URL(filePath: name).deletingLastPathComponent()
    do throws(SettingsError) {
        return try DistrictReader.read(text: text, file: name) { other in
            let path = folder.appending(path: other).path
            noting(path)
            return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        }
    } catch {
        throw Failure(error)
    }
}

/// A district that can be simulated: without units nobody ever comes.
package func openStaffedDistrict(_ name: String, noting: (String) -> Void = { _ in }) throws -> DistrictModel {
    let model = try openDistrict(name, noting: noting)
    guard !model.units.isEmpty else {
        throw Failure(
            .usage, say("\(name) has no units", "\(name) 没有警力单元"),
            remedy: say("add a [units] section", "请补充 [units] 部分"))
    }
    return model
}

/// A mapping and the text that it was read from.
package struct ChosenMapping {
    /// The mapping.
    package var mapping: Mapping
    /// The text, as it was read.
    package var text: String

    /// A shipped mapping by name.
    package init?(shipped name: String) throws(MappingError) {
        guard let mapping = try Mapping.builtin(name), let text = Mapping.builtinText(name) else { return nil }
        self.mapping = mapping
        self.text = text
    }

    /// A mapping file.
    package init(file: String) throws {
        guard let text = try namedText(file) else {
            let known = NameList(Mapping.builtinTexts.map(\.name))
            throw Failure(
                .usage, say("--mapping \(file): no such file or built-in mapping", "--mapping \(file)：没有该文件或内置映射"),
                remedy: say("built in are: \(known.english)", "内置映射有：\(known.chinese)"))
        }
        self.text = text
        mapping = try Mapping(text: text, file: file)
    }
}

/// The mapping of a name: a file of one's own, else one that ships.
package func chooseMapping(_ name: String) throws -> ChosenMapping {
    do {
        // A folder that is called like one that ships is in nobody's way.
        if FileManager.default.contents(atPath: name) != nil { return try ChosenMapping(file: name) }
        return try ChosenMapping(shipped: name) ?? ChosenMapping(file: name)
    } catch let error as MappingError {
        throw Failure(error)
    }
}

/// Every scenario that comes with the program.
package func shippedScenarios() throws -> [Scenario] {
    do throws(ScenarioError) {
        return try Scenario.shipped()
    } catch {
        throw Failure(error)
    }
}

/// A scenario that comes with the program, by its name, or one in a file.
package func openScenario(_ name: String) throws -> Scenario {
    do {
        if let shipped = try Scenario.shipped(name) { return shipped }
        guard let text = try namedText(name) else {
            let known = NameList(Scenario.shippedTexts.map(\.id))
            throw Failure(
                .usage, say("\(name): no such scenario or file", "\(name)：没有该想定或文件"),
                remedy: say("those that come with the program: \(known.english)", "内置想定：\(known.chinese)"))
        }
        let folder = URL(filePath: name).deletingLastPathComponent()
        return try ScenarioReader.read(text: text, file: name) { other in
            FileManager.default.contents(atPath: folder.appending(path: other).path).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    } catch let error as ScenarioError {
        throw Failure(error)
    }
}
