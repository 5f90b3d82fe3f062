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
    /// What moves board time and brings facts in.
    let run: Run
    /// What it needs from around it.
    let surroundings: ConsoleSurroundings
    /// How it is set up.
    var settings: ConsoleSettings
    /// Everything about the screen that is not on the board.
    package internal(set) var view = ConsoleView()
    /// What orders are bound to, and what became of them.
    var orders = Orders()
    /// What the terminal said and what of it is still open.
    var keyboard = Keyboard()
    /// What is said.
    var teller: Teller
    /// The screen and what was last painted on it.
    var painter: Painter
    /// What is looked at beside the board, and when that was.
    var attention = Attention()
    /// Where it is in time.
    var travel = TimeTravel()
    /// Why a console ended.
    package enum Ending: Hashable, Sendable {
        /// The operator quit.
        case quit
        /// The terminal went away or a signal asked the program to end.
        case signal(Int32)
    }

    /// The events that the activity log keeps.
    static let activityLimit = 300

    /// A console on a board that is already open.
    package init(
        screen: any Screen, run: Run, settings: ConsoleSettings, surroundings: ConsoleSurroundings,
        activity: [EventRecord] = []
    ) {
        self.run = run
        self.settings = settings
        self.surroundings = surroundings
        teller = Teller(words: Words(settings.language, zone: settings.zone))
        let (theme, warnings) = Theme.load(
            name: settings.theme, depth: screen.depth, folders: settings.themeFolders, noColour: settings.noColour)
        painter = Painter(screen: screen, theme: theme)
        view.wall = settings.wall
        self.settings.notices += notices(warnings)
        view.limits = ViewLimits(
            deadlines: run.core.policy.deadlines, positionStale: run.core.policy.positionStale,
            responsePlans: run.core.policy.responsePlans)
        nameKeys()
        for record in activity { noteActivity(record) }
        if let first = self.settings.notices.first { say(first.kind, first.text) }
        // The first picture says already whether anybody writes.
        if settings.watching { run.lookAround() }
    }

    /// The one way for data.
    var core: EventCore { run.core }
    /// Board time's clock.
    var clock: BoardClock {
        get { run.clock }
        set { run.clock = newValue }
    }

    /// The words of its language.
    var words: Words {
        get { teller.words }
        _modify { yield &teller.words }
    }
    /// Why the console ended; nil while it runs.
    package internal(set) var ended: Ending? {
        get { keyboard.ended }
        set { keyboard.ended = newValue }
    }
    /// Where it shows itself.
    var screen: any Screen { painter.screen }
    /// True while something has changed that is not on the screen.
    var isDirty: Bool {
        get { painter.isDirty }
        set { painter.isDirty = newValue }
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
    var presentNow: Timestamp { run.now }
    /// What board time at the present is measured by: the wall's clock live, time that never steps for one of its own.
    var clockTime: Timestamp { run.clockTime }

    /// Runs until the operator quits or the terminal goes.
    package func runToTheEnd() -> Ending {
        draw()
        while ended == nil { step() }
        finish()
        return ended ?? .quit
    }

    /// Waits for what comes next and deals with it: keys first, so many at a time, then data, then the screen.
    package func step() {
        let some = keyboard.inputs.next(from: screen, timeout: timeout(), wake: surroundings.wake?.descriptor)
        surroundings.wake?.drain()
        for input in some {
            handle(input)
            if ended != nil { return }
        }
        // The last of a flood of keys is answered at once, those before it as often as there are frames.
        if !some.isEmpty, isDirty, keyboard.inputs.isEmpty { draw() }
        takeData()
        // Behind the answer to a key, which it must not hold up.
        refreshAttainment(now: now)
        lookAtPlaces()
        if isDirty, painter.isDue(at: surroundings.steady()) { draw() }
    }

    /// Records what was decided, what waits to be, and what could not be recorded before, and keeps a snapshot.
    func finish() {
        run.takeTheRest()
        tellLostCommands()
        core.close()
    }
}
