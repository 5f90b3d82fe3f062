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
            throw Failure(.usage, text(error))
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
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SettingsError(problems: [
                SettingsProblem(
                    file: path, line: 0, column: 0, field: "", english: "cannot be read", chinese: "无法读取")
            ])
        }
        return try AlertFile.read(
            text: String(decoding: data, as: UTF8.self), file: path, minutesEast: minutesEast)
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
