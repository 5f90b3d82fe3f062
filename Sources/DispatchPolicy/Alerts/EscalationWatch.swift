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
    /// When the next call about each alert is due.
    private var queue = DueQueue<AlertID>()

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
            if asking.removeValue(forKey: id) != nil { queue.remove(id) }
            return
        }
        if let known = asking[id] {
            guard known.level < alert.escalations else { return }
            asking[id]?.level = alert.escalations
            arm(id)
            return
        }
        asking[id] = Asking(since: since, level: alert.escalations)
        if since == nil { fresh.append(id) } else { arm(id) }
    }

    /// When to look again; nil while no call can be due.
    var nextDue: Timestamp? { fresh.isEmpty ? queue.first?.due : .epoch }

    /// The calls to be made at this time; `at` is what they say.
    mutating func due(at now: Timestamp, saying at: Timestamp, board: Board) -> [EventBody] {
        guard let next = nextDue, next <= now else { return [] }
        for id in fresh where asking[id]?.since == nil {
            asking[id]?.since = now
            arm(id)
        }
        fresh.removeAll(keepingCapacity: true)
        var called: [AlertID] = []
        while let entry = queue.first, entry.due <= now {
            queue.removeFirst()
            called.append(entry.subject)
        }
        let events = called.sorted().compactMap { id -> EventBody? in
            guard let asks = asking[id], let alert = board.alerts[id] else { return nil }
            // The call counts as made: the event that says so is on its way.
            asking[id]?.level = asks.level + 1
            return .alertEscalated(
                AlertEscalated(alert: id, occurrence: alert.occurrence, level: asks.level + 1, at: at))
        }
        for id in called { arm(id) }
        return events
    }

    /// Sets when the next call about an alert is due, if there is one left to make.
    private mutating func arm(_ id: AlertID) {
        guard let escalation, let asks = asking[id], let since = asks.since, asks.level < escalation.levels else {
            return queue.remove(id)
        }
        queue.set(since + escalation.wait(before: asks.level + 1), id)
    }
}

extension Alert {
    /// True for an alert that is meant: the console's own, and what a feed does not call an exercise, a test or the like.
    package var isMeant: Bool { reported.map { $0.standing == .actual } ?? true }
}
