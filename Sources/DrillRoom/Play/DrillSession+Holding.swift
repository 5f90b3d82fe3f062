import Core
import Dashboard
import DispatchModel
import Drills

extension DrillSession {
    /// Takes notice of what a key has done to the clock. Returns the milliseconds for which the player held it until now,
    /// when that has ended.
    func noteHolding(since before: BoardClock) -> Int64? {
        let clock = play.console.boardClock
        guard clock.isPaused != before.isPaused || clock.speed != before.speed else { return nil }
        let ended = endHolding()
        let speed = clock.isPaused ? 0 : clock.isUnlimited ? 1 : min(1, clock.speed)
        if speed < 1 { holding = (wall(), speed) }
        return ended
    }

    /// The player holds the clock no longer. Returns for how many milliseconds of the wall's clock they did.
    func endHolding() -> Int64? {
        guard let holding else { return nil }
        self.holding = nil
        let length = heldLength(holding)
        held.add(length)
        return length.milliseconds
    }

    /// What is to be taken down with an input: what ended by it and what ended before it.
    func takeDown(_ length: Int64?) -> Int64? {
        let whole = (length ?? 0) + unwritten
        unwritten = 0
        return whole > 0 ? whole : nil
    }

    /// How the player has held the clock, with what lasts.
    var heldSoFar: HeldClock {
        var sum = held
        if let holding { sum.add(heldLength(holding)) }
        return sum
    }

    private func heldLength(_ holding: (since: Timestamp, speed: Double)) -> Span {
        let passed = max(0, (wall() - holding.since).milliseconds)
        return Span(milliseconds: Int64(Double(passed) * (1 - holding.speed)))
    }
}
