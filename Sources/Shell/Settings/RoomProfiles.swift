import DispatchPolicy
import Formats
import Foundation

/// The deadline profiles that are there, and the chosen one.
package struct RoomProfiles {
    /// Those that ship, then those of the machine and the user.
    package var all: [DeadlineProfile] = []
    /// The name of the chosen one.
    package var chosen = ProfileFile.usual
    /// What is wrong with the files; a file with a fault is not used.
    package var problems: [SettingsProblem] = []

    /// What the machine's and the user's files say, the user's last.
    package init(folders: Folders) {
        all = keep { () throws(SettingsError) in try ProfileFile.shipped() } ?? []
        for folder in ["/etc/watchfloor", folders.configuration] {
            if let text = RoomProfiles.text(folder + "/profiles.toml"),
                let own = keep({ () throws(SettingsError) in
                    try ProfileFile.read(text: text, file: folder + "/profiles.toml")
                })
            {
                all = ProfileFile.adding(own, to: all)
            }
            if let text = RoomProfiles.text(folder + "/config.toml"),
                let room = keep({ () throws(SettingsError) in
                    try RoomConfiguration.read(text: text, file: folder + "/config.toml")
                })
            {
                chosen = room.profile ?? chosen
            }
        }
    }

    private static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func keep<Value>(_ read: () throws(SettingsError) -> Value) -> Value? {
        do throws(SettingsError) {
            return try read()
        } catch {
            problems += error.problems
            return nil
        }
    }

    /// The profile of a name, or of the room's choice when none is given.
    package func profile(named name: String?) throws -> DeadlineProfile {
        guard problems.isEmpty else {
            throw Failure(
                .usage, problems.map { "\($0.position): " + say($0.english, $0.chinese) }.joined(separator: "\n"))
        }
        let wanted = name ?? chosen
        guard let profile = all.first(where: { $0.name == wanted }) else {
            let names = all.map(\.name).joined(separator: ", ")
            throw Failure(
                .usage, say("there is no deadline profile “\(wanted)”", "没有名为“\(wanted)”的考核方案"),
                remedy: say("give one of \(names)", "可用：\(names)"))
        }
        return profile
    }
}
