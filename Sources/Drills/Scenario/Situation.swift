import DispatchModel

/// How an exercise stands beside its board: which injects happened and were answered, and which incidents they made.
///
/// Folded from records alone, so that the score of a finished drill sees what the director saw.
struct Situation: Hashable, Sendable {
    /// The source that a drill's own observations name in the journal.
    static let source = "drill"

    /// When the drill began.
    let start: Timestamp
    /// When each inject happened, by id.
    var fired: [String: Timestamp] = [:]
    /// Where in the journal the first trace of each inject stands.
    var positions: [String: JournalPosition] = [:]
    /// When the expected action of each inject was taken.
    var answered: [String: Timestamp] = [:]
    /// The incident that each inject made.
    var incidents: [String: IncidentID] = [:]
    /// Incidents on which a dispatcher wrote something.
    var noted: Set<IncidentID> = []
    /// Injects whose call for help has not shown its incident yet, by unit.
    private var emergencies: [UnitID: String] = [:]

    init(start: Timestamp) {
        self.start = start
    }

    /// The key under which the journal knows an inject.
    static func key(inject id: String) -> SourceKey {
        SourceKey(source: source, id: "inject/\(id)")
    }

    /// The inject that a record is the first trace of.
    static func inject(of record: EventRecord) -> String? {
        guard let key = record.source, key.source == source, key.id.hasPrefix("inject/") else { return nil }
        return String(key.id.dropFirst("inject/".count))
    }

    /// Takes notice of a record.
    mutating func observe(_ record: EventRecord) {
        if let id = Self.inject(of: record) {
            fired[id] = min(fired[id] ?? record.at, record.at)
            positions[id] = positions[id] ?? record.position
            if case .incidentReported(let event) = record.body { incidents[id] = event.incident }
            if case .unitStatusChanged(let event) = record.body, event.status == .emergency {
                emergencies[event.unit] = id
            }
        }
        if case .alertRaised(let event) = record.body, event.kind == .emergency, let unit = event.unit,
            let id = emergencies.removeValue(forKey: unit)
        {
            incidents[id] = event.incident
        }
        if case .noteAdded(let event) = record.body, record.actor.kind == .dispatcher { noted.insert(event.incident) }
    }
}

extension Condition {
    /// True when every clause holds at an instant.
    func holds(_ situation: Situation, board: Board, now: Timestamp) -> Bool {
        clauses.allSatisfy { Self.holds($0, situation, board, now) }
    }

    /// The next instant at which the passing of time alone may make it true; nil when none can.
    func nextDue(_ situation: Situation, after now: Timestamp) -> Timestamp? {
        clauses.compactMap { clause -> Timestamp? in
            switch clause {
            case .elapsed(let span): situation.start + span
            case .after(let inject, let span): situation.fired[inject].map { $0 + span }
            default: nil
            }
        }.filter { $0 > now }.min()
    }

    private static func holds(_ clause: Clause, _ situation: Situation, _ board: Board, _ now: Timestamp) -> Bool {
        switch clause {
        case .incident(let inject, let check, let isNegated):
            guard let id = situation.incidents[inject] else { return isNegated && check != .reported }
            return check.holds(id, board, situation) != isNegated
        case .unit(let callsign, let status): return board.unit(callsign: callsign)?.status == status
        case .count(let counted, let comparison, let number): return comparison.holds(counted.count(board), number)
        case .inject(let id, .fired): return situation.fired[id] != nil
        case .inject(let id, .answered): return situation.answered[id] != nil
        case .elapsed(let span): return now - situation.start >= span
        case .after(let inject, let span): return situation.fired[inject].map { now - $0 >= span } ?? false
        }
    }
}

extension Condition.IncidentCheck {
    /// True when the incident is so. What was merged is looked for where its reports went.
    fileprivate func holds(_ id: IncidentID, _ board: Board, _ situation: Situation) -> Bool {
        guard let own = board.incidents[id], let incident = board.survivor(of: id) else { return false }
        let sent = incident.assignments.filter(\.isHelp)
        switch self {
        case .reported: return true
        case .waiting: return incident.isWaiting
        case .assigned: return !sent.isEmpty
        case .enRoute: return sent.contains { $0.enRoute != nil || $0.arrived != nil }
        case .onScene: return sent.contains { $0.arrived != nil }
        case .closed: return !own.isOpen || !incident.isOpen
        case .merged: return own.mergedInto != nil || board.incidents.elements.contains { $0.mergedInto == id }
        case .held: return incident.held
        case .triaged: return incident.stage > .gathered
        case .noted: return situation.noted.contains(id) || situation.noted.contains(incident.id)
        case .acknowledged:
            return !board.alerts.elements.contains { $0.incident == id && $0.state != .acknowledged }
        case .priority(let priority): return incident.priority <= priority
        case .grade(let grade): return incident.dispute.map { $0.grade <= grade } ?? false
        case .step(let step): return incident.dispute.map { $0[step].done != nil } ?? false
        case .type(let type): return incident.type == type
        case .disposition(let disposition): return incident.disposition == disposition
        case .units(let comparison, let number): return comparison.holds(sent.count, number)
        case .kind(let kind): return sent.contains { board.units[$0.unit]?.kind == kind }
        }
    }
}

extension Condition.Counted {
    /// How many there are.
    fileprivate func count(_ board: Board) -> Int {
        switch self {
        case .waiting(let priority):
            board.incidents.elements.count { $0.isWaiting && !$0.held && $0.priority <= priority }
        case .open(let priority): board.incidents.elements.count { $0.isOpen && $0.priority <= priority }
        case .free(let kind): board.units.elements.count { $0.isFree && (kind == nil || $0.kind == kind) }
        case .alerts(let kind):
            board.alerts.elements.count { $0.asksForAnswer && (kind == nil || $0.kind == kind) }
        }
    }
}
