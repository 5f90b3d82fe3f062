import DispatchModel

/// Watches the clocks: raises an alert when a limit passes, raises its severity when it has come to matter more, and
/// clears it when the reason has gone.
///
/// Each obligation has one entry in a queue ordered by the time it falls due; nothing is scanned while nothing is due.
/// The engine only decides: what it returns goes through the journal like everything else. It knows nothing that the
/// board does not, so one made anew from a board goes on as the one before it would have.
package struct DeadlineEngine: Sendable {
    private let deadlines: Deadlines
    private var queue = DueQueue<Obligation>()
    /// Alerts that are active, by what they are about.
    private var raised: [Obligation: AlertID] = [:]
    private var subjects: [AlertID: Obligation] = [:]
    /// Every alert on the board that no feed reported, active or not, by what it is about and the other way round. Kept,
    /// because going through the board at each alert costs as much as there are alerts that nobody has answered.
    private var standing: [Obligation: AlertID] = [:]
    private var standingSubjects: [AlertID: Obligation] = [:]
    /// What the active calls for help are about.
    private var emergencies: Set<Obligation> = []
    /// Obligations that began before the machine's clock was stepped; bounded by those watched then.
    private var stepped: [Obligation: Step] = [:]
    /// Open incidents that are disputes.
    private var disputes: Set<IncidentID> = []
    /// Obligations whose alert may have lost its reason or come to matter more.
    private var recheck: Set<Obligation> = []

    /// By how much what is recorded is off for what began before a step of the clock.
    private struct Step {
        /// When it falls due by what is recorded. Once that is another, it began anew.
        var recorded: Timestamp
        var by: Span
    }

    /// An engine for a board as it stands.
    package init(deadlines: Deadlines, board: Board) {
        self.deadlines = deadlines
        for alert in board.alerts.elements where alert.kind.isOfClocks {
            stand(alert.id, Obligation(alert))
            if alert.active { begin(Obligation(alert), alert.id) }
        }
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices where incidents[index].isOpen { watch(incidents[index].id, board) }
        }
        board.units.elements.withUnsafeBufferPointer { units in
            for index in units.indices { watch(units[index].id, board) }
        }
        recheck = Set(raised.keys)
    }

    /// The earliest time at which something may fall due; nil when nothing can.
    package var nextDue: Timestamp? {
        recheck.isEmpty ? queue.first?.due : .epoch
    }

    /// Obligations being watched: at most two an open incident, four more when it is a dispute, and two a unit.
    var watchedCount: Int { queue.count }

    /// Takes notice of an event after it was folded into the board.
    package mutating func observe(_ record: EventRecord, board: Board) {
        if case .clockStepped(let event) = record.body { step(by: event.step, board) }
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
    package mutating func heard(_ unit: UnitID) {
        guard !raised.isEmpty else { return }
        let key = Obligation(kind: .notHeard, unit: unit)
        if raised[key] != nil { recheck.insert(key) }
    }

    /// The events that raise and clear alerts at this time.
    package mutating func due(at now: Timestamp, board: Board) -> [EventBody] {
        var events = reconsidered(at: now, board)
        var number = board.counters.alerts
        while let entry = queue.first, entry.due <= now {
            queue.removeFirst()
            let key = entry.subject
            if let alert = raised[key] {
                events += broken(key, alert, at: now, board)
                continue
            }
            guard let (due, deadline) = due(key, board) else { continue }
            guard due <= now else {
                queue.insert(due, key)
                continue
            }
            events += released(key, at: now, board)
            // An alert of the same subject that nobody has answered comes on again as its next occurrence.
            let unanswered = standing[key]
            if unanswered == nil { number += 1 }
            let alert = unanswered ?? AlertID(rawValue: number)
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

    /// The machine's clock was put forward or back. What lasts goes on: a limit that runs is moved along, so that it passes
    /// neither sooner nor later for it. A time that was named stays, and a unit's silence is measured by what units send.
    private mutating func step(by step: Span, _ board: Board) {
        let watched = queue.subjects
        for key in Set(watched).union(raised.keys) where DeadlineEngine.lasting.contains(key.kind) {
            guard let recorded = deadlines.due(key, on: board)?.due else { continue }
            let before = stepped[key].flatMap { $0.recorded == recorded ? $0.by : nil } ?? .zero
            stepped[key] = Step(recorded: recorded, by: before + step)
        }
        queue = DueQueue()
        for key in watched {
            let next = raised[key] == nil ? due(key, board)?.due : breaks(key, board)
            if let next { queue.insert(next, key) }
        }
    }

    /// What is limited by how long it lasts.
    private static let lasting: Set<AlertKind> = [.waitingTooLong, .statusOverdue]

    /// When an obligation falls due, with what the machine's clock was stepped by since it began.
    private func due(_ key: Obligation, _ board: Board) -> (due: Timestamp, deadline: Deadline)? {
        guard let found = deadlines.due(key, on: board) else { return nil }
        guard let step = stepped[key], step.recorded == found.due else { return found }
        return (found.due + step.by, found.deadline)
    }

    /// When what is near has passed, with what the machine's clock was stepped by since it began.
    private func breaks(_ key: Obligation, _ board: Board) -> Timestamp? {
        guard let found = deadlines.breaks(key, on: board) else { return nil }
        guard let step = stepped[key], step.recorded == deadlines.due(key, on: board)?.due else { return found }
        return found + step.by
    }

    /// What was near when its alert came on has passed: the alert matters most from then on.
    private mutating func broken(
        _ key: Obligation, _ alert: AlertID, at now: Timestamp, _ board: Board
    ) -> [EventBody] {
        guard let breaks = breaks(key, board) else { return [] }
        guard breaks <= now else {
            queue.insert(breaks, key)
            return []
        }
        guard let shown = board.alerts[alert]?.severity, .high < shown else { return [] }
        return [.alertSeverityRaised(AlertSeverityRaised(alert: alert, severity: .high, at: breaks))]
    }

    /// A hold whose end has come is over: its incident waits and counts again.
    private func released(_ key: Obligation, at now: Timestamp, _ board: Board) -> [EventBody] {
        guard key.kind == .holdEnded, let id = key.incident,
            board.incidents.read(id, { $0.held && $0.heldUntil.map { $0 <= now } == true }) == true
        else { return [] }
        return [.holdReleased(HoldReleased(incident: id))]
    }

    /// Goes on watching an obligation that has an alert, when what is near has yet to pass.
    private mutating func watchBreak(_ key: Obligation, at now: Timestamp, _ board: Board) {
        if let breaks = breaks(key, board), breaks > now { queue.insert(breaks, key) }
    }

    /// How much an obligation's alert matters at a time.
    private func severity(
        _ key: Obligation, _ deadline: Deadline, at now: Timestamp, _ board: Board
    ) -> AlertSeverity {
        guard let breaks = breaks(key, board), breaks <= now else { return deadline.severity }
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
            events += released(key, at: now, board)
            guard let deadline = due(key, board)?.deadline, let shown = board.alerts[alert]?.severity
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
        if let id = body.alert { keepStanding(id, board) }
        if case .alertRaised(let event) = body, event.kind.isOfClocks {
            begin(Obligation(kind: event.kind, incident: event.incident, unit: event.unit), event.alert)
        }
        if case .alertCleared(let event) = body {
            guard let key = subjects[event.alert] else { return }
            end(event.alert)
            arm(key, board)
        }
        if case .alertRestored(let event) = body, event.before.active && event.before.kind.isOfClocks {
            begin(Obligation(event.before), event.before.id)
            recheck.insert(Obligation(event.before))
        }
    }

    /// Keeps in step with an alert's coming onto the board and leaving it.
    private mutating func keepStanding(_ id: AlertID, _ board: Board) {
        let subject = board.alerts.read(id) { $0.reported == nil ? Obligation($0) : nil } ?? nil
        guard subject != standingSubjects[id] else { return }
        if let old = standingSubjects.removeValue(forKey: id), standing[old] == id { standing[old] = nil }
        if let subject { stand(id, subject) }
    }

    private mutating func stand(_ id: AlertID, _ subject: Obligation) {
        standingSubjects[id] = subject
        if standing[subject] == nil { standing[subject] = id }
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
        if !raised.isEmpty, raised[key] != nil {
            recheck.insert(key)
        } else if let (due, _) = due(key, board) {
            queue.insert(due, key)
        } else {
            queue.remove(key)
            if !stepped.isEmpty { stepped[key] = nil }
        }
    }

    /// True while the reason of an active alert lasts.
    private func holds(_ key: Obligation, _ board: Board, _ now: Timestamp) -> Bool {
        if key.kind == .emergency { return key.unit.flatMap { board.units[$0] }?.status == .emergency }
        guard let (due, _) = due(key, board) else { return false }
        return due <= now
    }
}

extension Board {
    fileprivate func priority(of id: IncidentID) -> Priority? { incidents.read(id) { $0.priority } }
    fileprivate func status(of id: UnitID) -> UnitStatus? { units.read(id) { $0.status } }
}

extension EventBody {
    private static let ofNoClock: [EventBody.Kind] = [
        .reportAdded, .noteAdded, .noteStruck, .alertLinked, .duplicateProposed, .duplicateDismissed,
    ]

    /// True for what is said of an incident without a clock of it being started, moved or stopped.
    fileprivate var isOfNoClock: Bool {
        EventBody.ofNoClock.contains(kind)
    }
}
