import DispatchModel
import DispatchPolicy

/// What `alerts.toml` says.
public struct RoomSettings: Hashable, Sendable {
    /// How the room deals with alerts.
    public var alerts = AlertRules.standard
    /// When its shifts change.
    public var shifts = Shifts.standard
    /// How it is told.
    public var notices = NoticeSettings()

    /// What holds when there is no file, in a zone so many minutes ahead of UTC.
    public init(minutesEast: Int = 0) {
        shifts = Shifts(starts: Shifts.standard.starts, minutesEast: minutesEast)
    }
}

/// How a room is told of alerts beyond the screen.
public struct NoticeSettings: Hashable, Sendable {
    /// Rings the terminal's bell when an alert of high severity comes on.
    public var bell = true
    /// The program that makes a sound, with its arguments; empty for none. It is started as it stands, by no shell.
    public var sound: [String] = []
    /// The least time between two sounds.
    public var soundEvery = Span.seconds(5)
    /// Who is called about an alert that nobody answers, in order.
    public var supervisors: [Supervisor] = []
    /// How long a program may run before it is ended.
    public var timeLimit = Span.seconds(10)

    /// The bell and no programs.
    public init() {}

    /// The words in braces that an argument may hold, replaced by what they stand for.
    public static let placeholders = ["{text}", "{severity}", "{source}", "{place}", "{name}", "{level}"]
}

/// Somebody who is called about an alert that nobody answers.
public struct Supervisor: Hashable, Sendable {
    /// As the console shows it.
    public var name: String
    /// The program that calls them, with its arguments; empty for nothing but the screen.
    public var command: [String]

    /// Creates a supervisor.
    public init(name: String, command: [String] = []) {
        self.name = name
        self.command = command
    }
}
