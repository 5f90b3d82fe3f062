import DispatchPolicy
import Formats
import Foundation

/// A room's `room.toml`: the rules and where they were read.
package struct RulesFile: Sendable {
    /// What a file says, or why it cannot be used.
    package enum Look: Sendable {
        /// The rules.
        case rules(RulesFile)
        /// What is wrong, all of it.
        case faulty([SettingsProblem])
    }

    /// The rules: those that ship with what the file says in their place.
    package var rules: RoomRules
    /// The file.
    package var path: String

    /// The rules of a file that has to be there, or of the folders': the user's over the machine's, nil when neither is. Every
    /// fault of the file ends the program in words.
    package static func read(_ file: String? = nil, folders: Folders = Folders()) throws -> RulesFile? {
        guard let path = file ?? folders.configurationFile("room.toml") else { return nil }
        switch look(path) {
        case nil: throw Failure.absent(path)
        case .rules(let file)?: return file
        case .faulty(let problems)?: throw Failure(SettingsError(problems: problems))
        }
    }

    /// What a file says; nil when it is not there.
    package static func look(_ path: String) -> Look? {
        do throws(UnreadableFile) {
            guard let text = try SettingsFile.text(of: path) else { return nil }
            do throws(SettingsError) {
                return .rules(RulesFile(rules: try RoomRules.read(text: text, file: path), path: path))
            } catch {
                return .faulty(error.problems)
            }
        } catch {
            return .faulty([error.problem])
        }
    }
}

/// A room's `room.toml` while a console runs: read again after it was saved.
package final class WatchedRules {
    private let folders: Folders
    private var seen: FileMark?

    /// Watches the file of these folders.
    package init(folders: Folders) { self.folders = folders }

    /// What the file says, once after every change of it; nil while it is as it was. A file that was taken away changes
    /// nothing: the rules in force stay until others are adopted.
    package func changed() -> RulesFile.Look? {
        guard let path = folders.configurationFile("room.toml") else { return nil }
        let mark = FileMark(of: path)
        guard mark.isThere, mark != seen else { return nil }
        seen = mark
        return RulesFile.look(path)
    }
}
