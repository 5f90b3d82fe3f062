extension Board {
    /// A unit belongs to the board, or its particulars changed.
    mutating func register(_ event: UnitRegistered, at: Timestamp) {
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
    }

    /// The unit that a callsign means: of several, the one registered first.
    private func bearer(of callsign: String) -> UnitID? {
        guard callsigns[callsign] != nil else { return nil }
        return units.elements.lazy.filter { $0.callsign == callsign }.map(\.id).min()
    }
}
