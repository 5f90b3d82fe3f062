import Core
import DispatchModel
import Wording

/// Where the console is in time: at the present, on the way to an earlier moment, or looking at one.
struct TimeTravel {
    /// What has been read of the journal; kept between visits, so that the second one begins at once.
    var history: BoardHistory?
    /// The moment to go to once the journal has been read as far.
    var goal: Goal?
    /// The moment that is shown; nil at the present.
    var past: Past?
    /// The speed to play at once the moment is there that is being gone to.
    var playWhenThere: Double?
    /// The time of the journal's first event, once somebody asked.
    var firstEventAt: Timestamp?

    /// Where to go.
    enum Goal: Hashable {
        /// The board with everything recorded up to a time.
        case time(Timestamp)
        /// The board after an event.
        case position(JournalPosition)
        /// The newest event.
        case end
    }

    /// True when the journal has been read as far as a moment; `end` is its newest event.
    func isKnown(_ goal: Goal, end: JournalPosition) -> Bool {
        guard let history else { return false }
        let isAtEnd = history.indexed >= end
        return switch goal {
        case .time(let time): isAtEnd || history.indexedTime > time
        case .position(let position): history.indexed >= position
        case .end: isAtEnd
        }
    }

    /// How much of the journal has been read on the way, in percent; nil while nothing is read.
    func readingProgress(end: JournalPosition) -> Int? {
        guard goal != nil, let history else { return nil }
        return Int(history.indexed * 100 / max(1, end))
    }

    /// Milliseconds until there is something to do; nil at the present and while the past stands still.
    func timeout() -> Int64? {
        if goal != nil { return 0 }
        guard let past, past.isPlaying else { return nil }
        return past.clock.isUnlimited ? 0 : Painter.frameInterval.milliseconds
    }
}

/// A board as it stood, and what is needed to go on from there and to go back to the present.
struct Past {
    /// The board shown.
    var board: Board
    /// The time shown; runs when the past is played.
    var clock: BoardClock
    /// The journal's end when the past was opened.
    let openedAt: JournalPosition
    /// The alerts that nobody had answered when the past was opened.
    let unansweredBefore: Set<AlertID>
    /// The calls for help of the present, and what has changed there since they were last looked at.
    var calls = EmergencyIndex()
    var touched = Touched.all
    /// What was selected at the present.
    let selectedBefore: Subject?

    /// True when time passes in it.
    var isPlaying: Bool { !clock.isPaused }

    /// The mark of a frame of it, beside the present board.
    func mark(present: Board, at now: Timestamp) -> PastMark {
        let unanswered = present.alerts.elements.filter(\.isUnanswered)
        return PastMark(
            present: now, newEvents: Int(present.position - openedAt),
            newAlerts: unanswered.count { !unansweredBefore.contains($0.id) }, unanswered: unanswered.count)
    }
}
