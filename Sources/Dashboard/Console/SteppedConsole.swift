import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// A console driven in exact steps, as a drill drives it.
///
/// Whoever drives moves the run's board time (`Run.Pace.stepped`), hands over every key in turn, and tells when to draw. The
/// lists are brought up to date after each of them and never by drawing: what a key means then depends on what came before
/// it, and neither on when a frame was drawn nor on how fast the machine is. The core must show what is decided
/// (`EventCore.Showing.decided`).
package struct SteppedConsole: ConsolePart {
    let console: Console

    /// A console whose run moves in steps.
    package init(_ console: Console) { self.console = console }

    /// Begins: everything on the board is listed, nothing is drawn yet.
    package func begin() { console.refreshLists() }

    /// Takes notice of what was decided and brings the lists up to date.
    package func meet(_ records: [EventRecord]) {
        console.show(records)
        console.refreshLists()
    }

    /// Takes notice of where a unit was heard: that has no event of its own.
    package func heard(_ observation: Observation) { console.heard(observation) }

    /// Deals with one thing the terminal said. `settling` says whether the selection has just moved by itself, so that a
    /// key meant for what was there before must not hit what stands there now; `beforeMessage` the same of a message that
    /// has come over the panes. Returns the name of the command that it ran, nil when it ran none.
    package func respond(to input: TerminalInput, settling: Bool, beforeMessage: Bool) -> String? {
        console.keyboard.lastCommand = nil
        console.keyboard.settling = settling
        console.keyboard.beforeMessage = beforeMessage
        console.handle(input)
        console.keyboard.settling = nil
        console.keyboard.beforeMessage = nil
        return console.keyboard.lastCommand?.rawValue
    }

    /// True while the selection has just moved by itself, by the wall's clock.
    package var isSelectionSettling: Bool {
        console.keyboard.isSelectionSettling(at: console.surroundings.steady())
    }

    /// True while a message has just come over the panes, by the wall's clock.
    package var isMessageNew: Bool { console.keyboard.isMessageNew(at: console.surroundings.steady()) }

    /// Draws a frame when something changed, not more often than the screen shows frames unless `now` is asked for.
    /// Returns true when one was drawn.
    @discardableResult
    package func drawIfNeeded(now: Bool = false) -> Bool {
        if console.clockTicked {
            isDirty = true
            attainment.refresh(now: self.now)
        }
        guard isDirty, now || console.painter.isDue(at: console.surroundings.steady()) else { return false }
        console.draw()
        return true
    }

    /// Draws a frame whether or not anything changed.
    package func drawNow() { console.draw() }

    /// Hands what was decided to the journal; while it cannot be written, says so and tries again every second.
    package func keepRecording() { console.run.turn(console) }

    /// Milliseconds until something is due without a key.
    package func wait() -> Int? { console.timeout() }

    /// Board time's clock, for whoever drives to pause it and to change its speed.
    package var boardClock: BoardClock {
        get { clock }
        nonmutating set {
            clock = newValue
            isDirty = true
        }
    }

    /// Shows a message over the panes until Esc; nil takes it away.
    package func show(banner: BannerView?) {
        console.view.banner = banner
        if banner != nil {
            screen.bell()
            console.keyboard.messageCame(at: console.surroundings.steady())
        }
        isDirty = true
    }

    /// Shows a page of text over everything, until Esc.
    package func show(page: HelpView) {
        asking.close()
        console.view.banner = nil
        layers.open(page)
        isDirty = true
    }

    /// Says something on the bottom line for a while.
    package func tell(_ kind: NoticeKind, _ text: String) { say(kind, text) }

    /// Goes on after the operator asked to quit, as to show how a drill ended.
    package func stay() { console.ended = nil }

    /// Why the console ended; nil while it runs.
    package var ended: Console.Ending? { console.ended }
    /// The words of the screen, in its language and zone.
    package var wording: Words { words }
    /// True while what was asked over the panes or on the bottom line has not been answered.
    package var isAsking: Bool { !layers.isEmpty }
    /// The lines of the message over the panes that have not been taken away.
    package var bannerLines: [String] { console.view.banner?.lines ?? [] }
    /// The key of a command where the console is now, as people write it; empty when it has none.
    package func key(of name: String) -> String {
        guard let command = CommandName(rawValue: name) else { return "" }
        return keyText(command, in: mode)
    }

    /// Records everything decided and keeps a board for the next opening.
    package func close() { console.finish() }
}
