import DispatchModel

/// Watches that a feed goes on speaking. Silence clears nothing: it raises one alert, and the next word ends that.
///
/// The first word ends it too: the alert may be left from an earlier run of the program.
package struct HeartbeatWatch: Sendable {
    private let deadline: Span
    private var heard: Timestamp
    private var alert: OwnAlert
    /// The console says it in the words of its screen; this is for whoever reads the journal.
    private let text: String

    /// A watch over a feed that begins at `now`, by a time that never steps.
    package init(feed: String, deadline: Span, now: Timestamp) {
        self.deadline = deadline
        heard = now
        alert = OwnAlert(ReportedAlert.feedWatch, feed: feed, limit: deadline.seconds)
        text = "source stale: \(feed)"
    }

    /// When the alert falls due; nil while it is on.
    package var due: Timestamp? { alert.isOn ? nil : heard + deadline }

    /// Notes a message; returns the end of the alert when it was on or may have been. Silence is measured by `steady`, a
    /// time that never steps; without it by `now`, which the observation bears.
    package mutating func hear(now: Timestamp, steady: Timestamp? = nil) -> Observation? {
        heard = max(heard, steady ?? now)
        return alert.end(text, now: now)
    }

    /// The alert, once, when the deadline has passed.
    package mutating func look(now: Timestamp, steady: Timestamp? = nil) -> Observation? {
        steady ?? now >= heard + deadline ? alert.raise(text, now: now) : nil
    }
}
