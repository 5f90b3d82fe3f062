import DispatchModel

/// What may have changed since the lists were last refreshed.
package struct Touched: Sendable {
    /// True when anything may have changed, as after opening a journal.
    package var everything = false
    /// Incidents that events were about.
    package var incidents: Set<IncidentID> = []
    /// Units that events were about or that were heard.
    package var units: Set<UnitID> = []
    /// Alerts that events were about.
    package var alerts: Set<AlertID> = []

    /// Nothing.
    package init() {}

    /// Everything.
    package static var all: Touched {
        var touched = Touched()
        touched.everything = true
        return touched
    }

    /// True when nothing has changed.
    package var isEmpty: Bool { !everything && incidents.isEmpty && units.isEmpty && alerts.isEmpty }

    /// Notes what an event is about.
    package mutating func note(_ record: EventRecord) {
        let (first, second) = record.body.incidents
        if let first { incidents.insert(first) }
        if let second { incidents.insert(second) }
        if let unit = record.body.unit { units.insert(unit) }
        if let alert = record.body.alert { alerts.insert(alert) }
        if case .modeDeclared = record.body { everything = true }
    }

    /// Notes a unit whose position was heard without an event.
    package mutating func note(heard unit: UnitID) { units.insert(unit) }

    /// Forgets everything, keeping the storage.
    package mutating func clear() {
        everything = false
        incidents.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
        alerts.removeAll(keepingCapacity: true)
    }
}
