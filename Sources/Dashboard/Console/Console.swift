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
package final class Console: ConsolePart {
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
    /// Itself, as its parts know it.
    var console: Console { self }

    /// Why a console ended.
    package enum Ending: Hashable, Sendable {
        /// The operator quit.
        case quit
        /// The terminal went away or a signal asked the program to end.
        case signal(Int32)
    }

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
        attention.themes.files = ThemeFolder(settings.themeFolders)
        attention.themes.notices = warnings.map { $0.notice(in: teller.words) }
        ruleDesk.take(run.core.policy, of: run.core.shown.rules)
        view.map.scale = DotScale.usual(unicode: screen.glyphs != .ascii)
        keyHints.nameKeys()
        for record in activity { view.noteActivity(record) }
        if let opening = settings.views.opening.flatMap({ settings.views[$0] }) { viewDesk.take(opening) }
        if openNotices.isEmpty, settings.offersTour { tourGuide.offer() } else { tellFirstNotice() }
        // The first picture says already whether anybody writes.
        if settings.watching { run.lookAround() }
    }

    /// Why the console ended; nil while it runs.
    package internal(set) var ended: Ending? {
        get { keyboard.ended }
        set { keyboard.ended = newValue }
    }

    /// Says the first thing that was found at the start or in the settings, and of how many.
    func tellFirstNotice() {
        guard let first = openNotices.first else { return }
        say(first.kind, words.fault(first.text, of: openNotices.count))
    }

    /// What was found at the start, in the settings or in the theme, and still stands.
    var openNotices: [Notice] { attention.themes.notices + attention.rules.notices + settings.notices }

    /// Runs until the operator quits or the terminal goes.
    package func runToTheEnd() -> Ending {
        draw()
        while ended == nil { step() }
        finish()
        return ended ?? .quit
    }

    /// Runs until its screen has no more keys, reads what they asked for to its end, and draws that: for a picture.
    package func runToAStill() {
        draw()
        while ended == nil { step() }
        repeat { takeData() } while travel.goal != nil
        draw()
        finish()
    }

    /// Shows the board as of a time, or from the journal's first event on, and plays from there at a speed. For opening
    /// a recorded journal.
    package func play(from moment: Timestamp?, speed: Double) { journey.play(from: moment, speed: speed) }

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
        attainment.refresh(now: now)
        detailEvents.lookAtPlaces()
        if isDirty, painter.isDue(at: surroundings.steady()) { draw() }
    }

    /// Records what was decided, what waits to be, and what could not be recorded before, and keeps a snapshot.
    func finish() {
        run.takeTheRest()
        orderOutcomes.tellLostCommands()
        core.close()
    }
}
