import DispatchModel

/// Watches that a feed goes on speaking. Silence clears nothing: it raises one alert, and the next word ends that.
///
/// The first word ends it too: the alert may be left from an earlier run of the program.
package struct HeartbeatWatch: Sendable {
    private let feed: String
    private let deadline: Span
    private var heard: Timestamp
    private var isStale = false
    private var hasSpoken = false

    /// A watch over a feed that begins at `now`, by a time that never steps.
    package init(feed: String, deadline: Span, now: Timestamp) {
        self.feed = feed
        self.deadline = deadline
        heard = now
    }

    /// When the alert falls due; nil while it is on.
    package var due: Timestamp? { isStale ? nil : heard + deadline }

    /// Notes a message; returns the end of the alert when it was on or may have been. Silence is measured by `steady`, a
    /// time that never steps; without it by `now`, which the observation bears.
    package mutating func hear(now: Timestamp, steady: Timestamp? = nil) -> Observation? {
        heard = max(heard, steady ?? now)
        guard isStale || !hasSpoken else { return nil }
        isStale = false
        hasSpoken = true
        return observation(isActive: false, now: now)
    }

    /// The alert, once, when the deadline has passed.
    package mutating func look(now: Timestamp, steady: Timestamp? = nil) -> Observation? {
        guard !isStale, steady ?? now >= heard + deadline else { return nil }
        isStale = true
        return observation(isActive: true, now: now)
    }

    private func observation(isActive: Bool, now: Timestamp) -> Observation {
        // The console says it in the words of its screen; this is for whoever reads the journal.
        let reported = ReportedAlert(
            source: SourceKey(source: ReportedAlert.feedWatch, id: feed), text: "source stale: \(feed)")
        return Observation(
            at: now, actor: .feed(feed),
            content: .alert(
                AlertObservation(
                    reported: reported, severity: .medium, isActive: isActive, at: now, limit: deadline.seconds)))
    }
}
