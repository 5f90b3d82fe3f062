import Core
import DispatchModel
import Wording

/// Going to a moment, showing the board as it stood then, playing on from there, and coming back to the present.
struct Journey: ConsolePart {
    let console: Console

    /// Shows the board as of a time, or from the journal's first event on, and plays from there at a speed. For opening
    /// a recorded journal.
    func play(from moment: Timestamp?, speed: Double) {
        console.travel.playWhenThere = speed
        head(for: moment.map(TimeTravel.Goal.time) ?? .position(1))
        lookFurther()
    }

    /// Records looked at on the way to a moment between two looks at the keyboard.
    private static let recordsPerSlice = 4096

    /// Sets out for a moment. The journal is read up to it in slices, in between keys are answered as ever.
    func head(for goal: TimeTravel.Goal) {
        guard let reader = console.surroundings.history else { return say(.warning, words.noHistory) }
        if console.travel.history == nil { console.travel.history = BoardHistory(read: reader) }
        console.travel.goal = goal
        isDirty = true
        if console.travel.isKnown(goal, end: core.shown.position) { arrive(at: goal) }
    }

    /// Reads a slice more on the way, and arrives once the journal has been read as far.
    func lookFurther() {
        guard let goal = console.travel.goal else { return }
        isDirty = true
        attempt { () throws(JournalError) in
            let hasMore = try console.travel.history?.index(limit: Journey.recordsPerSlice) ?? false
            if console.travel.isKnown(goal, end: core.shown.position) || !hasMore { arrive(at: goal) }
        }
    }

    private func arrive(at goal: TimeTravel.Goal) {
        console.travel.goal = nil
        attempt { () throws(JournalError) in
            guard let history = console.travel.history else { return }
            switch goal {
            case .time(let time): try show(position: try history.position(asOf: time), at: time)
            case .position(let position): try show(position: position, at: nil)
            case .end: try show(position: history.indexed, at: nil)
            }
        }
    }

    /// Shows the board after a position, at a time or at that of its last event.
    private func show(position: JournalPosition, at time: Timestamp?) throws(JournalError) {
        guard let board = try console.travel.history?.board(at: position) else { return }
        place(board, at: time ?? board.lastEventAt, goesOn: time != nil)
        console.view.touched = .all
        guard loadActivity(upTo: position) else { return }
        say(.info, words.lookingAt(time ?? board.lastEventAt, position: position))
    }

    /// Puts a board of the past on the screen. It stands still unless it is to be played from there, or was being played
    /// and the move was one of time: whoever steps by event wants to look at it.
    private func place(_ board: Board, at moment: Timestamp, goesOn: Bool) {
        let steady = console.surroundings.steady()
        let speed = console.travel.playWhenThere ?? console.travel.past?.clock.speed ?? 1
        var clock = BoardClock(start: moment, speed: speed, wall: steady)
        clock.setPaused(
            console.travel.playWhenThere == nil && !(goesOn && console.travel.past?.isPlaying == true), wall: steady)
        console.travel.playWhenThere = nil
        if var past = console.travel.past {
            past.board = board
            past.clock = clock
            console.travel.past = past
        } else {
            let unanswered = core.shown.alerts.elements.filter(\.isUnanswered).map(\.id)
            console.travel.past = Past(
                board: board, clock: clock, openedAt: core.shown.position, unansweredBefore: Set(unanswered),
                selectedBefore: console.view.subject)
        }
        isDirty = true
    }

    /// A journal that cannot be read is told in words; the present is shown again.
    func attempt(_ work: () throws(JournalError) -> Void) {
        do throws(JournalError) {
            try work()
        } catch {
            console.travel.history = nil
            leave()
            screen.bell()
            say(.error, text(error.message) + " · " + text(error.remedy))
        }
    }

    /// The latest moment that can be shown: the present, or the last event when that is later by a clock put back.
    var newestMoment: Timestamp { max(presentNow, core.shown.lastEventAt) }

    // MARK: Back to the present

    /// Back to the present; what was selected there is selected again unless what is selected now is there too.
    func leave() {
        console.travel.goal = nil
        guard let past = console.travel.past else { return }
        console.travel.past = nil
        asking.close()
        isDirty = true
        console.view.touched = .all
        let isRead = loadActivity(upTo: core.shown.position)
        console.refreshLists()
        let isThere = console.view.subject.map { Journey.isOn($0, core.shown) } ?? false
        if !isThere, let before = past.selectedBefore, Journey.isOn(before, core.shown) { navigation.select(before) }
        if isRead { say(.info, words.backToNow(new: Int(core.shown.position - past.openedAt))) }
    }

    private static func isOn(_ subject: Subject, _ board: Board) -> Bool {
        switch subject {
        case .incident(let id): board.incidents.contains(id)
        case .unit(let id): board.units.contains(id)
        case .alert(let id): board.alerts.contains(id)
        case .feed: true
        }
    }

    // MARK: What stands on the screen

    /// The newest events up to a position, newest first, as the activity log shows them.
    /// False when they cannot be read, which is said.
    private func loadActivity(upTo position: JournalPosition) -> Bool {
        var isRead = false
        let limit = JournalPosition(ConsoleView.activityLimit)
        attempt { () throws(JournalError) in
            let history = console.surroundings.history
            if let records = try history?(max(0, position - limit), Int(min(limit, position))) {
                console.view.showActivity(records)
            }
            isRead = true
        }
        return isRead
    }

    /// Brings the calls for help of the present up to date, which stand over every board of the past.
    func refreshPresentCalls() {
        console.view.unrecordedCalls = emergencyCalls.unrecordedLines
        guard var past = console.travel.past else {
            console.view.presentCalls = nil
            return
        }
        past.calls.refresh(board: core.shown, touched: past.touched)
        past.touched.clear()
        console.travel.past = past
        let now = presentNow
        console.view.presentCalls = past.calls.calls.map { CallLine($0, on: core.shown, now: now, words: words) }
    }

    // MARK: Playing

    /// A round of the run loop: reads on towards the moment wanted, plays what has come due.
    func goOn() {
        lookFurther()
        guard let past = console.travel.past, past.isPlaying else { return }
        attempt { () throws(JournalError) in try playOn() }
    }

    /// Folds in what was recorded up to the time shown, as far as a frame's time allows.
    private func playOn() throws(JournalError) {
        let steady = console.surroundings.steady()
        guard var past = console.travel.past else { return }
        let moment = past.clock.now(wall: steady)
        let isUnlimited = past.clock.isUnlimited
        let limit = isUnlimited ? Run.bound : Journey.playedPerStep
        let records = try console.surroundings.history?(past.board.position, limit) ?? []
        // Taken out, so that the board is not copied while it is folded.
        console.travel.past = nil
        var folded = 0
        for record in records where isUnlimited || record.at <= moment {
            guard record.position == past.board.position + 1 else { break }
            past.board.apply(record)
            console.view.touched.note(record)
            console.view.noteActivity(record)
            folded += 1
        }
        if isUnlimited { past.clock.advance(to: past.board.lastEventAt, wall: steady) }
        console.travel.past = past
        if folded > 0 { isDirty = true }
        stopAtEnd(moment: moment, isAtEnd: records.count == folded && past.board.position >= core.shown.position)
    }

    /// Records played at most between two looks at the keyboard; faster than that the time shown runs ahead of them.
    private static let playedPerStep = 1024

    /// Playing stops where nothing more is recorded and nothing more can be.
    private func stopAtEnd(moment: Timestamp, isAtEnd: Bool) {
        guard isAtEnd, var past = console.travel.past, past.clock.isUnlimited || moment >= newestMoment else { return }
        let steady = console.surroundings.steady()
        if moment > newestMoment {
            past.clock = BoardClock(start: newestMoment, speed: past.clock.speed, wall: steady)
        }
        past.clock.setPaused(true, wall: steady)
        console.travel.past = past
        isDirty = true
        say(.info, words.journalEnds)
    }
}
