import DispatchModel
import Formats

/// What `alerts.toml` says.
package struct RoomSettings: Hashable, Sendable {
    /// How the room deals with alerts.
    package var alerts = AlertRules.standard
    /// When its shifts change.
    package var shifts = Shifts.standard
    /// How it is told.
    package var notices = NoticeSettings()

    /// What holds when there is no file, in a zone so many minutes ahead of UTC.
    package init(minutesEast: Int = 0) {
        shifts = Shifts(starts: Shifts.standard.starts, minutesEast: minutesEast)
    }
}

/// How a room is told of alerts beyond the screen.
package struct NoticeSettings: Hashable, Sendable {
    /// Rings the terminal's bell when an alert of high severity comes on.
    package var bell = true
    /// The program that makes a sound, with its arguments; empty for none. It is started as it stands, by no shell.
    package var sound: [String] = []
    /// The least time between two sounds.
    package var soundEvery = Span.seconds(5)
    /// Who is called about an alert that nobody answers, in order.
    package var supervisors: [Supervisor] = []
    /// How long a program may run before it is ended.
    package var timeLimit = Span.seconds(10)

    /// The bell and no programs.
    package init() {}

    /// The words in braces that an argument may hold, replaced by what they stand for.
    package static let placeholders = ["{text}", "{severity}", "{source}", "{place}", "{name}", "{level}"]
}

/// Somebody who is called about an alert that nobody answers.
package struct Supervisor: Hashable, Sendable {
    /// As the console shows it.
    package var name: String
    /// The program that calls them, with its arguments; empty for nothing but the screen.
    package var command: [String]

    /// Creates a supervisor.
    package init(name: String, command: [String] = []) {
        self.name = name
        self.command = command
    }
}

/// What `config.toml` says about a room.
///
/// ```toml
/// profile = "110"   # the deadline profile: nena, nfpa, 110, 1-3-5, or one of profiles.toml
/// theme = "abyss"   # how the console looks: a theme's name
/// ```
package struct RoomConfiguration: Hashable, Sendable {
    /// The deadline profile's name; nil when the file names none.
    package var profile: String?
    /// The theme's name; nil when the file names none.
    package var theme: String?

    /// Nothing said.
    package init() {}

    /// What a file says.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package static func read(text: String, file: String) throws(SettingsError) -> RoomConfiguration {
        let root = try SettingsTable(text: text, file: file)
        root.expect(["profile", "theme"])
        var configuration = RoomConfiguration()
        configuration.profile = root.string("profile")
        configuration.theme = root.string("theme")
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
        return configuration
    }
}
