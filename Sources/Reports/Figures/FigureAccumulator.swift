import DispatchModel
import DispatchPolicy

/// Folds the journal's events into the figures that a command room is judged by.
///
/// It keeps the times of every incident and assignment and nothing else, so a journal of any length can be streamed
/// through it. Withdrawn assignments count in no figure, merged incidents count as the one that goes on, and what was
/// undone counts as if it had not happened.
package struct FigureAccumulator: Sendable {
    private var incidents: [IncidentID: IncidentFacts] = [:]
    private(set) var kinds: [UnitID: UnitKind] = [:]
    private(set) var panes: [UnitID: UnitPane] = [:]
    /// When the last event was.
    private(set) var lastAt = Timestamp.epoch

    /// Before any event.
    package init() {}

    /// Takes the next event, in the order of the journal.
    package mutating func apply(_ record: EventRecord) {
        lastAt = max(lastAt, record.at)
        if case .unitRegistered(let event) = record.body {
            kinds[event.unit] = event.kind
            panes[event.unit] = event.pane
        }
        if case .incidentReported(let event) = record.body { incidents[event.incident] = IncidentFacts(event) }
        if case .reportAdded(let event) = record.body { incidents[event.incident]?.reports.append(.init(event.report)) }
        if case .incidentTriaged(let event) = record.body { triage(event) }
        if case .reportsMoved(let event) = record.body { move(event) }
        if case .incidentMerged(let event) = record.body {
            incidents[event.incident]?.mergedInto = event.into
            incidents[event.incident]?.close(at: record.at)
        }
        if case .incidentClosed(let event) = record.body { incidents[event.incident]?.close(at: event.at) }
        if case .incidentReopened(let event) = record.body {
            incidents[event.incident]?.mergedInto = nil
            incidents[event.incident]?.isClosed = false
        }
        if case .incidentRestored(let event) = record.body { incidents[event.before.id]?.restore(event.before) }
        if case .unitAssigned(let event) = record.body {
            incidents[event.incident]?.responses.append(ResponseTimes(event))
        }
        if case .assignmentAdvanced(let event) = record.body {
            incidents[event.incident]?.change(event.assignment) { $0.set(event.milestone, event.at) }
        }
        if case .assignmentWithdrawn(let event) = record.body {
            incidents[event.incident]?.change(event.assignment) { $0.withdrawn = true }
        }
    }

    private mutating func triage(_ event: IncidentTriaged) {
        if !event.type.isEmpty { incidents[event.incident]?.type = event.type }
        if let priority = event.priority { incidents[event.incident]?.priority = priority }
        if !event.beat.isEmpty { incidents[event.incident]?.beat = event.beat }
    }

    private mutating func move(_ event: ReportsMoved) {
        guard let from = incidents[event.incident], incidents[event.to] != nil else { return }
        let moved = from.reports.filter { event.reports.contains($0.number) }
        incidents[event.incident]?.reports.removeAll { event.reports.contains($0.number) }
        incidents[event.to]?.reports.append(contentsOf: moved)
    }

    /// How many incidents are kept.
    var count: Int { incidents.count }

    /// Forgets what was over before a time: incidents closed before it, and those merged into such. Whoever looks only at
    /// what began later streams a journal of any length.
    mutating func forget(closedBefore time: Timestamp) {
        incidents = incidents.filter { id, facts in
            guard facts.isClosed, facts.closed < time else { return true }
            let lead = survivor(of: id).facts
            return !(lead.isClosed && lead.closed < time)
        }
    }

    /// The figures of everything so far, in all and for each group of `grouping`.
    package func report(by grouping: FigureGrouping? = nil) -> FigureReport {
        var total = FigureTally()
        var groups: [FigureKey: FigureTally] = [:]
        for incident in survivors() {
            total.add(incident)
            guard let grouping else { continue }
            for key in keys(of: incident, grouping) {
                groups[key, default: FigureTally()].add(incident) { response in
                    grouping != .unitKind || FigureKey(kind: kinds[response.unit]) == key
                }
            }
        }
        let parts = groups.sorted { $0.key < $1.key }.map { FigureGroup(key: $0.key, figures: $0.value.figures) }
        return FigureReport(total: total.figures, grouping: grouping, groups: parts)
    }

    /// The incidents that count, each with the responses to those merged into it.
    func survivors() -> [CountedIncident] {
        var result: [IncidentID: CountedIncident] = [:]
        for (id, facts) in incidents where facts.exists {
            let root = survivor(of: id)
            let lead = root.facts
            result[root.id, default: CountedIncident(lead)].takeFacts(facts)
        }
        return Array(result.values)
    }

    /// The incident that goes on for this one. A chain of merges that leads nowhere, or in a circle, ends where it is.
    private func survivor(of id: IncidentID) -> (id: IncidentID, facts: IncidentFacts) {
        var current = (id: id, facts: incidents[id, default: IncidentFacts(IncidentReported())])
        var seen: Set<IncidentID> = [id]
        while let next = current.facts.mergedInto, let facts = incidents[next], facts.exists {
            guard seen.insert(next).inserted else {
                let smallest = seen.min() ?? id
                return (smallest, incidents[smallest] ?? facts)
            }
            current = (next, facts)
        }
        return current
    }

    private func keys(of incident: CountedIncident, _ grouping: FigureGrouping) -> [FigureKey] {
        switch grouping {
        case .priority: [FigureKey(priority: incident.priority)]
        case .type: [FigureKey(text: incident.type)]
        case .beat: [FigureKey(text: incident.beat)]
        case .unitKind: Array(Set(incident.responses.map { FigureKey(kind: kinds[$0.unit]) }))
        }
    }
}

/// What the figures need of an incident: times, and what groups it.
struct IncidentFacts {
    var type = ""
    var priority = Priority.p3
    var beat = ""
    /// When it was received as its first event states.
    var received = Timestamp.epoch
    var reports: [ReportTime] = []
    var responses: [ResponseTimes] = []
    var mergedInto: IncidentID?
    /// True once it has ended.
    var isClosed = false
    /// When it ended last.
    var closed = Timestamp.epoch
    /// False once an undo took its creation back.
    var exists = true

    struct ReportTime {
        var number: Int64
        var at: Timestamp
        /// The call, where somebody says when it rang.
        var call: CallCase?

        init(_ report: Report) {
            number = report.number
            at = report.at
            call = CallCase(report)
        }
    }

    init(_ event: IncidentReported) {
        type = event.type
        priority = event.priority
        beat = event.beat
        received = event.received
        reports = [ReportTime(event.report)]
    }

    /// An undo put the incident back as it was. One that the undone action created has no reports and no time.
    mutating func restore(_ before: Incident) {
        exists = !(before.reports.isEmpty && before.received == .epoch)
        type = before.type
        priority = before.priority
        beat = before.beat
        received = before.received
        reports = before.reports.map(ReportTime.init)
        responses = before.assignments.map(ResponseTimes.init)
        mergedInto = before.mergedInto
        isClosed = !before.isOpen
    }

    /// When the first report came in. A report without a time says nothing.
    var firstReceived: Timestamp {
        reports.reduce(received) { $1.at == .epoch ? $0 : min($0, $1.at) }
    }

    mutating func close(at time: Timestamp) {
        isClosed = true
        closed = max(closed, time)
    }

    /// Changes a response; nothing when the incident has no such assignment.
    mutating func change(_ assignment: AssignmentID, _ how: (inout ResponseTimes) -> Void) {
        guard let slot = responses.lastIndex(where: { $0.id == assignment }) else { return }
        how(&responses[slot])
    }
}

/// The times of one unit's response to one incident.
struct ResponseTimes {
    /// Its times; the time of a withdrawal is not kept, see `withdrawn`.
    var assignment: Assignment
    var withdrawn = false

    var id: AssignmentID { assignment.id }
    var unit: UnitID { assignment.unit }
    var assigned: Timestamp? { assignment.assigned }
    var enRoute: Timestamp? { assignment.enRoute }
    var arrived: Timestamp? { assignment.arrived }
    var cleared: Timestamp? { assignment.cleared }

    init(_ event: UnitAssigned) {
        assignment = Assignment(id: event.assignment, unit: event.unit, assigned: event.assigned)
    }

    init(_ assignment: Assignment) {
        self.assignment = assignment
        withdrawn = assignment.withdrawn != nil
    }

    mutating func set(_ milestone: Milestone, _ at: Timestamp) { assignment[milestone] = at }
}
