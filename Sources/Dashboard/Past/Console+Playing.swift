import Core
import DispatchModel
import Wording

extension Console {
    /// Pause and speed of the past that is shown; the same keys as a replay's.
    func steerPast(_ change: (inout BoardClock, Timestamp) -> Void) {
        guard var past = travel.past else { return }
        change(&past.clock, surroundings.steady())
        travel.past = past
    }

    /// Milliseconds until the past that is shown has something to do; nil when it stands still.
    func pastTimeout() -> Int64? {
        if travel.goal != nil { return 0 }
        guard let past = travel.past, past.isPlaying else { return nil }
        return past.clock.isUnlimited ? 0 : Painter.frameInterval.milliseconds
    }

    /// A round of the run loop: reads on towards the moment wanted, plays what has come due.
    func travelOn() {
        lookFurther()
        guard let past = travel.past, past.isPlaying else { return }
        attempt { () throws(JournalError) in try playOn() }
    }

    /// Folds in what was recorded up to the time shown, as far as a frame's time allows.
    private func playOn() throws(JournalError) {
        let steady = surroundings.steady()
        guard var past = travel.past else { return }
        let moment = past.clock.now(wall: steady)
        let isUnlimited = past.clock.isUnlimited
        let limit = isUnlimited ? Run.bound : Console.playedPerStep
        let records = try surroundings.history?(past.board.position, limit) ?? []
        // Taken out, so that the board is not copied while it is folded.
        travel.past = nil
        var folded = 0
        for record in records where isUnlimited || record.at <= moment {
            guard record.position == past.board.position + 1 else { break }
            past.board.apply(record)
            view.touched.note(record)
            noteActivity(record)
            folded += 1
        }
        if isUnlimited { past.clock.advance(to: past.board.lastEventAt, wall: steady) }
        travel.past = past
        if folded > 0 { isDirty = true }
        stopAtEnd(moment: moment, isAtEnd: records.count == folded && past.board.position >= core.shown.position)
    }

    /// Records played at most between two looks at the keyboard; faster than that the time shown runs ahead of them.
    private static let playedPerStep = 1024

    /// Playing stops where nothing more is recorded and nothing more can be.
    private func stopAtEnd(moment: Timestamp, isAtEnd: Bool) {
        guard isAtEnd, var past = travel.past, past.clock.isUnlimited || moment >= newestMoment else { return }
        let steady = surroundings.steady()
        if moment > newestMoment {
            past.clock = BoardClock(start: newestMoment, speed: past.clock.speed, wall: steady)
        }
        past.clock.setPaused(true, wall: steady)
        travel.past = past
        isDirty = true
        say(.info, words.journalEnds)
    }
}
