import DispatchModel

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
    /// False once an undo took its creation back.
    var exists = true

    struct ReportTime {
        var number: Int64
        var at: Timestamp

        init(_ report: Report) {
            number = report.number
            at = report.at
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
    }

    /// When the first report came in. A report without a time says nothing.
    var firstReceived: Timestamp {
        reports.reduce(received) { $1.at == .epoch ? $0 : min($0, $1.at) }
    }

    /// Changes a response; nothing when the incident has no such assignment.
    mutating func change(_ assignment: AssignmentID, _ how: (inout ResponseTimes) -> Void) {
        guard let slot = responses.lastIndex(where: { $0.id == assignment }) else { return }
        how(&responses[slot])
    }
}

/// The times of one unit's response to one incident.
struct ResponseTimes {
    var id: AssignmentID
    var unit: UnitID
    var assigned: Timestamp?
    var enRoute: Timestamp?
    var arrived: Timestamp?
    var cleared: Timestamp?
    var withdrawn = false

    init(_ event: UnitAssigned) {
        id = event.assignment
        unit = event.unit
        assigned = event.assigned
    }

    init(_ assignment: Assignment) {
        id = assignment.id
        unit = assignment.unit
        assigned = assignment.assigned
        enRoute = assignment.enRoute
        arrived = assignment.arrived
        cleared = assignment.cleared
        withdrawn = assignment.withdrawn != nil
    }

    mutating func set(_ milestone: Milestone, _ at: Timestamp) {
        switch milestone {
        case .assigned: assigned = at
        case .enRoute: enRoute = at
        case .arrived: arrived = at
        case .cleared: cleared = at
        case .acknowledged, .transporting, .atDestination, .feedback: break
        }
    }
}
