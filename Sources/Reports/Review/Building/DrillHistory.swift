import DispatchModel
import DispatchPolicy
import Wording

/// Folds the journal of a drill and keeps what the board forgets: how incidents and units went from state to state, and
/// what each action did.
///
/// States are read off the board after each event, never guessed from events, so that an undo is shown as what it was.
struct DrillHistory {
    /// The board after the last event taken.
    private(set) var board = Board()
    /// The player's actions.
    private(set) var decisions: [Decision] = []
    /// What each event says, by position, without bookkeeping and positions of units.
    private(set) var lines: [JournalPosition: String] = [:]

    private let words: Words
    private var incidents: [IncidentID: StretchWriter<IncidentProgress>] = [:]
    private var units: [UnitID: StretchWriter<UnitStatus>] = [:]
    private var facts: [IncidentID: Incident] = [:]

    init(words: Words) {
        self.words = words
    }

    /// Takes the next event, in the order of the journal.
    mutating func takeRecord(_ record: EventRecord) {
        board.apply(record)
        let about = record.body.incidents
        let at = Self.stated(record)
        for id in [about.first, about.second].compactMap({ $0 }) { note(id, at: at) }
        if let unit = record.body.unit { note(unit, at: at) }
        tell(record)
    }

    /// When it happened as far as whoever reported it says: a crew in a radio blind spot reports late what it did in time.
    private static func stated(_ record: EventRecord) -> Timestamp {
        if case .assignmentAdvanced(let event) = record.body { return min(event.at, record.at) }
        if case .unitStatusChanged(let event) = record.body { return min(event.since, record.at) }
        return record.at
    }

    /// Takes notice of an incident's state and of the units on it, which an event about it may have changed as well.
    private mutating func note(_ id: IncidentID, at: Timestamp) {
        guard let incident = board.incidents[id] else { return }
        let progress: IncidentProgress? = incident.isOpen ? incident.progress : nil
        incidents[id, default: StretchWriter()].set(progress, at: at)
        facts[id] = incident
        for assignment in incident.assignments { note(assignment.unit, at: at) }
    }

    private mutating func note(_ id: UnitID, at: Timestamp) {
        guard let unit = board.units[id] else { return }
        units[id, default: StretchWriter()].set(unit.status, at: at)
    }

    /// Everything that a dispatcher records begins with an action taken or undone, and what follows belongs to it.
    private mutating func tell(_ record: EventRecord) {
        if case .actionTaken(let event) = record.body { begin(event.name, record, incidents: event.incidents) }
        if case .actionUndone = record.body { begin(Command.undo.name, record, incidents: []) }
        guard !record.body.isRoutine else { return }
        let line = words.happening(record, on: board)
        lines[record.position] = line
        guard record.actor.kind == .dispatcher, !decisions.isEmpty else { return }
        decisions[decisions.count - 1].lines.append(line)
    }

    private mutating func begin(_ name: String, _ record: EventRecord, incidents: [IncidentID]) {
        decisions.append(
            Decision(
                position: record.position, at: record.at, name: name, incidents: incidents, lines: [], keys: [],
                keysLeftOut: 0))
    }

    /// The lanes of all incidents in the order of their numbers, every open stretch ended at the end of the drill.
    func incidentLanes(end: Timestamp) -> [IncidentLane] {
        incidents.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { id in
            guard var writer = incidents[id], let incident = facts[id] else { return nil }
            writer.close(at: end)
            return IncidentLane(
                incident: id, type: incident.type, priority: incident.priority, place: incident.place.words,
                stretches: writer.done)
        }
    }

    /// The lanes of all units in the order of their callsigns.
    func unitLanes(end: Timestamp) -> [UnitLane] {
        board.units.elements.map { unit in
            var writer = units[unit.id, default: StretchWriter()]
            writer.close(at: end)
            return UnitLane(
                unit: unit.id, callsign: unit.callsign, kind: unit.kind, homeBeat: unit.homeBeat,
                circleMinutes: unit.circleMinutes, stretches: writer.done)
        }.sorted { ($0.callsign, $0.unit.rawValue) < ($1.callsign, $1.unit.rawValue) }
    }
}

/// Finds the keys behind decisions.
///
/// A key carries the position that the journal had when it was pressed. The key that brought a decision about is
/// therefore the last one pressed before the decision's own position.
struct KeyTrail {
    private let keys: [PressedKey]

    init(_ keys: [PressedKey]) {
        self.keys = keys
    }

    /// The decisions with their keys.
    func attached(to decisions: [Decision]) -> [Decision] {
        var next = 0
        return decisions.map { decision in
            var told = decision
            let first = next
            while next < keys.count, keys[next].position < decision.position { next += 1 }
            let pressed = keys[first..<next]
            told.keys = Array(pressed.suffix(Decision.keyLimit))
            told.keysLeftOut = pressed.count - told.keys.count
            return told
        }
    }
}
