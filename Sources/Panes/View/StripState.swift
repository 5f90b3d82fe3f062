import DispatchModel
import Wording

/// What the status strip shows beside the tallies of the lists.
public struct StripState: Sendable {
    /// What the board shows.
    public var mode: BoardMode = .live
    /// The title of the room, log or exercise; may be empty.
    public var title = ""
    /// True while a replay or exercise stands still.
    public var paused = false
    /// Board seconds a second; nil for as fast as it goes, 1 for live.
    public var speed: Double? = 1
    /// True for a console that may only watch.
    public var watching = false
    /// Where what is shown comes from.
    public var feeds: [FeedFreshness] = []
    /// How the journal is doing.
    public var journal: JournalCondition = .written(0)
    /// True while something is on its way to the disk.
    public var writing = false
    /// Who works at this console.
    public var operatorName = ""
    /// Observations that could not be taken since the console was opened; 0 when all were. What a feed sent is kept.
    public var refused = 0
    /// Messages that were refused and are kept as dead letters.
    public var letters: Int64 = 0
    /// Rows of a log that were skipped as malformed.
    public var rejected = 0

    /// The keys that go to a call for help, as people write them; empty where no keys are of use.
    public var emergencyKeys: [String] = []
    /// How the chosen deadline profile is kept, in its order; empty when none is chosen.
    public var attainments: [StripAttainment] = []

    /// The past that is shown; nil while the board is the present one.
    public var past: PastMark?
    /// Percent of the journal read on the way to an earlier moment; nil while nothing is read.
    public var reading: Int?

    /// A live strip without feeds.
    public init() {}
}

/// What a frame of the past says about the present.
public struct PastMark: Hashable, Sendable {
    /// The present; `now` of the frame is the moment shown.
    public var present: Timestamp
    /// Events recorded since the past was opened.
    public var newEvents: Int
    /// Alerts raised since the past was opened that nobody has answered.
    public var newAlerts: Int
    /// All alerts of the present that nobody has answered.
    public var unanswered: Int

    /// Creates a mark.
    public init(present: Timestamp, newEvents: Int = 0, newAlerts: Int = 0, unanswered: Int = 0) {
        self.present = present
        self.newEvents = newEvents
        self.newAlerts = newAlerts
        self.unanswered = unanswered
    }
}

/// How fresh what a feed delivers is.
public struct FeedFreshness: Hashable, Sendable {
    /// The feed's name.
    public var name: String
    /// How it is doing, with the age of what it last said.
    public var condition: FeedCondition

    /// Creates a feed's freshness.
    public init(name: String, condition: FeedCondition) {
        self.name = name
        self.condition = condition
    }

    /// True while it can be trusted to be the picture of now.
    public var isFresh: Bool {
        switch condition {
        case .fresh, .waiting, .ended, .none: true
        case .silent, .paused, .failed: false
        }
    }
}
