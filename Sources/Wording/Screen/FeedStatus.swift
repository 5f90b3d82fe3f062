import DispatchModel

/// What is known of one feed that runs in this console.
///
/// Facts and counts since it was started; ages and the state follow from them and the time, so that a status stays true
/// between two looks.
package struct FeedStatus: Hashable, Sendable {
    /// How a feed is doing, the worst first.
    package enum State: UInt8, CaseIterable, Comparable, Sendable {
        /// It cannot be read.
        case failed = 1
        /// It has said nothing for longer than its deadline.
        case silent
        /// It has said nothing yet, and is not due.
        case waiting
        /// It can be read; nobody has said how long it may be silent.
        case open
        /// It spoke within its deadline.
        case fresh
        /// It has come to its end by itself.
        case ended

        /// The worse state comes first.
        package static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
    }

    /// Its name: the source of everything it says.
    package var name: String
    /// Where its bytes come from, such as `tcp:127.0.0.1:7001`.
    package var origin = ""
    /// When it was started.
    package var started = Timestamp.epoch
    /// When something last came.
    package var last: Timestamp?
    /// How long it may be silent; nil when silence means nothing.
    package var heartbeat: Span?
    /// The most messages a second that are taken from it.
    package var rateLimit = 0
    /// True once it has ended by itself, as standard input does.
    package var hasEnded = false
    /// Why it cannot be read at present.
    package var trouble: BilingualText?
    /// Messages a second over the last minute, or since it was started; nil before it was measured.
    package var rate: Double?
    /// Median of receipt less stated time over the newest messages; nil before enough came.
    package var lag: Span?
    /// How far its clock is behind (positive) or ahead (negative), the way's delay included; nil before enough came.
    package var skew: Span?
    /// Messages understood and taken.
    package var taken: Int64 = 0
    /// Messages that name what the board does not have.
    package var refused: Int64 = 0
    /// Messages that could not be understood.
    package var faults: Int64 = 0
    /// Messages whose identity came before.
    package var repetitions: Int64 = 0
    /// Messages that came long after they happened.
    package var late: Int64 = 0
    /// Messages stated for a time still to come.
    package var future: Int64 = 0
    /// Messages whose time is of another age; they count as of when they came.
    package var ancient: Int64 = 0
    /// Messages that something newer about the same came before.
    package var outOfOrder: Int64 = 0
    /// Positions that are not trusted.
    package var doubtful: Int64 = 0
    /// Times that it had to wait because the console was full or it was too fast.
    package var heldBack: Int64 = 0
    /// Identities forgotten before their window ended.
    package var forgotten: Int64 = 0
    /// Dead letters of it that are kept, those of before its start included; nil when nobody has counted them.
    package var keptLetters: Int64?
    /// Connections that were closed because their sender did not show who it is.
    package var strangers: Int64 = 0
    /// Positions of what is no unit of the board, which are refused and not kept.
    package var unkept: Int64 = 0
    /// Dead letters that could not be kept.
    package var lostLetters: Int64 = 0
    /// Times that its origin was lost and opened again.
    package var reopened: Int64 = 0

    /// A feed of which nothing is known yet.
    package init(name: String) {
        self.name = name
    }

    /// Everything that came, whatever became of it.
    package var messages: Int64 { taken + faults + repetitions }
    /// What was lost for good: letters that could not be kept and identities forgotten too early.
    package var drops: Int64 { forgotten + lostLetters }
    /// Messages that became dead letters since its start.
    package var newLetters: Int64 { max(0, faults + refused - unkept - lostLetters) }
    /// Messages that are in the dead letters.
    package var deadLetters: Int64 { keptLetters ?? newLetters }
    /// Troubles with the origin, the present one included.
    package var errors: Int64 { reopened + (trouble == nil ? 0 : 1) }

    /// How it is doing at a time.
    package func state(at now: Timestamp) -> State {
        if trouble != nil { return .failed }
        if hasEnded { return .ended }
        if let heartbeat, now - (last ?? started) >= heartbeat { return .silent }
        guard last != nil else { return .waiting }
        return heartbeat == nil ? .open : .fresh
    }

    /// True while what it says can be taken for the picture of now.
    package func isFresh(at now: Timestamp) -> Bool {
        switch state(at: now) {
        case .failed, .silent: false
        case .waiting, .open, .fresh, .ended: true
        }
    }

    /// True where it is known how often it has to speak, or that it has ended or failed: else its silence says nothing.
    package var isJudged: Bool { heartbeat != nil || hasEnded || trouble != nil }

    /// How long it has been silent.
    package func silence(at now: Timestamp) -> Span { max(.zero, now - (last ?? started)) }
}

/// Why a console may have no feeds of its own to show.
package enum FeedsPlace: CaseIterable, Hashable, Sendable {
    /// They run here, or would if one were configured.
    case here
    /// Another console writes the journal, and its feeds run there.
    case elsewhere
    /// A recording or an exercise is played: no feed takes part.
    case recording
}

/// How a source of observations is doing.
package enum FeedCondition: Hashable, Sendable {
    /// No source is connected.
    case none
    /// Nothing has arrived since it was opened so long ago, and nothing is due yet.
    case waiting(Span)
    /// Observations arrive; how long ago the last one did.
    case fresh(Span)
    /// Nothing has arrived for longer than it should.
    case silent(Span)
    /// Standing still on purpose.
    case paused
    /// The log has been played to its end.
    case ended
    /// It cannot be read; the system's words.
    case failed(String)
}

/// How the journal is doing.
package enum JournalCondition: Hashable, Sendable {
    /// Everything up to a position is on disk.
    case written(JournalPosition)
    /// Another console writes; this one follows.
    case watching(JournalPosition)
    /// Another console should write, but the picture is not live.
    case stale(WriterTrouble)
    /// The disk is full: nothing more can be recorded.
    case full
    /// It may not be written: folder or file is read-only.
    case readOnly
    /// It cannot be written; the system's words.
    case failed(String)
}

/// What is wrong with the picture of a console that only watches.
package enum WriterTrouble: Hashable, Sendable {
    /// The writer has given no sign of life for so long.
    case silent(Span)
    /// Nobody writes any more.
    case ended
    /// The writer cannot record; why.
    case failing(String)
    /// The journal cannot be read; why.
    case unreadable(String)
}

/// A message that could not be taken, as a list shows it.
package struct DeadLetterSummary: Hashable, Sendable {
    /// Its number among the dead letters.
    package var number: Int64
    /// When it came.
    package var at: Timestamp
    /// The feed it came by.
    package var feed: String
    /// Where and what was wrong.
    package var reason: BilingualText

    /// Creates a summary.
    package init(number: Int64, at: Timestamp, feed: String, reason: BilingualText) {
        self.number = number
        self.at = at
        self.feed = feed
        self.reason = reason
    }
}

/// The newest of the messages that could not be taken.
package struct DeadLetterList: Hashable, Sendable {
    /// The newest ones, the newest first.
    package var letters: [DeadLetterSummary]
    /// How many are kept in all.
    package var kept: Int
    /// How many gave way to newer ones since the program was started.
    package var removed: Int64
    /// False while some of the newest have not been read yet: another look reads on.
    package var isComplete: Bool

    /// Creates a list.
    package init(
        letters: [DeadLetterSummary] = [], kept: Int = 0, removed: Int64 = 0, isComplete: Bool = true
    ) {
        self.letters = letters
        self.kept = kept
        self.removed = removed
        self.isComplete = isComplete
    }
}
