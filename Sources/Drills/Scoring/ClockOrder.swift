import DispatchModel

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
