import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Themes
import Wording

/// What a wall is set to.
package struct WallSettings {
    /// The language, and the zone for a wall that has no board yet.
    package var words: Words
    /// The zone of a name; empty for the machine's own.
    package var zone: (String) -> Zone
    /// Where it hangs.
    package var place: WallPlace
    /// The rows of pixels of its screen.
    package var pixels: Int
    /// Where it looks for a journal, in words.
    package var folder: String
    /// Whom to ring; empty for nobody in particular.
    package var contact: String
    /// What it counts by.
    package var rules: WallRules
    /// The clocks that the room is judged by; nil for none.
    package var profile: DeadlineProfile?
    /// How it looks.
    package var themes: WallThemes
    /// What the demand picture adds, on a board at a time; nil for nothing.
    package var demand: (Board, Timestamp) -> WallDemand?
    /// Draws a board's map at a time into a part of the picture; nil for a wall without a map.
    package var map: ((Board, Timestamp, WallLook, inout Grid, Rect) -> Void)?

    /// What is to be said of the ground under the map, at every look; nil for nothing.
    package var ground: () -> WallGroundNote?

    /// Settings of a wall that looks in a folder.
    package init(words: Words, folder: String, themes: WallThemes) {
        self.words = words
        self.folder = folder
        self.themes = themes
        zone = { _ in words.zone }
        place = .usual
        pixels = WallScene.usualPixels
        contact = ""
        rules = WallRules()
        profile = nil
        demand = { _, _ in nil }
        ground = { nil }
    }
}

extension WallSettings {
    /// Puts on a scene what does not come from its figures.
    func lay(on scene: inout WallScene) {
        (scene.place, scene.pixels, scene.contact) = (place, pixels, contact)
        scene.wallZone = zone("")
        scene.profile = profile.map(words.title(of:)) ?? ""
        (scene.demand, scene.ground) = (demand(scene.board, scene.now), ground())
        if let map {
            let (board, now) = (scene.board, scene.now)
            scene.map = { map(board, now, $0, &$1, $2) }
        }
    }

    /// The pages that a scene has.
    func pages(of scene: WallScene) -> [WallPage] {
        var pages: [WallPage] = [.queue]
        if map != nil { pages.append(.map) }
        if !scene.figures.attainment.isEmpty { pages.append(.attainment) }
        if !scene.feeds.isEmpty { pages.append(.feeds) }
        return pages
    }
}

/// How a wall looks by day and by night.
package struct WallThemes {
    /// By day.
    package var day: Theme
    /// By night; its ground is black.
    package var night: Theme
    /// When the night begins and ends, in minutes of the day; nil for no night.
    package var hours: (from: Int, to: Int)?

    /// Themes for both.
    package init(day: Theme, night: Theme, hours: (from: Int, to: Int)? = nil) {
        self.day = day
        self.night = night
        self.hours = hours
    }

    /// True at night.
    package func isNight(_ time: LocalTime) -> Bool {
        guard let hours else { return false }
        let minute = time.hour * 60 + time.minute
        return hours.from <= hours.to
            ? (hours.from..<hours.to).contains(minute) : minute >= hours.from || minute < hours.to
    }
}

/// The journal that a wall watches, and the board as it was when it was opened.
package struct WallRoom {
    /// The journal.
    package var journal: any EventJournal
    /// The board.
    package var board: Board

    /// Creates one.
    package init(journal: any EventJournal, board: Board) {
        self.journal = journal
        self.board = board
    }
}

/// Where a wall shows its pictures: each of them goes with what its guard has to know of it.
package protocol WallScreen: AnyObject {
    /// The present size; it changes only together with a `.resized` input.
    var size: Size { get }
    /// The symbols that can be shown.
    var glyphs: Glyphs { get }

    /// Shows a picture.
    func show(_ picture: SentPicture)

    /// Waits for input and returns all there is, as ``TerminalKit/Screen`` does.
    func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput]
}

/// A wall that runs: it looks for a journal, follows it, and draws what it holds, or that it does not know any more. Nothing
/// can be ordered at it, and no key is its own.
///
/// The clock, the screen and what opens a journal are given, so that a test decides what happens.
package final class WallProgram {
    private let screen: any WallScreen
    private let time: MachineTime
    private let settings: WallSettings
    private let open: () throws(JournalError) -> WallRoom
    private var watched: WatchedRoom?
    private var waiting: (since: Timestamp, looks: Int, why: String)
    private var triedAt: Timestamp?
    private var shown: SentPicture?

    /// A wall on a screen. `open` opens the journal for watching.
    package init(
        screen: any WallScreen, time: MachineTime, settings: WallSettings,
        open: @escaping () throws(JournalError) -> WallRoom
    ) {
        self.screen = screen
        self.time = time
        self.settings = settings
        self.open = open
        waiting = (time.steady(), 0, "")
    }

    /// How often a journal is looked for that is not there, or is not the one that was opened any more.
    static let lookInterval = Span.seconds(1)
    /// Milliseconds between two looks at what is watched; half a flash.
    static let interval = 250

    /// Draws until the screen ends.
    package func runToTheEnd() {
        while true {
            turn()
            for input in screen.inputs(timeout: WallProgram.interval, wake: nil) {
                switch input {
                case .ended: return
                case .resized, .resumed: shown = nil
                case .key, .paste, .mouse, .reload, .ignored: break
                }
            }
        }
    }

    /// Looks at what is watched and draws what is to be seen.
    package func turn() {
        lookForJournal()
        watched?.turn()
        let picture = draw()
        guard picture != shown else { return }
        screen.show(picture)
        shown = picture
    }

    /// Opens the journal where there is none, or where the one that was opened is lost.
    private func lookForJournal() {
        let steady = time.steady()
        guard watched?.isLost ?? true, triedAt.map({ steady - $0 >= WallProgram.lookInterval }) ?? true else { return }
        triedAt = steady
        do throws(JournalError) {
            let room = try open()
            watched?.close()
            watched = WatchedRoom(room, settings: settings, time: time)
        } catch {
            waiting.looks += 1
            waiting.why = error.kind == .noJournal ? "" : text(error.message)
        }
    }

    private func text(_ text: BilingualText) -> String { text[settings.words.language] }

    /// The picture of now.
    private func draw() -> SentPicture {
        var words = settings.words
        let steady = time.steady()
        let scene: WallScene
        if let watched {
            words.zone = settings.zone(watched.board.mode.timeZone)
            scene = watched.scene()
        } else {
            var empty = WallScene(board: Board(), figures: WallFigures(), now: time.wall())
            (empty.contact, empty.place, empty.ground) = (settings.contact, settings.place, settings.ground())
            empty.life = .waiting(
                WallWait(
                    folder: settings.folder, why: waiting.why, waited: steady - waiting.since, looks: waiting.looks))
            scene = empty
        }
        let isNight = settings.themes.isNight(settings.zone("").local(time.wall()))
        var look = WallLook(theme: isNight ? settings.themes.night : settings.themes.day, glyphs: screen.glyphs)
        look.isNight = isNight
        return drawPicture(of: scene, words: WallWords(words), look: look, size: screen.size)
    }
}
