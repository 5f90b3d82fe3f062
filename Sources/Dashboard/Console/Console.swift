import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Themes
import Wording

/// The console: takes keys and observations, gives commands to the core, draws what is recorded.
///
/// One thread owns it. It knows no ncurses and no SQLite: a screen, a core and a few closures are handed to it, so that
/// tests drive the whole of it by keys on a screen in memory.
package final class Console {
    /// Where it shows itself.
    let screen: any Screen
    /// Board time.
    var clock: BoardClock
    /// The one way for data.
    let core: EventCore
    /// What feeds say from other threads.
    let inbox: Inbox
    /// What gives observations by board time.
    var sources: [any ObservationSource]
    let surroundings: ConsoleSurroundings
    let wake: WakePipe?

    var settings: ConsoleSettings
    var words: Words
    var theme: Theme
    /// Everything about the screen that is not on the board.
    package internal(set) var view = ConsoleView()
    var strip = StripState()
    var touched = Touched.all
    var filters: [PaneName: Filter] = [:]

    var pendingKeys: [Key] = []
    /// What the keys of a chord, or a line being carried out, are about; nil while that is whatever is selected.
    var bound: BoundSelection?
    /// Letters typed in a box that meant nothing there.
    var strayLetters = ""
    /// What was typed and left.
    var drafts = Drafts()
    /// Every incident on the board by its place.
    var places = PlacesSeen()
    var history = InputHistory()
    /// True while nobody has looked at what the text being typed would do.
    var isTextStale = false
    /// What the terminal said and was not dealt with yet.
    var inputs = InputQueue()
    var message: (text: Notice, until: Timestamp)?
    /// What commands did that are not on disk yet.
    var unrecorded: [Confirmation] = []
    /// What own orders that are not on disk yet have made of things.
    var expected: [Subject: Expectation] = [:]
    /// The actions of each order that was given for several things at once, the newest last.
    var givenTogether: [[JournalPosition]] = []
    /// Commands that were not recorded, newest first, until Esc.
    var lostNotices: [Notice] = []
    /// Officers' calls for help that could not be recorded, in their order; at most one a unit.
    var unrecordedCalls: [UnitID] = []
    /// What own orders have changed since the last frame.
    var ownChanges = Touched()
    /// When the selection last had to move to a neighbour through no order of the operator's.
    var selectionMoved = Timestamp(milliseconds: .min / 2)
    /// The pane to go back to from the detail or the activity log.
    var returnFocus = PaneName.dispatch
    /// The meaning of selected and marked things as they were last drawn.
    var drawn: [Subject: DrawnMeaning] = [:]
    /// The alerts in sight as they were last drawn.
    var drawnAlerts: [AlertID: Alert] = [:]
    var drawnTimeline: (subject: Subject?, revision: Int, count: Int) = (nil, -1, 0)
    var hintCache: (key: String, hints: [KeyHint]) = ("", [])
    var info = ConsoleFrameInfo()
    var grid: Grid
    /// When the last frame was drawn: by time that never steps, and by the wall's clock, whose seconds are shown.
    var lastDrawn = Timestamp.epoch
    var lastDrawnWall = Timestamp.epoch
    /// When the journal, or its writer, was last looked after, and what was said then about the clock.
    var lastLookedAfter: Timestamp?
    var saidClock: WriterClock?
    /// The steps of the wall's clock.
    var clockWatch = ClockWatch()
    /// The writer, for a console that only watches.
    var writerWatch = WriterWatch()
    /// Since when the picture has not been live or not been recorded; nil while all is well.
    var troubleSince: Timestamp?
    /// True when the lists were last made without filters, for the wall.
    var listedForWall = false
    var lastHeardFromSource: Timestamp?
    var lastRetry = Timestamp.epoch
    var lastBell = Timestamp.epoch
    /// When the feeds were last looked at, and what was counted then.
    var feedRates = FeedRates()
    /// When the console's own figures were last taken, and in which language; nil to take them now.
    var scorecardLookedAt: (at: Timestamp, language: Language)?
    var isDirty = true
    /// True from when the screen became large enough until that was drawn.
    var isUnseen = false
    var mouseIsOn = false
    /// Board time as whoever drives the console in steps says it is; nil while the clock runs by itself.
    var held: Timestamp?
    /// True while a key must not hit a selection that has just moved, as whoever drives in steps says; nil to measure it.
    var settling: Bool?
    /// The command that the last key or line ran.
    var lastCommand: CommandName?
    /// What an own order has just made, to be selected once it is on the screen.
    var made: MadeThing?
    /// Where the keys for the next waiting incident and the next unanswered alert went last.
    var jumped: (incident: IncidentID?, alert: AlertID?)
    /// The incident of a call for help that the operator entered, to be selected once it is on the screen.
    var callToShow: IncidentID?
    /// How the chosen deadline profile is kept.
    var attainment = AttainmentState()
    /// Where it is in time.
    var travel = TimeTravel()
    /// The speed to play at once the moment is there that is being gone to.
    var playWhenThere: Double?
    /// The time of the journal's first event, once somebody asked.
    var firstEventAt: Timestamp?
    /// Why the console ended; nil while it runs.
    package internal(set) var ended: Ending?

    /// Why a console ended.
    package enum Ending: Hashable, Sendable {
        /// The operator quit.
        case quit
        /// The terminal went away or a signal asked the program to end.
        case signal(Int32)
    }

    /// The most observations looked at between two looks at the keyboard.
    static let observationsPerStep = 128
    /// The least time between two frames that no key asked for.
    static let frameInterval = Span(milliseconds: 33)
    /// For how long after the selection had to move a key does nothing to its new thing: it was meant for the old one.
    static let settlingTime = Span(milliseconds: 700)
    /// The events that the activity log keeps.
    static let activityLimit = 300

    /// A console on a board that is already open.
    package init(
        screen: any Screen, core: EventCore, clock: BoardClock, sources: [any ObservationSource] = [],
        inbox: Inbox, wake: WakePipe?, settings: ConsoleSettings, surroundings: ConsoleSurroundings,
        activity: [EventRecord] = []
    ) {
        self.screen = screen
        self.core = core
        self.clock = clock
        self.sources = sources
        self.inbox = inbox
        self.wake = wake
        self.settings = settings
        self.surroundings = surroundings
        words = Words(settings.language, zone: settings.zone)
        let warnings: [ThemeWarning]
        (theme, warnings) = Theme.load(
            name: settings.theme, depth: screen.depth, folders: settings.themeFolders, noColour: settings.noColour)
        grid = Grid(size: screen.size)
        view.wall = settings.wall
        self.settings.notices += notices(warnings)
        view.limits = ViewLimits(
            deadlines: core.policy.deadlines, positionStale: core.policy.positionStale,
            responsePlans: core.policy.responsePlans)
        nameKeys()
        for record in activity { noteActivity(record) }
        if let first = self.settings.notices.first { say(first.kind, first.text) }
        // The first picture says already whether anybody writes.
        if settings.watching { lookAround() }
    }

    /// What is open over the panes.
    var layers: Layers {
        get { view.layers }
        _modify { yield &view.layers }
    }
    /// The line being typed; nil when none is.
    var prompt: Prompt? { view.layers.prompt }
    /// Who gives the commands.
    var actor: Actor { .dispatcher(settings.operatorName) }
    /// The board that is drawn: the present one, or as it stood at an earlier time.
    var board: Board { travel.past?.board ?? core.shown }
    /// Board time of what is drawn.
    var now: Timestamp { travel.past?.clock.now(wall: surroundings.steady()) ?? presentNow }
    /// Board time at the present, whatever is drawn.
    var presentNow: Timestamp { held ?? clock.now(wall: clockTime) }
    /// What board time at the present is measured by: the wall's clock live, time that never steps for one of its own.
    var clockTime: Timestamp { clock.isAdjustable ? surroundings.steady() : surroundings.wall() }

    /// Runs until the operator quits or the terminal goes.
    package func run() -> Ending {
        draw()
        while ended == nil { step() }
        finish()
        return ended ?? .quit
    }

    /// Waits for what comes next and deals with it: keys first, so many at a time, then data, then the screen.
    package func step() {
        let some = inputs.next(from: screen, timeout: timeout(), wake: wake?.descriptor)
        wake?.drain()
        for input in some {
            handle(input)
            if ended != nil { return }
        }
        // The last of a flood of keys is answered at once, those before it as often as there are frames.
        if !some.isEmpty, isDirty, inputs.isEmpty { draw() }
        takeData()
        // Behind the answer to a key, which it must not hold up.
        refreshAttainment(now: now)
        if isDirty, surroundings.steady() - lastDrawn >= Console.frameInterval { draw() }
    }

    /// Records what was decided, what waits to be, and what could not be recorded before, and keeps a snapshot.
    func finish() {
        core.retry()
        takeTheRest()
        _ = try? core.flush()
        tellLostCommands()
        core.close()
    }
}
