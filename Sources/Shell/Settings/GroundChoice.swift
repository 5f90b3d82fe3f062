import Districts
import Drills
import Formats
import Foundation
import Ground

/// What lies under the map: a description or a GeoJSON file that was named, else `ground.toml` of the configuration folder, else
/// the section `[ground]` of one of the files that are used anyway; nil where there is none.
///
/// What is to be said about its files goes to standard error, unless that is said elsewhere. `noting` is told of each file that is
/// read.
package func openGround(
    _ file: String?, folders: Folders, sections: [String?] = [], isTold: Bool = true,
    noting: @escaping (String) -> Void = { _ in }
) throws -> Ground? {
    let found: Ground?
    do throws(SettingsError) {
        if let path = file ?? folders.configurationFile("ground.toml") {
            found = try ground(at: path, noting)
        } else {
            found = try firstSection(of: sections.compactMap(\.self), noting)
        }
    } catch {
        throw Failure(error)
    }
    if isTold { for line in found?.remarkLines ?? [] { printError(line) } }
    return found
}

extension Ground {
    /// What is to be said about its files, a line each.
    package var remarkLines: [String] {
        remarks.map(\.problem).map { "\($0.position): " + say($0.english, $0.chinese) }
    }
}

/// The ground of the district that does not exist, which the sample plays in.
package func madeUpGround() throws -> Ground? {
    do throws(SettingsError) {
        return try BuiltinDistricts.district("linjiang")?.ground
    } catch {
        throw Failure(error)
    }
}

/// What lies under the map of a drill: the `[ground]` of its district, whose files lie beside the file that holds it, else
/// what the district itself says of its beats.
///
/// - Parameter folder: Where the files lie, if not beside the scenario's.
package func drillGround(_ scenario: Scenario, named name: String, folder: String? = nil) throws -> DrillGround {
    guard let home = try districtHome(of: scenario, named: name, folder: folder) else {
        return DrillGround(ground: scenario.district.ground, folder: nil)
    }
    do throws(SettingsError) {
        let found = try GroundFile.section(
            home.section, ofText: home.text, file: home.path, files: filesBeside(home.folder))
        let folder = home.folder.isEmpty ? FileManager.default.currentDirectoryPath : home.folder
        return DrillGround(ground: found ?? scenario.district.ground, folder: found == nil ? nil : folder)
    } catch {
        throw Failure(error)
    }
}

/// The ground of a drill.
package struct DrillGround {
    /// What lies under its map.
    package var ground: Ground
    /// The folder of its files; nil where it is of none.
    package var folder: String?
}

/// Where the district of a scenario says what lies under its map.
private struct DistrictHome {
    var text: String
    var path: String
    var section: [String]
    var folder: String
}

private func districtHome(of scenario: Scenario, named name: String, folder: String?) throws -> DistrictHome? {
    // The text that is kept with a drill holds its district, wherever that came from.
    if let folder {
        return DistrictHome(text: scenario.text, path: name, section: ["district", "ground"], folder: folder)
    }
    guard FileManager.default.fileExists(atPath: name), let text = try namedText(name) else { return nil }
    let own = folderOf(name)
    let root: SettingsTable
    do throws(SettingsError) { root = try SettingsTable(text: text, file: name) } catch { throw Failure(error) }
    guard let district = root.table["district"]?.string else {
        return DistrictHome(text: text, path: name, section: ["district", "ground"], folder: own)
    }
    let path = joined(own, district)
    guard Scenario.shippedDistrict(district) == nil, let other = try namedText(path) else { return nil }
    return DistrictHome(text: other, path: path, section: ["ground"], folder: folderOf(path))
}

// MARK: Files

private func firstSection(of paths: [String], _ noting: @escaping (String) -> Void) throws(SettingsError) -> Ground? {
    for path in paths { if let found = try section(at: path, noting) { return found } }
    return nil
}

private func section(at path: String, _ noting: @escaping (String) -> Void) throws(SettingsError) -> Ground? {
    var isFolder: ObjCBool = false
    // A folder that is called like a mapping that ships is in nobody's way.
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { return nil }
    noting(path)
    guard let text = try text(at: path, isNeeded: false) else { return nil }
    return try GroundFile.section(ofText: text, file: path, files: filesBeside(folderOf(path), noting))
}

private func ground(at path: String, _ noting: @escaping (String) -> Void) throws(SettingsError) -> Ground {
    noting(path)
    let isGeoJSON = [".geojson", ".json"].contains { path.lowercased().hasSuffix($0) }
    guard isGeoJSON else {
        let text = try text(at: path, isNeeded: true) ?? ""
        return try GroundFile.read(text: text, file: path, files: filesBeside(folderOf(path), noting))
    }
    switch shapes(at: path) {
    case .found(let path, let bytes): return try GroundFile.beats(of: bytes, file: path)
    case .refused(let path, let english, let chinese): throw refusal(path, english, chinese)
    }
}

private func text(at path: String, isNeeded: Bool) throws(SettingsError) -> String? {
    do throws(UnreadableFile) {
        if let text = try SettingsFile.text(of: path) { return text }
    } catch {
        throw SettingsError(problems: [error.problem])
    }
    guard isNeeded else { return nil }
    throw refusal(path, absence.english, absence.chinese)
}

private let absence = (
    english: "cannot be read: no such file; write its name right, or put it there", chinese: "无法读取：没有该文件；请改正名称，或将文件放在此处"
)

private func refusal(_ path: String, _ english: String, _ chinese: String) -> SettingsError {
    SettingsError(problems: [
        SettingsProblem(file: path, line: 0, column: 0, field: "", english: english, chinese: chinese)
    ])
}

/// Reads the files that lie in a folder, or at an absolute path.
func filesBeside(
    _ folder: String, limit: Int = GeoLimits().bytes, _ noting: @escaping (String) -> Void = { _ in }
) -> (String) -> ShapeFile {
    { name in
        let path = joined(folder, name)
        noting(path)
        return shapes(at: path, limit: limit)
    }
}

private func shapes(at path: String, limit: Int = GeoLimits().bytes) -> ShapeFile {
    do throws(UnreadableFile) {
        guard let data = try SettingsFile.bytes(of: path, limit: limit) else {
            return .refused(path: path, english: absence.english, chinese: absence.chinese)
        }
        return .found(path: path, bytes: Array(data))
    } catch {
        return .refused(path: path, english: error.english, chinese: error.chinese)
    }
}

/// A path as a person would type it, from the folder as it was typed.
private func joined(_ folder: String, _ name: String) -> String {
    name.hasPrefix("/") || folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
}

/// The folder of a path as it was typed; empty for the one that the program runs in.
func folderOf(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
