import DispatchModel

/// A limit and how much passing it matters.
package struct Deadline: Hashable, Sendable {
    /// The limit.
    package var limit: Span
    /// How much passing it matters.
    package var severity: AlertSeverity

    /// Creates a deadline.
    package init(_ limit: Span, _ severity: AlertSeverity) {
        self.limit = limit
        self.severity = severity
    }
}

/// The clocks of a room: how long an incident may wait and a unit may stay in a status.
package struct Deadlines: Hashable, Sendable {
    /// How long an incident of a priority may wait for its first unit.
    package var waiting: [Priority: Deadline]
    /// How long a unit may stay in a status.
    package var status: [UnitStatus: Deadline]
    /// How long a unit that reports positions may be silent.
    package var notHeard: Deadline
    /// By when disputes are to be warned of, routed and settled.
    package var disputes: DisputeDeadlines

    /// Creates a profile.
    package init(
        waiting: [Priority: Deadline], status: [UnitStatus: Deadline], notHeard: Deadline,
        disputes: DisputeDeadlines = .standard
    ) {
        self.waiting = waiting
        self.status = status
        self.notHeard = notHeard
        self.disputes = disputes
    }

    /// The profile that ships with the console: a P1 waits 3 minutes at most, a P2 10; a crew is under way within 2
    /// minutes (签收 and 出警 buckets of the 110 bulletin), on the way at most 20, at a scene or transporting 2 hours.
    package static let standard = Deadlines(
        waiting: [.p1: Deadline(.minutes(3), .high), .p2: Deadline(.minutes(10), .medium)],
        status: [
            .dispatched: Deadline(.minutes(2), .medium), .enRoute: Deadline(.minutes(20), .medium),
            .onScene: Deadline(.hours(2), .low), .transporting: Deadline(.hours(2), .low),
            .clear: Deadline(.minutes(30), .low), .outOfService: Deadline(.hours(8), .low),
        ],
        notHeard: Deadline(.minutes(3), .medium))
}
