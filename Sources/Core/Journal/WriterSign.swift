import DispatchModel

/// How whoever writes a journal does.
package enum WriterState: Hashable, Sendable {
    /// What is decided is recorded.
    case recording
    /// Nothing can be recorded; the error's `code`.
    case failing(String)
    /// It has closed the journal.
    case ended

    /// A stable name, for the file that says it.
    package var code: String {
        switch self {
        case .recording: "recording"
        case .failing(let code): code
        case .ended: "ended"
        }
    }

    /// The state of that name.
    package init(code: String) {
        switch code {
        case "recording": self = .recording
        case "ended": self = .ended
        default: self = .failing(code)
        }
    }
}

/// How a writer's board time runs where it is not the world's: in a replay or an exercise.
package struct WriterClock: Hashable, Sendable {
    /// Board time when it was said.
    package var board: Timestamp
    /// The wall's time when it was said.
    package var wall: Timestamp
    /// Board seconds a second; infinity for as fast as it goes.
    package var speed: Double
    /// True while board time stands still.
    package var isPaused: Bool

    /// Creates what a writer says about its clock.
    package init(board: Timestamp, wall: Timestamp, speed: Double, isPaused: Bool) {
        self.board = board
        self.wall = wall
        self.speed = speed
        self.isPaused = isPaused
    }

    /// True when both run alike, whatever time they show.
    package func runs(like other: WriterClock) -> Bool { speed == other.speed && isPaused == other.isPaused }

    /// As it stands in the file that says it.
    package var code: String { "\(board.rawValue) \(wall.rawValue) \(speed) \(isPaused ? "paused" : "running")" }

    /// The clock of that text; nil for what is none, or shows no time that anybody lives in.
    package init?(code: String) {
        let parts = code.split(separator: " ")
        guard parts.count == 4, let board = Int64(parts[0]), let wall = Int64(parts[1]), let speed = Double(parts[2]),
            speed > 0, speed <= 1_000_000 || speed == .infinity, parts[3] == "paused" || parts[3] == "running",
            max(board.magnitude, wall.magnitude) < WriterClock.furthest
        else { return nil }
        self.init(
            board: Timestamp(milliseconds: board), wall: Timestamp(milliseconds: wall), speed: speed,
            isPaused: parts[3] == "paused")
    }

    /// Milliseconds from 1970 to beyond the year 5000.
    private static let furthest: UInt64 = 100_000_000_000_000
}

/// How a feed of the writer's program does, as it says beside the journal for whoever watches.
package struct WriterFeed: Hashable, Sendable {
    /// The feed's name.
    package var name: String
    /// True while what it says can be taken for the picture of now.
    package var isFresh: Bool
    /// For how long it had said nothing.
    package var silence: Span
    /// False where nobody has said how often it has to speak: then it is never taken for silent.
    package var isJudged: Bool

    /// The most feeds that a writer tells of, the worst first.
    package static let most = 8
    /// Bytes of a name at most: a longer one is cut.
    private static let longestName = 24

    /// Creates what is said of a feed.
    package init(name: String, isFresh: Bool, silence: Span, isJudged: Bool = true) {
        self.name = name
        self.isFresh = isFresh
        self.silence = silence
        self.isJudged = isJudged
    }

    /// Feeds in the order in which they are told of: those that are not fresh first, then the most silent.
    package static func worstFirst(_ feeds: [WriterFeed]) -> [WriterFeed] {
        feeds.sorted { ($0.isFresh ? 1 : 0, -$0.silence.milliseconds) < ($1.isFresh ? 1 : 0, -$1.silence.milliseconds) }
    }

    /// As it stands in the file that says it.
    package var code: String {
        var name = name.filter { !$0.isNewline }
        while name.utf8.count > WriterFeed.longestName { name.removeLast() }
        return "feed \(isFresh ? isJudged ? "fresh" : "open" : "silent") \(max(0, silence.seconds)) \(name)"
    }

    /// The feed of that text; nil for what is none.
    package init?(code: some StringProtocol) {
        let parts = code.split(separator: " ", maxSplits: 3)
        guard parts.count == 4, parts[0] == "feed", ["fresh", "open", "silent"].contains(parts[1]),
            let seconds = Int64(parts[2]), (0...WriterFeed.longestSilence).contains(seconds)
        else { return nil }
        var name = String(parts[3])
        while name.last == " " { name.removeLast() }
        self.init(
            name: name, isFresh: parts[1] != "silent", silence: .seconds(seconds), isJudged: parts[1] != "open")
    }

    /// Seconds in a hundred years.
    private static let longestSilence: Int64 = 3_200_000_000
}

/// What a writer last said about itself. Only a change says that it lives: the beat means nothing to anybody else.
package struct WriterSign: Hashable, Sendable {
    /// Goes up with every beat.
    package var beat: Int64
    /// When the sign was last touched, by the clock of the disk, in nanoseconds since 1970; 0 when that is not known.
    package var changed: Int64
    /// How it does.
    package var state: WriterState
    /// How its board time runs; nil for the world's time, and from a writer that does not say.
    package var clock: WriterClock?
    /// How its feeds do, the worst first, at most ``WriterFeed/most``; empty from a writer that has none or does not say.
    package var feeds: [WriterFeed]

    /// How long a writer, who gives a sign every second, may give none.
    package static let patience = Span.seconds(3)

    /// When the sign was last touched; nil when that is not known.
    package var touched: Timestamp? {
        changed == 0 ? nil : Timestamp(milliseconds: changed / 1_000_000)
    }

    /// Creates a sign.
    package init(
        beat: Int64, changed: Int64 = 0, state: WriterState = .recording, clock: WriterClock? = nil,
        feeds: [WriterFeed] = []
    ) {
        self.beat = beat
        self.changed = changed
        self.state = state
        self.clock = clock
        self.feeds = feeds
    }
}
