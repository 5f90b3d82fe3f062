/// The mean over time of a number that changes in steps, such as a queue's length. Time in ticks.
@frozen
public struct TimeAverage: Hashable, Sendable {
    /// The number since the last change.
    public private(set) var value: Double
    /// The sum of number times ticks from the start of measuring to the last change.
    public private(set) var area = 0.0
    private var changed: Int64
    private var start: Int64

    /// Creates one that measures from a time on.
    public init(value: Double = 0, since start: Int64 = 0) {
        self.value = value
        self.start = start
        changed = start
    }

    /// Notes that the number is another from now on. Times must not go back.
    public mutating func set(_ value: Double, at time: Int64) {
        area += self.value * Double(time - changed)
        changed = time
        self.value = value
    }

    /// Begins measuring anew, as at the end of the warm-up.
    public mutating func restart(at time: Int64) {
        area = 0
        changed = time
        start = time
    }

    /// The mean up to a time; the number itself when no time has passed.
    public func mean(at time: Int64) -> Double {
        time == start ? value : (area + value * Double(time - changed)) / Double(time - start)
    }
}
