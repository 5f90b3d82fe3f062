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
