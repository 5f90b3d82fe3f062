import DispatchModel

/// Watches that a feed goes on speaking. Silence clears nothing: it raises one alert, and the next word ends that.
public struct HeartbeatWatch: Sendable {
    /// The source of the alerts about feeds themselves.
    public static let source = "watchfloor.feeds"

    private let feed: String
    private let deadline: Span
    private var heard: Timestamp
    private var isStale = false

    /// A watch over a feed that begins at `now`.
    public init(feed: String, deadline: Span, now: Timestamp) {
        self.feed = feed
        self.deadline = deadline
        heard = now
    }

    /// When the alert falls due; nil while it is on.
    public var due: Timestamp? { isStale ? nil : heard + deadline }

    /// Notes a message; returns the end of the alert when it was on.
    public mutating func hear(now: Timestamp) -> Observation? {
        heard = max(heard, now)
        guard isStale else { return nil }
        isStale = false
        return observation(isActive: false, now: now)
    }

    /// The alert, once, when the deadline has passed.
    public mutating func look(now: Timestamp) -> Observation? {
        guard !isStale, now >= heard + deadline else { return nil }
        isStale = true
        return observation(isActive: true, now: now)
    }

    private func observation(isActive: Bool, now: Timestamp) -> Observation {
        let text = "source stale · 数据源静默: \(feed), \(deadline.seconds) s"
        let reported = ReportedAlert(source: SourceKey(source: HeartbeatWatch.source, id: feed), text: text)
        return Observation(
            at: now, actor: .feed(feed),
            content: .alert(
                AlertObservation(reported: reported, severity: .medium, isActive: isActive, at: now)))
    }
}
