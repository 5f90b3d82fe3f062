import DispatchModel

/// Ends shelves: at the time that was set, with the condition for a one-shot shelf, and when the alert comes to matter
/// more than it did when it was shelved.
struct ShelfWatch: Sendable {
    private var shelves: [AlertID: Shelf] = [:]
    /// Shelves that have ended whatever the time.
    private var ended: [AlertID: AlertShowingCause] = [:]
    /// The earliest end; kept so that asking costs nothing.
    private var earliest: Timestamp?

    private struct Shelf: Sendable, Equatable {
        var since: Timestamp
        var until: Timestamp
        var severity: AlertSeverity
    }

    /// Keeps in step with an alert as it stands; nil once it has left the board.
    mutating func refresh(_ id: AlertID, _ alert: Alert?) {
        guard let alert, let hiding = alert.hiding(.shelved), let until = hiding.until else {
            ended[id] = nil
            if shelves.removeValue(forKey: id)?.until == earliest { earliest = shelves.values.map(\.until).min() }
            return
        }
        let known = shelves[id]
        let isSame = known?.since == hiding.since
        // Lowered since, it breaks the shelf by rising to what it was.
        let seen = isSame ? max(known?.severity ?? alert.severity, alert.severity) : alert.severity
        let shelf = Shelf(since: hiding.since, until: until, severity: seen)
        if shelf != known {
            shelves[id] = shelf
            earliest = shelves.values.map(\.until).min()
        }
        if alert.severity < seen {
            ended[id] = .severityRose
        } else if hiding.once, !alert.active {
            ended[id] = .conditionEnded
        } else {
            ended[id] = nil
        }
    }

    /// When a shelf ends; nil while none does.
    var nextDue: Timestamp? { ended.isEmpty ? earliest : .epoch }

    /// The events that end shelves at this time.
    func due(at now: Timestamp) -> [EventBody] {
        guard let next = nextDue, next <= now else { return [] }
        var causes = ended
        for (id, shelf) in shelves where shelf.until <= now && causes[id] == nil { causes[id] = .expired }
        return causes.sorted { $0.key < $1.key }.map { id, cause in
            .alertShown(AlertShown(alert: id, way: .shelved, cause: cause, at: now))
        }
    }
}

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
