import DispatchModel
import DispatchPolicy
import Journal
import Keymap
import Panes
import Themes
import Wording

/// How a console is set up when it opens.
public struct ConsoleSettings: Sendable {
    /// Who works at it; stands in every event of theirs.
    public var operatorName = "dispatcher"
    /// The language of the screen.
    public var language = Language.english
    /// The zone in which times are shown.
    public var zone = Zone.utc
    /// The zone of the wall's clock, where the board's is another; nil for the same.
    public var wallZone: Zone?
    /// The theme's name.
    public var theme = "dark"
    /// Folders in which themes are looked for before the built-in ones.
    public var themeFolders: [String] = []
    /// True under `NO_COLOR`: bold, underline and reverse only.
    public var noColour = false
    /// What keys do.
    public var keymap = Keymap.builtIn
    /// True for the wall layout.
    public var wall = false
    /// True when it may only watch.
    public var watching = false
    /// True when Ctrl-Z may suspend it.
    public var maySuspend = true
    /// What is to be said when it opens, such as settings that could not be used.
    public var notices: [Panes.Notice] = []
    /// The program's version, for `:version`.
    public var version = ""
    /// Rows of the log that were skipped as malformed.
    public var rejectedRows = 0
    /// The deadline profiles that can be chosen.
    public var profiles: [DeadlineProfile] = []
    /// The name of the chosen one; empty for none.
    public var profile = ""
    /// How long a source may be silent before it is shown as stale; nil when silence means nothing.
    public var sourceDeadline: Span?

    /// True when the terminal's bell rings for what is urgent.
    public var bell = true
    /// How the room deals with alerts, when that was read anew; nil leaves it as it is.
    public var alertRules: AlertRules?
    /// When the room's shifts change, when that was read anew.
    public var shifts: Shifts?

    /// The settings the program comes with.
    public init() {}
}

/// What the console needs from around it: time, the journal's pages, settings read again.
public struct ConsoleSurroundings {
    /// Wall time: what the machine's clock shows. It may step.
    public var wall: () -> Timestamp
    /// Time that never steps, for everything that lasts: wall time as it was once, and what has passed since.
    public var steady: () -> Timestamp
    /// Records by their positions, for timelines.
    public var records: ([JournalPosition]) -> [EventRecord]
    /// What another process has appended since a position; used by a console that only watches.
    public var appended: (JournalPosition) throws(JournalError) -> [EventRecord]
    /// Up to so many records after a position, for looking back; nil when there is no journal to look back in.
    public var history: BoardHistory.Reader?
    /// Reads the user's settings again.
    public var reload: () -> ConsoleSettings?
    /// The shift's figures as text, for `:report`.
    public var report: (Language) -> String
    /// The feeds that run in this program, as they are doing now; asked at most once a second. Rates are not wanted: the
    /// console measures them.
    public var feeds: () -> [FeedStatus] = { [] }
    /// The console's own figures, asked once a minute while they are looked at; nil when there are none.
    public var scorecard: (Language) -> ScorecardView? = { _ in nil }
    /// The dead letters of the data folder; nil when the console has none.
    public var letters: DeadLetterDesk?
    /// Told what was newly recorded, on the board with it: for what is done beyond the screen. Never of the past.
    public var recorded: ([EventRecord], Board) -> Void = { _, _ in }
    /// Told whenever a frame was given to the terminal.
    public var drawn: () -> Void = {}
    /// Something that went wrong beyond the screen, to be said once; nil when nothing did.
    public var warning: () -> String? = { nil }

    /// What the process that writes last said about itself; nil for a console that need not know.
    public var writerSign: (() throws(JournalError) -> WriterSign?)?

    /// Creates surroundings; what is left out is not there. Without a steady time the wall's is taken for one.
    public init(
        wall: @escaping () -> Timestamp, steady: (() -> Timestamp)? = nil,
        records: @escaping ([JournalPosition]) -> [EventRecord],
        appended: @escaping (JournalPosition) throws(JournalError) -> [EventRecord] = { _ in [] },
        history: BoardHistory.Reader? = nil,
        reload: @escaping () -> ConsoleSettings? = { nil }, report: @escaping (Language) -> String = { _ in "" }
    ) {
        self.wall = wall
        self.steady = steady ?? wall
        self.records = records
        self.appended = appended
        self.history = history
        self.reload = reload
        self.report = report
    }
}
