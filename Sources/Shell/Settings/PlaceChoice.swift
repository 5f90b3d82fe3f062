import Formats
import Foundation
import Gazetteer
import Ground

/// The places of a room: a file that was named, else `places.toml`, `places.csv` or `places.geojson` of the configuration folder,
/// the first of them that is there, with `hazards.csv` beside it; nil where there is none.
///
/// Places without a beat get that of the ground they lie in. What is wrong with single rows stands in the answer; a file that
/// gives no text at all is refused. `noting` is told of each file that is read, before it is.
package func readPlaces(
    _ file: String?, folders: Folders, ground: Ground?, noting: @escaping (String) -> Void = { _ in }
) throws -> PlacesRead? {
    let names = ["places.toml", "places.csv", "places.geojson"]
    let hazards = file == nil ? folders.configurationFile("hazards.csv") : nil
    let found = file ?? names.lazy.compactMap { folders.configurationFile($0) }.first
    guard found != nil || hazards != nil else { return nil }
    var reader = PlaceReader(outlines: BeatOutlines(ground))
    if let found {
        let bytes = try placeBytes(found, noting)
        reader.takePlaces(bytes, file: found, files: filesBeside(folderOf(found), limit: PlaceReader.byteLimit, noting))
    }
    if let hazards { reader.takeHazards(try placeBytes(hazards, noting), file: hazards) }
    return reader.finish()
}

private func placeBytes(_ path: String, _ noting: (String) -> Void) throws -> [UInt8] {
    noting(path)
    let data: Data?
    do throws(UnreadableFile) {
        data = try SettingsFile.bytes(of: path, limit: PlaceReader.byteLimit)
    } catch {
        throw Failure(error)
    }
    guard let data else { throw Failure.absent(path) }
    return Array(data)
}

extension PlacesRead {
    /// What could not be taken, a line each, in the language of the shell.
    package var problemLines: [String] {
        let lines = problems.map { "\($0.position): " + say($0.english, $0.chinese) }
        guard moreProblems > 0 else { return lines }
        return lines + [say("and \(moreProblems) more", "另有 \(moreProblems) 处")]
    }
}
