import DispatchModel

/// Board time that the trainer ran through without the trainee: jumps, steps, and speeds at which nobody can act. What was
/// waited for meanwhile is not charged to the trainee.
package struct UnattendedTime: Hashable, Sendable {
    /// The stretches, in order, none touching another.
    package private(set) var stretches: [Range<Timestamp>] = []

    /// None.
    package init() {}

    /// These stretches, in any order; empty ones and overlaps are allowed.
    package init(_ ranges: some Sequence<Range<Timestamp>>) {
        for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = stretches.last, range.lowerBound <= last.upperBound {
                stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                stretches.append(range)
            }
        }
    }

    /// How much of it lies between two instants.
    package func within(_ from: Timestamp, _ to: Timestamp) -> Span {
        let milliseconds = stretches.reduce(Int64(0)) { sum, range in
            sum + max(0, (min(range.upperBound, to) - max(range.lowerBound, from)).milliseconds)
        }
        return Span(milliseconds: milliseconds)
    }

    /// The time from one instant to a later one that the trainee could act in.
    func attended(_ from: Timestamp, _ to: Timestamp) -> Span {
        Span(milliseconds: (to - from).milliseconds - within(from, to).milliseconds)
    }

    /// When the trainee has had so much time since an instant.
    package func moment(_ span: Span, after instant: Timestamp) -> Timestamp {
        stretches.reduce(instant + span) { moment, range in
            guard range.upperBound > instant, range.lowerBound < moment else { return moment }
            return moment + (range.upperBound - max(range.lowerBound, instant))
        }
    }
}

/// What a trainer ordered about the clock of a drill.
package struct ClockOrder: Hashable, Sendable {
    /// What was ordered.
    package enum Kind: Hashable, Sendable {
        /// Board time runs ahead to an instant, by a jump or by a step.
        case ahead(to: Timestamp)
        /// So many board seconds a second; infinite for as fast as it goes.
        case speed(Double)
    }

    /// Board time of the order.
    package var at: Timestamp
    /// What was ordered.
    package var kind: Kind

    /// Creates an order.
    package init(at: Timestamp, kind: Kind) {
        self.at = at
        self.kind = kind
    }

    /// A minute a second and faster nobody can act.
    static let tooFast = 60.0
}

extension UnattendedTime {
    /// What these orders, in their order, ran through until the drill ended.
    package init(_ orders: some Sequence<ClockOrder>, end: Timestamp) {
        var ranges: [Range<Timestamp>] = []
        var fast: Timestamp?
        func note(_ from: Timestamp, _ to: Timestamp) {
            if from < min(to, end) { ranges.append(from..<min(to, end)) }
        }
        for order in orders {
            switch order.kind {
            case .ahead(let target): note(order.at, target)
            case .speed(let speed):
                if let since = fast { note(since, order.at) }
                fast = speed >= ClockOrder.tooFast ? order.at : nil
            }
        }
        if let since = fast { note(since, end) }
        self.init(ranges)
    }
}

/// How long the trainee held the clock, by the wall's: a slower clock counts with the part that it was slower by.
package struct HeldClock: Hashable, Sendable {
    /// How often the clock was held or slowed.
    package var count: Int
    /// For how long in all.
    package var length: Span

    /// Creates the sum.
    package init(count: Int = 0, length: Span = .zero) {
        self.count = count
        self.length = length
    }

    /// Adds one time.
    package mutating func add(_ length: Span) {
        count += 1
        self.length = self.length + length
    }
}
