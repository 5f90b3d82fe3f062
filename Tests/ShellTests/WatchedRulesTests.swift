import DispatchPolicy
import Foundation
import Testing

@testable import Shell

@Suite("The room's file while a console runs")
struct WatchedRulesTests {
    @Test("It is read once, again after every change, and not when it goes")
    func changes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = folder + "/watchfloor/room.toml"
        try FileManager.default.createDirectory(atPath: folder + "/watchfloor", withIntermediateDirectories: true)
        let watched = WatchedRules(folders: Folders(environment: ["XDG_CONFIG_HOME": folder, "HOME": folder]))
        #expect(watched.changed() == nil)
        try Data("reserve = 4".utf8).write(to: URL(filePath: file))
        guard case .rules(let read)? = watched.changed() else { return #expect(Bool(false), "not read") }
        #expect(read.rules.reserve == 4 && read.path == file)
        #expect(watched.changed() == nil)
        try Data("reserv = 45".utf8).write(to: URL(filePath: file))
        guard case .faulty(let problems)? = watched.changed() else { return #expect(Bool(false), "not told") }
        #expect(problems.map(\.line) == [1] && problems.first?.file == file)
        #expect(unlink(file) == 0)
        #expect(watched.changed() == nil)
    }
}
