import DispatchModel

/// Lines that go to the console together.
struct Parcel {
    /// A line that says something to the board.
    struct Line {
        /// The line as it came, in the parcel's text; empty for telemetry, which is never needed again.
        var text: Range<Int>
        /// Its observations, of those of the parcel.
        var observations: Range<Int>
        /// True when it is a dead letter that is sent again, which the store still has.
        var isLetter: Bool
        /// True when it holds a message whose id came before.
        var isRepetition: Bool
    }

    /// What is said, in order.
    var observations: [Observation] = []
    /// The lines that say it, for those that turn out to be refused.
    private(set) var lines: [Line] = []
    /// The bytes of the lines, one after another.
    private(set) var text: [UInt8] = []
    /// Numbers of the dead letters that are sent again with it.
    var letters: [Int64] = []
    /// How far a followed file is taken once this is.
    var progress: FileProgress?

    var isEmpty: Bool { observations.isEmpty && letters.isEmpty && progress == nil }

    /// Adds the line that has said what was added to the observations from `start` on.
    mutating func add(
        _ line: UnsafeBufferPointer<UInt8>, from start: Int, isLetter: Bool, isRepetition: Bool = false
    ) {
        guard start < observations.count else { return }
        let textStart = text.count
        if !observations[start...].allSatisfy(\.isTelemetry) { text += line }
        lines.append(
            Line(
                text: textStart..<text.count, observations: start..<observations.count, isLetter: isLetter,
                isRepetition: isRepetition))
    }
}
