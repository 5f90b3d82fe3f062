import DispatchModel

/// What is known of one feed that runs in this console.
///
/// Facts and counts since it was started; ages and the state follow from them and the time, so that a status stays true
/// between two looks.
public struct FeedStatus: Hashable, Sendable {
    /// Why a feed cannot be read at present.
    public struct Trouble: Hashable, Sendable {
        /// In English.
        public var english: String
        /// In Chinese.
        public var chinese: String

        /// Creates a trouble.
        public init(_ english: String, _ chinese: String) {
            self.english = english
            self.chinese = chinese
        }
    }

    /// How a feed is doing, the worst first.
    public enum State: UInt8, CaseIterable, Comparable, Sendable {
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
        public static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
    }

    /// Its name: the source of everything it says.
    public var name: String
    /// Where its bytes come from, such as `tcp:127.0.0.1:7001`.
    public var origin = ""
    /// When it was started.
    public var started = Timestamp.epoch
    /// When something last came.
    public var last: Timestamp?
    /// How long it may be silent; nil when silence means nothing.
    public var heartbeat: Span?
    /// The most messages a second that are taken from it.
    public var rateLimit = 0
    /// True once it has ended by itself, as standard input does.
    public var hasEnded = false
    /// Why it cannot be read at present.
    public var trouble: Trouble?
    /// Messages a second over the last minute, or since it was started; nil before it was measured.
    public var rate: Double?
    /// Median of receipt less stated time over the newest messages; nil before enough came.
    public var lag: Span?
    /// How far its clock is behind (positive) or ahead (negative), the way's delay included; nil before enough came.
    public var skew: Span?
    /// Messages understood and taken.
    public var taken: Int64 = 0
    /// Messages that name what the board does not have.
    public var refused: Int64 = 0
    /// Messages that could not be understood.
    public var faults: Int64 = 0
    /// Messages whose identity came before.
    public var repetitions: Int64 = 0
    /// Messages that came long after they happened.
    public var late: Int64 = 0
    /// Messages stated for a time still to come.
    public var future: Int64 = 0
    /// Messages whose time is of another age; they count as of when they came.
    public var ancient: Int64 = 0
    /// Messages that something newer about the same came before.
    public var outOfOrder: Int64 = 0
    /// Positions that are not trusted.
    public var doubtful: Int64 = 0
    /// Times that it had to wait because the console was full or it was too fast.
    public var heldBack: Int64 = 0
    /// Identities forgotten before their window ended.
    public var forgotten: Int64 = 0
    /// Dead letters of it that are kept, those of before its start included; nil when nobody has counted them.
    public var keptLetters: Int64?
    /// Connections that were closed because their sender did not show who it is.
    public var strangers: Int64 = 0
    /// Positions of what is no unit of the board, which are refused and not kept.
    public var unkept: Int64 = 0
    /// Dead letters that could not be kept.
    public var lostLetters: Int64 = 0
    /// Times that its origin was lost and opened again.
    public var reopened: Int64 = 0

    /// A feed of which nothing is known yet.
    public init(name: String) {
        self.name = name
    }

    /// Everything that came, whatever became of it.
    public var messages: Int64 { taken + faults + repetitions }
    /// What was lost for good: letters that could not be kept and identities forgotten too early.
    public var drops: Int64 { forgotten + lostLetters }
    /// Messages that became dead letters since its start.
    public var newLetters: Int64 { max(0, faults + refused - unkept - lostLetters) }
    /// Messages that are in the dead letters.
    public var deadLetters: Int64 { keptLetters ?? newLetters }
    /// Troubles with the origin, the present one included.
    public var errors: Int64 { reopened + (trouble == nil ? 0 : 1) }

    /// How it is doing at a time.
    public func state(at now: Timestamp) -> State {
        if trouble != nil { return .failed }
        if hasEnded { return .ended }
        if let heartbeat, now - (last ?? started) >= heartbeat { return .silent }
        guard last != nil else { return .waiting }
        return heartbeat == nil ? .open : .fresh
    }

    /// True while what it says can be taken for the picture of now.
    public func isFresh(at now: Timestamp) -> Bool {
        switch state(at: now) {
        case .failed, .silent: false
        case .waiting, .open, .fresh, .ended: true
        }
    }

    /// How long it has been silent.
    public func silence(at now: Timestamp) -> Span { max(.zero, now - (last ?? started)) }
}

/// Why a console may have no feeds of its own to show.
public enum FeedsPlace: CaseIterable, Hashable, Sendable {
    /// They run here, or would if one were configured.
    case here
    /// Another console writes the journal, and its feeds run there.
    case elsewhere
    /// A recording or an exercise is played: no feed takes part.
    case recording
}
