import Districts
import Formats
import Foundation
import Ground

/// What lies under the map: a description or a GeoJSON file that was named, else `ground.toml` of the configuration folder, else
/// the section `[ground]` of one of the files that are used anyway; nil where there is none.
package func openGround(_ file: String?, folders: Folders, sections: [String?] = []) throws -> Ground? {
    do throws(SettingsError) {
        if let path = file ?? folders.configurationFile("ground.toml") { return try ground(at: path) }
        for path in sections.compactMap(\.self) {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let text = String(decoding: data, as: UTF8.self)
            if let found = try GroundFile.section(ofText: text, file: path, files: filesBeside(path)) { return found }
        }
        return nil
    } catch {
        throw Failure(error)
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

private func ground(at path: String) throws(SettingsError) -> Ground {
    guard let data = FileManager.default.contents(atPath: path) else {
        throw SettingsError(problems: [
            SettingsProblem(file: path, line: 0, column: 0, field: "", english: "cannot be read", chinese: "无法读取")
        ])
    }
    let isGeoJSON = [".geojson", ".json"].contains { path.lowercased().hasSuffix($0) }
    if isGeoJSON { return try GroundFile.beats(of: Array(data), file: URL(filePath: path).lastPathComponent) }
    return try GroundFile.read(text: String(decoding: data, as: UTF8.self), file: path, files: filesBeside(path))
}

/// Reads the files that lie beside another.
private func filesBeside(_ path: String) -> (String) -> [UInt8]? {
    let folder = URL(filePath: path).deletingLastPathComponent()
    return { name in
        let file = name.hasPrefix("/") ? name : folder.appending(path: name).path
        return FileManager.default.contents(atPath: file).map { Array($0) }
    }
}
