extension Board {
    /// Folds events about units alone.
    mutating func foldUnit(_ record: EventRecord) -> Bool {
        switch record.body {
        case .unitRegistered(let event): return register(event, at: record.at)
        case .unitStatusChanged(let event):
            let hasTask = units[event.unit]?.incident.map { incidents.contains($0) } ?? false
            return units.change(event.unit) { unit in
                if !hasTask { unit.release(as: event.status, since: event.since) }
                unit.status = event.status
                unit.statusSince = event.since
                unit.reason = event.reason
            }
        case .unitPositionReported(let event):
            return units.change(event.unit) { unit in
                unit.tracked = true
                unit.heard = max(unit.heard, record.at)
                guard event.at >= unit.positionAt ?? event.at else { return }
                unit.position = event.point
                unit.positionAt = event.at
            }
        case .unitRestored(let event):
            let before = event.before
            return units.change(before.unit) { unit in
                unit.status = before.status
                unit.statusSince = before.since
                unit.incident = before.incident
                unit.assignment = before.assignment
                unit.reason = before.reason
                unit.revision = before.revision
            }
        default: return false
        }
    }

    private mutating func register(_ event: UnitRegistered, at: Timestamp) -> Bool {
        var unit = units[event.unit] ?? FieldUnit(id: event.unit, status: event.status, statusSince: at, heard: at)
        let former = unit.callsign
        unit.callsign = event.callsign
        unit.kind = event.kind
        unit.pane = event.pane
        unit.homeBeat = event.homeBeat
        unit.dutyPoint = event.dutyPoint
        unit.skills = event.skills
        unit.circleMinutes = event.circleMinutes
        units.put(unit)
        if former != unit.callsign { callsigns[former] = bearer(of: former) }
        callsigns[unit.callsign] = min(unit.id, callsigns[unit.callsign] ?? unit.id)
        counters.units = max(counters.units, event.unit.rawValue)
        return true
    }

    /// The unit that a callsign means: of several, the one registered first.
    private func bearer(of callsign: String) -> UnitID? {
        guard callsigns[callsign] != nil else { return nil }
        return units.elements.lazy.filter { $0.callsign == callsign }.map(\.id).min()
    }
}
