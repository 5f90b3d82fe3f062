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
    /// True once it has ended.
    var isClosed = false
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
        isClosed = !before.isOpen
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
