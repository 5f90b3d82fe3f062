import DispatchModel

/// An alert of the program's own about a feed: raised once, ended once. It may be left from an earlier run of the program, so
/// that a first end ends that too.
struct OwnAlert: Sendable {
    /// True while it is on.
    private(set) var isOn = false
    /// True while it may be on from an earlier run.
    private(set) var mayBeLeft = true
    private let key: SourceKey
    private let feed: String
    private let limit: Int64

    /// The alert of one of the program's watches, by the name of its source, about a feed. `limit` is what was passed, in
    /// seconds.
    init(_ watch: String, feed: String, limit: Int64 = 0) {
        key = SourceKey(source: watch, id: feed)
        self.feed = feed
        self.limit = limit
    }

    /// Raises it; nil when it is on.
    mutating func raise(_ text: @autoclosure () -> String, now: Timestamp) -> Observation? {
        guard !isOn else { return nil }
        (isOn, mayBeLeft) = (true, false)
        return observation(text(), now)
    }

    /// Ends it; nil when it is neither on nor left.
    mutating func end(_ text: String = "", now: Timestamp) -> Observation? {
        guard isOn || mayBeLeft else { return nil }
        (isOn, mayBeLeft) = (false, false)
        return observation(text, now)
    }

    private func observation(_ text: String, _ now: Timestamp) -> Observation {
        Observation(
            at: now, actor: .feed(feed),
            content: .alert(
                AlertObservation(
                    reported: ReportedAlert(source: key, text: text), severity: .medium, isActive: isOn, at: now,
                    limit: limit)))
    }
}
