/// What one replication of a station measured. Times in the station's unit.
package struct StationResult: Hashable, Sendable {
    /// What befell the calls of a class.
    package struct ClassCount: Hashable, Sendable {
        /// Calls that came.
        package internal(set) var calls = 0
        /// Calls that did not start at once: waited, gave up or were refused.
        package internal(set) var delayed = 0
        /// Calls that found no room.
        package internal(set) var lost = 0
        /// Calls that gave up.
        package internal(set) var abandoned = 0
        /// Calls whose wait is over, one way or the other.
        package internal(set) var ended = 0
        /// The sum of all time in the queue.
        package internal(set) var waiting = 0.0
        /// Calls that waited longer than each threshold.
        package internal(set) var exceeded: [Int] = []

        /// The mean time in the queue.
        package var meanWait: Double { ended == 0 ? 0 : waiting / Double(ended) }
    }

    /// What the whole station did over a stretch of time.
    package struct TimeCount: Hashable, Sendable {
        /// Its length.
        package internal(set) var time = 0.0
        /// The sum of busy servers times time.
        package internal(set) var busy = 0.0
        /// The sum of waiting calls times time.
        package internal(set) var waiting = 0.0
        /// Time with all servers busy.
        package internal(set) var allBusy = 0.0
        /// Time with nobody there.
        package internal(set) var empty = 0.0

        /// The mean number of busy servers.
        package var meanBusy: Double { busy / time }
        /// The mean number of waiting calls.
        package var meanQueueLength: Double { waiting / time }
    }

    /// By class.
    package internal(set) var classes: [ClassCount]
    /// By hour of the cycle.
    package internal(set) var hours: [TimeCount]
    /// How many events happened, the warm-up's among them.
    package internal(set) var events = 0

    /// The whole time that was measured.
    package var whole: TimeCount {
        hours.reduce(into: TimeCount()) { sum, hour in
            sum.time += hour.time
            sum.busy += hour.busy
            sum.waiting += hour.waiting
            sum.allBusy += hour.allBusy
            sum.empty += hour.empty
        }
    }

    /// The share of all calls for which a count of theirs was taken.
    package func share(_ count: (ClassCount) -> Int) -> Double {
        Double(classes.reduce(0) { $0 + count($1) }) / Double(max(1, classes.reduce(0) { $0 + $1.calls }))
    }

    /// The mean time in the queue of all calls.
    package var meanWait: Double {
        classes.reduce(0) { $0 + $1.waiting } / Double(max(1, classes.reduce(0) { $0 + $1.ended }))
    }
}
