import DispatchModel

/// Calls the supervisors one after the other about alerts of high severity that nobody answers.
///
/// The time runs from when an alert began to ask until somebody answers it or it goes out of sight; that it ended or
/// came on again meanwhile changes nothing. A watch made anew from a board counts from the alert's last change.
struct EscalationWatch: Sendable {
    private let escalation: Escalation?
    private var asking: [AlertID: Asking] = [:]
    /// Those that began to ask since the last look at the clock.
    private var fresh: [AlertID] = []
    /// No call is due before this; nil when none is due at all.
    private var earliest: Timestamp?

    private struct Asking: Sendable {
        /// Since when; nil until the first look at the clock.
        var since: Timestamp?
        /// Calls made.
        var level: Int64
    }

    init(_ escalation: Escalation?) {
        self.escalation = escalation
    }

    /// Keeps in step with an alert as it stands; nil once it has left the board. `since` is when it began to ask, when
    /// that is known already.
    mutating func refresh(_ id: AlertID, _ alert: Alert?, since: Timestamp? = nil) {
        guard escalation != nil else { return }
        guard let alert, alert.severity == .high, alert.asksForAnswer, alert.isMeant else {
            asking[id] = nil
            return
        }
        if let known = asking[id] {
            asking[id]?.level = max(known.level, alert.escalations)
            return
        }
        asking[id] = Asking(since: since, level: alert.escalations)
        if since == nil { fresh.append(id) } else { rearm() }
    }

    /// When to look again; nil while no call can be due.
    var nextDue: Timestamp? { fresh.isEmpty ? earliest : .epoch }

    /// The calls to be made at this time; `at` is what they say.
    mutating func due(at now: Timestamp, saying at: Timestamp, board: Board) -> [EventBody] {
        guard let escalation, let next = nextDue, next <= now else { return [] }
        for id in fresh where asking[id]?.since == nil {
            asking[id]?.since = now
            let due = now + escalation.wait(before: (asking[id]?.level ?? 0) + 1)
            earliest = min(earliest ?? due, due)
        }
        fresh.removeAll(keepingCapacity: true)
        guard let earliest, earliest <= now else { return [] }
        var events: [EventBody] = []
        for (id, asks) in asking.sorted(by: { $0.key < $1.key }) {
            let level = asks.level + 1
            guard let since = asks.since, level <= escalation.levels, let alert = board.alerts[id],
                since + escalation.wait(before: level) <= now
            else { continue }
            // The call counts as made: the event that says so is on its way.
            asking[id]?.level = level
            events.append(
                .alertEscalated(AlertEscalated(alert: id, occurrence: alert.occurrence, level: level, at: at)))
        }
        rearm()
        return events
    }

    private mutating func rearm() {
        guard let escalation else { return }
        earliest = asking.values.compactMap { asks -> Timestamp? in
            guard asks.level < escalation.levels, let since = asks.since else { return nil }
            return since + escalation.wait(before: asks.level + 1)
        }.min()
    }
}

extension Alert {
    /// True for an alert that is meant: the console's own, and what a feed does not call an exercise, a test or the like.
    public var isMeant: Bool { reported.map { $0.standing == .actual } ?? true }
}
