import DispatchModel

/// An incident over the time of the drill.
package struct IncidentLane: Hashable, Sendable {
    /// Which.
    package var incident: IncidentID
    /// The code of its type, as it stood last.
    package var type: String
    /// Its priority, as it stood last.
    package var priority: Priority
    /// Where it was, in words.
    package var place: BilingualText
    /// How far its handling had come, until it was closed.
    package var stretches: [Stretch<IncidentProgress>]
}

/// A unit over the time of the drill.
package struct UnitLane: Hashable, Sendable {
    /// Which.
    package var unit: UnitID
    /// What people call it.
    package var callsign: String
    /// What it is.
    package var kind: UnitKind
    /// The beat it belongs to.
    package var homeBeat: String
    /// The tier of its response circle in minutes, 0 for none.
    package var circleMinutes: Int64
    /// What it did.
    package var stretches: [Stretch<UnitStatus>]
}

/// One action of the player with what came of it.
package struct Decision: Hashable, Sendable {
    /// Where in the journal it begins.
    package var position: JournalPosition
    /// When.
    package var at: Timestamp
    /// The command's name in the journal.
    package var name: String
    /// The incidents it touched.
    package var incidents: [IncidentID]
    /// What it did, a line for each event.
    package var lines: [String]
    /// The keys pressed from the decision before up to the one that brought it about, at most `keyLimit`.
    package var keys: [PressedKey]
    /// Keys before those that are left out.
    var keysLeftOut: Int

    /// The most keys listed for a decision.
    static let keyLimit = 24
}

/// A stretch of time in one state.
package struct Stretch<State: Hashable & Sendable>: Hashable, Sendable {
    /// The state.
    package var state: State
    /// From when.
    package var from: Timestamp
    /// Until when.
    package var to: Timestamp

    /// Creates a stretch.
    package init(_ state: State, from: Timestamp, to: Timestamp) {
        self.state = state
        self.from = from
        self.to = to
    }

    /// How long it lasted.
    package var length: Span { to - from }
}

/// A run of stretches without gaps, as it is being written.
struct StretchWriter<State: Hashable & Sendable>: Sendable {
    private(set) var done: [Stretch<State>] = []
    private var current: (state: State, since: Timestamp)?
    private var changed = Timestamp.epoch

    /// The state is so from here on; nothing when it was so already. What is told late never goes back before the change
    /// that was told last.
    mutating func set(_ state: State?, at: Timestamp) {
        guard state != current?.state else { return }
        let at = max(at, changed)
        close(at: at)
        current = state.map { ($0, at) }
        changed = at
    }

    /// Ends the last stretch. States that lasted no time leave no trace.
    mutating func close(at: Timestamp) {
        if let current, at > current.since { done.append(Stretch(current.state, from: current.since, to: at)) }
        current = nil
    }
}

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
