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
