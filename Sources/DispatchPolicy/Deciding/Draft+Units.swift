import DispatchModel

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
}
