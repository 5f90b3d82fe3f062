import DispatchModel

/// Goes through the records of a drill once and keeps what the score is made of.
struct ScoreFold {
    private let injects: [Inject]
    private(set) var board = Board()
    private(set) var situation: Situation
    private(set) var incidents: [IncidentTimes] = []
    private(set) var alerts: [AlertTimes] = []
    private(set) var coverage: [CoveragePoint] = []
    /// What became of proposals of where to stand.
    private(set) var standing = StandingTally()
    /// Where the expected action of each inject shows in the journal.
    private(set) var answers: [String: JournalPosition] = [:]
    /// What dispatchers did about each incident.
    private(set) var actions: [IncidentID: [(at: Timestamp, position: JournalPosition)]] = [:]
    private var slots: [IncidentID: Int] = [:]
    /// The newest occurrence of each alert.
    private var newest: [AlertID: Int] = [:]
    private var expected: InjectAnswers
    private var sendings: SendingLedger
    private let twins: SameEvent

    init(scenario: Scenario) {
        injects = scenario.injects
        expected = InjectAnswers(scenario.injects)
        situation = Situation(start: scenario.start)
        sendings = SendingLedger(scenario)
        twins = SameEvent(scenario)
    }

    mutating func fold(_ record: EventRecord) {
        board.apply(record)
        if case .unitPositionReported = record.body { return }
        situation.observe(record)
        sendings.observe(record, board: board)
        standing.observe(record)
        note(record)
        noteAlert(record)
        noteState(record)
        answer(record)
        cover(record)
    }

    /// Finishes the times once every record is known.
    mutating func settle(_ unattended: UnattendedTime) {
        for slot in incidents.indices { incidents[slot].unattended = unattended }
    }

    /// Keeps the first time of each point of an incident's handling.
    private mutating func note(_ record: EventRecord) {
        if case .incidentReported(let event) = record.body { begin(event, record) }
        if case .unitAssigned(let event) = record.body { change(event.incident) { $0.units += 1 } }
        if case .incidentClosed(let event) = record.body {
            close(event.incident, event.at, record.position, merged: false)
        }
        if case .incidentMerged(let event) = record.body {
            let isSame = twins.areOne(event.incident, event.into, board, situation)
            close(event.incident, event.at, record.position, merged: isSame)
        }
        if case .incidentReopened(let event) = record.body {
            change(event.incident) { times in
                times.closed = nil
                times.positions.closed = nil
                times.isMerged = false
            }
        }
        guard record.actor.kind == .dispatcher else { return }
        let (first, second) = record.body.incidents
        for id in [first, second].compactMap({ $0 }) { actions[id, default: []].append((record.at, record.position)) }
    }

    private mutating func begin(_ event: IncidentReported, _ record: EventRecord) {
        slots[event.incident] = incidents.count
        let inject = Situation.inject(of: record) ?? situation.incidents.first { $0.value == event.incident }?.key
        incidents.append(
            IncidentTimes(
                incident: event.incident, type: event.type, priority: event.priority, beat: event.beat,
                received: event.received, isMerged: false, inject: inject, units: 0,
                positions: IncidentTimes.Positions(received: record.position)))
    }

    private mutating func close(_ id: IncidentID, _ at: Timestamp, _ position: JournalPosition, merged: Bool) {
        change(id) { times in
            guard times.closed == nil else { return }
            (times.closed, times.positions.closed) = (at, position)
            times.isMerged = merged
        }
    }

    private mutating func change(_ id: IncidentID, _ how: (inout IncidentTimes) -> Void) {
        if let slot = slots[id] { how(&incidents[slot]) }
    }

    /// What the board has of the incidents that a record concerns: type, beat, priority, and the times of those sent. What
    /// was merged keeps what it had then.
    private mutating func noteState(_ record: EventRecord) {
        let (first, second) = record.body.incidents
        for id in [first, second] {
            guard let id, let incident = board.incidents[id] else { continue }
            // The inject of a call for help is known only later.
            let inject = situation.incidents.first { $0.value == id }?.key
            let sent = sendings.times(of: incident)
            let byPlayer = record.actor.kind == .dispatcher
            change(id) { times in
                times.type = incident.type
                times.beat = incident.beat
                times.inject = times.inject ?? inject
                if times.dispatched == nil {
                    times.priority = byPlayer ? min(times.priority, incident.priority) : incident.priority
                }
                guard incident.mergedInto == nil else { return }
                sent.write(to: &times)
                let isHandled = times.arrived != nil || incident.dispute?.mediation != nil
                times.settled = isHandled ? times.closed ?? incident.dispute?.mediation?.since : nil
            }
        }
    }

    private mutating func noteAlert(_ record: EventRecord) {
        // That a unit has come free is nothing that went wrong.
        if case .alertRaised(let event) = record.body, event.kind != .planShort {
            newest[event.alert] = alerts.count
            alerts.append(
                AlertTimes(
                    alert: event.alert, kind: event.kind, severity: event.severity, incident: event.incident,
                    unit: event.unit, limit: event.limit, raised: event.at, position: record.position))
        }
        if case .alertAcknowledged(let event) = record.body {
            guard let slot = newest[event.alert], alerts[slot].acknowledged == nil else { return }
            (alerts[slot].acknowledged, alerts[slot].acknowledgedPosition) = (record.at, record.position)
        }
        if case .alertCleared(let event) = record.body {
            if let slot = newest[event.alert] { alerts[slot].cleared = event.at }
        }
    }

    /// Finds the expected actions that this record completes, or takes back.
    private mutating func answer(_ record: EventRecord) {
        let changed = expected.observe(record, situation, board: board)
        for (id, isTaken) in changed {
            situation.answered[id] = isTaken ? record.at : nil
            answers[id] = isTaken ? record.position : nil
        }
    }

    /// Notes how the board stands when that has changed; several changes of an instant make one point.
    private mutating func cover(_ record: EventRecord) {
        var point = CoveragePoint(
            at: record.at, free: 0, onDuty: 0, waiting: 0, waitingP1: 0, freeByKind: [:], freeByBeat: [:])
        for unit in board.units.elements {
            if unit.status != .outOfService { point.onDuty += 1 }
            guard unit.isFree else { continue }
            point.free += 1
            point.freeByKind[unit.kind, default: 0] += 1
            if !unit.homeBeat.isEmpty { point.freeByBeat[unit.homeBeat, default: 0] += 1 }
        }
        for incident in board.incidents.elements where incident.isWaiting && !incident.held && !incident.isServed {
            point.waiting += 1
            if incident.priority == .p1 { point.waitingP1 += 1 }
        }
        guard let last = coverage.last else { return coverage.append(point) }
        if last.at == point.at {
            coverage[coverage.count - 1] = point
        } else if !last.isAlike(point) {
            coverage.append(point)
        }
    }
}

extension Incident {
    /// True when somebody has been there and left: it waits for its closing, not for a unit.
    var isServed: Bool { assignments.contains { $0.arrived != nil && $0.withdrawn == nil } }
}

extension CoveragePoint {
    /// True when the board stood the same way.
    func isAlike(_ other: CoveragePoint) -> Bool {
        var moved = other
        moved.at = at
        return moved == self
    }
}
