import DispatchModel
import DispatchPolicy
import Formats
import Foundation
import Wording

/// The rules of this machine's room.
package enum RoomRuleFile {
    /// The room's settings from `alerts.toml`: the user's over the machine's, those that ship when there is neither. Every
    /// problem of the file ends the program in words.
    package static func read(_ file: String? = nil, folders: Folders = Folders()) throws -> RoomSettings {
        do throws(SettingsError) {
            return try settings(file, folders: folders)
        } catch {
            throw Failure(error)
        }
    }

    /// The same, for a console that goes on with what it has: nil and the problems when the file cannot be used.
    package static func reread(folders: Folders) -> (settings: RoomSettings?, problem: String?) {
        do throws(SettingsError) {
            return (try settings(nil, folders: folders), nil)
        } catch {
            return (nil, text(error))
        }
    }

    /// Minutes by which this machine's clock is ahead of UTC now.
    package static var minutesEast: Int { TimeZone.current.secondsFromGMT() / 60 }

    private static func settings(_ file: String?, folders: Folders) throws(SettingsError) -> RoomSettings {
        guard let path = file ?? folders.configurationFile("alerts.toml") else {
            return RoomSettings(minutesEast: minutesEast)
        }
        return try AlertFile.read(text: try readable(path), file: path, minutesEast: minutesEast)
    }

    /// The text of a rules file that has to be there.
    private static func readable(_ path: String) throws(SettingsError) -> String {
        do throws(UnreadableFile) {
            if let text = try SettingsFile.text(of: path) { return text }
        } catch {
            throw SettingsError(problems: [error.problem])
        }
        throw SettingsError(problems: [
            SettingsProblem(
                file: path, line: 0, column: 0, field: "", english: "there is no such file", chinese: "没有该文件")
        ])
    }

    private static func text(_ error: SettingsError) -> String {
        error.problems.map { "\($0.position): " + say($0.english, $0.chinese) }.joined(separator: "\n")
    }
}

extension RoomSettings {
    /// The rules of a core that works in this room.
    package var policy: Policy {
        var policy = Policy()
        policy.alerts = alerts
        policy.shifts = shifts
        policy.disputeTypes = Policy.usualDisputeTypes
        return policy
    }
}

/// The deadline profiles that are there, and the chosen one.
package struct RoomProfiles {
    /// Those that ship, then those of the machine and the user.
    package var all: [DeadlineProfile] = []
    /// The name of the chosen one.
    package var chosen = ProfileFile.usual
    /// The theme that `config.toml` names; nil when it names none.
    package var theme: String?
    /// What is wrong with the files; a file with a fault is not used.
    package var problems: [SettingsProblem] = []

    /// What the machine's and the user's files say, the user's last.
    package init(folders: Folders) {
        all = keep { () throws(SettingsError) in try ProfileFile.shipped() } ?? []
        for file in folders.configurationFiles("profiles.toml") {
            let own = keep(file) { text throws(SettingsError) in try ProfileFile.read(text: text, file: file) }
            if let own { all = ProfileFile.adding(own, to: all) }
        }
        for file in folders.configurationFiles("config.toml") {
            let room = keep(file) { text throws(SettingsError) in try RoomConfiguration.read(text: text, file: file) }
            chosen = room?.profile ?? chosen
            theme = room?.theme ?? theme
        }
    }

    /// What is read of a file's text; nil, and its problems kept, when it cannot be.
    private mutating func keep<Value>(_ file: String, _ read: (String) throws(SettingsError) -> Value) -> Value? {
        do throws(UnreadableFile) {
            guard let text = try SettingsFile.text(of: file) else { return nil }
            return keep { () throws(SettingsError) in try read(text) }
        } catch {
            problems.append(error.problem)
            return nil
        }
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
            let names = NameList(all.map(\.name))
            throw Failure(
                .usage, say("there is no deadline profile “\(wanted)”", "没有名为“\(wanted)”的考核方案"),
                remedy: say("give one of \(names.english)", "可用：\(names.chinese)"))
        }
        return profile
    }
}

extension Failure {
    /// Every problem of a settings file, a line each.
    package init(_ error: SettingsError) {
        let lines = error.problems.map { "\($0.position): " + say($0.english, $0.chinese) }
        self.init(.usage, lines.joined(separator: "\n"))
    }
}
