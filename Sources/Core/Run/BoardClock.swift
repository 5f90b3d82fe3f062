import DispatchModel

/// Board time: the world's clock live, a log's or drill's own clock otherwise.
///
/// Wall time comes in as a parameter, so that a test decides how time passes.
package struct BoardClock: Sendable {
    /// How fast board time runs against the wall; 1 is real time.
    package private(set) var speed: Double = 1
    /// True while board time stands still.
    package private(set) var isPaused = false
    private var boardAnchor: Timestamp
    private var wallAnchor: Timestamp
    private let isWall: Bool

    /// The slowest and the fastest speed.
    package static let speeds: ClosedRange<Double> = 0.1...1000

    /// The world's clock: always the wall.
    package init() {
        isWall = true
        boardAnchor = .epoch
        wallAnchor = .epoch
    }

    /// A clock that shows `start` at this moment and runs at a speed from there; infinity jumps from one event to the next.
    package init(start: Timestamp, speed: Double, wall: Timestamp) {
        isWall = false
        boardAnchor = start
        wallAnchor = wall
        self.speed = BoardClock.bounded(speed)
    }

    private static func bounded(_ speed: Double) -> Double {
        speed == .infinity ? speed : min(max(speed, speeds.lowerBound), speeds.upperBound)
    }

    /// True when the clock can be paused and its speed changed.
    package var isAdjustable: Bool { !isWall }
    /// True when board time does not run by itself but jumps to whatever is due next.
    package var isUnlimited: Bool { speed == .infinity }

    /// Board time at this wall time.
    package func now(wall: Timestamp) -> Timestamp {
        if isWall { return wall }
        guard !isPaused, !isUnlimited else { return boardAnchor }
        let passed = Double((wall - wallAnchor).milliseconds) * speed
        return boardAnchor + Span(milliseconds: Int64(passed))
    }

    /// The wall time at which board time will be `moment`; nil while paused.
    package func wall(at moment: Timestamp) -> Timestamp? {
        if isWall { return moment }
        guard !isPaused else { return nil }
        if isUnlimited { return wallAnchor }
        let ahead = Double((moment - boardAnchor).milliseconds) / speed
        return wallAnchor + Span(milliseconds: Int64(ahead.rounded(.up)))
    }

    /// Stops or goes on.
    package mutating func setPaused(_ paused: Bool, wall: Timestamp) {
        guard !isWall, paused != isPaused else { return }
        boardAnchor = now(wall: wall)
        wallAnchor = wall
        isPaused = paused
    }

    /// Changes the speed from this moment on.
    package mutating func setSpeed(_ new: Double, wall: Timestamp) {
        guard !isWall else { return }
        boardAnchor = now(wall: wall)
        wallAnchor = wall
        speed = BoardClock.bounded(new)
    }

    /// Runs from here on as another program's does, which shows a moment now: back too, where it has run ahead.
    package mutating func follow(_ moment: Timestamp, speed new: Double, isPaused paused: Bool, wall: Timestamp) {
        guard !isWall else { return }
        boardAnchor = moment
        wallAnchor = wall
        speed = BoardClock.bounded(new)
        isPaused = paused
    }

    /// Puts board time forward to a moment; never back.
    package mutating func advance(to moment: Timestamp, wall: Timestamp) {
        guard !isWall, moment > now(wall: wall) else { return }
        boardAnchor = moment
        wallAnchor = wall
    }
}

/// Notices steps of the wall's clock by comparing it with a time that never steps.
package struct ClockWatch: Sendable {
    /// What passes for drift and for a correction made little by little; a greater difference between two looks is a step.
    package static let tolerance = Span.seconds(1)

    private var offset: Span?

    /// A watch that has not looked yet.
    package init() {}

    /// By how much the clock was put forward, or back when below zero, since the last look; nil when it was not.
    package mutating func step(wall: Timestamp, steady: Timestamp) -> Span? {
        let now = wall - steady
        defer { offset = now }
        guard let before = offset else { return nil }
        let step = Span(milliseconds: now.milliseconds &- before.milliseconds)
        return step.milliseconds.magnitude >= ClockWatch.tolerance.milliseconds.magnitude ? step : nil
    }
}

/// The two times of a machine. They are given, so that a test decides how time passes.
package struct MachineTime {
    /// What the machine's clock shows. It may step.
    package var wall: () -> Timestamp
    /// Time that never steps, for everything that lasts: wall time as it was once, and what has passed since.
    package var steady: () -> Timestamp

    /// Two times; without a steady one the wall's is taken for it.
    package init(wall: @escaping () -> Timestamp, steady: (() -> Timestamp)? = nil) {
        self.wall = wall
        self.steady = steady ?? wall
    }
}
