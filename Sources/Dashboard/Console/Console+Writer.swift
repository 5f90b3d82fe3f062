import Core
import DispatchModel

/// What a writing console says about itself, and what one that watches makes of it.
extension Console {
    /// How board time runs here, for whoever watches; nil where it is the world's.
    var writerClock: WriterClock? {
        guard clock.isAdjustable else { return nil }
        return WriterClock(board: presentNow, wall: surroundings.wall(), speed: clock.speed, isPaused: clock.isPaused)
    }

    /// Looks at what the writer says about itself.
    func lookAtWriter(_ steady: Timestamp) {
        guard let read = surroundings.writerSign else { return }
        if let last = lastLookedAfter, steady - last < WriterWatch.interval { return }
        lastLookedAfter = steady
        let before = writerWatch.sign
        let found: Result<WriterSign?, JournalError>
        do throws(JournalError) {
            found = .success(try read())
        } catch {
            found = .failure(error)
        }
        writerWatch.look(found, at: steady) { sign in
            // Without a sign the last record of a live board says as much.
            let isLive = !clock.isAdjustable && core.shown.position > 0
            let touched = sign == nil ? (isLive ? core.shown.lastEventAt : nil) : sign?.touched
            return touched.map { surroundings.wall() - $0 } ?? .zero
        }
        followClock(new: writerWatch.sign == before ? nil : writerWatch.sign?.clock, steady)
    }

    /// Board time of what is watched runs as its writer says, and stands still while nothing comes from there.
    private func followClock(new said: WriterClock?, _ steady: Timestamp) {
        guard !writerWatch.isCutOff(at: steady) else { return clock.setPaused(true, wall: clockTime) }
        guard let said else {
            if writerWatch.sign?.clock == nil { clock.setPaused(false, wall: clockTime) }
            return
        }
        let age = min(max(.zero, surroundings.wall() - said.wall), WriterSign.patience)
        let passed = said.isPaused || said.speed == .infinity ? 0 : Double(age.milliseconds) * said.speed
        clock.follow(
            said.board + Span(milliseconds: Int64(passed)), speed: said.speed, isPaused: said.isPaused, wall: clockTime)
    }

    /// True when the present's board time stands still on purpose.
    var standsStill: Bool {
        guard settings.watching, surroundings.writerSign != nil else { return clock.isPaused }
        return writerWatch.sign.map { $0.clock?.isPaused ?? false } ?? clock.isPaused
    }
}
