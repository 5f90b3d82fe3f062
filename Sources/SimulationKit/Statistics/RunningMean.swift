/// Count, mean and variance of numbers as they come (Welford, "Note on a method for calculating corrected sums of squares
/// and products", Technometrics 4, 1962).
@frozen
public struct RunningMean: Hashable, Sendable {
    /// How many numbers came.
    public private(set) var count = 0
    /// Their mean; 0 while there are none.
    public private(set) var mean = 0.0
    private var squares = 0.0

    /// Creates an empty one.
    public init() {}

    /// Takes a number in.
    public mutating func add(_ value: Double) {
        count += 1
        let off = value - mean
        mean += off / Double(count)
        squares += off * (value - mean)
    }

    /// Takes all that another one took (Chan, Golub and LeVeque, 1979).
    public mutating func merge(_ other: RunningMean) {
        guard other.count > 0 else { return }
        let total = Double(count + other.count)
        let off = other.mean - mean
        squares += other.squares + off * off * Double(count) * Double(other.count) / total
        mean += off * Double(other.count) / total
        count += other.count
    }

    /// The variance estimated from the sample; 0 for fewer than two numbers.
    public var variance: Double { count < 2 ? 0 : squares / Double(count - 1) }

    /// The deviation estimated from the sample.
    public var deviation: Double { variance.squareRoot() }

    /// The mean with its 95 % interval, as if the numbers were independent and their mean normal.
    public var interval: Interval95 {
        guard count > 1 else { return Interval95(mean: mean, halfWidth: .infinity, count: count) }
        let error = (variance / Double(count)).squareRoot()
        return Interval95(
            mean: mean, halfWidth: StudentT.quantile(0.975, freedom: count - 1) * error, count: count)
    }
}

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
