import DispatchModel
import Foundation
import Shell
import TerminalKit
import TerminalNcurses
import Themes
import Wall
import Wording

/// Owns the terminal of a wall. The wall itself is another process, whose pictures are shown here; when it gives none any
/// more, this one says so by itself and starts it anew.
final class WallGuard {
    private let screen: NcursesScreen
    private let options: WallOptions
    private let arguments: [String]
    private let service = ServiceNotice()
    private let words: WallWords
    private let themes: WallThemes
    private var watch = GuardWatch()
    private var keys = GuardKeys()
    private var child: WallChild?
    private var last: SentPicture?
    private var shown: Grid?
    private var isReady = false
    private var noticed = Timestamp.epoch
    private var lookedAt: Timestamp?

    init(options: WallOptions) throws {
        self.options = options
        words = WallWords(Words(options.language, zone: zone(named: "")))
        arguments = Array(CommandLine.arguments.dropFirst()) + ["--behind-guard"]
        screen = try openScreen(
            mouse: false, palette: linuxPalette,
            keeper: WallGuard.keeper(WallTroubleWords(words), contact: options.contact))
        themes = try options.themes(depth: screen.depth)
    }

    /// What is done for the terminal of a guard that is killed, or stopped: a picture that stands is none of now.
    private static func keeper(_ trouble: WallTroubleWords, contact: String) -> NcursesScreen.Keeper {
        let command = "watchfloor wall"
        return NcursesScreen.Keeper(
            message: trouble.guardKilled(again: command), plate: trouble.guardSilent(contact: contact, again: command),
            patience: Int32(GuardWatch.patience.milliseconds))
    }

    /// Shows the wall until somebody ends it, or the terminal is gone, and gives the terminal back.
    func run() throws {
        defer {
            child?.end()
            screen.close()
            service?.stopping()
        }
        while true {
            beat()
            look()
            paint()
            notify()
            for input in screen.inputs(timeout: 250, wake: child?.frames) {
                guard goesOn(after: input) else { return }
            }
        }
    }

    /// Says that the guard lives. After a pause in which it may have been covered the picture is painted whole.
    private func beat() {
        screen.beat()
        let steady = steadyTime()
        if let lookedAt, steady - lookedAt >= GuardWatch.patience {
            screen.invalidate()
            shown = nil
        }
        lookedAt = steady
    }

    private var said: GuardLine { GuardLine(size: screen.size, depth: screen.depth, unicode: screen.unicode) }

    /// False when the wall is to end.
    private func goesOn(after input: TerminalInput) -> Bool {
        switch input {
        case .ended: return false
        case .resized, .resumed:
            child?.tell(said)
            shown = nil
        case .key(let key):
            switch keys.press(key, at: steadyTime()) {
            case .changed: shown = nil
            case .redraw:
                screen.invalidate()
                shown = nil
            case .end: return false
            }
        // Nothing else means anything to a wall.
        case .paste, .mouse, .reload, .ignored: break
        }
        return true
    }

    // MARK: The wall's program

    private func look() {
        let steady = steadyTime()
        if let child {
            if let picture = child.newest() {
                last = picture
                watch.hear(at: steady)
            }
            if child.isBroken { child.end() }
            if child.isOver() {
                self.child = nil
                watch.end(at: steady)
            }
        }
        switch watch.order(at: steady) {
        case .wait: break
        case .kill: child?.end()
        case .start:
            watch.start(at: steady)
            child = WallChild(arguments, screen: said)
            if child == nil { watch.end(at: steady) }
        }
    }

    // MARK: What is shown

    private func paint() {
        let steady = steadyTime()
        var look = WallLook(theme: themes.day, glyphs: screen.glyphs)
        let wall = wallTime()
        if themes.isNight(words.zone.local(wall)) { (look.theme, look.isNight) = (themes.night, true) }
        let picture = GuardPicture(words: words, look: look, contact: options.contact)
        var grid: Grid
        if let since = watch.silentSince(at: steady) {
            let death = WallDeath(.wall(restarts: watch.restarts), since: wall - (steady - since), ago: steady - since)
            grid = picture.dead(death, last: last, size: screen.size, now: wall)
        } else if let last, last.grid.size == screen.size {
            grid = last.grid
        } else {
            grid = picture.dead(nil, last: nil, size: screen.size, now: wall)
        }
        if let text = keys.text(WallTroubleWords(words), at: steady) { grid = picture.line(text, over: grid) }
        guard grid != shown else { return }
        screen.present(grid, cursor: nil)
        shown = grid
    }

    /// Tells the service manager that the guard lives, and how its wall does.
    private func notify() {
        let steady = steadyTime()
        // Twice as often as the manager wants it at least.
        guard let service,
            steady - noticed >= min(.seconds(1), Span(milliseconds: (service.watchdog ?? 2000) / 2))
        else { return }
        noticed = steady
        if !isReady, last != nil {
            service.ready()
            isReady = true
        }
        service.alive()
        let isSilent = watch.silentSince(at: steady) != nil
        let trouble = WallTroubleWords(words)
        let silence = "\(trouble.wallSilent(restarts: watch.restarts)) \(child?.lastWords ?? "")"
        // What the picture says is not known here, so nothing is said of it.
        service.status(isSilent ? silence : trouble.wallGoesOn)
    }
}

/// The colours that a wall has on the Linux console, which shows 16 of anybody's choice.
private let linuxPalette = [
    "101418", "b03000", "4cc29a", "e69f00", "56b4e9", "d68ab5", "56b4e9", "c8d0d8", "84909d", "ff7f50", "4cc29a",
    "e69f00", "56b4e9", "ff5fd2", "56b4e9", "f2f5f7",
]
