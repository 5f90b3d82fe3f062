import DispatchModel

/// Watches the clocks: raises an alert when a limit passes, raises its severity when it has come to matter more, and
/// clears it when the reason has gone.
///
/// Each obligation has one entry in a queue ordered by the time it falls due; nothing is scanned while nothing is due.
/// The engine only decides: what it returns goes through the journal like everything else. It knows nothing that the
/// board does not, so one made anew from a board goes on as the one before it would have.
public struct DeadlineEngine: Sendable {
    private let deadlines: Deadlines
    private var queue = DueQueue()
    /// Alerts that are active, by what they are about.
    private var raised: [Obligation: AlertID] = [:]
    private var subjects: [AlertID: Obligation] = [:]
    /// What the active calls for help are about.
    private var emergencies: Set<Obligation> = []
    /// Open incidents that are disputes.
    private var disputes: Set<IncidentID> = []
    /// Obligations whose alert may have lost its reason or come to matter more.
    private var recheck: Set<Obligation> = []

    /// An engine for a board as it stands.
    public init(deadlines: Deadlines, board: Board) {
        self.deadlines = deadlines
        for alert in board.alerts.elements where alert.active && alert.kind.isOfClocks {
            begin(Obligation(alert), alert.id)
        }
        for incident in board.incidents.elements where incident.isOpen { watch(incident.id, board) }
        for unit in board.units.elements { watch(unit.id, board) }
        recheck = Set(raised.keys)
    }

    /// The earliest time at which something may fall due; nil when nothing can.
    public var nextDue: Timestamp? {
        recheck.isEmpty ? queue.first?.due : .epoch
    }

    /// Obligations being watched: at most two an open incident, four more when it is a dispute, and two a unit.
    var watchedCount: Int { queue.count }

    /// Takes notice of an event after it was folded into the board.
    public mutating func observe(_ record: EventRecord, board: Board) {
        track(record.body, board)
        if record.body.isOfNoClock { return }
        let (first, second) = record.body.incidents
        if let first { watch(first, board) }
        if let second { watch(second, board) }
        if let unit = record.body.unit {
            watch(unit, board)
            for key in emergencies where key.unit == unit { recheck.insert(key) }
        }
    }

    /// A unit was heard by telemetry that made no event.
    public mutating func heard(_ unit: UnitID) {
        guard !raised.isEmpty else { return }
        let key = Obligation(kind: .notHeard, unit: unit)
        if raised[key] != nil { recheck.insert(key) }
    }

    /// The events that raise and clear alerts at this time.
    public mutating func due(at now: Timestamp, board: Board) -> [EventBody] {
        var events = reconsidered(at: now, board)
        // An alert of the same subject that nobody has answered comes on again as its next occurrence.
        var known: [Obligation: AlertID]?
        var number = board.counters.alerts
        while let entry = queue.first, entry.due <= now {
            queue.removeFirst()
            let key = entry.obligation
            if let alert = raised[key] {
                events += broken(key, alert, at: now, board)
                continue
            }
            guard let (due, deadline) = deadlines.due(key, on: board) else { continue }
            guard due <= now else {
                queue.insert(due, key)
                continue
            }
            let alerts = known ?? DeadlineEngine.unanswered(on: board)
            known = alerts
            if alerts[key] == nil { number += 1 }
            let alert = alerts[key] ?? AlertID(rawValue: number)
            begin(key, alert)
            watchBreak(key, at: now, board)
            let severity = severity(key, deadline, at: now, board)
            events.append(
                .alertRaised(
                    AlertRaised(
                        alert: alert, kind: key.kind, severity: severity, incident: key.incident,
                        unit: key.unit, at: max(due, .epoch), limit: deadline.limit.seconds,
                        priority: key.kind == .waitingTooLong ? key.incident.flatMap(board.priority(of:)) : nil,
                        status: key.kind == .statusOverdue ? key.unit.flatMap(board.status(of:)) : nil)))
        }
        return events
    }

    /// What was near when its alert came on has passed: the alert matters most from then on.
    private mutating func broken(
        _ key: Obligation, _ alert: AlertID, at now: Timestamp, _ board: Board
    ) -> [EventBody] {
        guard let breaks = deadlines.breaks(key, on: board) else { return [] }
        guard breaks <= now else {
            queue.insert(breaks, key)
            return []
        }
        guard let shown = board.alerts[alert]?.severity, .high < shown else { return [] }
        return [.alertSeverityRaised(AlertSeverityRaised(alert: alert, severity: .high, at: breaks))]
    }

    /// Goes on watching an obligation that has an alert, when what is near has yet to pass.
    private mutating func watchBreak(_ key: Obligation, at now: Timestamp, _ board: Board) {
        if let breaks = deadlines.breaks(key, on: board), breaks > now { queue.insert(breaks, key) }
    }

    /// How much an obligation's alert matters at a time.
    private func severity(
        _ key: Obligation, _ deadline: Deadline, at now: Timestamp, _ board: Board
    ) -> AlertSeverity {
        guard let breaks = deadlines.breaks(key, on: board), breaks <= now else { return deadline.severity }
        return .high
    }

    /// Looks again at the active alerts whose subject has changed.
    private mutating func reconsidered(at now: Timestamp, _ board: Board) -> [EventBody] {
        var events: [EventBody] = []
        for key in recheck.sorted() {
            guard let alert = raised[key] else { continue }
            if !holds(key, board, now) {
                end(alert)
                arm(key, board)
                events.append(.alertCleared(AlertCleared(alert: alert, at: now)))
                continue
            }
            watchBreak(key, at: now, board)
            guard let deadline = deadlines.due(key, on: board)?.deadline, let shown = board.alerts[alert]?.severity
            else { continue }
            let severity = severity(key, deadline, at: now, board)
            if severity < shown {
                events.append(.alertSeverityRaised(AlertSeverityRaised(alert: alert, severity: severity, at: now)))
            }
        }
        recheck.removeAll(keepingCapacity: true)
        return events
    }

    /// Keeps in step with alerts whoever raised or ended them.
    private mutating func track(_ body: EventBody, _ board: Board) {
        switch body {
        case .alertRaised(let event) where event.kind.isOfClocks:
            begin(Obligation(kind: event.kind, incident: event.incident, unit: event.unit), event.alert)
        case .alertCleared(let event):
            guard let key = subjects[event.alert] else { return }
            end(event.alert)
            arm(key, board)
        case .alertRestored(let event) where event.before.active && event.before.kind.isOfClocks:
            begin(Obligation(event.before), event.before.id)
            recheck.insert(Obligation(event.before))
        default: return
        }
    }

    private mutating func begin(_ key: Obligation, _ alert: AlertID) {
        raised[key] = alert
        subjects[alert] = key
        if key.kind == .emergency { emergencies.insert(key) }
    }

    private mutating func end(_ alert: AlertID) {
        guard let key = subjects.removeValue(forKey: alert) else { return }
        raised[key] = nil
        emergencies.remove(key)
    }

    private mutating func watch(_ id: IncidentID, _ board: Board) {
        arm(Obligation(kind: .waitingTooLong, incident: id), board)
        arm(Obligation(kind: .holdEnded, incident: id), board)
        // Hardly any incident is a dispute; what never was one is not looked at four times more.
        let isDispute = board.incidents.read(id) { $0.dispute != nil } ?? false
        if isDispute { disputes.insert(id) }
        guard isDispute || !disputes.isEmpty, disputes.contains(id) else { return }
        for kind in Deadlines.disputeKinds { arm(Obligation(kind: kind, incident: id), board) }
        if !isDispute || board.incidents.read(id, { $0.isOpen }) != true { disputes.remove(id) }
    }

    private mutating func watch(_ id: UnitID, _ board: Board) {
        arm(Obligation(kind: .statusOverdue, unit: id), board)
        arm(Obligation(kind: .notHeard, unit: id), board)
    }

    /// Watches an obligation that has no alert, and looks again at one that has.
    private mutating func arm(_ key: Obligation, _ board: Board) {
        if raised[key] != nil {
            recheck.insert(key)
        } else if let (due, _) = deadlines.due(key, on: board) {
            queue.insert(due, key)
        } else {
            queue.remove(key)
        }
    }

    /// True while the reason of an active alert lasts.
    private func holds(_ key: Obligation, _ board: Board, _ now: Timestamp) -> Bool {
        if key.kind == .emergency { return key.unit.flatMap { board.units[$0] }?.status == .emergency }
        guard let (due, _) = deadlines.due(key, on: board) else { return false }
        return due <= now
    }

    private static func unanswered(on board: Board) -> [Obligation: AlertID] {
        Dictionary(board.alerts.elements.map { (Obligation($0), $0.id) }) { first, _ in first }
    }
}

extension Board {
    fileprivate func priority(of id: IncidentID) -> Priority? { incidents.read(id) { $0.priority } }
    fileprivate func status(of id: UnitID) -> UnitStatus? { units.read(id) { $0.status } }
}

extension EventBody {
    /// True for what is said of an incident without a clock of it being started, moved or stopped.
    fileprivate var isOfNoClock: Bool {
        switch self {
        case .reportAdded, .noteAdded, .noteStruck, .alertLinked, .duplicateProposed, .duplicateDismissed: true
        default: false
        }
    }
}
