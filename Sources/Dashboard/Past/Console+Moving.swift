import Core
import DispatchModel
import Wording

extension Console {
    /// Records looked at on the way to a moment between two looks at the keyboard.
    static let recordsPerSlice = 4096

    /// Sets out for a moment. The journal is read up to it in slices, in between keys are answered as ever.
    func head(for goal: TimeTravel.Goal) {
        guard let reader = surroundings.history else { return say(.warning, words.noHistory) }
        if travel.history == nil { travel.history = BoardHistory(read: reader) }
        travel.goal = goal
        isDirty = true
        if isKnown(goal) { arrive(at: goal) }
    }

    /// Reads a slice more on the way, and arrives once the journal has been read as far.
    func lookFurther() {
        guard let goal = travel.goal else { return }
        isDirty = true
        attempt { () throws(JournalError) in
            let hasMore = try travel.history?.index(limit: Console.recordsPerSlice) ?? false
            if isKnown(goal) || !hasMore { arrive(at: goal) }
        }
    }

    /// How much of the journal has been read on the way, in percent; nil while nothing is read.
    var readingProgress: Int? {
        guard travel.goal != nil, let history = travel.history else { return nil }
        return Int(history.indexed * 100 / max(1, core.shown.position))
    }

    private func isKnown(_ goal: TimeTravel.Goal) -> Bool {
        guard let history = travel.history else { return false }
        let isAtEnd = history.indexed >= core.shown.position
        return switch goal {
        case .time(let time): isAtEnd || history.indexedTime > time
        case .position(let position): history.indexed >= position
        case .end: isAtEnd
        }
    }

    private func arrive(at goal: TimeTravel.Goal) {
        travel.goal = nil
        attempt { () throws(JournalError) in
            guard let history = travel.history else { return }
            switch goal {
            case .time(let time): try show(position: try history.position(asOf: time), at: time)
            case .position(let position): try show(position: position, at: nil)
            case .end: try show(position: history.indexed, at: nil)
            }
        }
    }

    /// Shows the board after a position, at a time or at that of its last event.
    private func show(position: JournalPosition, at time: Timestamp?) throws(JournalError) {
        guard let board = try travel.history?.board(at: position) else { return }
        place(board, at: time ?? board.lastEventAt, goesOn: time != nil)
        view.touched = .all
        loadActivity(upTo: position)
        say(.info, words.lookingAt(time ?? board.lastEventAt, position: position))
    }

    /// Puts a board of the past on the screen. It stands still unless it is to be played from there, or was being played
    /// and the move was one of time: whoever steps by event wants to look at it.
    private func place(_ board: Board, at moment: Timestamp, goesOn: Bool) {
        let steady = surroundings.steady()
        let speed = travel.playWhenThere ?? travel.past?.clock.speed ?? 1
        var clock = BoardClock(start: moment, speed: speed, wall: steady)
        clock.setPaused(travel.playWhenThere == nil && !(goesOn && travel.past?.isPlaying == true), wall: steady)
        travel.playWhenThere = nil
        if var past = travel.past {
            past.board = board
            past.clock = clock
            travel.past = past
        } else {
            let unanswered = core.shown.alerts.elements.filter(\.asksForAnswer).map(\.id)
            travel.past = Past(
                board: board, clock: clock, openedAt: core.shown.position, unansweredBefore: Set(unanswered),
                selectedBefore: view.subject)
        }
        isDirty = true
    }

    /// A journal that cannot be read is told in words; the present is shown again.
    func attempt(_ work: () throws(JournalError) -> Void) {
        do throws(JournalError) {
            try work()
        } catch {
            travel.history = nil
            leavePast()
            screen.bell()
            say(.error, text(error.message) + " · " + text(error.remedy))
        }
    }

    // MARK: By time

    /// Moves by a length of time, not beyond the journal's ends.
    func scrub(by span: Span) {
        let wanted = now + span
        if wanted >= newestMoment {
            head(for: .time(newestMoment))
            if travel.goal == nil { say(.info, words.journalEnds) }
            return
        }
        if let first = try? surroundings.history?(0, 1).first?.at, wanted < first {
            head(for: .position(1))
            if travel.goal == nil { say(.info, words.journalBegins) }
            return
        }
        head(for: .time(wanted))
    }

    // MARK: By event

    /// The position that is shown, or the newest at the present.
    private var shownPosition: JournalPosition { board.position }

    /// To before the newest event that the activity log would tell.
    func stepBack() {
        attempt { () throws(JournalError) in
            var before = shownPosition - 1
            while before > 0 {
                let from = max(0, before - 256)
                let records = try surroundings.history?(from, Int(before - from)) ?? []
                if let found = records.last(where: { !$0.body.isRoutine }) {
                    return head(for: .position(found.position))
                }
                before = from
            }
            say(.info, words.journalBegins)
        }
    }

    /// To the next event that fits; false when none of the next `searchLimit` does.
    @discardableResult
    func stepForward(to fits: (EventRecord) -> Bool) -> Bool {
        var found: JournalPosition?
        attempt { () throws(JournalError) in
            var after = shownPosition
            let end = min(core.shown.position, after + Console.searchLimit)
            while found == nil, after < end {
                let records = try surroundings.history?(after, Int(min(1024, end - after))) ?? []
                guard let last = records.last else { break }
                found = records.first(where: fits)?.position
                after = last.position
            }
        }
        guard let found else {
            say(.info, words.journalEnds)
            return false
        }
        head(for: .position(found))
        return true
    }

    /// The most events that are searched for one of a certain thing.
    private static let searchLimit: JournalPosition = 65_536

    /// To the event of the selected thing before the one shown. Its history on the board shown has them all.
    func stepBackOwn() {
        guard let subject = eventSubject() else { return say(.warning, words.message(.nothingSelected)) }
        let earlier = history(of: subject).last { $0 < shownPosition }
        guard let earlier else { return say(.info, words.noFurtherEvent(of: name(subject), forward: false)) }
        head(for: .position(earlier))
    }

    /// To the event of the selected thing after the one shown.
    func stepForwardOwn() {
        guard let subject = eventSubject() else { return say(.warning, words.message(.nothingSelected)) }
        let wasFound = stepForward { record in
            let (first, second) = record.body.incidents
            return switch subject {
            case .incident(let id): !record.body.isRoutine && (first == id || second == id)
            case .unit(let id): !record.body.isRoutine && record.body.unit == id
            case .alert, .feed: false
            }
        }
        if !wasFound { say(.info, words.noFurtherEvent(of: name(subject), forward: true)) }
    }

    /// The selected incident or unit; of an alert the one it is about.
    private func eventSubject() -> Subject? {
        if case .feed? = view.subject { return nil }
        guard case .alert(let id)? = view.subject else { return view.subject }
        guard let alert = board.alerts[id] else { return nil }
        return alert.incident.map(Subject.incident) ?? alert.unit.map(Subject.unit)
    }

    private func history(of subject: Subject) -> [JournalPosition] {
        switch subject {
        case .incident(let id): board.incidents[id]?.history ?? []
        case .unit(let id): board.units[id]?.history ?? []
        case .alert, .feed: []
        }
    }

    private func name(_ subject: Subject) -> String {
        switch subject {
        case .incident(let id): words.number(id)
        case .unit(let id): words.callsign(id, on: board)
        case .alert, .feed: ""
        }
    }
}
