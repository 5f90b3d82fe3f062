import Districts
import Formats
import Foundation

/// The district of a TOML file, or one that ships, by name.
package func openDistrict(_ name: String) throws -> DistrictModel {
    do throws(SettingsError) {
        if let builtin = try BuiltinDistricts.district(name) { return builtin }
    } catch {
        throw Failure(error)
    }
    guard let data = FileManager.default.contents(atPath: name) else {
        let known = BuiltinDistricts.texts.map(\.name).joined(separator: ", ")
        throw Failure(
            .usage, say("\(name): no such file or built-in district", "\(name)：没有该文件或内置辖区"),
            remedy: say("built in are: \(known)", "内置辖区有：\(known)"))
    }
    let folder = URL(filePath: name).deletingLastPathComponent()
    do throws(SettingsError) {
        return try DistrictReader.read(text: String(decoding: data, as: UTF8.self), file: name) { other in
            FileManager.default.contents(atPath: folder.appending(path: other).path)
                .map { String(decoding: $0, as: UTF8.self) }
        }
    } catch {
        throw Failure(error)
    }
}

/// A district that can be simulated: without units nobody ever comes.
package func openStaffedDistrict(_ name: String) throws -> DistrictModel {
    let model = try openDistrict(name)
    guard !model.units.isEmpty else {
        throw Failure(
            .usage, say("\(name) has no units", "\(name) 没有警力单元"),
            remedy: say("add a [units] section", "请补充 [units] 部分"))
    }
    return model
}
