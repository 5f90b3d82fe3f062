import DispatchModel

/// Watches that a feed's origin can be read: where it cannot for a while, one alert says so to somebody who looks at nothing
/// else, and it ends when the origin is read again.
///
/// The alert may be left from an earlier run of the program: a first while of reading ends that too.
package struct TroubleWatch: Sendable {
    /// How long an origin may not be read before that raises the alert: what comes again by itself alarms nobody.
    package static let patience = Span.seconds(30)

    private var trouble: FeedTrouble?
    /// Since when it has been read, or not been read; nil before either is known.
    private var since: Timestamp?
    private var alert: OwnAlert

    /// A watch over a feed of which nothing is known yet.
    package init(feed: String) {
        alert = OwnAlert(ReportedAlert.troubleWatch, feed: feed)
    }

    /// Notes why the origin cannot be read, or nil that it can, at a time that never steps.
    package mutating func note(_ trouble: FeedTrouble?, steady: Timestamp) {
        if since == nil || (trouble == nil) != (self.trouble == nil) { since = steady }
        self.trouble = trouble
    }

    /// The alert or its end, each once, when it is time for it. The observation bears `now`.
    package mutating func look(now: Timestamp, steady: Timestamp) -> Observation? {
        guard let since else { return nil }
        let isLong = steady >= since + TroubleWatch.patience
        guard let trouble else { return isLong || alert.isOn ? alert.end(now: now) : nil }
        return isLong ? alert.raise(ReportedAlert.bilingual(trouble.english, trouble.chinese), now: now) : nil
    }
}
