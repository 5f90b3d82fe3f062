import DispatchModel

/// Watches for messages of a feed that were not taken: the first raises an alert, so that somebody sees it who looks at
/// nothing else; further ones raise no other, and it ends once nothing was refused for a while.
///
/// The alert may be left from an earlier run of the program: a first while without refusals ends that too.
package struct RefusalWatch: Sendable {
    /// How long nothing may be refused before the alert ends.
    package static let quiet = Span.minutes(10)
    /// The name under which requests stand that no feed's sender has made.
    package static let nobody = "http"

    private var last: Timestamp
    private var alert: OwnAlert

    /// A watch over a feed that begins at `now`.
    package init(feed: String, now: Timestamp) {
        last = now
        alert = OwnAlert(ReportedAlert.refusalWatch, feed: feed)
    }

    /// Notes a refusal; returns the alert when it is the first.
    package mutating func refuse(_ english: String, _ chinese: String, now: Timestamp) -> Observation? {
        last = now
        return alert.raise(ReportedAlert.bilingual(english, chinese), now: now)
    }

    /// The end of the alert, once, when nothing was refused for a while.
    package mutating func look(now: Timestamp) -> Observation? {
        now >= last + RefusalWatch.quiet ? alert.end(now: now) : nil
    }
}
