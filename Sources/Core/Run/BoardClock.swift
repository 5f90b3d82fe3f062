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
