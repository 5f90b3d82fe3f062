import Drills
import Foundation
import Ground
import Testing

@testable import Shell

@Suite("What lies under the map is found where it is described")
struct GroundChoiceTests {
    /// A folder with a file of two beats in a folder of its own.
    private struct Home {
        let path = FileManager.default.temporaryDirectory.appending(path: "ground-\(UUID().uuidString)").path

        init() throws {
            try FileManager.default.createDirectory(atPath: path + "/shapes", withIntermediateDirectories: true)
            try write("shapes/beats.geojson", Self.beats)
        }

        @discardableResult
        func write(_ name: String, _ text: String) throws -> String {
            try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
            return path + "/" + name
        }

        func remove() throws { try FileManager.default.removeItem(atPath: path) }

        var folders: Folders { Folders(environment: ["XDG_CONFIG_HOME": path + "/config", "HOME": path]) }

        static let beats = """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "B1"}, "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}},
            {"type": "Feature", "properties": {"name": "B2"}, "geometry": {"type": "Polygon", "coordinates": [[[1,0],[2,0],[2,1],[1,0]]]}}
            ]}
            """
    }

    private static let section = "[ground]\nname = \"Harbour\"\n[ground.beats]\nfile = \"shapes/beats.geojson\"\n"

    @Test("In a roster or a mapping, beside it; what was named goes before that")
    func sections() throws {
        let home = try Home()
        let roster = try home.write("roster.toml", "[beats]\n" + Self.section)
        let found = try openGround(nil, folders: home.folders, sections: [nil, roster])
        #expect(found?.name == "Harbour" && found?.beats.map(\.code) == ["B1", "B2"])
        let named = try openGround(home.path + "/shapes/beats.geojson", folders: home.folders, sections: [roster])
        #expect(named?.name == "beats.geojson")
        let none = try home.write("other.toml", "[beats]\n")
        #expect(try openGround(nil, folders: home.folders, sections: [none]) == nil)
        try home.remove()
    }

    @Test("In a scenario's own district, or in the file of the district that it names, beside that file")
    func districts() throws {
        let home = try Home()
        let shipped = try #require(try Scenario.shipped("quiet-night"))
        #expect(try drillGround(shipped, named: "quiet-night").folder == nil)
        // The text that ships with its district in it, and a ground added there.
        let own = try home.write(
            "own.toml", shipped.text + "\n" + Self.section.replacing("[ground", with: "[district.ground"))
        let scenario = try openScenario(own)
        let found = try drillGround(scenario, named: own)
        #expect(found.ground.name == "Harbour" && found.folder == home.path)
        // The folder that a drill is kept in is another one: its files are still found.
        let kept = try drillGround(scenario, named: "/nowhere/scenario.toml", folder: home.path)
        #expect(kept.ground.digest == found.ground.digest)
        try home.remove()
    }

    @Test("Faults name the file as it was typed, and end with the code of a configuration")
    func faults() throws {
        let home = try Home()
        let broken = try home.write("ground.toml", "[beats]\nfile = \"shapes/none.geojson\"\n")
        let table: [(String, String)] = [
            (
                broken,
                "\(home.path)/ground.toml:2:1: beats.file: \(home.path)/shapes/none.geojson: cannot be read: no such file"
            ),
            (home.path + "/none.toml", "\(home.path)/none.toml: cannot be read: no such file"),
            (home.path + "/shapes", "\(home.path)/shapes: cannot be read: it is a folder"),
        ]
        for (path, words) in table {
            do {
                _ = try openGround(path, folders: home.folders)
                Issue.record("taken: \(path)")
            } catch let failure as Failure {
                #expect(failure.code == .usage)
                #expect(failure.message.contains(words), "\(failure.message)")
            }
        }
        try home.remove()
    }
}
