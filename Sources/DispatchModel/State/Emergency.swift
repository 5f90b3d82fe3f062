/// An officer's call for help (紧急求助) that is not resolved: the unit is still in emergency, or the incident that its
/// call made is still open. An answered alert resolves nothing.
package struct Emergency: Hashable, Sendable {
    /// Who called.
    package var unit: UnitID
    /// The open incident of the call; nil once it is closed while the unit is still in emergency.
    package var incident: IncidentID?
    /// The alerts of the call that are still on the board.
    package var alerts: [AlertID]
    /// When the call came.
    package var since: Timestamp
    /// True while the unit's own status is emergency.
    package var isUnitInDanger: Bool
    /// True while its incident is open and no other unit is assigned to it.
    package var isNobodySent: Bool
    /// True while one of its alerts waits for an answer.
    package var asksForAnswer: Bool

    /// Creates a call for help.
    package init(
        unit: UnitID, incident: IncidentID?, alerts: [AlertID] = [], since: Timestamp, isUnitInDanger: Bool,
        isNobodySent: Bool, asksForAnswer: Bool = false
    ) {
        self.unit = unit
        self.incident = incident
        self.alerts = alerts
        self.since = since
        self.isUnitInDanger = isUnitInDanger
        self.isNobodySent = isNobodySent
        self.asksForAnswer = asksForAnswer
    }

    /// How grave it is beside others: the least first.
    fileprivate var rank: Int { (isUnitInDanger ? 0 : 4) + (isNobodySent ? 0 : 2) + (asksForAnswer ? 0 : 1) }
}

extension Board {
    /// The unresolved calls for help among these units, incidents and alerts: units in danger first, of these the ones to
    /// which nobody is sent and then the ones that nobody has answered, then the oldest.
    package func emergencies(
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
            guard let place else { continue }
            calls[place].alerts.append(id)
            if alert.asksForAnswer { calls[place].asksForAnswer = true }
        }
        return calls.sorted { ($0.rank, $0.since, $0.unit) < ($1.rank, $1.since, $1.unit) }
    }
}
