import DispatchModel

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
