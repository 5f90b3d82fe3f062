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
}
