import Dashboard
import DispatchModel
import Drills
import TerminalKit
import Wording

/// How a drill ended and how it went.
package struct DrillEnd: Sendable {
    /// Why a drill ends.
    package enum Reason: String, Codable, CaseIterable, Sendable {
        /// Its time was up.
        case time
        /// Its end condition came true.
        case condition
        /// The trainer ended it.
        case trainer
        /// The player left.
        case left

        /// The reason that a director gives.
        init(_ reason: DrillEnding.Reason) {
            switch reason {
            case .time: self = .time
            case .condition: self = .condition
            case .trainer: self = .trainer
            }
        }

        /// In words.
        package var text: ControlStatus.Text {
            ControlStatus.Text { words in
                switch self {
                case .time: words.exercise.timeUp
                case .condition: words.exercise.endConditionTrue
                case .trainer: words.exercise.endedByTrainer
                case .left: words.exercise.playerLeft
                }
            }
        }
    }

    /// Why.
    package var reason: Reason
    /// Board time.
    package var at: Timestamp
    /// How it went.
    package var score: DrillScore
    /// How the player held the clock.
    package var held: HeldClock
    /// How long the trainer ran ahead.
    package let ranAhead: Span

    /// How a drill has ended that stands where `play` stands; nil for the reason that its director gives, or, when that goes
    /// on, that the player left. `orders` are the trainer's about the clock.
    package init(
        of play: DrillPlay, because reason: Reason? = nil, orders: [ClockOrder] = [], held: HeldClock = HeldClock()
    ) {
        self.reason = reason ?? play.director.ending.map { Reason($0.reason) } ?? .left
        at = play.now
        let unattended = UnattendedTime(orders, end: play.now)
        score = play.score(end: play.now, unattended: unattended)
        ranAhead = unattended.within(play.scenario.start, play.now)
        self.held = held
    }

    /// The last line of a drill's `keys.jsonl`.
    package func line(number: Int64, of play: DrillPlay) -> RecordedInput {
        var line = RecordedInput(number: number, at: at.rawValue, position: play.core.head.position)
        line.end = reason.rawValue
        return line
    }
}

extension DrillSession {
    /// The drill has ended: nothing more happens, and the player is shown how it went.
    func finishDrill(because given: DrillEnd.Reason? = nil) {
        guard end == nil else { return }
        let pending = takeDown(endHolding())
        let end = DrillEnd(of: play, because: given, orders: orders, held: held)
        self.end = end
        number += 1
        var line = end.line(number: number, of: play)
        line.held = pending
        keys?.add(line)
        play.console.boardClock.setPaused(true, wall: wall())
        let page = ResultPage(
            scenario: play.scenario, end: end, reportCommand: identity.reportCommand, words: play.console.wording)
        play.console.show(page: HelpView(title: page.title, rows: page.rows))
    }

    /// Keys on the result: they scroll it, and leaving it leaves the drill.
    func leave(after input: TerminalInput) {
        // A key that was pressed before there was anything to see was meant for the board.
        guard let end, isEndShown else { return }
        if case .key(let key) = input {
            let isLeaving = key.code == .escape || key.code == .enter || key.code == .character("q")
            if isLeaving || (key.code == .character("c") && key.modifiers == .control) {
                outcome = .left(end)
                return
            }
            // Nothing is ordered any more: what is recorded is what was scored.
            guard DrillSession.scrolls(key) else { return }
        }
        _ = play.console.respond(to: input, settling: false, beforeMessage: false)
    }

    private static func scrolls(_ key: Key) -> Bool {
        switch key.code {
        case .up, .down, .pageUp, .pageDown, .home, .end: true
        case .character("j"), .character("k"), .character("g"), .character("G"): key.modifiers.isEmpty
        default: false
        }
    }
}
