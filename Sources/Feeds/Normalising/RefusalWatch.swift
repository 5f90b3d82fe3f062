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

    private let feed: String
    private var last: Timestamp
    private var isOn = false
    private var mayBeLeft = true

    /// A watch over a feed that begins at `now`.
    package init(feed: String, now: Timestamp) {
        self.feed = feed
        last = now
    }

    /// Notes a refusal; returns the alert when it is the first.
    package mutating func refuse(_ english: String, _ chinese: String, now: Timestamp) -> Observation? {
        last = now
        guard !isOn else { return nil }
        (isOn, mayBeLeft) = (true, false)
        return observation(ReportedAlert.bilingual(english, chinese), isActive: true, now: now)
    }

    /// The end of the alert, once, when nothing was refused for a while.
    package mutating func look(now: Timestamp) -> Observation? {
        guard isOn || mayBeLeft, now >= last + RefusalWatch.quiet else { return nil }
        (isOn, mayBeLeft) = (false, false)
        return observation("", isActive: false, now: now)
    }

    private func observation(_ text: String, isActive: Bool, now: Timestamp) -> Observation {
        let reported = ReportedAlert(
            source: SourceKey(source: ReportedAlert.refusalWatch, id: feed), text: text)
        return Observation(
            at: now, actor: .feed(feed),
            content: .alert(
                AlertObservation(reported: reported, severity: .medium, isActive: isActive, at: now)))
    }
}
