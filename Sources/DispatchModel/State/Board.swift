/// The picture a command room works with: everything that the panes show, folded from the journal's events.
///
/// Nothing changes a board but `apply`. Two boards that folded the same records are equal, however they got there.
package struct Board: Sendable {
    /// Position of the last event folded in, 0 for none.
    package internal(set) var position: JournalPosition = 0
    /// Board time of the last event folded in.
    package internal(set) var lastEventAt = Timestamp.epoch
    /// What the board shows: the world, a recording or an exercise.
    package internal(set) var mode = ModeDeclared()
    /// What the incident types are called, by code.
    package internal(set) var typeNames = Table<String, TypeDefined> { $0.code }
    /// The beats, by code.
    package internal(set) var beats = Table<String, BeatDefined> { $0.beat }
    /// Every unit.
    package internal(set) var units = Table<UnitID, FieldUnit> { $0.id }
    /// Open incidents, and those closed lately (see `closedLimit` and `closedKept`).
    package internal(set) var incidents = Table<IncidentID, Incident> { $0.id }
    /// Alerts that are active, unanswered, latched or hidden.
    package internal(set) var alerts = Table<AlertID, Alert> { $0.id }
    /// The newest actions of operators, oldest first, at most `actionLimit`.
    package internal(set) var actions: [ActionMemo] = []
    /// The next numbers to give.
    package internal(set) var counters = Counters()
    /// Since when alerts come faster than anybody can answer; nil while they do not.
    package internal(set) var floodSince: Timestamp?
    /// The map that the room looks at; nil where none was ever laid.
    package internal(set) var ground: GroundAdopted?
    /// The rules that the room works by; nil while it works by those that ship.
    package internal(set) var rules: RulesAdopted?
    /// The newest hand-overs of a shift that stand, oldest first, at most `handoverLimit`.
    package internal(set) var handovers: [HandoverMemo] = []
    /// The timers that operators set, and those that ended lately.
    package internal(set) var timers: [DutyTimer] = []

    var telemetry: [UnitID: Telemetry] = [:]
    var doubts: [UnitID: DoubtfulPosition] = [:]
    var callsigns: [String: UnitID] = [:]
    var sources: [SourceKey: IncidentID] = [:]
    var reportedAlerts: [SourceKey: AlertID] = [:]
    /// The alerts by the later messages that they went on under.
    var alertMessages: [SourceKey: AlertID] = [:]
    /// Closed incidents in the order of closing; those before `closedStart` have been looked at.
    var closedOrder: [IncidentID] = []
    var closedStart = 0

    /// The most closed incidents a board keeps.
    package static let closedLimit = 4096
    /// How long a closed incident stays on the board, by board time.
    package static let closedKept = Span.hours(24)
    /// The most actions that are remembered for undo.
    package static let actionLimit = 64
    /// The most hand-overs of a shift that a board keeps.
    package static let handoverLimit = 4

    /// An empty board.
    package init() {}

    /// The unit of a callsign, exactly as registered; of several the one registered first.
    package func unit(callsign: String) -> FieldUnit? {
        callsigns[callsign].flatMap { units[$0] }
    }

    /// The incident that another system's record became.
    package func incident(source: SourceKey) -> Incident? {
        sources[source].flatMap { incidents[$0] }
    }

    /// The number of the incident that another system's record became, while that is on the board.
    package func incidentNumber(source: SourceKey) -> IncidentID? {
        sources[source].flatMap { incidents.contains($0) ? $0 : nil }
    }

    /// The incident on the board that carries reports of this one now: itself, or the one it was merged into.
    package func survivor(of id: IncidentID) -> Incident? { survivorNumber(of: id).flatMap { incidents[$0] } }

    /// The number of the incident on the board that carries reports of this one now.
    package func survivorNumber(of id: IncidentID) -> IncidentID? {
        var current = id
        for _ in 0..<16 {
            guard let next = incidents.read(current, { $0.mergedInto }) else { return nil }
            guard let next else { return current }
            current = next
        }
        return incidents.contains(current) ? current : nil
    }

    /// The number of the unit of a callsign, as ``unit(callsign:)`` finds it.
    package func unitNumber(callsign: String) -> UnitID? {
        callsigns[callsign].flatMap { units.contains($0) ? $0 : nil }
    }

    /// The open assignment of a unit that it is busy with.
    package func currentAssignment(of unit: FieldUnit) -> (incident: Incident, assignment: Assignment)? {
        guard let id = unit.incident, let incident = incidents[id] else { return nil }
        guard let assignment = incident.assignments.last(where: { $0.id == unit.assignment }) else { return nil }
        return (incident, assignment)
    }

    /// The alert that a feed knows by this key, or that went on under a message of this name, while it is on the board.
    package func alert(reportedAs key: SourceKey) -> Alert? {
        (reportedAlerts[key] ?? alertMessages[key]).flatMap { alerts[$0] }
    }
}

/// The next numbers that a board gives, and its counts of things left out.
package struct Counters: Recordable, Hashable, Sendable {
    /// Incidents numbered so far.
    package var incidents: UInt32 = 0
    /// Units registered so far.
    package var units: UInt32 = 0
    /// Assignments made so far.
    package var assignments: UInt32 = 0
    /// Alerts raised so far.
    package var alerts: UInt32 = 0
    /// Reports numbered so far.
    package var reports: Int64 = 0
    /// Closed incidents that left the board; the journal keeps them.
    package var archived: Int64 = 0
    /// Events about things the board does not have; 0 unless a journal is damaged or made elsewhere.
    package var unappliable: Int64 = 0

    /// All at zero.
    package init() {}

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incidents", &incidents)
        visitor.visit(2, "units", &units)
        visitor.visit(3, "assignments", &assignments)
        visitor.visit(4, "alerts", &alerts)
        visitor.visit(5, "reports", &reports)
        visitor.visit(6, "archived", &archived)
        visitor.visit(7, "unappliable", &unappliable)
    }
}

extension Board {
    /// Folds one event in. Total: an event about something the board does not have is counted and otherwise ignored.
    ///
    /// Records must come in the order of their positions.
    package mutating func apply(_ record: EventRecord) {
        position = record.position
        lastEventAt = max(lastEventAt, record.at)
        if !record.body.read(Fold(record: record), &self) { counters.unappliable += 1 }
        remember(record)
    }

    /// Notes the event in the histories of what it is about.
    private mutating func remember(_ record: EventRecord) {
        if case .unitPositionReported = record.body { return }
        let isNote = record.body.isNote
        let isHeard = record.actor.kind == .crew || record.actor.kind == .feed
        let subjects = record.body.subjects
        let (first, second) = subjects.incidents
        for id in [first, second] {
            guard let id else { continue }
            incidents.update(id) { incident in
                if incident.history.count >= Incident.historyLimit {
                    incident.history.remove(at: 1)
                    incident.historyDropped += 1
                }
                incident.history.append(record.position)
                if !isNote { incident.revision = record.position }
            }
        }
        guard let unit = subjects.unit else { return }
        units.update(unit) { unit in
            if unit.history.count >= FieldUnit.historyLimit { unit.history.removeFirst() }
            unit.history.append(record.position)
            if !isNote { unit.revision = record.position }
            if isHeard { unit.heard = max(unit.heard, record.at) }
            if let check = unit.check, let word = record.word { unit.check = check.heard(at: word) }
        }
    }
}

/// Folds an event into a board.
private struct Fold: EventReader {
    var record: EventRecord

    func read<Body: Event>(_ event: Body, _ board: inout Board) -> Bool {
        event.fold(into: &board, record)
    }
}

extension Board {
    /// An operator's action begins: what it touches is remembered as it stands, so that it can be undone.
    mutating func begin(_ event: ActionTaken, _ record: EventRecord) {
        if actions.count >= Board.actionLimit { actions.removeFirst() }
        actions.append(memo(of: event, record))
    }

    /// An action was undone; false when it is not remembered.
    mutating func undo(_ action: JournalPosition) -> Bool {
        guard let slot = actions.lastIndex(where: { $0.position == action }) else { return false }
        actions[slot].undone = true
        handovers.removeAll { $0.action == action }
        return true
    }

    private func memo(of event: ActionTaken, _ record: EventRecord) -> ActionMemo {
        ActionMemo(
            position: record.position, lastPosition: record.position &+ event.followers, at: record.at,
            name: event.name,
            actor: record.actor, incidents: event.incidents.map { incidents[$0] ?? Incident(id: $0) },
            units: event.units.compactMap { units[$0].map(UnitCondition.init) },
            alerts: event.alerts.compactMap { alerts[$0] })
    }

    /// The newest action of an actor that was not undone.
    package func lastAction(of actor: Actor) -> ActionMemo? {
        actions.last { $0.actor == actor && !$0.undone }
    }
}
