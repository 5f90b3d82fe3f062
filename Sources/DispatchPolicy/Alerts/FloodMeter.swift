import DispatchModel

/// Counts the alerts of the last minutes, exactly, and tells when a flood begins and ends.
///
/// Bounded by its resolution: it keeps one count a millisecond of the window, however many alerts there are.
package struct FloodMeter: Sendable {
    /// What counts as a flood.
    package let limits: FloodLimits
    /// True during a flood.
    package private(set) var isFlood: Bool
    /// How many came on within the window, as of the last look.
    package private(set) var count = 0
    /// The most that ever came on within one window.
    package private(set) var peak = 0

    private var raises: [(at: Timestamp, count: Int)] = []
    private var start = 0
    /// A flood that was going on when the meter was made does not end before a whole window was seen.
    private let seenFrom: Timestamp

    /// A meter that has seen nothing yet, in a flood or not.
    package init(_ limits: FloodLimits = FloodLimits(), isFlood: Bool = false, from: Timestamp = .epoch) {
        self.limits = limits
        self.isFlood = isFlood
        seenFrom = isFlood ? from : Timestamp(rawValue: .min / 2)
    }

    /// Alerts came on.
    package mutating func raise(_ number: Int = 1, at now: Timestamp) {
        count += number
        if raises.count > start, raises[raises.count - 1].at >= now {
            raises[raises.count - 1].count += number
        } else {
            raises.append((now, number))
        }
    }

    /// Looks at the time; true when a flood began or ended.
    package mutating func look(at now: Timestamp) -> Bool {
        while start < raises.count, raises[start].at <= now - limits.window {
            count -= raises[start].count
            start += 1
        }
        if start > 64, start * 2 > raises.count {
            raises.removeFirst(start)
            start = 0
        }
        peak = max(peak, count)
        let was = isFlood
        if isFlood {
            isFlood = count >= limits.below || now < seenFrom + limits.window
        } else {
            isFlood = count > limits.above
        }
        return was != isFlood
    }

    /// When the flood ends if nothing more comes on; nil while there is none.
    package var nextDue: Timestamp? {
        guard isFlood else { return nil }
        // The flood ends when so many have left the window that too few stay; those that stay are the newest.
        var staying = 0
        for place in stride(from: raises.count - 1, through: start, by: -1) {
            staying += raises[place].count
            if staying >= limits.below { return max(raises[place].at, seenFrom) + limits.window }
        }
        return seenFrom + limits.window
    }
}
