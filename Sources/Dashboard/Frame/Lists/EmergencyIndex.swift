import DispatchModel

/// The unresolved calls for help, whatever is filtered, sorted or held still, the most urgent first (`Board.emergencies`).
package struct EmergencyIndex: Sendable {
    /// The calls.
    package private(set) var calls: [Emergency] = []

    private var units: Set<UnitID> = []
    private var incidents: Set<IncidentID> = []
    private var alerts: Set<AlertID> = []

    /// No calls.
    package init() {}

    /// True while nobody has called for help.
    package var isEmpty: Bool { calls.isEmpty }
    /// The incidents of the calls, in their order.
    package var pinnedIncidents: [IncidentID] { calls.compactMap(\.incident) }
    /// The alerts of the calls, in their order.
    package var pinnedAlerts: [AlertID] { calls.flatMap(\.alerts) }

    /// The call that an incident is; nil when it is none.
    package func call(_ incident: IncidentID) -> Emergency? { calls.first { $0.incident == incident } }
    /// The call that an alert is about; nil when it is about none.
    package func call(_ alert: AlertID) -> Emergency? { calls.first { $0.alerts.contains(alert) } }

    /// Brings the calls up to date with what was touched; nothing touched costs nothing.
    package mutating func refresh(board: Board, touched: Touched) {
        guard !touched.isEmpty else { return }
        if touched.everything {
            units = Set(board.units.elements.lazy.filter { $0.status == .emergency }.map(\.id))
            incidents = Set(board.incidents.elements.lazy.filter { $0.isOpen && $0.emergency != nil }.map(\.id))
            alerts = Set(board.alerts.elements.lazy.filter { $0.kind == .emergency }.map(\.id))
        } else {
            note(touched, board)
        }
        guard !calls.isEmpty || !units.isEmpty || !incidents.isEmpty else { return }
        calls = board.emergencies(units: units, incidents: incidents, alerts: alerts)
    }

    private mutating func note(_ touched: Touched, _ board: Board) {
        for id in touched.units {
            let isInDanger = board.units.read(id) { $0.status == .emergency } ?? false
            if isInDanger { units.insert(id) } else { units.remove(id) }
        }
        for id in touched.incidents {
            let isCall = board.incidents.read(id) { $0.isOpen && $0.emergency != nil } ?? false
            if isCall { incidents.insert(id) } else { incidents.remove(id) }
        }
        for id in touched.alerts {
            let isCall = board.alerts.read(id) { $0.kind == .emergency } ?? false
            if isCall { alerts.insert(id) } else { alerts.remove(id) }
        }
    }
}
