extension Board {
    /// Folds events about alerts. An alert that is neither active nor unanswered leaves the board.
    mutating func foldAlert(_ record: EventRecord) -> Bool {
        switch record.body {
        case .alertRaised(let event): return raise(event)
        case .alertSeverityRaised(let event):
            return change(event.alert, at: event.at) { alert in
                alert.severity = event.severity
                alert.acknowledged = false
            }
        case .alertAcknowledged(let event): return change(event.alert, at: record.at) { $0.acknowledged = true }
        case .alertCleared(let event): return change(event.alert, at: event.at) { $0.active = false }
        case .alertRestored(let event):
            alerts.put(event.before)
            return true
        default: return false
        }
    }

    private mutating func raise(_ event: AlertRaised) -> Bool {
        counters.alerts = max(counters.alerts, event.alert.rawValue)
        var alert = alerts[event.alert] ?? Alert(id: event.alert)
        alert.kind = event.kind
        alert.severity = event.severity
        alert.incident = event.incident
        alert.unit = event.unit
        alert.active = true
        alert.acknowledged = false
        alert.occurrence &+= 1
        alert.raised = event.at
        alert.changed = event.at
        alert.limit = event.limit
        alert.reported = event.reported
        alerts.put(alert)
        return true
    }

    private mutating func change(_ id: AlertID, at: Timestamp, _ how: (inout Alert) -> Void) -> Bool {
        let state = alerts.update(id) { alert in
            how(&alert)
            alert.changed = at
            return alert.state
        }
        if state == .normal { alerts.remove(id) }
        return state != nil
    }
}
