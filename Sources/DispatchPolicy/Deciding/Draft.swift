import DispatchModel

/// Events being decided: numbers are given out and subjects collected as they come.
struct Draft {
    private(set) var events: [EventBody] = []
    private var counters: Counters
    private var incidents: [IncidentID] = []
    private var units: [UnitID] = []
    private var alerts: [AlertID] = []

    /// Nothing decided yet. A draft has no board of its own: copying one takes longer than most decisions.
    init(_ counters: Counters) {
        self.counters = counters
    }

    mutating func add(_ event: EventBody) {
        events.append(event)
        let (first, second) = event.incidents
        if let first, !incidents.contains(first) { incidents.append(first) }
        if let second, !incidents.contains(second) { incidents.append(second) }
        if let unit = event.unit, !units.contains(unit) { units.append(unit) }
        if let alert = event.alert, !alerts.contains(alert) { alerts.append(alert) }
    }

    /// What is new of an incident that was put aside ends that: whoever put it aside did not know.
    mutating func wake(_ incident: Incident) {
        if incident.held { add(.holdReleased(HoldReleased(incident: incident.id))) }
    }

    mutating func nextIncident() -> IncidentID {
        counters.incidents += 1
        return IncidentID(rawValue: counters.incidents)
    }

    mutating func nextUnit() -> UnitID {
        counters.units += 1
        return UnitID(rawValue: counters.units)
    }

    mutating func nextAssignment() -> AssignmentID {
        counters.assignments += 1
        return AssignmentID(rawValue: counters.assignments)
    }

    mutating func nextAlert() -> AlertID {
        counters.alerts += 1
        return AlertID(rawValue: counters.alerts)
    }

    mutating func nextReport() -> Int64 {
        counters.reports += 1
        return counters.reports
    }

    /// The events as one action that can be undone.
    func action(_ name: String) -> [EventBody] {
        let taken = ActionTaken(
            name: name, followers: Int64(events.count), incidents: incidents, units: units, alerts: alerts)
        return [.actionTaken(taken)] + events
    }
}

/// What commands and observations do to units alike.
extension Draft {
    /// The unit's open assignment that it is busy with.
    func task(of unit: FieldUnit, on board: Board) -> (incident: Incident, assignment: Assignment)? {
        guard let task = board.currentAssignment(of: unit), task.assignment.isOpen else { return nil }
        return task
    }

    /// The unit reaches a milestone of an assignment.
    mutating func advance(
        _ assignment: Assignment, of incident: IncidentID, to milestone: Milestone, at: Timestamp,
        backwards: Bool = false
    ) {
        add(
            .assignmentAdvanced(
                AssignmentAdvanced(
                    incident: incident, assignment: assignment.id, unit: assignment.unit, milestone: milestone, at: at,
                    backwards: backwards)))
    }

    /// The unit is taken off an incident before it was done there.
    mutating func withdraw(_ assignment: Assignment, of incident: IncidentID, at: Timestamp, reason: String) {
        add(
            .assignmentWithdrawn(
                AssignmentWithdrawn(
                    incident: incident, assignment: assignment.id, unit: assignment.unit, at: at, reason: reason)))
    }

    /// Ends what a unit is busy with: done where it had arrived, else taken back, so that the incident waits again.
    mutating func leave(
        _ task: (incident: Incident, assignment: Assignment), at: Timestamp, reason: String
    ) {
        if task.assignment.arrived != nil {
            advance(task.assignment, of: task.incident.id, to: .cleared, at: at)
        } else {
            withdraw(task.assignment, of: task.incident.id, at: at, reason: reason)
        }
    }

    /// Frees every unit of the incident, none before it was last heard of there, then ends it.
    mutating func close(_ incident: Incident, _ disposition: String, at: Timestamp) {
        for assignment in incident.openAssignments {
            let newest = Milestone.allCases.lazy.compactMap { assignment[$0] }.max() ?? at
            advance(assignment, of: incident.id, to: .cleared, at: max(at, newest))
        }
        add(.incidentClosed(IncidentClosed(incident: incident.id, disposition: disposition, at: at)))
    }

    /// The unit's status, an incident at its place and an alert, all at once.
    mutating func emergency(
        _ unit: FieldUnit, on board: Board, type: String, at: Timestamp, reason: String = ""
    ) {
        let incident = nextIncident()
        let task = task(of: unit, on: board)
        let scene = EmergencyPlace(of: unit, task: task, on: board)
        let report = Report(number: nextReport(), at: at, caller: unit.callsign)
        add(.unitStatusChanged(UnitStatusChanged(unit: unit.id, status: .emergency, since: at, reason: reason)))
        add(
            .incidentReported(
                IncidentReported(
                    incident: incident, type: type, priority: .p1, place: scene.place, beat: scene.beat, received: at,
                    report: report, stage: .triaged)))
        add(
            .alertRaised(
                AlertRaised(
                    alert: nextAlert(), kind: .emergency, severity: .high, incident: incident, unit: unit.id, at: at)))
        if let task { add(.incidentsLinked(IncidentsLinked(incident: incident, with: task.incident.id))) }
    }

    /// The unit's status changes; a milestone of its assignment is reached, and one that ends its duty leaves it.
    mutating func change(
        _ unit: FieldUnit, on board: Board, to status: UnitStatus, at: Timestamp, reason: String = ""
    ) {
        let task = task(of: unit, on: board)
        var isSaid = false
        if let task {
            if status == .outOfService {
                leave(task, at: at, reason: reason)
            } else if let milestone = status.milestone, task.assignment[milestone] == nil {
                advance(task.assignment, of: task.incident.id, to: milestone, at: at)
                // Milestones leave a call for help standing, and no reason goes with them.
                isSaid = unit.status != .emergency && reason.isEmpty && reaches(status, task.assignment, milestone)
            }
        }
        if isSaid { return }
        add(.unitStatusChanged(UnitStatusChanged(unit: unit.id, status: status, since: at, reason: reason)))
    }

    /// True when the assignment's milestones imply the status once this one is reached.
    private func reaches(_ status: UnitStatus, _ assignment: Assignment, _ milestone: Milestone) -> Bool {
        var after = assignment
        after[milestone] = .epoch
        return after.impliedStatus == status
    }
}

extension Milestone {
    /// The status a unit has once it reached the milestone; nil when the milestone does not change it.
    var status: UnitStatus? {
        switch self {
        case .assigned: .dispatched
        case .enRoute: .enRoute
        case .arrived: .onScene
        case .transporting: .transporting
        case .cleared: .available
        case .acknowledged, .atDestination, .feedback: nil
        }
    }
}

extension UnitStatus {
    /// The milestone that gives a unit this status.
    var milestone: Milestone? {
        switch self {
        case .enRoute: .enRoute
        case .onScene: .arrived
        case .transporting: .transporting
        case .available: .cleared
        case .dispatched, .clear, .outOfService, .emergency: nil
        }
    }
}
