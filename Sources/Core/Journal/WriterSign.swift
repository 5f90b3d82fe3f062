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

    /// How long a writer, who gives a sign every second, may give none.
    package static let patience = Span.seconds(3)

    /// When the sign was last touched; nil when that is not known.
    package var touched: Timestamp? {
        changed == 0 ? nil : Timestamp(milliseconds: changed / 1_000_000)
    }

    /// Creates a sign.
    package init(beat: Int64, changed: Int64 = 0, state: WriterState = .recording, clock: WriterClock? = nil) {
        self.beat = beat
        self.changed = changed
        self.state = state
        self.clock = clock
    }
}
