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
