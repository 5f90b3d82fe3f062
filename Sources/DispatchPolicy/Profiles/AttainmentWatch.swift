import DispatchModel

/// Keeps how the measures of a profile are kept on a board, in a span that ends now, in step with what changes.
///
/// What an incident counts as changes with its facts, and by itself at times that are known beforehand: when one of its
/// open cases outlasts a limit, and when a case began before the span. So a look costs what has changed since the one
/// before and what has come due, however many incidents there are. The answer is always that of
/// ``DeadlineProfile/attainment(on:in:now:)``, which counts everything anew.
package struct AttainmentWatch: Sendable {
    /// The profile whose measures are counted.
    package let profile: DeadlineProfile

    /// A case that counts, as it was counted.
    private struct Counted {
        var target: Int
        var outcome: AttainmentCase.Outcome
    }

    /// What a profile asks about a unit.
    private struct Force: Hashable {
        var kind: UnitKind?
        var pane: UnitPane?
    }

    private let span: Span
    /// True when a measure counts incidents to which nobody was sent.
    private let countsIncidents: Bool
    private var targets: [TargetAttainment] = []
    private var counted: [IncidentID: [Counted]] = [:]
    /// When time alone next changes what an incident counts as.
    private var due = DueQueue<IncidentID>()
    /// Closed incidents that count: they alone leave the board, which no event says. The board keeps few of them.
    private var closed: Set<IncidentID> = []
    /// The units of the responses that were counted, as they were then.
    private var forces: [UnitID: Force] = [:]
    private var changed: Set<IncidentID> = []
    private var isStale = true
    private var lookedAt = Timestamp.epoch
    private var archived: Int64 = 0

    /// Nothing counted yet.
    package init(_ profile: DeadlineProfile, in span: Span) {
        self.profile = profile
        self.span = span
        countsIncidents = profile.targets.contains { $0.measure.milestone == nil }
    }

    /// Takes notice of what may have changed on the board; `everything` when it may be another board.
    package mutating func note(_ incidents: Set<IncidentID>, units: Set<UnitID>, everything: Bool, board: Board) {
        isStale = isStale || everything
        guard !isStale else { return }
        changed.formUnion(incidents)
        for id in units {
            if let known = forces[id], known != AttainmentWatch.force(of: id, on: board) { isStale = true }
        }
    }

    /// How the measures are kept at a time, on a board of which every change was noted.
    package mutating func attainment(on board: Board, now: Timestamp) -> [TargetAttainment] {
        defer { (lookedAt, archived) = (now, board.counters.archived) }
        if isStale || now < lookedAt {
            countEverything(board, now)
            return targets
        }
        if board.counters.archived != archived { changed.formUnion(closed.filter { !board.incidents.contains($0) }) }
        for id in changed { count(id, board, now) }
        changed.removeAll(keepingCapacity: true)
        while let first = due.first, first.due <= now { count(first.subject, board, now) }
        return targets
    }

    private mutating func countEverything(_ board: Board, _ now: Timestamp) {
        targets = profile.targets.map(TargetAttainment.init)
        counted.removeAll(keepingCapacity: true)
        due = DueQueue()
        closed.removeAll(keepingCapacity: true)
        forces.removeAll(keepingCapacity: true)
        changed.removeAll(keepingCapacity: true)
        isStale = false
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices {
                guard incidents[index].hasBegun(since: now - span) else { continue }
                count(incidents[index], on: board, now)
            }
        }
    }

    /// Counts an incident in place of what it was counted as.
    private mutating func count(_ id: IncidentID, _ board: Board, _ now: Timestamp) {
        for old in counted.removeValue(forKey: id) ?? [] { targets[old.target].count(old.outcome, -1) }
        due.remove(id)
        closed.remove(id)
        board.incidents.read(id) { count($0, on: board, now) }
    }

    /// Counts an incident that does not count yet.
    private mutating func count(_ incident: Incident, on board: Board, _ now: Timestamp) {
        guard incident.mergedInto == nil, countsIncidents || !incident.assignments.isEmpty else { return }
        let responses = incident.responses(on: board)
        var cases: [Counted] = []
        var next: Timestamp?
        for (index, target) in profile.targets.enumerated() {
            target.cases(
                priority: incident.priority, received: incident.received, isOpen: incident.isOpen,
                responses: responses, calls: incident.calls
            ) { one in
                guard one.belongs >= now - span else { return }
                cases.append(Counted(target: index, outcome: one.outcome(at: now)))
                if let change = one.nextChange(after: now, limits: target.limits, span: span) {
                    next = min(next ?? change, change)
                }
            }
        }
        guard !cases.isEmpty else { return }
        for one in cases { targets[one.target].count(one.outcome, 1) }
        counted[incident.id] = cases
        due.set(next, incident.id)
        if !incident.isOpen { closed.insert(incident.id) }
        for response in responses {
            forces[response.times.unit] = Force(kind: response.kind, pane: response.pane)
        }
    }

    private static func force(of id: UnitID, on board: Board) -> Force {
        board.units.read(id) { Force(kind: $0.kind, pane: $0.pane) } ?? Force()
    }
}
