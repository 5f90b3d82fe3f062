import DispatchModel
import DispatchPolicy
import Wording

/// What the status strip shows beside the tallies of the lists.
package struct StripState: Sendable {
    /// What the board shows.
    package var mode: BoardMode = .live
    /// The title of the room, log or exercise; may be empty.
    package var title = ""
    /// True while a replay or exercise stands still.
    package var paused = false
    /// Board seconds a second; nil for as fast as it goes, 1 for live.
    package var speed: Double? = 1
    /// True for a console that may only watch.
    package var watching = false
    /// Where what is shown comes from.
    package var feeds: [FeedFreshness] = []
    /// How the journal is doing.
    package var journal: JournalCondition = .written(0)
    /// True while something is on its way to the disk.
    package var writing = false
    /// Who works at this console.
    package var operatorName = ""
    /// Observations that could not be taken since the console was opened; 0 when all were. What a feed sent is kept.
    package var refused = 0
    /// Messages that were refused and are kept as dead letters.
    package var letters: Int64 = 0
    /// Rows of a log that were skipped as malformed.
    package var rejected = 0

    /// The keys that go to a call for help, as people write them; empty where no keys are of use.
    package var emergencyKeys: [String] = []
    /// How the chosen deadline profile is kept, in its order; empty when none is chosen.
    package var attainments: [StripAttainment] = []

    /// The past that is shown; nil while the board is the present one.
    package var past: PastMark?
    /// Percent of the journal read on the way to an earlier moment; nil while nothing is read.
    package var reading: Int?

    /// A live strip without feeds.
    package init() {}
}

/// A figure of the deadline profile as the status strip shows it.
package struct StripAttainment: Hashable, Sendable {
    /// What is measured.
    package var measure: ProfileMeasure
    /// The limit's cases.
    package var limit: LimitAttainment

    /// Creates a figure.
    package init(measure: ProfileMeasure, limit: LimitAttainment) {
        self.measure = measure
        self.limit = limit
    }
}

/// What a frame of the past says about the present.
package struct PastMark: Hashable, Sendable {
    /// The present; `now` of the frame is the moment shown.
    package var present: Timestamp
    /// Events recorded since the past was opened.
    package var newEvents: Int
    /// Alerts raised since the past was opened that nobody has answered.
    package var newAlerts: Int
    /// All alerts of the present that nobody has answered.
    package var unanswered: Int

    /// Creates a mark.
    package init(present: Timestamp, newEvents: Int = 0, newAlerts: Int = 0, unanswered: Int = 0) {
        self.present = present
        self.newEvents = newEvents
        self.newAlerts = newAlerts
        self.unanswered = unanswered
    }
}

/// How fresh what a feed delivers is.
package struct FeedFreshness: Hashable, Sendable {
    /// The feed's name.
    package var name: String
    /// How it is doing, with the age of what it last said.
    package var condition: FeedCondition

    /// Creates a feed's freshness.
    package init(name: String, condition: FeedCondition) {
        self.name = name
        self.condition = condition
    }

    /// True while it can be trusted to be the picture of now.
    package var isFresh: Bool {
        switch condition {
        case .fresh, .waiting, .ended, .none: true
        case .silent, .paused, .failed: false
        }
    }
}
