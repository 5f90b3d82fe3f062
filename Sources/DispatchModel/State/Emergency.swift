/// An officer's call for help (紧急求助) that is not resolved: the unit is still in emergency, or the incident that its
/// call made is still open. An answered alert resolves nothing.
public struct Emergency: Hashable, Sendable {
    /// Who called.
    public var unit: UnitID
    /// The open incident of the call; nil once it is closed while the unit is still in emergency.
    public var incident: IncidentID?
    /// The alerts of the call that are still on the board.
    public var alerts: [AlertID]
    /// When the call came.
    public var since: Timestamp
    /// True while the unit's own status is emergency.
    public var isUnitInDanger: Bool
    /// True while its incident is open and no other unit is assigned to it.
    public var isNobodySent: Bool

    /// Creates a call for help.
    public init(
        unit: UnitID, incident: IncidentID?, alerts: [AlertID] = [], since: Timestamp, isUnitInDanger: Bool,
        isNobodySent: Bool
    ) {
        self.unit = unit
        self.incident = incident
        self.alerts = alerts
        self.since = since
        self.isUnitInDanger = isUnitInDanger
        self.isNobodySent = isNobodySent
    }
}

extension Board {
    /// The unresolved calls for help among these units, incidents and alerts: units in danger first, of these the ones to
    /// which nobody is sent and then the ones that nobody has answered, then the oldest.
    public func emergencies(
        units: Set<UnitID>, incidents: Set<IncidentID>, alerts: Set<AlertID>
    ) -> [Emergency] {
        var calls: [Emergency] = []
        // The newest call of a unit is the one it is in danger in.
        for id in incidents.sorted(by: >) {
            guard let incident = self.incidents[id], incident.isOpen, let unit = incident.emergency else { continue }
            let isNewest = !calls.contains { $0.unit == unit }
            let isInDanger = isNewest && self.units[unit]?.status == .emergency
            calls.append(
                Emergency(
                    unit: unit, incident: id, since: incident.received, isUnitInDanger: isInDanger,
                    isNobodySent: !incident.assignments.contains { $0.isOpen && $0.unit != unit }))
        }
        for id in units.sorted() where !calls.contains(where: { $0.unit == id }) {
            guard let unit = self.units[id], unit.status == .emergency else { continue }
            calls.append(
                Emergency(
                    unit: id, incident: nil, since: unit.statusSince, isUnitInDanger: true, isNobodySent: false))
        }
        for id in alerts.sorted() {
            guard let alert = self.alerts[id], alert.kind == .emergency else { continue }
            let place =
                calls.firstIndex { $0.incident != nil && $0.incident == alert.incident }
                ?? calls.firstIndex { $0.unit == alert.unit && $0.isUnitInDanger }
            if let place { calls[place].alerts.append(id) }
        }
        let ranked = calls.map { call in
            let asks = call.alerts.contains { self.alerts[$0]?.asksForAnswer == true }
            let rank = (call.isUnitInDanger ? 0 : 4) + (call.isNobodySent ? 0 : 2) + (asks ? 0 : 1)
            return (rank: rank, call: call)
        }
        return ranked.sorted {
            ($0.rank, $0.call.since, $0.call.unit) < ($1.rank, $1.call.since, $1.call.unit)
        }.map(\.call)
    }
}
