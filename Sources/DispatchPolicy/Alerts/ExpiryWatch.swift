import DispatchModel

/// Ends alerts when the time is over that their sender has set (CAP 1.2, section 3.2.2, `expires`), or the event's own end
/// where that is stated and later. That is the sender's own word, not its silence; what nobody has answered by then still
/// asks.
struct ExpiryWatch: Sendable {
    private var ends: [AlertID: Timestamp] = [:]
    private var queue = DueQueue<AlertID>()

    /// The earliest end; nil when none is set.
    var nextDue: Timestamp? { queue.first?.due }

    /// Keeps in step with an alert as it stands; nil once it has left the board.
    mutating func refresh(_ id: AlertID, _ alert: Alert?) {
        let end = alert?.active == true ? alert?.reported?.end : nil
        guard ends[id] != end else { return }
        ends[id] = end
        queue.set(end, id)
    }

    /// The events that end alerts at this time. They are asked for until the board says that the alerts have ended.
    func due(at now: Timestamp) -> [EventBody] {
        guard let nextDue, nextDue <= now else { return [] }
        return ends.filter { $0.value <= now }.sorted { $0.key < $1.key }
            .map { .alertCleared(AlertCleared(alert: $0.key, at: $0.value)) }
    }
}
