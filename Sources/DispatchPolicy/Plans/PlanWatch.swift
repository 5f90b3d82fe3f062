import DispatchModel

/// Tells when a unit comes free that an incident's response plan lacks and that could not be sent before.
///
/// A unit that comes free calls for the most urgent incident alone that it fits, and an incident has one such alert at a
/// time: there are never more alerts than units that came free, nor than incidents that are short. While another unit of
/// the kind was free already, whoever sent too few meant it, and nothing is said. The alert ends once nothing is missing or
/// nothing free would help.
///
/// It only decides: what it returns goes through the journal. One made anew from a board goes on as the one before it.
package struct PlanWatch: Sendable {
    private let plans: ResponsePlans
    /// What the incidents with a plan sent short lack.
    private var short: [IncidentID: [PlanRequirement]] = [:]
    /// The alerts on the board, by incident, ended ones too.
    private var alerts: [IncidentID: AlertID] = [:]
    /// The units that can be sent, by kind, and every kind that the room has.
    private var free: [UnitKind: Set<UnitID>] = [:]
    private var present: Set<UnitKind> = []
    /// Every unit as it was seen last.
    private var seen: [UnitID: Sight] = [:]
    /// What has happened since the last look: units that came free, incidents whose plan or units changed.
    private var freed: Set<UnitID> = []
    private var changed: Set<IncidentID> = []
    private var isDue = false

    /// What of a unit counts for plans.
    private struct Sight: Hashable {
        var kind: UnitKind
        var isFree: Bool
    }

    /// A watch over a board as it stands.
    package init(plans: ResponsePlans, board: Board) {
        self.plans = plans
        for unit in board.units.elements { note(unit.id, Sight(kind: unit.kind, isFree: unit.isFree)) }
        freed = []
        for alert in board.alerts.elements where alert.kind == .planShort {
            if let incident = alert.incident { alerts[incident] = alert.id }
        }
        changed = Set(board.incidents.elements.lazy.filter { !$0.assignments.isEmpty && $0.isOpen }.map(\.id))
        changed.formUnion(alerts.keys)
        isDue = !changed.isEmpty
    }

    /// When it is to be asked again: at once after something happened, else never.
    package var nextDue: Timestamp? { isDue ? .epoch : nil }

    /// Takes notice of an event after it was folded into the board.
    package mutating func observe(_ record: EventRecord, board: Board) {
        track(record.body)
        if record.body.movesPlans {
            let (first, second) = record.body.incidents
            for id in [first, second] {
                if let id { changed.insert(id) }
            }
            isDue = isDue || !changed.isEmpty
        }
        guard let unit = record.body.unit else { return }
        let now = board.units.read(unit) { Sight(kind: $0.kind, isFree: $0.isFree) }
        if let now { note(unit, now) }
    }

    /// The events that raise and end alerts as things stand.
    package mutating func due(at now: Timestamp, board: Board) -> [EventBody] {
        defer {
            freed.removeAll(keepingCapacity: true)
            isDue = false
        }
        for id in changed { short[id] = board.incidents.read(id) { missing($0, board) } ?? nil }
        changed.removeAll(keepingCapacity: true)
        return ended(at: now, board) + begun(at: now, board)
    }

    private func missing(_ incident: Incident, _ board: Board) -> [PlanRequirement]? {
        plans.shortfall(of: incident, on: board, present: present)?.missing
    }

    /// True when a unit of one of these kinds can be sent.
    private func isAnyFree(of kinds: Set<UnitKind>) -> Bool {
        kinds.contains { free[$0]?.isEmpty == false }
    }

    /// The kinds of which every unit that can be sent has come free since the last look.
    private func newlyFree() -> Set<UnitKind> {
        Set(free.lazy.filter { $0.value.count <= freed.count && $0.value.isSubset(of: freed) }.map(\.key))
    }

    /// Alerts of which the reason is gone. Those that have left the board are forgotten.
    private mutating func ended(at now: Timestamp, _ board: Board) -> [EventBody] {
        var events: [EventBody] = []
        for (incident, alert) in alerts.sorted(by: { $0.key < $1.key }) {
            guard let isActive = board.alerts.read(alert, { $0.active }) else {
                alerts[incident] = nil
                continue
            }
            let holds = short[incident]?.contains { isAnyFree(of: $0.kinds) } ?? false
            if isActive, !holds { events.append(.alertCleared(AlertCleared(alert: alert, at: now))) }
        }
        return events
    }

    private mutating func begun(at now: Timestamp, _ board: Board) -> [EventBody] {
        guard !short.isEmpty, !freed.isEmpty else { return [] }
        let fresh = newlyFree()
        // Where others of its kind were free all along, nobody has waited for the one that came free.
        let units = freed.filter { seen[$0].map { fresh.contains($0.kind) } ?? false }.sorted()
        guard !units.isEmpty else { return [] }
        let asking = asking(for: fresh, board)
        var events: [EventBody] = []
        var number = board.counters.alerts
        var called: Set<IncidentID> = []
        for unit in units {
            guard let kind = seen[unit]?.kind, free[kind]?.contains(unit) == true,
                let (incident, _) = asking.first(where: { incident, wanted in
                    wanted.contains(kind) && !called.contains(incident.id)
                        && !incident.assignments.contains { $0.unit == unit }
                })
            else { continue }
            called.insert(incident.id)
            let known = alerts[incident.id]
            if known.flatMap({ board.alerts.read($0) { $0.active } }) == true { continue }
            if known == nil { number += 1 }
            events.append(
                .alertRaised(
                    AlertRaised(
                        alert: known ?? AlertID(rawValue: number), kind: .planShort,
                        severity: incident.priority <= .p2 ? .medium : .low, incident: incident.id, unit: unit,
                        at: now)))
        }
        return events
    }

    /// The incidents that lack a unit for which nobody was free before, with the kinds that would serve, the most urgent
    /// first. One that the unit has just left has had it.
    private func asking(for fresh: Set<UnitKind>, _ board: Board) -> [(incident: Incident, kinds: Set<UnitKind>)] {
        short.compactMap { id, missing -> (incident: Incident, kinds: Set<UnitKind>)? in
            let wanted = missing.filter { requirement in
                requirement.kinds.allSatisfy { fresh.contains($0) || free[$0]?.isEmpty != false }
            }
            guard !wanted.isEmpty, let incident = board.incidents[id], !incident.held else { return nil }
            return (incident, wanted.reduce(into: []) { $0.formUnion($1.kinds) })
        }
        .sorted {
            ($0.incident.priority, $0.incident.received, $0.incident.id)
                < ($1.incident.priority, $1.incident.received, $1.incident.id)
        }
    }

    /// Keeps in step with alerts whoever raised them.
    private mutating func track(_ body: EventBody) {
        if case .alertRaised(let event) = body, event.kind == .planShort {
            if let incident = event.incident { alerts[incident] = event.alert }
        }
        if case .alertRestored(let event) = body, event.before.kind == .planShort {
            if let incident = event.before.incident { alerts[incident] = event.before.id }
            isDue = true
        }
    }

    private mutating func note(_ unit: UnitID, _ now: Sight) {
        let former = seen.updateValue(now, forKey: unit)
        guard former != now else { return }
        let kind = now.kind
        if let former, former.kind != kind { free[former.kind]?.remove(unit) }
        present.insert(kind)
        if !now.isFree {
            if free[kind]?.remove(unit) != nil, !alerts.isEmpty { isDue = true }
            freed.remove(unit)
        } else if free[kind, default: []].insert(unit).inserted, !short.isEmpty || !changed.isEmpty {
            // One that was free before a plan was sent short did not come free for it.
            freed.insert(unit)
            isDue = true
        }
    }
}

extension EventBody {
    private static let plansMoving: [EventBody.Kind] = [
        .unitAssigned, .assignmentAdvanced, .assignmentWithdrawn, .incidentTriaged, .incidentClosed,
        .incidentReopened, .incidentMerged, .incidentRestored,
    ]

    /// True for what may change whether an incident's plan is met.
    fileprivate var movesPlans: Bool {
        EventBody.plansMoving.contains(kind)
    }
}
