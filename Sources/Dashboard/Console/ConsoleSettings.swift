import Core
import Demand
import DispatchModel
import DispatchPolicy
import Gazetteer
import Ground
import Themes
import Wording

/// How a console is set up when it opens.
package struct ConsoleSettings: Sendable {
    /// Who works at it; stands in every event of theirs.
    package var operatorName = "dispatcher"
    /// The language of the screen.
    package var language = Language.english
    /// The zone in which times are shown.
    package var zone = Zone.utc
    /// The zone of the wall's clock, where the board's is another; nil for the same.
    package var wallZone: Zone?
    /// The theme's name.
    package var theme = "dark"
    /// Folders in which themes are looked for before the built-in ones.
    package var themeFolders: [String] = []
    /// The file in which a theme is named for every start, as sentences name it.
    package var configurationFile = "config.toml"
    /// True under `NO_COLOR`: bold, underline and reverse only.
    package var noColour = false
    /// What keys do.
    package var keymap = Keymap.builtIn
    /// The views that were kept.
    package var views = SavedViews()
    /// True when a file of views could not be used: a console that runs keeps those it has.
    package var viewsAreFaulty = false
    /// True for somebody who has not worked at it before: the tour is offered.
    package var offersTour = false
    /// True when it may only watch.
    package var watching = false
    /// What is to be said when it opens, such as settings that could not be used.
    package var notices: [Notice] = []
    /// The program's version, for `:version`.
    package var version = ""
    /// Rows of the log that were skipped as malformed.
    package var rejectedRows = 0
    /// The deadline profiles that can be chosen.
    package var profiles: [DeadlineProfile] = []
    /// The name of the chosen one; empty for none.
    package var profile = ""

    /// What lies under the map; empty for none.
    package var ground = Ground()

    /// True when the terminal's bell rings for what is urgent.
    package var bell = true
    /// How the room deals with alerts, when that was read anew; nil leaves it as it is.
    package var alertRules: AlertRules?
    /// When the room's shifts change, when that was read anew.
    package var shifts: Shifts?

    /// The settings the program comes with.
    package init() {}
}

/// What the console needs from around it: time, the journal's pages, settings read again.
package struct ConsoleSurroundings {
    /// Wall time: what the machine's clock shows. It may step.
    package var wall: () -> Timestamp
    /// Time that never steps, for everything that lasts: wall time as it was once, and what has passed since.
    package var steady: () -> Timestamp
    /// Records by their positions, for timelines.
    package var records: ([JournalPosition]) -> [EventRecord]
    /// Up to so many records after a position, for looking back; nil when there is no journal to look back in.
    package var history: BoardHistory.Reader?
    /// Reads the user's settings again.
    package var reload: () -> ConsoleSettings?
    /// The shift's figures as text, for `:report`.
    package var report: (Language) -> String
    /// The feeds that run in this program, as they are doing now; asked at most once a second. Rates are not wanted: the
    /// console measures them.
    package var feeds: () -> [FeedStatus] = { [] }
    /// The console's own figures, asked once a minute while they are looked at; nil when there are none.
    package var scorecard: (Language) -> ScorecardView? = { _ in nil }
    /// What is asked for and where to stand for it, on a board at a time; nil when the console has no journal to read it from.
    package var demand: (Board, Timestamp) -> DemandLook? = { _, _ in nil }
    /// The dead letters of the data folder; nil when the console has none.
    package var letters: DeadLetterDesk?
    /// Writes a view into the person's file under its name, or takes it out of it when nil is given.
    package var keepView: (String, SavedView?) -> ViewKeeping = { _, _ in .thisRunOnly }
    /// Told what was newly recorded, on the board with it: for what is done beyond the screen. Never of the past.
    package var recorded: ([EventRecord], Board) -> Void = { _, _ in }
    /// What the room's own file says of its rules, once after every change of it; nil while it is as it was, and where a
    /// console has none.
    package var rules: () -> RuleFileLook? = { nil }
    /// What wakes the console when something comes in on another thread; nil when nothing does.
    package var wake: WakePipe?
    /// Told whenever a frame was given to the terminal.
    package var drawn: () -> Void = {}
    /// The places that the room knows by name, as they were last read; nil for none.
    package var places: () -> Gazetteer? = { nil }
    /// Something that went wrong beyond the screen, to be said once; nil when nothing did.
    package var warning: () -> String? = { nil }

    /// Creates surroundings; what is left out is not there. Without a steady time the wall's is taken for one.
    package init(
        wall: @escaping () -> Timestamp, steady: (() -> Timestamp)? = nil,
        records: @escaping ([JournalPosition]) -> [EventRecord],
        history: BoardHistory.Reader? = nil,
        reload: @escaping () -> ConsoleSettings? = { nil }, report: @escaping (Language) -> String = { _ in "" }
    ) {
        self.wall = wall
        self.steady = steady ?? wall
        self.records = records
        self.history = history
        self.reload = reload
        self.report = report
    }
}
