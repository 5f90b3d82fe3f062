import DispatchModel

/// Lines that go to the console together.
struct Parcel {
    /// A line that says something to the board, as it came.
    struct Line {
        var bytes: [UInt8]
        /// Its observations, of those of the parcel.
        var observations: Range<Int>
        /// True when it is a dead letter that is sent again, wherever the feed's lines come from.
        var isLetter = false
    }

    /// What is said, in order.
    var observations: [Observation] = []
    /// The lines that say it, for those that turn out to be refused.
    var lines: [Line] = []
    /// Bytes of the lines.
    var bytes = 0
    /// How far a followed file is taken once this is.
    var progress: FileProgress?

    var isEmpty: Bool { observations.isEmpty && progress == nil }

    /// Adds what a line says.
    mutating func add(_ line: [UInt8], _ said: [Observation], isLetter: Bool) {
        guard !said.isEmpty else { return }
        let start = observations.count
        observations += said
        lines.append(Line(bytes: line, observations: start..<observations.count, isLetter: isLetter))
        bytes += line.count
    }
}
