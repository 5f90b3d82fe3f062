import DispatchModel

/// How many of some units could be sent, from an instant on.
package struct FreeCount: Hashable, Sendable {
    /// From when.
    package var at: Timestamp
    /// How many.
    package var free: Int
}

/// The units of a group over the time of the drill: a beat's own units, or a response circle's tier.
package struct FreeSeries: Hashable, Sendable {
    /// How many there are.
    package var units: Int
    /// How many could be sent, whenever that changed.
    package var counts: [FreeCount]
    /// The share of the time in which none could be sent, 0 to 1.
    var shareWithout: Double

    /// Counts the free units of some lanes between two instants.
    init(_ lanes: [UnitLane], from start: Timestamp, to end: Timestamp) {
        units = lanes.count
        var changes: [Timestamp: Int] = [:]
        for stretch in lanes.flatMap(\.stretches) where stretch.state == .available {
            let (from, to) = (max(stretch.from, start), min(stretch.to, end))
            guard to > from else { continue }
            changes[from, default: 0] += 1
            // What ends with the drill has not changed within it.
            if to < end { changes[to, default: 0] -= 1 }
        }
        var free = 0
        var without: Int64 = 0
        var last = start
        counts = changes[start] == nil ? [FreeCount(at: start, free: 0)] : []
        for (at, change) in changes.sorted(by: { $0.key < $1.key }) {
            if free == 0 { without += (at - last).milliseconds }
            free += change
            last = at
            if change != 0 { counts.append(FreeCount(at: at, free: free)) }
        }
        if free == 0 { without += max(0, (end - last).milliseconds) }
        shareWithout = end > start ? Double(without) / Double((end - start).milliseconds) : 0
    }
}
